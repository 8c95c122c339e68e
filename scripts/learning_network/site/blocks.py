"""The blocks and links that prose pages call by name, e.g. {{ exercise_cards("prepare") }}.

Every function takes a Place (library, language, page) and returns Markdown or HTML; none reads or writes files.
An id that does not exist raises UnknownId, with the page and close matches in its message.
"""

from __future__ import annotations

import json

from learning_network.content.models import Exercise, Phase

from .links import Place, find, record_link, source_link, title_of
from .rendering import block, first_lower
from .tool_facts import criterion_options, facts_of

TIMES = (30, 60, 90, 120)
"""Minutes that people can choose in the exercise finder."""

DOORS = (
    ("reader", "background/why.md"),
    ("facilitator", "exercises/index.md"),
    ("team", "worksheets/index.md"),
    ("coordinator", "start.md"),
)
"""The four doors on the home page, with the page behind each."""


def exercise(place: Place, id_: str) -> str:
    """A link to an exercise."""
    return record_link(place, "exercise", id_)


def worksheet(place: Place, id_: str) -> str:
    """A link to a worksheet."""
    return record_link(place, "worksheet", id_)


def tool(place: Place, id_: str) -> str:
    """A link to a tool."""
    return record_link(place, "tool", id_)


def source(place: Place, id_: str) -> str:
    """The short form of a source, linked to the bibliography."""
    return source_link(place, id_)


def phase(place: Place, id_: str) -> str:
    """A link to a phase, with its mark and name."""
    if find(place, "phase", id_) is None:
        return str(place.library.hidden_titles["phase", id_][place.language])
    return block("parts/phase_link.html.j2", place, phase=place.library.phases[id_]).replace("\n", "")


def phase_head(place: Place, id_: str) -> str:
    """The top of a phase page: mark, number, summary and picture."""
    return _phase_block("blocks/phase_head.html.j2", place, id_)


def exercise_cards(place: Place, phase_id: str) -> str:
    """Cards of the exercises whose home is this phase, and of those that fit in it as well, in that order."""
    if find(place, "phase", phase_id) is None:
        return ""
    fitting = [e for e in sorted_exercises(place) if phase_id in e.phases]
    fitting.sort(key=lambda e: e.phases[0] != phase_id)
    return block("blocks/exercise_cards.html.j2", place, exercises=fitting)


def worksheet_cards(place: Place, phase_id: str) -> str:
    """Cards of the worksheets whose home is this phase, and of those that fit in it as well, in that order."""
    if find(place, "phase", phase_id) is None:
        return ""
    fitting = [w for w in place.library.worksheets.values() if phase_id in w.phases]
    fitting.sort(key=lambda w: w.phases[0] != phase_id)
    return block("blocks/worksheet_cards.html.j2", place, worksheets=fitting)


def take_home(place: Place, id_: str) -> str:
    """The take-home messages of a phase, to pin to the wall."""
    return _phase_block("blocks/take_home.html.j2", place, id_)


def ready_when(place: Place, id_: str) -> str:
    """Signs that a group can go on to the next phase."""
    return _signs(place, id_, "ready_when")


def go_back_when(place: Place, id_: str) -> str:
    """Signs that an earlier phase needs attention."""
    return _signs(place, id_, "go_back_when")


def phase_steps(place: Place, id_: str) -> str:
    """Links to the previous and the next phase."""
    if find(place, "phase", id_) is None:
        return ""
    shown = list(place.library.phases.values())
    i = [p.id for p in shown].index(id_)
    around = {"previous": shown[i - 1] if i else None, "next": shown[i + 1] if i + 1 < len(shown) else None}
    return block("blocks/phase_steps.html.j2", place, **around)


def phase_path(place: Place) -> str:
    """The drawn path of the phases, with links."""
    t, phases, stops = place.strings, [], []
    for p in place.library.phases.values():
        words = place.text(p)
        phases.append({"id": p.id, "number": p.number, "mark": p.mark, "name": words.name, "href": place.url("phase", p.id)})
        stops.append(t("drawings.phase-path.stop", number=p.number, name=words.name, image=first_lower(words.image)))
    description = t("drawings.phase-path.description", stops="; ".join(stops))
    return block("drawings/phase-path.svg.j2", place, title=t("drawings.phase-path.title"), description=description, phases=phases)


