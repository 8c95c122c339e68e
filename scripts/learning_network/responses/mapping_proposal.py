"""Proposes a mapping for a file: every heading of it, with a first guess where its words allow one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from learning_network.words.reasons import Reason

from .answer_headings import ABOUT, ACTION_PARTS, LONG_PARTS, Meaning, language, meanings, plain
from .answer_table import plan
from .heading_words import NOT_USED
from .items import FIELDS
from .opened import HEAD, Opened, Sheet
from .splitting import cleaned
from .tables import Unreadable, address


def proposed_mapping(path: Path, data: bytes, name: str) -> str:
    """The text of a mapping.yml for a CSV file or spreadsheet, with all its headings and comments that say what to write.

    Raises Unreadable for a file that is no table, and for one without headings.
    """
    opened = Opened(path, data, name)
    if opened.kind not in ("spreadsheet", "text"):
        raise Unreadable(Reason("needs_no_mapping"))
    sheets = [sheet for sheet in opened.sheets if sheet.holds_text and not sheet.name.startswith("_")]
    if not sheets:
        raise Unreadable(Reason("no_text"))
    sheet = max(sheets, key=lambda sheet: len([c for c in made.columns if c.is_answer]) if (made := plan(sheet.head)) else -1)
    return _text(sheet, name)


def _text(sheet: Sheet, name: str) -> str:
    made = plan(sheet.head)
    row = made.first_row - 1 if made else next(r for r, cells in enumerate(sheet.head) if any(map(str.strip, cells)))
    headings = list(sheet.head[row])
    while headings and not headings[-1].strip():
        headings.pop()
    found = meanings(headings)
    fields = [m for m in found if m and m.is_answer]
    kind = Counter(m.means.partition(".")[0] for m in fields).most_common(1)
    instrument = kind[0][0] if kind else "swot"
    lang = language(found)
    lines = [
        f"# What the columns of {json.dumps(name, ensure_ascii=False)} hold. Change what is wrong, and name this file with --mapping.",
        "# After each heading comes one of these words:",
        *(f"#   {kind}: {', '.join(names)}" for kind, names in FIELDS.items()),
        f"#   about the response: {', '.join(ABOUT)}",
        f"#   beside an action: {', '.join(ACTION_PARTS)}",
        f"#   in a table with one item a row: {', '.join(LONG_PARTS)}",
        f"#   {NOT_USED}: the column is not read",
        '# A column with choices in one cell: {means: strengths, split: ";"}',
        "format: learning-network/mapping",
        "version: 1",
        f"instrument: {instrument}  # swot, grrow, or the id of a worksheet of your own (every word is a field of it then)",
        f"language: {lang}  # of the form: nl, en, de or fr" if lang else "# language: nl  # of the form: nl, en, de or fr",
        "# rows: responses  # one-response: all rows are one sheet, such as a poster that was typed over",
        "# dates: day-first  # month-first: 3/4 is the fourth of March",
        "# set:  # what holds for the whole file where it does not say",
        "#   round: 1",
        "columns:",
    ]
    done: set[str] = set()
    for place, heading in enumerate(headings):
        key = heading if plain(heading) else f"column {address(0, place)[:-1]}"
        if plain(key) in done or (not plain(heading) and not _filled(sheet, row, place)):
            continue
        done.add(plain(key))
        lines.append(
            f"  {json.dumps(' '.join(cleaned(key)[0].split()), ensure_ascii=False)}: {_guess(found[place], instrument)}{_note(found[place], headings, heading)}"
        )
    return "\n".join(lines) + "\n"


def _guess(found: Meaning | None, instrument: str) -> str:
    if found is None:
        return NOT_USED
    kind, _, name = found.means.rpartition(".")
    return name if kind in ("", instrument) else found.means


def _note(found: Meaning | None, headings: list[str], heading: str) -> str:
    times = sum(1 for other in headings if plain(other) == plain(heading)) if plain(heading) else 1
    notes = [f"stands {times} times, read each time"] if times > 1 else []
    notes += ["not known: what is in it?"] if found is None else [] if found.sure else ["a guess by one word: check it"]
    return f"  # {'; '.join(notes)}" if notes else ""


def _filled(sheet: Sheet, row: int, place: int) -> bool:
    return any(place < len(cells) and cells[place].strip() for cells in sheet.head[row + 1 : HEAD])
