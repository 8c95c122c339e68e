"""Checks of the tool matrix: values against their criteria, remarks with their sources, the guided choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .findings import Finding, did_you_mean
from .models import LANGUAGES, UNKNOWN, Criterion, GuideQuestion, Tool
from .models.tool import MOST_GUIDE_QUESTIONS, MinutesRange
from .parts import texts_match, twice
from .records import Entries, Placed, Records


def check_matrix(records: Records) -> list[Finding]:
    """All faults in criteria, tools and the guided choice that one record alone does not show."""
    findings: list[Finding] = []
    criteria = records.criteria
    for criterion in criteria.placed:
        for language in LANGUAGES:
            text = getattr(criterion.record, language)
            findings += texts_match(criterion, (language, "options"), text.options, criterion.record.options, "option")
    if not criteria.lost:
        for tool in records.tools.placed:
            findings += [*_values(tool, criteria), *_tool_texts(tool, criteria)]
        findings += _guide(records.guide, criteria)
    return findings


def _guide(guide: Entries[GuideQuestion], criteria: Entries[Criterion]) -> Iterable[Finding]:
    for placed in guide.placed[MOST_GUIDE_QUESTIONS:]:
        wrong = f"the guided choice has more than {MOST_GUIDE_QUESTIONS} questions"
        yield placed.finding(("id",), "too-many-questions", wrong, "remove this one or another; people drop out otherwise")
    for placed in guide.placed:
        ids = [option.id for option in placed.record.options]
        yield from twice(placed, ("options",), ids, "answer")
        for language in LANGUAGES:
            yield from texts_match(placed, (language, "options"), getattr(placed.record, language).options, ids, "answer")
        for i, option in enumerate(placed.record.options):
            for id_, wanted in option.asks.items():
                where = ("options", i, "asks", id_)
                if (criterion := criteria.by_id().get(id_)) is None:
                    if not criteria.knows(id_):
                        yield placed.finding(where, "unknown-id", f"there is no criterion '{id_}'", did_you_mean(id_, criteria.ids()))
                elif criterion.filled_in_by_team:
                    wrong = f"teams fill in '{id_}' for themselves"
                    yield placed.finding(where, "wrong-value", wrong, "ask a criterion that tools give a value for")
                elif not criterion.options:
                    wrong = f"the criterion '{id_}' has no options"
                    yield placed.finding(where, "wrong-value", wrong, "ask a criterion of type one-of or some-of")
                else:
                    for value in wanted:
                        if value not in criterion.options:
                            wrong = f"'{value}' is no option of '{id_}'"
                            yield placed.finding(where, "unknown-id", wrong, did_you_mean(value, criterion.options))


def _tool_texts(placed: Placed[Tool], criteria: Entries[Criterion]) -> Iterable[Finding]:
    tool = placed.record
    remarks = [*tool.strengths, *tool.pitfalls]
    yield from twice(placed, ("strengths",), [remark.id for remark in remarks], "remark")
    for remark in remarks:
        if not remark.sources and not remark.suggested:
            wrong = f"the remark '{remark.id}' has no source"
            yield placed.finding(("strengths",), "no-source", wrong, "write its sources, or suggested: true when it is our own judgement")
    for language in LANGUAGES:
        text = getattr(tool, language)
        yield from texts_match(placed, (language, "remarks"), text.remarks, [remark.id for remark in remarks], "remark")
        yield from texts_match(placed, (language, "notes"), text.notes, criteria.ids(), "criterion", all_of=False)


def _values(placed: Placed[Tool], criteria: Entries[Criterion]) -> Iterable[Finding]:
    tool = placed.record
    for id_ in tool.values:
        if not criteria.knows(id_):
            yield placed.finding(("values", id_), "unknown-id", f"there is no criterion '{id_}'", did_you_mean(id_, criteria.ids()))
    for id_, criterion in criteria.by_id().items():
        if id_ not in tool.values:
            if criterion.type != "text" and not criterion.filled_in_by_team:
                yield placed.finding(
                    ("values",), "missing-key", f"the criterion '{id_}' has no value", f"write {id_}: {UNKNOWN} when nobody knows"
                )
            continue
        value = tool.values[id_]
        if criterion.filled_in_by_team:
            wrong = f"teams fill in '{id_}' for themselves"
            yield placed.finding(("values", id_), "wrong-value", wrong, "remove this line")
        elif value != UNKNOWN and (problem := _problem(criterion, value)):
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
