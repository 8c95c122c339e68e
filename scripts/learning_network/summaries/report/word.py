"""The report as a word-processor file, to be edited: real headings, tables with a head on each page, the language set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from learning_network.templates import word_xml
from learning_network.templates.word_package import WordFile
from learning_network.templates.word_styles import FAINT, LINE, LOCALES, mm
from learning_network.templates.word_xml import TAB, element, paragraph

from .blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Chain,
    Chart,
    Flag,
    Listing,
    Paragraph,
    Quotes,
    Report,
    Said,
    Section,
    Table,
    card_words,
)
from .cleaning import printable
from .voice import Voice

WIDTH = 174
"""Millimetres between the margins."""

LETTER = 2
"""Millimetres of a bold letter in a head, on the safe side."""

ROOM = mm(11)
"""The least height of a row that is filled in by hand."""

WHOLE = 10
"""Rows of a table that stays on one page."""

_STYLES = f"""<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepLines/>
<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{LINE}"/></w:pBdr><w:spacing w:before="60" w:after="0" w:line="264" w:lineRule="auto"/>
<w:ind w:left="{mm(5)}"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ItemNumber"><w:name w:val="Item Number"/><w:basedOn w:val="Quote"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="{FAINT}"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>"""
"""Beside the styles that all our documents have."""


def word(report: Report, voice: Voice) -> bytes:
    writer = _Writer(report, voice)
    writer.write()
    return writer.saved()


