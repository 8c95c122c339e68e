"""A folder with every bad file beside good ones: each fault has its line, all the rest counts, and nothing of it comes alive."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import openpyxl
import pytest
from answer_folders import HEAD, NORTH, everything, made, summarise, summary_in, table
from bad_answers import LIVE, bad_folder
from click.testing import Result
from docx import Document

ITEMS = {
    "controls.csv": 2,
    "cp1252.csv": 2,
    "csv-named.xlsx": 2,
    "dates.xlsx": 4,
    "duplicate-headings.csv": 3,
    "formulas.xlsx": 1,
    "good.csv": 7,
    "later-export.csv": 4,
    "live.csv": len(LIVE),
    "loose.csv": 2,
    "megabyte.csv": 2,
    "merged.xlsx": 2,
    "order.csv": 2,
    "right-to-left.csv": 2,
    "two-heading-rows.csv": 2,
    "utf-16.csv": 2,
}
"""File -> items, counted by hand."""

REJECTED = (
    ("link.csv", 0, "", "this link leads out of the folder", 0),
    ("bomb.xlsx", 0, "", "the file unpacks to 310 MB, far more than answers need", 0),
    ("broken.xlsx", 0, "", "the file is damaged or no spreadsheet", 0),
    ("empty.csv", 0, "", "the file is empty: ask for it again", 0),
    ("formulas.xlsx", 2, "Zwaktes", "holds a formula or an error without a result: type the answer itself", 1),
    ("good2.csv", 0, "", "the same file as good.csv: it counts once", 8),
    ("headings-only.csv", 0, "", "there is nothing below its headings", 0),
    ("later-export.csv", 2, "", "the same response stands in good.csv: it counts once", 4),
    ("letter.doc", 0, "", "files of this kind are not read", 0),
    ("locked.xlsx", 0, "", "the file is protected with a password", 0),
    ("loose.csv", 2, "C2", "stands in a column without a heading", 1),
    ("other-form.csv", 0, "", "its headings are 'Dier', 'Kleur', and none of them is known", 0),
)
"""File, row, column, begin of the reason, answer cells."""

REMARKS = (
    ("controls.csv", "Sterktes", "control characters were taken out of 1 cell"),
    ("csv-named.xlsx", "", "its name ends in '.xlsx', but it is CSV"),
    ("dates.xlsx", "date", "1 cell can be read as day-month or month-day: read with the day first, as other cells"),
    ("dates.xlsx", "date", "no date can be read in 1 cell (the first in row 5)"),
    ("duplicate-headings.csv", "", "more than one column is called or means 'Sterktes'"),
    ("formulas.xlsx", "sheet 'Sheet'", "1 cell holds a formula: its result was read"),
    ("merged.xlsx", "sheet 'Sheet'", "more than one column is called or means 'Sterktes'"),
    ("order.csv", "date", "2 cells can be read as day-month or month-day: read with the day first, as nothing"),
    ("right-to-left.csv", "Sterktes", "control characters were taken out of 1 cell"),
    ("two-heading-rows.csv", "", "above the headings, row 1 was not read"),
)
"""File, place, begin of what is said."""


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The results in English, the language of the screen, and what the screen said."""
    folder = tmp_path_factory.mktemp("bad")
    result = summarise(bad_folder(folder / "answers"), folder / "out", "--lang", "en")
    return folder / "out", result


def test_the_run_succeeds_and_every_good_answer_counts(bad: tuple[Path, Result]) -> None:
    out, result = bad
    assert result.exit_code == 0
    assert Counter(row["source_file"] for row in table(out / "items.csv")) == ITEMS
    said = {row["text"] for row in table(out / "items.csv")}
    assert {"één team – hecht", "€ tekort", "jonge ploeg", "Goed Noord", "open deur", "goede sfeer", "omgekeerd", "שלום \u200fעולם"} <= said
    assert len(max(said, key=len)) > 1_000_000


