"""The hand-out: two or three pages of the report for everybody at the table, with room to write down what is agreed.

It chooses by stated rules and adds nothing: every number and every quotation stands in the report too. How much fits on a page that
people still read is our own suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from learning_network.summaries.summary import FieldSummary, Goal, Grrow, Point, Quotation

from .blocks import Block, Card, Cards, Paragraph, Quotes, Report, Said, Section, Table
from .comparing import point_words
from .in_short import who
from .plans import actions_table, questions
from .themes import answers_of, themes_named
from .voice import Voice

THEMES, ACTIONS, MOMENTS, GOALS = 5, 8, 5, 4
POINTS = {"swot": 6, "grrow": 4}
"""How many of each the hand-out holds, so that it stays two pages; the report has all."""

ROOM = 4
"""Empty rows for what is agreed."""


def handout(voice: Voice) -> Report:
    """The most named themes (or the goals, actions and moments that ask for attention), points to talk about, and an empty list."""
    summary = voice.summary
    chapters = [_themes(voice, summary.swot.fields)] if summary.swot else []
    if summary.grrow:
        chapters += [_actions(voice, summary.grrow), _questions(voice, summary.grrow), _look_backs(voice, summary.grrow)]
    if summary.points:
        chapters.append(_points(voice))
    if summary.count.items:
        first = Paragraph(f"{who(voice)} {voice('handout.about')}", "lead")
        chapters = [Section("handout", voice("handout.first"), (first,)), *chapters, _agreed(voice)]
    else:
        chapters = [Section("handout", voice("handout.first"), (Paragraph(voice("in_short.nothing"), "nothing"),))]
    return Report(
        language=summary.language,
        kicker=voice("kicker", instrument=voice.instrument()),
        title=voice("handout.title", instrument=voice.instrument()),
        made_on=voice("made_on", date=voice.day(summary.made_on)),
        facts=(),
        chapters=tuple(chapters),
        field_words=voice.field_words(),
        short=True,
    )


def for_tonight(points: Sequence[Point], most: int) -> list[Point]:
    """The points of a hand-out, in the order of the report: of every rule the strongest first, and no theme twice while others wait."""
    left = list(range(len(points)))
    chosen: list[int] = []
    while left and len(chosen) < most:
        rules, themes = [points[n].rule for n in chosen], {points[n].theme for n in chosen}
        best = min(left, key=lambda n: (points[n].theme in themes, rules.count(points[n].rule)))
        left.remove(best)
        chosen.append(best)
    return [points[n] for n in sorted(chosen)]


def _themes(voice: Voice, fields: Iterable[FieldSummary]) -> Section:
    cards = tuple(
        Card(
            voice.field(part.field),
            (themes_named(voice, part, THEMES), *_heard(voice, part)),
            "quadrant",
            part.field,
            kicker=answers_of(voice, part),
        )
        for part in fields
    )
    return Section("themes", voice("handout.themes"), (Cards(cards, "quadrant"),))


def _heard(voice: Voice, part: FieldSummary) -> list[Block]:
    """How one person said what most people named."""
    return [Quotes(_without_numbers(voice.said(part.themes[0].quotations[:1])))] if part.themes and part.themes[0].quotations else []


def _without_numbers(said: Iterable[Said]) -> tuple[Said, ...]:
    """Who wants to look an answer up does so in the report."""
    return tuple(replace(one, item_id="") for one in said)


def _points(voice: Voice) -> Section:
    cards, chosen = [], for_tonight(voice.summary.points, POINTS[voice.summary.instrument])
    for number, point in enumerate(chosen, start=1):
        question, why = point_words(voice, point)
        blocks: list[Block] = [Paragraph(why, "rule")]
        if said := _one_a_field(point.quotations):
            blocks.append(Quotes(_without_numbers(voice.said(said, with_field=True))))
        cards.append(Card(question, tuple(blocks), "point", id=f"point-{number}", number=number))
    return Section("points", voice("points.title"), (Paragraph(voice("handout.choose"), "lead"), Cards(tuple(cards), "point")))


def _one_a_field(quotations: Iterable[Quotation]) -> list[Quotation]:
    first: dict[str, Quotation] = {}
    for quotation in quotations:
        first.setdefault(quotation.field, quotation)
    return list(first.values())


def _actions(voice: Voice, part: Grrow) -> Section:
    title = voice("handout.actions")
    asking = [action for action in part.actions if action.status != "done" and (action.overdue or action.missing)]
    if not asking:
        return Section("actions", title, (Paragraph(voice("handout.no_actions" if part.actions else "actions.none"), "nothing"),))
    first = [replace(action, item_id="") for action in asking[:ACTIONS]]
    table = actions_table(voice, first, title, voice.goal_numbers)
    return Section("actions", title, (*_first_of(voice, ACTIONS, len(asking), "actions.xlsx"), table))


def _questions(voice: Voice, part: Grrow) -> Section:
    title = voice("handout.questions")
    asked = [goal for goal in part.goals if questions(voice, goal)]
    if not asked:
        return Section("questions", title, (Paragraph(voice("handout.no_questions" if part.goals else "goals.none"), "nothing"),))
    rows = tuple((_goal(goal), voice.place(goal.organisation, goal.team), " ".join(questions(voice, goal))) for goal in asked[:GOALS])
    heads = (voice("heads.goal"), voice("heads.place"), voice("handout.ask"))
    table = Table(title, heads, rows, (36, 22, 42), hidden_caption=True)
    return Section("questions", title, (*_first_of(voice, GOALS, len(asked), "report.html"), table))


def _goal(goal: Goal) -> str:
    return " / ".join(quotation.text for quotation in goal.steps.get("goal", ())) or "—"


def _look_backs(voice: Voice, part: Grrow) -> Section:
    title = voice("look_backs.title")
    coming = sorted((moment for moment in part.look_backs if moment.on >= voice.summary.made_on), key=lambda moment: moment.on)
    if not coming:
        return Section("look-backs", title, (Paragraph(voice("handout.no_look_backs"), "nothing"),))
    rows = tuple(
        (
            voice.day(moment.on),
            voice.place(moment.organisation, moment.team),
            voice("look_backs.agreed" if moment.agreed else "look_backs.proposed"),
        )
        for moment in coming[:MOMENTS]
    )
    heads = tuple(voice(key) for key in ("look_backs.date", "heads.place", "look_backs.origin"))
    table = Table(title, heads, rows, (24, 46, 30), hidden_caption=True)
    return Section("look-backs", title, (*_first_of(voice, MOMENTS, len(coming), "reviews.ics"), table))


def _agreed(voice: Voice) -> Section:
    title = voice("handout.agreed")
    heads = tuple(voice(f"handout.{key}") for key in ("number", "what", "by_whom", "when"))
    rows = tuple((str(n), "", "", "") for n in range(1, ROOM + 1))
    return Section("agreed", title, (Table(title, heads, rows, (8, 48, 24, 20), hidden_caption=True, blank=True),))


def _first_of(voice: Voice, most: int, of: int, file: str) -> list[Block]:
    return [Paragraph(voice("first_of", n=most, of=of, file=file), "rule")] if of > most else []
