"""Makes the spreadsheets that the command and the page both read: our templates as people fill them in, and messy ones by hand.

Run `python tests/vectors/summary/make_books.py` to make them again, then make.py. Three of them are saved by LibreOffice, and stay as
they are where it is not installed. All answers are made up.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

HERE = Path(__file__).parent
ROOT = HERE.parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from worksheet_files import libre_office, write_workbook  # noqa: E402 - after its folder is known

from learning_network.content.loading import load  # noqa: E402
from learning_network.responses.csv_text import csv_text  # noqa: E402
from learning_network.responses.filled_in import ABOUT, DATE, ITEMS, TEAM  # noqa: E402
from learning_network.responses.filled_in import FORMAT as WORKSHEET  # noqa: E402
from learning_network.templates.worksheet_workbook import worksheet_workbook  # noqa: E402

BOOKS = HERE / "books"
ANSWERS = HERE / "answers"
SWOT = {
    "strengths": "Hechte ploeg; we kennen elkaar al lang",
    "weaknesses": "- Te weinig tijd voor overleg\n- Oude computers",
    "opportunities": "=1+1 is geen formule & <b>ook geen HTML</b> 🙂",
    "threats": "n.v.t.",
}
GRROW = {
    "goal": "Tegen juni eet elke bewoner één keer per week met wie hij wil",
    "reality": "Nu eet iedereen aan een vaste tafel",
    "options": "Een proef op één afdeling",
    "actions.1.what": "Tafels vrij laten kiezen",
    "actions.1.who": "hoofdverpleegkundige",
    "actions.1.status": "Bezig",
    "actions.2.who": "kok",
    "actions.3.what": "De keuken vragen",
    "actions.3.by-when": date(2026, 10, 1),
}

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fixed(data: bytes) -> bytes:
    """The same spreadsheet without the moment at which it was saved."""
    return packed({name: re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-11-22T00:00:00Z", part) for name, part in parts_of(data).items()})


def by_hand(sheets: Mapping[str, str], strings: str = "", styles: str = "", book: str = "", target: str = "worksheets/") -> dict[str, str]:
    """The parts of a spreadsheet. sheets: name -> the rows in XML."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, start=1))
    links = "".join(f'<Relationship Id="r{n}" Type="{_LINK}/worksheet" Target="{target}sheet{n}.xml"/>' for n in range(1, len(names) + 1))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINK}">{book}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>'
    for n, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return {name: _XML + part for name, part in parts.items()}


def inline(*texts: str) -> str:
    """A row of texts, without addresses."""
    return "<row>" + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in texts) + "</row>"


def row(*cells: str) -> str:
    return "<row>" + "".join(cells) + "</row>"


def text(words: str) -> str:
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


SAYS = inline("format", WORKSHEET) + inline("worksheet", "swot-sheet") + inline("version", "1") + inline("language", "nl")
ASKS = SAYS + "".join(
    inline("question", id_, label)
    for id_, label in (("strengths", "Sterktes"), ("weaknesses", "Zwaktes"), ("opportunities", "Kansen"), ("threats", "Bedreigingen"))
) + "".join(inline("answer", id_) for id_ in ("strengths", "weaknesses", "opportunities", "threats"))  # fmt: skip
HEADS = inline(ITEMS, "question", "text", "weight", "team", "date") + inline("", "Vraag", "Antwoord", "Gewicht", "Team", "Datum")
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="[$-813]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/>'
    '<numFmt numFmtId="166" formatCode="&quot;dag &quot;0"/><numFmt numFmtId="167" formatCode="[Red]0.00;yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>'
    '<xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>'
)


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


NUMBERS = ("5", "5.0", "2.50", "1e-5", "1.5E-7", "1e20", "-0", "46112", "0.1", "123456789012345678", "abc", "+7", ".5")
DAYS = ("46112", "46112.586805555555", "46112.123456789", "0.5", "59", "1", "0", "2958466", "-1", "46112.9999999999")


def swot_by_hand(answers: str, **more: Any) -> dict[str, str]:
    return by_hand({ABOUT: ASKS, "Antwoorden": HEADS + answers}, **more)


