"""The parts that compare: points to talk about, groups of people, rounds side by side."""

from __future__ import annotations

from learning_network.summaries.summary import Breakdown, Group, Point, RoundChange, ThemeChange

from . import charts
from .blocks import Block, Card, Cards, Chart, Paragraph, Quotes, Section, Table
from .themes import BARS, FIRST_THEMES
from .voice import Voice

MOST_COLUMNS = 5
"""Groups that stand side by side in a table on a page; with more, each group gets a row with what it named most."""

MOST_SERIES = 4
"""Groups in a chart."""

MOST_NAMED = 20
"""Small groups that are called by their names."""

CHARTED = 6
"""Themes in a chart of groups."""

SIGNS = {"new": "+", "stayed": "=", "gone": "−"}
"""What tells the parts of a bar apart without colour."""


def points(voice: Voice) -> Section:
    title = voice("points.title")
    cards = tuple(point_card(voice, point, number) for number, point in enumerate(voice.summary.points, start=1))
    if not cards:
        return Section("points", title, (Paragraph(voice("points.none"), "nothing"),))
    return Section("points", title, (Paragraph(voice("points.about"), "lead"), Cards(cards, "point")))


def point_card(voice: Voice, point: Point, number: int) -> Card:
    question, why = point_words(voice, point)
    blocks: list[Block] = [Paragraph(why, "rule")]
    if point.quotations:
        blocks.append(Quotes(voice.said(point.quotations, with_field=True)))
    kicker = point_name(voice, point)
    return Card(question, tuple(blocks), "point", id=f"point-{number}", number=number, kicker=kicker)


def point_name(voice: Voice, point: Point) -> str:
    key = f"rules.{point.rule}.name"
    return voice(key) if voice.has(key) else point.rule.replace("-", " ")


def point_words(voice: Voice, point: Point) -> tuple[str, str]:
    """The question of a point, and the rule with its numbers. A rule without words of its own says its numbers by name."""
    by = point.words.get("by", "")
    labels = {f"{key}_named" if key in point.numbers else key: voice.group(by, words) for key, words in point.words.items()}
    values = {"theme": voice.theme(point.theme), "fields": voice.fields_in_words(point.fields), **point.numbers, **labels}
    key = f"rules.{point.rule}"
    if voice.has(key):
        return voice(f"{key}.question", **values), voice(f"{key}.why", **values)
    numbers = "; ".join(f"{name.replace('_', ' ')}: {voice.number(n)}" for name, n in point.numbers.items())
    return voice("rules.other.question", **values), numbers


def groups(voice: Voice) -> Section:
    """The respondents by phase, role, round, organisation and team."""
    title = voice("groups.title")
    about = Paragraph(voice("groups.about", n=voice.summary.min_group), "lead")
    return Section("groups", title, (about, *(_breakdown(voice, part) for part in voice.summary.breakdowns)))


