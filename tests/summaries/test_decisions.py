"""Decisions of people: they win over rules; a line that cannot be used is told with its row, and the others are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from learning_network.responses.items import Items
from learning_network.summaries.decisions import Coded, Decisions, apply, read_decisions

THEMES = ("time", "trust", "funding")


@pytest.fixture
def items() -> Items:
    table = Items()
    for n in range(3):
        table.add(item_id=f"i{n}", response_id=f"r{n}", text=f"tekst {n}")
    return table


def read(folder: Path, items: Items, **files: str | bytes) -> Decisions:
    for name, text in files.items():
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_decisions(folder, items, THEMES, off=("embedding",))


def said(decisions: Decisions) -> list[str]:
    return [f"{remark.source_file} {remark.place}: {remark.message}" for remark in decisions.remarks]


def lines_of(coded: Coded) -> list[tuple[str, ...]]:
    columns = coded.columns()
    assert list(columns) == ["item_id", "code", "method", "rule"]
    return list(zip(*columns.values(), strict=True))


CODES = [(("time", "tijd"),), (("trust", "sfeer"), ("funding", "geld")), ()]


def test_people_add_take_away_and_confirm_codes(tmp_path: Path, items: Items) -> None:
    lines = "item_id,code,decision\ni0,time,add\ni1,trust,remove\ni2,funding,add\ni2,time,ADD\n"
    coded = apply(CODES, read(tmp_path, items, codes=lines), items, THEMES)
    assert lines_of(coded) == [
        ("i0", "time", "human", ""),
        ("i1", "funding", "rule", "geld"),
        ("i2", "time", "human", ""),
        ("i2", "funding", "human", ""),
    ]
    assert coded.by_people == 3  # i0's code was there already
    assert coded.uncoded == []


def test_without_decisions_the_rules_hold(items: Items) -> None:
    coded = apply(CODES, Decisions(), items, THEMES)
    assert lines_of(coded) == [("i0", "time", "rule", "tijd"), ("i1", "trust", "rule", "sfeer"), ("i1", "funding", "rule", "geld")]
    assert coded.codes == CODES
    assert coded.uncoded == [2]
    assert coded.by_people == 0


def test_lines_that_cannot_be_used_are_told_and_the_others_used(tmp_path: Path, items: Items) -> None:
    lines = "item_id,code,decision\ni9,time,add\ni0,tim,add\ni0,embedding,add\ni0,trust,yes\n\ni0,funding,add\ni0,funding,remove\n"
    decisions = read(tmp_path, items, codes=lines)
    assert decisions.codes == {"i0": {"funding": False}}
    assert said(decisions) == [
        "codes.csv row 2: there is no item 'i9' among these answers: the decision is not used",
        "codes.csv row 3: the theme 'tim' is not in the codebook: did you mean 'time'?",
        "codes.csv row 4: the theme 'embedding' is switched off: the decision is not used",
        "codes.csv row 5: the decision 'yes' is not known: write add or remove",
        "codes.csv row 8: an earlier line decides otherwise about 'funding' for 'i0': this last line holds",
    ]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffitem_id;code;decision\r\ni1;time;add\r\n".encode(),
        "Decision;CODE ;note;Item id\r\nadd;time;caf\xe9;i1\r\n;;;\r\n".encode("cp1252"),
        "item_id\tcode\tdecision\ni1\ttime\tadd\n".encode("utf-16"),
        b"sep=;\r\nitem_id;code;decision\r\ni1;time;add\r\n",
    ],
    ids=["Excel, semicolons", "other order, cp1252", "UTF-16, tabs", "sep line"],
)
def test_a_file_that_excel_saved_again_is_read(tmp_path: Path, items: Items, data: bytes) -> None:
    decisions = read(tmp_path, items, codes=data)
    assert decisions.codes == {"i1": {"time": True}}
    assert decisions.remarks == []


def test_wrong_headings_are_told_with_those_that_were_seen(tmp_path: Path, items: Items) -> None:
    decisions = read(tmp_path, items, codes="item_id,code,method,rule\ni0,time,rule,tijd\n", merges="group_id,item_id\ng,i0\ng,i1\n")
    assert said(decisions) == [
        "codes.csv row 1: the headings are item_id, code, method, rule, and decision is missing: "
        "the first row must say item_id, code, decision"
    ]
    assert decisions.merges == {"i0": "g", "i1": "g"}


def test_an_empty_file_and_an_empty_folder_are_told(tmp_path: Path, items: Items) -> None:
    assert said(read_decisions(tmp_path, items, THEMES)) == [
        f"{tmp_path.name} : there is no codes.csv and no merges.csv in it: nothing was decided"
    ]
    assert said(read(tmp_path, items, codes="")) == ["codes.csv : the file is empty: ask for it again"]


def test_merges_that_cannot_be_used_are_told(tmp_path: Path, items: Items) -> None:
    decisions = read(tmp_path, items, merges="group_id,item_id,kind\na,i0,exact\nb,i0,exact\n,i1,\na,i7,\na,i2,suggested\n")
    assert decisions.merges == {"i0": "a", "i2": "a"}
    assert said(decisions) == [
        "merges.csv row 3: the item 'i0' is in the group 'a' already: that holds",
        "merges.csv row 4: the group has no name: write the same group_id for items that say the same",
        "merges.csv row 5: there is no item 'i7' among these answers: it is not merged",
    ]


def test_no_folder_is_no_decisions(items: Items) -> None:
    assert read_decisions(None, items, THEMES) == Decisions()
