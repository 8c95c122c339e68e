"""A report says in its own language why something was left out, whatever was wrong with the files: in every file that people read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any

import openpyxl
import pytest
import yaml
from answer_folders import HEAD, NORTH, everything, made, summarise, summary_in, table
from bad_answers import bad_folder
from bad_answers import table as rows_of
from docx import Document
from html_text import text_of
from test_matrix_command import FAULTS, RESULTS
from test_matrix_command import run as matrix_command

from learning_network.commands import matrix
from learning_network.content.library import Library
from learning_network.words.strings import FOLDER

OTHER = {"nl": "en", "en": "nl"}
SENTENCES = {language: yaml.safe_load((FOLDER / language / "reasons.yml").read_text(encoding="utf-8"))["reasons"] for language in OTHER}
SURE = 14
"""Letters of a stretch of a sentence that nobody writes by chance."""


def forms(said: str | dict[str, str]) -> list[str]:
    return list(said.values()) if isinstance(said, dict) else [said]


def stretches(language: str) -> dict[str, set[str]]:
    """What a sentence of ours says between its facts, in one language and not in the other -> the keys of the sentences with it."""
    theirs = "\n".join(form for said in SENTENCES[OTHER[language]].values() for form in forms(said))
    parts = {part.strip(" .:'(),") for said in SENTENCES[language].values() for form in forms(said) for part, *_ in Formatter().parse(form)}
    sure = [part for part in parts if len(part) >= SURE and part not in theirs]
    return {part: {key for key, said in SENTENCES[language].items() if any(part in form for form in forms(said))} for part in sure}


STRETCHES = {language: stretches(language) for language in OTHER}


def said_in(text: str, language: str) -> set[str]:
    """What stands in a text that only a sentence of this language says."""
    plain = " ".join(text.split())
    return {stretch for stretch in STRETCHES[language] if stretch in plain}


def told_in(text: str, language: str) -> set[str]:
    """The keys of the reasons that a text surely tells."""
    return {key for stretch in said_in(text, language) for key in STRETCHES[language][stretch] if len(STRETCHES[language][stretch]) == 1}


SURE_IN_BOTH = set.intersection(*({key for keys in found.values() if len(keys) == 1 for key in keys} for found in STRETCHES.values()))


def many_faults(folder: Path) -> Path:
    """The folder of a bad day, with faults more that a file can have. All of it is made up."""
    bad_folder(folder)
    answers: dict[str, Any] = {"format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "language": "nl"}
    site = [
        answers | {"team": ["los"], "answers": {"strengths": [{"text": ["x"]}, {"row": 1, "x": []}, {}], "threats": {"x": 1}}},
        answers | {"worksheet": "", "answers": {"threats": "te druk"}},
        {"format": "learning-network/answers", "version": 1, "worksheet": "grrow-sheet", "answers": {"actions": [{"row": "1", "who": "arts"}]}},
        {"los": 1},
    ]  # fmt: skip
    items = (
        "schema_version,item_id,response_id,instrument,field,text",
        "1,a,r,swot,threats,a",
        "1,a,r,swot,threats,b",
        "1,,r,swot,threats,c",
    )
    files = {
        "site.json": json.dumps(site).encode(),
        "newer.json": json.dumps(answers | {"version": 9, "answers": {}}).encode(),
        "other.json": b'{"naam": "x"}',
        "no.json": b"{'naam': x}",
        "items.csv": rows_of(*items),
        "newer-items.csv": rows_of(items[0], "9,z,r,swot,threats,a"),
        "one-item-a-row.csv": rows_of("veld,tekst,gewicht", "sterktes,fijne ploeg,veel", "smaak,zoet,1"),
        "actions.csv": rows_of("Doel,Actie,Wie trekt het?,Klaar op", "samen eten,,kok,4/3/2026", "meer tijd,bellen,arts,5/4/2026"),
        "poster.csv": rows_of("Los briefje,", "Sterktes,Zwaktes", "goede koffie,oude lift", "Kansen,Bedreigingen", "nieuwe buren,minder geld"),
        "sheet.csv": rows_of("Sterktes,Zwaktes", "goede ploeg,te druk", "korte lijnen,lawaai"),
        "guessed.csv": rows_of("Team,Sterktes,Welke kansen zie jij nu nog?,Hobby", "A,rustig werken,nieuwe wijk,zingen"),
        "never-closed.csv": b'Team,Sterktes\r\nN,"sfeer\r\nZ,rust\r\n',
        "limesurvey.csv": rows_of("id,submitdate,lastpage,startlanguage,Sterktes", "1,2026-03-01 10:00:00,1,nl,mooi", "2,,1,nl,nog niet af"),
        "letter.docx": b"Beste allemaal",
        "print.pdf": b"%PDF-1.4 kapot",
        "picture.csv": b"\0\1\2" * 1000,
        "twice.csv": (HEAD + "11/23/2026 10:00:00,cor@voorbeeld.invalid,,Drie,,Rust in het team,,,\n" * 2).encode(),
        "bel 0475 12 34 56.csv": rows_of("Team,Sterktes", "N,dr. Voorbeeld helpt en dossier 12345678 ligt klaar"),
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def scoring_sheets(sheet: Path, folder: Path) -> None:
    """Scoring sheets filled in with faults, in a folder of answers. sheet: of a summary of other answers."""
    book = openpyxl.load_workbook(sheet)
    book.worksheets[0]["C3"] = 1
    book.save(folder / "old-scores.xlsx")


def decided(folder: Path) -> Path:
    made(folder, codes="item_id,code,decision\nweg,funding,add\n", merges="groep,item_id\na,b\n")
    return folder


Reports = dict[str, dict[str, str]]
"""Language -> name of a file -> all text in it."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("faults")
    answers, decisions = many_faults(folder / "answers"), decided(folder / "decisions")
    summarise(
        made(folder / "old", form=HEAD + NORTH.replace("Hechte ploeg", "Goede scholing").replace("Besparingen", "Nieuwe wetgeving")),
        folder / "old-out",
    )
    scoring_sheets(folder / "old-out" / "scoring-sheet.xlsx", answers)
    names = folder / "names.txt"
    names.write_text("Roos\nMieke Voorbeeld\n", encoding="utf-8")
    for language in OTHER:
        result = summarise(answers, folder / language, "--lang", language, "--decisions", decisions, "--names", names)
        assert result.exit_code == 0, result.output
        assert told_in(result.stderr, "en"), "the command line is English"
        assert not said_in(result.stderr, "nl")
    return {language: folder / language for language in OTHER}


