"""PDFs that must be kept, with what ordinary ones hold: links, forms to fill in, signatures, files of PDF/A-3."""

import io
import zlib

import pikepdf
from PIL import Image

from tests.services.forms.uploads import pdfs
from tests.services.forms.uploads import samples as s

INVOICE = b'<?xml version="1.0" encoding="UTF-8"?><HDon xmlns="urn:x"><TongTien>1250000</TongTien></HDon>'
TABLE = '\ufeffhọ tên,số tiền\nNguyễn Thị Hoa,-1250000\n"Lê, Văn A",+84373852246\n'.encode()
XMP = b"<?xpacket begin='' id='a'?><x:xmpmeta xmlns:x='adobe:ns:meta/'/><?xpacket end='w'?>"


def linked(action: bytes) -> bytes:
    return pdfs.drawn(page=b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A %s >>]" % action)


def fillable() -> bytes:
    """A form: a text, a box to tick, a choice, a button that empties it, fields of a group, one to be signed."""
    fields = (
        b"<< /FT /Tx /T (ho_ten) /Ff 2 /Subtype /Widget /Rect [0 0 9 9] /DA (/Helv 0 Tf) /MK << /BC [0] >> >>",
        b"<< /FT /Btn /T (dong_y) /V /Off /AS /Off /Subtype /Widget /Rect [0 0 9 9] /AP << /N << /Yes 4 0 R >> >> >>",
        b"<< /FT /Ch /T (gioi_tinh) /Opt [(nam) (nu)] /Subtype /Widget /Rect [0 0 9 9] >>",
        b"<< /FT /Btn /Ff 65536 /T (xoa) /Subtype /Widget /Rect [0 0 9 9] /A << /S /ResetForm /Flags 0 >> >>",
        b"<< /T (nhom) /Kids [10 0 R] >>",
        b"<< /Parent 9 0 R /FT /Tx /T (con) /Subtype /Widget /Rect [0 0 9 9] /AA << >> >>",
        b"<< /FT /Sig /T (chu_ky) /Subtype /Widget /Rect [0 0 9 9] /Lock << /Type /SigFieldLock /Action /All >> >>",
    )
    form = b"/AcroForm << /Fields [5 0 R 6 0 R 7 0 R 8 0 R 9 0 R 11 0 R] /NeedAppearances true /DR << /Font << >> >> >>"
    return pdfs.drawn(form, page=b"/Annots [5 0 R 6 0 R 7 0 R 8 0 R 10 0 R 11 0 R]", more=fields)


def signed(times: int = 1) -> bytes:
    """A signature, as an update behind the file; the digest is none, for nobody looks into it here."""
    data = fillable()
    for number in range(12, 12 + times):
        signature = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 99 9] "
        signature += (
            b"/Contents <%s> /M (D:20261122080000+07'00') /Reference [<< /Type /SigRef /TransformMethod /DocMDP "
            % (b"00" * 400)
        )
        signature += b"/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>] >>"
        data = pdfs.updated(data, number, signature)
    return data


def archived(**files: bytes) -> bytes:
    return pdfs.with_attachments({name.replace("__", "."): content for name, content in files.items()}, "/Source")


def scanned(colour: str, **options) -> bytes:
    file = io.BytesIO()
    Image.new(colour, (200, 280), 1).save(file, "PDF", **options)
    return file.getvalue()


def talking() -> bytes:
    """A document for readers of all kinds: a tree of headings with looks, a description, layers, a language."""
    tree = b"/StructTreeRoot 5 0 R /MarkInfo << /Marked true >> /Lang (vi-VN) /Metadata 7 0 R "
    layers = b"/OCProperties << /OCGs [8 0 R] /D << /Order [8 0 R] /ON [8 0 R] >> >>"
    packed = zlib.compress(XMP)
    return pdfs.drawn(
        tree + layers,
        more=(
            b"<< /Type /StructTreeRoot /K 6 0 R >>",
            b"<< /S /P /P 5 0 R /A << /O /Layout /TextAlign /Center >> /K [] >>",
            b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (len(packed), packed),
            b"<< /Type /OCG /Name (Dau nuoc) >>",
        ),
    )


