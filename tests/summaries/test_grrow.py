"""GRROW: chains, actions and moments to look back, by hand."""

from __future__ import annotations

from datetime import date

import pytest
from small_tables import DAY, Said, one, summarised, summary_of, table

from learning_network.summaries.look_backs import dates_in
from learning_network.summaries.summary import Action, Grrow, LookBack


def grrow(said: list[Said], **options: object) -> Grrow:
    made = summary_of(said, "grrow", **options).grrow
    assert made is not None
    return made


NOORD = {"organisation": "Noord", "team": "Rood", "phase": "explore", "round": "1", "answered_on": "2026-11-02", "lang": "nl"}

CHAIN: list[Said] = [
    one("a", "goal", text="Elke bewoner heeft een doelenkaart", **NOORD),
    one("a", "reality", text="De directie steunt dit. Er is te weinig tijd.", **NOORD),
    one("a", "options", text="Met twee bewoners beginnen", **NOORD),
    one("a", "options", text="Een middag vrijmaken", **NOORD),
    one("a", "will", text="We beginnen met twee bewoners", **NOORD),
]


def test_a_response_is_one_chain_with_every_step_as_a_key() -> None:
    (goal,) = grrow(CHAIN).goals
    assert (goal.response_id, goal.organisation, goal.team, goal.phase, goal.round) == ("a", "Noord", "Rood", "explore", "1")
    assert list(goal.steps) == ["goal", "reality", "resources", "options", "will", "action"]
    assert [quotation.text for quotation in goal.steps["options"]] == ["Met twee bewoners beginnen", "Een middag vrijmaken"]
    assert goal.steps["resources"] == ()  # GROW: four letters, read the same way
    assert goal.met == ("De directie steunt dit.",)
    assert goal.to_do == ("Er is te weinig tijd.",)
    assert {check.about: check.found for check in goal.checks} == {
        "concrete": "Elke bewoner, doelenkaart",
        "time": "",
        "evaluation": "",
    }


def test_two_goals_in_one_response_stay_one_chain() -> None:
    (goal,) = grrow([*CHAIN, one("a", "goal", text="Ook de familie weet ervan", **NOORD)]).goals
    assert [quotation.text for quotation in goal.steps["goal"]] == ["Elke bewoner heeft een doelenkaart", "Ook de familie weet ervan"]


def test_items_stand_in_the_order_of_their_positions_whatever_the_order_of_the_rows() -> None:
    items, codes = table(CHAIN, "grrow")
    order = range(len(CHAIN) - 1, -1, -1)
    assert summarised(items.only(order), codes, "grrow").grrow == summarised(items, codes, "grrow").grrow


def test_chains_stand_by_organisation_and_team() -> None:
    said = [
        one(who, "goal", organisation=house, team=team)
        for who, house, team in (("1", "Zuid", "B"), ("2", "Noord", "Z"), ("3", "zuid", "A"))
    ]
    assert [goal.response_id for goal in grrow(said).goals] == ["2", "3", "1"]


def action(who: str, what: str, **about: str) -> Said:
    return one(who, "action", text=what, **about)


def test_actions_stand_by_date_with_what_is_missing_and_what_is_late() -> None:
    said = [
        *CHAIN,
        action("a", "Kaart maken", owner_role="coach", due_on="2026-11-21", status="busy", first_step="voorbeeld zoeken", **NOORD),
        action("a", "Uitproberen", owner_role="coach", due_on="2026-10-01", status="done", **NOORD),
        action("a", "Affiche ophangen", due_on="voor de zomer", **NOORD),
        action("a", "Vieren", owner_role="team", **NOORD),
        action("a", "Vandaag klaar", owner_role="team", due_on=DAY.isoformat(), status="todo", **NOORD),
    ]
    made = grrow(said).actions
    assert [(action.what, action.overdue, action.missing) for action in made] == [
        ("Uitproberen", False, ()),
        ("Kaart maken", True, ()),
        ("Vandaag klaar", False, ()),
        ("Affiche ophangen", False, ("owner",)),
        ("Vieren", False, ("date",)),
    ]
    assert made[1] == Action(
        "a-action-1", "a", "Noord", "Rood", "Kaart maken", "coach", "2026-11-21", "busy", "voorbeeld zoeken", overdue=True, missing=()
    )


def test_what_a_chain_will_do_becomes_actions_only_where_it_has_none() -> None:
    assert [(action.item_id, action.what, action.missing) for action in grrow(CHAIN).actions] == [
        ("a-will-1", "We beginnen met twee bewoners", ("owner", "date"))
    ]
    assert [action.item_id for action in grrow([*CHAIN, action("a", "Vieren")]).actions] == ["a-action-1"]


# moments to look back


def look_backs(*said: Said) -> list[tuple[str, bool, str]]:
    return [(moment.on, moment.agreed, moment.text) for moment in grrow([*CHAIN[:1], *said]).look_backs]


