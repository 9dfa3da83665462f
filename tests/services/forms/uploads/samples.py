"""Files made by the tests themselves: sound ones by the programs people use, and the parts bad ones are made of."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pillow_heif
import pypdf
from fpdf import FPDF
from PIL import ExifTags, Image, PngImagePlugin

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PLACE = "19.8075N 105.7765E"
"""Where the picture was taken: must not be in what is kept."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


FILES = Path(__file__).parent / "files"
"""Files as other programs made them, which a citizen could not send once."""


def made_elsewhere(name: str) -> bytes:
    return (FILES / name).read_bytes()


def picture(width: int = 40, height: int = 30) -> Image.Image:
    """A picture with a different colour at every corner, so that a turn shows."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    return image


def exif(orientation: int = 6) -> bytes:
    """What a phone writes: which way up, its maker, where and when."""
    data = Image.Exif()
    data[ExifTags.Base.Orientation] = orientation
    data[ExifTags.Base.Make] = f"May anh {PLACE}"
    data[ExifTags.Base.DateTime] = "2026:11:22 08:00:00"
    data.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (19.0, 48.0, 27.0), 3: "E", 4: (105.0, 46.0, 35.4), 27: PLACE.encode()}
    )
    return data.tobytes()


def jpeg(image: Image.Image | None = None, **options) -> bytes:
    file = io.BytesIO()
    (image or picture()).save(file, "JPEG", **options)
    return file.getvalue()


def phone_jpeg(orientation: int = 6) -> bytes:
    """A photo with EXIF and GPS, XMP, a comment and a video appended after its end."""
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLACE}</x:xmpmeta>".encode()
    return jpeg(exif=exif(orientation), xmp=xmp, comment=PLACE, dpi=(72, 72)) + b"MotionPhoto_Data" + PLACE.encode()


def png(image: Image.Image | None = None, **options) -> bytes:
    file = io.BytesIO()
    (image or picture()).save(file, "PNG", **options)
    return file.getvalue()


def talkative_png(orientation: int = 1) -> bytes:
    """A screenshot with texts, a time and camera data."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", PLACE)
    texts.add_itxt("XML:com.adobe.xmp", PLACE, zip=True)
    return png(pnginfo=texts, exif=exif(orientation), dpi=(144, 144))


def png_chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png_of_size(width: int, height: int) -> bytes:
    """A PNG whose header promises that many pixels and whose data hold none."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = png_chunk(b"IDAT", zlib.compress(b"\0"))
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + data + png_chunk(b"IEND", b"")


def jpeg_of_size(width: int, height: int) -> bytes:
    """A JPEG whose header promises that many pixels."""
    data = jpeg()
    frame = data.index(b"\xff\xc0") + 5
    return data[:frame] + struct.pack(">HH", height, width) + data[frame + 4 :]


def heic() -> bytes:
    """A picture as a phone packs it."""
    file = io.BytesIO()
    pillow_heif.from_pillow(picture(64, 64)).save(file)
    return file.getvalue()


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def heic_by_hand(
    width: int = 4032, height: int = 3024, data: bytes = b"\x00" * 32, brands: bytes = b"heic\0\0\0\0mif1heic"
) -> bytes:
    """The boxes of a HEIC: brand, properties with the size in pixels, data."""
    size = box(b"ispe", struct.pack(">III", 0, width, height))
    meta = box(b"meta", b"\0" * 4 + box(b"iprp", box(b"ipco", size)))
    return box(b"ftyp", brands) + meta + box(b"mdat", data)


def pdf(text: str = "To khai") -> bytes:
    """A PDF of one page, by fpdf2."""
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    document.cell(text=text)
    return bytes(document.output())


def pdf_writer(pages: int = 2) -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_objects(*objects: bytes, trailer: bytes = b"<< /Root 1 0 R >>") -> bytes:
    """A PDF of these objects, numbered from 1, with a true table."""
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)


def saved(data: bytes | None = None, change: Callable[[pikepdf.Pdf], None] | None = None, **options) -> bytes:
    """A PDF as qpdf writes it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or pdf())) as document:
        if change:
            change(document)
        document.save(file, **options)
    return file.getvalue()


def locked(
    password: str = "", revision: int = 6, change: Callable[[pikepdf.Pdf], None] | None = None, **options
) -> bytes:
    """An encrypted PDF: RC4 with revision 2 and 3, AES-128 with 4, AES-256 with 6; "" opens it for everybody."""
    is_new = revision >= 4
    rights = pikepdf.Encryption(owner="chu-so-huu", user=password, R=revision, aes=is_new, metadata=is_new)
    return saved(change=change, encryption=rights, **options)


