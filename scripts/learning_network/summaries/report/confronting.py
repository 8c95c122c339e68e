"""The confrontation matrix: proposed factors with their evidence, the scores if there are any, and how to get them."""

from __future__ import annotations

from collections.abc import Sequence

from learning_network.summaries.summary import Confrontation, Factor, Score

from .blocks import Block, Cell, Listing, Paragraph, Said, Section, Table
from .voice import Voice

MOST_PAIRS = 5
"""Pairs in the lists of scores."""

APART = 2
"""From this distance between the lowest and the highest score of a pair people see it differently. Our own suggestion."""


def confrontation(voice: Voice, part: Confrontation) -> Section:
    title = voice("confrontation.title")
    if not part.inside or not part.outside:
        return Section("confrontation", title, (Paragraph(voice("confrontation.none"), "nothing"),))
    blocks: list[Block] = [Paragraph(voice("confrontation.about"), "lead"), Listing(tuple(voice.t.raw("summary.confrontation.pairs")))]
    blocks.append(_factors(voice, "confrontation.inside", part.inside))
    blocks.append(_factors(voice, "confrontation.outside", part.outside))
    blocks.append(_matrix(voice, part))
    blocks += _scores(voice, part)
    blocks.append(Section("scoring", voice("confrontation.how_title"), (Listing(tuple(voice.t.raw("summary.confrontation.how"))),)))
    return Section("confrontation", title, tuple(blocks))


def factor_name(voice: Voice, factor: Factor) -> str:
    return f"{factor.id} {voice.theme(factor.theme)}"


def pair_score(voice: Voice, score: Score) -> str:
    """A mean with its spread, where there is any: '+1,5 (0 tot +2)'."""
    mean = voice.score(score.mean)
    if score.lowest == score.highest:
        return mean
    return voice("confrontation.spread", mean=mean, lowest=voice.score(score.lowest), highest=voice.score(score.highest))


def _factors(voice: Voice, caption: str, factors: Sequence[Factor]) -> Table:
    heads = (voice("confrontation.factor"), voice("heads.people"), voice("heads.organisations"), voice("confrontation.evidence"))
    rows = tuple(_factor(voice, factor) for factor in factors)
    return Table(voice(caption), heads, rows, (34, 13, 18, 35))


def _factor(voice: Voice, factor: Factor) -> tuple[Cell, ...]:
    quotation = factor.quotations[0] if factor.quotations else None
    evidence: Cell = Said(quotation.text, quotation.item_id) if quotation else ""
    return (
        f"{factor_name(voice, factor)} ({voice.one(factor.field).lower()})",
        factor.count.respondents,
        factor.count.organisations,
        evidence,
    )


def _matrix(voice: Voice, part: Confrontation) -> Table:
    scores = {(s.inside, s.outside): pair_score(voice, s) for s in part.scores}
    rows = tuple(
        (factor_name(voice, inside), *(scores.get((inside.id, outside.id), "") for outside in part.outside)) for inside in part.inside
    )
    caption = voice("confrontation.scored" if part.scores else "confrontation.empty")
    heads = (voice("confrontation.factor"), *(factor_name(voice, outside) for outside in part.outside))
    return Table(caption, heads, rows, (30, *[70 // len(part.outside)] * len(part.outside)), matrix=True)


def _scores(voice: Voice, part: Confrontation) -> list[Block]:
    """What stands out in the scores: what helps, what hinders, where people see it differently."""
    if not part.scores:
        return [Paragraph(voice("confrontation.no_scores"))]
    named = {factor.id: factor_name(voice, factor) for factor in (*part.inside, *part.outside)}

    def lines(scores: Sequence[Score]) -> tuple[str, ...]:
        return tuple(
            voice(
                "confrontation.pair",
                inside=named.get(s.inside, s.inside),
                outside=named.get(s.outside, s.outside),
                score=pair_score(voice, s),
            )
            for s in scores[:MOST_PAIRS]
        )

    helps = sorted((s for s in part.scores if s.mean > 0), key=lambda s: -s.mean)
    hinders = sorted((s for s in part.scores if s.mean < 0), key=lambda s: s.mean)
    apart = sorted((s for s in part.scores if s.highest - s.lowest >= APART), key=lambda s: s.lowest - s.highest)
    blocks: list[Block] = [Paragraph(voice("confrontation.sheets", n=max(s.sheets for s in part.scores)), "rule")]
    for key, scores in (("helps", helps), ("hinders", hinders), ("apart", apart)):
        if scores:
            blocks.append(Section(f"scores-{key}", voice(f"confrontation.{key}"), (Listing(lines(scores)),)))
    return blocks
