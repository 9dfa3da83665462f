"""The bad half of the corpus: files that must not be kept, by what a person would call them."""

from tests.services.forms.uploads import heics, pdfs
from tests.services.forms.uploads import samples as s

PDF, WORD, JPEG, PNG = pdfs.pdf(), s.word(), s.jpeg(), s.png()
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 200 + b"This program cannot be run in DOS mode."
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + b"\xec\xa5\xc1\x00" + b"\x00" * 512
RLO = "\u202e"
SCRIPT = b"<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"


def _protected_pdf() -> bytes:
    writer = pdfs.pdf_writer()
    writer.encrypt("mat-khau", algorithm="RC4-128")
    return pdfs.written(writer)


def _pdf_with_file() -> bytes:
    writer = pdfs.pdf_writer()
    writer.add_attachment("chay.exe", EXE)
    return pdfs.written(writer)


def _zip_after(data: bytes) -> bytes:
    """A PDF that is a zip as well: the archive stands before its end mark, which hides in the archive's comment."""
    comment = b"startxref\n9\n%%EOF"
    hidden = bytearray(s.archive({"chay.exe": EXE}))
    hidden[-2:] = len(comment).to_bytes(2, "little")
    return data + bytes(hidden) + comment


BAD: dict[str, tuple[str, bytes, str]] = {
    "nothing at all": ("to-khai.pdf", b"", "empty"),
    "one byte too large": ("to-khai.pdf", PDF[:-6] + b" " * (10 * 1024 * 1024) + PDF[-6:], "too_large"),
    "program": ("cai-dat.exe", EXE, "kind_not_allowed"),
    "program named as PDF": ("to-khai.pdf", EXE, "content_mismatch"),
    "program with two extensions": ("to-khai.pdf.exe", EXE, "kind_not_allowed"),
    "program with two extensions in capitals": ("TO-KHAI.PDF.EXE", PDF, "kind_not_allowed"),
    "program under two extensions": ("to-khai.exe.pdf", EXE, "content_mismatch"),
    "name turned round": (f"to-khai{RLO}fdp.exe", EXE, "kind_not_allowed"),
    "NUL in the name": ("to-khai.pdf\x00.exe", PDF, "kind_not_allowed"),
    "NUL before the extension": ("chay.exe\x00.pdf", EXE, "content_mismatch"),
    "program without an extension": ("to-khai", EXE, "kind_not_allowed"),
    "folder for a name": ("../../etc/passwd", HTML, "kind_not_allowed"),
    "web page named as PDF": ("to-khai.pdf", HTML, "content_mismatch"),
    "web page": ("to-khai.html", HTML, "kind_not_allowed"),
    "drawing with a script": ("anh.svg", SVG, "kind_not_allowed"),
    "drawing named as PNG": ("anh.png", SVG, "content_mismatch"),
    "GIF named as PNG": ("anh.png", b"GIF89a" + b"\x00" * 100, "content_mismatch"),
    "any zip named as Word": ("to-khai.docx", s.archive({"a.txt": "a"}), "content_mismatch"),
    "old Word named as new": ("to-khai.docx", OLE, "protected"),
    # PDF
    "PDF cut off": ("to-khai.pdf", PDF[: len(PDF) // 2], "damaged"),
    "PDF that points nowhere": ("to-khai.pdf", b"%PDF-1.4\n/Root\nstartxref\n99999999\n%%EOF\n", "damaged"),
    "PDF without objects": ("to-khai.pdf", b"%PDF-1.4\nstartxref\n0\n%%EOF\n", "damaged"),
    "web page and PDF in one": ("to-khai.pdf", b"%PDF-1.4\n" + HTML + PDF[9:], "mixed_content"),
    "PDF with a web page after it": ("to-khai.pdf", PDF + HTML, "mixed_content"),
    "PDF that is a zip as well": ("to-khai.pdf", _zip_after(PDF), "mixed_content"),
    "PDF with a password": ("to-khai.pdf", _protected_pdf(), "protected"),
    "PDF with a script": ("to-khai.pdf", pdfs.pdf_objects(SCRIPT, pdfs.CATALOG[1]), "script"),
    "PDF with an escaped script": (
        "to-khai.pdf",
        pdfs.pdf_objects(SCRIPT.replace(b"/JavaScript", b"/J#61vaScr#69pt"), pdfs.CATALOG[1]),
        "script",
    ),
    "PDF with a compressed script": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, pdfs.object_stream(b"3 0 " + SCRIPT)),
        "script",
    ),
    "PDF with a script compressed in an unusual way": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, pdfs.object_stream(b"3 0 " + SCRIPT, b"/DecodeParms<</Predictor 12>>")),
        "hidden_content",
    ),
    "PDF with objects behind a comment": (
        "to-khai.pdf",
        pdfs.pdf_objects(
            *pdfs.CATALOG, b"<</Type/ObjStm %stream\n/N 1/First 4/Filter/FlateDecode>>stream\n\nendstream"
        ),
        "hidden_content",
    ),
    "PDF that unpacks to gigabytes": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, pdfs.object_stream(b"\x20" * 60_000_000)),
        "expands_too_much",
    ),
    "PDF whose objects are garbage": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, b"<</Type/ObjStm/Filter/FlateDecode>>stream\nrubbish\nendstream"),
        "damaged",
    ),
    "PDF that starts a program": (
        "to-khai.pdf",
        pdfs.pdf_objects(b"<< /Type /Catalog /OpenAction << /S /Launch /F (cmd.exe) >> >>", pdfs.CATALOG[1]),
        "acts_by_itself",
    ),
    "PDF with a file inside": ("to-khai.pdf", _pdf_with_file(), "embedded_file"),
    "PDF anybody can open, with a script": ("to-khai.pdf", pdfs.locked(change=pdfs.scripted), "script"),
    "PDF anybody can open, with a script packed away": (
        "to-khai.pdf",
        pdfs.locked(change=pdfs.scripted, **pdfs.COMPRESSED),
        "script",
    ),
    "PDF anybody can open, with a program to start": (
        "to-khai.pdf",
        pdfs.locked(revision=3, change=pdfs.forgotten_script, **pdfs.COMPRESSED),
        "acts_by_itself",
    ),
    "PDF anybody can open, with a file inside": (
        "to-khai.pdf",
        pdfs.locked(revision=4, change=pdfs.with_file, **pdfs.COMPRESSED),
        "embedded_file",
    ),
    "PDF anybody can open, with objects nobody lists": (
        "to-khai.pdf",
        pdfs.locked(**pdfs.COMPRESSED).replace(b"startxref", b"%/ObjStm\nstartxref"),
        "hidden_content",
    ),
    "PDF anybody can open, with a password of AES-256": ("to-khai.pdf", pdfs.locked("mat-khau"), "protected"),
    "PDF with a password, linearised": (
        "to-khai.pdf",
        pdfs.locked("mat-khau", 4, linearize=True, **pdfs.COMPRESSED),
        "protected",
    ),
    "PDF locked for holders of a certificate": (
        "to-khai.pdf",
        pdfs.locked().replace(b"/Filter /Standard", b"/Filter /AdobePub"),
        "protected",
    ),
    "PDF that only says it is locked": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, trailer=b"/Root 1 0 R /Encrypt 9 0 R"),
        "damaged",
    ),
    "program before a PDF": ("to-khai.pdf", EXE[:64] + PDF, "content_mismatch"),
    "words before a PDF": ("to-khai.pdf", b"\r\nin xong\r\n" + PDF, "content_mismatch"),
    "blanks without end before a PDF": ("to-khai.pdf", b"\n" * 1025 + PDF, "content_mismatch"),
    "blanks before a web page and a PDF": ("to-khai.pdf", b"\r\n" + b"%PDF-1.4\n" + HTML + PDF[9:], "mixed_content"),
    "blanks before a PDF that is a zip as well": ("to-khai.pdf", b"\r\n" + _zip_after(PDF), "mixed_content"),
    "PDF named as a program": ("to-khai.exe", PDF, "kind_not_allowed"),
    "PDF named as a web page": ("to-khai.html", PDF, "kind_not_allowed"),
    # pictures
    "GIF named as JPEG": ("anh.jpeg", b"GIF89a" + b"\x00" * 100, "content_mismatch"),
    "film named as HEIC": ("anh.heic", s.box(b"ftyp", b"isom\0\0\0\0isommp42") + HTML, "content_mismatch"),
    "AVIF of the brand of all pictures": (
        "anh.heif",
        s.heic_by_hand(brands=b"mif1\0\0\0\0mif1avif"),
        "content_mismatch",
    ),
    "JPEG cut off": ("anh.jpg", JPEG[:-30], "damaged"),
    "JPEG of a header only": ("anh.jpg", JPEG[:20], "damaged"),
    "JPEG followed by garbage alone": ("anh.jpg", JPEG[:4] + b"\xff\xff" + b"rubbish" * 9, "damaged"),
    "JPEG without a picture": ("anh.jpg", b"\xff\xd8\xff\xe0\x00\x04ab\xff\xd9", "damaged"),
    "JPEG of no height": ("anh.jpg", s.jpeg_of_size(40, 0), "damaged"),
    "JPEG of billions of pixels": ("anh.jpg", s.jpeg_of_size(65_000, 65_000), "too_many_pixels"),
    "PNG cut off": ("anh.png", PNG[:-20], "damaged"),
    "PNG with a wrong checksum": ("anh.png", PNG[:45] + b"\x00\x01\x02" + PNG[48:], "damaged"),
    "PNG without data": ("anh.png", PNG[:33] + s.png_chunk(b"IEND", b""), "damaged"),
    "PNG of billions of pixels": ("anh.png", s.png_of_size(60_000, 60_000), "too_many_pixels"),
    "PNG of no width": ("anh.png", s.png_of_size(0, 10), "damaged"),
    "HEIC cut off": ("anh.heic", heics.plain()[:-50], "damaged"),
    "HEIC of its brand only": ("anh.heic", s.box(b"ftyp", b"heic\0\0\0\0mif1heic"), "damaged"),
    "HEIC of billions of pixels": ("anh.heic", s.heic_by_hand(60_000, 60_000), "too_many_pixels"),
    "HEIC of no size": ("anh.heic", s.heic_by_hand(0, 10), "damaged"),
    "HEIC with a strange box": ("anh.heic", s.heic_by_hand() + s.box(b"\x00\xff\x01\x02", HTML), "mixed_content"),
    "HEIC whose place lies in its picture": ("anh.heic", heics.phone(claims=40), "not_cleaned"),
    "HEIC that follows the phone": ("anh.heic", heics.following(), "not_cleaned"),
    "AVIF named as HEIC": ("anh.heic", s.box(b"ftyp", b"avif\0\0\0\0mif1avif") + HTML, "content_mismatch"),
    # Office
    "Word cut off": ("don.docx", WORD[:-100], "damaged"),
    "Word with macros": ("don.docx", s.archive(s.parts() | {"word/vbaProject.bin": OLE}), "macros"),
    "Word with macros, renamed": (
        "don.docx",
        s.archive(s.parts("application/vnd.ms-word.document.macroEnabled.main+xml")),
        "macros",
    ),
    "Word with a macro type": (
        "don.docx",
        s.archive(s.parts(**{"/word/x.bin": "application/vnd.ms-office.vbaProject"}) | {"word/x.bin": OLE}),
        "macros",
    ),
    "Word with an embedded program": (
        "don.docx",
        s.archive(s.parts() | {"word/embeddings/oleObject1.bin": OLE}),
        "embedded_file",
    ),
    "Word that fetches its template": (
        "don.docx",
        s.archive(
            s.parts()
            | {"word/_rels/settings.xml.rels": s.relation("attachedTemplate", "https://x.example/a.dotm", "External")}
        ),
        "fetches_content",
    ),
    "Word that fetches from a share": (
        "don.docx",
        s.archive(
            s.parts() | {"word/_rels/document.xml.rels": s.relation("image", "%5C%5Cx.example\\a.png", "External")}
        ),
        "fetches_content",
    ),
    "Word whose list of parts defines entities": (
        "don.docx",
        s.archive(s.parts() | {"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "b">]><Types>&b;</Types>'}),
        "xml_entities",
    ),
    "Word whose list of parts is no XML": ("don.docx", s.archive(s.parts() | {"[Content_Types].xml": "<"}), "damaged"),
    "Word whose main part is missing": (
        "don.docx",
        s.archive({name: text for name, text in s.parts().items() if name != "word/document.xml"}),
        "content_mismatch",
    ),
    "Excel that calls a program": (
        "bang.xlsx",
        s.archive(s.sheet_parts() | {"xl/externalLinks/externalLink1.xml": "<externalLink><ddeLink/></externalLink>"}),
        "fetches_content",
    ),
    "Excel with old macros": (
        "bang.xlsx",
        s.archive(s.sheet_parts() | {"xl/macrosheets/sheet1.xml": "<a/>"}),
        "macros",
    ),
    "zip bomb": (
        "don.docx",
        s.archive(s.parts() | {"word/media/a.xml": b"\x00" * 60_000_000}),
        "expands_too_much",
    ),
    "zip that unpacks one stretch twice": ("don.docx", s.overlapping(), "expands_too_much"),
    "zip that lies about a size": ("don.docx", s.lying(WORD), "damaged"),
    "zip with too many entries": (
        "don.docx",
        s.archive(s.parts() | {f"word/{number}.xml": "" for number in range(2100)}),
        "expands_too_much",
    ),
    "zip that climbs out of its folder": ("don.docx", s.archive(s.parts() | {"../../a.xml": "a"}), "mixed_content"),
    "zip with an absolute name": ("don.docx", s.archive(s.parts() | {"/etc/a.xml": "a"}), "mixed_content"),
    "zip with a drive in a name": ("don.docx", s.archive(s.parts() | {"C:\\a.xml": "a"}), "mixed_content"),
    "zip with a name twice": (
        "don.docx",
        s.archive(s.parts() | {"word/Document.xml": "<other/>"}),
        "mixed_content",
    ),
    "zip with a password": ("don.docx", s.with_flag(s.archive(s.parts()), 1), "protected"),
    "zip with something before it": ("don.docx", WORD[:4] + HTML + WORD, "mixed_content"),
    "zip with something after it": ("don.docx", WORD + HTML, "mixed_content"),
    "zip compressed in a rare way": ("don.docx", s.archive(s.parts(), method=12), "damaged"),
}
"""A person's words → name, bytes, the code of the refusal."""
