"""Two networks, from the files that come in to the summary: what comes out is what was counted by hand. All of it is made up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from answer_folders import run, table
from networks import content, expected, write_network
from projects import ROOT

from learning_network.content.loading import load_cached
from learning_network.summaries.summary import Summary

INSTRUMENT = {"swot-network": "swot", "grrow-network": "grrow"}


@pytest.fixture(scope="module")
def summarised(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Any, dict[str, Any]]]:
    """Name of a network -> its results: folder, what the screen said, summary.json."""

    @cache
    def made(name: str) -> tuple[Path, Any, dict[str, Any]]:
        folder = tmp_path_factory.mktemp(name)
        write_network(folder / "answers", name, load_cached(ROOT))
        said = run(
            "summarise", INSTRUMENT[name], folder / "answers", "--out", folder / "out", "--key", folder / "key", "--today", "2026-11-22"
        )
        assert said.exit_code == 0, said.output
        return folder, said, json.loads((folder / "out" / "summary.json").read_text(encoding="utf-8"))

    return made


@pytest.mark.parametrize("name", INSTRUMENT)
def test_the_account_is_the_one_that_was_counted_by_hand(name: str, summarised: Any) -> None:
    _, said, summary = summarised(name)
    wanted, account = expected(name), summary["account"]
    for number in ("cells", "answered", "empty", "said_empty", "rejected", "twice", "items"):
        assert account[number] == wanted[number], number
    for file, (responses, cells, answered, empty, said_empty, items) in wanted["per_file"].items():
        read = [line for line in account["files"] if line["file"] == file]
        first = [line for line in read if not line["rejected"]]
        if first:
            numbers = {key: first[0][key] for key in ("responses", "cells", "answered", "empty", "said_empty", "items")}
            assert list(numbers.values()) == [responses, cells, answered, empty, said_empty, items], file
        else:
            assert read[0]["cells"] == cells, f"{file}: part of it stands in an earlier file"
    assert f"{wanted['cells']} answer cells = {wanted['answered']} answered + {wanted['empty']} empty" in said.output


@pytest.mark.parametrize("name", INSTRUMENT)
def test_every_item_stands_in_the_table_once_with_the_place_it_came_from(name: str, summarised: Any) -> None:
    folder, _, summary = summarised(name)
    items = table(folder / "out" / "items.csv")
    assert len({item["item_id"] for item in items}) == len(items) == expected(name)["items"]
    assert Counter(item["field"] for item in items) == expected(name)["items_per_field"]
    assert {item["source_file"] for item in items} <= {line["file"] for line in summary["account"]["files"]}
    lines = (folder / "out" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["item_id"] for line in lines] == [item["item_id"] for item in items]


@pytest.mark.parametrize("name", INSTRUMENT)
def test_people_teams_and_organisations_are_counted_once(name: str, summarised: Any) -> None:
    _, _, summary = summarised(name)
    wanted, count = expected(name), summary["count"]
    assert (count["respondents"], count["organisations"], count["teams"]) == (
        wanted["respondents"],
        wanted["organisations"],
        wanted["teams"],
    )
    left = {field["field"]: field["left_empty"] for field in (summary["swot"] or summary["grrow"])["fields"]}
    assert {field: left[field] for field in wanted["left_empty"]} == wanted["left_empty"]


@pytest.mark.parametrize("name", INSTRUMENT)
def test_nothing_personal_stands_in_any_file(name: str, summarised: Any) -> None:
    folder, _, summary = summarised(name)
    assert summary["masked"]["kinds"] == expected(name)["masked"]
    content = yaml_texts(name)
    secret = {word for text in content for word in text.split() if "@" in word}
    assert secret, "the network holds addresses to mask"
    for path in sorted((folder / "out").rglob("*")):
        if path.suffix in (".csv", ".jsonl", ".html", ".md", ".json", ".svg", ".ics"):
            found = [word for word in secret if word.strip(".,;()") in path.read_text(encoding="utf-8")]
            assert not found, path.name


def yaml_texts(name: str) -> list[str]:
    def texts(node: Any) -> list[str]:
        if isinstance(node, dict):
            return [text for value in node.values() for text in texts(value)]
        if isinstance(node, list):
            return [text for value in node for text in texts(value)]
        return [node] if isinstance(node, str) else []

    return texts(content(name))


@pytest.mark.parametrize("name", INSTRUMENT)
def test_a_summary_is_what_its_schema_says(name: str, summarised: Any) -> None:
    _, _, summary = summarised(name)
    schema = json.loads((ROOT / "scripts/learning_network/summaries/summary.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(summary, schema)
    assert set(summary) == set(Summary.__dataclass_fields__)


@pytest.mark.parametrize("name", INSTRUMENT)
def test_the_same_answers_give_the_same_bytes(name: str, summarised: Any, tmp_path: Path) -> None:
    folder, _, _ = summarised(name)
    run("summarise", INSTRUMENT[name], folder / "answers", "--out", tmp_path / "again", "--key", folder / "key", "--today", "2026-11-22")
    for path in sorted((folder / "out").rglob("*")):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(folder / "out")).read_bytes() == path.read_bytes(), path.name


def test_rounds_compare_the_organisations_that_took_part_in_both(summarised: Any) -> None:
    _, _, summary = summarised("swot-network")
    (change,) = summary["rounds"]
    assert (change["earlier"], change["later"]) == ("2025", "2026")
    assert change["organisations"] == expected("swot-network")["organisations_in_both_rounds"]
    assert change["themes"]


def test_actions_are_overdue_or_lack_something_as_counted_by_hand(summarised: Any) -> None:
    _, _, summary = summarised("grrow-network")
    wanted, every = expected("grrow-network"), summary["grrow"]["actions"]
    actions = [action for action in every if "-action-" in action["item_id"]]
    assert len(actions) == wanted["actions"]
    others = [action for action in every if action not in actions]  # what people will do, where they wrote no action beside it
    assert len({action["goal"] for action in others}) == len(wanted["goals_without_actions"])
    assert all(action["missing"] == ["owner", "date"] for action in others)
    assert len(summary["grrow"]["goals"]) == wanted["goals"]
    assert sorted(action["what"] for action in actions if action["overdue"]) == sorted(wanted["overdue"])
    assert sorted(action["what"] for action in actions if "owner" in action["missing"]) == sorted(wanted["without_owner"])
    assert sorted(action["what"] for action in actions if "date" in action["missing"]) == sorted(wanted["without_date"])
    assert Counter(action["status"] for action in actions) == wanted["status"]
