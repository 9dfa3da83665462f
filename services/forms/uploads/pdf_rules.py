"""What may stand in a PDF: for each place where something could act, the list of what a paper needs.

Source: ISO 32000-2, 12.6 (actions), 12.5 (annotations), 7.11 (files), 7.4 (filters). An action that is not on the list
is refused, also one that nobody has heard of yet. A dictionary is given as pikepdf reads it: escapes in names are gone.
"""

from collections.abc import Iterator

import pikepdf

from services.forms.uploads.exceptions import ACTS, EMBEDDED, FETCHES, LINK, MEDIA, SCRIPT, SENDS, UNKNOWN_PART, Refusal
from services.forms.uploads.links import check_link, check_web_address

ACTIONS = {
    "/GoTo": {"/D", "/SD"},
    "/Named": {"/N"},
    "/URI": {"/URI", "/IsMap"},
    "/ResetForm": {"/Fields", "/Flags"},
}
"""Actions somebody clicks on, and their entries: a place in the file, a page further, a web address, an empty form."""
BY_THEMSELVES = {"/GoTo", "/Named"}
"""Actions that run when a file or a page is opened: nothing leaves the file."""
TURNS = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
_ANNOTATIONS = """
    /Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly /StrikeOut
    /Stamp /Caret /Ink /Popup /Widget /PrinterMark /TrapNet /Watermark /Redact
"""
ANNOTATIONS = frozenset(_ANNOTATIONS.split())
NAMES = {"/Dests", "/EmbeddedFiles", "/AP", "/Pages", "/Templates", "/IDS", "/URLS"}
_FILTERS = """
    /ASCIIHexDecode /AHx /ASCII85Decode /A85 /LZWDecode /LZW /FlateDecode /Fl /RunLengthDecode /RL
    /CCITTFaxDecode /CCF /JBIG2Decode /DCTDecode /DCT /JPXDecode /Crypt
"""
FILTERS = frozenset(_FILTERS.split())
_MOST_ACTIONS = 100
"""One after another; a circle has no end."""

_REFUSED_ACTIONS = {
    **dict.fromkeys(("/JavaScript",), SCRIPT),
    **dict.fromkeys(("/SubmitForm", "/ImportData"), SENDS),
    **dict.fromkeys(("/GoToR", "/Thread"), FETCHES),
    **dict.fromkeys(("/GoToE",), EMBEDDED),
    **dict.fromkeys(("/Rendition", "/GoTo3DView", "/RichMediaExecute", "/Movie", "/Sound"), MEDIA),
}
"""The reason that is named; what stands here or not is refused all the same."""
_REFUSED_ANNOTATIONS = {
    **dict.fromkeys(("/3D", "/RichMedia", "/Movie", "/Sound", "/Screen", "/Projection"), MEDIA),
    "/FileAttachment": EMBEDDED,
}
_REFUSED_KEYS = {
    **dict.fromkeys(("/JS", "/JavaScript"), SCRIPT),
    **dict.fromkeys(("/XFA", "/NeedsRendering"), SENDS),
    **dict.fromkeys(("/3DD", "/RichMediaContent", "/AlternatePresentations", "/Renditions"), MEDIA),
    **dict.fromkeys(("/OPI",), FETCHES),
    **dict.fromkeys(("/Collection", "/RF"), EMBEDDED),
}


def check_dictionary(found: pikepdf.Object) -> None:
    """Raise Refusal when one of its entries acts, fetches or plays in a way that is not on the lists."""
    keys = set(found.keys())
    for key in keys & _REFUSED_KEYS.keys():
        raise Refusal(_REFUSED_KEYS[key])
    for key in keys & _CHECKS.keys():
        _CHECKS[key](found, found[key])


def check_stream(found: pikepdf.Object) -> None:
    """Raise Refusal when a stream takes its content from elsewhere, is a program, or is packed in an unknown way."""
    if {"/F", "/FFilter", "/FDecodeParms", "/Ref"} & set(found.keys()):
        raise Refusal(FETCHES)
    if "/PS" in (_name(found.get("/Subtype")), _name(found.get("/Subtype2"))):
        raise Refusal(SCRIPT)
    if "/Filter" in found:
        filters = found["/Filter"]
        for name in list(filters) if isinstance(filters, pikepdf.Array) else [filters]:
            if _name(name) not in FILTERS:
                raise Refusal(UNKNOWN_PART)


def check_action(action: object, *, by_itself: bool) -> None:
    """Raise Refusal unless it, and every one that follows it, is on the list of its place."""
    waiting: list[object] = [action]
    for _number in range(_MOST_ACTIONS):
        if not waiting:
            return
        one = _check_one(waiting.pop(), by_itself)
        if "/Next" in one:
            following = one["/Next"]
            waiting += list(following) if isinstance(following, pikepdf.Array) else [following]
    raise Refusal(ACTS)


