"""The action list and the calendar of a GRROW: to keep up to date, and to put in a diary."""

from __future__ import annotations

import dataclasses
import io
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import made_up
import openpyxl
import pytest

from learning_network.summaries.report import report_files
from learning_network.summaries.summary import Action, Grrow, LookBack, Summary

HEAD = 5
"""Row of the heads, from 1."""


def grrow(language: str = "nl", **parts: Any) -> Summary:
    summary = made_up.grrow(language)
    assert summary.grrow
    return dataclasses.replace(summary, grrow=dataclasses.replace(summary.grrow, **parts))


def plans(summary: Summary) -> Grrow:
    assert summary.grrow
    return summary.grrow


def action_sheet(summary: Summary) -> Any:
    return openpyxl.load_workbook(io.BytesIO(report_files(summary)["actions.xlsx"])).worksheets[0]


def listed(summary: Summary) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in action_sheet(summary).iter_rows(min_row=HEAD + 1) if row[1].value]


def marks(summary: Summary) -> list[str]:
    """What the marks say on the day that the file was made."""
    book = openpyxl.load_workbook(io.BytesIO(report_files(summary)["actions.xlsx"]), data_only=True)
    return [row[0] or "" for row in book.worksheets[0].iter_rows(min_row=HEAD + 1, values_only=True) if row[1]]


def events(summary: Summary) -> list[Any]:
    return list(icalendar.Calendar.from_ical(report_files(summary)["reviews.ics"]).walk("VEVENT"))


# actions


def test_actions_without_owner_or_date_stand_first_and_then_by_date() -> None:
    assert [row[1][:20] for row in listed(grrow())] == [
        "We beginnen op de ga",
        "Vak ‘mijn doel’ in h",
        "Gesprek voeren met v",
        "Gespreksleidraad in ",
    ]


def test_dates_are_dates_and_other_words_stay_as_they_were_written() -> None:
    first = plans(grrow()).actions[0]
    actions = (first, dataclasses.replace(first, due_on="volgende lente"), dataclasses.replace(first, due_on="0026-01-01"))
    assert [row[3] for row in listed(grrow(actions=actions))] == [datetime(2026, 11, 2), "volgende lente", "0026-01-01"]


def test_the_mark_says_what_is_missing_and_what_is_late() -> None:
    assert marks(grrow()) == ["zonder wie, zonder datum", "over tijd", "", "zonder wie"]
    assert marks(grrow("en")) == ["no owner, no date", "overdue", "", "no owner"]


def test_a_row_is_as_high_as_its_mark_asks() -> None:
    first = plans(grrow()).actions[0]
    short = dataclasses.replace(first, what="Bellen", owner_role="", due_on="", first_step="", organisation="", team="", item_id="a-1")
    both = action_sheet(grrow(actions=(short, dataclasses.replace(short, due_on="2027-01-01"))))
    assert both.row_dimensions[HEAD + 1].height > both.row_dimensions[HEAD + 2].height


def test_the_mark_is_reckoned_anew_each_day() -> None:
    formula = listed(grrow())[1][0]
    assert formula.startswith("=IF(")
    assert "$D7<TODAY()" in formula
    assert '$E7<>"klaar"' in formula
    rules = [rule.formula[0] for part in action_sheet(grrow()).conditional_formatting for rule in part.rules]
    assert any("TODAY()" in rule for rule in rules)


@pytest.mark.parametrize(("language", "words"), [("nl", '"nog te doen,bezig,klaar,gestopt"'), ("en", '"to do,under way,done,stopped"')])
def test_the_status_is_chosen_from_a_list(language: str, words: str) -> None:
    (rule,) = action_sheet(grrow(language)).data_validations.dataValidation
    assert rule.formula1 == words
    assert str(rule.sqref).startswith("E6:E")


def test_an_action_with_quotes_and_signs_stays_text() -> None:
    evil = '=cmd|" /C calc"!A0'
    first = plans(grrow()).actions[0]
    cells = listed(grrow(actions=(dataclasses.replace(first, what=evil, owner_role='"&1', status='"x"', first_step="-1+1"),)))[0]
    assert (cells[1], cells[2], cells[4], cells[5]) == (evil, '"&1', '"x"', "-1+1")


def test_no_actions_is_a_list_to_begin() -> None:
    assert listed(grrow(actions=())) == []
    assert action_sheet(grrow(actions=())).cell(HEAD, 2).value == "Wat"


# the calendar


def test_every_moment_is_a_whole_day_with_a_reminder_before_it() -> None:
    first, last = events(grrow())
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2026, 12, 18), date(2026, 12, 19))
    assert last["dtstart"].dt == date(2027, 9, 1)
    (alarm,) = first.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == -timedelta(days=6, hours=15)


def test_an_event_says_whether_people_chose_the_moment_or_we_did() -> None:
    first, last = events(grrow())
    assert "ons voorstel" in first["description"]
    assert "schreven jullie zelf op" in last["description"]
    assert "In september 2027 evalueren we." in last["description"]
    assert "our proposal" in events(grrow("en"))[0]["description"]
    assert first["summary"] == "Terugkijken op doel 1: Huis De Linde, team Noord"


def test_events_keep_their_ids_so_that_a_calendar_knows_them_again() -> None:
    twice = plans(grrow()).look_backs * 2
    ids = [str(event["uid"]) for event in events(grrow(look_backs=twice))]
    assert len(set(ids)) == 4
    assert ids[:2] == [str(event["uid"]) for event in events(grrow())]
    assert {event["dtstamp"].dt.date() for event in events(grrow())} == {date(2026, 11, 22)}


def test_a_moment_that_is_no_date_is_left_out_of_the_calendar() -> None:
    goal = plans(grrow()).goals[0].response_id
    assert events(grrow(look_backs=(LookBack(goal, "Huis De Linde", "", "ooit", True, "ooit"),))) == []


def test_the_calendar_has_lines_that_every_program_reads() -> None:
    long = "Terugkijken; samen, met \\ en enters\nop twee regels " * 5
    goal = plans(grrow()).goals[0].response_id
    data = report_files(grrow(look_backs=(LookBack(goal, "Huis De Linde", "", "2027-01-01", True, long),)))["reviews.ics"]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert long.strip() in event["description"]


def test_actions_of_a_goal_that_is_not_there_are_listed_all_the_same() -> None:
    lonely = Action("x-action-1", "nergens", "", "", "Bellen", "", "", "todo", "", False, ("owner", "date"))
    assert [row[1] for row in listed(grrow(actions=(lonely,)))] == ["Bellen"]
    assert b"Bellen" in report_files(grrow(actions=(lonely,)))["report.html"]
