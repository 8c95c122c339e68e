"""Merging: each answer once, disagreements first, an account that closes, whatever the order of the files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from team_files import filled_in

from learning_network.content.library import Library
from learning_network.responses.matrix import read_matrix
from learning_network.responses.matrix_headings import Headings
from learning_network.responses.matrix_model import Listed, MatrixFile, TeamAnswers
from learning_network.summaries.matrix_merge import Merged, difference, merge
from learning_network.summaries.matrix_report import report_files

DAY = date(2026, 11, 22)
TOOLS = ("boommetafoor", "ecogram")


@pytest.fixture(scope="module")
def headings(library: Library) -> Headings:
    return Headings(library.criteria, library.tools)


# three teams, worked out by hand

NOORD = {
    ("boommetafoor", "cost"): "gratis",
    ("boommetafoor", "form"): "op papier; gesprek",
    ("boommetafoor", "tried"): "ja",
    ("boommetafoor", "training"): "niet bekend",
    ("boommetafoor", "minutes"): 20,
    ("ecogram", "languages"): "Nederlands",
    ("ecogram", "use-when"): "bij de start",
    ("Keukentafelspel", "cost"): "gratis",
    ("Keukentafelspel", "form"): "kaarten of prenten",
    ("Keukentafelspel", "tried"): "ja",
    ("Keukentafelspel", "process-steps"): "plan maken; doelen bepalen",
}
ZUID = {
    ("boommetafoor", "cost"): "tegen betaling",
    ("boommetafoor", "form"): "gesprek; op papier",
    ("boommetafoor", "tried"): "nee",
    ("boommetafoor", "training"): "nodig",
    ("boommetafoor", "minutes"): "20-30",
    ("boommetafoor", "remark"): "Mooi, maar lang.",
    ("ecogram", "languages"): "Frans",
    ("ecogram", "cost"): "gratis",
    ("ecogram", "training"): "misschien",
    ("ecogram", "form"): "op papier; zomaar",
}
DE_BRUG = {
    ("boommetafoor", "cost"): "gratis",
    ("boommetafoor", "form"): "gesprek",
    ("boommetafoor", "training"): "nodig",
    ("boommetafoor", "minutes"): 20.0,
    ("ecogram", "languages"): "Engels; Frans",
    ("ecogram", "use-when"): "nooit",
    ("Keukentafelspel", "cost"): "gratis",
    ("Keukentafelspel", "minutes"): "10 minuten",
}

SPREADS = [
    # 1 - 0 languages that all three named / 3 that anyone named
    ("ecogram", "languages", 1.0, {"en | fr": ["Wijkteam De Brug"], "fr": ["Zuid"], "nl": ["Noord"]}),
    # 1 - 1 form that all three named (gesprek) / 2 that anyone named; before the next, as more teams answered
    ("boommetafoor", "form", 1 / 2, {"conversation | paper": ["Noord", "Zuid"], "conversation": ["Wijkteam De Brug"]}),
    # 1 - 1 of 2 teams
    ("boommetafoor", "tried", 1 / 2, {"no": ["Zuid"], "yes": ["Noord"]}),
    # 1 - 2 of 3 teams, twice; in the order of the criteria's names
    ("boommetafoor", "cost", 1 / 3, {"free": ["Noord", "Wijkteam De Brug"], "paid": ["Zuid"]}),
    ("boommetafoor", "minutes", 1 / 3, {"20": ["Noord", "Wijkteam De Brug"], "20-30": ["Zuid"]}),
    # 1 - 2 of 2 teams: who does not know gives no answer
    ("boommetafoor", "training", 0.0, {"required": ["Wijkteam De Brug", "Zuid"], "unknown": ["Noord"]}),
    ("keukentafelspel", "cost", 0.0, {"free": ["Noord", "Wijkteam De Brug"]}),
    # texts, and what one team alone says, have no difference
    ("ecogram", "use-when", None, {"bij de start": ["Noord"], "nooit": ["Wijkteam De Brug"]}),
    ("boommetafoor", "remark", None, {"Mooi, maar lang.": ["Zuid"]}),
    ("ecogram", "cost", None, {"free": ["Zuid"]}),
    ("keukentafelspel", "form", None, {"cards": ["Noord"]}),
    ("keukentafelspel", "minutes", None, {"10": ["Wijkteam De Brug"]}),
    ("keukentafelspel", "process-steps", None, {"goal-setting | plan": ["Noord"]}),
    ("keukentafelspel", "tried", None, {"yes": ["Noord"]}),
]

LISTED = [
    "zuid.xlsx:Matrix!H4: 'zomaar' is not in the list: write one of: talk, on paper, cards or pictures, online, app, film, meeting, course",
    "zuid.xlsx:Matrix!J4: 'misschien' is not in the list: write one of: not needed, recommended, needed",
    "brug.xlsx:Matrix!B5: 'Keukentafelspel' is not in the matrix and counts as a new tool",
    "noord.xlsx:Matrix!B5: 'Keukentafelspel' is not in the matrix and counts as a new tool",
]


@pytest.fixture(scope="module")
def three_teams(library: Library, headings: Headings) -> Merged:
    files = {"noord": ("Noord", NOORD), "zuid": ("Zuid", ZUID), "brug": ("Wijkteam De Brug", DE_BRUG)}
    made = {f"{name}.xlsx": filled_in(library, team, answers, tools=TOOLS) for name, (team, answers) in files.items()}
    read = [read_matrix(Path(name), data, headings) for name, data in made.items()]
    return merge(read, library.criteria, library.tools)


def test_three_teams_give_the_spread_that_one_works_out_on_paper_largest_difference_first(three_teams: Merged) -> None:
    found = [(spread.tool, spread.criterion, spread.difference, spread.answers) for spread in three_teams.spreads]
    assert [row[:2] for row in found] == [row[:2] for row in SPREADS]
    for (*_, difference_found, answers_found), (tool, criterion, expected, answers) in zip(found, SPREADS, strict=True):
        assert difference_found == pytest.approx(expected) if expected is not None else difference_found is None, (tool, criterion)
        assert answers_found == answers
        assert list(answers_found) == list(answers), "the most common answer stands first"


def test_three_teams_give_the_lines_and_the_account_that_one_counts_by_hand(three_teams: Merged) -> None:
    assert [str(line) for line in three_teams.listed] == LISTED
    assert (three_teams.cells, three_teams.merged_cells, three_teams.listed_cells) == (11 + 10 + 8, 11 + 8 + 8, 2)
    assert three_teams.new_tools == {"keukentafelspel": "Keukentafelspel"}
    assert three_teams.files == ["brug.xlsx", "noord.xlsx", "zuid.xlsx"]


def test_what_the_site_says_stands_beside_what_the_teams_say(three_teams: Merged, library: Library) -> None:
    on_site = {(spread.tool, spread.criterion): spread.on_site for spread in three_teams.spreads}
    assert library.tools["boommetafoor"].values["form"] != "unknown"
    assert set(on_site["boommetafoor", "form"].split(" | ")) == set(library.tools["boommetafoor"].values["form"])  # type: ignore[arg-type]
    assert on_site["boommetafoor", "tried"] == on_site["boommetafoor", "remark"] == on_site["keukentafelspel", "cost"] == ""


# the rule


@pytest.mark.parametrize(
    ("criterion", "answers", "expected"),
    [
        ("cost", {"free": 2}, 0),
        ("cost", {"free": 1}, None),
        ("cost", {"free": 1, "paid": 1}, 1 / 2),
        ("cost", {"free": 3, "paid": 1}, 1 / 4),
        ("cost", {"free": 1, "paid": 1, "partly": 1}, 2 / 3),
        ("cost", {"free": 1, "unknown": 4}, None),
        ("cost", {"unknown": 4}, None),
        ("form", {"film": 1, "app": 1}, 1),
        ("form", {"app | film": 9, "film": 1}, 1 / 2),
        ("form", {"app | film": 1, "cards | film": 1, "film | paper": 1}, 3 / 4),
        ("form", {"app | film": 5}, 0),
        ("form", {"film": 2, "unknown": 1}, 0),
        ("use-when", {"a": 1, "b": 1}, None),
        ("remark", {"a": 1, "b": 1}, None),
    ],
)
def test_the_difference_follows_the_rule_that_the_report_tells(
    criterion: str, answers: dict[str, int], expected: float | None, library: Library
) -> None:
    said = {value: [f"Team {value} {n}" for n in range(count)] for value, count in answers.items()}
    found = difference(library.criteria.get(criterion), said)
    assert found == pytest.approx(expected) if expected is not None else found is None


# twice the same, and the same name


def a_file(name: str, *teams: tuple[str, dict[str, dict[str, str]]], fingerprint: str = "", listed: Iterable[Listed] = ()) -> MatrixFile:
    found = MatrixFile(name, fingerprint or name, [TeamAnswers(team, name, "", answers) for team, answers in teams], list(listed))
    found.cells = sum(team.cells for team in found.teams) + sum(line.cells for line in found.listed)
    return found


FREE, PAID = {"ecogram": {"cost": "free"}}, {"ecogram": {"cost": "paid"}}


def lines(merged: Merged) -> list[str]:
    return [str(line) for line in merged.listed]


def test_the_same_file_twice_counts_once_and_its_cells_are_accounted_for(library: Library) -> None:
    listed = [Listed("a.xlsx", "K3", "wrong", "x", 1)]
    files = [
        a_file("a.xlsx", ("Noord", FREE), fingerprint="1", listed=listed),
        a_file("b.xlsx", ("Noord", FREE), fingerprint="1", listed=listed),
    ]
    merged = merge(files, library.criteria, library.tools)
    assert lines(merged) == ["a.xlsx:K3: wrong", "b.xlsx: this is the same file as a.xlsx: it counts once"]
    assert (merged.cells, merged.merged_cells, merged.listed_cells) == (4, 1, 3)
    assert merged.closes()


def test_the_same_answers_in_two_files_count_once(library: Library) -> None:
    merged = merge([a_file("b.csv", ("noord", FREE)), a_file("a.xlsx", ("Noord", FREE))], library.criteria, library.tools)
    assert lines(merged) == ["b.csv: 'noord' gives the same answers as in a.xlsx: they count once"]
    assert [(team.label, team.file) for team in merged.teams] == [("Noord", "a.xlsx")]
    assert merged.closes()


def test_two_teams_with_the_same_answers_and_other_names_both_count(library: Library) -> None:
    merged = merge([a_file("a.xlsx", ("Noord", FREE)), a_file("b.xlsx", ("Zuid", FREE))], library.criteria, library.tools)
    assert merged.spreads[0].answers == {"free": ["Noord", "Zuid"]}
    assert not merged.listed


def test_two_teams_with_one_name_and_other_answers_both_count_with_their_file(library: Library) -> None:
    merged = merge([a_file("a.xlsx", ("Noord", FREE)), a_file("b.xlsx", ("noord", PAID))], library.criteria, library.tools)
    assert merged.spreads[0].answers == {"free": ["Noord (a.xlsx)"], "paid": ["noord (b.xlsx)"]}
    assert lines(merged) == [
        "a.xlsx: there is more than one team called 'Noord', with different answers: this one is called 'Noord (a.xlsx)'",
        "b.xlsx: there is more than one team called 'noord', with different answers: this one is called 'noord (b.xlsx)'",
    ]


def test_a_team_that_filled_in_nothing_is_told_and_is_no_team(library: Library) -> None:
    merged = merge([a_file("a.xlsx", ("Noord", {}))], library.criteria, library.tools)
    assert lines(merged) == ["a.xlsx: 'Noord' filled in nothing that can be merged"]
    assert merged.teams == merged.spreads == merged.unread == []


def test_lines_stand_in_the_order_of_files_sheets_rows_and_columns(library: Library) -> None:
    places = ["Blad1!A2", "Blad1!K2", "Blad1!AA2", "Blad1!B10", "Matrix!A1"]
    listed = [Listed("a.xlsx", place, "wrong", "x", 1) for place in reversed(places)]
    merged = merge([a_file("a.xlsx", ("Noord", FREE), listed=listed)], library.criteria, library.tools)
    assert [line.place for line in merged.listed] == places


# any teams in any files

VALUES = {
    "cost": ["free", "paid", "unknown"],
    "form": ["film", "app | film", "app"],
    "tried": ["yes", "no"],
    "remark": ["=1+1", "Fijn; echt", "'a"],
}
JUDGED = st.dictionaries(
    st.sampled_from(["ecogram", "boommetafoor", "nieuw-spel"]),
    st.sampled_from(sorted(VALUES)).flatmap(lambda column: st.sampled_from(VALUES[column]).map(lambda value: {column: value})),
    min_size=1,
    max_size=2,
)
TEAMS = st.lists(
    st.tuples(st.sampled_from(["Noord", "noord", "Zuid", "=Oost", "Wijk (1)"]), JUDGED), max_size=3, unique_by=lambda team: team[0]
)


@st.composite
def some_files(draw: st.DrawFn, most: int = 4) -> list[MatrixFile]:
    files = []
    for n in range(draw(st.integers(1, most))):
        file = a_file(f"{draw(st.sampled_from('abz'))}{n}.xlsx", *draw(TEAMS))
        for team in file.teams:
            file.new_tools |= {"nieuw-spel": "Nieuw spel"} if "nieuw-spel" in team.answers else {}
        for r in range(draw(st.integers(0, 2))):
            file.listed.append(Listed(file.file, f"A{r}", "wrong", "=x", 1))
            file.cells += 1
        files.append(file)
    return files


def fresh(files: Iterable[MatrixFile]) -> list[MatrixFile]:
    """As if they were read again: merging gives teams their labels."""
    return [
        MatrixFile(
            f.file,
            f.fingerprint,
            [TeamAnswers(t.name, t.file, t.filled_on, t.answers) for t in f.teams],
            list(f.listed),
            dict(f.new_tools),
            f.cells,
        )
        for f in files
    ]


def says(merged: Merged) -> tuple[object, ...]:
    """Teams, judgements and spreads: all that a merge says of the matrix."""
    teams = [(team.label, team.name, team.file, team.filled_on, team.answers) for team in merged.teams]
    return teams, [(s.tool, s.criterion, list(s.answers.items()), s.difference, s.on_site) for s in merged.spreads], merged.new_tools


def written_and_read(merged: Merged, library: Library, headings: Headings, name: str = "matrix.json") -> MatrixFile:
    return read_matrix(Path(name), report_files(merged, library, "nl", DAY)[name], headings)


@settings(max_examples=60)
@given(files=some_files(), data=st.data())
def test_the_order_of_the_files_does_not_matter(files: list[MatrixFile], data: st.DataObject, library: Library) -> None:
    one = merge(fresh(files), library.criteria, library.tools)
    other = merge(fresh(data.draw(st.permutations(files))), library.criteria, library.tools)
    assert (says(one), one.listed, one.files, one.cells) == (says(other), other.listed, other.files, other.cells)


@settings(max_examples=60)
@given(files=some_files(6))
def test_every_cell_is_merged_or_listed(files: list[MatrixFile], library: Library) -> None:
    merged = merge(fresh(files), library.criteria, library.tools)
    assert merged.closes()
    assert merged.cells == sum(file.cells for file in files)
    assert len({team.label for team in merged.teams}) == len(merged.teams), "no two teams have one label"


@settings(max_examples=30)
@given(files=some_files(), split=st.integers(1, 3))
def test_merging_in_steps_says_the_same_as_merging_at_once(
    files: list[MatrixFile], split: int, library: Library, headings: Headings
) -> None:
    at_once = merge(fresh(files), library.criteria, library.tools)
    first = merge(fresh(files[:split]), library.criteria, library.tools)
    again = merge([written_and_read(first, library, headings), *fresh(files[split:])], library.criteria, library.tools)
    assert again.closes()
    assert says(again) == says(at_once)


@settings(max_examples=30)
@given(files=some_files(), which=st.integers(0, 3))
def test_merging_a_result_with_one_of_its_own_files_changes_nothing_but_the_account(
    files: list[MatrixFile], which: int, library: Library, headings: Headings
) -> None:
    merged = merge(fresh(files), library.criteria, library.tools)
    own = files[which % len(files)]
    again = merge([written_and_read(merged, library, headings), *fresh([own])], library.criteria, library.tools)
    assert again.closes()
    assert says(again) == says(merged)
    assert again.cells == merged.cells + own.cells


@settings(max_examples=30)
@given(files=some_files())
def test_the_list_of_judgements_says_who_said_what_like_the_json(files: list[MatrixFile], library: Library, headings: Headings) -> None:
    merged = merge(fresh(files), library.criteria, library.tools)
    again = merge([written_and_read(merged, library, headings, "judgements.csv")], library.criteria, library.tools)
    assert [(s.tool, s.criterion, s.answers) for s in again.spreads] == [(s.tool, s.criterion, s.answers) for s in merged.spreads]
