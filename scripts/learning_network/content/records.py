"""The records as they were read: each with the file and place that it came from, so that checks can name the line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .findings import Finding
from .models import CardSet, Criterion, Entry, Exercise, GuideQuestion, Network, Obstacle, Phase, SessionPlan, Source, Term, Tool, Worksheet
from .yaml_file import Location, YamlFile

R = TypeVar("R")


@dataclass(frozen=True)
class Placed(Generic[R]):
    """A record and where it stands."""

    record: R
    file: YamlFile
    at: Location

    def finding(self, where: Location, rule: str, wrong: str, fix: str) -> Finding:
        return self.file.finding((*self.at, *where), rule, wrong, fix)


@dataclass
class Entries(Generic[R]):
    """Records of one kind in the order of reading; an id may stand twice, which a check reports.

    `faulty` holds ids of records that could not be read: a reference to one of those is no fault of its own.
    `lost` says that a whole list could not be read, so that nobody knows which ids it holds.
    """

    placed: list[Placed[R]] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    lost: bool = False

    def add(self, record: R, file: YamlFile, at: Location) -> None:
        self.placed.append(Placed(record, file, at))

    def by_id(self) -> dict[str, R]:
        return {placed.record.id: placed.record for placed in self.placed}  # type: ignore[attr-defined]

    def ids(self) -> set[str]:
        """All ids that are there, those of faulty records included."""
        return set(self.by_id()) | self.faulty

    def knows(self, id_: str) -> bool:
        """Whether this id is there, or may be there in what could not be read."""
        return self.lost or id_ in self.ids()

    def only(self, model: type[Any]) -> Entries[Any]:
        return Entries([placed for placed in self.placed if isinstance(placed.record, model)], self.faulty, self.lost)


@dataclass(frozen=True)
class Records:
    """Everything that was read, before it is checked."""

    phases: Entries[Phase]
    exercises: Entries[Exercise]
    worksheets: Entries[Worksheet]
    card_sets: Entries[CardSet]
    tools: Entries[Tool]
    criteria: Entries[Criterion]
    guide: Entries[GuideQuestion]
    obstacles: Entries[Obstacle]
    plans: Entries[SessionPlan]
    terms: Entries[Term]
    sources: Entries[Source]
    vocabularies: dict[str, Entries[Entry]]
    network: tuple[Network, YamlFile] | None
