"""Themes per quadrant or step, and over all of them: how many people, teams and organisations named each, and in which words."""

from __future__ import annotations

import numpy as np

from learning_network.responses.items import FIELDS

from .counting import Table, counts, distinct
from .numbers import Numbers
from .quoting import Quoter
from .summary import Count, FieldSummary, Quotation, ThemeCount


def overall(table: Table) -> tuple[ThemeCount, ...]:
    """Themes over all fields. Their quotations stand with the fields."""
    found = counts(table, table.theme, len(table.themes), table.at)
    return _in_order(table, found, [()] * len(found))


def field_summaries(table: Table, quoter: Quoter) -> tuple[FieldSummary, ...]:
    """Every field of the instrument in its order, also those that nobody filled in."""
    n_fields, n_themes = len(table.fields), len(table.themes)
    of_field = counts(table, table.fields.numbers, n_fields)
    cells = np.where(table.fields.numbers[table.at] < 0, -1, table.fields.numbers[table.at] * n_themes + table.theme)
    of_cell = counts(table, cells, n_fields * n_themes, table.at)
    places = _places(table, cells, n_fields * n_themes)
    responses = distinct(table.fields.numbers, n_fields, table.responses.numbers, len(table.responses))
    bare = np.ones(len(table.items), np.bool_)
    bare[table.at] = False
    uncoded = np.bincount(table.fields.numbers[bare & (table.fields.numbers >= 0)], minlength=n_fields)
    summaries = []
    for name in FIELDS[table.instrument]:
        if name not in table.fields.labels:
            summaries.append(FieldSummary(name, Count(0, 0, 0, 0), (), 0, len(table.responses)))
            continue
        number = table.fields.labels.index(name)
        own = slice(number * n_themes, (number + 1) * n_themes)
        quotations = [quoter.choose(there) if len(there) else () for there in places[own]]
        themes = _in_order(table, of_cell[own], quotations)
        left_empty = len(table.responses) - int(responses[number])
        summaries.append(FieldSummary(name, of_field[number], themes, int(uncoded[number]), left_empty))
    return tuple(summaries)


def _in_order(table: Table, found: list[Count], quotations: list[tuple[Quotation, ...]]) -> tuple[ThemeCount, ...]:
    """Most respondents first; equal ones by organisations, items, then order of the codebook."""
    themes = [ThemeCount(*one) for one in zip(table.themes, found, quotations, strict=True) if one[1].items]
    return tuple(sorted(themes, key=lambda theme: (-theme.count.respondents, -theme.count.organisations, -theme.count.items)))


def _places(table: Table, cells: Numbers, n_cells: int) -> list[Numbers]:
    """Per cell the places of its items."""
    order = np.argsort(cells, kind="stable")
    edges = np.searchsorted(cells[order], np.arange(n_cells + 1))
    return [table.at[order[edges[cell] : edges[cell + 1]]] for cell in range(n_cells)]
