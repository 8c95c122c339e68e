"""Spreadsheets and CSV files of any origin become tables of texts, or one clear line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from team_files import protected, rezipped, with_prefixes

from learning_network.responses import csv_text, tables
from learning_network.responses.tables import Unreadable, address, fingerprint, prefixed, read_tables, unprefixed

CSV, XLSX = Path("answers.csv"), Path("answers.xlsx")


def rows_of(data: bytes, path: Path = CSV) -> list[list[str]]:
    (table,) = read_tables(path, data)
    return table.rows


def book(fill: Callable[[Any, Any], None], name: str = "Blad1") -> bytes:
    """A workbook with one sheet; `fill` is told the workbook and the sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        fill(made, made.add_worksheet(name))
    return out.getvalue()


def refusal(data: bytes, path: Path = XLSX) -> str:
    with pytest.raises(Unreadable) as caught:
        read_tables(path, data)
    return str(caught.value)


# CSV


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_whatever_parts_its_cells_and_whatever_its_encoding(delimiter: str, encoding: str) -> None:
    text = f"Hulpmiddel{delimiter}Kosten\r\nCafé België{delimiter}gratis – één keer\r\n"
    assert rows_of(text.encode(encoding)) == [["Hulpmiddel", "Kosten"], ["Café België", "gratis – één keer"]]


def test_a_cell_may_hold_several_lines_quotes_and_the_delimiter() -> None:
    assert rows_of(b'Tool;Remark\nSwot;"one; two\nthree ""four"""\n')[1] == ["Swot", 'one; two\nthree "four"']


def test_commas_in_a_title_or_in_texts_do_not_hide_the_semicolons_that_part_the_cells() -> None:
    text = "Matrix van Noord, Leuven, 2026\nHulpmiddel;Kosten;Opmerking\nSwot;gratis;kort, snel, leuk, handig\n"
    assert rows_of(text.encode()) == [
        ["Matrix van Noord, Leuven, 2026"],
        ["Hulpmiddel", "Kosten", "Opmerking"],
        ["Swot", "gratis", "kort, snel, leuk, handig"],
    ]


def test_the_line_that_tells_excel_the_delimiter_is_no_row_of_cells_and_keeps_its_number() -> None:
    assert rows_of(b"sep=;\nHulpmiddel;Kosten\n") == [[], ["Hulpmiddel", "Kosten"]]


def test_a_text_is_no_formula_and_loses_the_quote_that_guarded_it() -> None:
    assert rows_of(b"tool,remark\n'=1+1,'-5\n'tis,it's\n")[1:] == [["=1+1", "-5"], ["'tis", "it's"]]


@given(st.text())
def test_what_is_guarded_against_formulas_comes_back_as_it_was_and_never_begins_like_one(text: str) -> None:
    assert unprefixed(prefixed(text)) == text
    assert prefixed(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty: ask for it again"),
        (b" \r\n\t ", "the file is empty: ask for it again"),
        (book(lambda _, sheet: None), "the file is no text: save it as CSV or XLSX"),
    ],
    ids=["empty", "blank", "a workbook"],
)
def test_a_csv_file_that_is_none_is_refused_in_one_line(data: bytes, said: str) -> None:
    assert refusal(data, CSV) == said


def test_utf_16_is_known_without_its_mark() -> None:
    assert rows_of("Hulpmiddel;Kosten\nEcogram;gratis\n".encode("utf-16-le")) == [["Hulpmiddel", "Kosten"], ["Ecogram", "gratis"]]


def test_a_cell_without_end_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MOST_CELL", 10_000)
    assert refusal(b"a,b\n" + b"x" * 10_001, CSV).startswith("the file is no table (field larger than field limit")


@pytest.mark.parametrize("name", ["answers.docx", "answers.pdf", "answers", "answers.zip"])
def test_other_kinds_of_files_are_refused_with_what_to_save_instead(name: str) -> None:
    assert refusal(b"Hulpmiddel;Kosten\n", Path(name)) == "files of this kind are not read: save it as .xlsx, .csv or .json"


# spreadsheets


