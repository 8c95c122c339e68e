"""Protecting items: people become codes, every column is searched, nothing that was masked stands anywhere."""

from __future__ import annotations

import csv
from dataclasses import astuple
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from learning_network.responses.items import COLUMNS, Items, Rejected
from learning_network.responses.protection import MARKS, Protected, ToCheck, names_of, protect
from learning_network.responses.protection import SEARCHED as SEARCHED_COLUMNS
from learning_network.responses.splitting import says_nothing, split_answer
from learning_network.responses.tables import prefixed
from learning_network.summaries.codebook import DEFAULT, load_codebook
from learning_network.summaries.coding import Coder

KEY = b"a key of a test, of 32 bytes ...".ljust(32, b".")
FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures" / "identities"
PLANTED = list(csv.DictReader((FIXTURES / "planted.csv").open(encoding="utf-8", newline="")))


def items_of(*rows: dict[str, object]) -> Items:
    items = Items()
    for n, row in enumerate(rows, start=1):
        items.add(**{"item_id": f"r{n}-strengths-1", "response_id": f"r{n}", "source_file": "a.csv", "source_row": n, **row})
    return items


def everything(protected: Protected) -> str:
    """All that is written of protected items, lines and places to check."""
    cells = [str(cell) for column in protected.items.columns.values() for cell in column]
    return "\n".join([*cells, *(str(astuple(line)) for line in [*protected.rejected, *protected.to_check])])


def test_nothing_of_an_identity_stands_in_any_column_line_or_place_to_check() -> None:
    searched = [name for name in SEARCHED_COLUMNS if name not in ("instrument", "field")]
    rows = [{searched[n % len(searched)]: row["text"], "participant": row["value"]} for n, row in enumerate(PLANTED)]
    rejected = [Rejected("a.csv", n, row["text"], f"no item: {row['value']}", row["text"]) for n, row in enumerate(PLANTED)]
    protected = protect(items_of(*rows), rejected, key=KEY)
    written = everything(protected)
    left = [row["value"] for row in PLANTED if row["value"] in written]
    assert left == []
    assert set(protected.kinds) == set(MARKS) - {"name"}
    assert len(protected.rejected) == len(rejected)
    assert [line.source_row for line in protected.rejected] == [line.source_row for line in rejected]


def test_every_column_that_holds_words_of_people_is_searched() -> None:
    ours = {"schema_version", "item_id", "response_id", "participant", "position", "lang", "source_file", "source_row", "source_sha256"}
    assert set(SEARCHED_COLUMNS) == set(COLUMNS) - ours


def test_a_mail_address_of_who_acts_is_masked() -> None:
    protected = protect(
        items_of({"text": "plan maken", "owner_role": "jan.peeters@voorbeeld.be", "status": "bel 0475 12 34 56"}), [], key=KEY
    )
    assert (protected.items["owner_role"], protected.items["status"]) == (["[mailadres]"], ["bel [telefoon]"])
    assert protected.kinds == {"email": 1, "phone": 1}


def test_participants_become_codes_of_twelve_digits_one_for_each_person() -> None:
    people = ["Jan Peeters", "jan  PEETERS ", "els@voorbeeld.be", "", "123456789012"]
    codes = protect(items_of(*({"participant": name} for name in people)), [], key=KEY).items["participant"]
    assert codes[0] == codes[1] != codes[2]
    assert codes[3] == ""
    assert len(set(codes)) == 4
    assert all(len(code) == 12 and int(code, 16) >= 0 for code in codes if code)
    assert not set(codes) & {name for name in people if name}


def test_another_key_gives_other_codes_and_the_same_key_the_same() -> None:
    def code(key: bytes) -> str:
        return protect(items_of({"participant": "Jan"}), [], key=key).items["participant"][0]

    assert code(KEY) == code(KEY) != code(b"x" * 32)


def test_codes_are_read_again_as_they_are_with_their_key_and_made_anew_with_another() -> None:
    once = protect(items_of({"participant": "Jan"}), [], key=KEY)
    assert protect(once.items, [], key=KEY).items["participant"] == once.items["participant"]
    assert protect(once.items, [], key=b"x" * 32).items["participant"] != once.items["participant"]


