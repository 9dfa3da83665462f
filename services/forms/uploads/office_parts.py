"""Parts and relations of Office files: the list of what ordinary documents hold.

Source: ECMA-376 part 1 and [MS-OE376], [MS-DOCX], [MS-XLSX] for what Microsoft added. A part or a relation that is not
on the list is refused, also one that is invented tomorrow.
"""

import re
from urllib.parse import unquote

from services.forms.uploads.exceptions import EMBEDDED, FETCHES, MACROS, UNKNOWN_PART, Refusal
from services.forms.uploads.links import check_link, is_on_a_disk

_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."

MAIN = {
    "docx": f"{_OFFICE}wordprocessingml.document.main+xml",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet.main+xml",
}
INNER = {f"{_OFFICE}wordprocessingml.document": "docx", f"{_OFFICE}spreadsheetml.sheet": "xlsx"}
"""A file in the file: the table behind a chart. It is judged as a file of its own."""
_PICTURES = "png jpeg jpg pjpeg gif bmp tiff tif x-emf emf x-wmf wmf vnd.ms-photo webp x-png x-icon"
PICTURES = frozenset(f"image/{name}" for name in _PICTURES.split())
RELATIONSHIPS = f"{_PACKAGE}relationships+xml"
DRAWING = "image/svg+xml"
DATA = "customxml/"
"""Where data of the writer's own lie: any XML, which no program runs; no relation of another kind may lead there."""
_WORD = """
    styles settings webSettings fontTable numbering header footer footnotes endnotes comments commentsExtended
    commentsIds commentsExtensible people document.glossary
"""
_EXCEL = """
    worksheet chartsheet styles sharedStrings calcChain comments table pivotTable pivotCacheDefinition
    pivotCacheRecords sheetMetadata revisionHeaders revisionLog userNames
"""
_DRAWN = "chart chartshapes diagramColors diagramData diagramLayout diagramStyle"
_MICROSOFT = """
    ms-word.stylesWithEffects ms-office.chartstyle ms-office.chartcolorstyle ms-office.chartex
    ms-office.drawingml.diagramDrawing ms-office.classificationlabels ms-excel.threadedcomments ms-excel.person
    ms-excel.controlproperties ms-excel.slicer ms-excel.slicerCache ms-excel.timeline ms-excel.timelineCache
    ms-excel.rdrichvalue ms-excel.rdrichvaluestructure ms-excel.rdrichvaluetypes ms-excel.richvaluerel
    ms-excel.rdsupportingpropertybag ms-excel.rdsupportingpropertybagstructure ms-excel.richstyles
    ms-excel.rdarray ms-excel.namedsheetviews ms-excel.featurepropertybag
"""
XML_PARTS = frozenset(
    kind.lower()
    for kind in (
        *MAIN.values(),
        *(f"{_OFFICE}wordprocessingml.{name}+xml" for name in _WORD.split()),
        *(f"{_OFFICE}spreadsheetml.{name}+xml" for name in _EXCEL.split()),
        *(f"{_OFFICE}drawingml.{name}+xml" for name in _DRAWN.split()),
        *(f"application/vnd.{name}+xml" for name in _MICROSOFT.split()),
        *(f"{_OFFICE}{name}+xml" for name in ("theme", "themeOverride", "drawing", "extended-properties")),
        *(f"{_OFFICE}{name}+xml" for name in ("custom-properties", "customXmlProperties")),
        *(f"{_PACKAGE}{name}+xml" for name in ("relationships", "core-properties", "digital-signature-xmlsignature")),
        f"{_OFFICE}vmlDrawing",
        "application/xml",
        "text/xml",
        DRAWING,
    )
)
PLAIN_PARTS = frozenset(
    kind.lower()
    for kind in (
        f"{_OFFICE}obfuscatedFont",
        f"{_OFFICE}wordprocessingml.printerSettings",
        f"{_OFFICE}spreadsheetml.printerSettings",
        f"{_OFFICE}spreadsheetml.customProperty",
        f"{_PACKAGE}digital-signature-origin",
        f"{_PACKAGE}digital-signature-certificate",
    )
)
"""Parts that are no XML and only looked at for what they begin with."""
_REASONS = (
    (re.compile(r"macro|vba|activex|keymap|attachedtoolbars|javascript|dialogsheet", re.IGNORECASE), MACROS),
    (re.compile(r"oleobject|x-msdownload|html|package$|rtf|embedded", re.IGNORECASE), EMBEDDED),
    (re.compile(r"external|connections|query|volatile|mailmerge", re.IGNORECASE), FETCHES),
)

