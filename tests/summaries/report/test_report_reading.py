"""What makes a report easy to read and to check: short sentences, whole words, heads that differ, and what was looked at only in part."""

from __future__ import annotations

import dataclasses
import io

import docx
import openpyxl
from reading import SUMMARIES, words

from learning_network.summaries.leftovers import MOST_COUNTED
from learning_network.summaries.merging import MOST_COMPARED
from learning_network.summaries.report import report_files
from learning_network.summaries.report.voice import Voice


def test_of_many_themes_on_both_sides_five_are_named_and_the_others_counted() -> None:
    summary = SUMMARIES["swot-nl"]
    assert summary.swot
    pair = summary.swot.both_sides[0]
    names = [theme["id"] for theme in summary.coding.themes][:7]
    pairs = tuple((dataclasses.replace(pair[0], theme=name), dataclasses.replace(pair[1], theme=name)) for name in names)
    said = words(dataclasses.replace(summary, swot=dataclasses.replace(summary.swot, both_sides=pairs)))
    labels = [f"“{theme['label']}”" for theme in summary.coding.themes][:5]
    assert (
        f"7 thema’s staan zowel bij de sterktes als bij de zwaktes. Aan beide kanten het vaakst genoemd: {', '.join(labels[:4])} en" in said
    )
    assert "Verderop staan ook de andere 2." in said
    assert "aan de kant waar de minste mensen ze noemden" in said


def test_the_method_says_where_only_a_part_was_looked_at() -> None:
    summary = SUMMARIES["swot-nl"]
    few = words(summary)
    assert "verschillende teksten" not in few
    assert "gelijk verspreid" not in few
    account = dataclasses.replace(summary.account, items=MOST_COMPARED + 1)
    left = dataclasses.replace(summary.leftovers, total=MOST_COUNTED + 1)
    many = words(dataclasses.replace(summary, account=account, leftovers=left))
    assert "gezocht in hoogstens de eerste 10.000 verschillende teksten" in many
    assert "geteld in 20.000 van de 20.001 antwoorden, gelijk verspreid over alle" in many


def test_goals_without_an_organisation_stand_last_and_are_numbered_so() -> None:
    summary = SUMMARIES["grrow-nl"]
    assert summary.grrow
    first, *others = summary.grrow.goals
    goals = (dataclasses.replace(first, organisation=""), *others)
    summary = dataclasses.replace(summary, grrow=dataclasses.replace(summary.grrow, goals=goals))
    assert Voice(summary, 10).goal_numbers[first.response_id] == len(goals)
    said = words(summary)
    assert said.index("Zonder naam van een organisatie") > max(said.index(goal.organisation) for goal in others)


def test_a_word_that_a_column_may_break_is_a_very_long_one() -> None:
    summary = SUMMARIES["swot-nl"]
    (file, *rest) = summary.account.files
    files = (dataclasses.replace(file, file="antwoorden_van_alle_teams.csv"), *rest)
    html = report_files(dataclasses.replace(summary, account=dataclasses.replace(summary.account, files=files)))["report.html"].decode()
    assert '<bdi class="long">antwoorden_van_alle_teams.csv</bdi>' in html
    assert "<bdi>Mandaat en openheid van de organisatie</bdi>" in html


def test_a_file_that_is_not_read_says_so() -> None:
    summary = SUMMARIES["swot-nl"]
    (file, *rest) = summary.account.files
    files = (dataclasses.replace(file, reader=""), *rest)
    assert "niet gelezen" in words(dataclasses.replace(summary, account=dataclasses.replace(summary.account, files=files)))


def test_heads_stand_upright_where_a_word_is_wider_than_its_column_of_numbers() -> None:
    swot = SUMMARIES["swot-nl"]
    assert swot.swot
    inside, outside = (swot.swot.confrontation.inside * 3)[:5], (swot.swot.confrontation.outside * 3)[:10]
    wide = dataclasses.replace(swot.swot.confrontation, inside=inside, outside=outside, scores=())
    summary = dataclasses.replace(swot, swot=dataclasses.replace(swot.swot, confrontation=wide))
    tables = docx.Document(io.BytesIO(report_files(summary)["report.docx"])).tables
    upright = [table for table in tables if table.rows[0]._tr.xpath("./w:tc/w:tcPr/w:textDirection")]
    matrix = next(table for table in upright if len(table.columns) == 11)
    first, *others = matrix.rows[0]._tr.tc_lst
    assert not first.xpath("./w:tcPr/w:textDirection")
    assert all(cell.xpath("./w:tcPr/w:textDirection/@w:val") == ["btLr"] for cell in others)
    assert int(matrix.rows[0]._tr.xpath("./w:trPr/w:trHeight/@w:val")[0]) > 56 * len("T1 Personeel en verloop")
    assert not any(table.rows[0].cells[1].text == "Mensen" for table in upright), "these words have room"


def test_no_two_heads_of_a_sheet_are_the_same() -> None:
    for name in ("swot-nl", "grrow-nl"):
        for sheet in openpyxl.load_workbook(io.BytesIO(report_files(SUMMARIES[name])["report.xlsx"])):
            heads = [cell.value for cell in sheet[1] if cell.value]
            assert len(heads) == len(set(heads)), sheet.title
