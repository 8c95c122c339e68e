"""Content controls of a word-processor file: places to write in, known by a tag. Each also has a numbered bookmark round it.

The tag is the id of the answer. The bookmark says the same by its number, for programs that drop tags (see filled_in.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import oxml_parser

from learning_network.responses.filled_in import BOOKMARK
from learning_network.words.strings import Strings

from .word_styles import FAINT, LOCALES, W

LONGEST = 64
"""Letters of a title or a tag that Word takes."""

_PREFIX = {"w": W}
_ROOM = 16
"""Points: the size of an empty line, so that a printed sheet has room to write by hand."""


def element(name: str, /, *children: Any, **attributes: str | int) -> Any:
    """An element of WordprocessingML with its attributes and children."""
    made = oxml_parser.makeelement(_named(name), None, _PREFIX)
    for key, value in attributes.items():
        made.set(_named(key), str(value))  # half the time of handing it all of them at once
    made.extend(children)
    return made


@cache
def _named(name: str) -> str:
    """A name as lxml knows it. A document has hundreds of elements of some fifty names."""
    return qn(f"w:{name}")


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False, colour: str = "", size: float = 0) -> Any:
    """A run of text; line breaks in it become line breaks. colour: as RRGGBB; size: in points."""
    look = [
        *([element("rStyle", val=style)] if style else []),
        *([element("b")] if bold else []),
        *([element("i")] if italic else []),
        *([element("color", val=colour)] if colour else []),
        *([element("sz", val=round(2 * size)), element("szCs", val=round(2 * size))] if size else []),
    ]
    made = element("r", *([element("rPr", *look)] if look else []))
    for i, line in enumerate(text.split("\n")):
        if i:
            made.append(element("br"))
        words = element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(words)
    return made


@dataclass
class Controls:
    """Makes the controls of one document and keeps the ids of their answers, in order."""

    t: Strings
    ids: list[str] = field(default_factory=list)

    def text(self, id_: str, title: str, *, lines: int = 1, placeholder: str = "write_here") -> Iterator[Any]:
        """A place for text of any length. It is `lines` high as long as nobody has written in it."""
        waiting = [self._waiting(placeholder)]
        if lines > 1:
            size = element("rPr", element("sz", val=2 * _ROOM), element("szCs", val=2 * _ROOM))
            waiting.append(element("r", size, *(element("br") for _ in range(lines - 1))))
        return self._control(id_, title, None, waiting)

    def choice(self, id_: str, title: str, options: Sequence[tuple[str, str]]) -> Iterator[Any]:
        """A drop-down of (id, words). Its first entry empties it again."""
        ask = self.t("sheets.choose")
        items = [element("listItem", displayText=ask, value="")]
        items += [element("listItem", displayText=words, value=value) for value, words in options]
        return self._control(id_, title, element("dropDownList", *items), [self._waiting("choose")])

    def date(self, id_: str, title: str) -> Iterator[Any]:
        """A place for a date, with a calendar."""
        kind = element(
            "date",
            element("dateFormat", val="d MMMM yyyy"),
            element("lid", val=LOCALES[self.t.language]),
            element("storeMappedDataAs", val="dateTime"),
            element("calendar", val="gregorian"),
        )
        return self._control(id_, title, kind, [self._waiting("choose_date")])

    def _waiting(self, key: str) -> Any:
        """What a control shows until someone writes in it. LibreOffice forgets the colour of the style in a table."""
        return run(self.t(f"sheets.{key}"), style="PlaceholderText", colour=FAINT)

    def _control(self, id_: str, title: str, kind: Any, waiting: Sequence[Any]) -> Iterator[Any]:
        """Bookmark start, control, bookmark end. The control cannot be deleted by accident; its text can."""
        self.ids.append(id_)
        number = len(self.ids)
        about = [
            element("alias", val=_shortened(title)),
            element("tag", val=id_),
            element("id", val=number),
            element("lock", val="sdtLocked"),
            element("showingPlcHdr"),
            *([kind] if kind is not None else []),
        ]
        yield element("bookmarkStart", id=number, name=f"{BOOKMARK}{number}")
        yield element("sdt", element("sdtPr", *about), element("sdtContent", *waiting))
        yield element("bookmarkEnd", id=number)


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
