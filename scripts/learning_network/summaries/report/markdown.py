"""The report in Markdown: opens in any viewer, and in any editor. A text of a person is only ever text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "@": "&#64;", "$": "&#36;"}
_SIGNS = re.compile(r"[\\`*_\[\]{}#]")
_ADDRESS = re.compile(r"://|\bwww\.", re.IGNORECASE)
_ID = re.compile(r"[\w.:-]+")
_FIRST = re.compile(r"([-+=]|\d+(?=[.)]))")


def markdown(report: Report, voice: Voice) -> bytes:
    lines = [f"# {escaped(report.title)}", f"{escaped(report.kicker)}. {escaped(report.made_on)}."]
    lines.append("\n".join(f"- **{voice.number(n)}** {escaped(words)}" for n, words in report.facts))
    lines.append(f"## {escaped(voice('contents'))}")
    lines.append("\n".join(f"{n}. [{escaped(c.title)}](#{_slug(c.title)})" for n, c in enumerate(report.chapters, start=1)))
    for chapter in report.chapters:
        lines += _Writer(report, voice).section(chapter, 2)
    lines.append(f"---\n\n{escaped(voice('find'))}")
    return printable("\n\n".join(filter(None, lines)) + "\n").encode()


def escaped(text: str) -> str:
    """A text on one line that stays a text: no heading, list, link, table, formula or HTML comes out of it."""
    text = " ".join(text.split())
    text = "".join(_ENTITIES.get(letter, letter) for letter in text)
    text = _SIGNS.sub(
        lambda found: f"\\{found[0]}" if found[0] != "#" or found.start() == 0 or text[found.start() - 1] != "&" else "#", text
    )
    text = _ADDRESS.sub(lambda found: found[0].replace(":", "&#58;").replace(".", "&#46;"), text)
    if first := _FIRST.match(text):  # a list, a heading or a line
        sign = first[0]
        text = f"\\{text}" if sign in "-+" else f"&#61;{text[1:]}" if sign == "=" else f"{sign}\\{text[len(sign) :]}"
    return text


def _code(id_: str) -> str:
    """An id in fixed letters, if it is one."""
    return f"`{id_}`" if _ID.fullmatch(id_) else escaped(id_)


def _slug(title: str) -> str:
    """The anchor that viewers give a heading (as GitHub does)."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


class _Writer:
    def __init__(self, report: Report, voice: Voice) -> None:
        self.report, self.voice = report, voice

    def section(self, part: Section, level: int) -> Iterator[str]:
        yield f"{'#' * level} {escaped(part.title)}"
        for block in part.blocks:
            yield from self.block(block, level)

    def block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Section():
                yield from self.section(block, level + 1)
            case Paragraph():
                link = f" [{escaped(block.link)}](#{_slug(block.link)})." if block.to else ""
                yield escaped(block.text) + link
            case Listing():
                yield "\n".join(f"- {escaped(item)}" for item in block.items)
            case Quotes():
                for said in block.said:
                    yield self.quotation(said)
            case Table():
                yield from self.table(block)
            case Chart():
                yield f"![{escaped(f'{block.title}. {block.description}')}](charts/{block.id}.svg)"
                yield from self.table(block.table)
            case Chain():
                for field, said_there in block.steps:
                    yield f"**{escaped(self.voice.field(field))}**"
                    for said in said_there:
                        yield self.quotation(said)
                    if not said_there:
                        yield escaped(self.voice("goals.nothing"))
            case Cards(kind="quadrant"):
                yield "\n".join(f"- **{escaped(c.title)}** ({escaped(c.kicker)}): {escaped(card_words(c))}" for c in block.cards)
            case Cards():
                for card in block.cards:
                    yield from self.card(card, level + 1)

    def card(self, card: Card, level: int) -> Iterator[str]:
        number = f"{card.number}. " if card.kind == "point" else ""
        yield f"{'#' * level} {escaped(number + card.title)}"
        if card.kicker:
            yield f"*{escaped(card.kicker)}*"
        for block in card.blocks:
            yield from self.block(block, level)

    def quotation(self, said: Said) -> str:
        lines = [escaped(line) for line in said.text.split("\n") if line.strip()] or [""]
        told = f"{escaped(self.report.field_words.get(said.field, said.field))}, " if said.field else ""
        return "> " + "\\\n> ".join(lines) + f"\n>\n> {told}{_code(said.item_id)}"

    def table(self, table: Table) -> Iterator[str]:
        if not table.hidden_caption:
            yield f"**{escaped(table.caption)}**"
        numbers = table.rows[0] if table.rows else ()
        rule = [" ---: " if i < len(numbers) and isinstance(numbers[i], int) else " --- " for i in range(len(table.heads))]
        rows = [f"| {' | '.join(map(escaped, table.heads))} |", f"|{'|'.join(rule)}|"]
        rows += [f"| {' | '.join(map(self.cell, row))} |" for row in table.rows]
        yield "\n".join(rows)

    def cell(self, cell: Cell) -> str:
        match cell:
            case Said():
                return f"{escaped(cell.text)} {_code(cell.item_id)}"
            case Flag():
                return f"**{escaped(cell.text)}**"
            case int():
                return str(self.voice.number(cell))
        return escaped(cell)
