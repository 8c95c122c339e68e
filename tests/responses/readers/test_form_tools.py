"""Exports of Microsoft Forms, Google Forms and LimeSurvey are read with all that is peculiar to them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import pytest
from answers_read import read, remarks, said, table, workbook

from learning_network.responses.mapping import parse_mapping

NOON = datetime(2026, 3, 1, 12, 0, 5)
MICROSOFT = {
    "nl": ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging", "Wat zijn onze sterktes?\u00a0", "Wat zijn onze zwaktes? "],
    "en": ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "What are our strengths?\u00a0", "What are our weaknesses?"],
    "de": ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Uhrzeit der letzten Änderung", "Stärken", "Schwächen"],
    "fr": ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Heure de la dernière modification", "Points forts", "Points faibles"],
}  # fmt: skip


@pytest.mark.parametrize("language", MICROSOFT)
def test_microsoft_forms_is_read_in_every_language(language: str) -> None:
    data = workbook(MICROSOFT[language], [1, NOON, NOON, "anonymous", None, None, "goede sfeer\nveel kennis", "nvt"], _hidden=[["x"]])
    found = read("export.xlsx", data)
    assert (found.reader, found.cells, found.answered, found.said_empty) == ("microsoft-forms", 2, 1, 1)
    assert said(found, "field", "text", "answered_on", "participant", "lang", "source_row", "position") == [
        ("strengths", "goede sfeer", "2026-03-01", "", language, 2, 1),
        ("strengths", "veel kennis", "2026-03-01", "", language, 2, 2),
    ]
    assert "not read" not in remarks(found)


def test_microsoft_forms_writes_choices_with_a_sign_at_their_end() -> None:
    head = ["ID", "Start time", "Completion time", "Name2", "Strengths", "Threats"]
    found = read("f.xlsx", workbook(head, [1, NOON, NOON, "An", "Time;Money, some;", "a; b"], [2, NOON, NOON, "Bo", "Money, some;", "c"]))
    texts = [("strengths", "Time"), ("strengths", "Money, some"), ("threats", "a; b"), ("strengths", "Money, some"), ("threats", "c")]
    assert said(found) == texts
    assert found.items["participant"] == ["An", "An", "An", "Bo", "Bo"]


def test_a_workbook_with_prefixed_xml_and_a_wrong_dimension_is_read_whole() -> None:
    data = workbook(
        MICROSOFT["nl"], *([n, NOON, NOON, f"p{n}@example.org", "", "", f"sterkte {n}", "te weinig tijd"] for n in range(1, 231))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            xml = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                text = re.sub(r'<dimension ref="[^"]+"', '<dimension ref="A1"', xml.decode())
                text = re.sub(r"<(/?)(?!\?)(\w)", r"<\1x:\2", text).replace('xmlns="', 'xmlns:x="')
                xml = text.encode()
            new.writestr(part, xml)
    found = read("nieuw.xlsx", out.getvalue())
    assert (found.reader, len(found.items), found.cells) == ("microsoft-forms", 460, 460)


@pytest.mark.parametrize("heading", ["Timestamp", "Tijdstempel", "Zeitstempel", "Horodateur"])
def test_google_forms_writes_the_month_first_in_every_language(heading: str) -> None:
    found = read("f.csv", table([heading, "E-mailadres", "Sterktes"], ["3/4/2026 9:05:01", "an@example.org", "tijd, geld"]))
    assert found.reader == "google-forms"
    assert said(found, "answered_on", "participant", "text") == [("2026-03-04", "an@example.org", "tijd, geld")]
    assert "1 cell can be read as day-month or month-day: read with the month first" in remarks(found)


def test_a_google_export_that_excel_saved_again_shows_its_own_order() -> None:
    rows = [["Tijdstempel", "Sterktes"], ["13/04/2026 9:05", "een\ntwee"], *[["", ""]] * 300, ["03/04/2026 9:05", "drie"], ["", ""]]
    found = read("f.csv", "\ufeff".encode() + table(*rows, sign=";"))
    assert said(found, "answered_on", "text", "source_row") == [
        ("2026-04-13", "een", 2),
        ("2026-04-13", "twee", 2),
        ("2026-04-03", "drie", 303),
    ]
    assert "day first, as other cells of this column are" in remarks(found)


def test_choices_of_google_forms_are_parted_where_a_mapping_says_so() -> None:
    mapping = parse_mapping('columns:\n  Wat herken je?: {means: weaknesses, split: ", "}\n', "m.yml")
    found = read("f.csv", table(["Timestamp", "Wat herken je?"], ["3/14/2026 9:05:01", "tijd, geld"]), mapping=mapping)
    assert said(found) == [("weaknesses", "tijd"), ("weaknesses", "geld")]


LIME = {
    "codes": ["id", "submitdate", "lastpage", "startlanguage", "seed", "strengths", "threats"],
    "texts": ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "What are our strengths?", "Threats &amp; <b>risks</b> for {TEAM}?"],
    "both": ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language", "seed. Seed",
             "G1Q1. What are our strengths?", "G1Q2. Threats"],
    "underscores": ["id. Response_ID", "submitdate. Date_submitted", "lastpage. Last_page", "startlanguage. Start_language", "seed. Seed",
                    "Q1. Strengths", "Q2. Threats"],
    "german": ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert", "Stärken", "Risiken"],
    "dutch": ["Antwoord ID", "Datum ingestuurd", "Laatste pagina", "Starttaal", "Seed", "Sterktes", "Bedreigingen"],
}  # fmt: skip


@pytest.mark.parametrize("style", LIME)
@pytest.mark.parametrize("sign", [",", ";"])
def test_limesurvey_is_read_with_every_style_of_headings(style: str, sign: str) -> None:
    rows = [["1", "2026-03-01 10:00:00", "2", "nl-informal", "77", "A &amp; B", "N/A"], ["2", "", "1", "en", "78", "een\ntwee", ""]]
    found = read("results.csv", "\ufeff".encode() + table(LIME[style], *rows, sign=sign))
    assert (found.reader, found.cells, found.answered, found.empty, found.said_empty) == ("limesurvey", 4, 2, 2, 1)
    assert said(found, "text", "answered_on", "lang") == [("A & B", "2026-03-01", "nl"), ("een", "", "en"), ("twee", "", "en")]
    assert "1 response was not sent in" in remarks(found)


def test_limesurvey_hides_the_date_of_anonymous_responses_and_equal_ones_stay_apart() -> None:
    rows = [[str(n), "1980-01-01 00:00:00", "2", "nl", "7", "geen tijd genoeg", ""] for n in (1, 2)]
    found = read("r.xlsx", workbook(LIME["dutch"], *rows))
    assert said(found, "answered_on", "text") == [("", "geen tijd genoeg")] * 2
    assert len(set(found.items["response_id"])) == 2
    assert remarks(found) == ""


def test_a_form_without_a_question_that_we_know_says_how_to_write_a_mapping() -> None:
    found = read("f.csv", table(["Timestamp", "Wat zou jij doen?"], ["3/14/2026 9:05:01", "iets"]))
    assert (found.reader, found.cells) == ("google-forms", 0)
    assert "learning-network responses mapping FILE > mapping.yml" in found.rejected[0].reason
    assert "'Wat zou jij doen?'" in remarks(found)
