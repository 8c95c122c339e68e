"""`learning-network summarise` with what a network brings along: mapping, codebook, decisions, names, key, facts, filled sheets."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from answer_folders import FORM, HEAD, NORTH, everything, made, summarise, summary_in, table, texts

HOUSE_FORM = "Huis,Wat loopt lekker?,Wat wringt er?\nVoorbeeldhuis Noord,Hechte ploeg,Te weinig tijd\nVoorbeeldhuis Zuid,Korte lijnen,nvt\n"
MAPPING = """\
format: learning-network/mapping
version: 1
instrument: swot
language: nl
columns:
  Huis: organisation
  Wat loopt lekker?: strengths
  Wat wringt er?: weaknesses
"""


def file(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def themes(out: Path) -> dict[str, str]:
    """Text of an item -> its themes, with how each came there."""
    text = {row["item_id"]: row["text"] for row in table(out / "items.csv")}
    found: dict[str, str] = {}
    for row in table(out / "codes.csv"):
        found[text[row["item_id"]]] = f"{found.get(text[row['item_id']], '')} {row['code']}:{row['method']}".strip()
    return found


def counted(out: Path) -> dict[str, int]:
    """Theme -> items, over all quadrants of the summary."""
    found: Counter[str] = Counter()
    for field in summary_in(out)["swot"]["fields"]:
        for theme in field["themes"]:
            found[theme["theme"]] += theme["count"]["items"]
    return dict(found)


# what the columns mean


def test_a_form_of_ones_own_is_read_with_a_mapping(tmp_path: Path, out: Path) -> None:
    answers = made(tmp_path / "answers", form=HOUSE_FORM)
    result = summarise(answers, out)
    assert result.exit_code == 1
    assert "its headings are 'Huis', 'Wat loopt lekker?', 'Wat wringt er?'" in result.stderr
    assert "`learning-network responses mapping FILE > mapping.yml`" in result.stderr
    result = summarise(answers, out, "--mapping", file(tmp_path / "mapping.yml", MAPPING))
    assert result.stdout.startswith("1 file: 4 answer cells = 3 answered + 1 empty")
    assert {row["organisation"] for row in table(out / "items.csv")} == {"Voorbeeldhuis Noord", "Voorbeeldhuis Zuid"}


def test_a_faulty_mapping_is_told_with_its_lines_and_nothing_is_written(tmp_path: Path, out: Path) -> None:
    wrong = file(tmp_path / "mapping.yml", MAPPING.replace(": strengths", ": strenghts").replace("version: 1", "version: 7"))
    result = summarise(made(tmp_path / "answers", form=HOUSE_FORM), out, "--mapping", wrong)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{wrong}:2:" in result.stderr
    assert f"{wrong}:7:" in result.stderr
    assert "did you mean 'strengths'" in result.stderr
    assert not out.exists()


# themes


def test_a_codebook_of_a_network_adds_its_theme_and_switches_one_off(answers: Path, tmp_path: Path, out: Path) -> None:
    summarise(answers, tmp_path / "before")
    assert themes(tmp_path / "before")["Nieuwe subsidie"] == "funding:rule"
    book = "extends: default\noff: [funding]\nthemes:\n- id: short-lines\n  nl: {label: Korte lijnen, words: [korte lijnen]}\n"
    assert summarise(answers, out, "--codebook", file(tmp_path / "book.yml", book)).exit_code == 0
    assert themes(out)["Korte lijnen"] == "short-lines:rule"
    assert "Nieuwe subsidie" not in themes(out)
    assert summary_in(out)["coding"]["switched_off"] == ["funding"]
    assert counted(out)["short-lines"] == 1
    assert "funding" not in counted(out)
    assert "Korte lijnen" in (out / "report.html").read_text(encoding="utf-8")


def test_a_faulty_codebook_is_told_fault_by_fault_and_nothing_is_written(answers: Path, tmp_path: Path, out: Path) -> None:
    book = "extends: default\noff: [fundings]\nthemes:\n- id: Wrong Id\n  nl: {label: x}\n- id: star\n  nl: {label: y, words: ['a*b*c', '*']}\n"
    result = summarise(answers, out, "--codebook", file(tmp_path / "book.yml", book))
    assert (result.exit_code, result.stdout) == (1, "")
    for start in ("book.yml:2: there is no theme 'fundings' to switch off", "book.yml:4: 'Wrong Id' is no id", "book.yml:7: "):
        assert start in result.stderr
    assert result.stderr.count("book.yml:7: ") == 2, "all faults at once"
    assert not out.exists()


def test_what_people_decided_wins_and_stands_in_codes_and_counts(answers: Path, tmp_path: Path, out: Path) -> None:
    summarise(answers, tmp_path / "before")
    ids = {row["text"]: row["item_id"] for row in table(tmp_path / "before" / "items.csv")}
    lines = f"item_id,code,decision\n{ids['Korte lijnen']},funding,add\n{ids['Besparingen']},funding,remove\nno-such-item,funding,add\n"
    file(tmp_path / "decisions" / "codes.csv", lines)
    merges = "".join(f"same,{ids[text]}\n" for text in ("Hechte ploeg", "Korte lijnen"))
    file(tmp_path / "decisions" / "merges.csv", f"group_id,item_id\n{merges}")
    result = summarise(answers, out, "--decisions", tmp_path / "decisions")
    assert result.exit_code == 0
    assert "funding:human" in themes(out)["Korte lijnen"]
    assert "funding" not in themes(out).get("Besparingen", "")
    assert themes(out)["Nieuwe subsidie"] == "funding:rule"
    fields = {field["field"]: {theme["theme"] for theme in field["themes"]} for field in summary_in(out)["swot"]["fields"]}
    assert "funding" in fields["strengths"]
    assert "funding" not in fields["threats"]
    assert summary_in(out)["coding"]["by_people"] == 2
    assert ["codes.csv", "rij 4"] in [remark[:2] for remark in summary_in(out)["remarks"]]
    assert "codes.csv:row 4: there is no item 'no-such-item' among these answers" in result.stderr
    assert [(row["item_id"], row["kind"]) for row in table(out / "merges.csv")] == [
        (ids["Hechte ploeg"], "human"),
        (ids["Korte lijnen"], "human"),
    ]


# who


def test_listed_names_are_masked_in_every_file(answers: Path, tmp_path: Path, out: Path) -> None:
    made(answers, more=HEAD + NORTH.replace("an@", "cor@").replace("Hechte ploeg", "Mieke Voorbeeld helpt iedereen"))
    summarise(answers, tmp_path / "without")
    assert "Mieke Voorbeeld helpt iedereen" in texts(tmp_path / "without")
    summarise(answers, out, "--names", file(tmp_path / "names.txt", "# wie\nMieke Voorbeeld\n"))
    assert summary_in(out)["masked"]["kinds"]["name"] == 1
    for name, data in everything(out).items():
        assert b"Mieke" not in data, name
    for path in (out / "report.xlsx", out / "scoring-sheet.xlsx"):
        said = [cell.value for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert not [value for value in said if "Mieke" in str(value)]


def test_the_same_key_gives_people_the_same_code_and_another_key_another(answers: Path, tmp_path: Path) -> None:
    codes = {}
    for name, key in (("a", "one"), ("b", "one"), ("c", "two")):
        assert summarise(answers, tmp_path / name, "--key", tmp_path / key).exit_code == 0
        codes[name] = [row["participant"] for row in table(tmp_path / name / "items.csv")]
    assert codes["a"] == codes["b"] != codes["c"]
    assert len(set(codes["a"])) == 2
    key = (tmp_path / "one").read_bytes()
    for name, data in everything(tmp_path / "a").items():
        assert key not in data, name
        assert b"voorbeeld.invalid" not in data, name


def test_a_key_in_the_folder_of_results_is_refused(answers: Path, out: Path) -> None:
    result = summarise(answers, out, "--key", out / "key")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "lies in the folder of results, which others will see: choose another place for the key" in result.stderr
    assert not out.exists()


def test_groups_under_the_least_size_are_in_no_breakdown(answers: Path, tmp_path: Path) -> None:
    rows = [NORTH.replace("an@", f"an{n}@").replace("Hechte ploeg", f"Hechte ploeg en idee {n}") for n in range(4)]
    answers = made(tmp_path / "four", form=HEAD + "".join(rows) + FORM.removeprefix(HEAD))
    shown = {}
    for least in ("1", "5", "7"):
        summarise(answers, tmp_path / least, "--min-group", least)
        groups = [group for breakdown in summary_in(tmp_path / least)["breakdowns"] for group in breakdown["groups"]]
        assert all(group["count"]["respondents"] >= int(least) for group in groups)
        shown[least] = {group["label"] for group in groups}
        assert summary_in(tmp_path / least)["min_group"] == int(least)
    assert {"zorgkundige", "arts"} <= shown["1"]
    assert "arts" not in shown["5"], "one person"
    assert not shown["7"], "nobody has seven"


# facts that files do not say


def test_what_is_set_fills_what_a_file_does_not_say_and_never_what_it_says(answers: Path, tmp_path: Path, out: Path) -> None:
    made(answers, with_round=(HEAD.rstrip() + ",Ronde\n" + NORTH.rstrip().replace("an@", "cor@") + ",1\n"))
    result = summarise(answers, out, "--set", "round=2", "--set", "phase=explore", "--set", "organisation=Niemand")
    assert result.exit_code == 0
    rows = table(out / "items.csv")
    assert {(row["source_file"], row["round"]) for row in rows} == {("form.csv", "2"), ("with_round.csv", "1")}
    assert {row["phase"] for row in rows} == {"explore"}
    assert "Niemand" not in {row["organisation"] for row in rows}


@pytest.mark.parametrize("said", ["2026-10-01", "1 oktober 2026", "1/10/2026"])
def test_a_date_that_is_set_may_be_written_as_people_do(said: str, tmp_path: Path, out: Path) -> None:
    answers = made(tmp_path / "answers", form="Team,Sterktes,Zwaktes\nEen,Hechte ploeg,Te weinig tijd\n")
    assert summarise(answers, out, "--set", f"answered_on={said}").exit_code == 0
    assert {row["answered_on"] for row in table(out / "items.csv")} == {"2026-10-01"}


def test_reports_speak_the_language_that_was_asked_for(answers: Path, tmp_path: Path) -> None:
    for lang, said, other in (("nl", "Sterktes", "Strengths"), ("en", "Strengths", "Sterktes")):
        assert summarise(answers, tmp_path / lang, "--lang", lang).exit_code == 0
        page = (tmp_path / lang / "report.html").read_text(encoding="utf-8")
        assert f'<html lang="{lang}"' in page
        assert said in page
        assert other not in page
        assert (tmp_path / lang / "report.md").read_text(encoding="utf-8").count(said)
    assert texts(tmp_path / "nl") == texts(tmp_path / "en"), "what people wrote is not translated"


# scoring sheets that people filled in


def filled(sheet: Path, to: Path, *scores: Any) -> None:
    """A scoring sheet with its first pairs scored, row by row, saved by another program."""
    book = openpyxl.load_workbook(sheet)
    grid = next(tab for tab in book if tab["A1"].value == "scores")
    free = [grid.cell(row, column) for row in range(3, grid.max_row + 1) for column in range(3, grid.max_column + 1)]
    for cell, score in zip(free, scores, strict=False):
        cell.value = score
    book.save(to)


def test_filled_scoring_sheets_among_the_answers_are_averaged_with_their_spread(answers: Path, out: Path) -> None:
    summarise(answers, out)
    assert summary_in(out)["swot"]["confrontation"]["scores"] == []
    filled(out / "scoring-sheet.xlsx", answers / "een.xlsx", 2, -2)
    filled(out / "scoring-sheet.xlsx", answers / "twee.xlsx", -1, -2)
    result = summarise(answers, out, "--force", "--strict")
    assert result.exit_code == 0, "a scoring sheet is no answer, and nothing is wrong with it"
    first, second = summary_in(out)["swot"]["confrontation"]["scores"]
    assert [(score["sheets"], score["mean"], score["lowest"], score["highest"]) for score in (first, second)] == [
        (2, 0.5, -1, 2),
        (2, -2, -2, -2),
    ]
    assert len(summary_in(out)["account"]["files"]) == 1
    assert len(texts(out)) == 7


def test_a_scoring_sheet_of_another_summary_is_not_counted_and_that_is_said(answers: Path, tmp_path: Path, out: Path) -> None:
    other = made(tmp_path / "other", form=HEAD + NORTH.replace("Hechte ploeg", "Goede scholing").replace("Besparingen", "Nieuwe wetgeving"))
    summarise(other, tmp_path / "other-out")
    filled(tmp_path / "other-out" / "scoring-sheet.xlsx", answers / "oud.xlsx", 1)
    result = summarise(answers, out)
    assert result.exit_code == 0
    assert "oud.xlsx: this sheet belongs to another summary" in result.stderr
    assert summary_in(out)["swot"]["confrontation"]["scores"] == []
    assert [remark[0] for remark in summary_in(out)["remarks"]] == ["oud.xlsx"]


def test_scores_that_were_written_in_the_folder_of_results_are_not_written_over(answers: Path, out: Path) -> None:
    """People open the sheet where they find it, fill it in and save it."""
    summarise(answers, out)
    sheet = out / "scoring-sheet.xlsx"
    filled(sheet, sheet, 2)
    before = everything(out)
    result = summarise(answers, out, "--force")
    assert (result.exit_code, everything(out)) == (1, before)
    assert f"{sheet} holds scores, which --force would write over: move it among the answers, under a name of its own" in result.stderr
    (answers / "onze-scores.xlsx").write_bytes(sheet.read_bytes())
    assert summarise(answers, out, "--force").exit_code == 0, "a copy is as good"
    assert len(summary_in(out)["swot"]["confrontation"]["scores"]) == 1


def test_items_and_codes_are_tables_that_any_program_reads(answers: Path, out: Path) -> None:
    summarise(answers, out)
    for name in ("items.csv", "codes.csv", "merges.csv", "rejects.csv", "places-to-check.csv"):
        rows = list(csv.reader(io.StringIO((out / name).read_text(encoding="utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1, name


def test_a_remark_that_quotes_what_is_personal_is_masked_too(answers: Path, out: Path, tmp_path: Path) -> None:
    item = next(iter(ids_of(answers, tmp_path)))
    decisions = file(tmp_path / "decisions" / "codes.csv", f"item_id,code,decision\n{item},bel 0475/12.34.56,add\n").parent
    summarise(answers, out, "--decisions", decisions)
    (message,) = [message for name, _, message in summary_in(out)["remarks"] if name == "codes.csv"]
    assert "[telefoon]" in message
    assert "0475" not in (out / "report.html").read_text(encoding="utf-8") + (out / "summary.json").read_text(encoding="utf-8")


def ids_of(answers: Path, folder: Path) -> list[str]:
    """The ids of the items in these answers."""
    summarise(answers, folder / "before")
    return [row["item_id"] for row in table(folder / "before" / "items.csv")]
