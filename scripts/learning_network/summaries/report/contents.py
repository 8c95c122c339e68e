"""The report in chapters, in the order in which a group talks about it."""

from __future__ import annotations

from learning_network.summaries.summary import FieldSummary

from .blocks import Paragraph, Report, Section
from .comparing import groups, points, rounds
from .confronting import confrontation
from .in_short import in_short
from .method import method
from .plans import action_list, goals, look_backs, preconditions
from .themes import both_sides, field_section, leftovers
from .voice import Voice


def contents(voice: Voice) -> Report:
    """All chapters of a summary: what people said, what to talk about, the comparisons, how it was made."""
    summary = voice.summary
    chapters: list[Section] = [in_short(voice)]
    if summary.swot:
        chapters += [_fields(voice, "quadrants", summary.swot.fields), both_sides(voice, summary.swot.both_sides), points(voice)]
        chapters += [*_compared(voice), confrontation(voice, summary.swot.confrontation)]
    if summary.grrow:
        chapters += [goals(voice, summary.grrow), preconditions(voice, summary.grrow), action_list(voice, summary.grrow)]
        chapters += [look_backs(voice, summary.grrow), _fields(voice, "steps", summary.grrow.fields), points(voice), *_compared(voice)]
    chapters += [leftovers(voice), method(voice)]
    count = summary.count
    facts = (("people", count.respondents), ("teams", count.teams), ("organisations", count.organisations), ("answers", count.items))
    return Report(
        language=summary.language,
        kicker=voice("kicker", instrument=voice.instrument()),
        title=voice("title", instrument=voice.instrument()),
        made_on=voice("made_on", date=voice.day(summary.made_on)),
        facts=tuple((n, voice(f"facts.{key}", n=n)) for key, n in facts if n),
        chapters=tuple(chapters),
        field_words=voice.field_words(),
    )


def _compared(voice: Voice) -> list[Section]:
    """Groups and rounds, where there are any to compare."""
    return [*([groups(voice)] if voice.summary.breakdowns else []), *([rounds(voice)] if voice.summary.rounds else [])]


def _fields(voice: Voice, key: str, fields: tuple[FieldSummary, ...]) -> Section:
    parts = tuple(field_section(voice, part) for part in fields)
    return Section(key, voice(f"{key}.title"), (Paragraph(voice(f"{key}.about"), "lead"), *parts))
