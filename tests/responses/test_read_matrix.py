"""Matrices that teams filled in: every cell becomes a judgement or a line with its place, whatever happened to the file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from team_files import Answers, filled_in, protected, rezipped, template, with_prefixes

from learning_network.content.library import Library
from learning_network.content.matrix_values import choices
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings, slug
from learning_network.responses.matrix_model import MatrixFile

TOOLS = ("boommetafoor", "ecogram")
"""Rows 3 and 4 of the sheet Matrix; the first empty row is 5."""

ANSWERS: Answers = {
    ("boommetafoor", "cost"): "gratis",
    ("boommetafoor", "form"): "op papier; gesprek",
    ("boommetafoor", "minutes"): 20,
    ("ecogram", "tried"): "ja",
    ("ecogram", "remark"): "Werkt goed aan de keukentafel.",
}
SAID = {
    "boommetafoor": {"cost": "free", "form": "conversation | paper", "minutes": "20"},
    "ecogram": {"tried": "yes", "remark": "Werkt goed aan de keukentafel."},
}


@pytest.fixture(scope="module")
def headings(library: Library) -> Headings:
    return Headings(library.criteria, library.tools)


Reads = Callable[..., MatrixFile]


@pytest.fixture
def read(library: Library) -> Reads:
    """Reads a file; whatever it holds, the account of its cells closes."""
    headings = Headings(library.criteria, library.tools)

    def reads(data: bytes | str, name: str = "noord.xlsx") -> MatrixFile:
        found = read_matrix(Path(name), data.encode() if isinstance(data, str) else data, headings)
        assert found.closes(), "cells read = cells merged + cells listed"
        return found

    return reads


@pytest.fixture
def team(library: Library, read: Reads) -> Callable[..., MatrixFile]:
    """Reads our template as a team called Noord filled it in; `change` is what else happened to the workbook."""

    def fills_in(change: Callable[[Any], None] = lambda book: None, answers: Answers = ANSWERS, **how: Any) -> MatrixFile:
        return read(filled_in(library, "Noord", answers, tools=TOOLS, change=change, **how))

    return fills_in


def said(found: MatrixFile) -> dict[str, dict[str, str]]:
    (only,) = found.teams
    return only.answers


def lines(found: MatrixFile) -> list[str]:
    return [str(line) for line in found.listed]


def listed_places(found: MatrixFile) -> set[str]:
    return {line.place for line in found.listed if line.cells}


# our own template


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_template_that_was_filled_in_is_read_with_its_team_and_date_and_nothing_to_remark(
    language: str, library: Library, read: Reads
) -> None:
    words = {"gratis": "free", "op papier; gesprek": "on paper; talk", "ja": "yes"} if language == "en" else {}
    answers = {place: words.get(answer, answer) for place, answer in ANSWERS.items()}

    def on_the_day(book: Any) -> None:
        sheet = book.worksheets[0]
        row = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value in ("Datum", "Date"))
        sheet.cell(row, 2).value = date(2026, 11, 22)

    found = read(filled_in(library, "Wijkteam  De Brug ", answers, tools=TOOLS, language=language, change=on_the_day))
    (only,) = found.teams
    assert (only.name, only.filled_on, only.file, only.answers) == ("Wijkteam De Brug", "2026-11-22", "noord.xlsx", SAID)
    assert (found.listed, found.new_tools, found.cells) == ([], {}, 5)


@pytest.mark.parametrize("tools", [(), TOOLS])
def test_an_untouched_template_says_nothing(tools: tuple[str, ...], library: Library, read: Reads) -> None:
    found = read(template(library, tools=tools))
    assert found.cells == 0
    assert said(found) == {}
    assert lines(found) == ["noord.xlsx: no name of a team in the file: 'noord' is used"]


def test_all_that_the_site_says_comes_back_from_a_filled_workbook_as_the_records_have_it(library: Library, read: Reads) -> None:
    found = read(template(library, blank=False))
    assert not listed_places(found)
    assert said(found).keys() == library.tools.keys()
    for id_, tool in library.tools.items():
        assert said(found)[id_].keys() == {c for c, criterion in library.criteria.items() if not criterion.filled_in_by_team}
        for criterion, value in tool.values.items():
            if isinstance(value, list):
                assert set(said(found)[id_][criterion].split(" | ")) == set(value)
            elif isinstance(value, str):
                assert said(found)[id_][criterion] == value


def renamed(book: Any) -> None:
    for cell in book["Matrix"][2][2:]:
        cell.value = f"Vraag {cell.column}"


def moved(book: Any) -> None:
    sheet = book["Matrix"]
    for row in range(1, 6):
        a, b = sheet.cell(row, 11), sheet.cell(row, 4)
        a.value, b.value = b.value, a.value


def without_ids(book: Any) -> None:
    book["Matrix"].delete_rows(1)
    book["Matrix"].delete_cols(1)


def with_a_row_above(book: Any) -> None:
    book["Matrix"].insert_rows(1)


def with_an_empty_column(book: Any) -> None:
    book["Matrix"].insert_cols(4)


def with_another_sheet_name(book: Any) -> None:
    book["Matrix"].title = "Team Noord"


def without_names(book: Any) -> None:
    book["Matrix"]["B3"].value = book["Matrix"]["B4"].value = None


def with_names_that_differ_a_little(book: Any) -> None:
    book["Matrix"]["B3"].value, book["Matrix"]["B4"].value = "BOOMMETAFOOR", "Ecogram / network map"


def with_a_hidden_matrix(book: Any) -> None:
    book["Matrix"].sheet_state = "hidden"


def with_comments(book: Any) -> None:
    book["Matrix"]["K3"].comment = Comment("zeker?", "team")


def sorted_without_the_hidden_column(book: Any) -> None:
    """What Excel does with a filter that starts at the names: the rows change places, their ids stay."""
    sheet = book["Matrix"]
    for column in range(2, sheet.max_column + 1):
        a, b = sheet.cell(3, column), sheet.cell(4, column)
        a.value, b.value = b.value, a.value


CHANGES = [
    renamed,
    moved,
    without_ids,
    with_a_row_above,
    with_an_empty_column,
    with_another_sheet_name,
    without_names,
    with_names_that_differ_a_little,
    with_a_hidden_matrix,
    with_comments,
    sorted_without_the_hidden_column,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_people_do_to_the_sheet_does_not_change_what_they_said(change: Callable[[Any], None], team: Callable[..., MatrixFile]) -> None:
    found = team(change)
    assert said(found) == SAID
    assert not found.listed


def test_xml_with_prefixes_says_the_same(library: Library, read: Reads) -> None:
    assert said(read(with_prefixes(filled_in(library, "Noord", ANSWERS, tools=TOOLS)))) == SAID


def test_a_name_written_over_another_is_a_new_tool_although_the_hidden_id_stayed(team: Callable[..., MatrixFile]) -> None:
    found = team(lambda book: book["Matrix"].__setitem__("B3", "Keukentafelspel"))
    assert said(found) == {"keukentafelspel": SAID["boommetafoor"], "ecogram": SAID["ecogram"]}
    assert found.new_tools == {"keukentafelspel": "Keukentafelspel"}
    assert lines(found) == ["noord.xlsx:Matrix!B3: 'Keukentafelspel' is not in the matrix and counts as a new tool"]


def test_a_name_with_something_added_is_still_the_tool_and_the_file_is_told_so(team: Callable[..., MatrixFile]) -> None:
    found = team(lambda book: book["Matrix"].__setitem__("B3", "Boommetafoor (van onze coach)"))
    assert said(found) == SAID
    assert lines(found) == ["noord.xlsx:Matrix!B3: 'Boommetafoor (van onze coach)' counts as 'Boommetafoor'"]


def test_words_on_the_sheet_for_the_team_that_nobody_asked_for_are_listed(team: Callable[..., MatrixFile]) -> None:
    found = team(lambda book: book["Over jullie"].__setitem__("C9", "ingevuld met vijf"))
    assert said(found) == SAID
    assert lines(found) == ["noord.xlsx:Over jullie!C9: this cell asks for nothing, so it is not merged"]


def test_the_name_of_the_team_is_found_on_a_sheet_with_another_name(team: Callable[..., MatrixFile]) -> None:
    found = team(lambda book: setattr(book["Over jullie"], "title", "Blad1"))
    assert found.teams[0].name == "Noord"
    assert said(found) == SAID
    assert {place.partition("!")[0] for place in listed_places(found)} == {"Blad1", "Uitleg", "Lijsten"}, "no template any more"


# cells


def test_formulas_count_by_their_last_result_and_are_told(team: Callable[..., MatrixFile], library: Library, read: Reads) -> None:
    def result(name: str, content: bytes) -> bytes:
        return content.replace(b'<f>"gratis"</f><v></v>', b'<f>"gratis"</f><v>gratis</v>').replace(
            b'<f>"gratis"</f><v/>', b'<f>"gratis"</f><v>gratis</v>'
        )

    answers = ANSWERS | {("boommetafoor", "cost"): '="gratis"', ("ecogram", "cost"): "=1/0"}
    data = rezipped(filled_in(library, "Noord", answers, tools=TOOLS), result)
    found = read(data)
    assert lines(found) == [
        "noord.xlsx:Matrix!K3: this is a formula: its last result counts",
        "noord.xlsx:Matrix!K4: this is a formula without a result, or an error: type the answer instead",
    ]
    assert said(found) == SAID


def test_a_formula_below_the_last_row_is_not_lost(team: Callable[..., MatrixFile]) -> None:
    found = team(lambda book: book["Matrix"].__setitem__("K90", "=1+1"))
    assert lines(found) == ["noord.xlsx:Matrix!K90: this is a formula without a result, or an error: type the answer instead"]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("minutes", date(2026, 10, 5), "'2026-10-05' are no minutes: write a number such as 20, or 20-30"),
        ("minutes", 20.5, "'20.5' are no minutes: write a number such as 20, or 20-30"),
        ("tried", "misschien", "'misschien' is not in the list: write one of: yes, no"),
        ("cost", "#N/A", "this is a formula without a result, or an error: type the answer instead"),
        ("training", 3, "'3' is not in the list: write one of: not needed, recommended, needed"),
    ],
)
def test_a_value_that_is_no_answer_is_listed_with_its_cell_and_what_to_write(
    column: str, value: object, reason: str, team: Callable[..., MatrixFile], library: Library
) -> None:
    found = team(answers={("ecogram", column): value, ("boommetafoor", "cost"): "gratis"})
    letter = chr(ord("C") + list(library.criteria).index(column))
    assert lines(found) == [f"noord.xlsx:Matrix!{letter}4: {reason}"]
    assert said(found) == {"boommetafoor": {"cost": "free"}}


@pytest.mark.parametrize(
    ("value", "canonical"), [(True, "yes"), (False, "no"), (" JA ", "yes"), ("?", "unknown"), ("niet bekend", "unknown")]
)
def test_a_tick_box_or_a_question_mark_is_an_answer(value: object, canonical: str, team: Callable[..., MatrixFile]) -> None:
    assert said(team(answers={("ecogram", "tried"): value})) == {"ecogram": {"tried": canonical}}


def test_cells_that_were_merged_count_for_the_first_row_and_the_others_are_listed(team: Callable[..., MatrixFile]) -> None:
    def merge_names(book: Any) -> None:
        sheet = book["Matrix"]
        sheet["B5"], sheet["K5"], sheet["K6"] = "Keukentafelspel", "gratis", "deels gratis"
        sheet.merge_cells("B5:B6")

    found = team(merge_names)
    assert said(found)["keukentafelspel"] == {"cost": "free"}
    assert "noord.xlsx:Matrix!K6: no tool is named in this row: write its name" in lines(found)


def test_a_cell_with_only_spaces_is_empty_and_makes_no_new_tool(team: Callable[..., MatrixFile]) -> None:
    found = team(answers={("ecogram", "cost"): " \n\t", ("Keukentafelspel", "cost"): "  "})
    assert found.cells == 1
    assert said(found) == {}
    assert "'Keukentafelspel' is not in the matrix, and nothing is said of it: answer at least one question" in lines(found)[0]


def test_two_sheets_that_name_a_tool_are_one_and_what_the_second_repeats_is_listed(team: Callable[..., MatrixFile]) -> None:
    def copy(book: Any) -> None:
        second = book.copy_worksheet(book["Matrix"])
        second.title, second.sheet_state = "Nog een", "hidden"
        second["K3"], second["L3"] = "deels gratis", "Frans"

    found = team(copy)
    assert said(found) == {**SAID, "boommetafoor": SAID["boommetafoor"] | {"languages": "fr"}}
    twice = "this tool stands twice in the file, first in row Matrix!"
    assert set(lines(found)) == {
        f"noord.xlsx:Nog een!H3: {twice}3: the same stands there, and that counts",
        f"noord.xlsx:Nog een!I3: {twice}3: the same stands there, and that counts",
        f"noord.xlsx:Nog een!K3: {twice}3: 'free' stands there, and that counts",
        f"noord.xlsx:Nog een!M4: {twice}4: the same stands there, and that counts",
        f"noord.xlsx:Nog een!R4: {twice}4: the same stands there, and that counts",
    }


def test_a_sheet_of_the_teams_own_is_listed_cell_by_cell(team: Callable[..., MatrixFile]) -> None:
    def adds(book: Any) -> None:
        book.create_sheet("Notulen").append(["Aanwezig", "vijf"])

    found = team(adds)
    assert said(found) == SAID
    reason = "no row of headings found: start one with 'Hulpmiddel' and the names of the columns"
    assert lines(found) == [f"noord.xlsx:Notulen!A1: {reason}", f"noord.xlsx:Notulen!B1: {reason}"]


def test_a_sheet_called_explanation_in_a_workbook_that_is_not_ours_is_read(read: Reads, team: Callable[..., MatrixFile]) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Uitleg"
    book.active.append(["Hulpmiddel", "Kosten"])
    book.active.append(["Boommetafoor", "gratis"])
    out = io.BytesIO()
    book.save(out)
    assert said(read(out.getvalue())) == {"boommetafoor": {"cost": "free"}}


def test_an_answer_reads_the_same_whether_it_was_read_before_or_not(read: Reads) -> None:
    """The first row of a tool is read in one go; two columns with one heading must not overwrite each other there."""
    rows = "Hulpmiddel;Kosten;Kosten\nEcogram;gratis;deels gratis\nBoommetafoor;deels gratis;gratis\n"
    found = read(rows, "noord.csv")
    assert said(found) == {"ecogram": {"cost": "free"}, "boommetafoor": {"cost": "partly"}}
    assert listed_places(found) == {"C2", "C3"}


def test_a_whole_letter_in_a_cell_does_not_fill_the_message_nor_the_name_of_a_file(read: Reads) -> None:
    letter = "Beste collega,\n" + "wij vinden dit lastig " * 200
    found = read(f'Hulpmiddel;Kosten\nEcogram;"{letter}"\n"{letter}";gratis\n', "noord.csv")
    assert all(len(str(line)) < 400 and "\n" not in str(line) for line in found.listed)
    assert all(len(id_) <= 60 for id_ in found.new_tools)
    assert letter.strip() in {line.text for line in found.listed}


def test_a_workbook_that_is_protected_is_one_line(read: Reads) -> None:
    found = read(protected())
    assert lines(found) == ["noord.xlsx: the file is protected with a password: open it, take the password off and save it again"]
    assert (found.teams, found.cells) == ([], 0)


def test_ten_thousand_rows_are_read_and_each_that_cannot_be_merged_has_its_own_line(read: Reads) -> None:
    rows = "".join(f"Spel {n};{'gratis' if n % 2 else 'zomaar'}\n" for n in range(10_000))
    found = read(f"Hulpmiddel;Kosten\n{rows}", "veel.csv")
    assert found.cells == 10_000
    assert sum(team.cells for team in found.teams) == 5_000
    assert {line.place for line in found.listed if line.cells} == {f"B{n}" for n in range(2, 10_002, 2)}


# JSON


def as_json(**content: Any) -> bytes:
    return json.dumps({"format": "learning-network/matrix", "version": 1, "judgements": []} | content).encode()


JUDGEMENT = {"team": "Noord", "tool": "boommetafoor", "criterion": "cost", "value": "free"}


def test_a_new_tool_with_a_long_name_keeps_its_id_however_often_it_is_merged(read: Reads) -> None:
    name = "Een heel erg lange naam van een hulpmiddel dat niemand ooit helemaal uitspreekt"
    id_ = slug(name)
    again = read(as_json(judgements=[JUDGEMENT | {"tool": id_}], new_tools={id_: name}), "a.json")
    assert again.new_tools == {id_: name}
    assert [tool for team in again.teams for tool in team.answers] == [id_]


@pytest.mark.parametrize("key", ["teams", "new_tools", "listed", "spread", "files", "cells"])
@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [None], [[]], {"a": None}])
def test_json_with_odd_parts_still_says_what_it_says(key: str, value: Any, read: Reads) -> None:
    assert said(read(as_json(judgements=[JUDGEMENT], **{key: value}), "noord.json")) == {"boommetafoor": {"cost": "free"}}


@pytest.mark.parametrize(
    "text", ["", "[]", "nul", "[" * 100_000, '{"a": ' + "9" * 5000 + "}", '{"format": "learning-network/matrix"}', "\udcff"]
)
def test_json_that_is_no_matrix_is_one_line(text: str, read: Reads) -> None:
    found = read(text.encode("utf-8", "surrogateescape"), "noord.json")
    (line,) = found.listed
    assert line.reason.startswith(("the file is no JSON (", "the file is no tool matrix: its 'format' should be 'learning-network/matrix'"))
    assert not found.teams


def test_a_file_name_that_a_new_tool_would_get_is_always_an_id(read: Reads) -> None:
    names = ["../../etc/passwd", "C:\\x", "con/..", "=1+1", "✓", "Ünïcode spel", "3 vragen"]
    found = read(
        as_json(judgements=[JUDGEMENT | {"tool": name, "criterion": "remark"} for name in names], new_tools={"../x": "x"}), "a.json"
    )
    (only,) = found.teams
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id_) for id_ in only.answers)
    assert len(only.answers) == len(names)


# names of new tools


@given(st.text(min_size=1))
def test_every_name_gives_an_id_that_a_record_may_have(name: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 65


@pytest.mark.parametrize(("one", "other"), [("أداة", "لعبة"), ("🎈", "🎉"), ("spel " * 30 + "a", "spel " * 30 + "b"), ("日本 1", "中国 1")])
def test_tools_with_different_names_do_not_become_one(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Levens-boek!", "levens-boek"),
        ("Één spel", "een-spel"),
        ("3 vragen", "tool-3-vragen"),
        ("Null", "tool-null"),
        ("CON", "tool-con"),
        ("Nee", "nee"),
    ],
)
def test_a_plain_name_gives_a_plain_id(name: str, id_: str) -> None:
    assert slug(name) == id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("SWOT-analyse", "swot"),
        ("swot", "swot"),
        ("ZRM", "zelfredzaamheid-matrix"),
        ("goal attainment scaling", "goal-attainment-scaling"),
        ("Tree metaphor", "boommetafoor"),
        ("Keukentafelspel", None),
        ("oefening", None),
    ],
)
def test_a_tool_is_known_by_its_id_its_names_and_what_people_call_it_for_short(name: str, id_: str | None, headings: Headings) -> None:
    assert headings.tool(name) == id_


# wild sheets

WORDS = st.sampled_from(
    ["", " ", "?", "gratis", "op papier; film", "20-30", "ja", "no", "=1+1", "@wie", "-", "'x", "+32 9", "één\nregel", "#REF!", "\u202e…"]
)
TEXT = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8))


def wild_sheet(labels: list[str], names: list[str]) -> st.SearchStrategy[list[list[str]]]:
    heads = st.lists(st.sampled_from(labels), max_size=6).flatmap(lambda more: st.permutations(["Hulpmiddel", "Kosten", *more]))
    rows = st.lists(st.tuples(st.sampled_from(names), st.lists(TEXT, min_size=9, max_size=9)), max_size=8)
    return st.tuples(heads, rows).map(
        lambda made: [
            made[0],
            *([name if head == "Hulpmiddel" else cell for head, cell in zip(made[0], cells, strict=False)] for name, cells in made[1]),
        ]
    )


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_every_cell_of_a_wild_sheet_is_merged_or_listed(data: st.DataObject, library: Library, headings: Headings) -> None:
    """Counted here from the sheet itself: cells with something in them, outside the headings and the first name."""
    labels = [
        "",
        "Vorm",
        "form",
        "Tijd",
        "Al geprobeerd",
        "Opmerking",
        "Opmerking: Kosten",
        "Kosten",
        "Website",
        "Onze vraag",
        "=kolom",
        "Naam",
        "ünï",
        "🎈",
    ]
    names = ["Boommetafoor", "ecogram", "Keukentafelspel", "=SOM()", "", "  ", "日本", "BOOMMETAFOOR"]
    rows = data.draw(wild_sheet(labels, names))
    heads = rows[0]
    name_at = next(i for i, head in enumerate(heads) if head in ("Hulpmiddel", "Naam"))
    found = read_matrix(Path("wild.csv"), as_csv(rows), headings)
    expected = {(r, c) for r, row in enumerate(rows[1:], start=1) for c, cell in enumerate(row) if cell.strip() and c != name_at}
    alone = [line for line in found.listed if "nothing is said of it" in line.reason]
    assert found.closes()
    assert sum(team.cells for team in found.teams) + sum(line.cells for line in found.listed) == len(expected) + len(alone)
    listed = [line.place for line in found.listed if line.cells]
    assert len(listed) == len(set(listed)), "no cell is listed twice"


ODD = st.text("abé=+-@'🎈 \n", max_size=4)


@settings(max_examples=100)
@given(rows=st.lists(st.lists(ODD, max_size=6), max_size=20), name=st.sampled_from(["a.csv", "a.tsv", "a.txt"]))
def test_a_sheet_without_headings_is_listed_from_the_first_cell_to_the_last(rows: list[list[str]], name: str, headings: Headings) -> None:
    found = read_matrix(Path(name), as_csv(rows), headings)
    assert found.closes()
    assert found.cells == sum(line.cells for line in found.listed) == sum(1 for row in rows for cell in row if cell.strip())
    assert not found.teams


@given(
    values=st.dictionaries(
        st.sampled_from(["cost", "form", "training", "tried", "who-leads", "languages", "use-when", "remark"]),
        st.integers(0, 3),
        min_size=1,
    )
)
@settings(max_examples=40)
def test_what_is_chosen_from_the_lists_is_read_as_it_was_chosen(values: dict[str, int], library: Library, headings: Headings) -> None:
    row, expected = [], {}
    for column, n in values.items():
        criterion = library.criteria.get(column)
        options = choices(criterion, "nl") if criterion else []
        row.append(options[n % len(options)] if options else f"tekst {n}")
        ids = ["yes", "no"] if criterion and criterion.type == "yes-no" else criterion.options if criterion else []
        expected[column] = ids[n % len(ids)] if ids else f"tekst {n}"
    found = read_matrix(Path("a.csv"), as_csv([["Hulpmiddel", *values], ["Ecogram", *row]]), headings)
    assert said(found) == {"ecogram": expected}
