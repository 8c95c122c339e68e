"""The files to take along that are made with the pages: the tool matrix as spreadsheets, sheets to edit in a word processor."""

from __future__ import annotations

from collections.abc import Iterator

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES
from learning_network.templates.exercise_document import facilitator_document, participants_document
from learning_network.templates.matrix_table import MatrixTable, matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook
from learning_network.templates.spreadsheet import Paper
from learning_network.templates.worksheet_document import worksheet_document
from learning_network.templates.worksheet_workbook import for_spreadsheet, worksheet_workbook


def download_files(library: Library) -> dict[str, bytes]:
    """The files of site/downloads/ that are no PDF: name (e.g. 'nl/tool-matrix-blank.xlsx') -> bytes."""
    return {**dict(_matrices(library)), **dict(_documents(library))}


def _matrices(library: Library) -> Iterator[tuple[str, bytes]]:
    """blank: empty rows alone; tools: the tools named, the answers empty; filled: what the records say. The date in them is
    that of the newest record, so that the same records give the same files.
    """
    if not library.tools:
        return
    newest = max(tool.updated for tool in library.tools.values())
    papers: dict[str, Paper] = {"": "a4", "-a3": "a3"}
    for language in LANGUAGES:
        table = matrix_table(library, language)
        empty = MatrixTable(language, table.criteria, ())
        for ending, paper in papers.items():
            for name, shown, blank in (("blank", empty, True), ("tools", table, True), ("filled", table, False)):
                yield f"{language}/tool-matrix-{name}{ending}.xlsx", matrix_workbook(shown, blank=blank, today=newest, paper=paper)


def _documents(library: Library) -> Iterator[tuple[str, bytes]]:
    for language in LANGUAGES:
        for exercise in library.exercises.values():
            yield f"{language}/{exercise.id}-facilitator.docx", facilitator_document(library, exercise, language)
            yield f"{language}/{exercise.id}-participants.docx", participants_document(library, exercise, language)
        for worksheet in library.worksheets.values():
            yield f"{language}/{worksheet.id}.docx", worksheet_document(library, worksheet, language)
            if for_spreadsheet(worksheet):
                yield f"{language}/{worksheet.id}.xlsx", worksheet_workbook(library, worksheet, language)
