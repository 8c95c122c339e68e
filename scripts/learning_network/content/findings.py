"""A finding is one fault in the content: where, what is wrong, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from learning_network.words.reasons import Reason


@dataclass(frozen=True, order=True)
class Finding:
    """One fault. `file` is relative to the project folder, with forward slashes; `line` counts from 1."""

    file: str
    line: int
    rule: str
    wrong: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.wrong}: {self.fix}"


def report(findings: Iterable[Finding]) -> str:
    """All findings in the order of files and lines, with a count at the end; empty text when there are none."""
    found = sorted(set(findings))
    if not found:
        return ""
    files = len({finding.file for finding in found})
    faults = "1 fault" if len(found) == 1 else f"{len(found)} faults"
    return "\n".join([*map(str, found), f"{faults} in {files} file{'s' if files > 1 else ''}."])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one may be a slip of the pen for."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> Reason:
    """What to write instead of an unknown word: the nearest known one, else the known ones."""
    choices = sorted(known)
    if near := nearest(word, choices):
        return Reason("did_you_mean", near=near)
    if len(choices) > 12:
        return Reason("write_one_of_more", choices=tuple(choices[:12]))
    return Reason("write_one_of", choices=tuple(choices)) if choices else Reason("nothing_to_choose")
