"""Word and Excel files that must not be kept, each for one reason: what it fetches, runs, hides or carries."""

from tests.services.forms.uploads import samples as s
from tests.services.forms.uploads.bad_sheets import BOMB, EXCEL, OLE, SHARE
from tests.services.forms.uploads.office import (
    MICROSOFT,
    OFFICE,
    SHEETS,
    WORDS,
    field,
    link,
    nested,
    rel,
    rels,
    run,
    settings,
    sheet,
    word,
)

EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 200
SCRIPTED = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PNG, SVG = {".png": "image/png"}, {".svg": "image/svg+xml"}


def part(name: str, kind: str, content: bytes | str = "<a/>", relation: str = "") -> bytes:
    """A Word file with one part more, of that content type."""
    relations = (rel(relation, name.removeprefix("word/")),) if relation else ()
    return word("", *relations, types={name: kind}, more={name: content})


def declared(name: str, **types: str) -> bytes:
    """A Word file with a document type in one of its parts."""
    return word("", types=types, more={name: BOMB})


WORD: dict[str, tuple[bytes, str]] = {
    "Word that takes in a web page": (
        word(
            '<w:altChunk r:id="x1"/>', rel("aFChunk", "a.html"), types={".html": "text/html"}, more={"word/a.html": "a"}
        ),
        "embedded_file",
    ),
    "Word that takes in a page under a name of its own": (word('<w:altChunk r:id="x1"/>'), "embedded_file"),
    "Word that fetches a picture by a field": (
        word(field('INCLUDEPICTURE "http://x.example/a.png"')),
        "fetches_content",
    ),
    "Word that fetches a text by a field": (word(field("INCLUDETEXT C:\\\\a.txt")), "fetches_content"),
    "Word that asks a program by a field": (word(field('DDEAUTO c:\\\\cmd.exe "/k calc"')), "fetches_content"),
    "Word that asks a program by a field in pieces": (word(nested(run("DD"), run("E cmd a"))), "fetches_content"),
    "Word that asks a program by a field built of numbers": (
        word(nested(field("QUOTE 68 68 69"), run(" cmd a"))),
        "fetches_content",
    ),
    "Word with a field in its plain text": (word(nested("<w:r><w:t>DDE cmd a</w:t></w:r>")), "fetches_content"),
    "Word with a field in what was deleted": (
        word(nested(run("<w:delInstrText>LINK Excel.Sheet a</w:delInstrText>"))),
        "fetches_content",
    ),
    "Word with a field that begins in a text nobody prints": (
        word(nested("<w:r><w:t>PAGE </w:t></w:r>", run("DDE cmd a"))),
        "fetches_content",
    ),
    "Word with a field that begins in what was deleted": (
        word(nested(run("<w:delInstrText>PAGE </w:delInstrText>"), run("DDE cmd a"))),
        "fetches_content",
    ),
    "Word with a field that begins in a space of another's": (
        word(nested(run("<o:instrText xmlns:o='urn:o'>PAGE </o:instrText>"), run("DDE cmd a"))),
        "hidden_content",
    ),
    "Word with a field in two versions": (
        word(
            nested(
                "<m:AlternateContent xmlns:m='urn:m'><m:Choice>" + run("PAGE ") + "</m:Choice><m:Fallback>"
                "" + run("DDE cmd a") + "</m:Fallback></m:AlternateContent>"
            )
        ),
        "hidden_content",
    ),
    "Word with a mark of a field that says two things": (
        word("<w:fldChar w:fldCharType='begin' xmlns:o='urn:o' o:fldCharType='end'/>" + run("DDE cmd a")),
        "hidden_content",
    ),
    "Word with a drawing with two links": (
        word('<v:shape xmlns:o="urn:o" href="javascript:alert(1)" o:href="https://x.example/"/>'),
        "hidden_content",
    ),
    "Word whose list of parts says two things": (
        part("word/b.xml", f'image/png"/><Override PartName="/word/b.xml" ContentType="{OFFICE}.theme+xml'),
        "hidden_content",
    ),
    "Word that takes its text out of data": (
        word("", rel("header", "../customXml/item1.xml"), more={"customXml/item1.xml": "<a/>"}),
        "unknown_part",
    ),
    "Word with a short field": (word('<w:fldSimple w:instr=" DATABASE \\d a "/>'), "fetches_content"),
    "Word with a button for macros": (word(field("MACROBUTTON Chay bam vao day")), "fetches_content"),
    "Word with a field nobody knows": (word(field("WOBBLE")), "fetches_content"),
    "Word with a field that is never closed": (
        word(run("<w:fldChar w:fldCharType='begin'/>") + run("DDE a b")),
        "fetches_content",
    ),
    "Word with a field that links to a script": (word(field('HYPERLINK "javascript:alert(1)"')), "unsafe_link"),
    "Word with a field that links to a share": (word(field('HYPERLINK "\\\\\\\\x.example\\\\a"')), "unsafe_link"),
    "Word with a field whose link is built": (
        word(nested(run('HYPERLINK "'), field("REF a"), run('"'))),
        "unsafe_link",
    ),
    "Word with a link that is a script": (link("javascript:alert(1)"), "unsafe_link"),
    "Word with a link that is a script in capitals": (link("  JaVaScRiPt:alert(1)"), "unsafe_link"),
    "Word with a link that is a script in escapes": (link("javascript%3Aalert(1)"), "unsafe_link"),
    "Word with a link that starts a help program": (link("ms-msdt:/id PCWDiagnostic"), "unsafe_link"),
    "Word with a link that starts a search": (link("search-ms:query=a&amp;crumb=location:x"), "unsafe_link"),
    "Word with a link that installs a program": (link("ms-appinstaller:?source=https://x/a"), "unsafe_link"),
    "Word with a link to a share": (link(SHARE), "unsafe_link"),
    "Word with a link to a share, in escapes": (link("%5c%5cx.example%5ca"), "unsafe_link"),
    "Word with a link to a share, as an address": (link("file://x.example/a"), "unsafe_link"),
    "Word with a link to a program of the computer": (link("file:///C:/Windows/System32/cmd.exe"), "unsafe_link"),
    "Word whose links begin at a share": (
        word(
            types={"docProps/app.xml": f"{OFFICE}.extended-properties+xml"},
            more={"docProps/app.xml": f"<Properties><HyperlinkBase>{SHARE}</HyperlinkBase></Properties>"},
        ),
        "unsafe_link",
    ),
    "Word that fetches its template from the web": (
        settings("", rel("attachedTemplate", "https://x.example/a.dotm", "External")),
        "fetches_content",
    ),
    "Word that fetches its template from a share": (
        settings("", rel("attachedTemplate", "file://///x.example/a.dotm", "External")),
        "fetches_content",
    ),
    "Word that fetches a picture": (word("", rel("image", "http://x.example/a.png", "External")), "fetches_content"),
    "Word that fetches a picture behind a blank": (
        word("", rel("image", " //x.example/a", "External")),
        "fetches_content",
    ),
    "Word that fetches a picture as one of its own": (
        word("", rel("image", "http://x.example/a.png")),
        "fetches_content",
    ),
    "Word that fetches a picture by a drawing": (
        word('<v:imagedata src="http://x.example/a.png"/>'),
        "fetches_content",
    ),
    "Word with a drawing that links to a script": (word('<v:shape href="javascript:alert(1)"/>'), "unsafe_link"),
    "Word with a drawing that starts a program": (
        word('<a:hlinkClick xmlns:a="urn:a" action="ppaction://program?x"/>'),
        "acts_by_itself",
    ),
    "Word that fetches its addressees": (settings("<w:mailMerge><w:query/></w:mailMerge>"), "fetches_content"),
    "Word that fetches the rules of its marks": (
        settings("<a:schema xmlns:a='urn:a' a:manifestLocation='http://x.example/a'/>"),
        "fetches_content",
    ),
    "Word that fetches a chapter": (
        word("", rel("subDocument", "http://x.example/a.docx", "External")),
        "fetches_content",
    ),
    "Word that fetches a frame": (word("", rel("frame", "http://x.example/a.htm", "External")), "fetches_content"),
    "Word that fetches an object": (word("", rel("oleObject", "http://x.example/a", "External")), "embedded_file"),
    "Word that fetches in a mode nobody knows": (
        word("", rel("image", "http://x.example/a", "Wobble")),
        "fetches_content",
    ),
    "Word with an object": (part("word/a.bin", f"{OFFICE}.oleObject", OLE), "embedded_file"),
    "Word with an object that is called a picture": (
        word("", rel("image", "a.png"), types=PNG, more={"word/a.png": OLE}),
        "embedded_file",
    ),
    "Word with a program that is called a picture": (
        word("", rel("image", "a.png"), types=PNG, more={"word/a.png": EXE}),
        "embedded_file",
    ),
    "Word with an object in a drawing": (word("<o:OLEObject xmlns:o='urn:o' ProgID='Package'/>"), "embedded_file"),
    "Word with a control": (
        part("word/a.xml", "application/vnd.ms-office.activeX+xml", relation="control"),
        "macros",
    ),
    "Word with macros under another name": (
        word(
            "",
            rel(f"{MICROSOFT}/2006/relationships/vbaProject", "a.png"),
            types=PNG,
            more={"word/a.png": s.png()},
        ),
        "macros",
    ),
    "Word with keys for macros": (
        part("word/a.xml", "application/vnd.ms-word.keyMapCustomizations+xml"),
        "macros",
    ),
    "Word with a program of the web beside it": (
        part("word/a.xml", "application/vnd.ms-office.webextensiontaskpanes+xml"),
        "unknown_part",
    ),
    "Word with buttons of its own": (
        word(more={"_rels/.rels": rels(rel(f"{MICROSOFT}/2006/relationships/ui/extensibility", "word/document.xml"))}),
        "unknown_part",
    ),
    "Word with a relation nobody knows": (word("", rel("wobble", "document.xml")), "unknown_part"),
    "Word with a relation of somebody else": (
        word("", rel("http://x.example/relationships/image", "document.xml")),
        "unknown_part",
    ),
    "Word with a part nobody knows": (part("word/a.xyz", "application/x-wobble"), "unknown_part"),
    "Word with a part without a kind": (word(more={"word/a.xyz": "a"}), "unknown_part"),
    "Word with a web page among its parts": (part("word/a.htm", "text/html"), "embedded_file"),
    "Word with a drawing with a script": (
        word("", rel("image", "a.svg"), types=SVG, more={"word/a.svg": SCRIPTED}),
        "script",
    ),
    "Word with a chart whose table has macros": (
        word(
            types={"word/embeddings/a.xlsx": f"{SHEETS}.sheet"},
            more={"word/embeddings/a.xlsx": sheet(more={"xl/vbaProject.bin": OLE})},
        ),
        "macros",
    ),
    "Word in a Word in a Word": (
        part("word/a.docx", f"{WORDS}.document", part("word/a.docx", f"{WORDS}.document", word())),
        "embedded_file",
    ),
    "Word that defines entities in its text": (s.archive(s.parts() | {"word/document.xml": BOMB}), "xml_entities"),
    "Word that defines entities in its relations": (declared("word/_rels/document.xml.rels"), "xml_entities"),
    "Word that defines entities in its data": (declared("customXml/item1.xml"), "xml_entities"),
    "Word that defines entities in its properties": (
        declared(
            "docProps/core.xml", **{"docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
        ),
        "xml_entities",
    ),
    "Word that defines entities in two bytes a letter": (
        word(more={"customXml/item1.xml": BOMB.encode("utf-16")}),
        "xml_entities",
    ),
    "Word in an alphabet nobody knows": (
        word(more={"customXml/item1.xml": b"<?xml version='1.0' encoding='utf-7'?><a/>"}),
        "damaged",
    ),
    "zip with an entry nobody lists": (s.unlisted(word()), "mixed_content"),
}

BAD_OFFICE = {name: ("don.docx", *row) for name, row in WORD.items()} | {
    name: ("bang.xlsx", *row) for name, row in EXCEL.items()
}
"""A person's words → name, bytes, the code of the refusal."""
