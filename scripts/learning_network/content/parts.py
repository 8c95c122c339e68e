"""Checks inside one record that join its language-neutral parts to their texts: steps, questions, cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .findings import Finding, did_you_mean
from .models import LANGUAGES, CardSet, Exercise, Obstacle, Worksheet
from .records import Placed, Records
from .yaml_file import Location


def check_parts(records: Records) -> list[Finding]:
    """Texts without a part, and parts without a text."""
    findings: list[Finding] = []
    for exercise in records.exercises.placed:
        findings += _exercise(exercise)
    for worksheet in records.worksheets.placed:
        findings += _worksheet(worksheet)
    for card_set in records.card_sets.placed:
        findings += _card_set(card_set)
    for obstacle in records.obstacles.placed:
        findings += _obstacle(obstacle)
    return findings


def texts_match(
    placed: Placed[Any], where: tuple, texts: Iterable[str], parts: Iterable[str], what: str, *, all_of: bool = True
) -> Iterable[Finding]:
    """The texts at `where` and the ids of the parts must be the same set (or a subset, with all_of=False)."""
    texts, parts = list(texts), list(parts)
    for id_ in texts:
        if id_ not in parts:
            yield placed.finding((*where, id_), "text-without-part", f"there is no {what} '{id_}'", did_you_mean(id_, parts))
    if all_of:
        for id_ in parts:
            if id_ not in texts:
                wrong = f"the {what} '{id_}' has no text in '{where[0]}'"
                yield placed.finding(where, "part-without-text", wrong, f"write '{id_}:' here")


def twice(placed: Placed[Any], where: tuple, ids: Iterable[str], what: str) -> Iterable[Finding]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield placed.finding(where, "id-twice", f"the {what} '{id_}' stands here twice", "give one of the two another id")
        seen.add(id_)


def _exercise(placed: Placed[Exercise]) -> Iterable[Finding]:
    exercise = placed.record
    step_ids = [step.id for step in exercise.steps]
    yield from twice(placed, ("steps",), step_ids, "step")
    for language in LANGUAGES:
        text = getattr(exercise, language)
        yield from texts_match(placed, (language, "steps"), text.steps, step_ids, "step")
        materials = [material.id for material in exercise.materials]
        yield from texts_match(placed, (language, "material_notes"), text.material_notes, materials, "material", all_of=False)
        for step in exercise.steps:
            if step.id in text.steps:
                options = step.options.ids if step.options else []
                yield from texts_match(placed, (language, "steps", step.id, "options"), text.steps[step.id].options, options, "option")


def _worksheet(placed: Placed[Worksheet]) -> Iterable[Finding]:
    sheet = placed.record
    section_ids = [section.id for section in sheet.sections]
    yield from twice(placed, ("sections",), section_ids, "section")
    yield from twice(placed, ("sections",), [question.id for question in sheet.questions], "question")
    for i, variant in enumerate(sheet.variants):
        for j, id_ in enumerate(variant.leaves_out):
            if id_ not in section_ids:
                there: Location = ("variants", i, "leaves_out", j)
                yield placed.finding(there, "unknown-id", f"there is no section '{id_}'", did_you_mean(id_, section_ids))
        if section_ids and set(section_ids) <= set(variant.leaves_out):
            wrong, fix = f"the version '{variant.id}' leaves out every section, and asks nothing", "let at least one section stay"
            yield placed.finding(("variants", i, "leaves_out"), "no-questions", wrong, fix)
    for language in LANGUAGES:
        text = getattr(sheet, language)
        yield from texts_match(placed, (language, "sections"), text.sections, section_ids, "section")
        yield from texts_match(placed, (language, "questions"), text.questions, [q.id for q in sheet.questions], "question")
        yield from texts_match(placed, (language, "variants"), text.variants, [v.id for v in sheet.variants], "variant")
        for question in sheet.questions:
            if question.id not in text.questions:
                continue
            said, where = text.questions[question.id], (language, "questions", question.id)
            options = [*question.options, *(option for column in question.columns for option in column.options)]
            yield from texts_match(placed, (*where, "options"), said.options, dict.fromkeys(options), "option")
            yield from texts_match(placed, (*where, "columns"), said.columns, [column.id for column in question.columns], "column")
            yield from texts_match(placed, (*where, "rows"), said.rows, question.named_rows, "row")


def _card_set(placed: Placed[CardSet]) -> Iterable[Finding]:
    card_set = placed.record
    card_ids = [card.id for card in card_set.cards]
    yield from twice(placed, ("cards",), card_ids, "card")
    for i, card in enumerate(card_set.cards):
        if card.pile is not None and card.pile not in card_set.piles:
            wrong = f"there is no pile '{card.pile}'"
            yield placed.finding(("cards", i, "pile"), "unknown-id", wrong, did_you_mean(card.pile, card_set.piles))
    for language in LANGUAGES:
        text = getattr(card_set, language)
        yield from texts_match(placed, (language, "cards"), text.cards, card_ids, "card")
        yield from texts_match(placed, (language, "piles"), text.piles, card_set.piles, "pile")


def _obstacle(placed: Placed[Obstacle]) -> Iterable[Finding]:
    obstacle = placed.record
    yield from twice(placed, ("exercises",), obstacle.exercises, "exercise")
    if not obstacle.sources and not obstacle.suggested:
        wrong = f"the obstacle '{obstacle.id}' has no source"
        yield placed.finding(("id",), "no-source", wrong, "write its sources, or suggested: true when no source names it")
    for language in LANGUAGES:
        yield from texts_match(placed, (language, "reasons"), getattr(placed.record, language).reasons, obstacle.exercises, "exercise")
