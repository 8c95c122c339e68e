"""Reads a worksheet back from our word-processor file, as Word, LibreOffice or a person with either left it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from learning_network.words.reasons import Reason
from learning_network.words.strings import FOLDER, strings

from .filled_in import ANSWER_STYLES, ANSWERS_PROPERTY, BOOKMARK, DATE, FORMAT, TEAM, Answer, FilledIn
from .tables import Unreadable

MOST_BYTES = 50_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_document(data: bytes) -> FilledIn:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            properties = _properties(_part(archive, "docProps/custom.xml")) if "docProps/custom.xml" in archive.namelist() else {}
            body = _part(archive, "word/document.xml").find(f"{_W}body")
    except (zipfile.BadZipFile, zlib.error, LookupError, OSError, ValueError, ElementTree.ParseError) as error:
        raise Unreadable(Reason("no_document", error=str(error))) from None
    if body is None or properties.get("format") != FORMAT or not {"worksheet", "version", "language"} <= properties.keys():
        raise Unreadable(Reason("no_worksheet"))
    listed = (properties.get(f"{ANSWERS_PROPERTY}-{i}", "") for i in range(1, len(properties) + 1))
    reader = _DocumentReader([id_ for part in listed for id_ in part.split()])
    reader.read(body)
    texts = {id_: "".join(parts).strip() for id_, parts in reader.texts.items()}
    team, day = texts.pop(TEAM, ""), texts.pop(DATE, "")
    filled = FilledIn(properties["worksheet"], properties["version"], properties["language"], team, day, list(texts))
    filled.items = [Answer(id_, text, team, day) for id_, text in texts.items() if text and text not in _placeholders()]
    return filled


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > MOST_BYTES:
        raise Unreadable(Reason("part_too_large", part=name))
    return ElementTree.fromstring(archive.read(name))


def _properties(xml: Element) -> dict[str, str]:
    return {element.get("name", ""): "".join(element.itertext()).strip() for element in xml}


@cache
def _placeholders() -> frozenset[str]:
    """What stands in a control that nobody wrote in, in all languages."""
    keys = ("write_here", "write_cell", "choose", "choose_date", "draw_here")
    languages = (path.stem for path in FOLDER.glob("*.yml"))
    return frozenset(strings(language)(f"sheets.{key}") for language in languages for key in keys)


class _DocumentReader:
    """Walks through a document and gathers the texts of its answers, by the tags of controls or else by bookmarks."""

    def __init__(self, ids: list[str]) -> None:
        self.bookmarks = {f"{BOOKMARK}{i}": id_ for i, id_ in enumerate(ids, start=1)}
        self.texts: dict[str, list[str]] = {}
        self.open: str | None = None
        self.open_bookmark = ""

    def read(self, blocks: Iterable[Element]) -> None:
        """Paragraphs, tables and controls, in their order."""
        for child in blocks:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag == f"{_W}sdt":
                self._control(child)
            elif child.tag in (f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
                self._inline(child, in_answer=False)

    def _open(self, id_: str) -> None:
        if self.open != id_:
            self.open = id_
            parts = self.texts.setdefault(id_, [])
            if "".join(parts).strip():  # the same control twice: someone copied it
                parts.append("\n")

    def _control(self, sdt: Element) -> None:
        """A control round whole paragraphs, as Word makes it of a long answer. Paragraphs below it may belong to it too."""
        id_ = _tag(sdt)
        if id_ is not None:
            self._open(id_)
        if id_ is not None and _waits(sdt):
            return
        for i, child in enumerate(sdt.findall(f"{_W}sdtContent/*")):
            if child.tag == f"{_W}p" and id_ is not None:
                self._add("\n" if i else "")
                for inline in child:
                    self._inline(inline, in_answer=True)
            else:
                self.read([child])

    def _paragraph(self, paragraph: Element) -> None:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        in_answer = style is not None and style.get(f"{_W}val", "").replace("_", "") in ANSWER_STYLES
        if not in_answer:
            self.open = None
        elif self.open is not None:
            self._add("\n")
        for child in paragraph:
            self._inline(child, in_answer)
        if not in_answer:
            self.open = None

    def _inline(self, element: Element, in_answer: bool) -> None:
        name = element.tag.removeprefix(_W)
        if name == "bookmarkStart" and element.get(f"{_W}name", "") in self.bookmarks:
            self._open(self.bookmarks[element.get(f"{_W}name", "")])
            self.open_bookmark = element.get(f"{_W}id", "")
        elif name == "bookmarkEnd" and element.get(f"{_W}id") == self.open_bookmark and not in_answer:
            self.open = None
        elif name == "sdt":
            id_ = _tag(element)
            if id_ is not None:
                self._open(id_)
            waits = _waits(element)
            for child in element.findall(f"{_W}sdtContent/*"):
                if not waits or child.tag == f"{_W}bookmarkStart":  # LibreOffice moves the bookmark into the control
                    self._inline(child, in_answer)
            if id_ is not None and not in_answer:
                self.open = None
        elif name in ("t", "br", "cr", "tab", "noBreakHyphen"):
            self._add({"t": element.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"))
        elif name not in ("pPr", "rPr", "del", "drawing", "pict", "instrText"):
            for child in element:
                self._inline(child, in_answer)

    def _add(self, text: str) -> None:
        if self.open is not None:
            self.texts[self.open].append(text)

    def _table(self, table: Element) -> None:
        """Cell by cell. A row that someone added below has no controls: its texts go by the columns of the rows above."""
        columns: dict[int, tuple[str, str]] = {}
        added = 0
        for row in _within(table, "tr"):
            cells = list(_within(row, "tc"))
            found = [self._cell(cell) for cell in cells]
            for place, id_ in enumerate(found):
                if id_ is not None:
                    question, name, column = id_.split(".")
                    columns[place] = (question, column)
                    added = int(name) if name.isdigit() else 0
            if added and not any(found):
                added += 1
                for place, cell in enumerate(cells):
                    text = "".join(part.text or "" for part in cell.iter(f"{_W}t")).strip()
                    if place in columns and text:
                        question, column = columns[place]
                        self.texts[f"{question}.{added}.{column}"] = [text]

    def _cell(self, cell: Element) -> str | None:
        """Read a cell. Returns the id of its answer, when it is one of a table question."""
        before = set(self.texts)
        self.open = None
        self.read(cell)
        self.open = None
        return next((id_ for id_ in self.texts if id_ not in before and id_.count(".") == 2), None)


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where a program put a control round them."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag == f"{_W}sdt":
            for content in child.findall(f"{_W}sdtContent"):
                yield from _within(content, name)


def _waits(sdt: Element) -> bool:
    """Whether a control shows its placeholder: the mark says so, and no text stands in it that is not one."""
    if sdt.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:
        return False
    text = "".join(part.text or "" for part in sdt.iter(f"{_W}t")).strip()
    runs = [run for run in sdt.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    grey = (run.find(f"{_W}rPr/{_W}rStyle") for run in runs)
    return text in _placeholders() or all(style is not None and style.get(f"{_W}val") == "PlaceholderText" for style in grey)


def _tag(sdt: Element) -> str | None:
    tag = sdt.find(f"{_W}sdtPr/{_W}tag")
    return tag.get(f"{_W}val") if tag is not None else None
