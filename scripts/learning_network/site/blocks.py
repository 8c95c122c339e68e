"""The blocks and links that prose pages call by name, e.g. {{ exercise_cards("prepare") }}.

Every function takes a Place (library, language, page) and returns Markdown or HTML; none reads or writes files.
An id that does not exist raises UnknownId, with the page and close matches in its message.
"""

from __future__ import annotations

from collections.abc import Callable

from learning_network.content.models import Phase
from learning_network.wording.text import first_lower

from .browser_summary import browser_summary
from .links import Place, find, record_link, source_link
from .lists import bibliography_list, card_set_list, exercise_finder, glossary_list, practice_list, sorted_exercises, worksheet_list
from .matrix import tool_guide, tool_matrix
from .obstacles import which_exercise
from .offer import Offered, offered
from .on_this_device import on_this_device
from .planner import session_planner
from .rendering import block
from .team_matrix import team_matrix

DOORS = (
    ("reader", "background/why.md"),
    ("facilitator", "exercises/index.md"),
    ("team", "worksheets/index.md"),
    ("coordinator", "start.md"),
    ("professional", "practice/index.md"),
    ("chooser", "tools/index.md"),
)
"""The doors on the home page, with the page behind each."""


def exercise(place: Place, id_: str) -> str:
    """A link to an exercise."""
    return record_link(place, "exercise", id_)


def worksheet(place: Place, id_: str) -> str:
    """A link to a worksheet."""
    return record_link(place, "worksheet", id_)


def cards(place: Place, id_: str) -> str:
    """A link to a card set."""
    return record_link(place, "cards", id_)


def tool(place: Place, id_: str) -> str:
    """A link to a tool."""
    return record_link(place, "tool", id_)


def source(place: Place, id_: str) -> str:
    """The short form of a source, linked to the bibliography."""
    return source_link(place, id_)


def practice(place: Place, id_: str) -> str:
    """A link to the page of a topic of the practice part."""
    return record_link(place, "practice", id_)


def practice_cards(place: Place, id_: str) -> str:
    """What goes with a topic of the practice part: worksheets, card sets, exercises and tools, each under its own name."""
    find(place, "practice", id_)
    library = place.library
    chosen = {
        "worksheets": [w for w in library.worksheets.values() if id_ in w.practice],
        "card_sets": [c for c in library.card_sets.values() if id_ in c.practice],
        "exercises": [e for e in sorted_exercises(place) if id_ in e.practice],
        "tools": [tool for tool in library.tools.values() if id_ in tool.practice],
    }
    return block("blocks/practice_cards.html.j2", place, **chosen)


def safety_note(place: Place) -> str:
    """What to do, and whom to ring, when someone may be thinking of suicide."""
    return block("blocks/safety_note.html.j2", place)


def phase(place: Place, id_: str) -> str:
    """A link to a phase, with its mark and name."""
    if find(place, "phase", id_) is None:
        return str(place.library.hidden_titles["phase", id_][place.language])
    return block("parts/phase_link.html.j2", place, phase=place.library.phases[id_]).replace("\n", "")


def phase_head(place: Place, id_: str) -> str:
    """The top of a phase page: mark, number, summary, picture, and the workbook to take along."""
    return _phase_block("blocks/phase_head.html.j2", place, id_, lambda phase: offered(place, f"phase-{phase.number}"))


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
    """The drawn path of the phases, with links, and the whole roadmap as a book to take along."""
    t, phases, stops = place.strings, [], []
    for p in place.library.phases.values():
        words = place.text(p)
        phases.append({"id": p.id, "number": p.number, "mark": p.mark, "name": words.name, "href": place.url("phase", p.id)})
        stops.append(t("drawings.phase-path.stop", number=p.number, name=words.name, image=first_lower(words.image)))
    description = t("drawings.phase-path.description", stops="; ".join(stops))
    path = block("drawings/phase-path.svg.j2", place, title=t("drawings.phase-path.title"), description=description, phases=phases)
    return path + "\n" + block("blocks/offered.html.j2", place, offered=offered(place, "all"))


def five_steps(place: Place) -> str:
    """The drawing of the five steps of goal-oriented care, round the person."""
    t = place.strings
    words = {"title": t("drawings.five-steps.title"), "description": t("drawings.five-steps.description")}
    return block("drawings/five-steps.svg.j2", place, **words)


def doors(place: Place) -> str:
    """Six doors: for the reader, the facilitator, the team, the coordinator, the professional and who looks for a tool."""
    return block("blocks/doors.html.j2", place, doors=DOORS)


BLOCKS = (
    exercise, worksheet, cards, tool, source, phase, practice,
    phase_head, exercise_cards, worksheet_cards, take_home, ready_when, go_back_when, phase_steps, practice_cards,
    phase_path, five_steps, doors, exercise_finder, worksheet_list, card_set_list, practice_list, tool_matrix, tool_guide,
    team_matrix, session_planner, which_exercise, browser_summary, on_this_device,
    safety_note, glossary_list, bibliography_list,
)  # fmt: skip
"""Everything that a prose page may call."""


def _phase_block(template: str, place: Place, id_: str, offer: Callable[[Phase], list[Offered]] = lambda phase: []) -> str:
    """A block about one phase; nothing where this network leaves the phase out."""
    phase = find(place, "phase", id_)
    return block(template, place, phase=phase, offered=offer(phase)) if phase else ""


def _signs(place: Place, id_: str, part: str) -> str:
    phase: Phase | None = find(place, "phase", id_)
    if phase is None:
        return ""
    return block("blocks/signs.html.j2", place, phase=phase, part=part, signs=getattr(place.text(phase), part))
