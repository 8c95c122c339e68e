"""Makes items of a worksheet of ours that was filled in: SWOT and GRROW by their fields, other worksheets by their questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from learning_network.words.reasons import Reason

from .filled_in import Answer, FilledIn
from .gathering import About, Gathered

INSTRUMENTS = {"swot-sheet": "swot", "grrow-sheet": "grrow"}
"""Worksheets of which the answers are summarised. Items of another worksheet have its id as their instrument."""

ACTIONS = "actions"
"""The table question of GRROW: each row is one action."""

ACTION_COLUMNS = {"who": "owner_role", "by-when": "due_on", "first-small-step": "first_step", "status": "status"}
"""Its columns beside `what`, and the columns of the table of items that they fill."""


def gather_worksheet(gathered: Gathered, filled: FilledIn, about: About) -> None:
    """Add the answers of one worksheet.

    `about` is what the file says of who filled it in; rows of a list that say their own team or date are responses of their own.
    An answer is a cell of the account, and so is each place of the sheet that was left empty.
    """
    given: set[str] = set()
    groups: dict[tuple[str, str], list[Answer]] = {}
    for item in filled.items:
        given.add(item.id)
        groups.setdefault((item.team or filled.team, item.date or filled.date), []).append(item)
    for (team, day), items in groups.items():
        own = about._replace(team=team or about.team, answered_on=day or about.answered_on, lang=about.lang or filled.language)
        _respond(gathered, filled.worksheet, own, items)
    left = sum(1 for id_ in filled.ids if id_ not in given)
    gathered.read.cells += left
    gathered.read.empty += left


def _respond(gathered: Gathered, worksheet: str, about: About, items: Iterable[Answer]) -> None:
    response = gathered.respond(about, 0)
    instrument = INSTRUMENTS.get(worksheet, worksheet)
    actions: dict[str, dict[str, Answer]] = {}
    times: Counter[str] = Counter()
    for item in items:
        question, _, rest = item.id.partition(".")
        row, _, column = rest.partition(".")
        if instrument == "grrow" and question == ACTIONS and column in ("what", *ACTION_COLUMNS):
            cells = actions.setdefault(row, {})
            if column in cells:
                gathered.reject(0, item.id, Reason("cell_answered_before"), item.text)
            else:
                cells[column] = item
        else:
            weight = {"weight": item.weight} if item.weight.strip() else None
            times[item.id] += 1
            place = item.id if times[item.id] == 1 else f"{item.id} {times[item.id]}"  # each answer of a list is a cell of its own
            gathered.answer(response, (instrument, item.id), item.text, 0, place, "", weight)
    for row, cells in actions.items():
        _action(gathered, response, row, cells)


def _action(gathered: Gathered, response: int, row: str, cells: dict[str, Answer]) -> None:
    said = {ACTION_COLUMNS[column]: " ".join(item.text.split()) for column, item in cells.items() if column != "what"}
    made = 0
    if "what" in cells:
        name = cells["what"].id
        made = gathered.answer(response, ("grrow", "action"), cells["what"].text, 0, name, "", said)
    for column, item in cells.items():
        if column == "what":
            continue
        if made:
            gathered.read.cells += 1
            gathered.read.answered += 1
        else:
            gathered.reject(0, item.id, Reason("row_says_no_action", row=row), item.text)
