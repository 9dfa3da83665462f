"""Word and Excel files made by the tests themselves, part by part, with what ordinary and what bad ones hold."""

from tests.services.forms.uploads import samples as s

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "application/vnd.openxmlformats-officedocument"
WORDS, SHEETS = f"{OFFICE}.wordprocessingml", f"{OFFICE}.spreadsheetml"
MICROSOFT = "http://schemas.microsoft.com/office"

Parts = dict[str, bytes | str]


def rel(kind: str, target: str, mode: str = "Internal", number: int = 1) -> str:
    """One relation; a kind that is no address is one of the common ones."""
    address = kind if "://" in kind else f"{R}/{kind}"
    return f'<Relationship Id="x{number}" Type="{address}" Target="{target}" TargetMode="{mode}"/>'


def rels(*relations: str) -> str:
    return f'<Relationships xmlns="{s.PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def package(main: str, part: str, content: str, types: dict[str, str], more: Parts) -> bytes:
    """An archive with these parts; `types` are their content types, by name or (`.png`) by ending."""
    endings = {".rels": "application/vnd.openxmlformats-package.relationships+xml", ".xml": "application/xml"}
    endings |= {name: kind for name, kind in types.items() if name.startswith(".")}
    overrides = {f"/{part}": main} if endings[".xml"] != main else {}
    overrides |= {f"/{name}": kind for name, kind in types.items() if not name.startswith(".")}
    listed = "".join(f'<Default Extension="{name[1:]}" ContentType="{kind}"/>' for name, kind in endings.items())
    listed += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return s.archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{s.PACKAGE}/content-types">{listed}</Types>',
            "_rels/.rels": s.relation("officeDocument", part),
            part: content,
        }
        | more
    )


def word(body: str = "", *relations: str, types: dict[str, str] | None = None, more: Parts | None = None) -> bytes:
    """A Word file with this in its text, and these relations of its text."""
    content = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{VML}"><w:body>{body}</w:body></w:document>'
    linked: Parts = {"word/_rels/document.xml.rels": rels(*relations)} if relations else {}
    return package(s.WORD_MAIN, "word/document.xml", content, types or {}, linked | (more or {}))


def settings(content: str = "", *relations: str) -> bytes:
    """A Word file with these settings."""
    part = f'<w:settings xmlns:w="{W}" xmlns:r="{R}">{content}</w:settings>'
    more: Parts = {"word/settings.xml": part, "word/_rels/settings.xml.rels": rels(*relations)}
    types = {"word/settings.xml": f"{WORDS}.settings+xml"}
    return word("", rel("settings", "settings.xml"), types=types, more=more)


def sheet(
    cells: str = "", *relations: str, book: str = "", types: dict[str, str] | None = None, more: Parts | None = None
) -> bytes:
    """An Excel file with this in its one sheet and in its workbook; the relations are those of the sheet."""
    workbook = (
        f'<workbook xmlns="{X}" xmlns:r="{R}"><sheets><sheet name="a" sheetId="1" r:id="x1"/></sheets>{book}</workbook>'
    )
    parts: Parts = {
        "xl/_rels/workbook.xml.rels": rels(rel("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{X}" xmlns:r="{R}"><sheetData/>{cells}</worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": rels(*relations),
    }
    all_types = {"xl/worksheets/sheet1.xml": f"{SHEETS}.worksheet+xml"} | (types or {})
    return package(s.SHEET_MAIN, "xl/workbook.xml", workbook, all_types, parts | (more or {}))


def formula(text: str) -> bytes:
    """An Excel file with this formula in a cell."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return sheet(f'<row r="1"><c r="A1"><f>{escaped}</f><v>1</v></c></row>')


def field(instruction: str, result: str = "") -> str:
    """A field as Word writes it: its instruction in a run of its own between marks."""
    return _mark("begin") + run(instruction) + _mark("separate") + f"<w:r><w:t>{result}</w:t></w:r>" + _mark("end")


def run(instruction: str) -> str:
    text = (
        instruction if instruction.startswith("<") else f'<w:instrText xml:space="preserve">{instruction}</w:instrText>'
    )
    return f"<w:r>{text}</w:r>"


def nested(*pieces: str) -> str:
    """A field whose instruction holds other fields."""
    return _mark("begin") + "".join(pieces) + _mark("separate") + _mark("end")


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def link(target: str, kind: str = "hyperlink") -> bytes:
    """A Word file with a link that leads out of it."""
    return word('<w:hyperlink r:id="x1"/>', rel(kind, target, "External"))