def hand_made() -> dict[str, bytes]:
    """Name -> a messy spreadsheet; each is named by what is odd in it."""
    made: dict[str, bytes] = {}
    made["inline-strings-without-addresses"] = packed(
        swot_by_hand(
            inline("", "Sterktes", "  Warm onthaal  ", "3") + "<row/>" + inline("", "Kansen", "een_x000D_\ntwee _x0041__x005F_x0042_")
        )
    )
    strings = (
        '<si><t>Sterktes</t></si><si><r><t>Een </t></r><r><rPr><b/></rPr><t xml:space="preserve"> vet</t></r><r><t xml:space="preserve"> woord </t></r>'
        '<rPh sb="0" eb="1"><t>NIET GELEZEN</t></rPh></si><si><t xml:space="preserve"> a&amp;b &lt;i&gt; </t></si><si/><si><t>Zwaktes\u00a0</t></si>'
    )
    rich = "".join(
        f'<row r="{n}"><c r="B{n}" t="s"><v>{label}</v></c><c r="C{n}" t="s"><v>{said}</v></c></row>'
        for n, (label, said) in enumerate([(0, 1), (0, 2), (4, 1), (0, 3)], start=3)
    )
    made["rich-text-runs"] = packed(swot_by_hand(rich, strings=strings))
    dates = "".join(
        row(text(""), text("Sterktes"), text(f"dag {n}"), number(str(n)), text(""), number(day, 1 + n % 3)) for n, day in enumerate(DAYS)
    )
    made["dates-as-numbers"] = packed(swot_by_hand(dates, styles=STYLES))
    made["dates-from-1904"] = packed(
        swot_by_hand(
            row(text(""), text("Kansen"), text("een"), "<c/>", "<c/>", number("44650.25", 2)),
            styles=STYLES,
            book='<workbookPr date1904="1"/>',
        )
    )
    general = "".join(
        row(text(""), text("Kansen"), text(f"los {n}"), "<c/>", "<c/>", text(day))
        for n, day in enumerate(["46112", "46112,5", "99999", "15/10/2026"])
    )
    made["day-numbers-as-text"] = packed(swot_by_hand(general))
    values = "".join(row(text(""), text("Sterktes"), number(value, style)) for value in NUMBERS for style in (0, 5, 6))
    values += "".join(row(text(""), text("Zwaktes"), number(value, style)) for value in DAYS[:8] for style in (1, 3, 4, 7))
    values += "".join(
        row(text(""), text("Kansen"), cell)
        for cell in ('<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', '<c t="d"><v>2026-03-31T00:00:00</v></c>', '<c t="d"><v>2026-03-31T14:05:00</v></c>',
                     '<c t="str"><f>"Goed "&amp;A1</f><v>Goed zo</v></c>', "<c><f>1+1</f><v>2</v></c>", "<c><f>1+1</f></c>")
    )  # fmt: skip
    made["numbers-booleans-and-formulas"] = packed(swot_by_hand(values, styles=STYLES))
    errors = "".join(
        row(text(""), text("Bedreigingen"), f'<c t="e"><f>1/0</f><v>{error}</v></c>') for error in ("#DIV/0!", "#N/A", "#REF!", "#NAME?")
    )
    made["errors-in-cells"] = packed(swot_by_hand(errors + inline("", "#VALUE!", "een vraag van eigen hand")))
    far = swot_by_hand(
        '<row r="4"><c r="c9" t="str"><v>hier</v></c><c r="B9" t="str"><v>Sterktes</v></c></row><row><c r="XFD5" t="str"><v>ver weg</v></c></row>'
    )
    far["xl/worksheets/sheet2.xml"] = far["xl/worksheets/sheet2.xml"].replace("<sheetData>", '<dimension ref="A1:B2"/><sheetData>')
    made["dimension-that-lies"] = packed(far)
    prefixed = swot_by_hand(inline("", "Sterktes", "met voorvoegsel"), target="/xl/worksheets/")
    name = "xl/worksheets/sheet2.xml"
    prefixed[name] = re.sub(r"<(/?)(?=\w)", r"<\1x:", prefixed[name]).replace("xmlns=", "xmlns:x=")
    made["prefixed-names-and-absolute-targets"] = packed(prefixed)
    made["stored-and-in-capitals"] = packed(
        {name.replace("sheet2.xml", "SHEET2.XML"): part for name, part in swot_by_hand(inline("", "Zwaktes", "onverpakt")).items()},
        zipfile.ZIP_STORED,
    )
    other = by_hand(
        {
            "Eigen blad": inline("Team", "Los"),
            ABOUT: ASKS.replace("swot-sheet", "stafkaart"),
            "B": HEADS + inline("", "Kansen", "ander werkblad"),
        }
    )
    made["another-worksheet-and-a-loose-sheet"] = packed(other)
    made["labels-of-nobody"] = packed(
        swot_by_hand(
            inline("", "constructor", "raar", "", "__proto__")
            + inline("", "", "zonder vraag")
            + inline("", "Sterktes", "van een ander", "2", "Team Zuid", "3/4/2026")
        )
    )
    return made


