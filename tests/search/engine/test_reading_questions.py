"""What a question is taken for: initials, and what is only the background of what is wanted."""

import pytest

from search.engine.background import background
from search.engine.corpus import Corpus, Document
from search.engine.initials import written_out
from search.engine.lexicon_index import LexiconIndex
from search.engine.planner import plan
from search.engine.scorer import ranked
from search.engine.syllables import syllables
from search.lexicon.terms import Term

pytestmark = pytest.mark.once
NAMES = (
    "Công nhận câu lạc bộ thể dục thể thao cơ sở",
    "Giải thi đấu thể dục thể thao",
    "Giải thể câu lạc bộ",
    "Cấp giấy xác nhận tình trạng hôn nhân",
    "Chuyển nhượng quyền sử dụng đất",
    "Đăng ký thường trú",
)
TERMS = (
    Term("synonym", ("mua đất", "mua nhà"), ("chuyển nhượng",)),
    Term("synonym", ("chuyển hộ khẩu",), ("đăng ký thường trú",)),
)


@pytest.fixture(scope="module")
def world():
    corpus, lexicon = Corpus("vi"), LexiconIndex(TERMS, "vi")
    for number, name in enumerate(NAMES):
        corpus.put(Document(number, "service", name))
    lexicon.teach(corpus.vocabulary)
    return corpus, lexicon


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tdtt", "the duc the thao"),
        ("clb tdtt", "cau lac bo the duc the thao"),
        ("tthn", "tthn"),  # only one name has it
        ("xyz", "xyz"),
        ("giai", "giai"),
        ("bcdfghjk", "bcdfghjk"),
    ],
)
def test_initials_are_read_where_several_names_have_the_words(world, typed, read):
    assert " ".join(word.key for word in written_out(syllables(typed), *world)) == read


@pytest.mark.parametrize(
    ("question", "behind"),
    [
        ("giấy độc thân để mua đất", "mua đất"),
        ("mua nhà xong có phải chuyển hộ khẩu không", "mua nhà"),
        ("nghỉ lâu muốn rút bảo hiểm", "nghỉ lâu"),
        ("để mua đất", ""),
        ("mua nhà xong", ""),
        ("dang ky de mua", ""),
    ],
)
def test_background_is_what_the_question_is_not_about(question, behind):
    words = syllables(question)
    assert " ".join(words[at].text for at in sorted(background(words))) == behind


@pytest.mark.parametrize(
    ("question", "first"),
    [("giấy xác nhận tình trạng hôn nhân để mua đất", 3), ("mua nhà xong có phải chuyển hộ khẩu không", 5)],
)
def test_what_is_wanted_goes_before_its_background(world, question, first):
    assert ranked(plan(question, *world), world[0])[0].pk == first
