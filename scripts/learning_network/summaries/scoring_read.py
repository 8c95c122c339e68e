"""Reads filled-in scoring sheets back: per pair the mean, the lowest and the highest score, and in how many sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from learning_network.responses.filled_in import ABOUT, FIRST_ROW
from learning_network.responses.items import Remark
from learning_network.responses.tables import SPREADSHEETS, Table, Unreadable, address, fingerprint, read_tables
from learning_network.words.reasons import Fact, Reason

from .scoring_sheet import FILE, FORMAT, SCORES, VALUES, VERSION, factor_lines
from .summary import Confrontation, Score

Pair = tuple[str, str]
"""Ids of the inside and the outside factor."""


class _Refused(Exception):
    """A file that is not counted; the reason says why and what to do."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


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


def read_scores(
    files: Iterable[tuple[str, bytes]], confrontation: Confrontation, theme_words: Callable[[str], Fact] = str
) -> tuple[tuple[Score, ...], list[Remark]]:
    """The scores of all sheets that belong to this confrontation, in the order of its factors, and what people should know.

    files: name and content. theme_words: what a remark calls a theme. A file counts as one sheet; the same file twice counts once. The mean is rounded to two decimals. A cell
    that is no whole number from -2 to +2 is left out with a remark; a sheet of another summary (other factors) is refused as a whole,
    and so is a file that cannot be read.
    """
    given: dict[Pair, list[int]] = {}
    remarks: list[Remark] = []
    seen: dict[str, str] = {}
    for name, data in files:
        key = fingerprint(data)
        if key in seen:
            remarks.append(Remark(name, "", Reason("this_same_file", file=seen[key])))
            continue
        seen[key] = name
        try:
            scores = _sheet(name, data, confrontation, remarks, theme_words)
        except (_Refused, Unreadable) as refused:
            remarks.append(Remark(name, "", refused.reason))
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


def _sheet(
    name: str, data: bytes, confrontation: Confrontation, remarks: list[Remark], theme_words: Callable[[str], Fact]
) -> dict[Pair, int]:
    tables = _tables(name, data)
    facts = _facts(tables)
    if facts.get("format") != FORMAT:
        raise _Refused(Reason("no_scoring_sheet"))
    if facts.get("version") != VERSION:
        raise _Refused(Reason("scores_of_other_version"))
    about = next(table for table in tables if table.name == ABOUT)
    theirs = [tuple([*row[1:], "", "", ""][:3]) for row in about.rows if row and row[0] == "factor"]
    if theirs != factor_lines(confrontation):
        made_on = facts.get("made_on") or Reason("unknown_day")
        difference = _difference(theirs, factor_lines(confrontation), theme_words)
        raise _Refused(Reason("scores_of_other_summary", day=made_on, difference=difference))
    table = next((table for table in tables if table.cell(0, 0) == SCORES), None)
    if table is None:
        raise _Refused(Reason("scores_gone", mark=SCORES))
    scores = _scores(name, table, confrontation, remarks)
    if not scores:
        remarks.append(Remark(name, table.name, Reason("no_scores")))
    return scores


def _difference(theirs: list[tuple], ours: list[tuple[str, str, str]], words: Callable[[str], Fact]) -> Reason:
    themes = {line[0]: line[2] for line in theirs}
    for id_, _, theme in ours:
        if themes.get(id_) != theme:
            other = themes.get(id_)
            if other:
                return Reason("other_factor", factor=id_, ours=words(theme), theirs=words(other))
            return Reason("factor_not_there", factor=id_, ours=words(theme))
    extra = next((line[0] for line in theirs if line[0] not in {own[0] for own in ours}), "")
    return Reason("factor_too_many", factor=extra) if extra else Reason("other_order")


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
                remarks.append(Remark(name, where, Reason("score_of_no_factor", said=text[:40])))
            elif score is None:
                remarks.append(Remark(name, where, Reason("no_score", said=text[:40])))
            elif pair in scores:
                remarks.append(Remark(name, where, Reason("pair_twice", inside=pair[0], outside=pair[1])))
            else:
                scores[pair] = score
    return scores


def as_score(text: str) -> int | None:
    """-2 to +2 as people write it ('+1', '−2' with a real minus sign); None for anything else."""
    plain = text.strip().replace("−", "-").replace("–", "-")
    return next((value for value in VALUES if plain in (str(value), f"{value:+d}")), None)
