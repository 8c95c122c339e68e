"""The scoring sheet: written, filled in as people do, read back, and refused when it belongs to another summary."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from small_tables import one, summary_of

from learning_network.responses.filled_in import ABOUT
from learning_network.summaries.scoring_read import as_score, is_scoring_sheet, read_scores
from learning_network.summaries.scoring_sheet import scoring_sheet
from learning_network.summaries.summary import Confrontation, Score, Summary

THEMES = ("time-and-workload", "funding", "involvement-of-the-person")


@pytest.fixture(scope="module")
def summary() -> Summary:
    said = [
        one("a", "strengths", "funding", text='=HYPERLINK("http://voorbeeld.invalid","klik")'),
        one("a", "weaknesses", "time-and-workload", text="+32 te weinig tijd"),
        one("b", "opportunities", "funding involvement-of-the-person", text="- nieuwe subsidie"),
        one("b", "threats", "time-and-workload"),
    ]
    return summary_of(said, themes=THEMES)


@pytest.fixture(scope="module")
def sheet(summary: Summary) -> bytes:
    made = scoring_sheet(summary)
    assert made is not None
    return made


def confrontation(summary: Summary) -> Confrontation:
    assert summary.swot is not None
    return summary.swot.confrontation


def filled(sheet: bytes, scores: dict[str, Any], tab: str = "Scores") -> bytes:
    """The sheet with values in its cells, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    for cell, value in scores.items():
        book[tab][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_grid_has_inside_factors_as_rows_and_outside_factors_as_columns(sheet: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    assert book.sheetnames == ["Uitleg", "Scores", "Bewijs", ABOUT]
    assert book[ABOUT].sheet_state == "hidden"
    grid = book["Scores"]
    assert [[cell.value for cell in row] for row in grid.iter_rows()] == [
        ["scores", None, "O1", "O2", "T1"],
        [
            None,
            "Helpt of hindert dit?",
            "O1 funding (kans)",
            "O2 involvement-of-the-person (kans)",
            "T1 time-and-workload (bedreiging)",
        ],
        ["S1", "S1 funding (sterkte)", None, None, None],
        ["W1", "W1 time-and-workload (zwakte)", None, None, None],
    ]
    assert grid.column_dimensions["A"].hidden
    assert grid.row_dimensions[1].hidden
    assert grid.page_setup.orientation == "landscape"
    assert grid.page_setup.paperSize == 9
    (check,) = grid.data_validations.dataValidation
    assert (str(check.sqref), check.formula1) == ("C3:E4", '"-2,-1,0,1,2"')


def test_the_evidence_is_text_and_never_a_formula(sheet: bytes) -> None:
    evidence = openpyxl.load_workbook(io.BytesIO(sheet))["Bewijs"]
    assert evidence["F2"].value == '“=HYPERLINK("http://voorbeeld.invalid","klik")”'
    parts = zipfile.ZipFile(io.BytesIO(sheet))
    assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_the_words_are_in_the_language_of_the_summary() -> None:
    said = [one("a", "strengths", "funding"), one("a", "threats", "funding")]
    made = scoring_sheet(summary_of(said, language="en"))
    assert made is not None
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == ["How to", "Scores", "Evidence", ABOUT]


def test_the_same_summary_gives_the_same_bytes(summary: Summary, sheet: bytes) -> None:
    assert scoring_sheet(summary) == sheet


def test_there_is_no_sheet_without_factors_on_both_sides() -> None:
    assert scoring_sheet(summary_of([one("a", "strengths", "funding")])) is None
    assert scoring_sheet(summary_of([one("a", "goal", "funding")], "grrow")) is None


def test_filled_in_sheets_are_averaged_with_their_spread(summary: Summary, sheet: bytes) -> None:
    files = [
        ("een.xlsx", filled(sheet, {"C3": 2, "E4": -2, "D3": 0})),
        ("twee.xlsx", filled(sheet, {"C3": 1, "E4": -2})),
        ("drie.xlsx", filled(sheet, {"C3": -1})),
    ]
    scores, remarks = read_scores(files, confrontation(summary))
    assert scores == (
        Score("S1", "O1", sheets=3, mean=0.67, lowest=-1, highest=2),
        Score("S1", "O2", sheets=1, mean=0, lowest=0, highest=0),
        Score("W1", "T1", sheets=2, mean=-2, lowest=-2, highest=-2),
    )
    assert remarks == []


def test_a_sheet_that_people_sorted_is_read_by_its_ids(summary: Summary, sheet: bytes) -> None:
    turned = filled(sheet, {"A3": "W1", "A4": "S1", "C1": "T1", "E1": "O1", "C3": 2})
    assert read_scores([("a.xlsx", turned)], confrontation(summary))[0] == (Score("W1", "T1", 1, 2, 2, 2),)


def test_a_cell_that_is_no_score_is_left_out_with_its_place(summary: Summary, sheet: bytes) -> None:
    scores, remarks = read_scores([("a.xlsx", filled(sheet, {"C3": 3, "D3": "veel", "E3": 1, "C4": 0.5, "C9": 1}))], confrontation(summary))
    assert scores == (Score("S1", "T1", 1, 1, 1, 1),)
    assert [(remark.source_file, remark.place, remark.message) for remark in remarks] == [
        ("a.xlsx", "Scores!C3", "'3' is no score: only -2, -1, 0, +1 and +2 count"),
        ("a.xlsx", "Scores!D3", "'veel' is no score: only -2, -1, 0, +1 and +2 count"),
        ("a.xlsx", "Scores!C4", "'0.5' is no score: only -2, -1, 0, +1 and +2 count"),
        ("a.xlsx", "Scores!C9", "'1' stands in a row or column that is no factor: it does not count"),
    ]


def test_a_sheet_of_another_summary_is_refused_with_the_first_difference(sheet: bytes) -> None:
    other = summary_of([one("a", "strengths", "time-and-workload"), one("b", "threats", "funding")], themes=THEMES)
    scores, remarks = read_scores([("oud.xlsx", filled(sheet, {"C3": 1}))], confrontation(other))
    assert scores == ()
    assert [remark.message for remark in remarks] == [
        "this sheet belongs to another summary (made on 2026-11-22): factor S1 is 'time-and-workload' here and 'funding' in the sheet. "
        "It is not counted: ask to fill in the scoring-sheet.xlsx of this summary"
    ]


def test_files_that_are_no_scoring_sheet_or_say_nothing_new_get_a_line(summary: Summary, sheet: bytes) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    one_sheet = filled(sheet, {"C3": 1})
    files = [("kapot.xlsx", b"PK nee"), ("ander.xlsx", out.getvalue()), ("leeg.xlsx", sheet), ("a.xlsx", one_sheet), ("b.xlsx", one_sheet)]
    scores, remarks = read_scores(files, confrontation(summary))
    assert scores == (Score("S1", "O1", 1, 1, 1, 1),)
    assert [remark.source_file for remark in remarks] == ["kapot.xlsx", "ander.xlsx", "leeg.xlsx", "b.xlsx"]
    assert "no scoring sheet of ours" in remarks[1].message
    assert remarks[2].message == "there are no scores in this sheet: it does not count"
    assert remarks[3].message == "this is the same file as a.xlsx: it counts once"


def test_a_scoring_sheet_is_known_by_what_it_says(sheet: bytes) -> None:
    assert is_scoring_sheet("scores van Noord.xlsx", sheet)
    assert not is_scoring_sheet("scores.csv", sheet)
    assert not is_scoring_sheet("scores.xlsx", b"niets")


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("2", 2),
        ("+1", 1),
        ("−2", -2),
        ("–1", -1),
        (" 0 ", 0),
        ("3", None),
        ("+-1", None),
        ("1,5", None),
        ("ja", None),
        ("", None),
        ("01", None),
    ],
)
def test_scores_are_read_as_people_write_them(text: str, score: int | None) -> None:
    assert as_score(text.strip()) == score
