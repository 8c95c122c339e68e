"""Our own worksheets, filled in as a spreadsheet, a word-processor file or a fillable PDF."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from pathlib import Path

from learning_network.responses.filled_in import ABOUT, FORMAT
from learning_network.responses.gathering import About, Gathered
from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened
from learning_network.responses.worksheet_answers import gather_worksheet
from learning_network.words.reasons import Reason

NAME = "worksheet"

_ENDINGS = {"document": ".docx", "pdf": ".pdf", "spreadsheet": ".xlsx"}


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    """Documents and PDFs are claimed whatever is in them: no other reader knows them, and this one can say what is wrong."""
    if opened.kind in ("document", "pdf"):
        return True
    if opened.kind != "spreadsheet":
        return False
    return any(sheet.name == ABOUT and ["format", FORMAT] in [row[:2] for row in sheet.head] for sheet in opened.sheets)


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    from learning_network.responses.worksheet_files import read_worksheet  # brings a PDF library, which is slow to start

    filled = read_worksheet(Path("answers").with_suffix(_ENDINGS[opened.kind]), opened.data)
    gathered = Gathered(opened.name, opened.sha256, NAME)
    gather_worksheet(gathered, filled, About())
    if not filled.items:
        gathered.remark("", Reason("nobody_wrote"))
    return gathered.finish(given, by_hand=True)
