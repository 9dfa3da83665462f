"""PDFs that must not be kept, each for one reason: it acts by itself, fetches, sends, plays, or carries something."""

import zlib

import pikepdf

from tests.services.forms.uploads import pdfs
from tests.services.forms.uploads import samples as s

EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 200
HTML = b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"
SHARE = b"(\\\\\\\\x.example\\\\a.pdf)"
"""A path to another computer, as a string of a PDF is written."""


def opening(action: bytes) -> bytes:
    """It does this when it is opened."""
    return pdfs.drawn(b"/OpenAction " + action)


def turning(action: bytes) -> bytes:
    """It does this when its page is seen."""
    return pdfs.drawn(page=b"/AA << /O %s >>" % action)


def clicked(action: bytes) -> bytes:
    """It does this when somebody clicks on a link."""
    return noted(b"/Subtype /Link /A %s" % action)


def noted(annotation: bytes) -> bytes:
    return pdfs.drawn(page=b"/Annots [<< /Type /Annot /Rect [0 0 9 9] %s >>]" % annotation)


def stream(head: bytes, content: bytes = b"q Q") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def packed_away() -> bytes:
    """The action stands in an object of its own, which is packed away with the others."""

    def change(document: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://x.example/")
        document.Root.OpenAction = document.make_indirect(action)

    return pdfs.saved(pdfs.drawn(), change, deterministic_id=True, **pdfs.COMPRESSED)


def updated() -> bytes:
    """Added behind a sound file, as a program does that only writes what it changed."""
    return pdfs.updated(pdfs.drawn(), 1, b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Thread /D 0 >> >>")


def listed_nowhere() -> bytes:
    """The table of objects is broken: who repairs it finds an object that the table does not name."""
    return pdfs.unlisted(pdfs.drawn(), b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (https://x/) >> >>")


def with_file(name: str, content: bytes, depth: int = 0) -> bytes:
    return pdfs.with_attachment(name, content if not depth else with_file("trong.pdf", content, depth - 1))


def anybody_can_open(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=r"\\x.example\a.pdf", D="a")


FORM = b"/AcroForm << /Fields [5 0 R] %s >>"
FIELD = b"<< /FT /Tx /T (ho_ten) /Subtype /Widget /Rect [0 0 9 9] %s >>"


def field(extra: bytes, form: bytes = b"") -> bytes:
    return pdfs.drawn(FORM % form, page=b"/Annots [5 0 R]", more=(FIELD % extra,))


FILES_INSIDE: dict[str, tuple[bytes, str]] = {
    "PDF with a program attached": (with_file("chay.exe", EXE), "embedded_file"),
    "PDF with a program attached as XML": (with_file("hoa-don.xml", EXE), "embedded_file"),
    "PDF with a program attached as a picture": (with_file("anh.png", EXE), "embedded_file"),
    "PDF with a web page attached": (with_file("trang.html", HTML), "embedded_file"),
    "PDF with a web page attached as XML": (with_file("hoa-don.xml", HTML), "embedded_file"),
    "PDF with an attached XML that defines entities": (
        with_file("hoa-don.xml", b"<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>"),
        "xml_entities",
    ),
    "PDF with an attached XML that names a style sheet": (
        with_file("hoa-don.xml", b"<?xml-stylesheet type='text/xsl' href='https://x.example/a.xsl'?><a/>"),
        "embedded_file",
    ),
    "PDF with an attached table that calculates": (
        with_file("ds.csv", b"ten,so\n=cmd|'/C calc'!A0,1\n"),
        "embedded_file",
    ),
    "PDF with a Word file attached": (with_file("don.docx", s.word()), "embedded_file"),
    "PDF with an attached PDF with a script": (
        with_file("trong.pdf", opening(b"<< /S /JavaScript /JS (1) >>")),
        "script",
    ),
    "PDF in a PDF in a PDF in a PDF": (with_file("trong.pdf", pdfs.drawn(), depth=3), "embedded_file"),
    "PDF with very many files": (pdfs.with_attachments({f"{n}.csv": b"a" for n in range(40)}), "embedded_file"),
    "PDF with an attached file that unpacks to gigabytes": (
        with_file("ds.csv", b"a" * 40_000_000),
        "expands_too_much",
    ),
    "PDF with a file pinned to its page": (
        noted(b"/Subtype /FileAttachment /FS << /Type /Filespec /F (a.csv) /EF << /F 5 0 R >> >>"),
        "embedded_file",
    ),
    "PDF that is a folder of files": (pdfs.drawn(b"/Collection << /View /T >>"), "embedded_file"),
}

ACTIONS: dict[str, tuple[bytes, str]] = {
    "PDF that opens a web page by itself": (opening(b"<< /S /URI /URI (https://x.example/) >>"), "acts_by_itself"),
    "PDF that opens another computer's file by itself": (
        opening(b"<< /S /GoToR /F %s /D [0 /Fit] >>" % SHARE),
        "fetches_content",
    ),
    "PDF that follows an article by itself": (opening(b"<< /S /Thread /F (a.pdf) /D 0 >>"), "fetches_content"),
    "PDF that turns a model by itself": (opening(b"<< /S /GoTo3DView /V 0 >>"), "media_inside"),
    "PDF that plays a film by itself": (opening(b"<< /S /Rendition /OP 0 >>"), "media_inside"),
    "PDF that hides a field by itself": (opening(b"<< /S /Hide /T (a) >>"), "acts_by_itself"),
    "PDF that switches layers by itself": (opening(b"<< /S /SetOCGState /State [] >>"), "acts_by_itself"),
    "PDF that empties a form by itself": (opening(b"<< /S /ResetForm >>"), "acts_by_itself"),
    "PDF that prints by itself": (opening(b"<< /S /Named /N /Print >>"), "acts_by_itself"),
    "PDF that does something nobody knows": (opening(b"<< /S /Wobble >>"), "acts_by_itself"),
    "PDF whose first action has no kind": (opening(b"<< /URI (https://x.example/) >>"), "acts_by_itself"),
    "PDF that goes to a place in another file": (opening(b"<< /S /GoTo /D (a) /F %s >>" % SHARE), "fetches_content"),
    "PDF that opens a web page when a page is seen": (
        turning(b"<< /S /URI /URI (https://x.example/) >>"),
        "acts_by_itself",
    ),
    "PDF that opens another file when it is closed": (
        pdfs.drawn(b"/AA << /WC << /S /GoToR /F (a.pdf) /D [0 /Fit] >> >>"),
        "fetches_content",
    ),
    "PDF with a second action behind a harmless one": (
        opening(b"<< /S /GoTo /D (a) /Next [<< /S /GoTo /D (b) /Next << /S /URI /URI (https://x/) >> >>] >>"),
        "acts_by_itself",
    ),
    "PDF whose actions run in a circle": (
        pdfs.drawn(b"/OpenAction 5 0 R", more=(b"<< /S /GoTo /D (a) /Next 5 0 R >>",)),
        "acts_by_itself",
    ),
    "PDF with an action packed away": (packed_away(), "acts_by_itself"),
    "PDF with an action in escapes": (opening(b"<< /#53 /#55R#49 /URI (https://x.example/) >>"), "acts_by_itself"),
    "PDF with an action added later": (updated(), "fetches_content"),
    "PDF with an action beside its table": (listed_nowhere(), "acts_by_itself"),
    "PDF anybody can open, that opens another computer's file": (
        pdfs.locked(change=anybody_can_open, **pdfs.COMPRESSED),
        "fetches_content",
    ),
    "PDF with a program behind a link": (clicked(b"<< /S /Launch /F (cmd.exe) >>"), "acts_by_itself"),
    "PDF with a link into another computer": (clicked(b"<< /S /GoToR /F %s /D [0 /Fit] >>" % SHARE), "fetches_content"),
    "PDF with a link into a file inside": (clicked(b"<< /S /GoToE /T << /R /C >> /D (a) >>"), "embedded_file"),
    "PDF with a link to a file of the computer": (clicked(b"<< /S /URI /URI (file:///C:/a.exe) >>"), "unsafe_link"),
    "PDF with a link that is a script": (clicked(b"<< /S /URI /URI (java\\nscript:alert\\(1\\)) >>"), "unsafe_link"),
    "PDF with a link that starts a help program": (clicked(b"<< /S /URI /URI (ms-msdt:/id%20a) >>"), "unsafe_link"),
    "PDF with a link to a share": (clicked(b"<< /S /URI /URI %s >>" % SHARE), "unsafe_link"),
    "PDF with a link of data": (clicked(b"<< /S /URI /URI (data:text/html,a) >>"), "unsafe_link"),
    "PDF whose links begin at a share": (pdfs.drawn(b"/URI << /Base %s >>" % SHARE), "unsafe_link"),
    "PDF with a web page behind a heading": (
        pdfs.drawn(b"/Outlines << /First 5 0 R >>", more=(b"<< /Title (a) /A << /S /URI /URI (file:///a) >> >>",)),
        "unsafe_link",
    ),
}

PARTS: dict[str, tuple[bytes, str]] = {
    "PDF with scripts by name": (
        pdfs.drawn(b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"),
        "script",
    ),
    "PDF with a script kept for later": (pdfs.drawn(more=(b"<< /JS (app.alert\\(1\\)) >>",)), "script"),
    "PDF whose font is a script": (
        pdfs.drawn(more=(b"<< /Type /Font /Subtype /Type1 /FontMatrix [1 0 0 1 0 (0\\); alert\\(1)] >>",)),
        "script",
    ),
    "PDF with a program for a printer": (pdfs.drawn(more=(stream(b"/Type /XObject /Subtype /PS"),)), "script"),
    "form that sends itself": (field(b"/A << /S /SubmitForm /F << /FS /URL /F (https://x/) >> >>"), "sending_form"),
    "form that takes in data": (field(b"/A << /S /ImportData /F (a.fdf) >>"), "sending_form"),
    "form that calculates by a script": (field(b"/AA << /C << /S /JavaScript /JS (1) >> >>"), "script"),
    "form of the other kind": (field(b"", b"/XFA (a)"), "sending_form"),
    "form that is drawn only when it is opened": (pdfs.drawn(b"/NeedsRendering true"), "sending_form"),
    "PDF with a model": (noted(b"/Subtype /3D /3DD 5 0 R"), "media_inside"),
    "PDF with a film": (noted(b"/Subtype /Movie /Movie << /F (a.avi) >>"), "media_inside"),
    "PDF with a sound": (noted(b"/Subtype /Sound /Sound 5 0 R"), "media_inside"),
    "PDF with a screen": (noted(b"/Subtype /Screen"), "media_inside"),
    "PDF with rich media": (noted(b"/Subtype /RichMedia /RichMediaContent << >>"), "media_inside"),
    "PDF with a note of an unknown kind": (noted(b"/Subtype /Hologram"), "unknown_part"),
    "PDF with names of an unknown kind": (pdfs.drawn(b"/Names << /Wobble << /Names [] >> >>"), "unknown_part"),
    "PDF packed in an unknown way": (pdfs.drawn(more=(stream(b"/Filter /Wobble"),)), "unknown_part"),
    "PDF whose picture stands elsewhere": (
        pdfs.drawn(more=(stream(b"/Subtype /Image /F << /FS /URL /F (https://x.example/a) >>"),)),
        "fetches_content",
    ),
    "PDF that draws a page of another file": (
        pdfs.drawn(more=(stream(b"/Subtype /Form /Ref << /F (a.pdf) /Page 0 >>"),)),
        "fetches_content",
    ),
    "PDF with a picture for the printer elsewhere": (
        pdfs.drawn(more=(stream(b"/Subtype /Image /OPI << /2.0 << /F (a) >> >>"),)),
        "fetches_content",
    ),
    "PDF with the name of a file on a share": (
        pdfs.drawn(more=(b"<< /Type /Filespec /F %s >>" % SHARE,)),
        "fetches_content",
    ),
    "PDF whose description defines entities": (
        pdfs.drawn(
            more=(
                stream(
                    b"/Type /Metadata /Subtype /XML /Filter /FlateDecode",
                    zlib.compress(b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
                ),
            )
        ),
        "xml_entities",
    ),
}

BAD_PDFS = {name: ("to-khai.pdf", *row) for name, row in (FILES_INSIDE | ACTIONS | PARTS).items()}
"""A person's words → name, bytes, the code of the refusal."""