_RELATION = re.compile(
    r"http://(?:schemas\.openxmlformats\.org/(?:officedocument|package)/2006/relationships"
    r"|purl\.oclc\.org/ooxml/officedocument/relationships"
    r"|schemas\.microsoft\.com/office/\d{4}(?:/\d{2})?/relationships)/([a-z/-]+)"
)
_RELATIONS = """
    officedocument metadata/core-properties extended-properties extendedproperties custom-properties
    customproperties metadata/thumbnail digital-signature/origin digital-signature/signature
    digital-signature/certificate customxml customxmlprops styles styleswitheffects settings websettings
    fonttable font theme themeoverride numbering header footer footnotes endnotes comments commentsextended
    commentsids commentsextensible people image hdphoto hyperlink glossarydocument chart chartex chartusershapes
    chartstyle chartcolorstyle diagramdata diagramlayout diagramquickstyle diagramcolors diagramdrawing package
    printersettings attachedtemplate classificationlabels worksheet chartsheet sharedstrings calcchain
    sheetmetadata drawing vmldrawing legacydrawinghf threadedcomment person table pivottable
    pivotcachedefinition pivotcacherecords ctrlprop slicer slicercache timeline timelinecache rdrichvalue
    rdrichvaluestructure rdrichvaluetypes richvaluerel rdsupportingpropertybag rdsupportingpropertybagstructure
    rdarray richstyles namedsheetview featurepropertybag revisionheaders revisionlog usernames customproperty
"""
RELATIONS = frozenset(_RELATIONS.split())
_REMOTE_REASONS = {
    "oleobject": EMBEDDED,
    "afchunk": EMBEDDED,
    "control": MACROS,
    **dict.fromkeys(
        ("subdocument", "frame", "transform", "externallink", "externallinkpath", "video", "audio"), FETCHES
    ),
    **dict.fromkeys(
        ("mailmergesource", "mailmergeheadersource", "connections", "querytable", "hyperlinkbase"), FETCHES
    ),
    **dict.fromkeys(
        ("vbaproject", "wordvbadata", "xlmacrosheet", "keymapcustomizations", "activexcontrolbinary"), MACROS
    ),
}
_LOCAL = {"image", "attachedtemplate"}
"""A picture or a template on the writer's own disk: harmless elsewhere, and Word writes it into many files."""
_REACHES_OUT = re.compile(r"\s*(?:[/\\]{2}|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)


def reason_against(content_type: str) -> str:
    """Return the code of the refusal of a part that is not on the lists."""
    return next((code for pattern, code in _REASONS if pattern.search(content_type)), UNKNOWN_PART)


def names_macros(name: str) -> bool:
    return reason_against(name) == MACROS


def check_relation(kind: str, target: str, mode: str) -> None:
    """Raise Refusal unless the relation is a known one and leads nowhere by itself."""
    found = _RELATION.fullmatch(kind.strip().lower())
    name = found[1] if found else ""
    if name not in RELATIONS:
        raise Refusal(_REMOTE_REASONS.get(name, UNKNOWN_PART))
    if mode.strip().lower() not in {"external", "internal", ""}:
        raise Refusal(FETCHES)
    if DATA in unquote(target).lower() and not name.startswith("customxml"):
        raise Refusal(UNKNOWN_PART)
    if name == "hyperlink":
        check_link(target)
    elif mode.strip().lower() == "external":
        if name not in _LOCAL or not is_on_a_disk(target):
            raise Refusal(FETCHES)
    elif _REACHES_OUT.match(target):
        raise Refusal(FETCHES)
