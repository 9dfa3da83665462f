"""Words of a question that say little: they count less, and are never dropped."""

from search.engine.syllables import Syllable, keys, syllables

FILLER, WEAK = 0.08, 0.35

_FILLERS = syllables(
    "tôi em anh chị mình bác cháu tui tao ông bà cho của thì là làm sao thế nào như muốn cần xin hỏi đâu gì mấy "
    "bao nhiêu phải được không có với và các những cái ạ nhé để bị về thủ tục hồ sơ giúp cách hướng dẫn khi nếu mà ở "
    "tại trên dưới này kia đó rồi chưa thôi vậy hả ai thanh hóa tỉnh ta đi ra vào trước sau một hay hoặc do bởi vì từ "
    "đến theo quy định lúc giờ nay đang đã sẽ nên người quá rất cũng còn nữa lên xuống rứa răng mần nớ hắn chừ nhể"
)
_WEAK = syllables(
    "giấy tờ nhà con tiền hết cấp đơn việc phép số bản đăng ký năm tháng ngày mới bán mua chỗ nơi nhận mô chi tê ni mi"
)
_ENGLISH_FILLERS = frozenset(
    keys(
        "how what where when who do does can may must should i you my your me we our a an the to for of in on at by is "
        "are be and or with from get getting want need procedure service have has if it this that there vietnam"
    )
)

_ENGLISH_ALONE = _ENGLISH_FILLERS - frozenset(keys("do can may my me we by to this an on in the that i a is"))
"""Those that are no Vietnamese syllables."""


def _by_form(words: tuple[Syllable, ...]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word.key, word.exact))


_FILLER_FORMS, _WEAK_FORMS = _by_form(_FILLERS), _by_form(_WEAK)


def share(word: Syllable, language: str) -> float:
    """Return what share of its weight a word has by itself; one typed with marks must be that very word."""
    if language == "en" or word.text in _ENGLISH_ALONE:
        return FILLER if word.text in _ENGLISH_FILLERS else 1.0
    if word.exact in _FILLER_FORMS:
        return FILLER
    return WEAK if word.exact in _WEAK_FORMS else 1.0


def is_filler(word: Syllable, language: str) -> bool:
    return share(word, language) == FILLER


def is_small(word: Syllable) -> bool:
    """Return whether a word is one of those that are typed as they are meant."""
    return word.exact in _FILLER_FORMS or word.exact in _WEAK_FORMS
