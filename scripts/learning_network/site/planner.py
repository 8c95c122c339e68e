"""The session planner: exercises, clock times, materials; and the plans that are ready."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from learning_network.content.models import LANGUAGES, CardSet, Exercise, SessionPlan, Worksheet
from learning_network.sheets.cards import PICTURE_EXERCISE
from learning_network.wording.facts import group_size, material_line
from learning_network.wording.text import first_lower, plain

from .bundles import script_of
from .links import Place, title_of
from .lists import sorted_exercises
from .offer import download
from .rendering import block

SCRIPT = script_of("planner")


def session_planner(place: Place) -> str:
    """The planner, set to work by docs/assets/js/planner/; below it the plans that are ready, which need no script."""
    exercises = sorted_exercises(place)
    if not exercises:
        return ""
    own = "" if place.language == LANGUAGES[0] else f"{place.language}/"
    data = {
        "words": place.strings.raw("planner.script"),
        "device": place.strings.raw("device"),
        "title": place.strings("planner.title"),
        "page": own + place.page.removesuffix(".md") + ".html",
        "materials": [
            {"id": id_, "label": plain(place.text(entry).label)} for id_, entry in place.library.vocabularies["materials"].items()
        ],
        "exercises": [_exercise(place, exercise) for exercise in exercises],
        "ready": [
            {
                "id": plan.id,
                "title": plain(place.text(plan).title),
                "exercises": [{"id": id_, "pause": plan.breaks.get(id_, 0)} for id_ in plan.exercises],
            }
            for plan in place.library.plans.values()
        ],
    }
    return block(
        "blocks/session_planner.html.j2",
        place,
        exercises=exercises,
        plain_text=lambda exercise: plain(f"{place.text(exercise).title} {place.text(exercise).summary}"),
        plans=list(place.library.plans.values()),
        parts_of=lambda plan: parts_of(place, plan),
        size_of=lambda plan: size_of(place, plan),
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        script=place.href(SCRIPT),
    )


def parts_of(place: Place, plan: SessionPlan) -> Iterator[tuple[Exercise, int]]:
    """The exercises of a plan, each with the minutes of break after it."""
    for id_ in plan.exercises:
        yield place.library.exercises[id_], plan.breaks.get(id_, 0)


def size_of(place: Place, plan: SessionPlan) -> str:
    """For how many people all exercises of a plan are."""
    groups = [place.library.exercises[id_].group for id_ in plan.exercises]
    whole = groups[0].model_copy(update={"min": max(g.min for g in groups), "max": min(g.max for g in groups)})
    return group_size(whole, place.strings)


def _exercise(place: Place, exercise: Exercise) -> dict[str, Any]:
    """What the script needs to know of an exercise."""
    words, t = place.text(exercise), place.strings
    return {
        "id": exercise.id,
        "title": plain(words.title),
        "href": place.url("exercise", exercise.id),
        "phase": exercise.phases[0],
        "minutes": exercise.minutes,
        "min": exercise.group.min,
        "max": exercise.group.max,
        "size": group_size(exercise.group, t),
        "small": exercise.group.small_group_max,
        "facilitators": exercise.facilitators,
        "short": bool(words.variations.little_time),
        "large": bool(words.variations.large_group),
        "materials": [
            {"id": m.id, "amount": m.amount, "per": m.per, "each": _each(place, exercise, i)} for i, m in enumerate(exercise.materials)
        ],
        "worksheets": exercise.worksheets,
        "steps": [[plain(words.steps[step.id].title), step.minutes] for step in exercise.steps],
        "preparation": [plain(text) for text in words.preparation],
        "sheets": list(_sheets(place, exercise)),
    }


def _each(place: Place, exercise: Exercise, i: int) -> str:
    """For whom each amount of a material is, e.g. '2 per persoon'."""
    material = exercise.materials[i]
    label = place.text(place.library.vocabularies["materials"][material.id]).label
    return plain(material_line(place.library, exercise, material, place.strings).removeprefix(label).lstrip(":, "))


def _sheets(place: Place, exercise: Exercise) -> Iterator[dict[str, Any]]:
    """What to print for an exercise: the address of the PDF where the site has it, else of the page. each: one a participant."""
    wanted: list[tuple[str, Exercise | Worksheet | CardSet, str, bool]] = [
        ("exercise", exercise, "facilitator", False),
        ("exercise", exercise, "participants", True),
    ]
    wanted += [("worksheet", place.library.worksheets[id_], "worksheet", True) for id_ in exercise.worksheets]
    wanted += [("cards", place.library.card_sets[id_], "cards", False) for id_ in exercise.card_sets]
    if exercise.id == PICTURE_EXERCISE:
        wanted.append(("exercise", exercise, "cards", False))
    for kind, record, form, each in wanted:
        pdf = next((name for name in _ordinary(place, record.id, form)), None)
        if pdf is None and form in ("participants", "cards") and kind == "exercise":
            continue  # without PDFs the page of the exercise is there once
        form_name = first_lower(place.strings(f"sheets.links.{form}"))
        label = f"{plain(title_of(record, place.language))}: {form_name}"
        yield {"label": label, "href": download(place, pdf) if pdf else place.url(kind, record.id), "each": each}


def _ordinary(place: Place, id_: str, form: str) -> Iterator[str]:
    """The sheet of a record in this form, of ordinary size and whole, in the language of the page."""
    for spec in place.offer.sheets.get(id_, ()):
        if (spec.form, spec.size, spec.variant, spec.language) == (form, "ordinary", None, place.language):
            yield spec.name
