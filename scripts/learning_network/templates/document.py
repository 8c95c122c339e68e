"""What our word-processor files share: head and foot on each page, headings, lists, places to write, the file's own facts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

import segno

from learning_network.content.library import Library
from learning_network.content.models import Exercise, Worksheet
from learning_network.responses.filled_in import ANSWERS_PROPERTY, DATE, TEAM
from learning_network.wording.marks import MARKS
from learning_network.wording.network import FOLDERS, own_strings, phase_colour, web_address
from learning_network.wording.text import first_upper, plain

from .content_controls import Controls
from .word_package import WordFile
from .word_styles import LOCALES, mm
from .word_xml import TAB, cell, element, paragraph, run, table

WIDTH = 174
"""Millimetres between the margins."""

_LONGEST_PROPERTY = 255
"""Letters that Word takes in a property of a file."""

_PICTURES = (".png", ".jpg", ".jpeg")
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=\S)(.+?)(?<=\S)\*", re.DOTALL)


class SheetDocument:
    """A document under way. Texts go to `place`, as XML: the text of the document, or a cell while that is being filled."""

    def __init__(self, library: Library, record: Exercise | Worksheet, language: str, kind: str, page: str) -> None:
        """kind: what the sheet is, above its title; page: the kind of record ('exercise', 'worksheet') whose page it belongs to."""
        self.library, self.record, self.language, self.kind = library, record, language, kind
        self.words = getattr(record, language)
        self.t = own_strings(library, language)
        self.controls = Controls(self.t)
        self.address = web_address(library, f"{FOLDERS[page]}/{record.id}.html", language)
        self.file = WordFile(language)
        self.place: list[str] = []
        self._title()

    # texts

    def add(self, *runs: str, style: str = "Normal", whole: bool = False, more: str = "") -> None:
        """A paragraph of ready elements. whole: on one page with the next; more: elements about it."""
        self.place.append(paragraph(*runs, style=style, whole=whole, more=more))

    def paragraph(self, text: str, style: str = "Normal", *, whole: bool = False, more: str = "") -> None:
        """A record text (with its **bold** and *emphasis*) as a paragraph."""
        self.add(self.runs(text), style=style, whole=whole, more=more)

    def paragraphs(self, text: str, style: str = "Normal") -> None:
        """A record text; a blank line starts a new paragraph."""
        for part in re.split(r"\n\s*\n", text.strip()):
            self.paragraph(part, style)

    def runs(self, text: str, *, bold: bool = False) -> str:
        """A record text as runs."""
        made, end = [], 0
        text = re.sub(r"\s*\n\s*", " ", text)
        for found in _EMPHASIS.finditer(text):
            made.append((text[end : found.start()], bold, False))
            made.append((found[1] or found[2], bold or found[1] is not None, found[1] is None))
            end = found.end()
        made.append((text[end:], bold, False))
        return "".join([run(words, bold=thick, italic=slanted) for words, thick, slanted in made if words])

    def heading(self, level: int, text: str, *, more: str = "") -> None:
        self.paragraph(text, f"heading {level}", more=more)

    def listed(self, items: Sequence[str], style: str = "List Bullet", *, together: bool = False) -> None:
        """A list; a numbered one starts at 1. together: on one page."""
        number = self.file.new_list() if style == "List Number" else None
        about = element("numPr", element("ilvl", val=0), element("numId", val=number)) if number is not None else ""
        for i, item in enumerate(items, start=1):
            self.paragraph(item, style, whole=together and i < len(items), more=about)

    def suggestion(self, text: str) -> None:
        """Says that something is ours, not the source's."""
        self.paragraph(f"**{first_upper(self.t('suggestion.mark'))}.** {text}", "Suggestion")

    def fact(self, label: str, value: str) -> None:
        """A label and what it says beside it."""
        self.add(self.runs(label, bold=True), TAB, self.runs(value), style="Fact")

    def date_and_team(self) -> None:
        """Room for the date and the name of the team, side by side."""
        day, team = self.t("workbook.date"), self.t("workbook.team")
        self.add(
            self.runs(day, bold=True),
            TAB,
            self.controls.date(DATE, day),
            TAB,
            self.runs(team, bold=True),
            TAB,
            self.controls.text(TEAM, team, placeholder="write_cell"),
            style="Date and Team",
        )

    def safety_note(self) -> None:
        """Whom to ring when someone thinks of suicide."""
        t = self.t
        self.paragraph(f"**{t('safety.title')}** {t('safety.what')}", "Safety", whole=True)
        numbers = f"{t('safety.belgium')} **1813** · {t('safety.netherlands')} **113** {t('safety.or')} **0800-0113**"
        apart = element("keepNext", val=0) + element("spacing", after=160)
        self.paragraph(f"{numbers} · {t('safety.emergency')} **112**", "Safety", more=apart)

    # tables

    @contextmanager
    def cell(self, cells: list[str], width: float) -> Iterator[None]:
        """What is written meanwhile goes into a cell, so many millimetres wide, which then joins the cells."""
        place, self.place = self.place, []
        yield
        cells.append(cell(mm(width), *self.place))
        self.place = place

    def table(
        self, widths: Sequence[float], rows: Sequence[str], *, title: str, first_row: bool = True, first_column: bool = False
    ) -> None:
        """A table, its columns so many millimetres wide, and a little room below it: without a paragraph between them two tables are one."""
        self.place.append(table([mm(width) for width in widths], rows, title=title, first_row=first_row, first_column=first_column))
        self.paragraph("", "Table Help")

    # the page

    def _head(self) -> str:
        phase = self.library.phases[self.record.phases[0]]
        name = plain(getattr(self.library.network.name, self.language))
        logo, picture = self.library.network.logo, ""
        if logo and Path(logo).suffix.lower() in _PICTURES:
            picture = self.file.picture(self.file.head, str(self.library.root / logo), said=name, height=8) + run("  ")
        colour = phase_colour(self.library, phase).removeprefix("#").upper()
        said = f"{self.t('phase.number', number=phase.number)}: {plain(getattr(phase, self.language).short_name)}"
        return paragraph(picture, run(name), TAB, run(f"{MARKS[phase.mark]} ", colour=colour, size=12), run(said), style="Header")

    def _foot(self) -> str:
        t, record = self.t, self.record
        first = [run(plain(self.words.title), bold=True), run(f" · {self.kind}"), TAB]
        for part in filter(None, re.split(r"(&[PN])", t("workbook.page"))):
            code = {"&P": "PAGE", "&N": "NUMPAGES"}.get(part)
            first.append(element("fldSimple", run("1"), instr=code) if code else run(part))
        sources = ", ".join(self.library.sources[id_].cite_as for id_ in record.sources)
        said = first_upper(t("exercise.version", version=record.version, date=t.date(record.updated)))
        source = f" {t('sheets.source', n=len(record.sources))}: {sources}." if sources else ""
        second = [run(f"{said}{source} {t('sheets.licence')}")]
        if self.address:
            second += [run(f" · {t('sheets.qr')}: "), self.file.link(self.file.foot, self.address)]
        return paragraph(*first, style="Footer") + paragraph(*second, style="Footer")

    def _title(self) -> None:
        code = self._qr(self.address) if self.address else ""
        self.add(self.runs(self.kind), code, style="Subtitle")
        self.paragraph(self.words.title, "Title")

    def _qr(self, address: str) -> str:
        """The address of the page as a QR code, at the right margin."""
        out = io.BytesIO()
        segno.make(address, error="m").save(out, kind="png", scale=6, border=2)
        out.seek(0)
        return self.file.picture(self.file.text, out, said=f"{self.t('sheets.qr')}: {address}", width=22, aside=True)

    # the file

    def finished(self, form: str) -> bytes:
        """The file. form: the name of its kind, by which it is known when it comes back."""
        record, words = self.record, self.words
        core = self.file.package.core_properties
        day = datetime.combine(record.updated, time(), UTC).replace(tzinfo=None)
        core.title, core.subject, core.comments = plain(words.title), self.kind, plain(words.summary)
        core.author = core.last_modified_by = plain(getattr(self.library.network.name, self.language))
        core.language, core.created, core.modified, core.revision = LOCALES[self.language], day, day, 1
        facts = {"format": form, form.rpartition("/")[2]: record.id, "version": str(record.version), "language": self.language}
        for i, part in enumerate(_in_parts(self.controls.ids), start=1):
            facts[f"{ANSWERS_PROPERTY}-{i}"] = part
        self.file.tell(facts)
        return self.file.saved("".join(self.place), head=self._head(), foot=self._foot())


def _in_parts(ids: Iterable[str]) -> list[str]:
    """The ids with spaces between them, cut into texts that fit in a property."""
    parts: list[str] = []
    for id_ in ids:
        if parts and len(parts[-1]) + 1 + len(id_) <= _LONGEST_PROPERTY:
            parts[-1] += f" {id_}"
        else:
            parts.append(id_)
    return parts
