"""From protected and coded items to the one object that every report is written from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from learning_network.responses.account import Account
from learning_network.responses.items import Items, Rejected, Remark

from .breakdowns import breakdowns, named_groups
from .codes import Codes
from .counting import Table, table_of, total
from .grrow import grrow
from .grrow_points import grrow_points
from .points import Facts, points
from .quoting import Quoter
from .rounds import round_changes
from .summary import FORMAT, VERSION, Coding, Leftovers, Masked, Summary
from .swot import swot
from .theme_counts import field_summaries, overall

MIN_GROUP = 5
MOST_REJECTED = 1000
"""Lines of what was rejected that a summary holds; all of them stand in rejects.csv."""

PLANS = ("goal", "will", "action")
"""Fields of a GRROW that set something against a threat."""


def summarise(
    items: Items,
    codes: Sequence[Codes],
    instrument: str,
    *,
    account: Account,
    masked: Masked,
    coding: Coding,
    leftovers: Leftovers,
    remarks: Sequence[Remark],
    rejected: Sequence[Rejected],
    language: str,
    made_on: date,
    min_group: int = MIN_GROUP,
) -> Summary:
    """The summary of one instrument (swot or grrow).

    items: protected items of all instruments in the files; only those of `instrument` are counted. codes: (theme, rule) of each of
    `items`, in the same order. min_group: the least number of respondents of a group that is shown. The order of the items changes
    nothing.
    """
    codebook = tuple(theme["id"] for theme in coding.themes)
    table = table_of(items, codes, instrument, codebook)
    fields = field_summaries(table, Quoter(table))
    themes = overall(table)
    by = breakdowns(table, min_group)
    rounds = round_changes(table, min_group, named_groups(by, "organisation"))
    of_swot = swot(fields) if instrument == "swot" else None
    of_grrow = grrow(table, fields, language, made_on) if instrument == "grrow" else None
    count = total(table)
    planned = _planned(items, codes) if of_swot else frozenset()
    facts = Facts(count, len(table.responses), min_group, fields, themes, codebook, by, rounds, of_swot, planned)
    return Summary(
        format=FORMAT,
        version=VERSION,
        instrument=instrument,
        language=language,
        made_on=made_on.isoformat(),
        min_group=min_group,
        count=count,
        account=account,
        masked=masked,
        coding=coding,
        themes=themes,
        breakdowns=by,
        rounds=rounds,
        points=grrow_points(of_grrow, _themes_of_items(table), facts) if of_grrow else points(facts),
        leftovers=leftovers,
        remarks=tuple((remark.source_file, remark.place, remark.message) for remark in remarks),
        rejected=tuple((line.source_file, line.source_row, line.column, line.reason) for line in rejected[:MOST_REJECTED]),
        swot=of_swot,
        grrow=of_grrow,
    )


def _planned(items: Items, codes: Sequence[Codes]) -> frozenset[str]:
    if "grrow" not in items["instrument"]:
        return frozenset()
    places = [place for place, name in enumerate(items["instrument"]) if name == "grrow" and items["field"][place] in PLANS]
    return frozenset(theme for place in places for theme, _ in codes[place])


def _themes_of_items(table: Table) -> dict[str, list[str]]:
    themes: dict[str, list[str]] = {}
    for place, theme in zip(table.at.tolist(), table.theme.tolist(), strict=True):
        themes.setdefault(table.items["item_id"][place], []).append(table.themes[theme])
    return themes
