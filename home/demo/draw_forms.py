"""Writes the sample forms (docx): `python -m home.demo.draw_forms`. Needs the development requirements."""

from docx import Document
from docx.document import Document as Form
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from home.demo.content import FILES, Record, read

MARK = "MẪU MINH HỌA – KHÔNG DÙNG ĐỂ NỘP HỒ SƠ THẬT"
DOTS = "." * 60


def write_all() -> None:
    for record in read("templates"):
        form(record).save(str(FILES / record["file"]))


def form(record: Record) -> Form:
    """Return one sample form: the mark, the state's heading, the fields to fill in, the papers, the declaration."""
    document = Document()
    _set_page(document, record)
    _centred(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    _centred(document, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _centred(document, record["title"].upper(), bold=True, size=15)
    _centred(document, f"(Minh họa cho {record['code']})")
    document.add_paragraph(f"Kính gửi: {record['addressed_to']}")
    for group in record["groups"]:
        document.add_heading(group["heading"], level=2)
        for field in group["fields"]:
            document.add_paragraph(f"{field}: {DOTS}")
    document.add_heading("Giấy tờ kèm theo", level=2)
    for paper in record["papers"]:
        document.add_paragraph(f"☐ {paper}")
    document.add_paragraph("Tôi cam đoan nội dung khai trên là đúng và chịu trách nhiệm về lời khai của mình.")
    _sign(document)
    return document


def _set_page(document: Form, record: Record) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    document.core_properties.title = record["title"]
    document.core_properties.language = "vi-VN"
    for edge in (section.header, section.footer):
        paragraph = edge.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(MARK)
        run.bold = True
        run.font.color.rgb = RGBColor(0xB0, 0x1E, 0x1E)


def _centred(document: Form, text: str, *, bold: bool = False, size: int = 13) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def _sign(document: Form) -> None:
    for text in ("………, ngày … tháng … năm ……", "NGƯỜI ĐỀ NGHỊ", "(Ký, ghi rõ họ tên)"):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


if __name__ == "__main__":
    write_all()
