"""The files to take along that the site offers: the tool matrix as spreadsheets, in both languages and for two paper sizes."""

from __future__ import annotations

from learning_network.content.library import Library
from learning_network.content.models import LANGUAGES
from learning_network.templates.matrix_table import MatrixTable, matrix_table
from learning_network.templates.matrix_workbook import matrix_workbook
from learning_network.templates.spreadsheet import Paper


def download_files(library: Library) -> dict[str, bytes]:
    """All files of site/downloads/: name (e.g. 'nl/tool-matrix-blank.xlsx') -> bytes.

    blank: empty rows alone; tools: the tools named, the answers empty; filled: what the records say. The date in them is
    that of the newest record, so that the same records give the same files.
    """
    if not library.tools:
        return {}
    newest = max(tool.updated for tool in library.tools.values())
    papers: dict[str, Paper] = {"": "a4", "-a3": "a3"}
    files = {}
    for language in LANGUAGES:
        table = matrix_table(library, language)
        empty = MatrixTable(language, table.criteria, ())
        for ending, paper in papers.items():
            for name, shown, blank in (("blank", empty, True), ("tools", table, True), ("filled", table, False)):
                made = matrix_workbook(shown, blank=blank, today=newest, paper=paper)
                files[f"{language}/tool-matrix-{name}{ending}.xlsx"] = made
    return files
