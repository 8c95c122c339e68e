"""The files that a network works on after a GRROW: the action list as a spreadsheet, the moments to look back for a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from learning_network.summaries.report.cleaning import printable
from learning_network.summaries.report.plans import status
from learning_network.summaries.report.voice import Voice
from learning_network.summaries.report.workbook import LONGEST, on_paper
from learning_network.summaries.summary import Action, Goal, Grrow, LookBack
from learning_network.templates.spreadsheet import cell_formats, column_width, height, workbook, write_cell

MOST_ACTIONS = 2000
"""Rows of the action list; items.csv has all."""

FREE_ROWS = 50
"""Rows below the list that are ready for new actions."""

HEAD = 4
"""Row of the heads, from 0."""

_COLUMNS = (
    ("mark", 30),
    ("what", 75),
    ("who", 36),
    ("when", 26),
    ("status", 28),
    ("first_step", 50),
    ("organisation", 36),
    ("team", 30),
    ("goal", 16),
    ("item", 48),
)
_WHAT, _WHO, _WHEN, _STATUS = 1, 2, 3, 4
_OLDEST = date(1900, 3, 1)
"""Excel counts days wrongly before."""

BEFORE = timedelta(days=6, hours=15)
"""A reminder at nine in the morning, a week before the day."""


def actions_workbook(voice: Voice, grrow: Grrow) -> bytes:
    """The actions to keep up to date: those without owner or date first, then by date. What is overdue shows by itself, each day."""
    made_on = date.fromisoformat(voice.summary.made_on)
    with workbook(voice("actions.title"), made_on) as (book, out):
        sheet = book.add_worksheet(voice("actions.sheet"))
        _action_list(book, sheet, voice, grrow, made_on)
    return out.getvalue()


def _action_list(book: Any, sheet: Any, voice: Voice, grrow: Grrow, made_on: date) -> None:
    formats = cell_formats(book)
    day = book.add_format(
        {
            "font_name": "Arial",
            "font_size": 10,
            "valign": "top",
            "border": 1,
            "border_color": "#b9b09c",
            "num_format": "yyyy-mm-dd",
            "align": "left",
        }
    )
    sheet.write_string(0, 0, voice("actions.title"), formats["title"])
    sheet.set_row(0, 26)
    sheet.merge_range(1, 0, 1, 4, voice("made_on", date=voice.day(voice.summary.made_on)), formats["text"])
    text = voice("actions.how")
    if len(grrow.actions) > MOST_ACTIONS:
        text += " " + voice("first_of", n=MOST_ACTIONS, of=len(grrow.actions), file="items.csv")
    sheet.merge_range(2, 0, 2, 4, text, formats["text"])
    sheet.set_row(2, height([text], [190]))
    keys = {"organisation": "groups.head.organisation", "team": "groups.head.team", "goal": "heads.goal", "item": "heads.item"}
    heads = [voice(keys.get(key, f"actions.{key}")) for key, _ in _COLUMNS]
    widths = [width for _, width in _COLUMNS]
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, column_width(width))
        sheet.write_string(HEAD, column, head, formats["head"])
    numbers = voice.goal_numbers
    closed = ("done", "stopped")
    actions = sorted(grrow.actions, key=lambda a: not a.missing or a.status in closed)[:MOST_ACTIONS]  # sorting keeps the order by date
    for row, action in enumerate(actions, start=HEAD + 1):
        words = status(voice, action, late=False)
        cells = ["", action.what, action.owner_role, action.due_on, words, action.first_step, action.organisation, action.team]
        cells = [printable(cell)[:LONGEST] for cell in (*cells, str(numbers.get(action.goal, "")), action.item_id)]
        for column, cell in enumerate(cells[1:], start=1):
            write_cell(sheet, row, column, cell, formats["cell"])
        due = _day(action.due_on)
        if due:
            sheet.write_datetime(row, _WHEN, datetime.combine(due, time()), day)
        if action.goal in numbers:
            sheet.write_number(row, 8, numbers[action.goal], formats["cell"])
        late = due is not None and due < made_on and action.status not in closed
        marks = _marks(voice, action, late)
        _mark(sheet, row, voice, formats["cell"], marks)
        sheet.set_row(row, height([marks, *cells[1:]], widths))
    last = HEAD + len(actions) + FREE_ROWS
    for row in range(HEAD + len(actions) + 1, last + 1):
        _mark(sheet, row, voice, formats["cell"], "")
        for column in range(1, len(_COLUMNS)):
            sheet.write_blank(row, column, None, day if column == _WHEN else formats["cell"])
    _live(book, sheet, voice, last)
    sheet.autofilter(HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, HEAD + max(len(actions), 1), len(_COLUMNS) - 1)
    on_paper(sheet, voice("title", instrument=voice.instrument()), voice.t("workbook.page"))


def _marks(voice: Voice, action: Action, late: bool) -> str:
    """What the formula of the mark says on the day that the file is made; programs that do not reckon show this."""
    said = [voice("actions.missing_owner")] if not action.owner_role else []
    said += [voice("actions.missing_date")] if not action.due_on else []
    return ", ".join([*said, *([voice("actions.late_mark")] if late else [])])


def _late(row: int, voice: Voice) -> str:
    """Whether the date of this row (from 1) is past, and it is not done or stopped; as a formula."""
    done, stopped = voice("status.done"), voice("status.stopped")
    return f'AND(ISNUMBER($D{row}),$D{row}<TODAY(),$E{row}<>"{done}",$E{row}<>"{stopped}")'


def _mark(sheet: Any, row: int, voice: Voice, look: Any, said: str) -> None:
    """The mark reckons anew when somebody fills in a date, a role or a status. Only our own words stand in the formula."""
    r = row + 1
    no_owner, no_date, late = (voice(f"actions.{key}") for key in ("missing_owner", "missing_date", "late_mark"))
    parts = f'IF($C{r}="","{no_owner}, ","")&IF($D{r}="","{no_date}, ","")&IF({_late(r, voice)},"{late}, ","")'
    sheet.write_formula(row, 0, f'=IF($B{r}="","",LEFT({parts},MAX(0,LEN({parts})-2)))', look, said)


def _live(book: Any, sheet: Any, voice: Voice, last: int) -> None:
    """Drop-downs for the status, and colours: for what is late, and for what is missing."""
    words = [voice(f"status.{key}") for key in ("todo", "busy", "done", "stopped")]
    sheet.data_validation(HEAD + 1, _STATUS, last, _STATUS, {"validate": "list", "source": words, "error_type": "warning"})
    late = book.add_format({"bold": True, "font_color": "#8c1c13", "bg_color": "#fbe3df"})
    missing = book.add_format({"bg_color": "#fff3cd"})
    first = HEAD + 2
    sheet.conditional_format(HEAD + 1, 0, last, _STATUS, {"type": "formula", "criteria": f"={_late(first, voice)}", "format": late})
    for column, letter in ((_WHO, "C"), (_WHEN, "D")):
        criteria = f'=AND($B{first}<>"",${letter}{first}="")'
        sheet.conditional_format(HEAD + 1, column, last, column, {"type": "formula", "criteria": criteria, "format": missing})


def look_back_calendar(voice: Voice, grrow: Grrow) -> bytes:
    """The moments to look back as events of a whole day, with a reminder a week before. A moment without a date is left out."""
    from icalendar import Calendar

    made = datetime.fromisoformat(voice.summary.made_on)
    calendar = Calendar()
    calendar.add("prodid", "-//learning-network//summary//" + voice.summary.language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", voice("look_backs.calendar"))
    seen: dict[tuple[str, str], int] = {}
    goals = {goal.response_id: goal for goal in grrow.goals}
    for moment in grrow.look_backs[: voice.too_many]:
        on = _day(moment.on)
        if on is not None:
            key = (moment.goal, moment.on)
            seen[key] = seen.get(key, 0) + 1
            calendar.add_component(_event(voice, goals, moment, on, made, seen[key]))
    return bytes(calendar.to_ical())


def _event(voice: Voice, goals: dict[str, Goal], moment: LookBack, on: date, made: datetime, number: int) -> Any:
    from datetime import UTC

    from icalendar import Alarm, Event

    title = voice("look_backs.event", n=voice.goal_numbers.get(moment.goal, 0), place=voice.place(moment.organisation, moment.team))
    event = Event()
    event.add("uid", f"{moment.goal}-{moment.on}-{number}@learning-network")
    event.add("dtstamp", made.replace(tzinfo=UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", printable(title))
    event.add("description", printable("\n".join(_description(voice, goals, moment))))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(title))
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    return event


def _description(voice: Voice, goals: dict[str, Goal], moment: LookBack) -> Sequence[str]:
    goal = goals.get(moment.goal)
    said = [voice("look_backs.event_agreed" if moment.agreed else "look_backs.event_proposed")]
    if goal and goal.steps.get("goal"):
        said.append(voice("look_backs.event_goal", goal=" ".join(q.text for q in goal.steps["goal"])))
    if moment.text:
        said.append(voice("look_backs.event_words", words=moment.text))
    return said


def _day(written: str) -> date | None:
    """A date that spreadsheets and calendars know, else None."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day >= _OLDEST else None
