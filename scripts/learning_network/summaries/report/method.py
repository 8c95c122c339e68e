"""The last chapter: what was read, how it was coded, what was masked and left out, and what the numbers cannot say."""

from __future__ import annotations

from learning_network.summaries.leftovers import MOST_COUNTED
from learning_network.summaries.merging import MOST_COMPARED

from .blocks import Block, Listing, Paragraph, Section, Table
from .themes import BARS, QUOTATIONS
from .voice import Voice


def method(voice: Voice) -> Section:
    parts = (_read(voice), _left_out(voice), _remarks(voice), _coded(voice), _masked(voice), _counted(voice), _limits(voice), _files(voice))
    return Section("method", voice("method.title"), (Paragraph(voice("method.about"), "lead"), *(part for part in parts if part.blocks)))


def account_words(voice: Voice) -> list[str]:
    """The account in sentences, and what belongs to it."""
    account = voice.summary.account
    sum_ = {"cells": account.cells, "answered": account.answered, "empty": account.empty, "rejected": account.rejected}
    said = [voice("method.closes", **sum_), voice("method.items", n=account.items)]
    for key in ("said_empty", "twice", "other_instruments"):
        if n := getattr(account, key):
            said.append(voice(f"method.{key}", n=n))
    return said


def coding_words(voice: Voice) -> list[str]:
    """How many answers got a theme, and what people decided about that."""
    coding = voice.summary.coding
    said = [voice("method.coded", n=coding.coded, of=voice.summary.count.items)] if voice.summary.count.items else []
    for key in ("by_people", "merged", "suggested_merges"):
        if n := getattr(coding, key):
            said.append(voice(f"method.{key}", n=n))
    if voice.summary.account.items > MOST_COMPARED:
        said.append(voice("method.compared_first", n=MOST_COMPARED))
    if voice.summary.leftovers.total > MOST_COUNTED:
        said.append(voice("method.words_of_some", n=MOST_COUNTED, of=voice.summary.leftovers.total))
    if coding.switched_off:
        said.append(voice("method.switched_off", names=voice.themes(coding.switched_off), n=len(coding.switched_off)))
    return said


def masked_words(voice: Voice) -> list[str]:
    """What was masked, by kind, how names were looked for and what to check by eye."""
    masked = voice.summary.masked
    kinds = [f"{voice.kind(kind)} ({voice.number(n)})" for kind, n in masked.kinds.items() if n]
    said = [voice("method.masked", kinds=voice.and_(kinds)) if kinds else voice("method.nothing_masked")]
    names = f"method.names.{masked.names}"
    said += [voice(names)] if voice.has(names) else []
    said.append(voice("method.to_check", n=masked.to_check) if masked.to_check else voice("method.nothing_to_check"))
    return said


def _read(voice: Voice) -> Section:
    first, more = voice.shown(voice.summary.account.files, "summary.json")
    heads = ("file", "reader", "responses", "cells", "answered", "empty", "rejected", "items")
    rows = tuple((f.file, voice.reader(f.reader), f.responses, f.cells, f.answered, f.empty, f.rejected, f.items) for f in first)
    table = Table(
        voice("method.files_caption"), tuple(voice(f"method.heads.{key}") for key in heads), rows, (22, 15, 14, 10, 12, 7, 11, 14)
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(text) for text in account_words(voice)[:1]),
        Paragraph(" ".join(account_words(voice)[1:])),
        *more,
        table,
    )
    return Section("method-read", voice("method.read"), blocks)


def _left_out(voice: Voice) -> Section:
    summary = voice.summary
    if not summary.rejected:
        return Section("method-rejected", voice("method.left_out"), ())
    first, more = voice.shown(summary.rejected, "rejects.csv")
    heads = tuple(voice(f"method.heads.{key}") for key in ("file", "row", "column", "reason"))
    rows = tuple((file, str(row) if row else "", column, reason) for file, row, column, reason in first)
    table = Table(voice("method.left_out"), heads, rows, (24, 8, 22, 46), hidden_caption=True)
    return Section("method-rejected", voice("method.left_out"), (Paragraph(voice("method.left_out_about")), *more, table))


def _remarks(voice: Voice) -> Section:
    if not voice.summary.remarks:
        return Section("method-remarks", voice("method.remarks"), ())
    first, more = voice.shown(voice.summary.remarks, "summary.json")
    heads = tuple(voice(f"method.heads.{key}") for key in ("file", "place", "remark"))
    rows = tuple((file, place, message) for file, place, message in first)
    table = Table(voice("method.remarks"), heads, rows, (26, 20, 54), hidden_caption=True)
    return Section("method-remarks", voice("method.remarks"), (Paragraph(voice("method.remarks_about")), *more, table))


def _coded(voice: Voice) -> Section:
    rows = tuple((theme["label"], theme["definition"]) for theme in voice.summary.coding.themes)
    table = Table(voice("method.themes_caption"), (voice("heads.theme"), voice("method.heads.definition")), rows, (30, 70))
    said = tuple(Paragraph(text) for text in (voice("method.coded_about"), " ".join(coding_words(voice))) if text)
    return Section("method-coded", voice("method.coding"), (*said, table) if rows else said)


def _masked(voice: Voice) -> Section:
    return Section(
        "method-masked", voice("method.protection"), (Paragraph(voice("method.keyed")), Paragraph(" ".join(masked_words(voice))))
    )


def _counted(voice: Voice) -> Section:
    said = (
        voice("method.count_people"),
        voice("method.count_themes"),
        *([voice("method.count_both")] if voice.summary.swot and len(voice.summary.swot.both_sides) > 1 else []),
        voice("method.quotations", n=QUOTATIONS),
        voice("method.bars", n=BARS),
        voice("method.small", n=voice.summary.min_group) if voice.summary.breakdowns else voice("groups.none"),
        *([voice("method.named_in_plans")] if voice.summary.grrow else []),
        voice("method.rounds") if voice.summary.rounds else voice("rounds.none"),
        voice("method.points"),
    )
    return Section("method-counted", voice("method.counting"), (Listing(said),))


def _limits(voice: Voice) -> Section:
    return Section("method-limits", voice("method.limits"), (Listing(tuple(voice.t.raw("summary.method.limits_list"))),))


def _files(voice: Voice) -> Section:
    files = voice.t.raw("summary.method.files")
    names = ("common", "grrow" if voice.summary.grrow else "swot")
    rows = tuple((name, about) for group in names for name, about in files[group].items())
    heads = (voice("method.heads.file"), voice("method.heads.holds"))
    return Section("method-files", voice("method.beside"), (Table(voice("method.beside"), heads, rows, (30, 70), hidden_caption=True),))
