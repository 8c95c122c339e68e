"""The matrix as a workbook: blank for teams, filled with the records; on screen, on paper, in both languages."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
import python_calamine
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from team_files import by_libre_office, filled_in

from learning_network.content.library import Library
from learning_network.content.models import Criterion
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings
from learning_network.site.downloads import download_files
from learning_network.summaries.matrix_merge import merge
from learning_network.summaries.matrix_report import report_files
from learning_network.templates.matrix_table import MatrixTable, matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook, page_breaks
from learning_network.templates.spreadsheet import Paper
from learning_network.words.strings import strings

DAY = date(2026, 11, 22)
LANGUAGES = ("nl", "en")
NAMES = {"nl": ["Over jullie", "Matrix", "Uitleg", "Lijsten"], "en": ["About you", "Matrix", "Explanation", "Lists"]}


def made(library: Library, language: str, *, blank: bool = True, paper: Paper = "a4", tools: bool = True) -> bytes:
    table = matrix_table(library, language)
    return matrix_workbook(table if tools else MatrixTable(language, table.criteria, ()), blank=blank, today=DAY, paper=paper)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def validation_of(sheet: Worksheet, column: str, row: int) -> DataValidation:
    (found,) = [rule for rule in sheet.data_validations.dataValidation if f"{column}{row}" in rule.sqref]
    return found


def words(criterion: Criterion, language: str) -> list[str]:
    if criterion.type == "yes-no":
        return {"nl": ["ja", "nee"], "en": ["yes", "no"]}[language]
    options = getattr(criterion, language).options
    return [options[id_] for id_ in criterion.options]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def blank(library: Library, language: str) -> Any:
    return opened(made(library, language))


def columns(sheet: Worksheet) -> dict[str, str]:
    """Criterion (or id, name, remark) -> letter of its column."""
    return {cell.value: cell.column_letter for cell in sheet[1]}


def test_a_blank_workbook_has_a_sheet_about_the_team_the_matrix_and_what_explains_it(blank: Any, language: str) -> None:
    assert blank.sheetnames == NAMES[language]
    assert blank.active.title == NAMES[language][0]
    assert [sheet.sheet_state for sheet in blank.worksheets] == ["visible", "visible", "visible", "hidden"]
    asked = {row[0].value: row[1].value for row in blank.worksheets[0].iter_rows(max_col=2) if row[0].value}
    for key in ("team", "date"):
        assert strings(language)(f"workbook.{key}") in asked
    assert "Schrijf geen namen van personen" in str(asked) or "Do not write names of people" in str(asked)


def test_every_criterion_has_its_column_in_order_with_its_heading_and_what_it_means(blank: Any, language: str, library: Library) -> None:
    sheet = blank["Matrix"]
    assert [cell.value for cell in sheet[1]] == ["id", "name", *library.criteria, "remark"]
    for cell in sheet[2]:
        criterion = library.criteria.get(sheet.cell(1, cell.column).value)
        if criterion:
            said = getattr(criterion, language)
            assert (cell.value, cell.comment.text) == (said.label, said.explanation)
    assert [cell.value for cell in (sheet["B2"], sheet[2][-1])] == [strings(language)(f"workbook.{key}") for key in ("tool", "remark")]


def test_every_tool_has_its_row_with_its_id_and_what_it_is(blank: Any, language: str, library: Library) -> None:
    sheet = blank["Matrix"]
    rows = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value}
    assert rows.keys() == library.tools.keys()
    for id_, row in rows.items():
        said = getattr(library.tools[id_], language)
        assert (sheet.cell(row, 2).value, sheet.cell(row, 2).comment.text) == (said.name, said.summary)
    cells = [cell.value for row in sheet.iter_rows(min_row=3, min_col=3) for cell in row]
    assert set(cells) == {None}, "the answers are empty"


def test_every_choice_has_a_drop_down_with_the_words_of_its_criterion_down_to_the_last_row(
    blank: Any, language: str, library: Library
) -> None:
    sheet = blank["Matrix"]
    for id_, column in columns(sheet).items():
        criterion = library.criteria.get(id_)
        if criterion is None or criterion.type not in ("one-of", "some-of", "yes-no"):
            continue
        rules = [validation_of(sheet, column, row) for row in (3, 3 + len(library.tools), 3 + len(library.tools) + 11)]
        assert len({rule.formula1 for rule in rules}) == 1
        assert rules[0].type == "list"
        name, area = rules[0].formula1.replace("$", "").split("!")
        assert [cell[0].value for cell in blank[name.strip("'")][area]] == words(criterion, language)


def test_a_choice_of_one_refuses_other_words_and_a_choice_of_several_does_not(blank: Any, language: str, library: Library) -> None:
    sheet = blank["Matrix"]
    for id_, column in columns(sheet).items():
        if criterion := library.criteria.get(id_):
            rule = validation_of(sheet, column, 3)
            refuses = bool(rule.showErrorMessage) and rule.type == "list"
            assert refuses == (criterion.type in ("one-of", "yes-no")), id_
            assert rule.allowBlank


def test_what_shows_beside_a_cell_is_whole_and_fits_what_excel_can_show(blank: Any, language: str, library: Library) -> None:
    sheet = blank["Matrix"]
    for id_, column in columns(sheet).items():
        if criterion := library.criteria.get(id_):
            said, rule = getattr(criterion, language), validation_of(sheet, column, 3)
            assert rule.promptTitle == said.label
            assert rule.prompt.startswith(said.explanation), "nothing is cut off"
            assert len(rule.prompt) <= 255
            if criterion.type == "some-of":
                assert rule.prompt.endswith(strings(language)("workbook.several"))
            if rule.error:
                assert rule.error == ", ".join(words(criterion, language))


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_headings_and_names_stay_in_sight_and_ids_are_hidden(library: Library, language: str, paper: Paper) -> None:
    for is_blank in (True, False):
        sheet = opened(made(library, language, blank=is_blank, paper=paper))["Matrix"]
        assert sheet.freeze_panes == "C3"
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
        assert not any(sheet.column_dimensions[get_column_letter(n)].hidden for n in range(2, sheet.max_column + 1))
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == {"a4": 9, "a3": 8}[paper]
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$2:$2", "$B:$B")
        assert re.fullmatch(rf"'?Matrix'?!\$B\$2:\${get_column_letter(sheet.max_column)}\$\d+", sheet.print_area)


def test_who_sorts_the_matrix_sorts_the_ids_along(blank: Any) -> None:
    sheet = blank["Matrix"]
    assert sheet.auto_filter.ref == f"A2:{get_column_letter(sheet.max_column)}{sheet.max_row}"


def test_cells_to_fill_in_are_text_so_that_no_program_makes_a_date_of_5_10(blank: Any, library: Library) -> None:
    sheet = blank["Matrix"]
    assert {cell.number_format for row in sheet.iter_rows(min_row=3, min_col=3) for cell in row} == {"@"}


def test_a_matrix_without_tools_has_empty_rows_to_write_in(library: Library, language: str) -> None:
    sheet = opened(made(library, language, tools=False))["Matrix"]
    assert sheet.max_row == 2 + 24
    assert {cell.value for row in sheet.iter_rows(min_row=3) for cell in row} == {None}
    assert validation_of(sheet, columns(sheet)["cost"], 26).type == "list"


def test_a_filled_workbook_says_what_the_records_say_and_leaves_out_what_teams_fill_in(library: Library, language: str) -> None:
    book = opened(made(library, language, blank=False))
    sheet = book["Matrix"]
    assert book.active.title == "Matrix"
    assert list(columns(sheet)) == ["id", "name", *(id_ for id_, c in library.criteria.items() if not c.filled_in_by_team)]
    rows = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1)}
    assert rows.keys() == library.tools.keys()
    unknown = strings(language)("tool.unknown")
    for id_, tool in library.tools.items():
        for criterion, column in list(columns(sheet).items())[2:]:
            value, cell = tool.values[criterion], sheet[f"{column}{rows[id_]}"].value
            assert (cell == unknown) == (value == "unknown")
            if isinstance(value, list):
                said = getattr(library.criteria[criterion], language).options
                assert set(cell.split("; ")) == {said[option] for option in value}
    about = {row[0]: row[1:] for row in book.worksheets[2].iter_rows(min_row=2, values_only=True)}
    assert about.keys() == {getattr(tool, language).name for tool in library.tools.values()}


def test_no_workbook_holds_a_formula_or_a_link(library: Library, language: str) -> None:
    for is_blank in (True, False):
        book = opened(made(library, language, blank=is_blank))
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)


def test_calamine_reads_back_what_was_written(library: Library, language: str) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(made(library, language)))
    assert book.sheet_names == NAMES[language]
    rows = book.get_sheet_by_name("Matrix").to_python()
    assert rows[0] == ["id", "name", *library.criteria, "remark"]
    assert [row[0] for row in rows[2:] if row[0]] == [tool.id for tool in matrix_table(library, language).tools]


def test_the_same_records_give_the_same_bytes(library: Library) -> None:
    assert made(library, "nl") == made(library, "nl")


def test_the_site_offers_twelve_workbooks_that_open(library: Library) -> None:
    without_others = dataclasses.replace(library, exercises={}, worksheets={})
    files = {name: data for name, data in download_files(without_others).items() if "tool-matrix" in name}
    kinds = [f"tool-matrix-{kind}{paper}.xlsx" for kind in ("blank", "tools", "filled") for paper in ("", "-a3")]
    assert set(files) == {f"{language}/{kind}" for language in LANGUAGES for kind in kinds}
    for name, data in files.items():
        sheet = opened(data)["Matrix"]
        assert sheet.page_setup.paperSize == (8 if "-a3" in name else 9)
        tools = [sheet.cell(row, 1).value for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value]
        assert len(tools) == (0 if "blank" in name else len(library.tools))


# columns and pages


@pytest.mark.parametrize(
    ("for_team", "widths", "breaks"),
    [
        ([False, False, False], [50, 50, 50], []),
        ([False, False, True, True], [50, 50, 20, 20], [4]),
        ([False] * 6, [60] * 6, [6]),
        ([True, True], [20, 20], []),
        ([False] * 3 + [True] * 6, [60] * 9, [5, 9]),
    ],
    ids=["one page", "teams on their own page", "a full page", "nothing but teams", "a full page of teams"],
)
def test_a_page_ends_where_it_is_full_and_where_the_columns_of_the_team_begin(
    for_team: list[bool], widths: list[int], breaks: list[int]
) -> None:
    assert page_breaks(for_team, widths) == breaks


# through LibreOffice

MM = 72 / 25.4
SIZES = {"a4": (297, 210), "a3": (420, 297)}


def squashed(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text)


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def overlapping(data: bytes, tmp_path: Path) -> list[tuple[str, str]]:
    """Words that stand on top of each other: what does not fit in its cell is cut off there, or runs into the next one."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not on this machine")
    (tmp_path / "printed.pdf").write_bytes(data)
    command = ["pdftotext", "-bbox", str(tmp_path / "printed.pdf"), "-"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = []
    for page in out.split("<page ")[1:]:
        words = sorted(
            (float(top), float(bottom), float(left), float(right), word) for left, top, right, bottom, word in WORD.findall(page)
        )
        for i, (top, bottom, left, right, word) in enumerate(words):
            for other_top, _, other_left, other_right, other in takewhile(lambda box, end=bottom: box[0] < end - 2, words[i + 1 :]):
                across = min(right, other_right) - max(left, other_left)
                if across > 1 and other_top >= top:
                    found.append((word, other))
    return found


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module")
def printed(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All kinds of workbooks as PDF: 'nl-a4-blank' -> bytes."""
    files = {
        f"{language}-{paper}-{'blank' if is_blank else 'filled'}": made(library, language, blank=is_blank, paper=paper)
        for language in LANGUAGES
        for paper in SIZES
        for is_blank in (True, False)
    }
    pdfs = by_libre_office(tmp_path_factory.mktemp("printed"), "pdf", **files)
    assert len(pdfs) == len(files)
    return {name.removesuffix(".pdf"): data for name, data in pdfs.items()}


@pytest.mark.build
@pytest.mark.parametrize("kind", ["blank", "filled"])
@pytest.mark.parametrize("paper", SIZES)
def test_every_heading_name_and_word_is_on_the_pages_and_the_pages_lie_flat(
    printed: dict[str, bytes], library: Library, language: str, paper: str, kind: str
) -> None:
    data = printed[f"{language}-{paper}-{kind}"]
    sizes = {tuple(round(float(side) / MM) for side in page.mediabox[2:]) for page in pypdf.PdfReader(io.BytesIO(data)).pages}
    assert sizes <= {(297, 210), SIZES[paper]}, "the sheets with words to read may stay on A4"
    assert SIZES[paper] in sizes
    there = squashed(" ".join(pages_of(data)))
    book = opened(made(library, language, blank=kind == "blank", paper="a4"))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    cells = [
        cell
        for sheet in shown
        for row in sheet.iter_rows(min_row=2 if sheet.title == "Matrix" else 1, min_col=2 if sheet.title == "Matrix" else 1)
        for cell in row
    ]
    missing = {word for cell in cells for word in str(cell.value or "").split() if squashed(word) not in there}
    assert not missing
    # The matrix stands between the page about the team and the first page of the next sheet.
    after = squashed(strings(language)("workbook.kind" if kind == "blank" else "workbook.summary"))
    matrix = " ".join(takewhile(lambda page: after not in squashed(page), pages_of(data)[1:]))
    texts = [cell.value or "" for row in book["Matrix"].iter_rows(min_row=2, min_col=2) for cell in row]
    broken = {part for text in texts for part in re.split(r"[\s/-]+", text) if part not in matrix}
    assert not broken, "no column is narrower than its longest word"


@pytest.mark.build
@pytest.mark.parametrize("kind", ["blank", "filled"])
@pytest.mark.parametrize("paper", SIZES)
def test_every_row_is_high_enough_and_every_column_wide_enough_for_its_words(
    printed: dict[str, bytes], language: str, paper: str, kind: str, tmp_path: Path
) -> None:
    assert overlapping(printed[f"{language}-{paper}-{kind}"], tmp_path) == []


@pytest.mark.build
def test_on_a4_the_columns_of_the_team_have_pages_of_their_own_with_the_names_repeated(
    printed: dict[str, bytes], library: Library, language: str
) -> None:
    labels = {squashed(getattr(c, language).label): c.filled_in_by_team for c in library.criteria.values()}
    own = [label for label, for_team in labels.items() if for_team]
    explanation = squashed(strings(language)("workbook.explanation"))
    matrix = [text for text in map(squashed, pages_of(printed[f"{language}-a4-blank"])) if explanation not in text]
    pages = [text for text in matrix if own[0] in text]
    assert len(pages) >= 2, "41 tools and empty rows"
    tools = {squashed(getattr(tool, language).name) for tool in library.tools.values()}
    for text in pages:
        assert all(label in text for label in own)
        assert squashed(strings(language)("workbook.tool")) in text
    assert all(any(name in text for text in pages) for name in tools)
    elsewhere = "".join([*tools, *own])
    others = [label for label, for_team in labels.items() if not for_team and label not in elsewhere]
    assert len(others) >= 6
    assert not [label for label in others for text in pages if label in text]


@pytest.mark.build
def test_on_a3_all_columns_are_on_one_page_across(printed: dict[str, bytes], library: Library, language: str) -> None:
    first, last = (squashed(getattr(list(library.criteria.values())[i], language).label) for i in (0, -1))
    explanation = squashed(strings(language)("workbook.explanation"))
    pages = [text for text in map(squashed, pages_of(printed[f"{language}-a3-blank"])) if first in text and explanation not in text]
    assert pages
    assert all(last in text for text in pages)


ANSWERS = {
    ("boommetafoor", "cost"): "gratis",
    ("boommetafoor", "form"): "op papier; gesprek",
    ("ecogram", "minutes"): "5-10",
    ("ecogram", "remark"): '- lastig,\nmaar één keer\nheel fijn; "echt"',
    ("Keukentafelspel", "tried"): "ja",
}
SAID = {
    "boommetafoor": {"cost": "free", "form": "conversation | paper"},
    "ecogram": {"minutes": "5-10", "remark": ANSWERS["ecogram", "remark"]},
    "keukentafelspel": {"tried": "yes"},
}


@pytest.mark.build
@pytest.mark.parametrize(
    "to",
    [
        "xlsx",
        "ods",
        "xls",
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2",
        "csv:Text - txt - csv (StarCalc):44,34,ANSI,1,,0,false,true,false,false,false,2",
        "csv:Text - txt - csv (StarCalc):9,34,UNICODE,1,,0,false,true,false,false,false,2",
    ],
    ids=["xlsx", "ods", "xls", "csv", "csv with commas in windows-1252", "csv with tabs in utf-16"],
)
def test_what_libre_office_saves_says_the_same(to: str, library: Library, tmp_path: Path) -> None:
    saved = by_libre_office(tmp_path, to, noord=filled_in(library, "Noord", ANSWERS, tools=("boommetafoor", "ecogram")))
    ((name, data),) = saved.items()
    found = read_matrix(Path(name), data, Headings(library.criteria, library.tools))
    assert found.closes()
    (team,) = found.teams
    assert team.answers == SAID
    assert not [line for line in found.listed if line.cells]
    if not name.endswith(".csv"):
        assert team.name == "Noord"


@pytest.mark.build
def test_a_merged_workbook_prints_with_every_word(library: Library, language: str, tmp_path: Path) -> None:
    headings = Headings(library.criteria, library.tools)
    files = [
        read_matrix(Path(f"{team}.xlsx"), filled_in(library, team, ANSWERS | {("ecogram", "cost"): cost}), headings)
        for team, cost in (("Noord", "gratis"), ("Zuid", "tegen betaling"), ("Wijkteam De Brug", "duur"))
    ]
    data = report_files(merge(files, library.criteria, library.tools), library, language, DAY)["matrix.xlsx"]
    ((_, pdf),) = by_libre_office(tmp_path, "pdf", merged=data).items()
    assert overlapping(pdf, tmp_path) == []
    there = squashed(" ".join(pages_of(pdf)))
    cells = [cell for sheet in opened(data).worksheets for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert not {word for cell in cells for word in str(cell).split() if squashed(word) not in there}
