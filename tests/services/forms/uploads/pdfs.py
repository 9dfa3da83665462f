"""PDFs made by the tests themselves: by several programs, encrypted, compressed, and written object by object."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pypdf
from fpdf import FPDF


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


def pdf_objects(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a true table."""
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    table += b"trailer\n<< /Size %d %s >>\n" % (len(objects) + 1, trailer)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


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


def drawn(catalog: bytes = b"", page: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page, with these entries in its catalog and its page; `more` are numbered from 5."""
    return pdf_objects(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % page,
        b"<< /Length 3 >>\nstream\nq Q\nendstream",
        *more,
    )


def updated(data: bytes, number: int, content: bytes) -> bytes:
    """The same with an object written anew behind it (ISO 32000-1, 7.5.6)."""
    before = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    body = data + b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(data))
    trailer = b"trailer\n<< /Root 1 0 R /Size %d /Prev %d >>\n" % (max(number + 1, 10), before)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def unlisted(data: bytes, catalog: bytes) -> bytes:
    """The same with another first object, which no table names."""
    at = data.rindex(b"xref\n0 ")
    hidden = b"1 0 obj\n%s\nendobj\n" % catalog
    return data[:at] + hidden + data[at:].replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + len(hidden)))


def with_attachment(name: str, content: bytes, kind: str = "/Data") -> bytes:
    return with_attachments({name: content}, kind)


def with_attachments(files: dict[str, bytes], kind: str = "/Data") -> bytes:
    """A PDF with files inside, as PDF/A-3 wants them."""

    def attach(document: pikepdf.Pdf) -> None:
        for name, content in files.items():
            inside = pikepdf.AttachedFileSpec(
                document, content, filename=name, relationship=pikepdf.Name(kind), mime_type="application/octet-stream"
            )
            document.attachments[name] = inside
            document.Root.AF = pikepdf.Array([inside.obj])

    return saved(drawn(), change=attach, deterministic_id=True)
