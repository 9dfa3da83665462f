"""Editors' lists and choosers, images, documents and the API read words as the site's own search does."""

import unicodedata

import pytest
from modelsearch.query import MATCH_ALL, And, Boost, Not, Or, Phrase, PlainText
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from core.models import Field, PortalDocument
from services.models import ServicePage
from tests.builders import make_guide, make_service, make_template

pytestmark = pytest.mark.django_db

TITLE = "Cấp sổ đỏ, xây dựng nhà ở: thủ tục hoà giải, kỹ thuật"
LONG_CODE = "1.013236.000.00.00.H56"


@pytest.fixture
def service():
    make_service("Khai tử", procedure_code="1.004884")
    return make_service(TITLE, procedure_code="1.013236", alt_names="xin phép làm nhà")


def titles(found):
    return [page.title for page in found]


TYPED = [
    *("sổ đỏ", "so do", "SO DO", "Sổ Đỏ!", unicodedata.normalize("NFD", "sổ đỏ"), "ｓｏ đỏ"),
    *("xay dung", "Xây dựng", "dựng xây", "hòa giải", "hoà giải", "hoa giai", "kĩ thuật", "ky thuat"),
    *("1.013236", "1013236", "013236", LONG_CODE, LONG_CODE.lower(), "xin phep lam nha", "nhà\u200b ở"),
]
UNFINISHED = ["so d", "sổ đ", "XAY DUN", "kỹ", "kĩ", "ky", "10132", "1.0132", LONG_CODE, "hoa giả"]


def test_a_page_is_found_however_it_is_typed(service):
    for pages in (Page.objects.all(), ServicePage.objects.all()):
        assert {words: titles(pages.search(words)) for words in TYPED} == {words: [TITLE] for words in TYPED}


def test_choosers_find_a_page_by_the_beginning_of_its_last_word(service):
    found = {words: titles(Page.objects.all().autocomplete(words)) for words in UNFINISHED}
    assert found == {words: [TITLE] for words in UNFINISHED}


def test_an_unfinished_word_with_a_y_may_go_on():
    make_service("Cấp giấy chứng nhận quyền sử dụng đất")
    make_service("Quý nhân")
    for words in ("quy", "quý"):
        assert len(Page.objects.autocomplete(words)) == 2
    for words in ("cap giay chung nhan quy", "su dung quy"):
        assert len(Page.objects.autocomplete(words)) == 1


def test_a_word_has_to_be_whole_outside_of_choosers(service):
    assert titles(Page.objects.search("xay dun")) == []


def test_titles_come_before_other_words(service):
    mentioning = make_guide("Hướng dẫn chung", summary="Xây dựng, sổ đỏ và kỹ thuật hòa giải " * 3)
    for words in ("so do", "xây dựng", "ky thuat hoa giai"):
        assert titles(Page.objects.search(words)) == [TITLE, mentioning.title]
    assert titles(Page.objects.search("ky thuat hoa giai", operator="or"))[0] == TITLE


def test_scores_stand_beside_what_was_found_and_the_best_has_the_highest(service):
    make_guide("Hướng dẫn chung", summary="Xây dựng, sổ đỏ")
    found = list(Page.objects.search("xay dung").annotate_score("score"))
    assert found[0].score > found[1].score


QUERIES = [
    (Phrase("sổ đỏ"), True),
    (Phrase("đỏ sổ"), False),
    (PlainText("xây cầu", operator="or"), True),
    (PlainText("xây cầu"), False),
    (And([PlainText("XÂY"), Phrase("so do"), PlainText("!!")]), True),
    (Or([PlainText("cầu"), PlainText("hoà")]), True),
    (And([PlainText("xay"), Not(PlainText("đỏ"))]), False),
    (And([PlainText("xay"), Not(PlainText("cầu"))]), True),
    (Not(PlainText("khai tử")), True),
    (Not(PlainText("đỏ")), False),
    (MATCH_ALL, True),
    (Not(MATCH_ALL), False),
    (And([PlainText("…"), Phrase('"')]), False),
]


def test_every_kind_of_query_is_read_alike(service):
    for query, finds in QUERIES:
        assert (TITLE in titles(ServicePage.objects.search(query))) is finds, query


