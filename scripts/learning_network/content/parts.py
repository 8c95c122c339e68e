"""Checks inside one record that join its language-neutral parts to their texts: steps, questions, values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .findings import Finding, did_you_mean
from .models import LANGUAGES, UNKNOWN, Criterion, Exercise, Tool, Worksheet
from .models.tool import MinutesRange
from .records import Entries, Placed, Records
from .yaml_file import Location


def check_parts(records: Records) -> list[Finding]:
    """Texts without a part, parts without a text, and values that their criterion does not know."""
    findings: list[Finding] = []
    for exercise in records.exercises.placed:
        findings += _exercise(exercise)
    for worksheet in records.worksheets.placed:
        findings += _worksheet(worksheet)
    criteria = records.criteria
    for criterion in records.criteria.placed:
        for language in LANGUAGES:
            text = getattr(criterion.record, language)
            findings += _texts(criterion, (language, "options"), text.options, criterion.record.options, "option")
    if not criteria.lost:
        for tool in records.tools.placed:
            findings += [*_values(tool, criteria), *_tool_texts(tool, criteria)]
    return findings


def _texts(
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


def _twice(placed: Placed[Any], where: tuple, ids: Iterable[str], what: str) -> Iterable[Finding]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield placed.finding(where, "id-twice", f"the {what} '{id_}' stands here twice", "give one of the two another id")
        seen.add(id_)


def _exercise(placed: Placed[Exercise]) -> Iterable[Finding]:
    exercise = placed.record
    step_ids = [step.id for step in exercise.steps]
    yield from _twice(placed, ("steps",), step_ids, "step")
    for language in LANGUAGES:
        text = getattr(exercise, language)
        yield from _texts(placed, (language, "steps"), text.steps, step_ids, "step")
        materials = [material.id for material in exercise.materials]
        yield from _texts(placed, (language, "material_notes"), text.material_notes, materials, "material", all_of=False)
        for step in exercise.steps:
            if step.id in text.steps:
                options = step.options.ids if step.options else []
                yield from _texts(placed, (language, "steps", step.id, "options"), text.steps[step.id].options, options, "option")


def _worksheet(placed: Placed[Worksheet]) -> Iterable[Finding]:
    sheet = placed.record
    section_ids = [section.id for section in sheet.sections]
    yield from _twice(placed, ("sections",), section_ids, "section")
    yield from _twice(placed, ("sections",), [question.id for question in sheet.questions], "question")
    for i, variant in enumerate(sheet.variants):
        for j, id_ in enumerate(variant.leaves_out):
            if id_ not in section_ids:
                there: Location = ("variants", i, "leaves_out", j)
                yield placed.finding(there, "unknown-id", f"there is no section '{id_}'", did_you_mean(id_, section_ids))
    for language in LANGUAGES:
        text = getattr(sheet, language)
        yield from _texts(placed, (language, "sections"), text.sections, section_ids, "section")
        yield from _texts(placed, (language, "questions"), text.questions, [q.id for q in sheet.questions], "question")
        yield from _texts(placed, (language, "variants"), text.variants, [v.id for v in sheet.variants], "variant")
        for question in sheet.questions:
            if question.id not in text.questions:
                continue
            said, where = text.questions[question.id], (language, "questions", question.id)
            options = [*question.options, *(option for column in question.columns for option in column.options)]
            yield from _texts(placed, (*where, "options"), said.options, dict.fromkeys(options), "option")
            yield from _texts(placed, (*where, "columns"), said.columns, [column.id for column in question.columns], "column")
            yield from _texts(placed, (*where, "rows"), said.rows, question.named_rows, "row")


def _tool_texts(placed: Placed[Tool], criteria: Entries[Criterion]) -> Iterable[Finding]:
    tool = placed.record
    remarks = [*tool.strengths, *tool.pitfalls]
    yield from _twice(placed, ("strengths",), [remark.id for remark in remarks], "remark")
    for remark in remarks:
        if not remark.sources and not remark.suggested:
            wrong = f"the remark '{remark.id}' has no source"
            yield placed.finding(("strengths",), "no-source", wrong, "write its sources, or suggested: true when it is our own judgement")
    for language in LANGUAGES:
        text = getattr(tool, language)
        yield from _texts(placed, (language, "remarks"), text.remarks, [remark.id for remark in remarks], "remark")
        yield from _texts(placed, (language, "notes"), text.notes, criteria.ids(), "criterion", all_of=False)


def _values(placed: Placed[Tool], criteria: Entries[Criterion]) -> Iterable[Finding]:
    tool = placed.record
    for id_ in tool.values:
        if not criteria.knows(id_):
            yield placed.finding(("values", id_), "unknown-id", f"there is no criterion '{id_}'", did_you_mean(id_, criteria.ids()))
    for id_, criterion in criteria.by_id().items():
        if id_ not in tool.values:
            if criterion.type != "text":
                yield placed.finding(
                    ("values",), "missing-key", f"the criterion '{id_}' has no value", f"write {id_}: {UNKNOWN} when nobody knows"
                )
            continue
        value = tool.values[id_]
        if value != UNKNOWN and (problem := _problem(criterion, value)):
            yield placed.finding(("values", id_), "wrong-value", f"{id_}: {problem[0]}", problem[1])


def _problem(criterion: Criterion, value: Any) -> tuple[str, str] | None:
    """What is wrong with the value of a criterion, and what to write; None when it is right."""
    kind = criterion.type
    if kind == "one-of":
        return None if value in criterion.options else (f"'{value}' is not in its list", did_you_mean(str(value), criterion.options))
    if kind == "some-of":
        if not isinstance(value, list) or not value:
            return "this is no list", f"write a list, e.g. [{criterion.options[0] if criterion.options else '...'}], or {UNKNOWN}"
        wrong = [part for part in value if part not in criterion.options]
        return (f"'{wrong[0]}' is not in its list", did_you_mean(wrong[0], criterion.options)) if wrong else None
    if kind == "yes-no":
        return None if value in ("yes", "no") else (f"'{value}' is no answer", f"write yes, no or {UNKNOWN}")
    if kind == "minutes":
        if not isinstance(value, MinutesRange):
            return "these are no minutes", f"write {{min: 20, max: 30}}, or {UNKNOWN}"
        if value.min > value.max:
            return f"min {value.min} is above max {value.max}", "write the smaller number at min"
        return None
    return f"'{value}' is a text", f"write the text under nl.notes.{criterion.id} and en.notes.{criterion.id}, or {UNKNOWN} here"