def five_steps(place: Place) -> str:
    """The drawing of the five steps of goal-oriented care, round the person."""
    t = place.strings
    words = {"title": t("drawings.five-steps.title"), "description": t("drawings.five-steps.description")}
    return block("drawings/five-steps.svg.j2", place, **words)


def doors(place: Place) -> str:
    """Four doors: for the reader, the facilitator, the team and the coordinator."""
    return block("blocks/doors.html.j2", place, doors=DOORS)


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
        words=_words(place, "finder", "count", "loosen", "loosen_one", "loosen_none", "materials_missing"),
    )


def worksheet_list(place: Place) -> str:
    """All worksheets as cards, under a heading for each kind."""
    groups = []
    for kind in place.library.vocabularies["worksheet-kinds"].values():
        if sheets := [w for w in place.library.worksheets.values() if w.kind == kind.id]:
            groups.append((kind, sheets))
    return block("blocks/worksheet_list.html.j2", place, groups=groups)


def tool_matrix(place: Place) -> str:
    """All tools in one table, with a filter form that matrix.js sets to work."""
    criteria = list(place.library.criteria.values())
    tools = sorted(place.library.tools.values(), key=lambda tool: title_of(tool, place.language).casefold())
    return block(
        "blocks/tool_matrix.html.j2",
        place,
        criteria=criteria,
        columns=[criterion for criterion in criteria if criterion.in_table],
        filters=[criterion for criterion in criteria if criterion.filter and criterion.type != "text"],
        criterion_options=lambda criterion: criterion_options(place, criterion),
        rows=[{"tool": tool, "facts": facts_of(place, tool)} for tool in tools],
        words=_words(place, "matrix", *_MATRIX_WORDS),
    )


def glossary_list(place: Place) -> str:
    """All glossary terms in alphabetical order."""
    terms = sorted(place.library.terms.values(), key=lambda term: place.text(term).term.casefold())
    return block("blocks/glossary_list.html.j2", place, terms=terms)


def bibliography_list(place: Place) -> str:
    """All sources by author and year."""
    sources = sorted(place.library.sources.values(), key=lambda source: (source.authors.casefold(), source.year or ""))
    return block("blocks/bibliography_list.html.j2", place, sources=sources)


BLOCKS = (
    exercise, worksheet, tool, source, phase,
    phase_head, exercise_cards, worksheet_cards, take_home, ready_when, go_back_when, phase_steps,
    phase_path, five_steps, doors, exercise_finder, worksheet_list, tool_matrix, glossary_list, bibliography_list,
)  # fmt: skip
"""Everything that a prose page may call."""

_MATRIX_WORDS = (
    "count", "count_all", "count_unknown", "unknown_shown", "unknown_hidden", "perhaps", "none", "choose",
    "choose_label", "compare", "compare_chosen", "compare_hint", "compare_full", "compare_title", "compare_caption",
    "compare_close", "criterion",
)  # fmt: skip


def sorted_exercises(place: Place) -> list[Exercise]:
    """All exercises along the walk: by home phase, then by kind (from getting acquainted to looking back)."""
    phases, kinds = list(place.library.phases), list(place.library.vocabularies["kinds"])
    return sorted(place.library.exercises.values(), key=lambda e: (phases.index(e.phases[0]), kinds.index(e.kind), e.id))


def _phase_block(template: str, place: Place, id_: str) -> str:
    """A block about one phase; nothing where this network leaves the phase out."""
    phase = find(place, "phase", id_)
    return block(template, place, phase=phase) if phase else ""


def _signs(place: Place, id_: str, part: str) -> str:
    phase: Phase | None = find(place, "phase", id_)
    if phase is None:
        return ""
    return block("blocks/signs.html.j2", place, phase=phase, part=part, signs=getattr(place.text(phase), part))


def _words(place: Place, group: str, *keys: str) -> str:
    """Strings for a script, as JSON in a data attribute."""
    words = place.strings.raw(group)
    return json.dumps({key: words[key] for key in keys}, ensure_ascii=False)
