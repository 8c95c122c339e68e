"""Points for discussion: each found by a stated rule, with the numbers that made the rule apply.

A rule is a function from Facts to points; RULES holds them in the order of the report, under the ids that reports have words for. The
thresholds are our own suggestion: they keep the list short enough for one evening. No rule says why something is so, or what to do.
Every number is one that the summary shows elsewhere too, so that no rule can give a small group away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations

from .breakdowns import TOGETHER
from .summary import Breakdown, Count, FieldSummary, Group, Point, RoundChange, Swot, ThemeCount
from .swot import on_both

MOST_OF_ONE_RULE = 3
"""Points a rule gives, the strongest first."""

VOICES = 2
"""Respondents who must name a theme on each side before we call it a theme of both."""

COMPARABLE = 3
"""Organisations from which 'half of them' and 'one alone' mean something."""

WIDELY = 2
"""A theme is shared widely when one in this many name it: at least half."""

PERCENTAGE_POINTS = 30
"""By which two groups must differ; and at least LEAST_NAMED people of the one must name the theme."""

LEAST_NAMED = 3

MANY = 3
"""One in this many is many: at least a third."""

WORTH_MISSING = ("involvement-of-the-person", "loved-ones-and-network")
"""Themes of which we say that nobody named them: goal-oriented care starts from the person and those around them. That nobody named
money, say, means nothing by itself."""

OPTIONAL = ("resources", "action")
"""Fields that a form may not have: GROW has no resources, and actions may stand in `will`. Nothing follows from their being empty."""


@dataclass(frozen=True)
class Facts:
    """What the rules look at: parts of the summary, and which themes have an answer in the GRROWs of the same files."""

    count: Count
    responses: int
    min_group: int
    fields: tuple[FieldSummary, ...]
    themes: tuple[ThemeCount, ...]
    codebook: tuple[str, ...]
    breakdowns: tuple[Breakdown, ...]
    rounds: tuple[RoundChange, ...]
    swot: Swot | None = None
    planned: frozenset[str] = frozenset()
    """Themes of the goals and actions in the same files."""

    def groups(self, by: str) -> tuple[Group, ...]:
        """The groups that are shown under a label of their own."""
        found = next((breakdown.groups for breakdown in self.breakdowns if breakdown.by == by), ())
        return tuple(group for group in found if group.label not in ("", TOGETHER))


def strength_and_weakness(facts: Facts) -> Iterator[Point]:
    """A theme that at least two people call a strength and at least two a weakness: they may speak of different things, or of the same
    one from another place. Worth hearing each other."""
    yield from _both(facts, "strength-and-weakness", "strengths", "weaknesses")


def opportunity_and_threat(facts: Facts) -> Iterator[Point]:
    """The same outside: what some hope for is what others fear."""
    yield from _both(facts, "opportunity-and-threat", "opportunities", "threats")


def shared_widely(facts: Facts) -> Iterator[Point]:
    """A theme that at least half of the organisations name in the same field (from three organisations on): something to take up
    together. With fewer organisations, at least half of the people say so, when there are enough of them."""
    for organisations in (True, False):
        whole = facts.count.organisations if organisations else facts.count.respondents
        if organisations != (facts.count.organisations >= COMPARABLE) or (not organisations and whole < facts.min_group):
            continue
        found = [(field, theme) for field in facts.fields for theme in field.themes if _number(theme, organisations) * WIDELY >= whole]
        for field, theme in sorted(found, key=lambda pair: (-_number(pair[1], organisations), -pair[1].count.respondents)):
            numbers = {"respondents": theme.count.respondents, "of_respondents": facts.count.respondents}
            if organisations:
                numbers |= {"organisations": theme.count.organisations, "of_organisations": whole}
            rule = "shared-by-organisations" if organisations else "shared-by-people"
            yield Point(rule, theme.theme, (field.field,), numbers, {}, theme.quotations)


def single_voice(facts: Facts) -> Iterator[Point]:
    """A theme that one organisation alone names, of three or more: it may see what others do not see yet. Only for an organisation that
    is shown as a group of its own."""
    if facts.count.organisations < COMPARABLE:
        return
    for theme in reversed(facts.themes):
        for group in facts.groups("organisation"):
            if theme.count.organisations == 1 and group.themes.get(theme.theme) == theme.count.respondents:
                named = tuple(field.field for field in facts.fields if any(own.theme == theme.theme for own in field.themes))
                quotations = tuple(q for field in facts.fields for own in field.themes if own.theme == theme.theme for q in own.quotations)
                numbers = {"respondents": theme.count.respondents, "of_group": group.count.respondents}
                numbers["of_organisations"] = facts.count.organisations
                yield Point(
                    "single-voice", theme.theme, named, numbers, {"by": "organisation", "organisation": group.label}, quotations[:3]
                )


def roles_differ(facts: Facts) -> Iterator[Point]:
    """A theme that differs by 30 percentage points or more between two roles that are shown: ask what each of them sees. It says nothing
    about chance: in small groups one person is many percents."""
    groups = facts.groups("role")
    found = []
    for place, theme in enumerate(theme.theme for theme in facts.themes):
        apart = [
            (_percent(high, theme) - _percent(low, theme), high, low)
            for high, low in permutations(groups, 2)
            if high.themes.get(theme, 0) >= LEAST_NAMED
        ]
        if apart and (widest := max(apart, key=lambda one: one[0]))[0] >= PERCENTAGE_POINTS:
            found.append((-widest[0], place, theme, widest[1], widest[2]))
    for _, _, theme, high, low in sorted(found, key=lambda one: one[:2]):
        numbers = {
            "high_percent": round(_percent(high, theme)),
            "high_named": high.themes[theme],
            "high_of": high.count.respondents,
            "low_percent": round(_percent(low, theme)),
            "low_named": low.themes.get(theme, 0),
            "low_of": low.count.respondents,
        }
        yield Point("roles-differ", theme, (), numbers, {"by": "role", "high": high.label, "low": low.label})


def new_between_rounds(facts: Facts) -> Iterator[Point]:
    """A theme that is new in at least a third of the compared organisations, and in more than lost it."""
    yield from _moved(facts, "new-between-rounds", "new", "gone")


def gone_between_rounds(facts: Facts) -> Iterator[Point]:
    """A theme that is gone in at least a third of the compared organisations, and in more than gained it: solved, or forgotten?"""
    yield from _moved(facts, "gone-between-rounds", "gone", "new")


def threat_without_answer(facts: Facts) -> Iterator[Point]:
    """A threat that at least a third of the people name, while nobody names its theme as a strength or an opportunity and no goal or
    action in the same files is about it."""
    by_name = {field.field: {theme.theme: theme for theme in field.themes} for field in facts.fields}
    answered = {*by_name.get("strengths", ()), *by_name.get("opportunities", ()), *facts.planned}
    for id_, theme in by_name.get("threats", {}).items():
        if theme.count.respondents >= max(VOICES, facts.count.respondents / MANY) and id_ not in answered:
            numbers = {"respondents": theme.count.respondents, "of_respondents": facts.count.respondents}
            yield Point("threat-without-answer", id_, ("threats",), numbers, {}, theme.quotations)


def left_empty(facts: Facts) -> Iterator[Point]:
    """A field that at least a third of the responses left empty while they filled in others: was the question clear, or is it hard to
    say? A field that nobody filled in was probably not asked."""
    if facts.responses < facts.min_group:
        return
    for field in sorted(facts.fields, key=lambda field: -field.left_empty):
        if field.count.items and field.field not in OPTIONAL and field.left_empty * MANY >= facts.responses:
            yield Point("left-empty", "", (field.field,), {"left_empty": field.left_empty, "responses": facts.responses})


def nobody_named(facts: Facts) -> Iterator[Point]:
    """Nobody names the person's own voice, or the people around the person, though enough people answered to expect it."""
    named = {theme.theme for theme in facts.themes}
    for theme in WORTH_MISSING:
        if theme in facts.codebook and theme not in named and facts.count.respondents >= facts.min_group:
            yield Point("nobody-named", theme, (), {"respondents": facts.count.respondents, "items": facts.count.items})


