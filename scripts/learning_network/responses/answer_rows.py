"""Reads the rows of a table by its plan: a response a row, an item a row, or one response in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, repeat

from learning_network.words.reasons import Fact, Reason

from .answer_headings import ACTION_PARTS, field_of, plain
from .answer_table import Column, Plan
from .gathering import About, Field, Gathered
from .opened import Sheet
from .splitting import not_plain
from .table_rows import Columns, Numbers, TableRows


def read_rows(gathered: Gathered, sheet: Sheet, plan: Plan, instrument: str = "") -> None:
    """Read a whole sheet. What was not read, and what was decided, becomes a remark.

    instrument: what an unclear name of a field belongs to.
    """
    plan = _without_stray_parts(plan)
    rows = TableRows(gathered, sheet, plan)
    place = Reason("place_sheet", sheet=sheet.name) if sheet.name else ""
    _tell_plan(gathered, place, plan, rows)
    if plan.is_long:
        _Long(rows, instrument).read()
    else:
        _Wide(rows, place).read()
    if rows.headings_again:
        gathered.remark(place, Reason("headings_again", n=rows.headings_again))
    if rows.results:
        gathered.remark(place, Reason("formulas_read", n=rows.results))


def _without_stray_parts(plan: Plan) -> Plan:
    """Owners and dates of actions only mean something beside an action; a weight only beside one answer."""
    if plan.is_long:
        stray = plan.answers
    else:
        actions, one = plan.of("grrow.action"), len(plan.answers) == 1
        stray = [c for c in plan.columns if c.means in ACTION_PARTS and not actions]
        stray += [c for c in plan.columns if c.means in ("field", "text", "instrument") or (c.means == "weight" and not one)]
    if not stray:
        return plan
    return replace(plan, columns=tuple(c for c in plan.columns if c not in stray), unused=(*plan.unused, *(c.heading for c in stray)))


def _tell_plan(gathered: Gathered, place: str, plan: Plan, rows: TableRows) -> None:
    if plan.unused:
        gathered.remark(place, Reason("columns_not_read", columns=_listed(plan.unused)))
    if plan.guessed:
        gathered.remark(place, Reason("columns_guessed", columns=_listed(plan.guessed)))
    if plan.twice:
        gathered.remark(place, Reason("columns_twice", columns=_listed(plan.twice)))
    above = tuple(str(row + 1) for row, _ in plan.above if row not in rows.above)
    if above:
        gathered.remark(place, Reason("rows_above_headings", rows=above, n=len(above)))


def _listed(names: Sequence[str]) -> Fact:
    shown = tuple(name if name.startswith("'") else f"'{name}'" for name in names[:30])
    return Reason("and_more", names=shown, n=len(names) - 30) if len(names) > 30 else shown


class _Wide:
    """A response a row, a field a column; or one response in all."""

    def __init__(self, rows: TableRows, place: str) -> None:
        self.rows, self.gathered, self.place = rows, rows.gathered, place
        plan = rows.plan
        self.one = plan.one_response if plan.one_response is not None else rows.is_poster()
        self.single: int | None = None
        self.parts = {column: _parts_of(column, plan) for column in plan.answers}
        self.weight = next(iter(plan.of("weight")), None)

    def read(self) -> None:
        for numbers, columns in self.rows.filled():
            for i, (number, about) in enumerate(zip(numbers, self.rows.abouts(columns, range(len(numbers))), strict=True)):
                response = self._response(about, number)
                for column, own in self.parts.items():
                    raw: str | None = columns[column.place][i]
                    if self.rows.formulas and self.rows.rejects_formula(number, column, raw or ""):
                        raw = None
                    if own:
                        self._action(response, column, {part: columns[part.place][i] for part in own}, number, raw)
                    elif raw is not None:
                        said = columns[self.weight.place][i].strip() if self.weight else ""
                        parts = {"weight": said} if said else None
                        self.gathered.answer(response, column.field, raw, number, column.heading, column.sign, parts)
        if self.single is not None and self.rows.plan.one_response is None:
            self.gathered.remark(self.place, Reason("rows_are_one_sheet"))

    def _response(self, about: tuple[str, ...], row: int) -> int:
        if not self.one:
            return self.gathered.respond(About(*about), row)
        if self.single is None:
            self.single = self.gathered.respond(About(*about), row)
        return self.single

    def _action(self, response: int, column: Column, said: dict[Column, str], number: int, raw: str | None) -> None:
        """An action with what stands beside it. Where both hold as many lines, they go together line by line."""
        gathered, items = self.gathered, 0
        if raw is not None:
            values = {part.means: " ".join(text.split()) for part, text in said.items() if text.strip()}
            before = len(gathered.texts)
            items = gathered.answer(response, column.field, raw, number, column.heading, column.sign, values)
            for part, text in said.items():
                lines = [line.strip() for line in text.splitlines() if line.strip()]
                if items > 1 and len(lines) == items:
                    gathered.parts[part.means].update(zip(range(before, before + items), lines, strict=True))
        for part, text in said.items():
            if not text.strip():
                gathered.read.cells += 1
                gathered.read.empty += 1
            elif items:
                gathered.read.cells += 1
                gathered.read.answered += 1
            else:
                gathered.reject(number, part.heading, Reason("no_action_in_row"), text)


def _parts_of(column: Column, plan: Plan) -> list[Column]:
    """The owner, date, status and first step that belong to an action: those up to the next action; those before the first go with it."""
    actions = plan.of("grrow.action")
    if column not in actions:
        return []
    place = actions.index(column)
    low = column.place if place else -1
    high = actions[place + 1].place if place + 1 < len(actions) else plan.width
    return [c for c in plan.columns if c.means in ACTION_PARTS and low <= c.place < high]


class _Long:
    """An item a row. Rows with the same number of a response, or that say the same of it, are one response."""

    def __init__(self, rows: TableRows, instrument: str) -> None:
        self.rows, self.gathered, self.instrument = rows, rows.gathered, instrument
        plan = rows.plan
        self.text, self.named = plan.of("text")[0], plan.of("field")[0]
        self.kind = next(iter(plan.of("instrument")), None)
        self.own = [c for c in plan.columns if c.means in (*ACTION_PARTS, "weight")]
        self.fields: dict[tuple[str, str], Field | None] = {}
        self.responses: dict[tuple[str, ...], int] = {}
        self.numbers: dict[str, int] = {}

    def read(self) -> None:
        for numbers, columns in self.rows.filled():
            self._chunk(numbers, columns)
        plan = self.rows.plan
        if plan.one_response is not False and not any(plan.of(means) for means in ("response", "name", "email")):
            self.gathered.remark("", Reason("rows_of_one_response"))

    def _chunk(self, numbers: Numbers, columns: Columns) -> None:
        """What a million items go through: stretches of plain ones are taken as they stand, the others by answer()."""
        named, raws = self._fields(columns), columns[self.text.place]
        responses = self._responses(numbers, columns, named, raws)
        if self.own or self.rows.formulas or self.text.sign:
            others = list(range(len(raws)))
        else:
            others = not_plain(raws)
            if None in named:
                others = sorted({*others, *(i for i, field in enumerate(named) if field is None)})
        start = 0
        for i in (*others, len(raws)):
            self._plain(numbers[start:i], responses[start:i], named[start:i], raws[start:i])
            start = i + 1
            if i < len(raws):
                self._not_plain(i, numbers[i], responses[i], named[i], raws[i], columns)

    def _responses(self, numbers: Numbers, columns: Columns, named: Sequence[Field | None], raws: Sequence[str]) -> list[int | None]:
        """The response of each row that answers something.

        Rows of one response mostly follow each other: what they say of it is made ready once for each stretch in which it is the same.
        """
        apart = self.rows.plan.one_response is False
        answering: Numbers = range(len(raws))
        if None in named or not all(raws):
            answering = [i for i in answering if named[i] is not None and raws[i]]
            columns = [[column[i] for i in answering] for column in columns]
        starts = list(range(len(answering))) if apart else self.rows.stretches(columns, len(answering))
        found: list[int | None] = []
        abouts = map(About._make, self.rows.abouts(columns, starts))
        for (start, end), about in zip(pairwise((*starts, len(answering))), abouts, strict=True):
            response = None if apart else self.responses.get(about)
            if response is None:
                response = self.responses[about] = self._respond(about, numbers[answering[start]])
            found += [response] * (end - start)
        if len(found) == len(raws):
            return found
        responses: list[int | None] = [None] * len(raws)
        for i, response in zip(answering, found, strict=True):
            responses[i] = response
        return responses

    def _plain(self, numbers: Numbers, responses: Sequence[int | None], named: Sequence[Field | None], raws: Sequence[str]) -> None:
        """Items as they stand, in fields that we know."""
        gathered = self.gathered
        gathered.of += responses  # type: ignore[arg-type]  # none of them is None
        gathered.fields += named  # type: ignore[arg-type]  # nor of them
        gathered.texts += raws
        gathered.rows += numbers
        gathered.columns += [self.text.heading] * len(raws)
        gathered.read.cells += len(raws)
        gathered.read.answered += len(raws)

    def _not_plain(self, i: int, number: int, response: int | None, field: Field | None, raw: str, columns: Columns) -> None:
        if field is None or not raw or response is None:
            self._other(i, number, field, raw, columns)
        else:
            self._item(i, response, number, field, raw, columns)

    def _respond(self, about: About, row: int) -> int:
        """The response that a row is of: one more, or the last one with its number, when each only says what the other leaves out."""
        gathered = self.gathered
        if about.number in self.numbers:
            response = self.numbers[about.number]
            pairs = list(zip(gathered.abouts[response], about, strict=True))
            if all(one == other or not one or not other for one, other in pairs):
                gathered.abouts[response] = About(*(one or other for one, other in pairs))
                return response
        response = gathered.respond(about, row)
        if about.number:
            self.numbers[about.number] = response
        return response

    def _fields(self, columns: Columns) -> list[Field | None]:
        names = columns[self.named.place]
        kinds = columns[self.kind.place] if self.kind else repeat("", len(names))
        pairs = list(zip(kinds, names, strict=True))
        for pair in set(pairs) - self.fields.keys():
            self.fields[pair] = self._field(*pair)
        return list(map(self.fields.__getitem__, pairs))

    def _field(self, kind: str, value: str) -> Field | None:
        name = {"grow": "grrow", "swot": "swot", "grrow": "grrow"}.get(plain(kind), kind.strip())
        found = field_of(value, name)
        return found or (field_of(value, self.instrument) if self.instrument and not name else None)

    def _other(self, i: int, number: int, field: Field | None, raw: str, columns: Columns) -> None:
        if raw.strip() and field is None:
            said = columns[self.named.place][i].strip()
            reason = Reason("field_not_known", said=said[:60], column=self.named.heading)
            self.gathered.reject(number, self.text.heading, reason, raw)
        elif not self.rows.rejects_formula(number, self.text, raw):
            self.gathered.read.cells += 1
            self.gathered.read.empty += 1

    def _item(self, i: int, response: int, number: int, field: Field, raw: str, columns: Columns) -> None:
        if self.rows.rejects_formula(number, self.text, raw):
            return
        parts = {c.means: said for c in self.own if (said := columns[c.place][i].strip())}
        self.gathered.answer(response, field, raw, number, self.text.heading, self.text.sign, parts or None)
