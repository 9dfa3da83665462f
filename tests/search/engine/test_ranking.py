"""Which of a few services comes first, however it is asked for."""

import unicodedata

import pytest

from search.engine.corpus import CATEGORY, OTHER_NAMES, Corpus, Document
from search.engine.lexicon_index import LexiconIndex
from search.engine.planner import plan
from search.engine.scorer import ranked
from search.engine.suggestions import suggested
from search.lexicon.terms import Term

NAMES = {
    1: "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
    2: "Cấp giấy phép hoạt động xây dựng cho nhà thầu nước ngoài",
    3: "Thủ tục đăng ký khai sinh",
    4: "Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
    5: "Thủ tục đăng ký khai tử",
    6: "Cấp lại Giấy chứng nhận quyền sử dụng đất do bị mất",
    7: "Đổi giấy phép lái xe",
    8: "Cấp lại giấy phép lái xe",
    9: "Cấp đổi Giấy chứng nhận quyền sử dụng đất",
    10: "Chấm dứt hoạt động hộ kinh doanh",
    11: "Đăng ký thành lập hộ kinh doanh",
    12: "Thủ tục xác nhận tình trạng hôn nhân",
}
FIELDS = {6: {CATEGORY: "Đất đai"}, 9: {CATEGORY: "Đất đai"}, 7: {OTHER_NAMES: "đổi bằng lái hết hạn"}}
TERMS = (
    Term("synonym", ("sổ đỏ", "bìa đỏ"), ("giấy chứng nhận quyền sử dụng đất",)),
    Term("synonym", ("bằng lái", "driving licence"), ("giấy phép lái xe",)),
    Term("abbreviation", ("gpxd",), ("giấy phép xây dựng",)),
    Term("synonym", ("đẻ",), ("khai sinh",)),
    Term("synonym", ("đóng quán",), ("chấm dứt hoạt động hộ kinh doanh",)),
    Term("synonym", ("độc thân",), ("tình trạng hôn nhân",)),
    Term("elsewhere", ("nộp thuế",), (), authority="Cơ quan thuế"),
)


def made(names=NAMES, terms=TERMS):
    corpus = Corpus("vi")
    for pk, name in names.items():
        corpus.put(Document(pk, "service", name, FIELDS.get(pk, {}), codes=(f"1.{pk:06d}",)))
    lexicon = LexiconIndex(terms, "vi")
    lexicon.teach(corpus.vocabulary)
    return corpus, lexicon


CORPUS, LEXICON = made()


def first(question):
    found = ranked(plan(question, CORPUS, LEXICON), CORPUS)
    return found[0].pk if found else None


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("giấy phép xây dựng", 1),
        ("giay phep xay dung", 1),
        ("GIẤY PHÉP XÂY DỰNG NHÀ Ở", 1),
        (unicodedata.normalize("NFD", "giấy phép xây dựng nhà ở"), 1),
        ("giaays pheps xaay duwngj", 1),
        ("gia6y1 phe1p xa6y du7ng5", 1),
        ("giayphepxaydung", 1),
        ("gpxd", 1),
        ("nhà thầu xây dựng", 2),
        ("khai sinh", 3),
        ("khai sing", 3),
        ("dang kí khai sinh cho con thi can gi", 3),
        ("khai sinh nước ngoài", 4),
        ("vợ mới đẻ", 3),
        ("khai tử", 5),
        ("mất sổ đỏ", 6),
        ("đổi bìa đỏ", 9),
        ("bằng lái hết hạn", 7),
        ("mất bằng lái", 8),
        ("driving licence", 8),
        ("đóng quán", 10),
        ("giay doc than", 12),
    ],
)
def test_the_right_service_is_first(question, right):
    assert first(question) == right


@pytest.mark.parametrize("question", ["", " ", '"', "🙂", "zzzqqq", "%", "(" * 200])
def test_what_nobody_can_mean_finds_nothing(question):
    assert first(question) is None


def test_short_words_need_their_marks():
    """Đẻ stands for birth, de for nothing."""
    assert [group.phrases for group in plan("de", CORPUS, LEXICON).groups] == [()]


@pytest.mark.parametrize("typed", ["1.000005", "1000005", "mã 1.000005 là gì"])
def test_a_code_is_read(typed):
    assert plan(typed, CORPUS, LEXICON).code == "1.000005"


def test_what_another_authority_does_is_told():
    [term] = plan("nộp thuế ở đâu", CORPUS, LEXICON).terms
    assert term.authority == "Cơ quan thuế"


def test_a_mistyped_word_is_told_as_it_is_written():
    assert plan("khai sing", CORPUS, LEXICON).spelling == "khai sinh"
    assert plan("khai sinh", CORPUS, LEXICON).spelling == ""


@pytest.mark.parametrize(
    ("typed", "right"),
    [("giấy phép xâ", 1), ("khai s", 3), ("khai t", 5), ("sổ đ", 9), ("doc th", 12), ("đăng ký thà", 11)],
)
def test_what_is_not_finished_is_suggested(typed, right):
    _plan, found = suggested(typed, CORPUS, LEXICON)
    assert right in [hit.pk for hit in found[:2]]


def test_what_is_gone_is_neither_found_nor_known():
    corpus, lexicon = made({**NAMES, 99: "Bí mật của thiên hà"}, ())
    assert [hit.pk for hit in ranked(plan("thiên hà", corpus, lexicon), corpus)] == [99]
    corpus.remove(99)
    assert ranked(plan("thiên hà", corpus, lexicon), corpus) == []
    assert not corpus.vocabulary.knows("thien")
    assert not corpus.vocabulary.near("thienn")


def test_a_new_state_takes_the_place_of_the_old_one():
    corpus, lexicon = made()
    corpus.put(Document(3, "service", "Cấp bản sao trích lục"))
    assert first_of("trích lục", corpus, lexicon) == 3
    assert first_of("khai sinh", corpus, lexicon) == 4


def first_of(question, corpus, lexicon):
    return ranked(plan(question, corpus, lexicon), corpus)[0].pk


def test_the_order_does_not_depend_on_the_order_of_reading():
    corpus, lexicon = made(dict(reversed(NAMES.items())))
    for question in ("giấy phép", "đăng ký", "cấp lại", "nước ngoài"):
        one = [hit.pk for hit in ranked(plan(question, CORPUS, LEXICON), CORPUS)]
        assert [hit.pk for hit in ranked(plan(question, corpus, lexicon), corpus)] == one


def test_english_words_are_found_in_their_forms():
    corpus, lexicon = Corpus("en"), LexiconIndex((), "en")
    corpus.put(Document(1, "service", "Register a birth"))
    corpus.put(Document(2, "service", "Building permits for houses"))
    assert first_of("registration of births", corpus, lexicon) == 1
    assert first_of("permit to build a house", corpus, lexicon) == 2
