"""Blocks that list all records of a kind: finder, worksheets, card sets, topics, glossary, bibliography."""

from __future__ import annotations

from learning_network.content.models import Exercise

from .links import Place
from .offer import offered
from .rendering import block

TIMES = (30, 60, 90, 120)
"""Minutes that people can choose in the exercise finder."""


def exercise_finder(place: Place) -> str:
    """All exercises as cards, with a filter form that finder.js sets to work."""
    exercises = sorted_exercises(place)
    kinds = {exercise.kind for exercise in exercises}
    materials = {material.id for exercise in exercises for material in exercise.materials}
    vocabularies = place.library.vocabularies
    return block(
        "blocks/exercise_finder.html.j2",
        place,
        exercises=exercises,
        times=TIMES,
        longest=max((e.minutes for e in exercises), default=0),
        kinds=[entry for entry in vocabularies["kinds"].values() if entry.id in kinds],
        materials=[entry for entry in vocabularies["materials"].values() if entry.id in materials],
        words=place.strings.for_script("finder", "count", "loosen", "loosen_one", "loosen_none", "materials_missing"),
    )


def worksheet_list(place: Place) -> str:
    """All worksheets as cards, under a heading for each kind. A kind that this network leaves out keeps its place to link to."""
    kinds = place.library.vocabularies["worksheet-kinds"].values()
    groups = [(kind, [w for w in place.library.worksheets.values() if w.kind == kind.id]) for kind in kinds]
    return block("blocks/worksheet_list.html.j2", place, groups=groups)


def card_set_list(place: Place) -> str:
    """All card sets as cards."""
    return block("blocks/card_set_list.html.j2", place, card_sets=list(place.library.card_sets.values()))


def practice_list(place: Place) -> str:
    """The topics of the practice part as cards, in the order of their pages."""
    return block("blocks/practice_list.html.j2", place, topics=list(place.library.topics.values()))


def glossary_list(place: Place) -> str:
    """All glossary terms in alphabetical order."""
    terms = sorted(place.library.terms.values(), key=lambda term: place.text(term).term.casefold())
    return block("blocks/glossary_list.html.j2", place, terms=terms, offered=offered(place, "terms"))


def bibliography_list(place: Place) -> str:
    """All sources by author and year."""
    sources = sorted(place.library.sources.values(), key=lambda source: (source.authors.casefold(), source.year or ""))
    return block("blocks/bibliography_list.html.j2", place, sources=sources)


def sorted_exercises(place: Place) -> list[Exercise]:
    """All exercises along the walk: by home phase, then by kind (from getting acquainted to looking back)."""
    phases, kinds = list(place.library.phases), list(place.library.vocabularies["kinds"])
    return sorted(place.library.exercises.values(), key=lambda e: (phases.index(e.phases[0]), kinds.index(e.kind), e.id))
