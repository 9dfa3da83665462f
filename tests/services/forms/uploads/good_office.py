"""Word and Excel files that must be kept, with what ordinary ones hold, by the programs people use and part by part."""

import io
import re
import zipfile

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.shared import Cm
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from services.forms.uploads.office_parts import MAIN
from tests.services.forms.uploads import samples as s
from tests.services.forms.uploads.office import (
    MICROSOFT,
    OFFICE,
    SHEETS,
    WORDS,
    W,
    field,
    formula,
    link,
    nested,
    rel,
    rels,
    run,
    settings,
    sheet,
    word,
)

_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def stable(data: bytes) -> bytes:
    """The same parts in the same bytes whenever it is made."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return s.archive({name: _TIME.sub(b"2026-11-22T08:00:00Z", made.read(name)) for name in made.namelist()})


def written() -> bytes:
    """A petition: headings, a table, a picture, a header and a footer with the page, a comment, a list."""
    document = docx.Document()
    document.add_heading("ĐƠN ĐỀ NGHỊ", level=1)
    paragraph = document.add_paragraph("Kính gửi: ", style="List Bullet")
    document.add_comment(paragraph.runs, text="Xem lại", author="Hoa", initials="H")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Họ và tên"
    document.add_picture(io.BytesIO(s.png()), width=Cm(2))
    section = document.sections[0]
    section.header.paragraphs[0].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    footer = section.footer.paragraphs[0]
    footer._p.append(parse_xml(f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE \\* MERGEFORMAT "/>'))
    file = io.BytesIO()
    document.save(file)
    return stable(file.getvalue())


def calculated() -> bytes:
    """A register: formulas, a chart, a comment, a picture, a link, a name, colours by rule, a list to choose from."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Họ tên", "Số tiền", "Ghi chú"])
    for row in (["Hoa", 5, "a"], ["Lê", 7, "b"]):
        page.append(row)
    page["D2"] = '=IF(SUM(B2:B3)>10,VLOOKUP("Hoa",A2:B3,2,FALSE),"=cmd|nothing")'
    page["D3"] = '=SUMPRODUCT((A2:A3<>"")*(B2:B3))&TEXT(TODAY(),"dd/mm/yyyy")'
    page["E2"] = '=HYPERLINK("https://thanhhoa.example/","Xem")'
    page["F2"] = "xem"
    page["F2"].hyperlink = "https://dichvucong.example/?a=1"
    page["A1"].comment = Comment("Ghi theo giấy khai sinh", "Hoa")
    book.defined_names["tong"] = DefinedName("tong", attr_text="Sheet!$B$2:$B$3")
    page.conditional_formatting.add("B2:B3", FormulaRule(formula=["B2>6"], fill=PatternFill("solid", bgColor="FF0000")))
    choice = DataValidation(type="list", formula1='"Nam,Nữ"')
    choice.add("C2:C3")
    page.add_data_validation(choice)
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    page.add_chart(chart, "H2")
    page.add_image(SheetImage(io.BytesIO(s.png())), "H20")
    page.add_table(Table(displayName="bang", ref="A1:C3"))
    file = io.BytesIO()
    book.save(file)
    return stable(file.getvalue())


CHANGED = (
    '<w:p><w:ins w:id="1" w:author="Hoa" w:date="2026-11-22T08:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Hoa"><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>'
)
CONTENTS = (
    nested(run(' TOC \\o "1-3" \\h '), "<w:r/>")
    + field(' HYPERLINK \\l "_Toc1" ', "Mục 1")
    + field(" PAGEREF _Toc1 \\h ", "1")
)
FIELDS = (
    field("= SUM(ABOVE)")
    + field(" FORMTEXT ")
    + field(' DATE \\@ "dd/MM/yyyy" ')
    + field('IF 1 = 1 "a" "b"')
    + field("")
)


def with_data() -> bytes:
    """A Word file with data of its own, as templates of offices have it, and an instruction of a program in them."""
    return word(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr></w:sdt>',
        rel("customXml", "../customXml/item1.xml"),
        types={"customXml/itemProps1.xml": f"{OFFICE}.customXmlProperties+xml"},
        more={
            "customXml/item1.xml": "<?mso-contentType?><a xmlns='urn:x' src='x' action='b'><f>Hàm<b/>(1)|</f></a>",
            "customXml/itemProps1.xml": "<ds:a xmlns:ds='urn:b'/>",
            "customXml/_rels/item1.xml.rels": rels(rel("customXmlProps", "itemProps1.xml")),
        },
    )


def with_chart() -> bytes:
    """A chart in a text: its table stands behind it as a workbook."""
    return word(
        "",
        rel("chart", "charts/chart1.xml"),
        types={"word/charts/chart1.xml": f"{OFFICE}.drawingml.chart+xml", ".xlsx": f"{SHEETS}.sheet"},
        more={
            "word/charts/chart1.xml": "<c:chartSpace xmlns:c='urn:c'><c:f>Sheet1!$A$2:$A$5</c:f></c:chartSpace>",
            "word/charts/_rels/chart1.xml.rels": rels(rel("package", "../embeddings/a.xlsx")),
            "word/embeddings/a.xlsx": calculated(),
        },
    )


