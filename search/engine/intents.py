"""What a question wants done: something lost, changed, ended, made new; and which names of services do that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engine.syllables import Syllable, keys, syllables

VERB_WITHIN = 14
"""Words of a name in which what it does is looked for."""


@dataclass(frozen=True)
class Intent:
    """Words that ask for it, and words with which names of such services begin."""

    key: str
    asked: tuple[tuple[Syllable, ...], ...]
    names: tuple[tuple[str, ...], ...]


def _intent(key: str, asked: str, names: str) -> Intent:
    return Intent(
        key,
        tuple(syllables(one) for one in asked.split(",")),
        tuple(keys(one) for one in names.split(",")),
    )


INTENTS = (
    _intent(
        "reissue",
        "mất, rớt, rơi, hỏng, hư, rách, cháy, gãy, mờ, thất lạc, làm lại, cấp lại, xin lại, lost, damaged, replace",
        "cấp lại, đăng ký lại, trình báo mất, cấp bản sao, cấp đổi",
    ),
    _intent("exchange", "đổi, hết hạn, thay mới, cấp đổi, exchange", "cấp đổi, đổi"),
    _intent(
        "change",
        "sai, sửa, nhầm, đổi tên, đổi địa chỉ, cập nhật, thay đổi, điều chỉnh, bổ sung, cải chính, change, correct",
        "thay đổi, cải chính, đính chính, điều chỉnh, hiệu đính, bổ sung, sửa đổi",
    ),
    _intent("renew", "hết hạn, quá hạn, kéo dài, gia hạn, renew, extend", "gia hạn, cấp đổi"),
    _intent(
        "end",
        "đóng, đóng cửa, dẹp, thôi, bỏ, cắt, trả lại, hủy, chấm dứt, giải thể, xóa, close, cancel",
        "chấm dứt, giải thể, xóa, hủy, thu hồi",
    ),
    _intent("suspend", "tạm nghỉ, tạm ngưng, tạm ngừng, suspend", "tạm ngừng"),
    _intent("split", "tách, chia", "tách, chia"),
    _intent("merge", "gộp, nhập, sáp nhập, hợp", "hợp, sáp nhập"),
    _intent("transfer", "sang tên, cho tặng, thừa kế, chuyển nhượng, transfer", "đăng ký biến động, chuyển nhượng"),
    _intent("revoke", "nộp lại, thu hồi", "thu hồi"),
    _intent(
        "new",
        "mở, lập, làm mới, lần đầu, cấp mới, đăng ký mới, open, new",
        "đăng ký, cấp, thành lập, cho phép",
    ),
)
UNASKED = tuple(keys(words) for words in ("cấp lại", "đăng ký lại", "cấp đổi", "đổi", "gia hạn", "chấm dứt", "thu hồi"))
"""Beginnings of names that somebody who asks for none of this seldom means."""


def asked_for(words: Sequence[Syllable]) -> frozenset[str]:
    """Return the keys of what the words ask for."""
    return frozenset(intent.key for intent in INTENTS if any(_asks(words, phrase) for phrase in intent.asked))


def asking_words(words: Sequence[Syllable]) -> frozenset[int]:
    """Return the places of the words that ask for something to be done."""
    places: set[int] = set()
    for intent in INTENTS:
        for phrase in intent.asked:
            for at in _places(words, phrase):
                places.update(range(at, at + len(phrase)))
    return frozenset(places)


def done_by(name: Sequence[str]) -> frozenset[str]:
    """Return the keys of what a service with a name of these words does."""
    line = list(name[:VERB_WITHIN])
    return frozenset(intent.key for intent in INTENTS if any(_stands_in(line, words) for words in intent.names))


def is_unasked(name: Sequence[str]) -> bool:
    """Return whether the name begins with something that is only meant when it is asked for."""
    return any(tuple(name[: len(words)]) == words for words in UNASKED)


def _asks(words: Sequence[Syllable], phrase: Sequence[Syllable]) -> bool:
    return bool(_places(words, phrase))


def _places(words: Sequence[Syllable], phrase: Sequence[Syllable]) -> list[int]:
    size = len(phrase)
    return [at for at in range(len(words) - size + 1) if all(map(agrees, words[at : at + size], phrase))]


def agrees(typed: Syllable, meant: Syllable) -> bool:
    """Return whether a word may be meant by what is typed: marks that were typed must be its own."""
    return typed.exact == meant.exact if typed.is_marked else typed.key == meant.key


def _stands_in(line: list[str], words: Iterable[str]) -> bool:
    wanted = list(words)
    return any(line[at : at + len(wanted)] == wanted for at in range(len(line) - len(wanted) + 1))
