"""A SWOT or GRROW poster typed over as it hung on the wall: labels among the cells, and items below or beside each of them."""

from __future__ import annotations

from collections.abc import Mapping as Lookup

from learning_network.responses.answer_headings import ABOUT, label, language, meaning
from learning_network.responses.answer_table import HEADING_ROWS, plan
from learning_network.responses.answer_words import language_code
from learning_network.responses.gathering import About, Gathered
from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import HEAD, Opened, Sheet
from learning_network.responses.tables import address
from learning_network.words.reasons import Reason

from . import google_forms, items_tables, limesurvey, microsoft_forms, site_answers, templates

NAME = "poster"

_OTHERS = (templates, site_answers, items_tables, microsoft_forms, google_forms, limesurvey)

Place = tuple[int, int]


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    """Whether labels of at least three fields stand in two rows or more, no row has three, none reads as headings of a list, and the file is not of a kind that another reader knows better."""
    if opened.kind not in ("spreadsheet", "text") or any(reader.sniff(opened, mapping) for reader in _OTHERS):
        return False
    return any(_labels(sheet, mapping) for sheet in opened.sheets)


def _labels(sheet: Sheet, mapping: Mapping | None) -> dict[Place, str]:
    """Place -> field of each label of a poster; empty when the sheet is none."""
    if mapping and any(mapping.fits(row) for row in sheet.head[:HEADING_ROWS]):
        return {}
    found = {(r, c): field for r, row in enumerate(sheet.head) for c, cell in enumerate(row) if cell.strip() and (field := label(cell))}
    fields = set(found.values())
    in_rows: dict[int, set[str]] = {}
    for (r, _), field in found.items():
        in_rows.setdefault(r, set()).add(field)
    one_kind = len({field.partition(".")[0] for field in fields}) == 1
    if len(fields) < 3 or len(in_rows) < 2 or max(map(len, in_rows.values())) > 2 or not one_kind:
        return {}
    made = plan(sheet.head)
    return {} if made and made.is_long else found


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    gathered = Gathered(opened.name, opened.sha256, NAME)
    posters = [(sheet, labels) for sheet in opened.sheets if (labels := _labels(sheet, mapping))]
    for sheet, labels in posters:
        _read_poster(gathered, sheet, labels, f"{sheet.name}: " if len(posters) > 1 else "")
    others = [
        sheet.name
        for sheet in opened.sheets
        if sheet.holds_text and sheet.name not in {s.name for s, _ in posters} and sheet.name[:1] != "_"
    ]
    if others:
        gathered.remark("", Reason("sheets_without_poster", sheets=tuple(map(repr, others))))
    return gathered.finish(given)


def _read_poster(gathered: Gathered, sheet: Sheet, labels: dict[Place, str], before: str) -> None:
    """A sheet is one response; `before` is what goes before the name of a cell. What stands neither below nor beside a label is rejected, apart from who and when."""
    cells = {
        (first - 1 + r, c): cell
        for first, rows in sheet.chunks()
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell.strip() and (first - 1 + r, c) not in labels
    }
    about, used = _about(cells)
    beside = {place for place in labels if (place[0], place[1] + 1) in cells and (place[0], place[1] + 1) not in used}
    sideways = len(beside) > len(labels) / 2
    lang = language_code(about.get("lang", "")) or language([meaning(sheet.head[r][c]) for r, c in labels])
    response = gathered.respond(About(**{**about, "lang": lang}), min(r for r, _ in labels) + 1)
    place_of = Reason("place_sheet", sheet=sheet.name) if sheet.name else ""
    formulas = sheet.table.formulas if sheet.table else frozenset()
    count = 0
    for place in sorted(cells):
        if place in used:
            continue
        field = _field(place, labels, sideways)
        where = before + address(*place)
        if field:
            instrument, _, name = field.partition(".")
            count += gathered.answer(response, (instrument, name), cells[place], place[0] + 1, where)
        else:
            gathered.reject(place[0] + 1, where, Reason("not_at_a_label"), cells[place])
    for place in sorted(formulas - cells.keys()):
        if _field(place, labels, sideways):
            gathered.reject(place[0] + 1, before + address(*place), Reason("formula_without_result"))
    found = len(set(labels.values()))
    gathered.remark(place_of, Reason("poster_beside", labels=found) if sideways else Reason("poster_below", labels=found))
    if max((r for r, _ in cells), default=0) >= HEAD:
        gathered.remark(place_of, Reason("labels_in_first_rows", rows=HEAD))


def _field(place: Place, labels: dict[Place, str], sideways: bool) -> str:
    """The field that a cell belongs to: of the nearest label above it in its column, or to the left in its row and the rows above."""
    row, column = place
    if sideways:
        near = max(((r, c) for r, c in labels if r <= row and c < column), default=None)
    else:
        near = max(((r, c) for r, c in labels if r < row and c == column), default=None)
    return labels[near] if near else ""


def _about(cells: dict[Place, str]) -> tuple[dict[str, str], set[Place]]:
    """Who and when, where a cell says so ('Team: Noord', or 'Team' with 'Noord' beside it), and which cells that were."""
    about: dict[str, str] = {}
    used: set[Place] = set()
    names = {"name": "participant", "email": "participant", "response": "number"}
    for place, cell in sorted(cells.items()):
        said, colon, value = cell.partition(":")
        known = meaning(said) if said.strip() and len(said) < 60 else None
        if place in used or not known or not known.sure or known.means not in ABOUT:
            continue
        beside = (place[0], place[1] + 1)
        if colon and value.strip():
            used.add(place)
        elif cells.get(beside, "").strip():
            value = cells[beside]
            used |= {place, beside}
        else:
            continue
        about.setdefault(names.get(known.means, known.means), " ".join(value.split()))
    return about, used
