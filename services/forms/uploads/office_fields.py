"""Fields in the text of a Word file: the list of those that stay in the file.

Source: ECMA-376 part 1, 17.16. Others fetch texts and pictures, ask programs or run macros. A field is judged by the
name its instruction begins with; one that other fields would have to build first has none, and is refused.
"""

import re
from collections.abc import Mapping

from services.forms.uploads.exceptions import FETCHES, HIDDEN, LINK, Refusal
from services.forms.uploads.links import check_link

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
_WRITTEN, _DELETED, _SHOWN = 1, 2, 3
_INSTRUCTIONS = {"instrtext": _WRITTEN, "delinstrtext": _DELETED, "t": _SHOWN, "deltext": _SHOWN}
_READINGS = ({_WRITTEN}, {_WRITTEN, _DELETED}, {_WRITTEN, _DELETED, _SHOWN})
"""An instruction as it stands, with what was deleted from it, and with texts in it: programs differ, each must hold."""
_PARTS_OF_FIELDS = {"fldchar", "fldsimple", "instrtext", "delinstrtext"}
OF_FIELDS = {*_PARTS_OF_FIELDS, *_INSTRUCTIONS, "alternatecontent"}
"""Elements that the fields of a text are told by."""
WORD_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}


class FieldReader:
    """Follows the fields of one part, from the begin of each to its end, and judges their instructions."""

    def __init__(self) -> None:
        self._open: list[list[tuple[int, str]] | None] = []
        self._collects = 0

    def element(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        """Look at one element; `name` in small letters, as are those of the attributes.

        Word passes over elements of other spaces: one that is called as a part of a field could only hide something.
        One of two versions of a piece within an instruction is read by some programs, the other by others.
        """
        is_of_word = space in WORD_SPACES
        is_in_two_versions = name == "alternatecontent" and self._is_in_an_instruction()
        if (name in _PARTS_OF_FIELDS and not is_of_word) or is_in_two_versions:
            raise Refusal(HIDDEN)
        if name == "fldchar":
            self._mark(attributes.get("fldchartype", ""))
        elif name == "fldsimple":
            check_instruction(attributes.get("instr", ""))
        self._collects = _INSTRUCTIONS.get(name, 0) if is_of_word else 0

    @property
    def listens(self) -> bool:
        """Whether the text that follows is part of an instruction."""
        return bool(self._collects and self._open)

    def text(self, content: str) -> None:
        if self._collects and self._open and (pieces := self._open[-1]) is not None:
            pieces.append((self._collects, content))

    def end(self) -> None:
        """Judge what was never closed."""
        while self._open:
            self._judge_last()

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self._open and (pieces := self._open[-1]) is not None:
                pieces.append((_WRITTEN, _ANOTHER))
            self._open.append([])
        elif kind == "separate" and self._open:
            self._judge_last()
            self._open.append(None)
        elif kind == "end" and self._open:
            self._judge_last()

    def _judge_last(self) -> None:
        pieces = self._open.pop()
        for kinds in _READINGS if pieces else ():
            check_instruction("".join(content for kind, content in pieces or () if kind in kinds))

    def _is_in_an_instruction(self) -> bool:
        return bool(self._open) and self._open[-1] is not None


def check_instruction(instruction: str) -> None:
    """Raise Refusal unless a field stays in the file; its link, if it is one, leads to the web."""
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
