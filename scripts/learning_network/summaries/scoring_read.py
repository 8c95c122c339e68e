"""Reads filled-in scoring sheets back: per pair the mean, the lowest and the highest score, and in how many sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from learning_network.responses.filled_in import ABOUT, FIRST_ROW
from learning_network.responses.items import Remark
from learning_network.responses.tables import SPREADSHEETS, Table, Unreadable, address, fingerprint, read_tables

from .scoring_sheet import FILE, FORMAT, SCORES, VALUES, VERSION, factor_lines
from .summary import Confrontation, Score

Pair = tuple[str, str]
"""Ids of the inside and the outside factor."""


class _Refused(Exception):
    """A file that is not counted; the message says why and what to do."""


def is_scoring_sheet(name: str, data: bytes) -> bool:
    """Whether a file says that it is a scoring sheet of ours, of this summary or another."""
    if Path(name).suffix.lower() not in SPREADSHEETS:
        return False
    try:
        return _facts(_tables(name, data)).get("format") == FORMAT
    except (_Refused, Unreadable):
        return False


def filled_sheet(folder: Path, read: Sequence[tuple[str, bytes]]) -> Path | None:
    """The scoring sheet in a folder of results when people wrote in it and it is not among those that were read (name, content)."""
    path = folder / FILE
    data = path.read_bytes() if path.is_file() else b""
    if not data or any(data == other for _, other in read) or not is_scoring_sheet(path.name, data):
        return None
    grids = [table.rows[FIRST_ROW:] for table in _tables(path.name, data) if table.cell(0, 0) == SCORES]
    return path if any(cell.strip() for rows in grids for row in rows for cell in row[2:]) else None


def read_scores(files: Iterable[tuple[str, bytes]], confrontation: Confrontation) -> tuple[tuple[Score, ...], list[Remark]]:
    """The scores of all sheets that belong to this confrontation, in the order of its factors, and what people should know.

    files: name and content. A file counts as one sheet; the same file twice counts once. The mean is rounded to two decimals. A cell
    that is no whole number from -2 to +2 is left out with a remark; a sheet of another summary (other factors) is refused as a whole,
    and so is a file that cannot be read.
    """
    given: dict[Pair, list[int]] = {}
    remarks: list[Remark] = []
    seen: dict[str, str] = {}
    for name, data in files:
        key = fingerprint(data)
        if key in seen:
            remarks.append(Remark(name, "", f"this is the same file as {seen[key]}: it counts once"))
            continue
        seen[key] = name
        try:
            scores = _sheet(name, data, confrontation, remarks)
        except (_Refused, Unreadable) as refused:
            remarks.append(Remark(name, "", str(refused)))
            continue
        for pair, score in scores.items():
            given.setdefault(pair, []).append(score)
    pairs = [(inside.id, outside.id) for inside in confrontation.inside for outside in confrontation.outside]
    return tuple(_score(pair, given[pair]) for pair in pairs if pair in given), remarks


def _score(pair: Pair, scores: list[int]) -> Score:
    return Score(*pair, len(scores), round(sum(scores) / len(scores), 2), min(scores), max(scores))


def _tables(name: str, data: bytes) -> list[Table]:
    return read_tables(Path(name), data, lambda names: names if ABOUT in names else [])


def _facts(tables: list[Table]) -> dict[str, str]:
    about = next((table for table in tables if table.name == ABOUT), None)
    return {row[0]: row[1] for row in about.rows if len(row) > 1} if about else {}


def _sheet(name: str, data: bytes, confrontation: Confrontation, remarks: list[Remark]) -> dict[Pair, int]:
    tables = _tables(name, data)
    facts = _facts(tables)
    if facts.get("format") != FORMAT:
        raise _Refused(
            "this is no scoring sheet of ours: its hidden sheet _about does not say so. Use the scoring-sheet.xlsx of the summary"
        )
    if facts.get("version") != VERSION:
        raise _Refused("this scoring sheet comes from another version of this program: use the scoring-sheet.xlsx of this summary")
    about = next(table for table in tables if table.name == ABOUT)
    theirs = [tuple([*row[1:], "", "", ""][:3]) for row in about.rows if row and row[0] == "factor"]
    if theirs != factor_lines(confrontation):
        made_on = facts.get("made_on", "an unknown day")
        raise _Refused(
            f"this sheet belongs to another summary (made on {made_on}): {_difference(theirs, factor_lines(confrontation))}. "
            "It is not counted: ask to fill in the scoring-sheet.xlsx of this summary"
        )
    table = next((table for table in tables if table.cell(0, 0) == SCORES), None)
    if table is None:
        raise _Refused(f"the sheet with scores is gone, or its hidden cell A1 no longer says '{SCORES}': copy the scores into a new sheet")
    scores = _scores(name, table, confrontation, remarks)
    if not scores:
        remarks.append(Remark(name, table.name, "there are no scores in this sheet: it does not count"))
    return scores


def _difference(theirs: list[tuple], ours: list[tuple[str, str, str]]) -> str:
    themes = {line[0]: line[2] for line in theirs}
    for id_, _, theme in ours:
        if themes.get(id_) != theme:
            return f"factor {id_} is {theme} here and {themes.get(id_) or 'not there'} in the sheet"
    extra = next((line[0] for line in theirs if line[0] not in {own[0] for own in ours}), "")
    return f"it has a factor {extra} that this summary does not have" if extra else "its factors stand in another order"


def _scores(name: str, table: Table, confrontation: Confrontation, remarks: list[Remark]) -> dict[Pair, int]:
    """The scores of one sheet. Rows and columns are known by their hidden ids, so that people may sort them."""
    inside = {factor.id for factor in confrontation.inside}
    outside = {factor.id for factor in confrontation.outside}
    scores: dict[Pair, int] = {}
    for row in range(FIRST_ROW, len(table.rows)):
        for column in range(2, len(table.rows[row])):
            text = table.cell(row, column).strip()
            if not text:
                continue
            pair, where = (table.cell(row, 0), table.cell(0, column)), f"{table.name}!{address(row, column)}"
            score = as_score(text)
            if pair[0] not in inside or pair[1] not in outside:
                remarks.append(Remark(name, where, f"'{text[:40]}' stands in a row or column that is no factor: it does not count"))
            elif score is None:
                remarks.append(Remark(name, where, f"'{text[:40]}' is no score: only -2, -1, 0, +1 and +2 count"))
            elif pair in scores:
                remarks.append(Remark(name, where, f"the pair {pair[0]} and {pair[1]} stands in this sheet twice: the first score counts"))
            else:
                scores[pair] = score
    return scores


def as_score(text: str) -> int | None:
    """-2 to +2 as people write it ('+1', '−2' with a real minus sign); None for anything else."""
    plain = text.strip().replace("−", "-").replace("–", "-")
    return next((value for value in VALUES if plain in (str(value), f"{value:+d}")), None)
