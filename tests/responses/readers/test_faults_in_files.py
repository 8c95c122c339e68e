"""A file with a fault gives a clear line with its place, and all the rest of it is read."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from answers_read import read, reasons, remarks, said, saved, table, workbook
from team_files import rezipped

from learning_network.responses import readers
from learning_network.responses.readers import google_forms, limesurvey

HEAD = ["Team", "Sterktes", "Zwaktes"]
ROWS = [["Noord", "goede sfeer — één team", "druk"], ["Zuid", "€ genoeg", ""]]
TEXTS = [("strengths", "goede sfeer — één team"), ("weaknesses", "druk"), ("strengths", "€ genoeg")]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_encoding_and_separator_is_read(code: str, sign: str) -> None:
    assert said(read("a.csv", table(HEAD, *ROWS, sign=sign, code=code))) == TEXTS


def test_the_line_that_tells_excel_the_separator_is_no_heading() -> None:
    found = read("a.csv", b"sep=;\r\n" + table(HEAD, *ROWS, sign=";"))
    assert (said(found), found.items["source_row"], remarks(found)) == (TEXTS, [3, 3, 4], "")


def test_line_ends_of_all_systems_and_line_breaks_in_cells_are_read() -> None:
    for end in ("\r\n", "\n", "\r"):
        data = end.join(["Team;Sterktes", 'Noord;"een\ntwee"', "Zuid;drie", ""])
        assert [text for _, text in said(read("a.csv", data))] == ["een", "twee", "drie"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.xlsx", b"", "the file is empty"),
        ("a.json", b"", "no JSON"),
        ("a.docx", b"", "damaged or no document"),
        ("a.pdf", b"", "damaged or no PDF"),
        ("a.csv", b"\n\n ;;\n", "holds no text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(400), "no text and no spreadsheet"),
        ("a.xlsx", b"PK\x03\x04kapot", "damaged or no spreadsheet"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        ("a.pdf", b"%PDF-1.7 kapot", "damaged or no PDF"),
        ("a.csv", table(["Dier", "Kleur"], ["kat", "wit"]), "its headings are 'Dier', 'Kleur'"),
        ("a.csv", table(["Doel", "Kleur"], ["rust", "wit"]), "only 'Doel' is known, which is too little to be sure"),
        ("a.csv", table(HEAD), "nothing below its headings"),
        ("a.xlsx", workbook(HEAD), "nothing below its headings"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_that_says_why_and_what_to_do(name: str, data: bytes, reason: str) -> None:
    found = read(name, data)
    assert [(line.source_row, line.column, line.cells) for line in found.rejected] == [(0, "", 0)]
    assert reason in reasons(found)
    assert found.cells == len(found.items) == 0


def test_a_zip_bomb_is_refused_before_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learning_network.responses.tables.MOST_BYTES", 5_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(HEAD, *ROWS))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
        new.writestr("xl/media/bom.bin", b"0" * 6_000_000)
    assert "unpacks to 6 MB" in reasons(read("a.xlsx", out.getvalue()))


@pytest.mark.parametrize("number", ["1e20", "9.5e18"])
def test_a_time_that_no_calendar_has_is_refused(number: str) -> None:
    data = changed(workbook(["Sterktes"], [timedelta(days=2)]), b"<v>2</v>", f"<v>{number}</v>".encode())
    assert "a time in the sheet 'Sheet' is too large" in reasons(read("a.xlsx", data))
    dated = changed(workbook(["Sterktes"], [date(2026, 3, 31)]), b"<v>46112</v>", f"<v>{number}</v>".encode())
    assert len(read("a.xlsx", dated).rejected) + len(read("a.xlsx", dated).items) == 1, "whatever it is taken for, nothing breaks off"


def test_a_workbook_of_charts_alone_holds_no_text() -> None:
    data = changed(workbook(["Sterktes"], ["een"]), b"worksheets/", b"chartsheets/", b'/worksheet"', b'/chartsheet"')
    assert "holds no text" in reasons(read("a.xlsx", data))


def changed(data: bytes, *texts: bytes) -> bytes:
    """A workbook with other texts in its parts; texts: old, new, old, new ..."""

    def change(name: str, content: bytes) -> bytes:
        for old, new in zip(texts[::2], texts[1::2], strict=True):
            content = content.replace(old, new)
        return content

    return rezipped(data, change)


def test_a_file_whose_name_lies_is_read_by_what_is_in_it_and_that_is_said() -> None:
    for name, data in (("a.xlsx", table(HEAD, *ROWS)), ("a.csv", workbook(HEAD, *ROWS)), ("a.json", table(HEAD, *ROWS))):
        found = read(name, data)
        if name == "a.json":
            assert "no JSON" in reasons(found)
            continue
        assert said(found) == TEXTS
        assert f"its name ends in '{name[1:]}'" in remarks(found)


def test_blank_rows_are_skipped_and_rows_keep_their_numbers() -> None:
    found = read("a.csv", table([], ["", " "], HEAD, ["", "", ""], ROWS[0], [" "], [], ROWS[1]))
    assert (said(found), found.items["source_row"], found.cells) == (TEXTS, [5, 5, 8], 4)


def test_two_columns_with_one_heading_are_both_read_and_that_is_said() -> None:
    found = read("a.csv", table(["Team", "Sterktes", "Sterktes ", "Team"], ["N", "een", "twee", ""]))
    assert said(found, "text", "position", "source_column") == [("een", 1, "Sterktes (B)"), ("twee", 2, "Sterktes (C)")]
    assert "'Sterktes'" in remarks(found)


def test_cells_without_a_heading_are_rejected_with_their_place() -> None:
    found = read("a.csv", "Team,Sterktes,,Kansen\nN,sfeer,los,geld, en meer\n")
    assert said(found) == [("strengths", "sfeer"), ("opportunities", "geld")]
    assert sorted((line.source_row, line.column, line.text) for line in found.rejected) == [(2, "C2", "los"), (2, "E2", " en meer")]


def test_a_formula_gives_its_result_and_an_error_is_rejected() -> None:
    sheet = b'<c r="B2" t="str"><f>A2&amp;"x"</f><v>Noordx</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    data = workbook(HEAD, ["Noord", "weg", "weg"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            xml = old.read(part)
            if part.endswith("sheet1.xml"):
                start, end = xml.index(b'<c r="B2"'), xml.index(b"</row>", xml.index(b'<c r="B2"'))
                xml = xml[:start] + sheet + xml[end:]
            new.writestr(part, xml)
    found = read("a.xlsx", out.getvalue())
    assert said(found) == [("strengths", "Noordx")]
    assert [(line.source_row, line.column) for line in found.rejected] == [(2, "Zwaktes")]
    assert "1 cell holds a formula" in remarks(found)


def test_dates_are_read_as_dates_as_numbers_and_as_texts_and_doubtful_ones_are_said_once() -> None:
    rows = [
        [date(2026, 3, 31), "een"],
        [46112, "twee"],
        ["31/3/2026", "drie"],
        ["2026-03-31", "vier"],
        ["4/3/2026", "vijf"],
        ["ooit", "zes"],
        ["5/3/2026", "zeven"],
    ]
    found = read("a.xlsx", workbook(["Datum", "Sterktes"], *rows))
    assert found.items["answered_on"] == ["2026-03-31"] * 4 + ["2026-03-04", "", "2026-03-05"]
    said_of_dates = [line.message for line in found.remarks if line.place == "date"]
    assert len(said_of_dates) == 2
    assert said_of_dates[0].startswith("2 cells can be read as day-month or month-day: read with the day first, as other cells")
    assert said_of_dates[1].startswith("no date can be read in 1 cell (the first in row 7)")


def test_an_answer_of_a_megabyte_is_read_whole() -> None:
    found = read("a.csv", table(["Team", "Sterktes"], ["N", "woord " * 200_000], ["Z", "kort"]))
    assert [len(text) for text in found.items["text"]] == [1_199_999, 4]


def test_control_characters_are_taken_out_and_said() -> None:
    found = read("a.csv", table(["Team", "Sterktes"], ["N", "goede\x00 sf\x07eer"], ["Z", "\u202eomgekeerd"], ["Q", "\x01"]))
    assert [text for _, text in said(found)] == ["goede sfeer", "omgekeerd"]
    assert "Sterktes: control characters were taken out of 3 cells" in remarks(found)
    assert (found.cells, found.empty) == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://voorbeeld.invalid";"klik")',
        "<script>alert('x')</script>",
        "\u202babc",
        "+32 is geen nummer",
        "@naam",
        "שלום \u200fעולם",
    ],
)
def test_what_looks_like_a_formula_or_a_program_stays_a_text(text: str) -> None:
    for name, data in (
        ("a.csv", table(["Team", "Sterktes"], ["N", text])),
        ("b.csv", table(["Team", "Sterktes"], ["N", f"'{text}" if text[0] in "=+@" else text])),
    ):
        assert [item for _, item in said(read(name, data))] == [text.lstrip("\u202b")]


def test_a_text_that_looks_like_a_formula_in_a_spreadsheet_stays_a_text() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Team", "Sterktes"])
    book.active.append(["N", "x"])
    book.active["B2"].value, book.active["B2"].data_type = "=1+1", "s"
    assert said(read("a.xlsx", saved(book))) == [("strengths", "=1+1")]


def test_a_quotation_mark_that_is_never_closed_is_said() -> None:
    assert "never closed" in remarks(read("a.csv", 'Team;Sterktes\nN;"sfeer\nZ;rust\n'))


def test_a_file_that_two_readers_claim_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "READERS", (google_forms, limesurvey))
    monkeypatch.setattr(limesurvey, "sniff", lambda opened, mapping: True)
    assert "google-forms and limesurvey" in reasons(read("a.csv", table(["Timestamp", "Sterktes"], ["3/14/2026", "x"])))
