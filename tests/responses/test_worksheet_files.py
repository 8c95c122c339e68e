"""What people wrote in our own files comes back as they wrote it, by id."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from projects import ROOT
from worksheet_files import answer_ids, controls, libre_office, write_document, write_workbook

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES
from learning_network.responses.filled_in import BOOKMARK, DATE, TEAM
from learning_network.responses.tables import Unreadable
from learning_network.responses.worksheet_document import read_document
from learning_network.responses.worksheet_files import read_worksheet
from learning_network.templates.worksheet_document import worksheet_document
from learning_network.templates.worksheet_workbook import for_spreadsheet, worksheet_workbook

NAME = "Zoë D’Hondt-Çelik & Jürgen Wyffels (“’t Vlaams Huis”)"
LONG = "\n".join(f"{i}. Wat loopt er <goed> & wat niet? {'ë' * 40}" for i in range(1, 46))
DOCX, XLSX = Path("sheet.docx"), Path("sheet.xlsx")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_long_answer_is_long() -> None:
    assert len(LONG) > 3000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_says_what_it_is_and_has_room_for_every_answer(library: Library, language: str) -> None:
    for worksheet in library.worksheets.values():
        read = read_worksheet(DOCX, worksheet_document(library, worksheet, language))
        assert (read.worksheet, read.version, read.language) == (worksheet.id, str(worksheet.version), language)
        assert read.ids == answer_ids(worksheet)
        assert read.answers == {}, f"{worksheet.id}: nobody wrote in it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spreadsheet_says_what_it_is_and_has_room_for_every_answer(library: Library, language: str) -> None:
    for worksheet in filter(for_spreadsheet, library.worksheets.values()):
        read = read_worksheet(XLSX, worksheet_workbook(library, worksheet, language))
        assert (read.worksheet, read.version, read.language) == (worksheet.id, str(worksheet.version), language)
        assert sorted(read.ids) == sorted(answer_ids(worksheet))
        assert read.answers == {}, f"{worksheet.id}: nobody wrote in it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_in_a_document_comes_back_the_same(library: Library, language: str) -> None:
    for worksheet in library.worksheets.values():
        wrote = {id_: f"{id_}: {LONG if i % 2 else NAME}" for i, id_ in enumerate(answer_ids(worksheet))}
        filled = write_document(worksheet_document(library, worksheet, language), {**wrote, TEAM: NAME, DATE: "3 maart 2027"})
        read = read_worksheet(DOCX, filled)
        assert read.answers == wrote
        assert (read.team, read.date) == (NAME, "3 maart 2027")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_in_a_spreadsheet_comes_back_the_same(library: Library, language: str) -> None:
    for worksheet in filter(for_spreadsheet, library.worksheets.values()):
        wrote = {id_: f"{id_}: {LONG if i % 2 else NAME}" for i, id_ in enumerate(answer_ids(worksheet))}
        filled = write_workbook(worksheet_workbook(library, worksheet, language), wrote, NAME, date(2027, 3, 3))
        read = read_worksheet(XLSX, filled)
        assert read.answers == wrote
        assert (read.team, read.date) == (NAME, "2027-03-03")
        assert {(item.team, item.date) for item in read.items} == {(NAME, "2027-03-03")}


def swot(library: Library) -> bytes:
    return worksheet_document(library, library.worksheets["swot-sheet"], "nl")


def grrow(library: Library) -> bytes:
    return worksheet_document(library, library.worksheets["grrow-sheet"], "nl")


def test_paragraphs_that_word_makes_inside_a_control_are_lines(library: Library) -> None:
    def press_enter(document: Any) -> None:
        inner = controls(document)["goal"]
        paragraph = inner.getparent()
        second = copy.deepcopy(paragraph)
        inner.getparent().remove(inner)
        for part, text in ((paragraph, "eerst"), (second, "daarna")):
            for child in list(part):
                if child.tag != qn("w:pPr"):
                    part.remove(child)
            part.append(OxmlElement("w:r"))
            part[-1].append(OxmlElement("w:t"))
            part[-1][-1].text = text
        inner.find(qn("w:sdtPr")).remove(inner.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"))
        paragraph.addprevious(inner)
        content = inner.find(qn("w:sdtContent"))
        content.clear()
        content.extend([paragraph, second])

    assert read_worksheet(DOCX, changed(grrow(library), press_enter)).answers == {"goal": "eerst\ndaarna"}


def test_text_below_a_control_in_the_same_box_belongs_to_it(library: Library) -> None:
    def write_below(document: Any) -> None:
        paragraph = controls(document)["goal"].getparent()
        below = document.add_paragraph("en nog iets")._p
        below.insert(0, copy.deepcopy(paragraph.pPr))
        paragraph.addnext(below)

    filled = changed(write_document(grrow(library), {"goal": "ons doel"}), write_below)
    assert read_worksheet(DOCX, filled).answers == {"goal": "ons doel\nen nog iets"}


def test_a_row_that_someone_adds_below_a_table_counts_on(library: Library) -> None:
    def add_row(document: Any) -> None:
        row = document.tables[0].add_row()
        row.cells[1].text, row.cells[2].text = "Vergadering korter", "teamcoach"

    filled = changed(write_document(grrow(library), {"actions.2.what": "Bellen"}), add_row)
    assert read_worksheet(DOCX, filled).answers == {
        "actions.2.what": "Bellen",
        "actions.5.what": "Vergadering korter",
        "actions.5.who": "teamcoach",
    }


def test_answers_are_found_by_their_bookmarks_where_a_program_dropped_the_tags(library: Library) -> None:
    def drop_tags(document: Any) -> None:
        for sdt in controls(document).values():
            sdt.find(qn("w:sdtPr")).remove(sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}"))

    wrote = {"goal": LONG, "actions.1.who": NAME, "actions.1.by-when": "1 juni"}
    read = read_worksheet(DOCX, changed(write_document(grrow(library), wrote), drop_tags))
    assert read.answers == wrote
    assert read.ids == answer_ids(library.worksheets["grrow-sheet"])


def test_answers_are_found_by_their_tags_where_a_program_dropped_the_bookmarks(library: Library) -> None:
    def drop_bookmarks(document: Any) -> None:
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(document.element.body.iter(qn(name))):
                assert name.endswith("End") or mark.get(qn("w:name")).startswith(BOOKMARK)
                mark.getparent().remove(mark)

    wrote = {"strengths": NAME, "threats": LONG}
    assert read_worksheet(DOCX, changed(write_document(swot(library), wrote), drop_bookmarks)).answers == wrote


def test_a_text_is_kept_where_a_program_left_the_mark_of_the_placeholder(library: Library) -> None:
    def write_only(document: Any) -> None:
        content = controls(document)["goal"].find(qn("w:sdtContent"))
        content.clear()
        run = document.add_paragraph("toch geschreven").runs[0]._r
        content.append(run)

    assert read_worksheet(DOCX, changed(grrow(library), write_only)).answers == {"goal": "toch geschreven"}


def test_a_row_with_a_question_of_its_own_is_kept_under_what_it_says(library: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(worksheet_workbook(library, library.worksheets["swot-sheet"], "nl")))
    sheet = book["Antwoorden"]
    sheet["B3"].value, sheet["C3"].value = "Wensen", "meer tijd"
    sheet["B40"].value, sheet["C40"].value, sheet["D40"].value = "Kansen", "een subsidie", 4
    sheet["E40"].value, sheet["F40"].value = "Team Noord", date(2027, 1, 2)
    out = io.BytesIO()
    book.save(out)
    wish, chance = read_worksheet(XLSX, out.getvalue()).items
    assert (wish.id, wish.text) == ("Wensen", "meer tijd")
    assert (chance.id, chance.text, chance.weight, chance.team, chance.date) == (
        "opportunities",
        "een subsidie",
        "4",
        "Team Noord",
        "2027-01-02",
    )


def test_a_row_inserted_in_a_table_of_the_spreadsheet_gets_the_next_number(library: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(worksheet_workbook(library, library.worksheets["grrow-sheet"], "nl")))
    sheet = book["Wie doet wat, en wanneer"]
    sheet.insert_rows(4)
    sheet["C4"].value, sheet["G4"].value = "Bellen", "bezig"
    out = io.BytesIO()
    book.save(out)
    assert read_worksheet(XLSX, out.getvalue()).answers == {"actions.13.what": "Bellen", "actions.13.status": "bezig"}


def no_facts(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != "docProps/custom.xml":
                new.writestr(name, old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("path", "make", "says"),
    [
        (DOCX, lambda data: data[:900], "damaged or no document"),
        (DOCX, lambda data: b"PK", "damaged or no document"),
        (DOCX, no_facts, "no worksheet of this site"),
        (XLSX, lambda data: b"", "is empty"),
        (XLSX, lambda data: data[:900], "damaged or no spreadsheet"),
    ],
)
def test_a_file_that_is_no_worksheet_says_so(library: Library, path: Path, make: Callable[[bytes], bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_worksheet(path, make(swot(library)))


def test_a_spreadsheet_of_another_kind_says_so(library: Library) -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(Unreadable, match="no worksheet of this site"):
        read_worksheet(XLSX, out.getvalue())


@pytest.mark.build
@pytest.mark.parametrize("language", LANGUAGES)
def test_libre_office_opens_every_file_and_saves_it_with_its_answers(library: Library, tmp_path: Path, language: str) -> None:
    documents, books, wrote = {}, {}, {}
    for worksheet in library.worksheets.values():
        wrote[worksheet.id] = {id_: f"{id_}: {LONG if i % 5 == 0 else NAME}" for i, id_ in enumerate(answer_ids(worksheet)) if i % 2 == 0}
        made = worksheet_document(library, worksheet, language)
        documents[f"{worksheet.id}.docx"] = write_document(made, {**wrote[worksheet.id], TEAM: NAME})
        if for_spreadsheet(worksheet):
            books[f"{worksheet.id}.xlsx"] = write_workbook(worksheet_workbook(library, worksheet, language), wrote[worksheet.id], NAME)
    for kind, files in (("docx", documents), ("xlsx", books)):
        folder = tmp_path / kind
        folder.mkdir()
        saved = libre_office(folder, files, kind)
        assert saved.keys() == files.keys()
        for name, data in saved.items():
            read = read_worksheet(Path(name), data)
            assert read.answers == wrote[read.worksheet], name
            assert sorted(read.ids) == sorted(answer_ids(library.worksheets[read.worksheet])), name
            assert read.team == NAME


@pytest.mark.parametrize("xml", [b'<?xml version="1.0" encoding="UTF-9"?><w/>', b'<?xml version="1.0" encoding="big5"?><w/>', b"<w>", b""])
def test_a_document_whose_xml_nobody_can_read_is_refused_with_a_reason(xml: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(Unreadable):
        read_document(file.getvalue())
