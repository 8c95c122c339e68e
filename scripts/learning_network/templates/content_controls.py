"""Content controls of a word-processor file: places to write in, known by a tag. Each also has a numbered bookmark round it.

The tag is the id of the answer. The bookmark says the same by its number, for programs that drop tags (see filled_in.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from learning_network.responses.filled_in import BOOKMARK
from learning_network.words.strings import Strings

from .word_styles import FAINT, LOCALES
from .word_xml import element, run

LONGEST = 64
"""Letters of a title or a tag that Word takes."""

_ROOM = 16
"""Points: the size of an empty line, so that a printed sheet has room to write by hand."""


@dataclass
class Controls:
    """Makes the controls of one document and keeps the ids of their answers, in order."""

    t: Strings
    ids: list[str] = field(default_factory=list)

    def text(self, id_: str, title: str, *, lines: int = 1, placeholder: str = "write_here") -> str:
        """A place for text of any length. It is `lines` high as long as nobody has written in it."""
        waiting = self._waiting(placeholder)
        if lines > 1:
            size = element("rPr", element("sz", val=2 * _ROOM), element("szCs", val=2 * _ROOM))
            waiting += element("r", size, *[element("br")] * (lines - 1))
        return self._control(id_, title, "", waiting)

    def choice(self, id_: str, title: str, options: Sequence[tuple[str, str]]) -> str:
        """A drop-down of (id, words). Its first entry empties it again."""
        ask = self.t("sheets.choose")
        items = [element("listItem", displayText=ask, value="")]
        items += [element("listItem", displayText=words, value=value) for value, words in options]
        return self._control(id_, title, element("dropDownList", *items), self._waiting("choose"))

    def date(self, id_: str, title: str) -> str:
        """A place for a date, with a calendar."""
        kind = element(
            "date",
            element("dateFormat", val="d MMMM yyyy"),
            element("lid", val=LOCALES[self.t.language]),
            element("storeMappedDataAs", val="dateTime"),
            element("calendar", val="gregorian"),
        )
        return self._control(id_, title, kind, self._waiting("choose_date"))

    def _waiting(self, key: str) -> str:
        """What a control shows until someone writes in it. LibreOffice forgets the colour of the style in a table."""
        return run(self.t(f"sheets.{key}"), style="PlaceholderText", colour=FAINT)

    def _control(self, id_: str, title: str, kind: str, waiting: str) -> str:
        """Bookmark start, control, bookmark end. The control cannot be deleted by accident; its text can."""
        self.ids.append(id_)
        number = len(self.ids)
        about = [
            element("alias", val=_shortened(title)),
            element("tag", val=id_),
            element("id", val=number),
            element("lock", val="sdtLocked"),
            element("showingPlcHdr"),
            kind,
        ]
        start, end = element("bookmarkStart", id=number, name=f"{BOOKMARK}{number}"), element("bookmarkEnd", id=number)
        return start + element("sdt", element("sdtPr", *about), element("sdtContent", waiting)) + end


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
