"""Makes the sample lists anew that other programs write, with those programs themselves:

    python3 -m venv V && V/bin/pip install openpyxl odfpy XlsxWriter
    V/bin/python make.py        (LibreOffice Calc must be in PATH as soffice)

All hold the same staff list, as far as each program can write it: codes as text, by a formula, in a cell that was merged
from two, after an empty row and after repeated columns. The test knows what is to be read from each.
"""

import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
from odf import opendocument, table, text

HERE = Path(__file__).resolve().parent
HEADING = ["Ad", "Birim", "", "", "HES Kodu"]
PLAIN = [["İsmail Işık", "Acil", "", "", "C4G6-1346-S3"], ["Ayşe Öz", "", "", "", "P2G88532S2"]]
FORMULA = '=CONCATENATE("R4G6","1346","S3")'


def calc(folder):
    """A document as a person would type it in Calc: its own ODS and its own XLSX."""
    source = folder / "source.fods"
    cell = '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
    row = "<table:table-row>%s</table:table-row>"
    empty = '<table:table-cell table:number-columns-repeated="%d"/>'
    rows = [
        row % (cell % "Ad" + cell % "Birim" + empty % 2 + cell % "HES Kodu"),
        # "Acil" over three columns and two rows
        row % (cell % "İsmail Işık"
               + '<table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="2">'
               '<office:annotation><text:p>Not: Z9Z91346S3</text:p></office:annotation><text:p>Acil</text:p></table:table-cell>'
               '<table:covered-table-cell table:number-columns-repeated="2"/>'
               + cell % "C4G6-1346-S3"),
        row % (cell % "Ayşe Öz" + '<table:covered-table-cell table:number-columns-repeated="3"/>' + cell % "P2G88532S2"),
        '<table:table-row table:number-rows-repeated="2">' + empty % 5 + "</table:table-row>",
        row % (cell % "Formül" + empty % 3
               + '<table:table-cell table:formula="of:=CONCATENATE(&quot;R4G6&quot;;&quot;1346&quot;;&quot;S3&quot;)"/>'),
        '<table:table-row table:number-rows-repeated="2">' + cell % "Aynı" + empty % 3 + cell % "N4G61346S3" + "</table:table-row>",
        row % (cell % "Hata" + empty % 3 + '<table:table-cell table:formula="of:=1/0"/>'),
        row % (cell % "Sayı" + empty % 3 + '<table:table-cell office:value-type="float" office:value="1234567890"/>'),
        row % (cell % "İki satır" + empty % 3 + '<table:table-cell office:value-type="string"><text:p>kod</text:p>'
               '<text:p><text:a xlink:href="https://example.invalid/" xlink:type="simple">B4G6<text:s/>1346<text:s/>S3</text:a></text:p>'
               '</table:table-cell>'),
    ]
    source.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
        '<table:table table:name="Personel">' + "".join(rows) + "</table:table>"
        "</office:spreadsheet></office:body></office:document>", encoding="utf-8")
    for kind in ("ods", "xlsx"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", folder, source], check=True)
        (HERE / f"libreoffice.{kind}").write_bytes((folder / f"source.{kind}").read_bytes())


def by_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Personel"
    for row in (HEADING, *PLAIN):
        sheet.append([cell or None for cell in row])
    sheet.merge_cells("B2:D3")
    sheet.cell(5, 1, "Formül")
    sheet.cell(5, 5, FORMULA)  # written without a result
    sheet.cell(6, 5, True)
    sheet.cell(7, 5, "#N/A")
    book.save(HERE / "openpyxl.xlsx")


def by_xlsxwriter():
    """Which writes what Excel writes, byte for byte."""
    with xlsxwriter.Workbook(HERE / "excel.xlsx") as book:
        sheet = book.add_worksheet("Personel")
        for number, row in enumerate((HEADING, *PLAIN)):
            sheet.write_row(number, 0, [cell or None for cell in row])
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(3, 4, bold, "B4G6", "-1346-", bold, "S3")
        sheet.write_formula(4, 4, FORMULA, None, "R4G61346S3")
        sheet.write_formula(5, 4, "=NA()", None, "#N/A")


def by_odfpy():
    document = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Personel")
    for row in (HEADING, *PLAIN):
        line = table.TableRow()
        for value in row:
            cell = table.TableCell(valuetype="string") if value else table.TableCell()
            if value:
                cell.addElement(text.P(text=value))
            line.addElement(cell)
        sheet.addElement(line)
    line = table.TableRow()
    line.addElement(table.TableCell(numbercolumnsrepeated=4))
    line.addElement(table.TableCell(formula="of:" + FORMULA.replace(",", ";")))  # without a result
    sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    document.save(HERE / "odfpy.ods")


def as_open_xml_sdk():
    """As the Open XML SDK's own examples write it: a prefix, absolute part names, no references."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"

    def cell(value):
        return f'<x:c t="inlineStr"><x:is><x:t>{value}</x:t></x:is></x:c>' if value else "<x:c />"

    rows = "".join("<x:row>" + "".join(map(cell, row)) + "</x:row>" for row in (HEADING, *PLAIN))
    formula = FORMULA[1:].replace('"', "&quot;")
    rows += f'<x:row r="5"><x:c r="E5" t="str"><x:f>{formula}</x:f><x:v>R4G61346S3</x:v></x:c></x:row>'
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml" /><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
            '<Override PartName="/xl/worksheets/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
            'worksheet+xml" /></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Type="{links}/officeDocument" Target="/xl/workbook.xml" '
            'Id="Rf0a1" /></Relationships>',
        "xl/workbook.xml":
            f'<x:workbook xmlns:r="{links}" xmlns:x="{main}"><x:sheets><x:sheet name="Personel" sheetId="1" r:id="R7b2c" /></x:sheets>'
            "</x:workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Type="{links}/worksheet" Target="/xl/worksheets/sheet.xml" '
            'Id="R7b2c" /></Relationships>',
        "xl/worksheets/sheet.xml": f'<x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>',
    }
    with zipfile.ZipFile(HERE / "openxmlsdk.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="utf-8"?>' + content)


with tempfile.TemporaryDirectory() as place:
    calc(Path(place))
by_openpyxl()
by_xlsxwriter()
by_odfpy()
as_open_xml_sdk()
