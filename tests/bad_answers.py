"""A folder as it comes in on a bad day: every fault that a file can have, between files that are good. All of it is made up."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from answer_folders import FORM, NORTH, made
from answer_folders import HEAD as HEAD_OF_FORM
from team_files import protected, rezipped

HEAD = "Team,Sterktes,Zwaktes"

LIVE = (
    "<script>alert('x')</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">klik</a>',
    '=HYPERLINK("http://voorbeeld.invalid";"klik")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(1;1)",
    "[klik](javascript:alert(1))",
    "</script></style></svg>]]>",
    "http://voorbeeld.invalid/pagina",
)
"""Answers that would do something when a report did not show them as text."""


def table(*rows: str, code: str = "utf-8") -> bytes:
    return "\r\n".join(rows).encode(code)


def book(*rows: list[Any], merged: tuple[str, ...] = ()) -> bytes:
    made_book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made_book.active.append(row)
    for cells in merged:
        made_book.active.merge_cells(cells)
    made_book.save(out)
    return out.getvalue()


def with_error(data: bytes) -> bytes:
    """A workbook whose cell B2 is a formula with a result and C2 one that failed, as a spreadsheet program saves them."""
    cells = b'<c r="B2" t="str"><f>"Goed "&amp;A2</f><v>Goed Noord</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        start = content.index(b'<c r="B2"')
        return content[:start] + cells + content[content.index(b"</row>", start) :]

    return rezipped(data, change)


def bomb() -> bytes:
    """A workbook that says it unpacks to far more than it is."""
    out = io.BytesIO(book(["Team", "Sterktes"], ["Noord", "weg"]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/bomb.bin", "w") as part:
        for _ in range(31):
            part.write(bytes(10_000_000))
    return out.getvalue()


def bad_folder(folder: Path) -> Path:
    """All of them. What must come of it stands in test_summarise_bad_answers.py."""
    made(folder, good=FORM)
    files: dict[str, bytes] = {
        "bomb.xlsx": bomb(),
        "broken.xlsx": b"PK\x03\x04kapot",
        "controls.csv": table(HEAD, f"Noord,goede\x00 sf\x07eer,druk en nog eens druk {'op elke dag van de week ' * 2}\x0b"),
        "cp1252.csv": table(HEAD.replace(",", ";"), "Noord;één team – hecht;€ tekort", code="cp1252"),
        "csv-named.xlsx": table(HEAD, "Noord,veel ervaring,weinig plaats"),
        "dates.xlsx": book(
            ["Datum", "Sterktes"], [date(2026, 3, 31), "een"], ["31/3/2026", "twee"], ["4/3/2026", "drie"], ["ooit", "vier"]
        ),
        "duplicate-headings.csv": table("Team,Sterktes,Sterktes,Zwaktes", "Noord,fijne collega's,goede koffie,lawaai"),
        "empty.csv": b"",
        "good2.csv": FORM.encode(),
        "formulas.xlsx": with_error(book(["Team", "Sterktes", "Zwaktes"], ["Noord", "weg", "weg"])),
        "headings-only.csv": table(HEAD),
        "later-export.csv": (HEAD_OF_FORM + NORTH + NORTH.replace("an@", "cor@").replace("Hechte ploeg", "Wij kennen de buurt")).encode(),
        "letter.doc": b"Beste allemaal",
        "live.csv": (
            "Team,Sterktes\r\n" + "".join(f'Ploeg {n},"{text.replace(chr(34), chr(34) * 2)}"\r\n' for n, text in enumerate(LIVE))
        ).encode(),
        "locked.xlsx": protected(),
        "loose.csv": table("Team,Sterktes,,Zwaktes", "Noord,vaste gezichten,los,traag"),
        "megabyte.csv": table(HEAD, f"Noord,{'woord ' * 180_000},kort"),
        "merged.xlsx": book(["Team", "Sterktes", None], ["Noord", "warm onthaal", "open deur"], merged=("B1:C1",)),
        "order.csv": table("Datum,Sterktes", "4/3/2026,vijf", "5/3/2026,zes"),
        "other-form.csv": table("Dier,Kleur", "kat,wit"),
        "right-to-left.csv": table(HEAD, "\u202eNoord,\u202eomgekeerd,שלום \u200fעולם"),
        "two-heading-rows.csv": table("Over,Vragen,Vragen", HEAD, "Noord,rustige afdeling,oude lift"),
        "utf-16.csv": table(HEAD.replace(",", "\t"), "Noord\tjonge ploeg\tkrappe ruimte", code="utf-16"),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder.parent / "elsewhere.csv").write_bytes(FORM.encode())
    (folder / "link.csv").symlink_to(folder.parent / "elsewhere.csv")
    return folder