def filled() -> dict[str, bytes]:
    """Our templates as people fill them in, and the table of the site, as three programs save them."""
    library = load(ROOT)
    swot, grrow = library.worksheets["swot-sheet"], library.worksheets["grrow-sheet"]
    made = {
        "swot-blank": worksheet_workbook(library, swot, "nl"),
        "swot-filled": write_workbook(worksheet_workbook(library, swot, "nl"), SWOT, "Team Noord (verzonnen)", date(2026, 3, 31)),
        "swot-en-filled": write_workbook(worksheet_workbook(library, swot, "en"), {"strengths": "People trust each other"}),
        "swot-more-teams": changed(worksheet_workbook(library, swot, "nl"), _more_teams),
        "grrow-filled": write_workbook(worksheet_workbook(library, grrow, "nl"), GRROW, "Team Oost (verzonnen)"),
        "grrow-rows-inserted": changed(worksheet_workbook(library, grrow, "nl"), _inserted),
        "site-table": _table(),
    }
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("soffice"):
            names = {"swot-filled": "swot-libreoffice", "grrow-rows-inserted": "grrow-libreoffice", "site-table": "site-table-libreoffice"}
            saved = libre_office(Path(folder), {f"{new}.xlsx": made[old] for old, new in names.items()}, "xlsx")
            made |= {name.removesuffix(".xlsx"): data for name, data in saved.items()}
    return {name: fixed(data) for name, data in made.items()}


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    book, out = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    change(book)
    book.save(out)
    return out.getvalue()


def _more_teams(book: Any) -> None:
    sheet = book["Antwoorden"]
    for line, cells in enumerate(
        [
            ("Sterktes", "Team Noord kent de buurt", 3, "Team Noord", date(2026, 1, 2)),
            ("Wensen", "meer tijd", None, "Team Noord", date(2026, 1, 2)),
            ("Kansen", 24, 1.5, "Team Zuid", "3/4/2026"),
            ("Kansen", True, None, "Team Zuid", datetime(2026, 4, 3, 14, 5)),
            ("Kansen", date(2026, 5, 6), None, 12, None),
        ],
        start=30,
    ):
        for column, value in enumerate(cells, start=2):
            sheet.cell(line, column).value = value
    for row_ in book.worksheets[0].iter_rows():
        if row_[0].value in (TEAM, DATE):
            row_[2].value = {TEAM: "Iedereen", DATE: "ergens in maart"}[row_[0].value]


def _inserted(book: Any) -> None:
    sheet = book["Wie doet wat, en wanneer"]
    sheet.insert_rows(4)
    for place, value in {"C4": "Bellen", "G4": "bezig", "C3": "Een", "E3": date(2026, 12, 1), "C5": '="Twee"&"!"', "D6": "wie?"}.items():
        sheet[place].value = value
    sheet.append([None, None, "Helemaal onderaan", "iemand"])
    book["Antwoorden"]["C3"].value = "Samen eten"


def _table() -> bytes:
    """A CSV of the site, opened in a spreadsheet program and saved: numbers and dates are no texts any more."""
    rows = list(csv_text((ANSWERS / "swot-limesurvey-2025.csv").read_bytes()).rows())
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, day = book.add_worksheet("answers"), book.add_format({"num_format": "d/mm/yyyy"})
        for line, cells in enumerate(rows):
            for column, said in enumerate(cells):
                if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
                    sheet.write_datetime(line, column, datetime.fromisoformat(said), day)
                elif said.isdecimal():
                    sheet.write_number(line, column, int(said))
                else:
                    sheet.write_string(line, column, said)
    return out.getvalue()


if __name__ == "__main__":
    BOOKS.mkdir(exist_ok=True)
    for name, data in {**filled(), **hand_made()}.items():
        (BOOKS / f"{name}.xlsx").write_bytes(data)
