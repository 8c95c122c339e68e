"""Headings are known in four languages, by their words and by the questions of our own worksheets."""

from __future__ import annotations

import pytest
import yaml
from projects import ROOT

from learning_network.responses.answer_headings import field_of, language, meaning, meanings
from learning_network.responses.worksheet_answers import ACTION_COLUMNS, INSTRUMENTS


@pytest.mark.parametrize("worksheet", INSTRUMENTS)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_questions_of_our_worksheets_are_known_word_for_word(worksheet: str, code: str) -> None:
    record = yaml.safe_load((ROOT / "exercises" / f"{worksheet}.yml").read_text(encoding="utf-8"))
    for id_, question in record[code]["questions"].items():
        wanted = f"{INSTRUMENTS[worksheet]}.{'action' if id_ == 'actions' else id_}"
        found = meaning(question["label"])
        assert found is not None
        assert (found.means, found.sure) == (wanted, True), question["label"]
        for column, label in question.get("columns", {}).items():
            known = meaning(label)
            assert known is not None, label
            assert known.means == ACTION_COLUMNS.get(column, "grrow.action")


@pytest.mark.parametrize(
    ("heading", "means"),
    [
        ("Sterktes", "swot.strengths"),
        (" STERKTES : ", "swot.strengths"),
        ("Zwakke punten", "swot.weaknesses"),
        ("Schwächen", "swot.weaknesses"),
        ("Points forts", "swot.strengths"),
        ("Opportunities\u00a0", "swot.opportunities"),
        ("3. Kansen (extern)", "swot.opportunities"),
        ("Sterkte 2", "swot.strengths"),
        ("G1Q1. Wat zijn onze sterktes?", "swot.strengths"),
        ("<p>Wat zijn de sterktes van <b>{TEAM}</b>?</p>", "swot.strengths"),
        ("Welke bedreigingen zie je de komende jaren?", "swot.threats"),
        ("Bij welke organisatie werk je?", "organisation"),
        ("Wat is je rol in het team?", "role"),
        ("In welke fase zit jullie project?", "phase"),
        ("E-mailadres", "email"),
        ("Wie trekt het?", "owner_role"),
        ("Bis wann", "due_on"),
        ("Stand van zaken", "status"),
        ("Premier pas", "first_step"),
    ],
)
def test_a_heading_is_known(heading: str, means: str) -> None:
    found = meaning(heading)
    assert found is not None
    assert found.means == means


@pytest.mark.parametrize("heading", ["", "?", "Wat zou jullie team helpen?", "Welke sterktes en zwaktes zie je?", "Opmerkingen"])
def test_a_heading_that_may_be_anything_is_not_guessed(heading: str) -> None:
    assert meaning(heading) is None


def test_letters_are_fields_only_where_all_four_stand_together() -> None:
    assert [m.means if m else "" for m in meanings(["S", "W", "O", "T"])][:2] == ["swot.strengths", "swot.weaknesses"]
    assert meanings(["S", "Naam"])[0] is None


def test_a_word_of_another_instrument_does_not_count_among_sure_headings() -> None:
    found = meanings(["Doel", "Realiteit", "Welke kansen zijn er nog?"])
    assert found[2] is None


def test_the_language_of_a_form_is_that_of_its_headings_and_our_own_ids_tell_nothing() -> None:
    assert language(meanings(["Sterktes", "Zwaktes", "Team"])) == "nl"
    assert language(meanings(["strengths", "weaknesses", "organisation"])) == ""


def test_a_field_is_known_by_its_name_in_a_column_of_fields() -> None:
    assert field_of("Zwaktes") == ("swot", "weaknesses")
    assert field_of("z") == ("swot", "weaknesses")
    assert field_of("will", "grrow") == ("grrow", "will")
    assert field_of("q1", "compass") == ("compass", "q1")
    assert field_of("iets anders") is None
