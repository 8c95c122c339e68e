"""What we hand out comes back: worksheets filled in, the site's exports, and our own table of items."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from answers_read import read, reasons, said, table, workbook
from worksheet_files import write_document, write_workbook

from learning_network.content.library import Library
from learning_network.responses.filled_in import DATE, TEAM
from learning_network.responses.items import COLUMNS, FileRead
from learning_network.responses.readers import site_answers
from learning_network.responses.readers.site_answers import CSV_COLUMNS
from learning_network.templates.worksheet_document import worksheet_document
from learning_network.templates.worksheet_workbook import worksheet_workbook

SCHEMA = site_answers.SCHEMA
SWOT = {
    "format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl",
    "name": "An Voorbeeld", "organisation": "AZ Voorbeeld", "team": "Noord", "role": "arts", "phase": "explore", "round": "2",
    "date": "2026-03-31", "answers": {"strengths": ["goede sfeer", {"text": "veel kennis", "weight": 3}], "threats": [], "weaknesses": "nvt"},
}  # fmt: skip
GRROW = {**SWOT, "worksheet": "grrow-sheet", "answers": {
    "goal": "samen werken", "will": "we beginnen", "actions": [{"row": "1", "what": "bellen", "who": "coach", "by-when": "1 april 2026", "first-small-step": "nummer zoeken"}],
}}  # fmt: skip


def judge(data: Any) -> None:
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)


def test_the_schema_is_a_schema_and_takes_what_we_read() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for data in (SWOT, GRROW, [SWOT, GRROW]):
        judge(data)


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"answers": []}, {"worksheet": "SWOT"}, {"date": "31/3/2026"}, {"answers": {"a": {"b": "c"}}}, {"ip": "1"}]
)
def test_the_schema_refuses_what_the_site_never_writes(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        judge({**SWOT, **change})


def test_an_export_of_the_site_is_read_with_who_when_and_weights() -> None:
    found = read("a.json", json.dumps(SWOT))
    assert (found.reader, found.cells, found.answered, found.empty, found.said_empty) == ("site", 4, 2, 2, 1)
    assert said(
        found,
        "participant",
        "organisation",
        "team",
        "role",
        "phase",
        "round",
        "answered_on",
        "instrument",
        "field",
        "text",
        "weight",
        "lang",
    ) == [
        ("An Voorbeeld", "AZ Voorbeeld", "Noord", "arts", "explore", "2", "2026-03-31", "swot", "strengths", "goede sfeer", "", "nl"),
        ("An Voorbeeld", "AZ Voorbeeld", "Noord", "arts", "explore", "2", "2026-03-31", "swot", "strengths", "veel kennis", "3", "nl"),
    ]


def test_each_answer_of_a_list_has_a_place_of_its_own() -> None:
    assert read("a.json", json.dumps(SWOT)).items["source_column"] == ["strengths", "strengths 2"]


def test_each_row_of_actions_is_one_action() -> None:
    found = read("a.json", json.dumps([GRROW]))
    action = found.items.only([found.items["field"].index("action")])
    assert [action[name] for name in ("text", "owner_role", "due_on", "first_step", "instrument")] == [
        ["bellen"],
        ["coach"],
        ["2026-04-01"],
        ["nummer zoeken"],
        ["grrow"],
    ]
    assert found.cells == found.answered == 6


def test_the_csv_of_the_site_says_the_same_as_its_json() -> None:
    facts = [str(SWOT[name]) for name in ("format", "version", "worksheet", "worksheet_version", "language")]
    who = [str(SWOT[name]) for name in ("name", "organisation", "team", "role", "phase", "round", "date")]
    rows = [[*facts, "1", *who, "strengths", "", "", *answer] for answer in (["goede sfeer", ""], ["veel kennis", "3"])]
    rows += [[*facts, "1", *who, "weaknesses", "", "", "nvt", ""]]
    found = read("a.csv", table(CSV_COLUMNS, *rows, sign=";"))
    assert found.reader == "site"
    assert found.items["item_id"] == read("a.json", json.dumps(SWOT)).items["item_id"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (json.dumps({**SWOT, "version": 2}), "of version 2 of learning-network/answers"),
        (json.dumps({**SWOT, "version": "x" * 500}), "get the new program"),
        ("[" * 200_000, "lists in lists without end"),
        ('{"format": "learning-network/answers", "format": 1}', "stands in it twice"),
        ('{"format": "learning-network/ans', "the file is no JSON"),
        ("{}", "not that of this site's worksheets"),
        (json.dumps({**SWOT, "answers": "alles"}), "does not say which worksheet it is"),
        (json.dumps({**SWOT, "worksheet": {"a": 1}}), "does not say which worksheet it is"),
        (b'{"format": "\xff\xfe', "the file is no JSON"),
        ('{"a": ' + "9" * 5000 + "}", "the file is no JSON"),
    ],
)
def test_an_export_that_is_hostile_or_newer_is_refused_with_a_reason(data: str | bytes, reason: str) -> None:
    found = read("a.json", data)
    assert reason in reasons(found)
    assert len(reasons(found)) < 400
    assert not len(found.items)


def test_an_answer_of_a_wrong_type_is_rejected_and_the_rest_read() -> None:
    answers = {
        "strengths": ["sfeer", ["lijst"], {"text": {"a": 1}}, None, True, 5],
        "threats": {"a": "b"},
        "opportunities": [{"row": "1", "x": ["y"]}],
    }
    found = read("a.json", json.dumps({**SWOT, "team": ["Noord"], "answers": answers}))
    assert said(found) == [("strengths", "sfeer"), ("strengths", "5")]
    assert [line.column for line in found.rejected] == ["team", "strengths", "strengths", "strengths", "threats", "opportunities.1.x"]


def swot_workbook(library: Library, language: str) -> bytes:
    return worksheet_workbook(library, library.worksheets["swot-sheet"], language)


ANSWERS = {"strengths": "goede sfeer", "weaknesses": "nvt", "points-for-attention": "eerst rust"}


def one(found: FileRead) -> set[tuple[Any, ...]]:
    return set(said(found, "instrument", "field", "text", "team", "answered_on", "lang"))


def test_a_swot_sheet_filled_in_as_a_spreadsheet_or_a_document_says_the_same(library: Library) -> None:
    sheet = library.worksheets["swot-sheet"]
    xlsx = read("a.xlsx", write_workbook(swot_workbook(library, "nl"), ANSWERS, "Noord", "3 maart 2027"))
    docx = read("a.docx", write_document(worksheet_document(library, sheet, "nl"), {**ANSWERS, TEAM: "Noord", DATE: "3 maart 2027"}))
    assert (xlsx.reader, docx.reader) == ("worksheet", "worksheet")
    wanted = {("swot", "strengths", "goede sfeer"), ("swot", "points-for-attention", "eerst rust")}
    assert one(xlsx) == one(docx) == {(*line, "Noord", "2027-03-03", "nl") for line in wanted}
    assert set(xlsx.items["item_id"]) == set(docx.items["item_id"])
    assert (docx.cells, docx.answered, docx.empty, docx.said_empty) == (5, 2, 3, 1)


def test_a_grrow_sheet_filled_in_gives_its_actions(library: Library) -> None:
    sheet = library.worksheets["grrow-sheet"]
    wrote = {
        "goal": "samen\nrust",
        "actions.1.what": "bellen",
        "actions.1.who": "coach",
        "actions.1.by-when": "2027-04-01",
        "actions.3.who": "arts",
    }
    for name, data in (
        ("a.docx", write_document(worksheet_document(library, sheet, "nl"), wrote)),
        ("a.xlsx", write_workbook(worksheet_workbook(library, sheet, "nl"), wrote)),
    ):
        found = read(name, data, given={"team": "Zuid", "round": "2"})
        texts = {("goal", "samen", ""), ("goal", "rust", ""), ("action", "bellen", "coach")}
        assert texts - {("goal", "samen", ""), ("goal", "rust", "")} <= set(said(found, "field", "text", "owner_role"))
        action = found.items["field"].index("action")
        assert [found.items[c][action] for c in ("owner_role", "due_on", "team", "round", "source_column")] == [
            "coach",
            "2027-04-01",
            "Zuid",
            "2",
            "actions.1.what",
        ]
        assert [line.text for line in found.rejected] == ["arts"]


def test_another_worksheet_keeps_its_questions_and_the_ids_of_its_options(library: Library) -> None:
    worksheet = next(w for w in library.worksheets.values() if w.id not in ("swot-sheet", "grrow-sheet"))
    question = next(q for q in worksheet.questions if q.type in ("text", "list"))
    found = read("a.docx", write_document(worksheet_document(library, worksheet, "nl"), {question.id: "een antwoord"}))
    assert said(found, "instrument", "field", "text") == [(worksheet.id, question.id, "een antwoord")]
    data = {**SWOT, "worksheet": worksheet.id, "answers": {"keuze": "option-b", "tabel": [{"row": "r1", "k": "v1"}]}}
    assert said(read("a.json", json.dumps(data))) == [("keuze", "option-b"), ("tabel.r1.k", "v1")]


def test_a_worksheet_that_nobody_wrote_in_is_read_and_said(library: Library) -> None:
    found = read("a.xlsx", swot_workbook(library, "en"))
    assert (found.reader, found.cells, found.empty, len(found.items)) == ("worksheet", 5, 5, 0)
    assert found.remarks


def items_csv(found: FileRead) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row in found.items.rows():
        writer.writerow({**row, "text": f"'{row['text']}" if row["text"].startswith("=") else row["text"]})
    return out.getvalue().encode("utf-8-sig")


def test_our_table_of_items_is_read_again_as_it_was() -> None:
    first = read("a.json", json.dumps({**GRROW, "answers": {**GRROW["answers"], "options": ["=1+1 is twee", "- streepje"]}}))  # type: ignore[dict-item]
    for again in (read("items.csv", items_csv(first)), read("items.jsonl", "\n".join(json.dumps(row) for row in first.items.rows()))):
        assert (again.reader, again.cells, again.answered) == ("items", len(first.items), len(first.items))
        assert list(again.items.rows()) == list(first.items.rows())


def test_faults_in_a_table_of_items_are_rejected_with_their_row() -> None:
    head = ["item_id", "response_id", "instrument", "field", "text"]
    rows = [
        ["a-1", "a", "swot", "strengths", "x1"],
        ["a-1", "a", "swot", "strengths", "x2"],
        ["", "a", "swot", "threats", "x3"],
        ["b-1", "b", "swot", "threats", ""],
    ]
    found = read("items.csv", table(head, *rows))
    assert (found.cells, found.answered, found.empty) == (4, 1, 1)
    assert [(line.source_row, line.column) for line in found.rejected] == [(3, "item_id"), (4, "item_id")]
    assert said(found, "position", "source_row", "source_file") == [(1, 2, "items.csv")]
    assert read("items.jsonl", '{"item_id": "a"}\n[1]\nkapot\n').cells == 3


def test_a_table_of_items_of_a_newer_version_is_refused() -> None:
    row = dict.fromkeys(COLUMNS, "x") | {"schema_version": "9"}
    assert "of version 9" in reasons(read("items.csv", table(list(row), list(row.values()))))


def test_a_workbook_of_items_is_read_too() -> None:
    head = ["item_id", "response_id", "instrument", "field", "text"]
    assert read("items.xlsx", workbook(head, ["a-1", "a", "swot", "strengths", "sfeer"])).reader == "items"