def _check_one(action: object, by_itself: bool) -> pikepdf.Dictionary:
    """Return the action, when it is one of the list of its place."""
    if not isinstance(action, pikepdf.Dictionary):
        raise Refusal(ACTS)
    kind = _name(action.get("/S"))
    if kind not in (BY_THEMSELVES if by_itself else ACTIONS.keys()):
        raise Refusal(_REFUSED_ACTIONS.get(kind, ACTS))
    if set(action.keys()) - ACTIONS[kind] - {"/S", "/Type", "/Next"}:
        raise Refusal(FETCHES if "/F" in action else ACTS)
    if kind == "/Named" and _name(action.get("/N")) not in TURNS:
        raise Refusal(ACTS)
    if kind == "/URI":
        check_link(_text(action.get("/URI")))
    return action


def _check_open_action(_found: pikepdf.Object, value: object) -> None:
    """A place in the file, or an action."""
    if not isinstance(value, (pikepdf.Array, pikepdf.Name, pikepdf.String)):
        check_action(value, by_itself=True)


def _check_events(_found: pikepdf.Object, value: object) -> None:
    for action in _values(value):
        check_action(action, by_itself=True)


def _check_clicked(_found: pikepdf.Object, value: object) -> None:
    """Elsewhere `/A` stands for looks (in the tree of headings) and for units (of a drawing): they name no action."""
    if isinstance(value, pikepdf.Dictionary) and {"/S", "/JS", "/URI", "/F", "/D"} & set(value.keys()):
        check_action(value, by_itself=False)


def _check_type(found: pikepdf.Object, value: object) -> None:
    if _name(value) == "/Action":
        check_action(found, by_itself=False)
    elif _name(value) == "/Annot":
        _check_annotation(found)
    elif _name(value) in {"/Filespec", "/F"} and "/EF" not in found:
        raise Refusal(FETCHES)


def _check_annotations(_found: pikepdf.Object, value: object) -> None:
    for annotation in value if isinstance(value, pikepdf.Array) else []:
        if isinstance(annotation, pikepdf.Dictionary):
            _check_annotation(annotation)


def _check_annotation(annotation: pikepdf.Object) -> None:
    kind = _name(annotation.get("/Subtype"))
    if kind not in ANNOTATIONS:
        raise Refusal(_REFUSED_ANNOTATIONS.get(kind, UNKNOWN_PART))


def _check_names(_found: pikepdf.Object, value: object) -> None:
    if not isinstance(value, pikepdf.Dictionary):
        return
    for key in set(value.keys()) - NAMES:
        raise Refusal(_REFUSED_KEYS.get(key, UNKNOWN_PART))


def _check_matrix(_found: pikepdf.Object, value: object) -> None:
    """Six numbers: one reader ran what else stood there as a program (CVE-2024-4367)."""
    numbers = list(value) if isinstance(value, pikepdf.Array) else []
    if len(numbers) != 6 or any(isinstance(number, pikepdf.Object) for number in numbers):
        raise Refusal(SCRIPT)


def _check_base(_found: pikepdf.Object, value: object) -> None:
    """Of the whole file: what links without a scheme begin with."""
    if isinstance(value, pikepdf.Dictionary) and "/Base" in value:
        check_web_address(_text(value["/Base"]))


def _check_file_system(_found: pikepdf.Object, value: object) -> None:
    if _name(value) == "/URL":
        raise Refusal(FETCHES)


_CHECKS = {
    "/OpenAction": _check_open_action,
    "/AA": _check_events,
    "/A": _check_clicked,
    "/PA": _check_clicked,
    "/Type": _check_type,
    "/Annots": _check_annotations,
    "/Names": _check_names,
    "/FontMatrix": _check_matrix,
    "/URI": _check_base,
    "/FS": _check_file_system,
}
KEYS = frozenset(_REFUSED_KEYS) | frozenset(_CHECKS) - {"/Type"}
"""A dictionary without one of them, and without a type of its own that is looked at, needs no look."""
TYPES = ("/Action", "/Annot", "/Filespec", "/F")


def _values(value: object) -> Iterator[object]:
    yield from (value[key] for key in value.keys()) if isinstance(value, pikepdf.Dictionary) else [value]  # noqa: SIM118


def _name(value: object) -> str:
    """Return a name as text; "" when it is something else, or a name in letters that no list of ours has."""
    try:
        return str(value) if isinstance(value, pikepdf.Name) else ""
    except UnicodeDecodeError:
        return ""


def _text(value: object) -> str:
    if not isinstance(value, pikepdf.String):
        raise Refusal(LINK)
    return str(value)