def test_in_texts_each_one_counts_and_in_other_columns_each_different_value() -> None:
    row = {"text": "bel 0475 12 34 56 of 0475 12 34 57", "team": "Noord (jan@voorbeeld.be)"}
    protected = protect(items_of(row, row, {**row, "team": "Zuid"}), [], key=KEY)
    assert protected.kinds == {"email": 1, "phone": 6}
    assert protected.items["team"] == ["Noord ([mailadres])", "Noord ([mailadres])", "Zuid"]


def test_what_is_doubtful_stays_and_its_place_is_told_without_it() -> None:
    protected = protect(items_of({"text": "x"}, {"text": "dossier 12345678 ligt er nog"}), [], key=KEY)
    assert protected.items["text"][1] == "dossier 12345678 ligt er nog"
    assert protected.to_check == [ToCheck("r2-strengths-1", "a.csv", 2, "text", "number", "this is a long number of an unknown kind")]


def test_a_file_that_is_called_after_a_person_is_told() -> None:
    items = items_of({"text": "x", "source_file": "swot jan.peeters@voorbeeld.be.xlsx"}, {"text": "y", "source_file": "SWOT Els Maes.xlsx"})
    told = protect(items, [], key=KEY, names=names_of(["Els Maes"])).to_check
    assert [(place.source_file, place.kind, place.column) for place in told] == [
        ("SWOT Els Maes.xlsx", "name", "source_file"),
        ("swot jan.peeters@voorbeeld.be.xlsx", "email", "source_file"),
    ]


def test_columns_without_anything_are_the_same_lists_and_what_was_given_is_not_changed() -> None:
    items = items_of({"text": "bel 0475 12 34 56", "team": "Noord"})
    protected = protect(items, [], key=KEY)
    assert items["text"] == ["bel 0475 12 34 56"]
    assert protected.items["team"] is items["team"]


def test_names_of_the_list_go_from_every_column_and_rejected_line() -> None:
    names = names_of(["Els Maes"])
    items = items_of({"text": "Els Maes trekt het", "owner_role": "ELS MAES", "team": "Team van E. Maes"})
    protected = protect(items, [Rejected("a.csv", 3, "C", "no field", "vraag het aan Els Maes")], key=KEY, names=names)
    assert (protected.items["text"], protected.items["owner_role"], protected.items["team"]) == (
        ["[naam] trekt het"],
        ["[naam]"],
        ["Team van [naam]"],
    )
    assert protected.rejected[0].text == "vraag het aan [naam]"
    assert (protected.names, protected.kinds) == ("list", {"name": 4})


def test_an_empty_table_is_protected_too() -> None:
    protected = protect(Items(), [], key=KEY)
    assert (len(protected.items), protected.kinds, protected.to_check, protected.names) == (0, {}, [], "none")


def test_a_mark_stays_one_item_and_says_nothing_about_a_theme() -> None:
    for language in ("nl", "en"):
        coder = Coder(load_codebook(DEFAULT), language)
        assert coder.codes([f"Overdag {mark}" for mark in MARKS.values()]) == [()] * len(MARKS)
    for mark in MARKS.values():
        assert split_answer(f"{mark}\n- {mark} helpt") == [mark, f"{mark} helpt"]
        assert not says_nothing(mark)
        assert prefixed(mark) == mark


TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from([row["text"] for row in PLANTED]),
    st.lists(
        st.sampled_from([*(row["value"] for row in PLANTED), "Els", "Maes", "Els Maes", "Roos", "-", "mevr.", *MARKS.values()]), max_size=4
    ).map(" ".join),
)


@settings(max_examples=150)
@given(
    rows=st.lists(st.fixed_dictionaries({"text": TEXTS, "team": TEXTS, "participant": TEXTS, "due_on": TEXTS}), max_size=4),
    named=st.booleans(),
)
def test_protecting_what_is_protected_changes_nothing(rows: list[dict[str, object]], named: bool) -> None:
    names = names_of(["Els Maes", "Roos", "Maes"]) if named else None
    once = protect(items_of(*rows), [], key=KEY, names=names)
    again = protect(once.items, [], key=KEY, names=names)
    assert again.items.columns == once.items.columns
    assert again.kinds == {}