Rule = Callable[[Facts], Iterator[Point]]

SWOT_RULES: tuple[Rule, ...] = (
    strength_and_weakness,
    opportunity_and_threat,
    shared_widely,
    single_voice,
    roles_differ,
    new_between_rounds,
    gone_between_rounds,
    threat_without_answer,
    left_empty,
    nobody_named,
)

COMMON_RULES: tuple[Rule, ...] = (new_between_rounds, gone_between_rounds, left_empty, nobody_named)
"""Those that hold for a GRROW too."""


def points(facts: Facts, rules: tuple[Rule, ...] = SWOT_RULES) -> tuple[Point, ...]:
    """The first points of every rule, in the order of the rules."""
    return tuple(point for rule in rules for point, _ in zip(rule(facts), range(MOST_OF_ONE_RULE), strict=False))


def _both(facts: Facts, rule: str, one: str, other: str) -> Iterator[Point]:
    for first, second in on_both(facts.fields, one, other):
        if min(first.count.respondents, second.count.respondents) >= VOICES:
            numbers = {one: first.count.respondents, other: second.count.respondents}
            numbers |= {f"{one}_organisations": first.count.organisations, f"{other}_organisations": second.count.organisations}
            quotations = (*first.quotations[:2], *second.quotations[:2])
            yield Point(rule, first.theme, (one, other), numbers, {}, quotations)


def _number(theme: ThemeCount, organisations: bool) -> int:
    return theme.count.organisations if organisations else theme.count.respondents


def _percent(group: Group, theme: str) -> float:
    return 100 * group.themes.get(theme, 0) / group.count.respondents


def _moved(facts: Facts, rule: str, key: str, against: str) -> Iterator[Point]:
    """The latest rounds first; in each, what moved in most organisations first."""
    for change in reversed(facts.rounds):
        moved = [
            one for one in change.themes if getattr(one, key) * MANY >= change.organisations and getattr(one, key) > getattr(one, against)
        ]
        for one in sorted(moved, key=lambda one: -getattr(one, key)):
            numbers = {"organisations": getattr(one, key), "of_organisations": change.organisations}
            words = {"by": "round", "earlier": change.earlier, "later": change.later}
            yield Point(rule, one.theme, (one.field,), numbers, words)