def _breakdown(voice: Voice, part: Breakdown) -> Section:
    title = voice(f"groups.by.{part.by}")
    if part.kept_out or not part.groups:
        return Section(f"groups-{part.by}", title, (Paragraph(voice("groups.kept_out", n=voice.summary.min_group), "nothing"),))
    blocks: list[Block] = []
    if part.together:
        names = [voice.group(part.by, label) for label in part.together[:MOST_NAMED]]
        names += [voice("groups.and_more", n=len(part.together) - MOST_NAMED)] if len(part.together) > MOST_NAMED else []
        blocks.append(Paragraph(voice("groups.together", names=voice.and_(names)), "rule"))
    themes = [t.theme for t in voice.summary.themes if any(t.theme in group.themes for group in part.groups)]
    if len(part.groups) > MOST_COLUMNS:
        blocks += _rows_of_groups(voice, part)
    elif themes:
        table = Table(
            voice("groups.themes_caption", by=title),
            (voice("heads.theme"), *(voice("groups.of", group=_label(voice, part, g), n=g.count.respondents) for g in part.groups)),
            tuple((voice.theme(id_), *(group.themes.get(id_, 0) for group in part.groups)) for id_ in themes),
            (40, *[60 // len(part.groups)] * len(part.groups)),
        )
        blocks.append(_chart(voice, part, themes, table) if len(part.groups) <= MOST_SERIES else table)
    return Section(f"groups-{part.by}", title, tuple(blocks))


def _label(voice: Voice, part: Breakdown, group: Group) -> str:
    return voice.group(part.by, group.label)


def most_named(voice: Voice, group: Group) -> str:
    """The themes that most people of a group named, equal ones in the order of all people."""
    order = {t.theme: place for place, t in enumerate(voice.summary.themes)}
    first = sorted(group.themes, key=lambda id_: (-group.themes[id_], order.get(id_, len(order))))[:FIRST_THEMES]
    return ", ".join(voice("themes.named", theme=voice.theme(id_), n=group.themes[id_]) for id_ in first)


def _rows_of_groups(voice: Voice, part: Breakdown) -> list[Block]:
    first, more = voice.shown(part.groups, "summary.json")
    rows = tuple((_label(voice, part, g), g.count.respondents, g.count.items, most_named(voice, g)) for g in first)
    heads = (voice(f"groups.head.{part.by}"), voice("heads.people"), voice("heads.answers"), voice("heads.most_named"))
    return [*more, Table(voice("groups.rows_caption"), heads, rows, (28, 12, 15, 45))]


def _chart(voice: Voice, part: Breakdown, themes: list[str], table: Table) -> Chart:
    rows = [charts.Row(voice.theme(id_), tuple(_group_bar(voice, part, group, id_) for group in part.groups)) for id_ in themes[:CHARTED]]
    description = voice("groups.chart_about")
    svg = charts.bars(f"chart-groups-{part.by}", table.caption, description, rows)
    return Chart(f"groups-{part.by}", table.caption, description, svg, table)


def _group_bar(voice: Voice, part: Breakdown, group: Group, theme: str) -> charts.Bar:
    """In a quiet colour: the others are those of the quadrants."""
    n, whole = group.themes.get(theme, 0), group.count.respondents
    return charts.Bar(n, whole, "stayed", _label(voice, part, group), f"{n}/{whole}")


def _moved(voice: Voice, change: ThemeChange, key: str) -> charts.Bar:
    number = getattr(change, key)
    return charts.Bar(number, 0, key, f"{SIGNS[key]} {voice(f'rounds.{key}')}", f"{SIGNS[key]}{number}")


def rounds(voice: Voice) -> Section:
    title = voice("rounds.title")
    parts = (_round(voice, change, number) for number, change in enumerate(voice.summary.rounds, start=1))
    return Section("rounds", title, (Paragraph(voice("rounds.about"), "lead"), *parts))


def _round(voice: Voice, change: RoundChange, number: int) -> Section:
    title = voice("rounds.between", earlier=change.earlier, later=change.later)
    blocks: list[Block] = [Paragraph(voice("rounds.organisations", n=change.organisations))]
    if change.only_earlier or change.only_later:
        blocks.append(
            Paragraph(
                voice("rounds.only", earlier=change.earlier, later=change.later, first=change.only_earlier, last=change.only_later), "rule"
            )
        )
    id_ = f"rounds-{number}"
    if change.kept_out or not change.themes:
        blocks.append(Paragraph(voice("rounds.kept_out" if change.kept_out else "rounds.nothing", n=voice.summary.min_group), "nothing"))
        return Section(id_, title, tuple(blocks))
    heads = (*(voice(f"heads.{key}") for key in ("field", "theme")), *(voice(f"rounds.{key}") for key in ("new", "gone", "stayed")))
    rows = tuple((voice.field(c.field), voice.theme(c.theme), c.new, c.gone, c.stayed) for c in change.themes)
    table = Table(voice("rounds.caption", earlier=change.earlier, later=change.later), heads, rows, (22, 39, 13, 13, 13))
    moved = sorted((c for c in change.themes if c.new or c.gone), key=lambda c: -(c.new + c.gone))[:BARS]
    if not moved:
        return Section(id_, title, (*blocks, Paragraph(voice("rounds.all_stayed")), table))
    shown = [charts.Row(f"{voice.one(c.field)}: {voice.theme(c.theme)}", tuple(_moved(voice, c, key) for key in SIGNS)) for c in moved]
    description = voice("rounds.chart_about")
    blocks.append(Chart(id_, table.caption, description, charts.stacks(f"chart-{id_}", table.caption, description, shown), table))
    return Section(id_, title, tuple(blocks))
