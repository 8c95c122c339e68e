"""Worksheets for spreadsheet programs: one answer a row, drop-downs, ids that people do not see, a page that prints."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from projects import ROOT
from pypdf import PdfReader
from worksheet_files import libre_office

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.responses.filled_in import ABOUT
from learning_network.templates.worksheet_workbook import for_spreadsheet, worksheet_workbook
from learning_network.wording.text import plain


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def opened(library: Library, id_: str, language: str = "nl") -> Any:
    return openpyxl.load_workbook(io.BytesIO(worksheet_workbook(library, library.worksheets[id_], language)))


def choices(book: Any, sheet: Any, cell: str) -> list[str]:
    """What the drop-down of a cell offers."""
    (rule,) = (rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref and rule.type == "list")
    name, _, place = rule.formula1.strip("=").replace("'", "").partition("!")
    return [row[0].value for row in book[name][place.replace("$", "")]]


def test_what_organisations_fill_in_as_lists_or_tables_is_a_spreadsheet_and_what_is_about_a_person_is_not(library: Library) -> None:
    chosen = {id_ for id_, worksheet in library.worksheets.items() if for_spreadsheet(worksheet)}
    assert {"swot-sheet", "grrow-sheet", "stafkaart"} <= chosen
    assert not chosen & {"handover-checklist", "person-sheet", "team-meeting-check"}


def test_a_statement_of_the_swot_is_a_row_with_its_box_to_choose(library: Library) -> None:
    book = opened(library, "swot-sheet")
    assert book.sheetnames == ["Uitleg", "Antwoorden", ABOUT]
    sheet = book["Antwoorden"]
    boxes = [section.title for section in library.worksheets["swot-sheet"].nl.sections.values()]
    assert [cell.value for cell in sheet[2]][1:] == ["Vraag", "Antwoord", "Stemmen", "Team", "Datum"]
    assert [cell.value for cell in sheet["B"][2:31]] == [box for box, n in zip(boxes, (6, 6, 6, 6, 5), strict=True) for _ in range(n)]
    assert choices(book, sheet, "B3") == choices(book, sheet, "B40") == boxes


def test_an_action_of_grrow_has_who_when_a_first_step_and_how_it_stands(library: Library) -> None:
    book = opened(library, "grrow-sheet")
    sheet = book["Wie doet wat, en wanneer"]
    assert [cell.value for cell in sheet[2]][1:] == ["Rij", "Wat doen we?", "Wie trekt het?", "Klaar op", "Eerste kleine stap", "Stand"]
    assert choices(book, sheet, "G3") == ["nog te doen", "bezig", "klaar"]
    assert [rule.type for rule in sheet.data_validations.dataValidation if "E3" in rule.sqref] == ["date"]


def test_a_phase_of_the_stafkaart_is_a_row_and_the_map_comes_first(library: Library) -> None:
    book = opened(library, "stafkaart")
    assert book.sheetnames == ["Uitleg", "De vier fasen", "Antwoorden", ABOUT]
    sheet, words = book["De vier fasen"], library.worksheets["stafkaart"].nl.questions["where-we-stand"]
    names = zip("●▲■♦", words.rows.values(), strict=True)
    assert [cell.value for cell in sheet["B"][2:]] == [f"{mark} {name}" for mark, name in names]
    assert choices(book, sheet, "C4") == list(words.options.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_see_no_ids_and_the_heads_stay_in_sight(library: Library, language: str) -> None:
    for worksheet in filter(for_spreadsheet, library.worksheets.values()):
        book = opened(library, worksheet.id, language)
        assert book[ABOUT].sheet_state == "hidden"
        for sheet in book.worksheets[:-1]:
            assert sheet.column_dimensions["A"].hidden
            assert len(sheet.title) <= 31
        for sheet in book.worksheets[1:-1]:
            assert sheet.row_dimensions[1].hidden
            assert sheet.freeze_panes == "C3"
            assert sheet.print_title_rows == "$2:$2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_sheet_explains_every_question(library: Library, language: str) -> None:
    for worksheet in filter(for_spreadsheet, library.worksheets.values()):
        words = getattr(worksheet, language)
        cells = [str(cell.value) for row in opened(library, worksheet.id, language).worksheets[0].iter_rows() for cell in row]
        told = " | ".join(cells)
        assert plain(words.title) in cells
        for text in [*words.how, *words.afterwards, *(question.label for question in words.questions.values())]:
            assert plain(text) in told, f"{worksheet.id}: {text}"


def test_no_answer_becomes_a_formula_a_date_or_a_number(library: Library) -> None:
    sheet = opened(library, "swot-sheet")["Antwoorden"]
    assert {sheet.cell(row, 3).number_format for row in range(3, 44)} == {"@"}


def test_the_same_record_gives_the_same_bytes(library: Library) -> None:
    made = [worksheet_workbook(library, library.worksheets["grrow-sheet"], "nl") for _ in range(2)]
    assert made[0] == made[1]
    assert opened(library, "grrow-sheet").properties.created.date() == library.worksheets["grrow-sheet"].updated


def test_a_name_that_excel_reads_as_a_code_or_refuses_stands_as_it_is(library: Library) -> None:
    name = library.network.name.model_copy(update={"nl": "Zorg & Co"})
    own = dataclasses.replace(library, network=library.network.model_copy(update={"name": name}))
    sheet = library.worksheets["stafkaart"]
    sections = {
        **sheet.nl.sections,
        "the-four-phases": sheet.nl.sections["the-four-phases"].model_copy(update={"title": "A/B: 'wie' [en] wat? " * 3}),
    }
    record = sheet.model_copy(update={"nl": sheet.nl.model_copy(update={"sections": sections})})
    book = openpyxl.load_workbook(io.BytesIO(worksheet_workbook(own, record, "nl")))
    assert book.sheetnames[1] == "AB wie en wat AB wie en wat AB"
    assert book.worksheets[1].oddHeader.left.text == "Zorg && Co"


@pytest.mark.build
def test_libre_office_prints_every_spreadsheet_on_a4_in_landscape(library: Library, tmp_path: Path) -> None:
    chosen = list(filter(for_spreadsheet, library.worksheets.values()))
    printed = libre_office(tmp_path, {f"{w.id}.xlsx": worksheet_workbook(library, w, "nl") for w in chosen}, "pdf")
    assert len(printed) == len(chosen)
    for name, data in printed.items():
        pdf = PdfReader(io.BytesIO(data))
        assert 2 <= len(pdf.pages) <= 5, name
        assert {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages} == {(842, 595)}, name