def locked_by_pypdf(algorithm: str) -> bytes:
    writer = pdf_writer()
    writer.encrypt("", "chu-so-huu", algorithm=algorithm)
    return written(writer)


COMPRESSED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
"""Objects of a PDF in streams, as newer programs write them: of an encrypted one, nothing of them can be seen."""


def scripted(document: pikepdf.Pdf) -> None:
    """A script in an object of its own, which is packed away with the others."""
    script = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
    document.pages[0].obj.AA = pikepdf.Dictionary(O=script)


def forgotten_script(document: pikepdf.Pdf) -> None:
    """A script behind an action that runs after another."""
    first = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit]))
    first.Next = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"))
    document.Root.OpenAction = document.make_indirect(first)


def with_file(document: pikepdf.Pdf) -> None:
    document.attachments["chay.exe"] = b"MZ"


CATALOG = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def object_stream(content: bytes, extra: bytes = b"") -> bytes:
    """Compressed objects, the way Word and most programs write them."""
    packed = zlib.compress(content)
    head = b"<</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode%s>>" % (len(packed), extra)
    return head + b"stream\r\n" + packed + b"\r\nendstream"


def hybrid() -> bytes:
    """A PDF with a table of its own for old readers and a stream of the same for new ones (ISO 32000-1, 7.5.8.4)."""
    body = pdf_objects(*CATALOG).partition(b"xref")[0]
    packed = len(body)
    rows = b"".join(
        b"\x01" + place.to_bytes(2, "big") + b"\x00" for place in (body.index(b"1 0 obj"), body.index(b"2 0 obj"))
    )
    stream = zlib.compress(rows)
    entry = b"3 0 obj\n<</Type/XRef/Index[1 2]/Size 4/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % len(stream)
    body += entry + b"stream\r\n" + stream + b"\r\nendstream\nendobj\n"
    table = b"xref\n0 3\n0000000000 65535 f \n"
    table += b"".join(b"%010d 00000 n \n" % body.index(b"%d 0 obj" % number) for number in (1, 2))
    trailer = b"trailer\n<< /Root 1 0 R /Size 4 /XRefStm %d >>" % packed
    return body + table + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)


def word(text: str = "Tờ khai đăng ký khai sinh") -> bytes:
    """A Word file, by python-docx."""
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def sheet() -> bytes:
    """An Excel file, by openpyxl."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Danh sách lao động"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(entries: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in entries.items():
            made.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 8, 0, 0)), content, compress_type=method)
    return file.getvalue()


class _Pipe(io.RawIOBase):
    """Takes bytes one after another; nobody can go back in it."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += data
        return len(data)


def streamed_archive(entries: dict[str, bytes | str], *, force_zip64: bool = False) -> bytes:
    """An archive whose sizes follow the entries, as programs write one that they send while they make it."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            with made.open(zipfile.ZipInfo(name), "w", force_zip64=force_zip64) as entry:
                entry.write(content.encode() if isinstance(content, str) else content)
    return bytes(pipe.data)


def parts(main: str = WORD_MAIN, part: str = "word/document.xml", **more: str) -> dict[str, bytes | str]:
    """The fewest parts an Office file has; `more` are further content types by part name."""
    overrides = {f"/{part}": main} | more
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": relation("officeDocument", part),
        part: "<document/>",
    }


def relation(kind: str, target: str, mode: str = "Internal") -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def sheet_parts(**more: str) -> dict[str, bytes | str]:
    return parts(SHEET_MAIN, "xl/workbook.xml", **more)


def with_flag(data: bytes, flag: int) -> bytes:
    """The same archive with a flag set in every header."""
    local = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00" + bytes((flag, 0)))
    return local.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00" + bytes((flag, 0)))


def overlapping() -> bytes:
    """Two entries of the table that unpack the same bytes."""
    data = bytearray(archive(parts() | {"word/a.xml": b"a" * 5000, "word/b.xml": b"a" * 5000}))
    first = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def lying(data: bytes) -> bytes:
    """The last entry's table row promises fewer bytes than it unpacks to."""
    changed = bytearray(data)
    row = data.rindex(b"PK\x01\x02")
    changed[row + 24 : row + 28] = (10).to_bytes(4, "little")
    return bytes(changed)
