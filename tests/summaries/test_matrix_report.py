"""What a merge leaves: a workbook to read, data to merge again, and new tools as records that pass the check."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from learning_network.content.library import Library
from learning_network.content.loading import examine, load
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings
from learning_network.summaries.matrix_merge import Merged, merge
from learning_network.summaries.matrix_report import report_files
from learning_network.words.strings import strings

DAY = date(2026, 11, 22)
HEADS = "Hulpmiddel;Kosten;Vorm;Tijd;Al geprobeerd;Wanneer gebruiken wij het?;Opmerking;Onze vraag\n"
SHEETS = {
    "nl": ["Overzicht", "Verschillen eerst", "Matrix", "Opmerkingen", "Nieuwe hulpmiddelen", "Niet samengelegd"],
    "en": ["Overview", "Differences first", "Matrix", "Remarks", "New tools", "Not merged"],
}
RISKY = ("=", "+", "-", "@", "\t", "\r")

Merging = Callable[..., Merged]


@pytest.fixture(scope="module")
def merged_from(library: Library) -> Merging:
    """Merges CSV files, given as team -> rows below the usual headings (or team -> whole file)."""
    headings = Headings(library.criteria, library.tools)

    def merges(**teams: str) -> Merged:
        texts = {team: text if text.startswith("Team") else HEADS + text for team, text in teams.items()}
        return merge(
            [read_matrix(Path(f"{team}.csv"), text.encode(), headings) for team, text in texts.items()], library.criteria, library.tools
        )

    return merges


@pytest.fixture(scope="module")
def three(merged_from: Merging) -> Merged:
    return merged_from(
        Noord="Ecogram;gratis;op papier;20;ja;bij de start;Fijn;zeker\nKeukentafelspel;gratis;film; app;;;;\n".replace(
            "film; app", "film | app"
        ),
        Zuid="Ecogram;tegen betaling;op papier;20-30;ja;;;\nKeukentafelspel;gratis;film;;;;;\n",
        Brug="Ecogram;tegen betaling;online;niet bekend;nee;;Lang;\n",
    )


def sheets(merged: Merged, library: Library, language: str = "nl") -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(report_files(merged, library, language, DAY)["matrix.xlsx"]))
    return {sheet.title: sheet for sheet in book.worksheets}


def rows(sheet: Worksheet) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_workbook_has_its_sheets_in_the_order_in_which_one_reads_them(language: str, three: Merged, library: Library) -> None:
    assert list(sheets(three, library, language)) == SHEETS[language]


def test_the_overview_tells_the_account_and_the_teams(three: Merged, library: Library) -> None:
    overview = rows(sheets(three, library)["Overzicht"])
    numbers = {row[0]: row[1] for row in overview if row[1].isdigit()}
    assert numbers == {
        "Bestanden": "3",
        "Teams": "3",
        "Ingevulde cellen": "20",
        "Samengelegd": "19",
        "Niet samengelegd (zie het laatste blad)": "1",
    }
    assert [row for row in overview if row[1].endswith(".csv")] == [[name, f"{name}.csv", ""] for name in ("Brug", "Noord", "Zuid")]
    assert strings("nl")("merged.rule") in [row[0] for row in overview]


def test_differences_stand_first_with_who_said_what_and_what_the_site_says(three: Merged, library: Library) -> None:
    head, *found = rows(sheets(three, library)["Verschillen eerst"])
    assert head == ["Hulpmiddel", "Kenmerk", "Teams die antwoordden", "Verschil", "Op de site", "Wie zei wat"]
    name = library.tools["ecogram"].nl.name
    by_what = {(row[0], row[1]): row[2:4] + row[5:] for row in found}
    assert by_what[name, "Vorm"] == ["3", "100%", "op papier (2): Noord, Zuid · online (1): Brug"]
    assert by_what[name, "Kosten"] == ["3", "33%", "tegen betaling (2): Brug, Zuid · gratis (1): Noord"]
    assert by_what[name, "Tijd"] == ["3", "50%", "20 (1): Noord · 20-30 (1): Zuid · niet bekend (1): Brug"]
    assert by_what["Keukentafelspel", "Vorm"] == ["2", "50%", "app; film (1): Noord · film (1): Zuid"]
    shares = [int(row[3].rstrip("%")) for row in found]
    assert shares == sorted(shares, reverse=True)
    assert len(found) == len(by_what) == 6


def test_the_matrix_shows_the_most_common_answer_or_all_that_are_equally_common(three: Merged, library: Library) -> None:
    head, *found = rows(sheets(three, library)["Matrix"])
    cells = {(row[0], label): cell for row in found for label, cell in zip(head, row, strict=True) if cell}
    name = library.tools["ecogram"].nl.name
    assert [row[0] for row in found] == [name, "Keukentafelspel"]
    assert cells[name, "Kosten"] == "tegen betaling (2/3)"
    assert cells[name, "Tijd"] == "20 / 20-30 (1/2)", "who does not know is no answer, and a tie hides nobody"
    assert cells["Keukentafelspel", "Vorm"] == "app; film / film (1/2)"


def test_texts_and_remarks_stand_with_their_team(three: Merged, library: Library) -> None:
    name = library.tools["ecogram"].nl.name
    assert rows(sheets(three, library)["Opmerkingen"])[1:] == [
        [name, "Opmerking", "Noord", "Fijn"],
        [name, "Opmerking", "Brug", "Lang"],
        [name, "Wanneer gebruiken wij het?", "Noord", "bij de start"],
    ]


def test_new_tools_stand_with_the_teams_that_named_them_and_their_file(three: Merged, library: Library) -> None:
    assert rows(sheets(three, library)["Nieuwe hulpmiddelen"])[1:] == [["Keukentafelspel", "Noord, Zuid", "new-tools/keukentafelspel.yml"]]


def test_everything_that_was_not_merged_stands_in_the_last_sheet_and_in_a_file(three: Merged, library: Library) -> None:
    listed = rows(sheets(three, library)["Niet samengelegd"])[1:]
    assert listed[0][:2] + listed[0][3:] == ["Noord.csv", "H2", "zeker", "1"]
    assert len(listed) == len(three.listed) == 6  # one cell, three files without a name, one new tool in two files
    table = csv.reader(io.StringIO(report_files(three, library, "nl", DAY)["listed.csv"].decode("utf-8-sig")))
    assert list(table)[1:] == listed


def test_with_nothing_to_list_the_last_sheet_says_so(merged_from: Merging, library: Library) -> None:
    merged = merged_from(a=f"Team;Noord\n{HEADS}Ecogram;gratis;;;;;;\n")
    assert rows(sheets(merged, library)["Niet samengelegd"])[1][0] == "Geen."
    assert rows(sheets(merged, library)["Nieuwe hulpmiddelen"])[1][0] == "Geen."


def test_heads_stay_in_sight_and_each_sheet_prints_one_page_across(three: Merged, library: Library) -> None:
    for name, sheet in sheets(three, library).items():
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == (8 if name == "Matrix" else 9)
        if name != "Overzicht":
            assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")


# formulas

WILD = (
    "Team;=cmd|' /C calc'!A0\n"
    "Hulpmiddel;Kosten;Opmerking;=Onze vraag;@nog\n"
    '=HYPERLINK("x");gratis;+32 9;-5;"@wie"\n'
    "Ecogram;=1+1;-eerst;\t=2;=3\n"
)


def test_nothing_that_teams_write_becomes_a_formula(merged_from: Merging, library: Library) -> None:
    merged = merged_from(a=WILD, b=WILD.replace("gratis", "deels gratis"))
    files = report_files(merged, library, "nl", DAY)
    book = openpyxl.load_workbook(io.BytesIO(files["matrix.xlsx"]))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}, "texts, numbers and empty cells"
    texts = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {"=cmd|' /C calc'!A0 (a.csv)", '=HYPERLINK("x")', "+32 9", "-eerst", "@wie"} <= texts, "and nothing is lost"
    for name in ("judgements.csv", "listed.csv"):
        for row in csv.reader(io.StringIO(files[name].decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(RISKY)], name


@settings(max_examples=40)
@given(team=st.text(max_size=8), tool=st.text(max_size=8), text=st.text(max_size=8))
def test_whatever_teams_write_the_files_are_sound(team: str, tool: str, text: str, library: Library) -> None:
    judgements = [{"team": team, "tool": tool, "criterion": column, "value": text} for column in ("remark", "use-when", "remark:cost")]
    data = json.dumps({"format": "learning-network/matrix", "version": 1, "judgements": judgements}).encode()
    merged = merge([read_matrix(Path("a.json"), data, Headings(library.criteria, library.tools))], library.criteria, library.tools)
    assert merged.closes()
    files = report_files(merged, library, "en", DAY)
    openpyxl.load_workbook(io.BytesIO(files["matrix.xlsx"]))
    json.loads(files["matrix.json"])
    for name, content in files.items():
        if name.endswith(".csv"):
            assert not [c for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for c in row if c.startswith(RISKY)]
        elif name.endswith(".yml"):
            assert yaml.safe_load(content)["id"] == Path(name).stem


def test_ten_thousand_rows_make_a_workbook_that_opens(merged_from: Merging, library: Library) -> None:
    merged = merged_from(Noord="".join(f"Spel {n % 50};;;;;;opmerking {n};\n" for n in range(10_000)))
    book = openpyxl.load_workbook(io.BytesIO(report_files(merged, library, "nl", DAY)["matrix.xlsx"]), read_only=True)
    assert book["Opmerkingen"].max_row == 51
    assert book["Niet samengelegd"].max_row == 1 + len(merged.listed) == 1 + 9_950 + 50 + 1  # repeats, new tools, no name


# new tools as records


def record(merged: Merged, library: Library, id_: str) -> tuple[str, dict[str, Any]]:
    text = report_files(merged, library, "nl", DAY)[f"new-tools/{id_}.yml"].decode()
    return text, yaml.safe_load(text)


def test_a_new_tool_says_what_the_teams_agree_on_and_tells_the_rest_above_it(three: Merged, library: Library) -> None:
    text, tool = record(three, library, "keukentafelspel")
    assert tool["values"]["cost"] == "free"
    assert {value for criterion, value in tool["values"].items() if criterion != "cost"} == {"unknown"}
    assert tool["values"].keys() == {id_ for id_, criterion in library.criteria.items() if not criterion.filled_in_by_team}
    assert tool["nl"]["name"] == tool["en"]["name"] == "Keukentafelspel"
    assert text.splitlines()[1:4] == [
        "# What the teams said:",
        "# cost: gratis (2): Noord, Zuid",
        "# form: app; film (1): Noord · film (1): Zuid",
    ]


def test_every_kind_of_answer_comes_into_the_record_as_records_write_it(library: Library, merged_from: Merging) -> None:
    merged = merged_from(
        a="Team;Noord\nHulpmiddel;Kosten;Vorm;Tijd;Opleiding nodig;Al geprobeerd;Opmerking\n"
        "Keukentafelspel;gratis;film | app;20-30;niet nodig;ja;Fijn: echt #1\n"
        "Wandelspel;;;15;;;\n"
    )
    text, tool = record(merged, library, "keukentafelspel")
    values = tool["values"]
    assert (values["cost"], values["form"], values["minutes"], values["training"]) == (
        "free",
        ["app", "film"],
        {"min": 20, "max": 30},
        "none",
    )
    assert "tried" not in values
    assert "# remark: Fijn: echt #1 (1): Noord\n" in text
    assert record(merged, library, "wandelspel")[1]["values"]["minutes"] == {"min": 15, "max": 15}


def test_yes_and_no_are_written_so_that_every_reader_of_yaml_keeps_them_as_words(library: Library, merged_from: Merging) -> None:
    tried = library.criteria["tried"].model_copy(update={"filled_in_by_team": False})
    merged = merged_from(a="Team;Noord\nHulpmiddel;Al geprobeerd\nKeukentafelspel;ja\n")
    _, tool = record(merged, dataclasses.replace(library, criteria={**library.criteria, "tried": tried}), "keukentafelspel")
    assert tool["values"]["tried"] == "yes"


NAMES = [
    "Keukentafelspel",
    'Spel "met" aanhaling',
    "Spel: deel 2 #1",
    "=1+1",
    "- streep",
    "أداة",
    "Één",
    "'t Spel",
    "C:\\spel",
    "spel " * 40,
    "yes",
    "3",
]


def test_records_of_new_tools_pass_the_check_of_the_project_as_they_are(real: Path, merged_from: Merging) -> None:
    library = load(real)
    names = "".join('"{}";gratis;film;20;ja;"soms: #1";"een\nopmerking";\n'.format(name.replace('"', '""')) for name in NAMES)
    merged = merged_from(Noord=names, Zuid=names.replace("gratis", "deels gratis"))
    files = report_files(merged, library, "nl", DAY)
    new = {Path(name).name: content for name, content in files.items() if name.startswith("new-tools/")}
    assert len(new) == len(NAMES)
    for name, content in new.items():
        (real / "tools_matrix" / "tools" / name).write_bytes(content)
    checked, findings = examine(real)
    assert findings == []
    assert checked is not None
    assert {checked.tools[Path(name).stem].nl.name for name in new} == {" ".join(name.split()) for name in NAMES}