def signed() -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "application/vnd.openxmlformats-package.digital-signature"
    return word(
        types={"_xmlsignatures/origin.sigs": f"{kinds}-origin", "_xmlsignatures/sig1.xml": f"{kinds}-xmlsignature+xml"},
        more={
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/sig1.xml": "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>",
            "_xmlsignatures/_rels/origin.sigs.rels": rels(rel(f"{package}/digital-signature/signature", "sig1.xml")),
        },
    )


def ticked() -> bytes:
    """Boxes to tick in a table: an old drawing, and the settings of the box."""
    drawing = (
        "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:x'><v:shape type='#a' href='https://x.example/'>"
        "<v:imagedata o:relid='r1' xmlns:o='urn:schemas-microsoft-com:office:office'/></v:shape></xml>"
    )
    return sheet(
        '<legacyDrawing r:id="x1"/><controls><control shapeId="1" r:id="x2" name="Check Box 1"/></controls>',
        rel("vmlDrawing", "../drawings/a.vml"),
        rel("ctrlProp", "../ctrlProps/ctrlProp1.xml", number=2),
        types={
            ".vml": f"{OFFICE}.vmlDrawing",
            "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
        },
        more={"xl/drawings/a.vml": drawing, "xl/ctrlProps/ctrlProp1.xml": "<a objectType='CheckBox'/>"},
    )


_WORD = {
    "petition with a table, a picture and a header": written(),
    "Word with changes to be seen": word(CHANGED),
    "Word with a table of contents": word(CONTENTS),
    "Word with an equation": word(
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:f><m:fPr/><m:num><m:r>"
        "<m:t>a|b(c</m:t></m:r></m:num></m:f></m:oMath>"
    ),
    "Word with fields to fill in": word(FIELDS),
    "Word with data of its own": with_data(),
    "Word with a chart": with_chart(),
    "Word that was signed": signed(),
    "Word with a drawn list": word(
        "",
        rel("diagramData", "diagrams/data1.xml"),
        types={"word/diagrams/data1.xml": f"{OFFICE}.drawingml.diagramData+xml"},
        more={"word/diagrams/data1.xml": "<d:dataModel xmlns:d='urn:d'><d:t>Bước 1</d:t></d:dataModel>"},
    ),
    "Word with a link to the web": link("https://dichvucong.gov.vn/p/home?a=1&amp;b=%20c#d"),
    "Word with a link to a mail": link("mailto:a@thanhhoa.example?subject=%C4%90%C6%A1n"),
    "Word with a link to a telephone": link("tel:+842373852246"),
    "Word with a link to a place in it": link("#_Toc1"),
    "Word with a link to a file beside it": link("phu-luc%201.docx"),
    "Word with a field that links to the web": word(field('HYPERLINK "https://x.example/a b" \\o "Xem" \\t "_blank"')),
    "Word with a template on a disk": settings(
        "<w:zoom/>", rel("attachedTemplate", "file:///C:\\Users\\Hoa\\Mau.dotx", "External")
    ),
    "Word with a picture that stood on a disk": word("", rel("image", "file:///D:/anh/dau%201.png", "External")),
    "Word with a drawing": word(
        "",
        rel("image", "a.svg"),
        types={".svg": "image/svg+xml"},
        more={"word/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    ),
    "Word with settings of a newer Word": word(
        "",
        rel(f"{MICROSOFT}/2011/relationships/commentsExtended", "commentsExtended.xml"),
        rel(f"{MICROSOFT}/2016/09/relationships/commentsIds", "commentsIds.xml", number=2),
        types={
            "word/commentsExtended.xml": f"{WORDS}.commentsExtended+xml",
            "word/commentsIds.xml": f"{WORDS}.commentsIds+xml",
        },
        more={"word/commentsExtended.xml": "<a/>", "word/commentsIds.xml": "<a/>"},
    ),
    "Word in two bytes a letter": word(more={"customXml/item1.xml": "<a>Đơn</a>".encode("utf-16")}),
    "Word with folders in its archive": word(more={"word/media/": ""}),
}
_EXCEL = {
    "register with formulas, a chart and a link": calculated(),
    "Excel whose main part is told by its ending": sheet(types={".xml": MAIN["xlsx"]}),
    "Excel with boxes to tick": ticked(),
    "Excel with a newer list to choose from": sheet(
        "<d:dataValidation xmlns:d='urn:d'><d:formula1> <m:f xmlns:m='urn:m'>Sheet2!$A$1:$A$9</m:f> </d:formula1>"
        "</d:dataValidation>"
    ),
    "Excel with newer functions": formula("_xlfn.XLOOKUP(A1,_xlfn._xlws.FILTER(B:B,C:C>0),D:D)"),
    "Excel with the columns of a table": formula("SUM(bang[Số tiền])+bang[[#This Row],[a]]"),
    "Excel with another sheet of a Vietnamese name": formula("SUM('Danh sách 1'!A1:B2)+COUNTIF(Bảng!A:A,\">0\")"),
    "Excel with signs in texts": formula('"a|b [1]c! cmd("&""""&A1'),
    "Excel with a link to a place in it": formula('HYPERLINK("#Sheet2!A1","Xem")'),
    "Excel with a link to a mail": sheet("", rel("hyperlink", "mailto:a@x.example", "External")),
}
GOOD_OFFICE = {name: ("don.docx", data) for name, data in _WORD.items()} | {
    name: ("bang.xlsx", data) for name, data in _EXCEL.items()
}
"""A person's words → name, bytes."""