def of_document(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for part in document.tables for row in part.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def of_workbook(path: Path) -> str:
    return "\n".join(str(cell.value) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value)


def of_text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def of_csv(path: Path) -> str:
    return "\n".join(cell for row in table(path) for cell in row.values())


def of_json(path: Path) -> str:
    said = json.loads(of_text(path))
    return "\n".join(part for line in (*said["remarks"], *said["rejected"]) for part in line if isinstance(part, str))


READ: dict[str, Callable[[Path], str]] = {
    "report.html": lambda path: text_of(of_text(path)),
    "report.md": lambda path: of_text(path).replace("\\", ""),
    "report.docx": of_document,
    "report.xlsx": of_workbook,
    "rejects.csv": of_csv,
    "places-to-check.csv": of_csv,
    "summary.json": of_json,
}


@pytest.mark.parametrize("language", OTHER)
@pytest.mark.parametrize("name", READ)
def test_no_sentence_of_the_other_language_stands_in_a_report(name: str, language: str, folders: dict[str, Path]) -> None:
    text = READ[name](folders[language] / name)
    assert told_in(text, language)
    assert said_in(text, OTHER[language]) == set()


@pytest.mark.parametrize("name", READ)
def test_a_report_tells_the_same_in_both_languages(name: str, folders: dict[str, Path]) -> None:
    dutch, english = (told_in(READ[name](folders[language] / name), language) for language in ("nl", "en"))
    assert dutch & SURE_IN_BOTH == english & SURE_IN_BOTH


def test_many_kinds_of_faults_were_made(folders: dict[str, Path]) -> None:
    """Else the tests above would hold little."""
    told = {
        key for name in ("rejects.csv", "summary.json", "places-to-check.csv") for key in told_in(READ[name](folders["nl"] / name), "nl")
    }
    assert len(told) >= 50, sorted(SENTENCES["nl"].keys() - told)


@pytest.mark.parametrize("language", OTHER)
def test_every_line_on_a_list_stands_in_the_reports_word_for_word(language: str, folders: dict[str, Path]) -> None:
    out = folders[language]
    lines = {line[3] for line in summary_in(out)["rejected"]} | {line[2] for line in summary_in(out)["remarks"]}
    for name in ("report.html", "report.docx", "report.xlsx"):
        text = " ".join(READ[name](out / name).split())
        assert [line for line in lines if " ".join(line.split()) not in text] == [], name


def test_places_are_told_in_the_language_of_the_report(folders: dict[str, Path]) -> None:
    places = {place for _, place, _ in summary_in(folders["nl"])["remarks"]}
    assert {"datum", "tegen wanneer", "blad 'Sheet'", "rij 2"} <= places
    assert {"ingevuld blad 1: team", "ingevuld blad 2: worksheet", "ingevuld blad 4"} <= {
        row["column"] for row in table(folders["nl"] / "rejects.csv")
    }


def test_what_a_heading_was_taken_for_is_said_in_the_language_of_the_report(folders: dict[str, Path]) -> None:
    for language, word in (("nl", "als kansen."), ("en", "as opportunities.")):
        (said,) = [said for file, _, said in summary_in(folders[language])["remarks"] if file == "guessed.csv" and "zie jij" in said]
        assert f"'Welke kansen zie jij nu nog?' {word}" in said


def test_the_themes_of_another_scoring_sheet_are_called_by_their_labels(folders: dict[str, Path]) -> None:
    for language in OTHER:
        (said,) = [said for file, _, said in summary_in(folders[language])["remarks"] if file == "old-scores.xlsx"]
        labels = [theme["label"] for theme in summary_in(folders[language])["coding"]["themes"]]
        assert len([label for label in labels if f"'{label}'" in said]) == 2, said


def test_nothing_of_ours_in_a_dutch_page_is_marked_as_english(folders: dict[str, Path]) -> None:
    """Quotations keep the language that their form says."""
    page = of_text(folders["nl"] / "report.html")
    method = page[page.index('id="method"') :]
    assert page.startswith('<!doctype html>\n<html lang="nl') or '<html lang="nl' in page
    assert "lang=" not in method


def test_what_is_personal_is_masked_in_the_reasons_of_every_language(tmp_path: Path) -> None:
    answers = made(tmp_path / "answers", form=HEAD + "11/22/2026 10:00:00,,,A,,Rust,,,\n")
    (answers / "field.csv").write_bytes(rows_of("veld,tekst", "bel Mieke 0475 12 34 56,zoet", "sterktes,rustig"))
    names = tmp_path / "names.txt"
    names.write_text("Mieke\n", encoding="utf-8")
    for language in OTHER:
        out = tmp_path / language
        assert summarise(answers, out, "--lang", language, "--names", names).exit_code == 0
        (reason,) = [row["reason"] for row in table(out / "rejects.csv")]
        assert reason.startswith("'bel [naam] [telefoon]' ")
        assert not [name for name, data in everything(out).items() if b"Mieke" in data or b"0475" in data]


# the tool matrix


@pytest.fixture
def merged(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    monkeypatch.setattr(matrix, "load", lambda root: library)
    for language in OTHER:
        result = matrix_command("merge", *FAULTS, "--out", tmp_path / language, "--lang", language)
        assert {path.name for path in (tmp_path / language).iterdir()} >= RESULTS, result.output
        assert told_in(result.output, "en")
        assert not said_in(result.output, "nl")
    return {language: tmp_path / language for language in OTHER}


def listed(folder: Path) -> dict[str, list[str]]:
    """Name of a file -> the reasons in it."""
    book = openpyxl.load_workbook(folder / "matrix.xlsx")
    return {
        "matrix.xlsx": [str(row[2]) for row in book.worksheets[-1].iter_rows(min_row=2, values_only=True)],
        "listed.csv": [row["reason"] for row in table(folder / "listed.csv")],
        "matrix.json": [line["reason"] for line in json.loads(of_text(folder / "matrix.json"))["listed"]],
    }


def test_what_was_not_merged_is_listed_in_the_language_of_the_report(merged: dict[str, Path]) -> None:
    for language, folder in merged.items():
        for name, reasons in listed(folder).items():
            text = "\n".join(reasons)
            assert len(told_in(text, language)) >= 20, (name, sorted(told_in(text, language)))
            assert said_in(text, OTHER[language]) == set(), name
            assert sorted(reasons) == sorted(listed(folder)["listed.csv"])


def test_a_merge_that_is_merged_again_tells_it_in_the_new_language(merged: dict[str, Path], tmp_path: Path) -> None:
    matrix_command("merge", merged["nl"] / "matrix.json", "--out", tmp_path / "again", "--lang", "en")
    assert sorted(listed(tmp_path / "again")["listed.csv"]) == sorted(listed(merged["en"])["listed.csv"])


def test_a_list_of_an_older_merge_keeps_its_words(merged: dict[str, Path], tmp_path: Path) -> None:
    older = json.loads(of_text(merged["nl"] / "matrix.json"))
    older["listed"] = [{"file": "a.csv", "place": "B2", "reason": "in the words of then", "text": "x", "cells": 1, "told_by": told_by}
                       for told_by in (None, 3, {"key": "no_such", "facts": {}})]  # fmt: skip
    (tmp_path / "older.json").write_text(json.dumps(older), encoding="utf-8")
    matrix_command("merge", tmp_path / "older.json", "--out", tmp_path / "again")
    assert listed(tmp_path / "again")["listed.csv"].count("in the words of then") == 3


def test_the_texts_of_html_are_read_as_a_person_reads_them() -> None:
    assert re.sub(r"\s+", " ", text_of("<p>een <b>&amp; twee</b></p><style>weg</style><p>drie</p>")).strip() == "een & twee drie"
