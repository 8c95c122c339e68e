"""Reports of a summary: a page to read, documents to edit, tables, charts and data, all from the same object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from learning_network.summaries.summary import Summary
from learning_network.words.reasons import told

from .blocks import Block, Cards, Chart, Section
from .charts import alone
from .contents import contents
from .data import summary_json
from .handout import handout
from .markdown import markdown
from .page import page
from .voice import Voice

TOO_MANY = 500
"""Rows of one list (answers without a theme, actions, rejected cells ...) that a report holds; more would not be read."""


def report_files(summary: Summary, *, too_many: int = TOO_MANY) -> dict[str, bytes]:
    """All reports of a summary, in its language: file name -> bytes. The same summary always gives the same bytes.

    report.html, report.md, report.xlsx, report.docx, handout.html, handout.docx, summary.json and charts/<id>.svg; of a GRROW also
    actions.xlsx and reviews.ics.
    A list of more than `too_many` rows is cut, and says so and where all of it stands; summary.json is never cut. Control characters
    and marks of direction are left out of what people read.
    """
    from learning_network.summaries.review_files import actions_workbook, look_back_calendar

    from .word import word
    from .workbook import report_workbook

    summary = _in_its_language(summary)
    voice = Voice(summary, too_many)
    report, short = contents(voice), handout(voice)
    files = {
        "report.html": page(report, voice),
        "report.md": markdown(report, voice),
        "report.xlsx": report_workbook(voice),
        "report.docx": word(report, voice),
        "handout.html": page(short, voice),
        "handout.docx": word(short, voice),
        "summary.json": summary_json(summary),
    }
    files |= {f"charts/{chart.id}.svg": alone(chart.svg) for chart in _charts(report.chapters)}
    if summary.grrow:
        files |= {"actions.xlsx": actions_workbook(voice, summary.grrow), "reviews.ics": look_back_calendar(voice, summary.grrow)}
    return files


def _in_its_language(summary: Summary) -> Summary:
    """The summary with the reasons and remarks of its files as sentences in its language: the command line says them in English."""
    language = summary.language
    return replace(
        summary,
        remarks=tuple((file, told(place, language), told(message, language)) for file, place, message in summary.remarks),
        rejected=tuple((file, row, told(column, language), told(reason, language)) for file, row, column, reason in summary.rejected),
    )


def _charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        elif isinstance(block, Section):
            yield from _charts(block.blocks)
        elif isinstance(block, Cards):
            for card in block.cards:
                yield from _charts(card.blocks)
