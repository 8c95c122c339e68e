"""`learning-network matrix check | export | merge`: what the screen says, what is written, and that nothing is half written."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from answer_folders import everything
from click.testing import CliRunner, Result
from team_files import filled_in, protected, written

from learning_network.cli import main
from learning_network.commands import matrix
from learning_network.content.library import Library
from learning_network.responses.matrix import read_matrix
from learning_network.site.data import matrix_schema, tools_schema

MATRICES = Path(__file__).parent / "fixtures" / "matrices"
FAULTS = sorted(path for path in MATRICES.iterdir() if path.suffix != ".txt")
TOOLS = ("boommetafoor", "ecogram")
RESULTS = {"matrix.xlsx", "matrix.json", "judgements.csv", "listed.csv"}


@pytest.fixture(autouse=True)
def project(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """All commands work with the records of the real project, read once."""
    monkeypatch.setattr(matrix, "load", lambda root: library)


@pytest.fixture
def answers(library: Library, tmp_path: Path) -> Path:
    """A folder with what two teams sent in."""
    return written(
        tmp_path / "answers",
        noord=filled_in(library, "Noord", {("boommetafoor", "cost"): "gratis", ("Keukentafelspel", "tried"): "ja"}, tools=TOOLS),
        zuid=filled_in(library, "Zuid", {("boommetafoor", "cost"): "tegen betaling", ("ecogram", "cost"): "duur"}, tools=TOOLS),
    )


LINES = (
    "zuid.xlsx:Matrix!K4: 'duur' is not in the list: write one of: free, partly free, paid\n"
    "noord.xlsx:Matrix!B5: 'Keukentafelspel' is not in the matrix and counts as a new tool\n"
    "2 files, 2 teams: 4 cells read, 3 merged, 1 listed.\n"
)


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["matrix", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception  # no traceback
    return result


# check


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_a_faulty_file_is_told_line_by_line_and_the_rest_is_read(fault: Path) -> None:
    """A new file in tests/fixtures/matrices/ is a new test; what the screen must say stands beside it in <file>.txt."""
    result = run("check", fault)
    expected = fault.with_name(fault.name + ".txt").read_text(encoding="utf-8")
    assert result.output == expected
    *_, account = expected.splitlines()
    read = not account.startswith("1 file, 0 teams: 0 cells") or "filled in nothing" in expected
    assert result.exit_code == (0 if account.endswith(" 0 listed.") and read else 1)


def test_check_names_every_cell_that_cannot_be_merged_and_leaves_with_1(answers: Path) -> None:
    result = run("check", answers)
    assert (result.output, result.exit_code) == (LINES, 1)


def test_check_of_faultless_files_leaves_with_0(answers: Path) -> None:
    (answers / "zuid.xlsx").unlink()
    assert run("check", answers / "noord.xlsx").exit_code == 0


def test_check_without_files_looks_at_the_matrix_of_the_project(project: None, tmp_path: Path, real: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(real), "matrix", "check"])
    assert (result.output, result.exit_code) == ("The matrix of this project has no faults.\n", 0)
    path = real / "tools_matrix" / "tools" / "ecogram.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("confidence: ", "confidence: very-"), encoding="utf-8")
    result = CliRunner().invoke(main, ["--root", str(real), "matrix", "check"])
    assert result.output.startswith("tools_matrix/tools/ecogram.yml:6: ")
    assert result.output.endswith("1 fault in 1 file.\n")
    assert result.exit_code == 1


def test_more_than_forty_lines_are_cut_short_on_the_screen_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "veel.csv"
    path.write_text("Hulpmiddel;Kosten\n" + "".join(f"Spel {n};zomaar\n" for n in range(100)), encoding="utf-8")
    shown = run("check", path).output.splitlines()
    # 100 cells, 100 new tools, no name, and nothing that can be merged
    assert shown[40:] == ["... and 162 lines more", "1 file, 0 teams: 100 cells read, 0 merged, 100 listed."]


# merge


def test_merging_writes_a_folder_with_everything_and_says_where_to_start(answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "merged"
    result = run("merge", answers, "--out", out)
    assert result.output == LINES + f"Open {out}/matrix.xlsx; everything that was not merged stands in its last sheet and in listed.csv.\n"
    assert result.exit_code == 0
    assert everything(out).keys() == RESULTS | {"new-tools/keukentafelspel.yml"}
    assert [path.name for path in out.parent.iterdir()] == ["merged"], "and no rubbish beside it"


@pytest.mark.parametrize(("lang", "sheet"), [("nl", "Verschillen eerst"), ("en", "Differences first")])
def test_the_words_of_the_result_are_in_the_language_that_was_asked_for(lang: str, sheet: str, answers: Path, tmp_path: Path) -> None:
    run("merge", answers, "--out", tmp_path / "merged", "--lang", lang)
    assert sheet in openpyxl.load_workbook(tmp_path / "merged" / "matrix.xlsx").sheetnames


def test_a_folder_that_holds_something_stays_as_it_is_until_replace_is_written(answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "merged"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("merge", answers, "--out", out)
    assert result.output == f"Error: {out} is not empty: choose a new folder, or write --replace to lose what is in it\n"
    assert result.exit_code == 1
    assert everything(out) == {"mine.txt": b"mine"}
    assert run("merge", answers, "--out", out, "--replace").exit_code == 0
    assert everything(out).keys() == RESULTS | {"new-tools/keukentafelspel.yml"}


def test_files_that_cannot_be_read_are_named_the_rest_is_merged_and_the_command_leaves_with_1(answers: Path, tmp_path: Path) -> None:
    (answers / "beveiligd.xlsx").write_bytes(protected())
    (answers / "kapot.xlsx").write_bytes((answers / "noord.xlsx").read_bytes()[:900])
    (answers / "leeg.csv").write_bytes(b"")
    (answers / "brief.docx").write_bytes(b"PK")
    result = run("merge", answers, "--out", tmp_path / "merged")
    assert result.exit_code == 1
    for line in (
        "beveiligd.xlsx: the file is protected with a password: open it, take the password off and save it again\n",
        "brief.docx: files of this kind are not read: save it as .xlsx, .csv or .json\n",
        "kapot.xlsx: the file is damaged or no spreadsheet (Cannot detect file format): open it and save it again as .xlsx\n",
        "leeg.csv: the file is empty: ask for it again\n",
        "6 files, 2 teams: 4 cells read, 3 merged, 1 listed.\n",
    ):
        assert line in result.output
    listed = (tmp_path / "merged" / "listed.csv").read_text(encoding="utf-8-sig")
    assert {row["file"] for row in csv.DictReader(io.StringIO(listed))} == {
        *("beveiligd.xlsx", "brief.docx", "kapot.xlsx", "leeg.csv", "noord.xlsx", "zuid.xlsx")
    }


def test_a_file_that_the_machine_does_not_give_is_named_and_the_rest_is_merged(
    answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refuses(path: Path) -> bytes:
        if path.name == "zuid.xlsx":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuses)
    result = run("merge", answers, "--out", tmp_path / "merged")
    assert "zuid.xlsx: the file cannot be read (Permission denied): copy it again\n" in result.output
    assert "2 files, 1 team: 2 cells read, 2 merged, 0 listed.\n" in result.output
    assert result.exit_code == 1


def test_with_nothing_to_merge_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")
    result = run("merge", tmp_path / "leeg.csv", "--out", tmp_path / "merged")
    assert result.output == (
        "leeg.csv: the file is empty: ask for it again\n"
        "1 file, 0 teams: 0 cells read, 0 merged, 0 listed.\n"
        "Error: there is nothing to merge in these files\n"
    )
    assert result.exit_code == 1
    assert not (tmp_path / "merged").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "--out", "merged"), "Error: name the files or folders that teams sent in\n"),
        (("merge", "not-there", "--out", "merged"), "Path 'not-there' does not exist.\n"),
        (("merge", "."), "Missing option '--out'.\n"),
        (("export", "--out", "x.txt"), "Error: x.txt: write a name that ends in .xlsx, .csv or .json\n"),
        (("export", "--out", "x.csv", "--blank"), "Error: x.csv: a sheet to fill in is an .xlsx file\n"),
        (("export", "--out", "x.xlsx", "--no-tools"), "Error: --no-tools goes with --blank\n"),
        (("export", "--out", "x.csv", "--tool", "ecogramm"), "Error: there is no tool 'ecogramm': did you mean 'ecogram'?\n"),
        (("export", "--out", "x.csv", "--where", "gratis"), "Error: 'gratis' is no filter: write it like cost=free\n"),
        (("export", "--out", "x.csv", "--where", "costs=free"), "Error: the matrix cannot be filtered by 'costs': did you mean 'cost'?\n"),
        (("export", "--out", "x.csv", "--where", "cost=fre"), "Error: 'fre' is no option of 'cost': did you mean 'free'?\n"),
        (("export", "--out", "x.csv", "--where", "minutes=20"), "Error: the matrix cannot be filtered by 'minutes': write one of: "),
    ],
)
def test_what_was_typed_wrong_is_told_in_a_line_and_nothing_is_written(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert said in result.output
    assert result.exit_code in (1, 2)
    assert not list(tmp_path.iterdir())


def test_a_merge_that_fails_on_the_way_leaves_the_old_results(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "merged"
    run("merge", answers, "--out", out)
    before = everything(out)

    def fails(*_: object) -> dict[str, bytes]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(matrix, "report_files", fails)
    result = run("merge", answers / "noord.xlsx", "--out", out, "--replace")
    assert result.output == "Error: the disk is full: make room and run the command again; what was finished is still there\n"
    assert everything(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"answers", "merged"}


def test_a_file_that_is_named_twice_or_copied_counts_once(answers: Path, tmp_path: Path) -> None:
    shutil.copy(answers / "noord.xlsx", answers / "noord (kopie).xlsx")
    result = run("merge", answers, answers / "noord.xlsx", "--out", tmp_path / "merged")
    assert "noord.xlsx: this is the same file as noord (kopie).xlsx: it counts once\n" in result.output
    assert "3 files, 2 teams: 6 cells read, 3 merged, 3 listed.\n" in result.output


def test_files_with_one_name_in_two_folders_are_told_apart(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("noord", "zuid"):
        (answers / name).mkdir()
        (answers / f"{name}.xlsx").rename(answers / name / "matrix.xlsx")
    result = run("check", "answers")
    assert "answers/zuid/matrix.xlsx:Matrix!K4: 'duur' is not in the list" in result.output
    assert "answers/noord/matrix.xlsx:Matrix!B5: 'Keukentafelspel' is not in the matrix" in result.output


def test_what_programs_leave_behind_in_a_folder_is_passed_over(answers: Path) -> None:
    for name in ("~$noord.xlsx", ".noord.xlsx.swp", ".DS_Store", "Thumbs.db", "desktop.ini"):
        (answers / name).write_bytes(b"x")
    (answers / ".git").mkdir()
    (answers / ".git" / "index.csv").write_bytes(b"x")
    assert run("check", answers).output == LINES


def test_results_in_the_folder_of_the_answers_do_not_count_as_answers_the_next_time(answers: Path, library: Library) -> None:
    out = answers / "merged"
    run("merge", answers, "--out", out)
    changed = filled_in(library, "Noord", {("boommetafoor", "cost"): "deels gratis"}, tools=TOOLS)
    (answers / "noord.xlsx").write_bytes(changed)
    result = run("merge", answers, "--out", out, "--replace")
    assert "2 files, 2 teams: 3 cells read, 2 merged, 1 listed.\n" in result.output
    said = json.loads((out / "matrix.json").read_text(encoding="utf-8"))["judgements"]
    assert [row["value"] for row in said if row["team"] == "Noord"] == ["partly"]


def test_the_folder_of_a_merge_is_merged_again_as_if_it_were_its_files(answers: Path, library: Library, tmp_path: Path) -> None:
    (answers / "noord2.xlsx").write_bytes(filled_in(library, "Noord", {("boommetafoor", "cost"): "deels gratis"}, tools=TOOLS))
    more = written(tmp_path / "more", oost=filled_in(library, "Oost", {("boommetafoor", "cost"): "gratis"}, tools=TOOLS))
    run("merge", answers, "--out", tmp_path / "first")
    result = run("merge", tmp_path / "first", more, "--out", tmp_path / "second")
    assert "2 files, 4 teams: 6 cells read, 5 merged, 1 listed.\n" in result.output
    run("merge", answers, more, "--out", tmp_path / "at-once")
    again, at_once = (json.loads((tmp_path / name / "matrix.json").read_text(encoding="utf-8")) for name in ("second", "at-once"))
    for key in ("judgements", "spread", "teams", "new_tools", "listed", "cells"):
        assert again[key] == at_once[key], key


@pytest.mark.parametrize("name", ["matrix.xlsx", "listed.csv"])
def test_a_report_to_read_is_not_taken_for_answers(name: str, answers: Path, tmp_path: Path) -> None:
    run("merge", answers, "--out", tmp_path / "merged")
    result = run("check", tmp_path / "merged" / name)
    assert result.output.startswith(f"{name}: this is the report of a merge, to read: give the file matrix.json that stands beside it\n")
    assert result.exit_code == 1


def test_the_list_of_judgements_says_the_same_as_the_json_also_of_teams_with_one_name(
    answers: Path, library: Library, tmp_path: Path
) -> None:
    (answers / "noord2.xlsx").write_bytes(filled_in(library, "Noord", {("ecogram", "remark"): "'=1+1"}, tools=TOOLS))
    run("merge", answers, "--out", tmp_path / "merged")
    both = [tmp_path / "merged" / name for name in ("matrix.json", "judgements.csv")]
    result = run("merge", *both, "--out", tmp_path / "again")
    assert "2 files, 3 teams: 9 cells read, 4 merged, 5 listed.\n" in result.output
    first, again = (json.loads((tmp_path / name / "matrix.json").read_text(encoding="utf-8")) for name in ("merged", "again"))
    assert first["judgements"] == again["judgements"]


def test_two_teams_with_one_name_stay_apart_and_are_told_with_their_files(answers: Path, library: Library, tmp_path: Path) -> None:
    (answers / "noord2.xlsx").write_bytes(filled_in(library, "NOORD", {("boommetafoor", "cost"): "deels gratis"}, tools=TOOLS))
    result = run("merge", answers, "--out", tmp_path / "merged")
    for name, file in (("Noord", "noord.xlsx"), ("NOORD", "noord2.xlsx")):
        line = f"{file}: there is more than one team called '{name}', with different answers: this one is called '{name} ({file})'\n"
        assert line in result.output


# export


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_export_writes_the_whole_matrix_and_counts_it(kind: str, lang: str, library: Library, tmp_path: Path) -> None:
    out = tmp_path / "new" / f"matrix.{kind}"
    result = run("export", "--out", out, "--lang", lang)
    assert result.output == f"{out}: {len(library.tools)} tools, {len(library.criteria)} criteria\n"
    assert result.exit_code == 0
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def tools_in(path: Path) -> list[str]:
    return [tool["id"] for tool in json.loads(path.read_text(encoding="utf-8"))["tools"]]


def test_export_can_be_filtered_and_what_is_not_known_does_not_fit(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "free.json"
    assert run("export", "--out", out, "--where", "cost=free", "--where", "form=paper").exit_code == 0
    fitting = {id_ for id_, tool in library.tools.items() if tool.values["cost"] == "free" and "paper" in tool.values["form"]}
    assert fitting
    assert set(tools_in(out)) == fitting
    assert run("export", "--out", out, "--tool", "ecogram", "--tool", "boommetafoor").output == f"{out}: 2 tools, 15 criteria\n"
    assert tools_in(out) == ["boommetafoor", "ecogram"]


def test_a_filter_finds_a_tool_that_is_for_everyone(library: Library, tmp_path: Path) -> None:
    run("export", "--out", tmp_path / "a.json", "--where", "for-whom=older-people")
    everyone = {id_ for id_, tool in library.tools.items() if "everyone" in tool.values["for-whom"]}
    assert everyone
    assert everyone <= set(tools_in(tmp_path / "a.json"))


def test_a_filter_that_nothing_fits_gives_an_empty_matrix(tmp_path: Path) -> None:
    words = [f"--where=cost={option}" for option in ("free", "paid")]
    for kind in ("xlsx", "csv", "json"):
        assert run("export", "--out", tmp_path / f"none.{kind}", *words).output.endswith(": 0 tools, 15 criteria\n")
    assert len((tmp_path / "none.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


def test_a_blank_sheet_without_tools_is_read_back_as_saying_nothing(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "blank.xlsx"
    assert run("export", "--out", out, "--blank", "--no-tools", "--paper", "a3", "--lang", "en").output.startswith(f"{out}: 0 tools")
    sheet = openpyxl.load_workbook(out)["Matrix"]
    assert sheet.page_setup.paperSize == 8
    assert not any(cell.value for row in sheet.iter_rows(min_row=3) for cell in row)


def test_exported_json_holds_records_that_are_valid_by_the_schema_of_tools(library: Library, tmp_path: Path) -> None:
    run("export", "--out", tmp_path / "matrix.json")
    data = json.loads((tmp_path / "matrix.json").read_text(encoding="utf-8"))
    jsonschema.validate({"licence": data["licence"], "records": data["tools"]}, tools_schema(library.criteria))
    assert [criterion["id"] for criterion in data["criteria"]] == list(library.criteria)


def test_merged_json_is_valid_by_its_schema_also_when_it_is_merged_again(answers: Path, library: Library, tmp_path: Path) -> None:
    schema = matrix_schema(library.criteria)
    jsonschema.Draft202012Validator.check_schema(schema)
    run("merge", answers, "--out", tmp_path / "first")
    run("merge", tmp_path / "first", "--out", tmp_path / "second")
    for name in ("first", "second"):
        data = json.loads((tmp_path / name / "matrix.json").read_text(encoding="utf-8"))
        jsonschema.validate(data, schema)
    data["judgements"][0]["value"] = "zomaar"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_exported_as_csv_can_be_filled_in_and_merged(lang: str, library: Library, tmp_path: Path) -> None:
    from learning_network.responses.matrix_headings import Headings

    out = tmp_path / "noord.csv"
    run("export", "--out", out, "--lang", lang)
    found = read_matrix(out, out.read_bytes(), Headings(library.criteria, library.tools))
    assert found.closes()
    assert [line.reason for line in found.listed] == ["no name of a team in the file: 'noord' is used"]
    assert found.teams[0].answers.keys() == library.tools.keys()