def everything(made: Any, sheet: Any) -> None:
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(1, 1, ["text", 20, 20.5, True])
    sheet.write_datetime(2, 1, datetime(2026, 10, 5), day)
    sheet.write_datetime(2, 2, datetime(2026, 10, 5, 14, 30), made.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    sheet.write_formula(2, 3, "=1+1", None, 2)


def test_cells_become_texts_at_their_own_place_and_numbers_lose_their_point() -> None:
    (table,) = read_tables(XLSX, book(everything))
    assert table.rows == [
        ["", "", "", "", ""],
        ["", "text", "20", "20.5", "yes"],
        ["", "2026-10-05", "2026-10-05 14:30:00", "2", ""],
    ]
    assert table.formulas == {(2, 3)}
    assert [table.cell(r, c) for r, c in ((1, 1), (1, 9), (9, 1), (-1, 1))] == ["text", "", "", ""]


def test_dates_and_times_alone_are_texts_too() -> None:
    made = openpyxl.Workbook()
    made.active.append([date(2026, 1, 31), time(0, 20)])
    out = io.BytesIO()
    made.save(out)
    assert rows_of(out.getvalue(), XLSX)[0] == ["2026-01-31", "00:20:00"]


def test_hidden_sheets_are_read_and_sheets_that_nobody_wants_are_not() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        for name in ("Een", "Twee", "Drie"):
            made.add_worksheet(name).write(0, 0, name)
        made.get_worksheet_by_name("Twee").hide()
    found = read_tables(XLSX, out.getvalue(), lambda names: [name for name in names if name != "Drie"])
    assert [(table.name, table.rows) for table in found] == [("Een", [["Een"]]), ("Twee", [["Twee"]])]


def test_xml_with_prefixes_is_read_with_its_formulas() -> None:
    data = with_prefixes(book(everything))
    assert b"<x:f>" in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    (table,) = read_tables(XLSX, data)
    assert table.rows[1] == ["", "text", "20", "20.5", "yes"]
    assert table.formulas == {(2, 3)}


@pytest.mark.parametrize("name", ["answers.xls", "answers.XLSX", "answers.xlsm", "answers.ods"])
def test_the_content_of_a_workbook_counts_not_what_its_name_says(name: str) -> None:
    assert rows_of(book(lambda _, sheet: sheet.write(0, 0, "x")), Path(name)) == [["x"]]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><table><tr><td>Hulpmiddel</td></tr></table></html>",
        b"Hulpmiddel;Kosten\nSwot;gratis\n",
        book(everything)[:-200],
        book(everything)[:300],
        rezipped(book(everything), lambda name, content: content[:-60] if "sheet1" in name else content),
        rezipped(book(everything), lambda name, content: b"" if name == "xl/workbook.xml" else content),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        bytes(5000),
    ],
    ids=["html", "csv", "cut off", "only a beginning", "half a sheet", "no workbook", "old and damaged", "nothing but zeros"],
)
def test_a_damaged_or_false_spreadsheet_is_refused_in_one_line(data: bytes) -> None:
    said = refusal(data)
    assert said.startswith("the file is damaged or no spreadsheet (")
    assert said.endswith("): open it and save it again as .xlsx")
    assert "\n" not in said


@pytest.mark.parametrize("name", ["answers.xlsx", "answers.xls"])
def test_a_password_is_named(name: str) -> None:
    assert refusal(protected(), Path(name)) == ("the file is protected with a password: open it, take the password off and save it again")


def test_a_column_that_is_formatted_down_to_the_last_row_is_no_obstacle() -> None:
    rows = b"".join(b'<row r="%d"><c r="B%d" s="1"/></row>' % (n, n) for n in range(16, 1_048_577, 16))
    data = book(lambda _, sheet: sheet.write_row(0, 0, ["Hulpmiddel", "Kosten"]))
    long = rezipped(data, lambda name, content: content.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert rows_of(long, XLSX) == [["Hulpmiddel", "Kosten"]]


@pytest.mark.parametrize(
    ("place", "size", "corner"),
    [
        ("XFD1048576", "1048576 rows by 16384 columns", "row 1048576 or in column XFD"),
        ("T1048576", "1048576 rows by 20 columns", "row 1048576 or in column T"),
        ("AD200000", "200000 rows by 30 columns", "row 200000 or in column AD"),
    ],
)
def test_something_far_from_the_answers_is_named_with_its_corner_and_does_not_take_all_memory(place: str, size: str, corner: str) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write("A1", "Hulpmiddel")
        sheet.write(place, "x")

    assert refusal(book(fill)) == (f"the sheet 'Blad1' is {size} (something stands in {corner}): empty what is far from the answers")


def test_an_archive_that_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 5_000_000)
    out = io.BytesIO(book(lambda _, sheet: sheet.write(0, 0, "x")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/big.png", "w") as part:
        part.write(bytes(6_000_000))
    assert len(out.getvalue()) < 20_000
    assert refusal(out.getvalue()) == "the file unpacks to 6 MB, far more than answers need: copy the answers to a new file"


def test_ten_thousand_rows_are_all_there() -> None:
    assert len(rows_of(book(lambda _, sheet: [sheet.write(n, 0, n) for n in range(10_000)]), XLSX)) == 10_000
    assert len(rows_of(b"a;b\n" * 10_000)) == 10_000


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.txt"]))
def test_no_bytes_at_all_make_the_reader_fall(data: bytes, name: str) -> None:
    try:
        found = read_tables(Path(name), data)
    except Unreadable:
        return
    assert all(isinstance(text, str) for table in found for row in table.rows for text in row)


SMALL = book(everything)


@given(st.data())
def test_no_damage_to_a_workbook_makes_the_reader_fall(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"]))
    at = data.draw(st.integers(0, 600))
    instead = data.draw(st.binary(max_size=6))
    cut = data.draw(st.integers(0, 12))
    changed = rezipped(SMALL, lambda name, content: content[:at] + instead + content[at + cut :] if name == part else content)
    try:
        found = read_tables(XLSX, changed)
    except Unreadable:
        return
    assert all(table.formulas is not None for table in found)


def test_an_encoding_that_nobody_knows_does_not_make_the_reader_fall() -> None:
    changed = rezipped(SMALL, lambda name, content: content.replace(b"UTF-8", b"UTF-9") if name == "xl/workbook.xml" else content)
    assert b"UTF-9" in zipfile.ZipFile(io.BytesIO(changed)).read("xl/workbook.xml")
    assert [table.formulas for table in read_tables(XLSX, changed)] == [frozenset()]


def test_addresses_are_those_of_spreadsheet_programs() -> None:
    assert [address(r, c) for r, c in ((0, 0), (9, 25), (0, 26), (0, 701), (0, 702), (1_048_575, 16_383))] == [
        "A1",
        "Z10",
        "AA1",
        "ZZ1",
        "AAA1",
        "XFD1048576",
    ]


def test_the_same_bytes_have_the_same_fingerprint_and_others_do_not() -> None:
    assert fingerprint(b"a") == fingerprint(b"a") != fingerprint(b"b")
