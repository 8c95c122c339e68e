"""What a summary says: one object that every report is written from, and that summary.json is.

Numbers count people and organisations before statements. Texts are quotations, protected; nothing here is made up by us.
Labels and sentences are not in it: reports say them in their language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from learning_network.responses.account import Account

FORMAT = "learning-network/summary"
VERSION = 1


@dataclass(frozen=True)
class Count:
    """How often, and by how many."""

    items: int
    respondents: int
    """Distinct participants; a response that does not say who filled it in counts as one of its own."""
    teams: int
    """Distinct teams (of an organisation) that the files name."""
    organisations: int


@dataclass(frozen=True)
class Quotation:
    """Words of an item, and where they stand."""

    item_id: str
    field: str
    text: str


@dataclass(frozen=True)
class ThemeCount:
    """A theme within a field, or overall."""

    theme: str
    count: Count
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True)
class FieldSummary:
    """One quadrant, or one step of GRROW."""

    field: str
    count: Count
    themes: tuple[ThemeCount, ...]
    """Most respondents first; equal ones by organisations, items, then order of the codebook."""
    uncoded: int
    """Items without a theme."""
    left_empty: int
    """Responses that answered other fields and not this one."""


@dataclass(frozen=True)
class Group:
    """A part of the respondents, large enough to be shown."""

    label: str
    """As the files say; empty for those that do not say."""
    count: Count
    themes: dict[str, int]
    """Theme -> respondents of the group who named it. Themes that nobody in the group named are left out."""


@dataclass(frozen=True)
class Breakdown:
    """The respondents by one column. Groups under the least size are shown as one, or not at all."""

    by: str
    groups: tuple[Group, ...]
    together: tuple[str, ...]
    """Labels of the small groups that the last group stands for (it has the label '*'); empty when there are none."""
    kept_out: bool
    """Whether nothing can be shown without giving a small group away; `groups` is empty then."""


@dataclass(frozen=True)
class ThemeChange:
    """A theme of a field between two rounds, counted in organisations that took part in both."""

    field: str
    theme: str
    new: int
    gone: int
    stayed: int


@dataclass(frozen=True)
class RoundChange:
    earlier: str
    later: str
    organisations: int
    """In both rounds. Only these are compared."""
    only_earlier: int
    only_later: int
    kept_out: bool
    """Too few respondents to compare: `themes` is empty."""
    themes: tuple[ThemeChange, ...]


@dataclass(frozen=True)
class Point:
    """Something to talk about. `rule` names a rule of points.py; `numbers` are those that made it apply."""

    rule: str
    theme: str
    fields: tuple[str, ...]
    numbers: dict[str, int]
    words: dict[str, str] = field(default_factory=dict)
    """Labels from the files that belong to the numbers, e.g. the two roles that differ."""
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True)
class Factor:
    """One of the three to five strongest themes of a quadrant, proposed for the confrontation matrix."""

    id: str
    """S1, S2 ... W1 ... O1 ... T1 ..."""
    field: str
    theme: str
    count: Count
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class Score:
    """What filled-in scoring sheets say of one pair: -2 (hinders a lot) to +2 (helps a lot)."""

    inside: str
    outside: str
    sheets: int
    mean: float
    lowest: int
    highest: int


@dataclass(frozen=True)
class Confrontation:
    inside: tuple[Factor, ...]
    """Strengths, then weaknesses."""
    outside: tuple[Factor, ...]
    """Opportunities, then threats."""
    scores: tuple[Score, ...] = ()


@dataclass(frozen=True)
class Swot:
    fields: tuple[FieldSummary, ...]
    both_sides: tuple[tuple[ThemeCount, ThemeCount], ...]
    """Themes that are a strength and a weakness at once."""
    confrontation: Confrontation


@dataclass(frozen=True)
class GoalCheck:
    """A question to ask about a goal. found: the words that answer it, or empty."""

    about: str
    """concrete, time or evaluation."""
    found: str


@dataclass(frozen=True)
class Action:
    item_id: str
    goal: str
    """response_id of the chain that it belongs to."""
    organisation: str
    team: str
    what: str
    owner_role: str
    due_on: str
    status: str
    first_step: str
    overdue: bool
    missing: tuple[str, ...]
    """owner, date."""


@dataclass(frozen=True)
class Goal:
    """One chain: goal, reality, resources, options, will."""

    response_id: str
    organisation: str
    team: str
    phase: str
    round: str
    steps: dict[str, tuple[Quotation, ...]]
    """Field -> what was written there, in order. Every field of the instrument is a key."""
    checks: tuple[GoalCheck, ...]
    met: tuple[str, ...]
    """Sentences about preconditions that are in place."""
    to_do: tuple[str, ...]
    """Sentences about preconditions that ask for work."""


@dataclass(frozen=True)
class LookBack:
    """An agreed moment to look back: a date that a chain names for evaluating, or else the last date of its actions."""

    goal: str
    organisation: str
    team: str
    on: str
    agreed: bool
    """Whether people wrote down this moment; if not, it is our proposal."""
    text: str


@dataclass(frozen=True)
class Grrow:
    fields: tuple[FieldSummary, ...]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    """By date; those without one last."""
    look_backs: tuple[LookBack, ...]


@dataclass(frozen=True)
class Leftovers:
    """Items without a theme."""

    items: tuple[Quotation, ...]
    """All of them, or the first of them when there are very many."""
    total: int
    stems: tuple[tuple[str, int], ...]
    """The most common form of a word, and the items that hold one of its forms."""
    pairs: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Masked:
    kinds: dict[str, int]
    """Kind of personal data -> how many were masked."""
    to_check: int
    """Places to check by eye (places-to-check.csv)."""
    names: str
    """How names were looked for: none, list, or deduce."""


@dataclass(frozen=True)
class Coding:
    themes: tuple[dict[str, str], ...]
    """id, label, definition in the language of the report; in the order of the codebook."""
    switched_off: tuple[str, ...]
    coded: int
    """Items with at least one theme."""
    by_people: int
    """Codes added or taken away by human decisions."""
    merged: int
    """Items that say exactly what another one says."""
    suggested_merges: int


@dataclass(frozen=True)
class Summary:
    format: str
    version: int
    instrument: str
    language: str
    made_on: str
    min_group: int
    count: Count
    account: Account
    masked: Masked
    coding: Coding
    themes: tuple[ThemeCount, ...]
    """Over all fields."""
    breakdowns: tuple[Breakdown, ...]
    """By phase, role, round, organisation and team, as far as files name at least two."""
    rounds: tuple[RoundChange, ...]
    points: tuple[Point, ...]
    leftovers: Leftovers
    remarks: tuple[tuple[str, str, str], ...]
    """File, place, message: what people should know of a file, in the language of the reports."""
    rejected: tuple[tuple[str, int, str, str], ...]
    """File, row, column, reason, in the language of the reports: the first of them when there are very many; all stand in rejects.csv."""
    swot: Swot | None = None
    grrow: Grrow | None = None