def test_a_date_beside_words_for_evaluating_is_agreed() -> None:
    text = "We beginnen in januari. We evalueren op 12 maart 2027 met het team."
    (moment,) = grrow([*CHAIN[:1], one("a", "will", text=text, **NOORD)]).look_backs
    assert moment == LookBack("a", "Noord", "Rood", "2027-03-12", True, "We evalueren op 12 maart 2027 met het team.")


def test_an_action_to_evaluate_is_agreed_for_its_date() -> None:
    assert look_backs(action("a", "Evalueren met de bewoners", due_on="2027-05-01")) == [("2027-05-01", True, "Evalueren met de bewoners")]


def test_without_an_agreed_moment_the_last_date_of_the_actions_is_our_proposal() -> None:
    said = [action("a", "Eerst", due_on="2027-01-10"), action("a", "Laatst", due_on="2027-02-10"), action("a", "Ooit", due_on="later")]
    assert look_backs(*said) == [("2027-02-10", False, "Laatst")]
    assert look_backs(action("a", "Gestopt", due_on="2027-02-10", status="stopped")) == []


def test_no_date_gives_no_moment() -> None:
    assert look_backs(one("a", "will", text="We evalueren later wel eens.", **NOORD)) == []


SINCE = date(2026, 11, 30)
DATES = [
    ("nl", "evalueren op 2027-03-12", ["2027-03-12"]),
    ("nl", "evalueren op 12/3/2027", ["2027-03-12"]),
    ("nl", "evalueren op 12.03.2027 en 1-4-2027", ["2027-03-12", "2027-04-01"]),
    ("nl", "evalueren op 12 maart 2027", ["2027-03-12"]),
    ("nl", "evalueren op 12 maart", ["2027-03-12"]),
    ("nl", "evalueren op 5 december", ["2026-12-05"]),
    ("nl", "evaluatie in maart 2027", ["2027-03-01"]),
    ("nl", "evaluatie eind maart", ["2027-03-01"]),
    ("nl", "na drie maanden kijken we terug", ["2027-02-28"]),
    ("nl", "na een halfjaar kijken we terug", ["2027-05-30"]),
    ("nl", "over 2 weken bespreken", ["2026-12-14"]),
    ("nl", "na een jaar", ["2027-11-30"]),
    ("nl", "evalueren op 31/2/2027 of 99/99/2027", []),
    ("nl", "evalueren op 30 februari 2027", []),
    ("nl", "12 bewoners, drie maanden, 2027", []),
    ("en", "evaluate on 12 March 2027", ["2027-03-12"]),
    ("en", "we may evaluate and march on", []),
    ("en", "look back in June", ["2027-06-01"]),
    ("en", "evaluate after three months", ["2027-02-28"]),
    ("en", "evaluate within half a year", ["2027-05-30"]),
    ("en", "evaluate in a month", ["2026-12-30"]),
]


@pytest.mark.parametrize(("language", "text", "days"), DATES, ids=[text for _, text, _ in DATES])
def test_dates_are_read_as_people_write_them(language: str, text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in dates_in(text, language, SINCE)] == days


def test_without_a_day_of_answering_only_whole_dates_are_read() -> None:
    assert dates_in("na drie maanden, 12 maart, of 12 maart 2027", "nl", None) == [date(2027, 3, 12)]


# points


def test_a_chain_without_anything_to_do_asks_for_it() -> None:
    said = [one("a", "goal", "funding", text="Budget vinden", organisation="Noord"), one("b", "goal", "funding", organisation="Zuid")]
    said += [one("b", "options", "funding", organisation="Zuid"), one("b", "will", "time-and-workload", organisation="Zuid")]
    points = {point.rule: point for point in summary_of(said, "grrow").points}
    assert points["same-goal"].numbers == {"goals": 2, "organisations": 2}
    assert points["same-goal"].words == {"organisations": "Noord, Zuid"}
    assert points["goals-without-action"].numbers == {"without": 1, "goals": 2}
    assert [quotation.text for quotation in points["goals-without-action"].quotations] == ["Budget vinden"]
    assert points["options-not-taken-up"].numbers == {"not_taken_up": 1, "options": 1}
    assert points["actions-without-owner"].numbers == points["actions-without-date"].numbers == {"found": 1, "actions": 1}
    assert points["goals-without-look-back"].numbers == {"without": 2, "goals": 2}
    assert "actions-overdue" not in points


def test_an_option_is_taken_up_when_its_theme_comes_back_and_not_judged_without_a_theme() -> None:
    will = one("a", "will", "funding")
    taken = [one("a", "goal"), one("a", "options", "funding"), one("a", "options", ""), will]
    assert "options-not-taken-up" not in {point.rule for point in summary_of(taken, "grrow").points}
    left = [one("a", "goal"), one("a", "options", "")]
    assert "options-not-taken-up" in {point.rule for point in summary_of(left, "grrow").points}


def test_one_goal_of_one_organisation_is_not_called_shared() -> None:
    said = [one(who, "goal", "funding", organisation=name) for who, name in (("a", "Noord"), ("b", "noord"))]
    assert "same-goal" not in {point.rule for point in summary_of(said, "grrow").points}