HOSTILE = [
    *(
        '"',
        "'",
        '""',
        "'; drop table x; --",
        "%s %d %",
        "\\",
        "*",
        "a*",
        "^a",
        "AND",
        "a AND",
        "NOT",
        "OR OR",
        "NEAR(a b)",
    ),
    *(
        "(",
        ")",
        "{title} : a",
        "title:so",
        "a:b",
        "a & b | !c",
        "<->",
        ":*",
        "a'b",
        "🙂",
        "\u0301",
        "\u200b",
        "½",
        "字",
        "ﬁ",
    ),
    *(
        "\x00",
        "\ud800",
        "a\x00b",
        "x" * 5000,
        "a " * 3000,
        "1.2.3.4",
        "1e400",
        "-",
        "--",
        "é" * 300,
        "٣",
        "𝟙",
        "ß",
        "İ",
    ),
    *("so\ndo", "\tso", "<script>", "${x}", "{{7*7}}", "..", "/etc", "live:yes", 'so "do', "so -do", "so+do", "so/do"),
]


def test_odd_questions_are_answered(service):
    backend = get_search_backend()
    for words in HOSTILE:
        for ask in (backend.search, backend.autocomplete):
            for operator in ("and", "or"):
                found = ask(words, ServicePage, operator=operator)
                assert found.count() == len(list(found)), words


def test_a_question_without_words_finds_nothing(service):
    assert titles(Page.objects.search(" ?! ")) == titles(Page.objects.autocomplete("")) == []
    assert Page.objects.autocomplete('"').get_queryset().count() == 0


def test_what_is_found_can_be_counted_sliced_filtered_and_ordered_anew(service):
    others = [make_service(f"Xây dựng {number}") for number in range(5)]
    found = ServicePage.objects.search("xay dung")
    assert found.count() == 6
    assert len(found[2:4]) == 2
    assert found[0] == found.results()[0]
    assert ServicePage.objects.filter(procedure_code="1.013236").search("xay dung").count() == 1
    by_title = ServicePage.objects.order_by("-title").search("xay dung", order_by_relevance=False)
    assert titles(by_title)[:2] == ["Xây dựng 4", "Xây dựng 3"]
    assert ServicePage.objects.search("xay dung").facet("level") == {others[0].level: 6}


def test_words_may_be_looked_for_in_titles_alone(service):
    assert titles(Page.objects.search("lam nha", fields=["title"])) == []
    assert titles(Page.objects.search("so do", fields=["title"])) == [TITLE]
    assert titles(ServicePage.objects.search("lam nha", fields=["public_words"])) == [TITLE]


def test_other_things_are_found_in_the_same_way():
    document = make_template("Đơn đề nghị cấp sổ đỏ")
    PortalDocument.objects.filter(pk=document.pk).update(code="Mẫu số 04/ĐK")
    get_search_backend().add(PortalDocument.objects.get())
    field = Field.objects.create(name="Hộ tịch", slug="ho-tich", locale=Locale.get_default())
    assert list(PortalDocument.objects.search("so do")) == [document]
    assert list(PortalDocument.objects.search("mau so 04 DK")) == [document]
    assert list(get_search_backend().autocomplete("ho ti", Field)) == [field]


def test_a_page_that_changed_or_went_is_known_so_at_once(service):
    service.title = "Cấp giấy phép lái xe"
    service.alt_names, service.official_name = "", service.title
    service.save()
    assert titles(Page.objects.search("so do")) == []
    assert titles(Page.objects.search("lai xe")) == ["Cấp giấy phép lái xe"]
    service.delete()
    assert titles(Page.objects.search("lai xe")) == []


def test_a_weighed_query_is_asked_as_well(service, recwarn):
    if get_search_backend().query_compiler_class.__name__ == "PostgresCompiler":
        assert titles(Page.objects.search(Boost(PlainText("SỔ ĐỎ"), 2))) == [TITLE]
        assert "not supported" in str(recwarn.pop().message)
    else:
        with pytest.raises(NotImplementedError):
            list(Page.objects.search(Boost(PlainText("SỔ ĐỎ"), 2)))
