"""What teams said about the tools: judgements with their place, and everything that could not be merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from learning_network.words.reasons import Reason

REMARK = "remark"
"""Criterion of a remark about a tool as a whole; 'remark:cost' is one about a single criterion."""


class Judgement(NamedTuple):
    """What a team says of one criterion for one tool. `value` is canonical (content.matrix_values)."""

    tool: str
    criterion: str
    value: str


class Listed(NamedTuple):
    """Something that was read and not merged, or that people should know of (then `cells` is 0)."""

    file: str
    place: str
    reason: str
    """One of ours (words.reasons), or what an older file says."""
    text: str
    cells: int

    def __str__(self) -> str:
        at = f"{self.file}:{self.place}" if self.place else self.file
        return f"{at}: {self.reason}"


def brief(reason: Reason) -> Reason:
    """A reason on one line, with what it quotes cut short: people paste whole letters in a cell."""
    return reason.mapped(lambda text: " ".join(text.split())).shortened(lambda text: f"{text[:60]}..." if len(text) >= 64 else text)


@dataclass
class TeamAnswers:
    """What one team filled in, once. `file` is where it was first read from, also after a merge."""

    name: str
    file: str
    filled_on: str = ""
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    """Tool -> criterion -> value."""

    label: str = ""
    """What a merge calls it: its name, with its file behind it where two teams have one name."""

    def says_the_same(self, other: TeamAnswers) -> bool:
        return self.answers == other.answers

    @property
    def judgements(self) -> Iterator[Judgement]:
        return (Judgement(tool, criterion, value) for tool, values in self.answers.items() for criterion, value in values.items())

    @property
    def cells(self) -> int:
        """The number of judgements."""
        return sum(map(len, self.answers.values()))


@dataclass
class MatrixFile:
    """All that one file holds. `cells` = judgements of its teams + cells of what is listed."""

    file: str
    fingerprint: str = ""
    """The same for files with the same bytes."""

    teams: list[TeamAnswers] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    new_tools: dict[str, str] = field(default_factory=dict)
    """Id -> name, as the team wrote it, of tools that the matrix does not have."""

    cells: int = 0

    def closes(self) -> bool:
        """Whether every cell that was read is merged or listed."""
        return self.cells == sum(team.cells for team in self.teams) + sum(line.cells for line in self.listed)
