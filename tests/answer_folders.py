"""Folders of answers as a coordinator has them, and the commands that read them, as a person runs them. All of it is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from learning_network.cli import main
from learning_network.responses.tables import read_tables

HEAD = "Timestamp,E-mailadres,Organisatie,Team,Functie,Wat zijn onze sterktes?,Wat zijn onze zwaktes?,Welke kansen zien we?,Welke bedreigingen zien we?\n"
NORTH = "11/22/2026 10:00:00,an@voorbeeld.invalid,Voorbeeldhuis Noord,Team Een,zorgkundige,Hechte ploeg,Te weinig tijd,Nieuwe subsidie,Besparingen\n"
SOUTH = (
    "11/22/2026 11:00:00,bo@voorbeeld.invalid,Voorbeeldhuis Zuid,Team Twee,arts,Korte lijnen,nvt,Overleg met huisartsen,Personeelstekort\n"
)
FORM = HEAD + NORTH + SOUTH
"""Two responses: 8 answer cells = 7 answered + 1 empty."""

GRROW = "Organisatie,Doel,Realiteit,Hulpbronnen,Opties,Weg vooruit\nVoorbeeldhuis Noord,Elke week samen eten,Nu nooit,Keuken,Buren vragen,Maandag bellen\n"


def made(folder: Path, **files: str | bytes) -> Path:
    """A folder with these files (name without .csv -> what goes in)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run(*words: object) -> Result:
    """A command as a person runs it. Whatever goes wrong, a person never sees a traceback."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def summarise(paths: object, out: Path, *words: object, instrument: str = "swot") -> Result:
    """`summarise` with a key and a day of its own, so that the test leaves nothing on this computer and knows what comes out."""
    given = paths if isinstance(paths, (list, tuple)) else [paths]
    key = () if "--key" in words else ("--key", out.parent / "participants.key")
    return run("summarise", instrument, *given, "--out", out, *key, "--today", "2026-11-22", *words)


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV of ours."""
    head, *rows = read_tables(path, path.read_bytes())[0].rows
    return [dict(zip(head, row, strict=True)) for row in rows]


def summary_in(out: Path) -> Any:
    return json.loads((out / "summary.json").read_text(encoding="utf-8"))


def texts(out: Path) -> list[str]:
    return [row["text"] for row in table(out / "items.csv")]