def commented() -> bytes:
    kinds = (b"Text", b"Highlight", b"Stamp", b"FreeText", b"Ink", b"Popup", b"Underline", b"Square")
    notes = b" ".join(b"<< /Type /Annot /Subtype /%s /Rect [0 0 9 9] /Contents (a) >>" % kind for kind in kinds)
    return pdfs.drawn(page=b"/Annots [%s]" % notes)


def outlined() -> bytes:
    heading = b"<< /Title (Muc 1) /Parent 5 0 R /A << /S /GoTo /D (muc1) >> >>"
    names = b"/Names << /Dests << /Names [(muc1) [3 0 R /Fit]] >> >> /Outlines 5 0 R "
    opening = b"/OpenAction << /S /GoTo /D [3 0 R /FitH 800] /Next << /S /Named /N /NextPage >> >>"
    return pdfs.drawn(names + opening, more=(b"<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>", heading))


def drawn_font() -> bytes:
    font = b"<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 9 9] /CharProcs << >> >>"
    return pdfs.drawn(more=(font,))


_GOOD = {
    "form to fill in": fillable(),
    "form that was filled in by qpdf": pdfs.saved(fillable(), deterministic_id=True, **pdfs.COMPRESSED),
    "PDF that was signed": signed(),
    "PDF that two people signed": signed(2),
    "PDF/A-3 with an invoice": archived(hoa_don__xml=INVOICE),
    "PDF/A-3 with an invoice of a Vietnamese name": pdfs.with_attachment("Hóa đơn điện tử.xml", INVOICE, "/Source"),
    "PDF/A-3 with a table": archived(danh_sach__csv=TABLE),
    "PDF/A-3 with a PDF": archived(to_khai__pdf=pdfs.drawn()),
    "PDF/A-3 with pictures": archived(anh__jpg=s.jpeg(), dau__png=s.png()),
    "PDF/A-3 with a PDF/A-3": archived(ho_so__pdf=archived(hoa_don__xml=INVOICE)),
    "PDF/A-3 anybody can open": pdfs.saved(
        archived(hoa_don__xml=INVOICE), encryption=pikepdf.Encryption(owner="chu", user="", R=6)
    ),
    "scan in black and white": scanned("1"),
    "scan in grey": scanned("L"),
    "scan in colour": scanned("RGB", quality=60),
    "scan of three pages": scanned("RGB", save_all=True, append_images=[Image.new("RGB", (9, 9))] * 2),
    "PDF with a link to the web": linked(b"<< /S /URI /URI (https://dichvucong.gov.vn/?a=1#b) /IsMap false >>"),
    "PDF with a link without its beginning": linked(b"<< /S /URI /URI (www.thanhhoa.example/a?b=1) >>"),
    "PDF with a link to a mail": linked(b"<< /Type /Action /S /URI /URI (mailto:a@thanhhoa.example) >>"),
    "PDF with a link to a telephone": linked(b"<< /S /URI /URI (tel:+842373852246) >>"),
    "PDF with a link to a place in it": linked(b"<< /S /GoTo /D [3 0 R /XYZ 0 0 0] >>"),
    "PDF with a link to the next page": linked(b"<< /S /Named /N /NextPage >>"),
    "PDF with headings to jump to": outlined(),
    "PDF that opens at its first page": pdfs.drawn(b"/OpenAction [3 0 R /Fit]"),
    "PDF for people who listen": talking(),
    "PDF with comments": commented(),
    "PDF with a drawn font": drawn_font(),
    "PDF with a page changed later": pdfs.updated(
        pdfs.drawn(), 3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate 90 >>"
    ),
    "PDF whose table is broken": pdfs.drawn().replace(b"0000000009", b"0000000011"),
}
GOOD_PDFS = {name: ("to-khai.pdf", data) for name, data in _GOOD.items()}
"""A person's words → name, bytes."""