def test_every_rejected_file_row_and_cell_has_its_line_everywhere(bad: tuple[Path, Result]) -> None:
    out, result = bad
    in_json, in_csv = summary_in(out)["rejected"], table(out / "rejects.csv")
    assert len(in_json) == len(in_csv) == len(REJECTED)
    for (file, row, column, reason, cells), told, line in zip(REJECTED, in_json, in_csv, strict=True):
        assert told[:3] == [file, row, column]
        assert told[3].startswith(reason)
        assert line | {"text": ""} == {
            **{"source_file": file, "source_row": str(row), "column": column, "reason": told[3], "cells": str(cells), "text": ""}
        }
        assert f"{':'.join(filter(None, (file, str(row or ''), column)))}: {reason}" in result.stderr


def test_everything_that_people_should_know_is_said_with_its_place(bad: tuple[Path, Result]) -> None:
    out, result = bad
    told = summary_in(out)["remarks"]
    assert [(file, place) for file, place, _ in told] == [(file, place) for file, place, _ in REMARKS]
    for (file, place, message), (_, _, said) in zip(REMARKS, told, strict=True):
        assert said.startswith(message)
        assert f"{':'.join(filter(None, (file, place)))}: {message}" in result.stderr


def test_the_account_closes_on_the_screen_in_the_summary_and_by_counting_again(bad: tuple[Path, Result]) -> None:
    out, result = bad
    account, items = summary_in(out)["account"], table(out / "items.csv")
    answered = len({(row["source_file"], row["source_row"], row["source_column"]) for row in items})
    rejected = sum(int(row["cells"]) for row in table(out / "rejects.csv"))
    assert answered == len(items) == sum(ITEMS.values()), "each of these answers is one item"
    assert (account["answered"], account["empty"], account["rejected"]) == (answered, 1, rejected)
    assert account["cells"] == answered + 1 + rejected
    files = len(account["files"])
    said = f"{files} files: {answered + 1 + rejected} answer cells = {answered} answered + 1 empty (1 of these in so many words) + {rejected} rejected."
    assert f"{said} {len(items)} items.\n" in result.stdout
    assert {line["file"] for line in account["files"]} == {path.name for path in (out.parent / "answers").iterdir()}


def test_every_code_names_an_item_and_every_merge_too(bad: tuple[Path, Result]) -> None:
    out, _ = bad
    ids = {row["item_id"] for row in table(out / "items.csv")}
    codes = table(out / "codes.csv")
    assert codes
    assert {row["item_id"] for row in codes} <= ids
    assert {row["item_id"] for row in table(out / "merges.csv")} <= ids


