"""Tables that people made themselves: by their headings, with a mapping, wide or long, and posters typed over."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from answers_read import read, reasons, remarks, said, saved, table, workbook

from learning_network.responses.mapping import parse_mapping

SWOT = ["Sterktes", "Zwaktes", "Kansen", "Bedreigingen"]


def test_a_wide_table_is_a_response_a_row() -> None:
    rows = [
        ["AZ Voorbeeld", "Noord", "arts", "Verkennen", "Ronde 2", "3/14/2026", "sfeer", "-", "geld", ""],
        ["AZ Voorbeeld", "Zuid", "", "", "", "", "x", "y1", "", "z1"],
    ]
    found = read("a.csv", table(["Organisatie", "Team", "Functie", "Fase", "Ronde", "Datum", *SWOT], *rows))
    assert (found.reader, found.cells, found.answered, found.empty, found.said_empty) == ("table", 8, 4, 4, 2)
    assert said(found, "organisation", "team", "role", "phase", "round", "answered_on", "field", "text", "source_row", "source_column") == [
        ("AZ Voorbeeld", "Noord", "arts", "explore", "2", "2026-03-14", "strengths", "sfeer", 2, "Sterktes"),
        ("AZ Voorbeeld", "Noord", "arts", "explore", "2", "2026-03-14", "opportunities", "geld", 2, "Kansen"),
        ("AZ Voorbeeld", "Zuid", "", "", "", "", "weaknesses", "y1", 3, "Zwaktes"),
        ("AZ Voorbeeld", "Zuid", "", "", "", "", "threats", "z1", 3, "Bedreigingen"),
    ]


def test_a_long_table_is_an_item_a_row() -> None:
    rows = [
        ["7", "Noord", "Sterktes", "goede sfeer", "3"],
        ["8", "Zuid", "S", "kennis", ""],
        ["7", "Noord", "strengths", "rust", "x"],
        ["7", "Noord", "foo", "weg", ""],
        ["7", "Noord", "Zwaktes", "nvt", ""],
    ]
    found = read("a.csv", table(["nummer", "team", "veld", "tekst", "stemmen"], *rows))
    assert said(found, "team", "field", "position", "text", "weight") == [
        ("Noord", "strengths", 1, "goede sfeer", "3"),
        ("Zuid", "strengths", 1, "kennis", ""),
        ("Noord", "strengths", 2, "rust", ""),
    ]
    assert [(line.source_row, line.column, line.text) for line in found.rejected] == [(5, "tekst", "weg")]
    assert "'foo' in column 'veld' is no field that we know" in reasons(found)
    assert "weight that is no whole number" in remarks(found)


def test_rows_with_one_number_are_one_response_where_each_only_leaves_out_what_another_says() -> None:
    rows = [["7", "", "s", "een"], ["7", "Noord", "s", "twee"], ["7", "", "z", "drie"], ["7", "Zuid", "s", "vier"], ["8", "", "s", "vijf"]]
    found = read("a.csv", table(["nummer", "team", "veld", "tekst"], *rows))
    assert said(found, "team", "text") == [("Noord", "een"), ("Noord", "twee"), ("Noord", "drie"), ("Zuid", "vier"), ("", "vijf")]
    assert len(set(found.items["response_id"])) == 3


def test_rows_of_a_long_table_that_say_the_same_of_themselves_are_one_response_and_that_is_said() -> None:
    found = read(
        "a.csv",
        table(["team", "field", "text"], ["Noord", "goal", "samen werken"], ["Noord", "options", "bellen"], ["Zuid", "goal", "rust"]),
    )
    assert len(set(found.items["response_id"])) == 2
    assert "no column says which rows belong to one response" in remarks(found)


def test_the_same_response_has_the_same_id_in_a_wide_and_in_a_long_table() -> None:
    wide = read("a.csv", table(["Naam", "Team", "Datum", *SWOT], ["An", "Noord", "2026-03-01", "sfeer\nrust", "", "geld", ""]))
    long = read(
        "b.csv",
        table(
            ["response_id", "team", "date", "field", "text"],
            *(["9", "Noord", "1/3/2026", *pair] for pair in [("kansen", "geld"), ("s", "sfeer"), ("s", "rust")]),
        ),
    )
    assert set(wide.items["item_id"]) == set(long.items["item_id"])


def test_who_answered_does_not_change_the_id_of_a_response() -> None:
    ids = {
        read("a.csv", table(["Naam", "E-mail", "Sterktes"], [*who, "sfeer"])).items["response_id"][0]
        for who in (["An", "an@example.org"], ["Bo", ""])
    }
    assert len(ids) == 1


def test_an_action_takes_what_stands_beside_it() -> None:
    head = ["Team", "Doel", "Actie", "Wie", "Klaar op", "Status", "Eerste stap"]
    rows = [
        ["Noord", "samen", "bellen\nmailen", "coach\narts", "3 maart 2026", "bezig", "nummer zoeken"],
        ["Zuid", "rust", "", "coach", "", "", ""],
    ]
    found = read("a.csv", table(head, *rows))
    assert said(found, "field", "text", "owner_role", "due_on", "status", "first_step") == [
        ("goal", "samen", "", "", "", ""),
        ("action", "bellen", "coach", "2026-03-03", "busy", "nummer zoeken"),
        ("action", "mailen", "arts", "2026-03-03", "busy", "nummer zoeken"),
        ("goal", "rust", "", "", "", ""),
    ]
    assert [(line.source_row, line.column, line.text) for line in found.rejected] == [(3, "Wie", "coach")]


def test_two_actions_in_one_row_keep_their_own_owners() -> None:
    found = read("a.csv", table(["Team", "Actie 1", "Wie 1", "Actie 2", "Wie 2"], ["Noord", "bellen", "coach", "mailen", "arts"]))
    assert said(found, "text", "owner_role") == [("bellen", "coach"), ("mailen", "arts")]


def test_a_mapping_reads_a_form_of_ones_own_and_what_is_set_fills_what_it_does_not_say() -> None:
    mapping = parse_mapping(
        "language: nl\nset: {round: 1, team: Zuid}\ncolumns:\n  Wat loopt?: strengths\n  Groep: team\n  Team: not-used\n", "m.yml"
    )
    data = table(["Groep", "Wat loopt?", "Team"], ["Noord", "sfeer", "q"], ["", "rust", "q"])
    found = read("a.csv", data, mapping=mapping, given={"round": "2", "phase": "uitrollen"})
    assert said(found, "team", "round", "phase", "text", "lang") == [
        ("Noord", "2", "roll-out", "sfeer", "nl"),
        ("Zuid", "2", "roll-out", "rust", "nl"),
    ]


def test_what_a_response_says_wins_of_what_is_given() -> None:
    found = read("a.csv", table(["Ronde", "Sterktes"], ["1", "sfeer"], ["", "rust"]), given={"round": "2"})
    assert found.items["round"] == ["1", "2"]


def test_a_mapping_for_another_form_leaves_a_file_as_it_is() -> None:
    mapping = parse_mapping("columns: {Wat loopt?: strengths, Wat niet?: weaknesses}\n", "m.yml")
    assert said(read("a.csv", table(["Team", "Sterktes"], ["N", "sfeer"]), mapping=mapping)) == [("strengths", "sfeer")]


def test_columns_that_are_not_read_and_columns_read_by_a_guess_are_said() -> None:
    found = read("a.csv", table(["Team", "Hobby", "Welke kansen zie je?"], ["N", "vissen", "geld"]))
    assert "columns that were not read: 'Hobby'" in remarks(found)
    assert "'Welke kansen zie je?' as opportunities" in remarks(found)
    assert found.cells == 1


def test_equal_responses_that_say_nothing_of_when_or_who_stay_two() -> None:
    found = read("a.csv", table(["Rol", "Sterktes"], ["arts", "sfeer"], ["arts", "sfeer"], ["arts", "rust"]))
    assert len(set(found.items["response_id"])) == 3


@pytest.mark.parametrize("about", [["Naam", "An"], ["Datum", "2026-03-01 10:11:12"]])
def test_a_response_that_was_copied_within_a_file_counts_once(about: list[str]) -> None:
    found = read("a.csv", table([about[0], *SWOT], [about[1], "sfeer", "druk", "", ""], [about[1], "sfeer", "druk", "", ""]))
    assert len(found.items) == 2
    assert [(line.source_row, line.cells) for line in found.rejected] == [(3, 2)]
    assert "the same response stands in row 2" in reasons(found)


def test_equal_answers_of_two_people_are_two_responses() -> None:
    found = read("a.csv", table(["Naam", "Sterktes"], ["An", "sfeer"], ["Bo", "sfeer"]))
    assert len(set(found.items["response_id"])) == 2


def test_four_columns_with_lists_are_one_poster_and_that_is_said() -> None:
    found = read("a.csv", table(SWOT, ["s1", "w1", "o1", "t1"], ["s2", "", "o2", ""]))
    assert len(set(found.items["response_id"])) == 1
    assert said(found, "field", "position")[-1] == ("opportunities", 2)
    assert "all rows were read as one sheet" in remarks(found)


@pytest.mark.parametrize(
    "rows",
    [
        [["s1", "", "o1", "t1"], ["s2", "w2", "", ""]],
        [["s1\ns2", "w1", "o1", "t1"], ["s2", "", "", ""]],
        [[f"s{n}", f"w{n}", f"o{n}", f"t{n}"] for n in range(40)],
    ],
)
def test_four_columns_with_gaps_or_lists_in_a_cell_or_very_many_rows_are_responses(rows: list[list[str]]) -> None:
    found = read("a.csv", table(SWOT, *rows))
    assert len(set(found.items["response_id"])) == len(rows)


def test_a_mapping_decides_whether_rows_are_responses() -> None:
    text = "rows: responses\ncolumns: {Sterktes: strengths, Zwaktes: weaknesses, Kansen: opportunities, Bedreigingen: threats}\n"
    found = read("a.csv", table(SWOT, ["s1", "w1", "o1", "t1"], ["s2", "", "o2", ""]), mapping=parse_mapping(text, "m.yml"))
    assert len(set(found.items["response_id"])) == 2


def test_a_poster_of_two_by_two_is_one_response_with_who_and_when_above_it() -> None:
    rows = [
        ["SWOT van ons team", ""],
        ["Team:", "Noord"],
        ["Datum: 3 maart 2026", ""],
        ["Sterktes (intern)", "Zwaktes"],
        ["s1", "w1"],
        ["s2", ""],
        ["Kansen", "Bedreigingen"],
        ["o1", "t1\nt2"],
    ]
    found = read("a.csv", table(*rows, sign=";"))
    assert found.reader == "poster"
    assert said(found) == [
        ("strengths", "s1"),
        ("weaknesses", "w1"),
        ("strengths", "s2"),
        ("opportunities", "o1"),
        ("threats", "t1"),
        ("threats", "t2"),
    ]
    assert set(said(found, "response_id", "team", "answered_on", "lang")) == {(found.items["response_id"][0], "Noord", "2026-03-03", "nl")}
    assert [(line.source_row, line.column, line.text) for line in found.rejected] == [(1, "A1", "SWOT van ons team")]


def test_a_poster_with_its_items_beside_the_labels_is_read_too() -> None:
    found = read(
        "a.xlsx",
        workbook(
            ["Doel", "samen werken"],
            ["Realiteit", "weinig tijd", "veel wil"],
            ["Opties", "bellen"],
            [None, "mailen"],
            ["Weg vooruit", "morgen"],
        ),
    )
    assert found.reader == "poster"
    assert said(found) == [
        ("goal", "samen werken"),
        ("reality", "weinig tijd"),
        ("reality", "veel wil"),
        ("options", "bellen"),
        ("options", "mailen"),
        ("will", "morgen"),
    ]


def test_two_rows_of_headings_are_one_row_and_headings_that_come_again_are_skipped() -> None:
    ids = ["organisation", "strengths", "threats"]
    found = read(
        "a.csv",
        table(
            ["Organisatie", "Sterktes", "Bedreigingen"],
            ids,
            ["A", "s1", "t1"],
            ["Organisatie", "Sterktes", "Bedreigingen"],
            ["B", "s2", ""],
        ),
    )
    assert said(found, "organisation", "text", "source_row") == [("A", "s1", 3), ("A", "t1", 3), ("B", "s2", 5)]
    assert "the headings stand 2 more times below" in remarks(found)


def test_merged_headings_hold_for_all_their_columns_and_merged_names_for_all_their_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Team", "SWOT", None, None],
        [None, "Sterktes", None, "Zwaktes"],
        ["Noord", "a1", "b1", "c1"],
        [None, "a2", None, "c2"],
        ["Zuid", "a3", None, None],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:D1", "B2:C2", "A3:A4"):
        sheet.merge_cells(cells)
    found = read("a.xlsx", saved(book))
    assert said(found, "team", "field", "text") == [
        ("Noord", "strengths", "a1"),
        ("Noord", "strengths", "b1"),
        ("Noord", "weaknesses", "c1"),
        ("Noord", "strengths", "a2"),
        ("Noord", "weaknesses", "c2"),
        ("Zuid", "strengths", "a3"),
    ]


def test_all_sheets_with_answers_are_read_and_the_others_are_named() -> None:
    data = workbook(["Team", "Sterktes"], ["N", "sfeer"], Zuid=[["Team", "Zwaktes"], ["Z", "druk"]], Uitleg=[["lees dit eerst"]])
    found = read("a.xlsx", data)
    assert said(found, "team", "text", "source_column") == [("N", "sfeer", "Sheet: Sterktes"), ("Z", "druk", "Zuid: Zwaktes")]
    assert "sheets that were not read, as their headings are not known: 'Uitleg'" in remarks(found)


def test_a_field_that_is_merged_over_rows_holds_for_all_of_them() -> None:
    book = openpyxl.Workbook()
    for row in (["Veld", "Tekst"], ["Sterktes", "een"], [None, "twee"], ["Zwaktes", "drie"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    assert said(read("a.xlsx", saved(book))) == [("strengths", "een"), ("strengths", "twee"), ("weaknesses", "drie")]


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Blad1"><table:table-row><table:table-cell office:value-type="string"><text:p>Datum</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Sterktes</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell office:value-type="date" office:date-value="2026-03-31"><text:p>31-03-26</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>sfeer</text:p><text:p>rust</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def test_a_spreadsheet_of_libreoffice_is_read_too() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.replace(">\n<", "><"))
    assert said(read("a.ods", out.getvalue()), "answered_on", "text") == [("2026-03-31", "sfeer"), ("2026-03-31", "rust")]


def test_a_date_that_is_given_and_is_none_fills_nothing() -> None:
    assert read("a.csv", table(["Team", "Sterktes"], ["N", "sfeer"]), given={"answered_on": "ooit"}).items["answered_on"] == [""]


def test_equal_texts_about_responses_are_kept_once() -> None:
    rows = [[str(n // 2), "Een lange naam van een organisatie", "strengths", f"item nummer {n} van de lijst"] for n in range(2000)]
    found = read("a.csv", table(["response_id", "organisation", "field", "text"], *rows))
    assert len(set(map(id, found.items["organisation"]))) <= 2000 // 300 + 1, "at most once a chunk of rows"
    assert len(set(map(id, found.items["field"]))) == 1
