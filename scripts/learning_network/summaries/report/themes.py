"""The parts about themes: what was said in a quadrant or step, what stands on both sides, what no theme fits."""

from __future__ import annotations

from collections.abc import Sequence

from learning_network.summaries.summary import FieldSummary, ThemeCount

from . import charts
from .blocks import Block, Card, Cards, Chart, Listing, Paragraph, Quotes, Section, Table
from .voice import Voice

BARS = 10
"""Themes in a chart; the table beside it has all."""

QUOTATIONS = 3
"""Quotations of a theme on a page; report.xlsx has all that were chosen."""

FIRST_THEMES = 3
"""Themes named in the overview."""

LEFTOVERS = "leftovers"


def overview(voice: Voice, fields: Sequence[FieldSummary]) -> Cards:
    """The fields side by side, each with what most people named."""
    return Cards(tuple(_first(voice, part) for part in fields), "quadrant")


def _first(voice: Voice, part: FieldSummary) -> Card:
    return Card(voice.field(part.field), (themes_named(voice, part, FIRST_THEMES),), "quadrant", part.field, kicker=answers_of(voice, part))


def answers_of(voice: Voice, part: FieldSummary) -> str:
    """How many answers of how many people a field has."""
    people = voice.counted("people", part.count.respondents)
    return voice("themes.answers_of", answers=voice.counted("answers", part.count.items), people=people)


def themes_named(voice: Voice, part: FieldSummary, most: int) -> Block:
    """The themes that most people named in a field, each with their number."""
    named = tuple(voice("themes.named", theme=voice.theme(t.theme), n=t.count.respondents) for t in part.themes[:most])
    return Listing(named) if named else Paragraph(voice("themes.none"), "nothing")


def field_section(voice: Voice, part: FieldSummary) -> Section:
    """One quadrant or step: by how many, which themes, what they said."""
    blocks: list[Block] = [Paragraph(voice(f"field_about.{part.field}"), "lead")] if voice.has(f"field_about.{part.field}") else []
    if not part.count.items:
        blocks.append(Paragraph(voice("themes.field_empty"), "nothing"))
        return Section(part.field, voice.field(part.field), tuple(blocks), part.field)
    said = voice("themes.field_count", share=voice.share(part.count), answers=voice.counted("answers", part.count.items))
    if part.left_empty:
        said += " " + voice("themes.left_empty", n=part.left_empty)
    blocks.append(Paragraph(said))
    if part.themes:
        blocks.append(theme_chart(voice, part))
        blocks.append(Cards(tuple(theme_card(voice, theme, part.field) for theme in part.themes if theme.quotations), "theme"))
    else:
        blocks.append(Paragraph(voice("themes.none"), "nothing"))
    if part.uncoded:
        blocks.append(Paragraph(voice("themes.uncoded", n=part.uncoded), "rule", LEFTOVERS, voice("leftovers.title")))
    return Section(part.field, voice.field(part.field), tuple(blocks), part.field)


def theme_chart(voice: Voice, part: FieldSummary) -> Chart:
    label, all_ = voice.field(part.field), voice.summary.count.respondents
    rows = [charts.Row(voice.theme(t.theme), (charts.Bar(t.count.respondents, all_, part.field),)) for t in part.themes[:BARS]]
    title = voice("themes.chart", field=label)
    description = voice("themes.chart_about", n=all_)
    if len(part.themes) > BARS:
        description += " " + voice("themes.chart_first", n=BARS)
    table = Table(
        title,
        tuple(voice(f"heads.{key}") for key in ("theme", "people", "organisations", "answers")),
        tuple((voice.theme(t.theme), t.count.respondents, t.count.organisations, t.count.items) for t in part.themes),
        (46, 16, 20, 18),
    )
    return Chart(part.field, title, description, charts.bars(f"chart-{part.field}", title, description, rows), table)


def theme_card(voice: Voice, theme: ThemeCount, field: str = "") -> Card:
    quotes = Quotes(voice.said(theme.quotations[:QUOTATIONS]))
    return Card(voice.theme(theme.theme), (quotes,), "theme", field, kicker=voice.share(theme.count))


def both_sides(voice: Voice, pairs: Sequence[tuple[ThemeCount, ThemeCount]]) -> Section:
    """Themes that some call a strength and others a weakness."""
    title = voice("both.title")
    if not pairs:
        return Section("both-sides", title, (Paragraph(voice("both.none"), "nothing"),))
    all_ = voice.summary.count.respondents
    rows = [
        charts.Row(
            voice.theme(strong.theme),
            (
                charts.Bar(strong.count.respondents, all_, "strengths", voice.one("strengths")),
                charts.Bar(weak.count.respondents, all_, "weaknesses", voice.one("weaknesses")),
            ),
        )
        for strong, weak in pairs[:BARS]
    ]
    description = voice("themes.chart_about", n=all_)
    table = Table(
        voice("both.chart"),
        (voice("heads.theme"), voice("both.strong"), voice("both.weak")),
        tuple((voice.theme(strong.theme), strong.count.respondents, weak.count.respondents) for strong, weak in pairs),
        (50, 25, 25),
    )
    svg = charts.bars("chart-both-sides", voice("both.chart"), description, rows)
    cards = tuple(_both(voice, strong, weak) for strong, weak in pairs)
    chart = Chart("both-sides", voice("both.chart"), description, svg, table)
    return Section("both-sides", title, (Paragraph(voice("both.about"), "lead"), chart, Cards(cards, "theme")))


def _both(voice: Voice, strong: ThemeCount, weak: ThemeCount) -> Card:
    kicker = voice(
        "both.share", strong=voice.counted("people", strong.count.respondents), weak=voice.counted("people", weak.count.respondents)
    )
    said = (*strong.quotations[:QUOTATIONS], *weak.quotations[:QUOTATIONS])
    return Card(voice.theme(strong.theme), (Quotes(voice.said(said, with_field=True)),), "theme", kicker=kicker)


def leftovers(voice: Voice) -> Section:
    """All that no theme fits, with the words that come back in it."""
    left = voice.summary.leftovers
    title = voice("leftovers.title")
    if not left.total:
        return Section(LEFTOVERS, title, (Paragraph(voice("leftovers.none"), "nothing"),))
    blocks: list[Block] = [Paragraph(voice("leftovers.about", n=left.total, of=voice.summary.count.items), "lead")]
    for key, counted in (("stems", left.stems), ("pairs", left.pairs)):
        if counted:
            heads = (voice(f"leftovers.{key}"), voice("heads.answers"))
            blocks.append(Table(voice(f"leftovers.{key}_caption"), heads, tuple((words, n) for words, n in counted), (70, 30)))
    first, more = voice.shown(left.items, "items.csv", left.total)
    blocks += [Section("leftovers-all", voice("leftovers.all"), (*more, Quotes(voice.said(first, with_field=True))))]
    return Section(LEFTOVERS, title, tuple(blocks))
