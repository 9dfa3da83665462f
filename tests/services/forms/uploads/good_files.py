"""The good half of the corpus: files that must be kept, by what a person would call them."""

import io
import unicodedata

from PIL import Image

from tests.services.forms.uploads import heics, pdfs
from tests.services.forms.uploads import samples as s
from tests.services.forms.uploads.office import OFFICE

PDF, WORD, JPEG, PNG, RLO = pdfs.pdf(), s.word(), s.jpeg(), s.png(), "\u202e"


def _pdf_of_photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(file, "PDF")
    return file.getvalue()


def _form_pdf() -> bytes:
    writer = pdfs.pdf_writer()
    writer.add_metadata({"/Title": "Tờ khai", "/Author": "Nguyễn Thị Hoa"})
    writer.add_outline_item("Trang một", 0)
    return pdfs.written(writer)


GOOD: dict[str, tuple[str, bytes]] = {
    "PDF by fpdf2": ("to-khai.pdf", PDF),
    "PDF by pypdf": ("to-khai.pdf", _form_pdf()),
    "PDF of a photo": ("anh-chup.pdf", _pdf_of_photo()),
    "PDF with compressed objects": (
        "to-khai.pdf",
        pdfs.pdf_objects(*pdfs.CATALOG, pdfs.object_stream(b"3 0 << /Type /Page /Parent 2 0 R >>")),
    ),
    "PDF whose end is followed by blank lines": ("to-khai.pdf", PDF + b"\r\n\r\n"),
    "PDF by ReportLab, locked against changes": ("to-khai.pdf", s.made_elsewhere("owner-only.pdf")),
    "PDF after a blank line": ("to-khai.pdf", s.made_elsewhere("leading-newline.pdf")),
    "PDF after as many blanks as may be": ("to-khai.pdf", b"\r\n" * 512 + PDF),
    "PDF after a byte order mark": ("to-khai.pdf", b"\xef\xbb\xbf" + PDF),
    "PDF locked against changes, RC4-40": ("to-khai.pdf", pdfs.locked(revision=2)),
    "PDF locked against changes, RC4-128": ("to-khai.pdf", pdfs.locked(revision=3, **pdfs.COMPRESSED)),
    "PDF locked against changes, AES-128": ("to-khai.pdf", pdfs.locked(revision=4, **pdfs.COMPRESSED)),
    "PDF locked against changes, AES-256": ("to-khai.pdf", pdfs.locked(revision=6, **pdfs.COMPRESSED)),
    "PDF locked against changes, linearised": (
        "to-khai.pdf",
        pdfs.locked(revision=4, linearize=True, **pdfs.COMPRESSED),
    ),
    "PDF locked by pypdf, RC4-128": ("to-khai.pdf", pdfs.locked_by_pypdf("RC4-128")),
    "PDF locked by pypdf, AES-128": ("to-khai.pdf", pdfs.locked_by_pypdf("AES-128")),
    "PDF locked by pypdf, AES-256": ("to-khai.pdf", pdfs.locked_by_pypdf("AES-256")),
    "PDF locked against changes, after a blank line": ("to-khai.pdf", b"\r\n" + pdfs.locked()),
    "PDF linearised": ("to-khai.pdf", pdfs.saved(linearize=True)),
    "PDF linearised with compressed objects": ("to-khai.pdf", pdfs.saved(linearize=True, **pdfs.COMPRESSED)),
    "PDF with two kinds of tables": ("to-khai.pdf", pdfs.hybrid()),
    "PDF with two endings": ("Giấy xác nhận.pdf.pdf", PDF),
    "PDF with a dot at its end": ("Giấy xác nhận.pdf.", PDF),
    "PDF with a blank before its ending": ("Giấy xác nhận. PDF ", PDF),
    "second copy by a browser": ("Giấy xác nhận.pdf (1)", PDF),
    "PDF without an ending": ("to-khai", PDF),
    "PDF with a day for an ending": ("To khai 22.11.2026", PDF),
    "PDF named as Word": ("to-khai.docx", PDF),
    "PDF in capitals": ("TO KHAI.PDF", PDF),
    "name in decomposed letters": (unicodedata.normalize("NFD", "Giấy ủy quyền của bà Nguyễn Thị Hoà.pdf"), PDF),
    "name with a folder": ("C:\\Users\\Hoa\\Giấy khai sinh.pdf", PDF),
    "name with an invisible turn": (f"giay{RLO}khai.pdf", PDF),
    "very long name": ("đ" * 300 + ".pdf", PDF),
    "photo of a phone": ("IMG_20261122.JPG", s.phone_jpeg()),
    "photo that stands upright": ("IMG_1.jpeg", s.phone_jpeg(orientation=1)),
    "progressive JPEG": ("anh.jpg", s.jpeg(progressive=True)),
    "grey JPEG with a density": ("anh.jpg", s.jpeg(s.picture().convert("L"), dpi=(300, 300))),
    "JPEG of printers' colours": ("anh.jpg", s.jpeg(s.picture().convert("CMYK"))),
    "JPEG with a colour profile": ("anh.jpg", s.jpeg(icc_profile=b"profile" * 100)),
    "JPEG as Windows names it": ("anh.jfif", s.made_elsewhere("photo.jfif")),
    "JPEG named as HEIC": ("IMG_4.heic", s.made_elsewhere("jpeg-inside.heic")),
    "JPEG named as PNG": ("anh.png", JPEG),
    "PNG named as JPEG": ("anh.jpg", s.made_elsewhere("png-inside.jpg")),
    "PNG of 16 bits": ("ban-ve.png", s.png(s.picture().convert("I;16"))),
    "PNG with half-tones": ("dau-moc.png", s.png(s.picture().convert("LA"))),
    "PNG of black and white": ("scan.PNG", s.png(s.picture().convert("1"))),
    "screenshot with texts": ("Ảnh màn hình.png", s.talkative_png()),
    "PNG with a palette": ("dau.png", s.png(s.picture().convert("P"))),
    "PNG one can see through": ("chu-ky.PNG", s.png(s.picture().convert("RGBA"))),
    "HEIC of an encoder": ("IMG_2.HEIC", heics.plain()),
    "HEIC made of its boxes": ("IMG_3.heic", s.heic_by_hand()),
    "HEIF of a phone": ("anh.heif", s.made_elsewhere("photo.heif")),
    "HEIF of a camera": ("DSC01.HIF", s.heic_by_hand(brands=b"heix\0\0\0\0mif1heix")),
    "HEIF of ten bits": ("anh.heic", s.heic_by_hand(brands=b"mif1\0\0\0\0mif1heixmiaf")),
    "HEIF of a burst": ("anh.heic", s.heic_by_hand(brands=b"msf1\0\0\0\0msf1hevc")),
    "HEIC with a place and a film": ("IMG_6.HEIC", heics.phone()),
    "HEIC with its place in its list": ("IMG_7.HEIC", heics.phone(in_room=True)),
    "HEIC with its place in pieces": ("IMG_8.HEIC", heics.phone(version=2, pieces=3)),
    "HEIC of a burst with a place": ("IMG_9.HEIC", heics.phone(version=0, burst=True)),
    "HEIC named as JPEG": ("IMG_5.JPG", heics.plain()),
    "Word in capitals, named twice": ("ĐƠN.DOCX.DOCX", WORD),
    "Word named as Excel": ("to-khai.xlsx", WORD),
    "Excel named as Word": ("bang.docx", s.sheet()),
    "Excel with the longest name a disk takes": ("bảng " + "a" * 245 + ".xlsx", s.sheet()),
    "Word by python-docx": ("Đơn đề nghị.docx", WORD),
    "Word with a link and a local template": (
        "don.docx",
        s.archive(
            s.parts()
            | {
                "word/_rels/document.xml.rels": s.relation("hyperlink", "https://thanhhoa.example/", "External"),
                "word/_rels/settings.xml.rels": s.relation(
                    "attachedTemplate", "file:///C:\\Users\\Hoa\\Normal.dotx", "External"
                ),
            }
        ),
    ),
    "Word written in one go by a program on the web": ("don.docx", s.streamed_archive(s.parts())),
    "Word with sizes for very large files": ("don.docx", s.streamed_archive(s.parts(), force_zip64=True)),
    "Word with a picture of a name in Vietnamese": ("don.docx", s.archive(s.parts() | {"word/media/ảnh 1.png": PNG})),
    "Word by another program, with a local template": (
        "don.docx",
        s.archive(
            s.parts()
            | {
                "word/_rels/settings.xml.rels": s.relation(
                    "attachedTemplate", "C:\\Users\\Hoa\\Normal.dotm", "External"
                )
            }
        ),
    ),
    "Excel by openpyxl": ("Danh sách.xlsx", s.sheet()),
    "Excel of the fewest parts": ("bang.xlsx", s.archive(s.sheet_parts())),
    "Excel with settings of a printer": (
        "bang.xlsx",
        s.archive(
            s.sheet_parts(
                **{
                    "/xl/printerSettings/printerSettings1.bin": f"{OFFICE}.spreadsheetml.printerSettings",
                }
            )
            | {"xl/printerSettings/printerSettings1.bin": b"\x00" * 100}
        ),
    ),
}
"""A person's words → name, bytes."""
