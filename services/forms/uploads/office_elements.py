"""Elements in the parts of an Office file: what acts, fetches or carries, told by its name, and texts that are judged.

Names are looked at in small letters and without their space, so that no other spelling of it hides one.
"""

from collections.abc import Mapping

from services.forms.uploads.exceptions import ACTS, EMBEDDED, FETCHES, HIDDEN, MACROS, SCRIPT, Refusal
from services.forms.uploads.links import check_link
from services.forms.uploads.office_fields import OF_FIELDS, FieldReader
from services.forms.uploads.office_formulas import check_formula

_REFUSED = {
    **dict.fromkeys(("altchunk", "oleobject", "objectembed", "objectlink"), EMBEDDED),
    **dict.fromkeys(("subdoc", "mailmerge", "savethroughxslt", "ddelink", "olelink", "externalbook"), FETCHES),
    **dict.fromkeys(("webpublishitem", "webpublishitems"), ACTS),
    **dict.fromkeys(("script", "foreignobject", "handler"), SCRIPT),
}
"""Each has a relation or a part of its own as well, which is on no list."""
_DRAWING_SPACES = {"urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"}
_FORMULAS = {
    "f",
    "formula",
    "formula1",
    "formula2",
    "definedname",
    "calculatedcolumnformula",
    "totalsrowformula",
    "oldformula",
}
_EQUATIONS = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
}
_LOOKED_AT = {"hyperlinkbase", "schema"}
_TOLD_APART = {"fldchartype", "instr", "href", "src", "althref", "action", "xlm", "vbprocedure"}
_MACRO_NAME = {"xlm", "vbprocedure"}
_TRUE = {"1", "true", "on"}
_SCHEMES = ("schemalocation", "manifestlocation")
"""Of a schema that Word would fetch; in other elements they say nothing."""


class PartReader:
    """Looks at one part from its beginning to its end; Refusal says what is wrong with it."""

    def __init__(self) -> None:
        self._fields = FieldReader()
        self._formulas: list[list[str]] = []
        self._base: list[str] | None = None
        self._plain: set[str] = set()
        """Elements that are nothing to look at; a table has a million of them."""
        self._listens = False

    def element(self, tag: str, attributes: Mapping[str, str]) -> None:
        """`tag` as expat gives it: "namespace name"."""
        space, _, name = tag.rpartition(" ")
        name = name.lower()
        if self._base is not None or (self._formulas and not _is_formula(space, name)):
            raise Refusal(HIDDEN)
        self._listens = False
        if tag not in self._plain:
            self._look(tag, space, name, attributes)

    def _look(self, tag: str, space: str, name: str, attributes: Mapping[str, str]) -> None:
        if name in _REFUSED:
            raise Refusal(_REFUSED[name])
        if self._is_plain(space, name):
            self._plain.add(tag)
            return
        own = _by_name(attributes) if attributes else attributes
        self._check_attributes(space, name, own)
        self._fields.element(space, name, own)
        if _is_formula(space, name):
            self._formulas.append([])
        elif name == "hyperlinkbase":
            self._base = []
        self._listens = bool(self._formulas) or self._base is not None or self._fields.listens

    def text(self, content: str) -> None:
        if not self._listens:
            return
        self._fields.text(content)
        for pieces in (*self._formulas[-1:], self._base):
            if pieces is not None:
                pieces.append(content)

    def end(self, _tag: str) -> None:
        """A formula and a base hold no elements but formulas (others in them are refused), so each end is theirs."""
        if self._formulas:
            check_formula("".join(self._formulas.pop()))
            self._listens = bool(self._formulas)
        if self._base is not None:
            base, self._base = "".join(self._base), None
            check_link(base)

    def finish(self) -> None:
        self._fields.end()

    def _is_plain(self, space: str, name: str) -> bool:
        is_told_by_name = (
            _is_formula(space, name) or name in _LOOKED_AT or name in OF_FIELDS or name.startswith("hlink")
        )
        return not is_told_by_name and space.lower() not in _DRAWING_SPACES

    def _check_attributes(self, space: str, name: str, own: Mapping[str, str]) -> None:
        if space.lower() in _DRAWING_SPACES:
            _check_drawing(own)
        elif name == "definedname" and any(own.get(key, "").lower() in _TRUE for key in _MACRO_NAME):
            raise Refusal(MACROS)
        elif name == "schema" and any(own.get(key) for key in _SCHEMES):
            raise Refusal(FETCHES)
        elif name.startswith("hlink") and own.get("action", "").lower().startswith("ppaction:"):
            raise Refusal(ACTS)


def _is_formula(space: str, name: str) -> bool:
    """In an equation of Word, `f` is a fraction."""
    return name in _FORMULAS and space not in _EQUATIONS


def _by_name(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes by name alone. Two that are called the same could mean two things to two programs."""
    own: dict[str, str] = {}
    for key, value in attributes.items():
        name = key.rpartition(" ")[2].lower()
        if name in own and name in _TOLD_APART:
            raise Refusal(HIDDEN)
        own[name] = value
    return own


def _check_drawing(own: Mapping[str, str]) -> None:
    """An old drawing (VML) names its pictures by relations; only the web has addresses there."""
    if own.get("src", "").strip() or own.get("althref", "").strip():
        raise Refusal(FETCHES)
    if href := own.get("href", ""):
        check_link(href)


class DrawingReader(PartReader):
    """Looks at a drawing (SVG): no script, no handler, nothing from elsewhere."""

    def _is_plain(self, space: str, name: str) -> bool:
        return False

    def _check_attributes(self, space: str, name: str, own: Mapping[str, str]) -> None:
        if any(key.startswith("on") for key in own):
            raise Refusal(SCRIPT)
        href = own.get("href", "").strip().lower()
        if name == "a":
            check_link(href)
        elif href and not href.startswith(("#", "data:image/png", "data:image/jpeg")):
            raise Refusal(FETCHES)
