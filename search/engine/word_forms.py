"""Forms of a word: its sound, its shape, what is left without one letter, its English stem."""

import re

_ONSETS = (
    (re.compile(r"^(?:tr|ch)"), "ch"),
    (re.compile(r"^[sx]"), "x"),
    (re.compile(r"^(?:gi(?=[aeou])|d|r|v)"), "d"),
    (re.compile(r"^ngh"), "ng"),
    (re.compile(r"^(?:l|n(?![gh]))"), "l"),
    (re.compile(r"^(?:c(?!h)|k(?!h)|q)"), "k"),
    (re.compile(r"^gh"), "g"),
)
_CODAS = ((re.compile(r"(?<=.)(?:ng|nh|n)$"), "n"), (re.compile(r"(?<=.)(?:c|t)$"), "t"), (re.compile(r"y"), "i"))
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(?:ch|nh|ng|c|m|n|p|t)?"
)
_STEMS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=[^s]s)es$|(?<=x)es$|(?<=ch)es$|(?<=[^aious])s$"), ""),
    (re.compile(r"(?<=...)(?:ations?|ating|ated|ate)$"), "at"),
    (re.compile(r"(?<=...)(?:ings?|ed|er|ers)$"), ""),
    (re.compile(r"(?<=...)e$"), ""),
)


def sound(key: str) -> str:
    """Return the word with the consonants that some region speaks alike made one."""
    for rule, letters in (*_ONSETS, *_CODAS):
        key = rule.sub(letters, key)
    return key


def could_be_vietnamese(key: str) -> bool:
    """Return whether the letters are built as those of a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(key) is not None


def one_letter_less(key: str) -> set[str]:
    """Return every form with one letter left out; of very short words none."""
    return {key[:at] + key[at + 1 :] for at in range(len(key))} if len(key) > 2 else set()


def stem(key: str) -> str:
    """Return what the forms of an English word share: permits, permit."""
    for rule, letters in _STEMS:
        key = rule.sub(letters, key)
    return key
