"""A question that means several things is answered with a choice, one that says more is not."""

import pytest

from search.engine.corpus import Corpus, Document
from search.engine.lexicon_index import LexiconIndex
from search.engine.planner import plan
from search.entry_lines import lines_of
from search.lexicon.entry_rows import entry_records
from search.lexicon.terms import Term

TERMS = (
    Term("ambiguous", ("sai ngày sinh",), ("cải chính hộ tịch", "cấp đổi thẻ căn cước")),
    Term("synonym", ("mặt bằng",), ("giải phóng mặt bằng",)),
    Term("synonym", ("mất bằng",), ("bản sao văn bằng",)),
)
NAMES = ("Cải chính hộ tịch", "Cấp đổi thẻ căn cước", "Bản sao văn bằng", "Giải phóng mặt bằng", "Đăng ký khai sinh")

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def asked():
    corpus, lexicon = Corpus("vi"), LexiconIndex(TERMS, "vi")
    for number, name in enumerate(NAMES):
        corpus.put(Document(number, "service", name))
    lexicon.teach(corpus.vocabulary)
    return lambda question: plan(question, corpus, lexicon)


@pytest.mark.parametrize(
    "question", ["sai ngày sinh", "sai ngay sinh", "con tôi bị sai ngày sinh thì sửa ở đâu", "SAI NGÀY SINH?"]
)
def test_a_question_that_means_several_things_offers_them(asked, question):
    assert asked(question).choices == ("cải chính hộ tịch", "cấp đổi thẻ căn cước")


@pytest.mark.parametrize("question", ["sai ngày sinh trên thẻ căn cước", "sai ngày sinh khai sinh", "khai sinh", ""])
def test_a_question_that_says_which_offers_nothing(asked, question):
    assert asked(question).choices == ()


def test_what_is_written_alike_without_marks_is_offered_with_them(asked):
    assert set(asked("mat bang").choices) == {"mặt bằng", "mất bằng"}
    assert asked("mất bằng").choices == ()


def test_an_entry_of_several_meanings_adds_nothing_to_a_question_that_says_which(asked):
    groups = asked("sai ngày sinh trên khai sinh").groups
    assert not any(group.phrases for group in groups)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_choice_of_the_software_leads_on(language):
    records = [row for row in entry_records().values() if row["language"] == language]
    terms = [Term(row["kind"], lines_of(row["phrases"]), lines_of(row["targets"])) for row in records]
    corpus, lexicon = Corpus("vi"), LexiconIndex(terms, "vi")
    offered = [choice for term in terms if term.kind == "ambiguous" for choice in term.targets]
    for number, choice in enumerate(offered):
        corpus.put(Document(number, "service", choice))
    assert len(offered) > 10
    assert [choice for choice in offered if plan(choice, corpus, lexicon).choices] == []
