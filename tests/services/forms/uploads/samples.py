"""Files made by the tests themselves: sound ones by the programs people use, and the parts bad ones are made of."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import openpyxl
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


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def heic_by_hand(
    width: int = 4032, height: int = 3024, data: bytes = b"\x00" * 32, brands: bytes = b"heic\0\0\0\0mif1heic"
) -> bytes:
    """The boxes of a HEIC: brand, properties with the size in pixels, data."""
    size = box(b"ispe", struct.pack(">III", 0, width, height))
    meta = box(b"meta", b"\0" * 4 + box(b"iprp", box(b"ipco", size)))
    return box(b"ftyp", brands) + meta + box(b"mdat", data)


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


ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
}


def parts(main: str = WORD_MAIN, part: str = "word/document.xml", **more: str) -> dict[str, bytes | str]:
    """The fewest parts an Office file has; `more` are further content types by part name."""
    overrides = {f"/{part}": main} | more
    types = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in ENDINGS.items())
    types += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
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


def unlisted(data: bytes) -> bytes:
    """The same archive with an entry that its table does not name."""
    table = data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x01\x02") + 4)
    hidden = archive({"word/vbaProject.bin": b"a" * 100}, zipfile.ZIP_STORED)
    hidden = hidden[: hidden.index(b"PK\x01\x02")]
    end = struct.unpack_from("<L", data, len(data) - 6)[0] + len(hidden)
    return data[:table] + hidden + data[table:-6] + struct.pack("<L", end) + data[-2:]