class Live(HTMLParser):
    """Collects what does something in a page: scripts, handlers, and addresses that lead out of it; and all its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "img", "form", "base", "link"):
            self.found.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (name in ("href", "src", "xlink:href", "action") and not (value or "").startswith("#")):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.text += data


def test_nothing_that_people_wrote_comes_alive_in_the_report(bad: tuple[Path, Result]) -> None:
    page = Live((bad[0] / "report.html").read_text(encoding="utf-8"))
    assert page.found == []
    shown = " ".join(page.text.split())
    assert [text for text in LIVE if text not in shown] == [], "all of it can be read"
    for chart in (bad[0] / "charts").iterdir():
        assert Live(chart.read_text(encoding="utf-8")).found == []


def test_nothing_that_people_wrote_comes_alive_in_the_report_as_plain_text(bad: tuple[Path, Result]) -> None:
    page = Live(markdown.markdown((bad[0] / "report.md").read_text(encoding="utf-8"), extensions=["tables"]))
    charts = {f"img src=charts/{chart.name}" for chart in (bad[0] / "charts").iterdir()}
    assert set(page.found) - charts == {"img"}, "nothing but our own charts"
    assert page.found.count("img") == len(charts)
    assert "<script>alert('x')</script>" in page.text


def cells(path: Path) -> Iterator[Any]:
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            yield from row


def test_no_answer_is_a_formula_or_a_link_in_a_spreadsheet(bad: tuple[Path, Result]) -> None:
    found = [cell for cell in cells(bad[0] / "report.xlsx") if cell.value is not None]
    assert [cell.value for cell in found if cell.data_type == "f" or cell.hyperlink] == []
    assert {text for text in LIVE if text[0] in "=+@"} <= {cell.value for cell in found}
    for name in ("items.csv", "rejects.csv", "codes.csv", "merges.csv", "places-to-check.csv"):
        lines = (bad[0] / name).read_text(encoding="utf-8-sig")
        assert not re.search(r'(?:^|,|\n)"?[=+@]', lines), name


def test_the_document_holds_no_link_and_no_field(bad: tuple[Path, Result]) -> None:
    path = bad[0] / "report.docx"
    assert [part.target_ref for part in Document(str(path)).part.rels.values() if part.is_external] == []
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    assert not re.search(r"<w:hyperlink [^>]*r:id|HYPERLINK\s*</w:instrText|w:altChunk", xml)
    assert "&lt;script&gt;alert('x')&lt;/script&gt;" in xml


def test_plans_with_such_texts_stay_texts_in_the_action_list_and_the_calendar(tmp_path: Path) -> None:
    rows = ["Organisatie,Doel,Realiteit,Weg vooruit,Actie,Wie trekt het?,Klaar op,Status"]
    for n, text in enumerate((*LIVE, "rust\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR")):
        said = '"' + text.replace('"', '""') + '"'
        rows.append(f"Huis {n},{said},{said},{said},{said},{said},2026-12-{n + 10},{said}")
    out = tmp_path / "out"
    assert summarise(made(tmp_path / "plans", plans="\r\n".join(rows)), out, instrument="grrow").exit_code == 0
    assert Live((out / "report.html").read_text(encoding="utf-8")).found == []
    formulas = [cell.value for name in ("actions.xlsx", "report.xlsx") for cell in cells(out / name) if cell.data_type == "f"]
    assert formulas
    assert {re.sub(r"\d+", "", formula)[:12] for formula in formulas} == {'=IF($B="","",'[:12]}, "only our own: what an action still misses"
    assert [text for text in LIVE if any(text.lstrip("=") in formula for formula in formulas)] == []
    calendar = (out / "reviews.ics").read_text(encoding="utf-8")
    assert re.findall(r"^(BEGIN|END):VCALENDAR", calendar, re.MULTILINE) == ["BEGIN", "END"]
    assert calendar.count("\nBEGIN:VEVENT") == calendar.count("\nEND:VEVENT") > 0


def test_names_of_files_cannot_write_over_the_screen(tmp_path: Path) -> None:
    answers = made(tmp_path / "answers", good=HEAD + NORTH)
    for name in ("red\x1b[31m.csv", "two\nlines.csv", "\u202evsc.csv", "<script>.csv"):
        (answers / name).write_bytes(b"")
    result = summarise(answers, tmp_path / "out")
    assert result.exit_code == 0
    for name in ("red?[31m.csv", "two lines.csv", "?vsc.csv", "<script>.csv"):
        assert f"\n{name}: the " in result.stderr
    assert Live((tmp_path / "out" / "report.html").read_text(encoding="utf-8")).found == []


def test_places_to_check_never_hold_what_stands_there(tmp_path: Path) -> None:
    values = ("12345678", "Mieke", "0032 999", "987654321")
    said = f"Vraag het Mieke,dossier {values[0]} ligt klaar,lijst {values[3]},bel {values[2]}"
    row = f"11/22/2026 10:00:00,an@voorbeeld.invalid,Voorbeeldhuis Noord,Team Een,arts,{said}\n"
    names = tmp_path / "names.txt"
    names.write_text("Mieke Voorbeeld\n", encoding="utf-8")
    out = tmp_path / "out"
    summarise(made(tmp_path / "answers", a=HEAD + row, broken="Team,Sterktes,\nN,x,bel Mieke 12345678\n"), out, "--names", names)
    places = table(out / "places-to-check.csv")
    assert {"name", "number"} <= {row["kind"] for row in places}
    data = everything(out)["places-to-check.csv"].decode("utf-8-sig")
    assert [value for value in values if value in data] == []
    ids = {row["item_id"] for row in table(out / "items.csv")}
    assert {row["item_id"] for row in places} - {""} <= ids
