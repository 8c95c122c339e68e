"""From answers that were read to a summary and all its files: protect, code, merge, count, report."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from learning_network.output import Written
from learning_network.responses.account import account_of
from learning_network.responses.collect import Collected
from learning_network.responses.items import Rejected, Remark
from learning_network.responses.protection import Names, Protected, ToCheck, protect
from learning_network.responses.protection.masking import mask
from learning_network.responses.written import Columns, csv_file, jsonl_file
from learning_network.words.reasons import Fact, masked, told

from .codebook import load_codebook
from .coding import Coder
from .decisions import Coded, apply, read_decisions
from .leftovers import leftovers
from .merging import Merge, count, merges
from .report import report_files
from .scoring_read import read_scores
from .scoring_sheet import FILE as SCORING_SHEET
from .scoring_sheet import scoring_sheet
from .summarise import summarise
from .summary import Coding, Masked, Summary, Swot

OURS = frozenset(
    {
        *("items.csv", "items.jsonl", "codes.csv", "merges.csv", "rejects.csv", "places-to-check.csv"),
        *("summary.json", "report.html", "report.md", "report.xlsx", "report.docx", "handout.html", "handout.docx", "charts"),
        *(SCORING_SHEET, "actions.xlsx", "reviews.ics"),
    }
)
"""What stands in a folder of results; all else in it belongs to somebody else, and stays."""


@dataclass(frozen=True)
class Wishes:
    """How a summary is made."""

    instrument: str
    """swot or grrow."""
    language: str
    made_on: date
    key: bytes
    """Of load_key: it makes codes of participants."""
    min_group: int = 5
    codebook: Path | None = None
    decisions: Path | None = None
    names: Names | None = None
    deidentify: bool = False


@dataclass(frozen=True)
class Made:
    """A summary with its files: name -> what goes in."""

    summary: Summary
    files: dict[str, Written]


def make_summary(collected: Collected, wishes: Wishes, say: Callable[[str], None] = lambda line: None) -> Made:
    """The summary of what was collected. Raises CodebookError, AccountOpen, OSError, ValueError (the extra deidentify is not there).

    Nothing here makes rubbish that only Python's collector finds, and looking for it among a million items takes long.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _make(collected, wishes, say)
    finally:
        if collecting:
            gc.enable()


def _make(collected: Collected, wishes: Wishes, say: Callable[[str], None]) -> Made:
    book = load_codebook(wishes.codebook)
    say("Masking what is personal")
    protected = protect(collected.items, collected.rejected, key=wishes.key, names=wishes.names, deidentify=wishes.deidentify)
    items = protected.items
    mine = items["instrument"].count(wishes.instrument)
    account = account_of(collected.files, len(items), collected.twice, len(items) - mine)
    say("Finding themes")
    decisions = read_decisions(wishes.decisions, items, book.ids, book.off)
    coded = apply(Coder(book, wishes.language).codes(items["text"], items["lang"]), decisions, items, book.ids)
    merged = merges(items, decisions.merges, wishes.language)
    same, suggested = count(merged)
    say("Counting")
    uncoded = coded.uncoded
    if mine < len(items):
        uncoded = [place for place in uncoded if items["instrument"][place] == wishes.instrument]
    summary = summarise(
        items,
        coded.codes,
        wishes.instrument,
        account=account,
        masked=Masked(protected.kinds, len(protected.to_check), protected.names),
        coding=Coding(book.described(wishes.language), book.off, mine - len(uncoded), coded.by_people, same, suggested),
        leftovers=leftovers(items, uncoded, wishes.language),
        remarks=_masked([*collected.remarks, *decisions.remarks]),
        rejected=protected.rejected,
        language=wishes.language,
        made_on=wishes.made_on,
        min_group=wishes.min_group,
    )
    if summary.swot and collected.scoring_sheets:
        summary = _with_scores(summary, summary.swot, collected.scoring_sheets, book.in_words)
    say("Writing reports and tables")
    files: dict[str, Written] = {**report_files(summary)}
    if (sheet := scoring_sheet(summary)) is not None:
        files[SCORING_SHEET] = sheet
    return Made(summary, files | _tables(protected, coded, merged, wishes.language))


def _masked(remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks quote headings and cells, which may hold what is personal."""
    return [replace(remark, place=masked(remark.place, _mask), message=masked(remark.message, _mask)) for remark in remarks]


def _mask(text: str) -> str:
    return mask(text)[0]


def _with_scores(summary: Summary, swot: Swot, sheets: Sequence[tuple[str, bytes]], theme_words: Callable[[str], Fact]) -> Summary:
    scores, said = read_scores(sheets, swot.confrontation, theme_words)
    lines = tuple((remark.source_file, remark.place, remark.message) for remark in _masked(said))
    scored = replace(swot, confrontation=replace(swot.confrontation, scores=scores))
    return replace(summary, swot=scored, remarks=summary.remarks + lines)


def _tables(protected: Protected, coded: Coded, merged: Sequence[Merge], language: str) -> dict[str, Written]:
    return {
        "items.csv": csv_file(protected.items.columns),
        "items.jsonl": jsonl_file(protected.items.columns),
        "codes.csv": csv_file(coded.columns()),
        "merges.csv": csv_file(_columns(Merge, merged)),
        "rejects.csv": csv_file(_told(_columns(Rejected, protected.rejected), language)),
        "places-to-check.csv": csv_file(_told(_columns(ToCheck, protected.to_check), language)),
    }


def _told(columns: Columns, language: str) -> Columns:
    """A list for people, with its reasons and places in their language."""
    return {**columns} | {name: [told(text, language) for text in columns[name]] for name in ("column", "reason")}


def _columns(kind: type, rows: Sequence[object]) -> Columns:
    """Objects of one kind as a table: a column an attribute."""
    return {field.name: [getattr(row, field.name) for row in rows] for field in fields(kind)}
