"""Many files in one table: each response once, and an account that closes."""

from __future__ import annotations

from pathlib import Path

from learning_network.responses.account import account_of
from learning_network.responses.collect import Collected, collect

FORM = "Timestamp,Organisatie,Wat zijn onze sterktes?,Wat zijn onze zwaktes?\n"
NORTH = "11/22/2026 10:00:00,Voorbeeldhuis Noord,Hechte ploeg,Te weinig tijd\n"
SOUTH = "11/22/2026 11:00:00,Voorbeeldhuis Zuid,Korte lijnen,nvt\n"


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts(collected: Collected) -> list[str]:
    return collected.items["text"]


def reasons(collected: Collected) -> list[str]:
    return [line.reason for line in collected.rejected]


def closes(collected: Collected) -> bool:
    account = account_of(collected.files, len(collected.items), collected.twice)
    return account.cells == account.answered + account.empty + account.rejected


def test_files_come_together_in_one_table(tmp_path: Path) -> None:
    collected = collect([made(tmp_path, {"a.csv": FORM + NORTH, "b.csv": FORM + SOUTH})], given={"instrument": "swot"})
    assert texts(collected) == ["Hechte ploeg", "Te weinig tijd", "Korte lijnen"]
    assert collected.items["source_file"] == ["a.csv", "a.csv", "b.csv"]
    assert [file.said_empty for file in collected.files] == [0, 1]
    assert closes(collected)


def test_the_same_file_twice_counts_once_and_is_said(tmp_path: Path) -> None:
    collected = collect([made(tmp_path, {"a.csv": FORM + NORTH, "copy of a.csv": FORM + NORTH})])
    assert texts(collected) == ["Hechte ploeg", "Te weinig tijd"]
    assert reasons(collected) == ["the same file as a.csv: it counts once"]
    assert (collected.twice, collected.files[1].rejected) == (2, 2)
    assert closes(collected)


def test_the_same_response_in_a_later_export_counts_once_and_is_said_with_its_row(tmp_path: Path) -> None:
    collected = collect([made(tmp_path, {"monday.csv": FORM + NORTH, "tuesday.csv": FORM + NORTH + SOUTH})])
    assert texts(collected) == ["Hechte ploeg", "Te weinig tijd", "Korte lijnen"]
    assert [(line.source_file, line.source_row, line.reason) for line in collected.rejected] == [
        ("tuesday.csv", 2, "the same response stands in monday.csv: it counts once")
    ]
    assert closes(collected)


def test_two_people_may_say_the_same_few_words(tmp_path: Path) -> None:
    form = "Rol,Sterktes,Zwaktes\nzorgkundige,goed team,tijd\n"
    collected = collect([made(tmp_path, {"a.csv": form, "b.csv": form + "verpleegkundige,ander,iets\n"})], given={"instrument": "swot"})
    assert texts(collected) == ["goed team", "tijd", "goed team", "tijd", "ander", "iets"]
    assert len(set(collected.items["item_id"])) == 6
    assert len(set(collected.items["response_id"])) == 3
    assert collected.rejected == []
    assert closes(collected)


def test_other_files_in_the_folder_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    made(tmp_path, {"a.csv": FORM + NORTH, "photo.jpg": "x", "letter.doc": "x", "empty.csv": ""})
    collected = collect([tmp_path])
    assert texts(collected) == ["Hechte ploeg", "Te weinig tijd"]
    told = {line.source_file: line.reason for line in collected.rejected}
    assert told["photo.jpg"] == told["letter.doc"] == "files of this kind are not read: save it as .xlsx, .csv or .json"
    assert told["empty.csv"] == "the file is empty: ask for it again"
    assert [file.file for file in collected.files] == ["a.csv", "empty.csv", "letter.doc", "photo.jpg"]
    assert closes(collected)


def test_results_of_an_earlier_summary_are_no_answers(tmp_path: Path) -> None:
    made(tmp_path, {"a.csv": FORM + NORTH, "earlier/items.csv": "x", "earlier/summary.json": "{}", "earlier/report.md": "x"})
    made(tmp_path, {"out/notes.csv": FORM + SOUTH})
    collected = collect([tmp_path], out=tmp_path / "out")
    assert [file.file for file in collected.files] == ["a.csv"]
    assert collected.rejected == []


def test_scoring_sheets_are_put_aside(tmp_path: Path) -> None:
    made(tmp_path, {"a.csv": FORM + NORTH, "scores.csv": "x"})
    collected = collect([tmp_path], holds_scores=lambda name, data: data == b"x")
    assert collected.scoring_sheets == [("scores.csv", b"x")]
    assert [file.file for file in collected.files] == ["a.csv"]


def test_a_long_run_tells_how_far_it_is(tmp_path: Path) -> None:
    made(tmp_path, {f"{n:03d}.csv": FORM + NORTH.replace("Noord", str(n)) for n in range(120)})
    said: list[str] = []
    collected = collect([tmp_path], say=said.append)
    assert said == ["Read 50 of 120 files", "Read 100 of 120 files"]
    assert len(set(collected.items["organisation"])) == 120


def test_files_with_another_purpose_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, {"a.csv": FORM + NORTH, "codebook.yml": "x", "decisions/codes.csv": "item_id,code,decision\n"})
    collected = collect([tmp_path], aside=[tmp_path / "codebook.yml", tmp_path / "decisions"])
    assert [file.file for file in collected.files] == ["a.csv"]
    assert collected.rejected == []


def test_a_folder_may_say_which_organisation_its_files_come_from(tmp_path: Path) -> None:
    form = "Rol,Sterktes,Zwaktes\nzorgkundige,{},tijd\n"
    made(tmp_path, {"Voorbeeldhuis Noord/a.csv": form.format("hechte ploeg"), "Voorbeeldhuis Zuid/b.csv": form.format("korte lijnen")})
    made(tmp_path, {"Voorbeeldhuis Zuid/c.csv": FORM + NORTH.replace("Noord", "West")})
    collected = collect([tmp_path], given={"instrument": "swot", "organisation": "@folder"})
    said = dict(zip(collected.items["text"], collected.items["organisation"], strict=True))
    assert said["hechte ploeg"] == "Voorbeeldhuis Noord"
    assert said["korte lijnen"] == "Voorbeeldhuis Zuid"
    assert said["Hechte ploeg"] == "Voorbeeldhuis West", "what a file says itself wins"
