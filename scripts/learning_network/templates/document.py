"""What our word-processor files share: head and foot on each page, headings, lists, places to write, the file's own facts."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import segno
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from learning_network.content.library import Library
from learning_network.content.models import Exercise, Worksheet
from learning_network.responses.filled_in import ANSWERS_PROPERTY, DATE, TEAM
from learning_network.wording.marks import MARKS
from learning_network.wording.network import FOLDERS, own_strings, phase_colour, web_address
from learning_network.wording.text import first_upper, plain

from .content_controls import Controls, element, run
from .word_package import WordFile
from .word_styles import LOCALES, mm, style_id

WIDTH = 174
"""Millimetres between the margins."""

_LONGEST_PROPERTY = 255
"""Letters that Word takes in a property of a file."""

_PICTURES = (".png", ".jpg", ".jpeg")
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=\S)(.+?)(?<=\S)\*", re.DOTALL)


class SheetDocument:
    """A document under way. Texts go to `place`: the body, or a cell while a table is being filled."""

    def __init__(self, library: Library, record: Exercise | Worksheet, language: str, kind: str, page: str) -> None:
        """kind: what the sheet is, above its title; page: the kind of record ('exercise', 'worksheet') whose page it belongs to."""
        self.library, self.record, self.language, self.kind = library, record, language, kind
        self.words = getattr(record, language)
        self.t = own_strings(library, language)
        self.controls = Controls(self.t)
        self.address = web_address(library, f"{FOLDERS[page]}/{record.id}.html", language)
        self.file = WordFile(language)
        self.place: Any = self.file.body
        self._head()
        self._foot()
        self._title()

    # texts

    def paragraph(self, text: str | Iterable[Any], style: str = "Normal", *, bold: bool = False, whole: bool = False) -> Any:
        """A paragraph in a style, of a record text (with its **bold** and *emphasis*) or of ready elements. whole: with the next."""
        about = [element("pStyle", val=style_id(style)), *([element("keepNext")] if whole else [])]
        made = element("p", element("pPr", *about) if style != "Normal" or whole else element("pPr"))
        made.extend(self.runs(text, bold=bold) if isinstance(text, str) else list(text))
        last = self.place[-1] if len(self.place) else None
        if last is not None and last.tag == qn("w:sectPr"):  # the page set-up stays last in the body
            last.addprevious(made)
        else:
            self.place.append(made)
        return made

    def paragraphs(self, text: str, style: str = "Normal") -> None:
        """A record text; a blank line starts a new paragraph."""
        for part in re.split(r"\n\s*\n", text.strip()):
            self.paragraph(part, style)

    def runs(self, text: str, *, bold: bool = False) -> list[Any]:
        """A record text as runs."""
        made, end = [], 0
        text = re.sub(r"\s*\n\s*", " ", text)
        for found in _EMPHASIS.finditer(text):
            made.append(run(text[end : found.start()], bold=bold))
            made.append(run(found[1] or found[2], bold=bold or found[1] is not None, italic=found[1] is None))
            end = found.end()
        made.append(run(text[end:], bold=bold))
        return [part for part in made if part.findtext(qn("w:t"))]

    def heading(self, level: int, text: str) -> Any:
        return self.paragraph(text, f"heading {level}")

    def listed(self, items: Sequence[str], style: str = "List Bullet", *, together: bool = False) -> None:
        """A list; a numbered one starts at 1. together: on one page."""
        number = self.file.new_list() if style == "List Number" else None
        for i, item in enumerate(items, start=1):
            made = self.paragraph(item, style, whole=together and i < len(items))
            if number is not None:
                made.pPr.append(element("numPr", element("ilvl", val=0), element("numId", val=number)))

    def suggestion(self, text: str) -> None:
        """Says that something is ours, not the source's."""
        self.paragraph(f"**{first_upper(self.t('suggestion.mark'))}.** {text}", "Suggestion")

    def fact(self, label: str, value: str | Iterable[Any]) -> None:
        """A label and what it says beside it."""
        tab = element("r", element("tab"))
        self.paragraph([*self.runs(label, bold=True), tab, *(self.runs(value) if isinstance(value, str) else value)], "Fact")

    def date_and_team(self) -> None:
        """Room for the date and the name of the team, side by side."""
        t, tab = self.t, [element("r", element("tab"))]
        day = self.controls.date(DATE, t("workbook.date"))
        made = self.paragraph([*self.runs(t("workbook.date"), bold=True), *tab, *day], "Date and Team")
        team = self.controls.text(TEAM, t("workbook.team"), placeholder="write_cell")
        made.extend([element("r", element("tab")), *self.runs(t("workbook.team"), bold=True), element("r", element("tab")), *team])

    def safety_note(self) -> None:
        """Whom to ring when someone thinks of suicide."""
        t = self.t
        self.paragraph(f"**{t('safety.title')}** {t('safety.what')}", "Safety", whole=True)
        numbers = f"{t('safety.belgium')} **1813** · {t('safety.netherlands')} **113** {t('safety.or')} **0800-0113**"
        last = self.paragraph(f"{numbers} · {t('safety.emergency')} **112**", "Safety")
        last.pPr.extend([element("keepNext", val=0), element("spacing", after=160)])

    # tables

    def table(self, widths: Sequence[float], *, title: str, heads: int = 1, named_rows: bool = False) -> Any:
        """An empty table, its columns so many millimetres wide; `row` adds rows. heads: rows that stand on every page."""
        look = element("tblLook", val="04A0" if named_rows else "0420", firstRow=int(heads > 0), firstColumn=int(named_rows))
        about = element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=mm(sum(widths)), type="dxa"),
            element("tblLayout", type="fixed"),
            look,
            element("tblCaption", val=title),
        )
        made = element("tbl", about, element("tblGrid", *(element("gridCol", w=mm(width)) for width in widths)))
        last = self.place[-1] if len(self.place) else None
        if last is not None and last.tag == qn("w:sectPr"):
            last.addprevious(made)
        else:
            self.place.append(made)
        return made

    def row(self, table: Any, *, height: float = 0, head: bool = False) -> list[Any]:
        """A new row that stays on one page; returns its cells, without paragraphs yet. Each must get one."""
        about = [element("cantSplit"), *([element("trHeight", val=mm(height), hRule="atLeast")] if height else [])]
        made = element("tr", element("trPr", *about, *([element("tblHeader")] if head else [])))
        for column in table.iter(qn("w:gridCol")):
            made.append(element("tc", element("tcPr", element("tcW", w=column.get(qn("w:w")), type="dxa"))))
        table.append(made)
        return list(made.findall(qn("w:tc")))

    def gap(self) -> None:
        """A little room below a table: without a paragraph between them two tables are one."""
        self.paragraph("", "Table Help")

    # the page

    def _head(self) -> None:
        phase = self.library.phases[self.record.phases[0]]
        name = plain(getattr(self.library.network.name, self.language))
        logo, tab = self.library.network.logo, element("r", element("tab"))
        made = _in_margin("Header")
        if logo and Path(logo).suffix.lower() in _PICTURES:
            picture = self.file.picture(self.file.head, str(self.library.root / logo), said=name, height=8)
            made.extend([element("r", element("drawing", picture)), run("  ")])
        colour = phase_colour(self.library, phase).removeprefix("#").upper()
        said = f"{self.t('phase.number', number=phase.number)}: {plain(getattr(phase, self.language).short_name)}"
        made.extend([run(name), tab, run(f"{MARKS[phase.mark]} ", colour=colour, size=12), run(said)])
        self.file.head.element.append(made)

    def _foot(self) -> None:
        t, record = self.t, self.record
        first = _in_margin("Footer", run(plain(self.words.title), bold=True), run(f" · {self.kind}"), element("r", element("tab")))
        for part in filter(None, re.split(r"(&[PN])", t("workbook.page"))):
            code = {"&P": "PAGE", "&N": "NUMPAGES"}.get(part)
            first.append(element("fldSimple", run("1"), instr=code) if code else run(part))
        sources = ", ".join(self.library.sources[id_].cite_as for id_ in record.sources)
        said = first_upper(t("exercise.version", version=record.version, date=t.date(record.updated)))
        source = f" {t('sheets.source', n=len(record.sources))}: {sources}." if sources else ""
        second = _in_margin("Footer", run(f"{said}{source} {t('sheets.licence')}"))
        if self.address:
            made = element("hyperlink", run(self.address, style="Hyperlink"))
            made.set(qn("r:id"), self.file.foot.relate_to(self.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            second.extend([run(f" · {t('sheets.qr')}: "), made])
        self.file.foot.element.extend([first, second])

    def _title(self) -> None:
        kicker = self.paragraph(self.kind, "Subtitle")
        if self.address:
            kicker.append(self._qr(self.address))
        self.paragraph(self.words.title, "Title")

    def _qr(self, address: str) -> Any:
        """The address of the page as a QR code, at the right margin."""
        out = io.BytesIO()
        segno.make(address, error="m").save(out, kind="png", scale=6, border=2)
        out.seek(0)
        inline = self.file.picture(self.file.text, out, said=f"{self.t('sheets.qr')}: {address}", width=22)
        anchor = parse_xml(
            f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
            '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV></wp:anchor>'
        )
        anchor.append(copy.deepcopy(inline.extent))
        anchor.append(parse_xml(f'<wp:wrapSquare {nsdecls("wp")} wrapText="bothSides"/>'))
        anchor.extend(inline.xpath("wp:docPr | wp:cNvGraphicFramePr | a:graphic"))
        return element("r", element("drawing", anchor))

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
        return self.file.saved()


def _in_margin(style: str, *parts: Any) -> Any:
    """A paragraph of the head or the foot."""
    return element("p", element("pPr", element("pStyle", val=style)), *parts)


def _in_parts(ids: Iterable[str]) -> list[str]:
    """The ids with spaces between them, cut into texts that fit in a property."""
    parts: list[str] = []
    for id_ in ids:
        if parts and len(parts[-1]) + 1 + len(id_) <= _LONGEST_PROPERTY:
            parts[-1] += f" {id_}"
        else:
            parts.append(id_)
    return parts
