"""Finds the files that people sent in: in folders, and in folders below them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from learning_network.words.reasons import Reason

NO_ANSWERS = (".", "~$", "desktop.ini", "Thumbs.db")
"""How the names of files begin that programs leave behind."""

_COPY = re.compile(r"(?:kopie|copy)\b|.*(?:[ _-](?:kopie|copy)(?: ?\(?\d+\)?)?|\(\d+\))\Z", re.I | re.S)
"""How programs call a copy or a second download, without the ending: 'Kopie van swot', 'swot - kopie (2)', 'swot copy 2', 'swot (1)'."""


@dataclass(frozen=True)
class Found:
    """The files to read, each once, and what was found and cannot be read."""

    files: dict[str, Path] = field(default_factory=dict)
    """How a file is called -> where it is: its name, or its path as it was given where several have that name."""
    unread: tuple[tuple[Path, Reason], ...] = ()
    """Links and folders that are not read -> why, and what to do."""


def find_files(paths: Iterable[Path], without: Callable[[Path, Path], bool] = lambda folder, file: False) -> Found:
    """All files of these paths; of folders all files in them and below, in order of their names, what is called a copy after all others.

    without: told a folder that was given and a file in it, says whether the file is no answer of anybody. A link that leads
    out of the folder is not followed, nor one to a folder: who gives a folder means what is in it. Of two files that hold the same the first one counts:
    people look for their answers under the name that is no copy's.
    """
    found: dict[Path, Path] = {}
    unread: list[tuple[Path, Reason]] = []
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), path)
            continue
        inside = path.resolve()
        for file, fault in _below(path):
            if any(part.startswith(NO_ANSWERS) for part in file.relative_to(path).parts) or without(path, file):
                continue
            real = file.resolve()
            if not fault and inside not in real.parents:
                fault = Reason("link_leads_outside")
            if fault:
                unread.append((file, fault))
            else:
                found.setdefault(real, file)
    files = sorted(found.values(), key=lambda file: bool(_COPY.match(file.stem)))
    count = Counter(file.name for file in files)
    return Found({file.name if count[file.name] == 1 else file.as_posix(): file for file in files}, tuple(unread))


def _below(folder: Path) -> Iterator[tuple[Path, Reason | None]]:
    """Everything in a folder that is no folder, in order of name, and the folders that cannot be looked into; with what is wrong or nothing."""
    refused: list[tuple[Path, Reason | None]] = []

    def refuse(error: OSError) -> None:
        refused.append((Path(error.filename), Reason("folder_closed", error=error.strerror or "")))

    files: list[tuple[Path, Reason | None]] = []
    for name, folders, names in os.walk(folder, onerror=refuse):
        here = Path(name)
        files += [(here / link, Reason("link_to_folder")) for link in folders if (here / link).is_symlink()]
        files += [(here / file, None if (here / file).is_file() else Reason("link_to_nothing")) for file in names]
    return iter(sorted([*files, *refused], key=lambda found: (found[0], found[1] or "")))
