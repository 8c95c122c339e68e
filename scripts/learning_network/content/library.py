"""The content that the surfaces show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .models import CardSet, Criterion, Entry, Exercise, GuideQuestion, Network, Obstacle, Phase, SessionPlan, Source, Term, Tool, Worksheet
from .prose import Page


@dataclass(frozen=True)
class Library:
    """The content that the surfaces show: every dict goes from id to record, in the order of display.

    What network.yml leaves out is not in it; its titles stay known in `hidden_titles` ((kind, id) -> language -> title),
    so that a text that names it can do so without a link. `own_words` goes from language to a function that writes the
    network's own words into a text; in the records and pages here they are written already.
    """

    root: Path
    network: Network
    phases: dict[str, Phase]
    exercises: dict[str, Exercise]
    worksheets: dict[str, Worksheet]
    card_sets: dict[str, CardSet]
    tools: dict[str, Tool]
    criteria: dict[str, Criterion]
    guide: dict[str, GuideQuestion]
    obstacles: dict[str, Obstacle]
    plans: dict[str, SessionPlan]
    terms: dict[str, Term]
    sources: dict[str, Source]
    vocabularies: dict[str, dict[str, Entry]]
    pages: tuple[Page, ...] = ()
    hidden_titles: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    own_words: dict[str, Callable[[str], str]] = field(default_factory=dict)

    @property
    def topics(self) -> dict[str, Entry]:
        """The topics of the practice part."""
        return self.vocabularies["practice"]