class _Writer:
    def __init__(self, report: Report, voice: Voice) -> None:
        self.report, self.voice = report, voice
        self.file = WordFile(report.language, _STYLES)
        self.made: list[str] = []
        self.marks: dict[str, int] = {}

    def write(self) -> None:
        report, voice = self.report, self.voice
        self.paragraph(report.kicker, "Subtitle")
        self.paragraph(report.title, "Title")
        self.paragraph(report.made_on)
        if not report.short:
            self.paragraph(" · ".join(f"{voice.number(n)} {words}" for n, words in report.facts))
            self.contents()
        for chapter in report.chapters:
            self.section(chapter, 1)
        if not report.short:
            self.paragraph(voice("find"), "Help")

    def contents(self) -> None:
        self.paragraph(self.voice("contents"), "heading 2")
        for number, chapter in enumerate(self.report.chapters, start=1):
            self.add(element("hyperlink", run(f"{number}. {chapter.title}", style="Hyperlink"), anchor=_anchor(chapter.id)))

    # blocks

    def section(self, part: Section, level: int) -> None:
        self.marks[part.id] = len(self.marks) + 1
        number, name = self.marks[part.id], _anchor(part.id)
        start, end = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
        self.add(start, run(part.title), end, style=f"heading {min(level, 3)}")
        for block, after in zip(part.blocks, (*part.blocks[1:], None), strict=True):
            self.block(block, level, keep=isinstance(after, Table))

    def block(self, block: Block, level: int, *, keep: bool = False) -> None:
        """keep: a paragraph stays on one page with what comes after it."""
        match block:
            case Section():
                self.section(block, level + 1)
            case Paragraph():
                runs = [run(block.text + (" " if block.to else ""))]
                if block.to:
                    runs += [element("hyperlink", run(block.link, style="Hyperlink"), anchor=_anchor(block.to)), run(".")]
                self.add(*runs, style="Suggestion" if block.kind in ("rule", "nothing") else "Normal", keep=keep)
            case Listing():
                for item in block.items:
                    self.paragraph(item, "List Bullet")
            case Quotes():
                for said in block.said:
                    self.quotation(said)
            case Table():
                self.table(block)
            case Chart():
                self.table(block.table)
            case Chain():
                self.chain(block)
            case Cards(kind="quadrant"):
                for card in block.cards:
                    self.add(run(card.title, bold=True), run(f" ({card.kicker}): {card_words(card)}"), style="List Bullet")
                    for inner in card.blocks:
                        if isinstance(inner, Quotes):
                            self.block(inner, level)
            case Cards():
                for card in block.cards:
                    self.card(card, level + 1)

    def card(self, card: Card, level: int) -> None:
        number = f"{card.number}. " if card.kind == "point" else ""
        self.paragraph(number + card.title, f"heading {min(level, 3)}")
        if card.kicker:
            self.paragraph(card.kicker, "Help")
        for block in card.blocks:
            self.block(block, level)

    def quotation(self, said: Said) -> None:
        self.add(run(said.text), style="Quote", keep=bool(said.field or said.item_id))
        told = self.report.field_words.get(said.field, said.field) if said.field else ""
        if below := " · ".join(filter(None, (told, said.item_id))):
            self.paragraph(below, "Item Number")

    def chain(self, chain: Chain) -> None:
        for field, said in chain.steps:
            self.add(run(self.voice.field(field), bold=True), keep=True)
            for one in said:
                self.quotation(one)
            if not said:
                self.paragraph(self.voice("goals.nothing"), "Suggestion")

    # tables

    def table(self, table: Table) -> None:
        if not table.hidden_caption:
            self.paragraph(table.caption, "Table Head")
        shares = table.widths or (1,) * len(table.heads)
        widths = [mm(WIDTH * share / sum(shares)) for share in shares]
        whole = len(table.rows) <= WHOLE
        upright = _room_upright(table, [WIDTH * share / sum(shares) for share in shares])
        rows = [self._row([[_in_cell(run(head), "Table Head")] for head in table.heads], widths, head=True, upright=upright)]
        for number, row in enumerate(table.rows, start=1):
            keep = whole and number < len(table.rows)
            rows.append(self._row([self.cell(cell, keep) for cell in row], widths, least=ROOM if table.blank else 0))
        self.made.append(word_xml.table(widths, rows, title=printable(table.caption)[:250]))
        self.paragraph("", "Table Help")  # without a paragraph between them two tables are one

    def cell(self, cell: Cell, keep: bool) -> list[str]:
        """The paragraphs of a cell. keep: on one page with the next row."""
        match cell:
            case Said():
                number = [_in_cell(run(cell.item_id), "Table Help", keep)] if cell.item_id else []
                return [_in_cell(run(cell.text), "Table Answer", keep), *number]
            case Flag():
                return [_in_cell(run(cell.text, bold=True), "Table Answer", keep)]
            case int():
                return [_in_cell(run(str(self.voice.number(cell))), "Table Answer", keep, right=True)]
        return [_in_cell(run(cell), "Table Answer", keep)]

    def _row(self, cells: Sequence[list[str]], widths: Sequence[int], *, head: bool = False, upright: int = 0, least: int = 0) -> str:
        """upright: how high the row is where all cells but the first stand upright; in narrow columns long words would break anywhere.

        least: how high it is at least, for who writes by hand.
        """
        boxes = []
        for number, (paragraphs, width) in enumerate(zip(cells, widths, strict=True)):
            turned = element("textDirection", val="btLr") if number else ""
            more = turned + element("vAlign", val="center" if number else "bottom") if upright else ""
            boxes.append(word_xml.cell(width, *paragraphs, more=more))
        return word_xml.row(*boxes, height=upright or least, exact=bool(upright), head=head)

    # texts

    def paragraph(self, text: str, style: str = "Normal") -> None:
        self.add(run(text) if text else "", style=style)

    def add(self, *runs: str, style: str = "Normal", keep: bool = False) -> None:
        """A paragraph. keep: on one page with the next."""
        self.made.append(paragraph(*runs, style=style, whole=keep))

    # the file

    def saved(self) -> bytes:
        core = self.file.package.core_properties
        day = datetime.fromisoformat(self.voice.summary.made_on)
        core.title, core.subject = self.report.title, self.report.kicker
        core.author = core.last_modified_by = ""
        core.language, core.created, core.modified, core.revision = LOCALES[self.report.language], day, day, 1
        said = [run(f"{self.report.title} · {self.report.made_on}"), TAB, element("fldSimple", run("1"), instr="PAGE")]
        return self.file.saved("".join(self.made), foot=paragraph(*said, style="Footer"))


def run(text: str, *, style: str = "", bold: bool = False) -> str:
    """A run of text that people wrote: signs that XML refuses are left out."""
    return word_xml.run(printable(text), style=style, bold=bold)


def _room_upright(table: Table, widths: Sequence[float]) -> int:
    """How high the heads are where they stand upright: above scores and numbers, where a word is wider than its column. Else 0.

    widths: in millimetres. A head of more than forty letters goes on in a second line.
    """
    heads = table.heads[1:]
    numbers = table.matrix or (table.rows and all(isinstance(cell, int) for cell in table.rows[0][1:]))
    wide = any(len(word) * LETTER + 4 > width for head, width in zip(heads, widths[1:], strict=True) for word in head.split())
    return mm(min(max(map(len, heads)), 40) * LETTER + 5) if numbers and wide else 0


def _in_cell(text: str, style: str, keep: bool = False, *, right: bool = False) -> str:
    return paragraph(text, style=style, whole=keep, more=element("jc", val="right") if right else "")


def _anchor(id_: str) -> str:
    """A name that Word takes for a bookmark."""
    return f"r_{id_.replace('-', '_')}"
