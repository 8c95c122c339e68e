"""report.xlsx: the tables of a report, to sort and filter. No text in it becomes a formula, a link or a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from learning_network.summaries.summary import Grrow, Summary, Swot
from learning_network.templates.spreadsheet import PAPER_CODE, cell_formats, column_width, height, workbook, write_cell

from .blocks import Paragraph
from .cleaning import printable
from .comparing import point_name, point_words
from .confronting import factor_name
from .in_short import in_short
from .method import account_words, coding_words, masked_words
from .plans import CHAIN, questions, status
from .voice import Voice

LONGEST = 32_000
"""Letters in a cell; Excel takes 32,767 and the writer drops a longer text without a word."""

Row = Sequence[str | int | float]


def report_workbook(voice: Voice) -> bytes:
    summary = voice.summary
    with workbook(voice("title", instrument=voice.instrument()), date.fromisoformat(summary.made_on)) as (book, out):
        _Sheets(book, voice).write(summary)
    return out.getvalue()


def table_sheet(
    sheet: Any, formats: dict[str, Any], heads: Sequence[str], widths: Sequence[int], rows: Iterable[Row], first: int = 0
) -> int:
    """A table to read from row `first` on: its head and first column stay in sight, one page across. Returns its last row.

    widths: in millimetres. Numbers stay numbers.
    """
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, column_width(width))
        sheet.write_string(first, column, head, formats["head"])
    sheet.set_row(first, height(heads, widths))
    last = first
    for last, cells in enumerate(rows, start=first + 1):
        for column, value in enumerate(cells):
            look = formats["name" if column == 0 else "cell"]
            if isinstance(value, str):
                write_cell(sheet, last, column, printable(value)[:LONGEST], look)
            else:
                sheet.write_number(last, column, value, look)
        sheet.set_row(last, height([str(cell)[:LONGEST] for cell in cells], widths))
    sheet.autofilter(first, 0, max(last, first + 1), len(heads) - 1)
    sheet.freeze_panes(first + 1, 1)
    sheet.repeat_rows(first)
    return last


def on_paper(sheet: Any, title: str, page: str) -> None:
    """A4 in landscape, one page across, with its title and page at the foot."""
    sheet.set_landscape()
    sheet.set_paper(PAPER_CODE["a4"])
    sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{title.replace('&', '&&')}: &A&R{page}")


class _Sheets:
    def __init__(self, book: Any, voice: Voice) -> None:
        self.book, self.voice = book, voice
        self.formats = cell_formats(book)

    def write(self, summary: Summary) -> None:
        self._overview()
        fields = summary.swot.fields if summary.swot else summary.grrow.fields if summary.grrow else ()
        self._themes(
            summary, [part.field for part in fields], {(part.field, t.theme): t.count.respondents for part in fields for t in part.themes}
        )
        self._table("quotations", ("field", "theme", "people", "organisations", "quotation", "item"), (30, 48, 18, 26, 110, 58), (
            (self.voice.field(part.field), self.voice.theme(t.theme), t.count.respondents, t.count.organisations, q.text, q.item_id)
            for part in fields for t in part.themes for q in t.quotations
        ))  # fmt: skip
        self._table("points", ("sheet.rule", "sheet.question", "sheet.why", "quotation"), (40, 75, 90, 85), self._points())
        self._table("groups", ("sheet.by", "group", "sheet.in_group", "theme", "sheet.named_it"), (36, 66, 26, 70, 28), self._groups())
        if summary.rounds:
            heads = ("sheet.earlier", "sheet.later", "field", "theme", "rounds.new", "rounds.gone", "rounds.stayed")
            self._table("rounds", heads, (28, 28, 34, 70, 20, 20, 24), (
                (change.earlier, change.later, self.voice.field(c.field), self.voice.theme(c.theme), c.new, c.gone, c.stayed)
                for change in summary.rounds for c in change.themes
            ))  # fmt: skip
        if summary.swot:
            self._confrontation(summary.swot)
        if summary.grrow:
            self._plans(summary.grrow)
        left = summary.leftovers
        self._table("leftovers", ("field", "sheet.text", "item"), (34, 150, 60), (
            (self.voice.field(q.field), q.text, q.item_id) for q in left.items
        ))  # fmt: skip
        self._table("words", ("leftovers.stems", "answers"), (70, 30), (*left.stems, *left.pairs))
        reject = ("method.heads.file", "method.heads.row", "method.heads.column", "method.heads.reason")
        self._table(
            "rejected", reject, (60, 18, 50, 130), ((file, row or "", column, reason) for file, row, column, reason in summary.rejected)
        )
        self._files(summary)
        self._method()

    def _table(self, key: str, heads: Sequence[str], widths: tuple[int, ...], rows: Iterable[Row]) -> None:
        """heads: keys of words; those without a dot are heads of tables. Only as many rows as pages hold: items.csv has the rest."""
        voice = self.voice
        sheet = self.book.add_worksheet(voice(f"sheets.{key}"))
        words = [voice(head if "." in head else f"heads.{head}") for head in heads]
        rows = list(islice(rows, voice.too_many + 1))
        last = table_sheet(sheet, self.formats, words, widths, rows[: voice.too_many])
        if len(rows) > voice.too_many:
            sheet.write_string(last + 1, 0, voice("sheet.more", n=voice.too_many), self.formats["label"])
        on_paper(sheet, voice("title", instrument=voice.instrument()), voice.t("workbook.page"))

    def _overview(self) -> None:
        voice, f = self.voice, self.formats
        sheet = self.book.add_worksheet(voice("sheets.overview"))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, column_width(35))
        sheet.set_column(1, 1, column_width(150))
        sheet.write_string(0, 0, voice("title", instrument=voice.instrument()), f["title"])
        sheet.set_row(0, 26)
        sheet.merge_range(1, 0, 1, 1, voice("made_on", date=voice.day(voice.summary.made_on)), f["text"])
        count = voice.summary.count
        facts = (("people", count.respondents), ("teams", count.teams), ("organisations", count.organisations), ("answers", count.items))
        row = 3
        for key, n in facts:
            sheet.write_string(row, 0, voice(f"heads.{key}"), f["label"])
            sheet.write_number(row, 1, n, f["number"])
            row += 1
        for text in (*_sentences(voice), voice("sheet.start")):
            row += 1
            sheet.merge_range(row, 0, row, 1, printable(text), f["text"])
            sheet.set_row(row, height([text], [185]))
        on_paper(sheet, voice("title", instrument=voice.instrument()), voice.t("workbook.page"))

    def _themes(self, summary: Summary, fields: list[str], named: dict[tuple[str, str], int]) -> None:
        """A row a theme: the people who named it in each field, and in all."""
        voice = self.voice
        sheet = self.book.add_worksheet(voice("sheets.themes"))
        columns = [voice(f"heads.{key}") for key in ("people", "organisations", "answers")]
        heads = [voice("heads.theme"), *map(voice.field, fields), *(f"{voice('sheet.all')}: {column.lower()}" for column in columns)]
        rows: list[Row] = [
            (
                voice.theme(t.theme),
                *(named.get((field, t.theme), 0) for field in fields),
                t.count.respondents,
                t.count.organisations,
                t.count.items,
            )
            for t in summary.themes
        ]
        table_sheet(sheet, self.formats, heads, (70, *[28] * len(fields), 32, 34, 32), rows)
        on_paper(sheet, voice("title", instrument=voice.instrument()), voice.t("workbook.page"))

    def _points(self) -> Iterator[Row]:
        for point in self.voice.summary.points:
            said = "\n".join(f"{q.text} ({q.item_id})" for q in point.quotations)
            yield (point_name(self.voice, point), *point_words(self.voice, point), said)

    def _groups(self) -> Iterator[Row]:
        voice = self.voice
        for part in voice.summary.breakdowns:
            by = voice(f"groups.by.{part.by}")
            if part.kept_out:
                yield (by, voice("groups.kept_out", n=voice.summary.min_group), "", "", "")
            for group in part.groups:
                for theme, n in group.themes.items():
                    yield (by, voice.group(part.by, group.label), group.count.respondents, voice.theme(theme), n)

    def _confrontation(self, swot: Swot) -> None:
        part = swot.confrontation
        scores = {(s.inside, s.outside): s for s in part.scores}
        rows: list[Row] = []
        for inside in part.inside:
            for outside in part.outside:
                score = scores.get((inside.id, outside.id))
                said: Row = (score.sheets, score.mean, score.lowest, score.highest) if score else ("", "", "", "")
                rows.append((factor_name(self.voice, inside), factor_name(self.voice, outside), *said))
        heads = ("sheet.inside", "sheet.outside", "sheet.scored", "sheet.mean", "sheet.lowest", "sheet.highest")
        self._table("confrontation", heads, (75, 75, 26, 26, 26, 26), rows)

    def _plans(self, grrow: Grrow) -> None:
        voice = self.voice
        numbers = voice.goal_numbers
        heads = (
            "sheet.goal_number",
            "groups.head.organisation",
            "groups.head.team",
            "groups.head.phase",
            "groups.head.round",
            *(f"fields.{field}" for field in CHAIN),
        )
        self._table("goals", (*heads, "sheet.ask", "sheet.met", "sheet.to_do"), (20, 34, 28, 26, 18, 60, 60, 45, 45, 45, 50, 45, 45), (
            (
                numbers[goal.response_id], goal.organisation, goal.team, voice.group("phase", goal.phase) if goal.phase else "", goal.round,
                *("\n".join(q.text for q in goal.steps.get(field, ())) for field in CHAIN),
                "\n".join(questions(voice, goal)), "\n".join(goal.met), "\n".join(goal.to_do),
            ) for goal in grrow.goals
        ))  # fmt: skip
        heads = (
            *(f"actions.{key}" for key in ("what", "who", "when", "status", "first_step")),
            "groups.head.organisation",
            "groups.head.team",
            "goal",
            "item",
        )
        self._table("actions", heads, (80, 36, 30, 32, 50, 36, 30, 16, 45), (
            (a.what, a.owner_role, a.due_on, status(voice, a), a.first_step, a.organisation, a.team, numbers.get(a.goal, ""), a.item_id)
            for a in grrow.actions
        ))  # fmt: skip
        heads = ("look_backs.date", "goal", "groups.head.organisation", "groups.head.team", "look_backs.origin", "look_backs.words")
        self._table("look_backs", heads, (30, 16, 50, 36, 34, 100), (
            (m.on, numbers.get(m.goal, ""), m.organisation, m.team, voice("look_backs.agreed" if m.agreed else "look_backs.proposed"), m.text)
            for m in grrow.look_backs
        ))  # fmt: skip

    def _files(self, summary: Summary) -> None:
        keys = ("file", "reader", "responses", "cells", "answered", "empty", "rejected", "items", "sha256")
        read = self.voice.reader
        rows: list[Row] = [
            tuple(read(file.reader) if key == "reader" else getattr(file, key) for key in keys) for file in summary.account.files
        ]
        self._table("files", tuple(f"method.heads.{key}" for key in keys), (55, 38, 24, 18, 22, 16, 22, 24, 62), rows)
        if summary.remarks:
            self._table("remarks", tuple(f"method.heads.{key}" for key in ("file", "place", "remark")), (60, 45, 150), summary.remarks)

    def _method(self) -> None:
        voice = self.voice
        rows: list[Row] = [(voice("method.read"), text) for text in account_words(voice)]
        rows += [(voice("method.coding"), text) for text in (voice("method.coded_about"), *coding_words(voice))]
        rows += [(theme["label"], theme["definition"]) for theme in voice.summary.coding.themes]
        rows += [(voice("method.protection"), text) for text in (voice("method.keyed"), *masked_words(voice))]
        rows.append((voice("method.counting"), voice("method.small", n=voice.summary.min_group)))
        rows += [(voice("method.limits"), text) for text in voice.t.raw("summary.method.limits_list")]
        self._table("method", ("sheet.about", "sheet.text"), (70, 190), rows)


def _sentences(voice: Voice) -> Sequence[str]:
    first = in_short(voice).blocks[0]
    return (first.text,) if isinstance(first, Paragraph) else getattr(first, "items", ())
