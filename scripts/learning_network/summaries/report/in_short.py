"""The first chapter: a few sentences, each by a stated rule from the numbers. Nothing is judged and nothing is made up."""

from __future__ import annotations

from learning_network.summaries.summary import FieldSummary, Grrow, Summary, Swot, ThemeChange

from .blocks import Block, Listing, Paragraph, Section
from .plans import action_counts
from .themes import overview
from .voice import Voice

MOST_NAMED = 5
"""Themes of both sides that are named; of more, the first ones. A longer list is not read."""


def in_short(voice: Voice) -> Section:
    """Four to six sentences, and the fields side by side.

    The rules: who answered; the theme that most people named in each quadrant (or as a goal); what stands on both sides (or how it
    is with actions and look-back moments); the theme that came or went in most organisations between rounds; the points; what no
    theme fits.
    """
    summary = voice.summary
    if not summary.count.items:
        return Section("in-short", voice("in_short.title"), (Paragraph(voice("in_short.nothing"), "nothing"),))
    sentences = [
        who(voice),
        *(_swot(voice, summary.swot) if summary.swot else []),
        *(_grrow(voice, summary.grrow) if summary.grrow else []),
    ]
    if moved := _most_moved(summary):
        sentences.append(_change(voice, *moved))
    if summary.points:
        sentences.append(voice("in_short.points", n=len(summary.points)))
    if summary.leftovers.total:
        sentences.append(voice("in_short.leftovers", n=summary.leftovers.total))
    blocks: list[Block] = [Listing(tuple(sentences), "short")]
    if summary.swot:
        blocks.append(overview(voice, summary.swot.fields))
    blocks.append(Paragraph(voice("in_short.how"), "rule", "method", voice("method.title")))
    return Section("in-short", voice("in_short.title"), tuple(blocks))


def who(voice: Voice) -> str:
    """Who answered, in one sentence."""
    count = voice.summary.count
    groups = [voice.counted(key, n) for key, n in (("teams", count.teams), ("organisations", count.organisations)) if n]
    answers = voice.counted("answers", count.items)
    if not groups:
        return voice("in_short.who_alone", people=voice.counted("people", count.respondents), answers=answers, n=count.respondents)
    return voice(
        "in_short.who", people=voice.counted("people", count.respondents), groups=voice.and_(groups), answers=answers, n=count.respondents
    )


def _swot(voice: Voice, swot: Swot) -> list[str]:
    named = [_most(voice, part) for part in swot.fields if part.themes]
    sentences = [voice("in_short.most", named=voice.and_(named))] if named else []
    if swot.both_sides:
        n, names = len(swot.both_sides), voice.themes(strong.theme for strong, _ in swot.both_sides[:MOST_NAMED])
        if n > MOST_NAMED:
            sentences.append(voice("in_short.both_more", n=n, names=names, others=n - MOST_NAMED))
        else:
            sentences.append(voice("in_short.both", n=n, names=names))
    return sentences


def _most(voice: Voice, part: FieldSummary) -> str:
    """The theme that most people named in a quadrant; all of them when they are equal."""
    best = part.themes[0].count.respondents
    names = [t.theme for t in part.themes if t.count.respondents == best]
    people = voice.counted("people", best)
    if len(names) > 3:
        return voice("in_short.most_many", field=voice.field(part.field).lower(), n=len(names), people=people)
    return voice("in_short.most_one", field=voice.field(part.field).lower(), names=voice.themes(names), people=people)


def _grrow(voice: Voice, grrow: Grrow) -> list[str]:
    aims = next((part for part in grrow.fields if part.field == "goal" and part.themes), None)
    asked = sum(any(not check.found for check in goal.checks) for goal in grrow.goals)
    agreed = sum(moment.agreed for moment in grrow.look_backs)
    lines = [
        [voice("in_short.goals", n=len(grrow.goals)), voice("in_short.most_goal", named=_most(voice, aims)) if aims else ""],
        [
            voice("in_short.asked", n=asked) if asked else "",
            voice("in_short.look_backs", n=agreed) if agreed else voice("in_short.no_look_backs"),
        ],
        action_counts(voice, grrow) if grrow.actions else [],
    ]
    return [" ".join(filter(None, line)) for line in lines if any(line)]


def _most_moved(summary: Summary) -> tuple[str, str, ThemeChange, str] | None:
    """The change in the last pair of rounds that most organisations show; of equal ones new before gone, then in order."""
    for change in reversed(summary.rounds):
        moved = [(getattr(one, key), one, key) for key in ("new", "gone") for one in change.themes]
        most, one, key = max(moved, key=lambda move: move[0], default=(0, None, ""))
        if one is not None and most:
            return change.earlier, change.later, one, key
    return None


def _change(voice: Voice, earlier: str, later: str, change: ThemeChange, key: str) -> str:
    field = voice.field(change.field).lower()
    return voice(f"in_short.{key}", earlier=earlier, later=later, theme=voice.theme(change.theme), field=field, n=getattr(change, key))
