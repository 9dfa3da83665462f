"""Fields in the text of a Word file: the list of those that stay in the file.

Source: ECMA-376 part 1, 17.16. Others fetch texts and pictures, ask programs or run macros. A field is judged by the
name its instruction begins with; one that other fields would have to build first has none, and is refused.
"""

import re
from collections.abc import Mapping

from services.forms.uploads.links import check_link
from services.forms.uploads.refusal import FETCHES, LINK, Refusal

_FIELDS = """
    = ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
    BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE
    EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GOTOBUTTON GREETINGLINE HYPERLINK IF
    INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF
    NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ
    SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME
    XE
"""
FIELDS = frozenset(_FIELDS.split())
_NAME = re.compile(r"\s*(=|[A-Za-z]+)")
_WORDS = re.compile(r'"(?:[^"\\]|\\.)*"?|[^\s"]+')
_SWITCH = re.compile(r"\\[a-z@#*]", re.IGNORECASE)
_WITH_VALUE = {"\\l", "\\o", "\\t"}
_ANOTHER = "\ufffc"
"""Where the result of a field within the instruction stands."""
_INSTRUCTIONS = {"instrtext", "delinstrtext", "t", "deltext"}


class FieldReader:
    """Follows the fields of one part, from the begin of each to its end, and judges their instructions."""

    def __init__(self) -> None:
        self._open: list[list[str] | None] = []
        self._collects = False

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        """Look at one element; `name` in small letters, without its space, as are those of the attributes."""
        if name == "fldchar":
            self._mark(attributes.get("fldchartype", ""))
        elif name == "fldsimple":
            check_instruction(attributes.get("instr", ""))
        self._collects = name in _INSTRUCTIONS

    def text(self, content: str) -> None:
        if self._collects and self._open and (pieces := self._open[-1]) is not None:
            pieces.append(content)

    def end(self) -> None:
        """Judge what was never closed."""
        while self._open:
            self._judge_last()

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self._open and (pieces := self._open[-1]) is not None:
                pieces.append(_ANOTHER)
            self._open.append([])
        elif kind == "separate" and self._open:
            self._judge_last()
            self._open.append(None)
        elif kind == "end" and self._open:
            self._judge_last()

    def _judge_last(self) -> None:
        pieces = self._open.pop()
        if pieces is not None:
            check_instruction("".join(pieces))


def check_instruction(instruction: str) -> None:
    """Refusal unless a field stays in the file; its link, if it is one, leads to the web."""
    if not instruction.strip():
        return
    name = _NAME.match(instruction)
    if name is None or name[1].upper() not in FIELDS:
        raise Refusal(FETCHES)
    if name[1].upper() == "HYPERLINK":
        _check_target(instruction[name.end() :])


def _check_target(rest: str) -> None:
    """Every word that is no switch is looked at as if it were the target."""
    if _ANOTHER in rest:
        raise Refusal(LINK)
    words = iter(_WORDS.findall(rest))
    for word in words:
        if not _SWITCH.fullmatch(word):
            check_link(word.strip('"“”').replace("\\\\", "\\"))
        elif word.lower() in _WITH_VALUE:
            next(words, None)
