"""The session pack: clock times and amounts that add up, every sheet as often as asked, and nothing half in the folder."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result
from pdfs import FAMILY, fonts_of, reader, squeezed, texts_in, words_of
from press import ROOT, library, printer
from pypdf import PdfReader

from learning_network.cli import main
from learning_network.commands.pack import tell
from learning_network.content.models import LANGUAGES, Exercise
from learning_network.sheets.agenda import Session, misfits, needs, rows
from learning_network.sheets.pack import Pack, agenda_html, agenda_pages, exercises_of, print_pack, sheets_of
from learning_network.wording.facts import timetable

DAY = date(2026, 11, 22)
FACILITATORS = ("purpose", "room", "preparation", "steps", "facilitator_notes", "debrief", "variations", "pitfalls", "material_notes")
"""What only the facilitator's sheet shows."""


def exercise(
    id_: str,
    minutes: list[int],
    materials: list[dict[str, Any]] | None = None,
    group: dict[str, int] | None = None,
) -> Exercise:
    """A real exercise with other numbers, so that what it comes to can be worked out by hand."""
    record = library().exercises["swot"].model_copy(update={"id": id_})
    step, material = record.steps[0], library().exercises["swot"].materials[0]
    return record.model_copy(
        update={
            "minutes": sum(minutes),
            "steps": [step.model_copy(update={"minutes": n}) for n in minutes],
            "materials": [material.model_copy(update={"amount": None, "per": "group", **m}) for m in materials or []],
            "group": record.group.model_copy(update=group or {}),
        }
    )


def session(*ids: str, **facts: Any) -> Session:
    return Session(exercises_of(library(), ids), **facts)


@cache
def printed(language: str, size: Any = "ordinary") -> PdfReader:
    pack = Pack(session("picture-cards", "swot", participants=3, start=13 * 60 + 30, pause=15), language, DAY, size)
    return reader(print_pack(library(), pack).data)


def sheets(pdf: PdfReader) -> list[list[str]]:
    """The words of the pages, a list for each sheet of the file: a sheet starts where the page numbers start again."""
    found: list[list[str]] = []
    for page in pdf.pages:
        text = page.extract_text()
        if " 1 / " in " ".join(text.split()).replace("1/", "1 /"):
            found.append([])
        found[-1].append(squeezed(text))
    return found


def test_exercises_follow_each_other_with_a_break_between_and_each_step_has_its_time() -> None:
    asked = Session((exercise("a", [10, 20]), exercise("b", [45, 5])), start=13 * 60 + 30, pause=15)
    first, pause, second = rows(asked)
    assert (first.start, first.end) == (810, 840)
    assert [stop.start for stop in timetable(first.exercise, "nl", first.start)] == [810, 820]
    assert (pause.exercise, pause.start, pause.end) == (None, 840, 855)
    assert (second.start, second.end) == (855, 905)
    assert [stop.start for stop in timetable(second.exercise, "nl", second.start)] == [855, 900]


def test_without_a_start_the_times_run_from_zero_and_without_a_break_nothing_comes_between() -> None:
    first, second = rows(Session((exercise("a", [10, 20]), exercise("b", [45]))))
    assert (first.start, first.end, second.start, second.end) == (0, 30, 30, 75)


def test_a_session_may_end_at_midnight_and_not_a_minute_later() -> None:
    until_midnight = (exercise("a", [60]),)
    assert rows(Session(until_midnight, start=23 * 60))[-1].end == 24 * 60
    with pytest.raises(ValueError, match="after midnight: from 23:01 it takes 60 minutes"):
        rows(Session(until_midnight, start=23 * 60 + 1))


def test_materials_are_counted_for_people_pairs_small_groups_and_the_group_and_added_up() -> None:
    first = exercise(
        "a",
        [10],
        [
            {"id": "pens", "amount": 2, "per": "person"},
            {"id": "markers", "amount": 3, "per": "small-group"},
            {"id": "tape", "amount": 1},
            {"id": "paper", "amount": 1, "per": "pair"},
        ],
        {"small_group_min": 3, "small_group_max": 4},
    )
    second = exercise("b", [10], [{"id": "pens", "amount": 1, "per": "person"}, {"id": "markers", "amount": 5, "per": "small-group"}])
    found = {need.id: need for need in needs(Session((first, second), participants=17), library())}
    assert {id_: [use.number for use in need.uses] for id_, need in found.items()} == {
        "pens": [34, 17],
        "markers": [15, 5],  # five groups of at most four; then one group that stays together
        "tape": [1],
        "paper": [9],
    }
    assert {id_: need.total for id_, need in found.items()} == {"pens": 51, "markers": 20, "tape": 1, "paper": 9}
    assert not any(need.at_least for need in found.values())


def test_copies_of_worksheets_that_are_in_the_pack_need_not_be_brought() -> None:
    assert "worksheet-copies" in {material.id for material in library().exercises["swot"].materials}
    assert "worksheet-copies" not in {need.id for need in needs(session("swot", participants=6), library())}
    bare = library().exercises["swot"].model_copy(update={"worksheets": []})
    assert "worksheet-copies" in {need.id for need in needs(Session((bare,), participants=6), library())}


def test_what_nobody_can_count_has_no_number() -> None:
    asked = exercise(
        "a", [10], [{"id": "screens", "amount": 1, "per": "tool"}, {"id": "paper"}, {"id": "pens", "amount": 1, "per": "person"}]
    )
    other = exercise("b", [10], [{"id": "pens", "amount": 4}])
    counted = {need.id: need.total for need in needs(Session((asked, other), participants=6), library())}
    assert counted == {"screens": None, "paper": None, "pens": 10}
    pens = next(need for need in needs(Session((asked, other)), library()) if need.id == "pens")
    assert (pens.total, pens.at_least) == (4, True)


@pytest.mark.parametrize(
    ("participants", "unfit"), [(5, []), (4, ["picture-cards"]), (13, ["swot"]), (16, ["picture-cards", "swot"]), (None, [])]
)
def test_an_exercise_that_does_not_fit_the_number_of_participants_is_known(participants: int | None, unfit: list[str]) -> None:
    assert [e.id for e in misfits(session("picture-cards", "swot", participants=participants))] == unfit


def test_the_sheets_come_in_order_the_facilitators_first() -> None:
    pack = Pack(session("picture-cards", "swot", participants=7), "nl", DAY)
    assert [(spec.name, number) for spec, number in sheets_of(library(), pack)] == [
        ("nl/picture-cards-facilitator.pdf", 1),
        ("nl/swot-facilitator.pdf", 1),
        ("nl/picture-cards-participants.pdf", 7),
        ("nl/swot-participants.pdf", 7),
        ("nl/swot-sheet.pdf", 7),
        ("nl/reflection-sustain.pdf", 7),
    ]


def test_without_a_number_of_participants_there_is_one_of_each() -> None:
    assert {number for _, number in sheets_of(library(), Pack(session("swot"), "nl", DAY))} == {1}


def test_the_agenda_tells_clock_times_materials_and_whom_an_exercise_does_not_fit() -> None:
    agenda, materials = (squeezed(page.extract_text()) for page in printed("nl").pages[:2])
    for told in ("13:30", "tot 14:30", "14:30 Pauze 15 min", "14:45", "tot 15:45", "135 minuten (2 uur en 15)", "15:45 einde"):
        assert squeezed(told) in agenda
    assert squeezed("Prentenkaarten is voor 5 tot 15 deelnemers") in agenda
    assert squeezed("SWOT-analyse is voor") not in agenda
    assert squeezed("Gemaakt op 22 november 2026. CC BY 4.0") in agenda
    for told in ("Stiften 6 Prentenkaarten: 2 SWOT-analyse: 4", "Pennen 3", "swot-sheet.pdf", "picture-cards-cards.pdf"):
        assert squeezed(told) in materials


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hand_out_is_there_for_each_participant_and_holds_nothing_of_the_facilitators(language: str) -> None:
    swot = library().exercises["swot"]
    words = getattr(swot, language)
    found = sheets(printed(language))
    assert len(found) == 1 + 2 + 4 * 3
    handed_out = ["".join(sheet) for sheet in found[3:]]
    task = [squeezed(text) for text in texts_in(words.task)]
    assert sum(all(part in sheet for part in task) for sheet in handed_out) == 3
    notes = [squeezed(text) for name in FACILITATORS for text in texts_in(getattr(words, name))]
    assert [note for note in notes for sheet in handed_out if len(note) > 12 and note in sheet] == []
    assert all(note in "".join(found[2]) for note in notes if len(note) > 12)


def test_the_pack_has_the_pages_of_all_its_sheets_and_each_sheet_its_own_page_numbers() -> None:
    found = sheets(printed("nl"))
    assert sum(len(sheet) for sheet in found) == len(printed("nl").pages)
    for sheet in found:
        assert [page for number, page in enumerate(sheet, 1) if squeezed(f"{number} / {len(sheet)}") not in page] == []
    copies = [found[i : i + 3] for i in range(3, len(found), 3)]
    assert all(first == second == third for first, second, third in copies)


def test_each_copy_has_its_own_tags_and_only_the_first_its_bookmarks() -> None:
    pack = Pack(session("swot", participants=3), "en", DAY)
    with pikepdf.open(io.BytesIO(print_pack(library(), pack).data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == "Session pack: SWOT analysis"
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        tagged = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for i, page in enumerate(pdf.pages):
            assert len(tagged[i]) > 5
            assert {element.Pg.objgen for element in tagged[i]} == {page.obj.objgen}
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles == [
        "Agenda",
        "What do you bring?",
        "SWOT analysis (Facilitator’s sheet)",
        "SWOT analysis (Participants’ sheet, 3×)",
        "SWOT worksheet (Worksheet, 3×)",
        "Reflection questions on keeping it going (Worksheet, 3×)",
    ]


def test_a_pack_carries_the_name_that_people_gave_their_session() -> None:
    pack = Pack(session("swot"), "nl", DAY, title="Startdag 🙂 <b>team</b> Verzonnen")
    pdf = reader(print_pack(library(), pack).data)
    assert pdf.metadata
    assert pdf.metadata.title == "Startdag <b>team</b> Verzonnen: SWOT-analyse"
    assert "Startdag <b>team</b> Verzonnen" in " ".join(pdf.pages[0].extract_text().split())
    assert all(name.startswith(FAMILY) for name in fonts_of(pdf))


def test_a_pack_is_set_in_the_typeface_of_the_site_alone() -> None:
    assert all(name.startswith(FAMILY) for name in fonts_of(printed("nl")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agenda_of_three_exercises_takes_a_page_and_the_materials_one_more(language: str) -> None:
    asked = session("picture-cards", "swot", "grrow", participants=18, start=13 * 60 + 30, pause=15)
    pack = Pack(asked, language, DAY)
    assert len(agenda_pages(printer(), agenda_html(library(), pack), pack.styles).pages) == 2


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(ROOT), "sheets", *arguments])


def test_the_command_writes_one_file_and_says_whom_an_exercise_does_not_fit(tmp_path: Path) -> None:
    result = run("picture-cards", "--pack", "--participants", "2", "--variant", "large", "--lang", "en", "--out", str(tmp_path / "print"))
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "print").iterdir()] == ["session-pack-large.pdf"]
    assert result.stderr == "Not the right number of participants (2): picture-cards is for 5 to 15\n"
    pages = len(reader(tmp_path / "print" / "session-pack-large.pdf").pages)
    assert result.stdout.startswith(f"1 pack, {pages} pages: ")
    assert "Session" in words_of(reader(tmp_path / "print" / "session-pack-large.pdf"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--pack"], "a session pack needs exercises"),
        (["swto", "--pack"], "there is no exercise 'swto': did you mean 'swot'?"),
        (["grrow-sheet", "--pack"], "'grrow-sheet' is a worksheet, and a pack is made of exercises: did you mean 'grrow'?"),
        (["swot", "swot", "--pack"], "'swot' is there twice"),
        (["swot", "--pack", "--start", "half past one"], "'half past one' is no clock time: write hours and minutes"),
        (["swot", "--pack", "--start", "24:00"], "'24:00' is no clock time"),
        (["swot", "--pack", "--start", "٠٩:٠٠"], "is no clock time"),
        (["swot", "--pack", "--start", "23:30"], "goes on after midnight: from 23:30 it takes 60 minutes"),
        (["swot", "--pack", "--participants", "0"], "0 is not in the range 1<=x<=500"),
        (["swot", "--pack", "--participants", "501"], "501 is not in the range"),
        (["swot", "--pack", "--variant", "cards"], "comes in ordinary and in large print"),
        (["swot", "--start", "13:30"], "--start belongs to a session pack"),
        (["swot", "--participants", "3"], "--participants belongs to a session pack"),
        (["swot", "--break", "0"], "--break belongs to a session pack"),
    ],
)
def test_the_command_says_what_it_cannot_make_a_pack_of(asked: list[str], told: str, tmp_path: Path) -> None:
    result = run(*asked, "--out", str(tmp_path / "print"))
    assert result.exit_code in (1, 2)
    assert told in result.output
    assert not (tmp_path / "print").exists()


def test_a_large_pack_says_that_it_takes_a_while_and_a_small_one_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tell(500)
    assert capsys.readouterr().err == ""
    tell(501)
    assert "Writing 501 pages" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_and_nothing_half_stands(tmp_path: Path) -> None:
    (tmp_path / "print").write_text("a file where the folder would be", encoding="utf-8")
    result = run("picture-cards", "--pack", "--out", str(tmp_path / "print" / "today"))
    assert result.exit_code == 1
    assert "session-pack.pdf cannot be written in" in result.output
    assert "choose another folder with --out" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["print"]


def test_an_old_pack_stays_whole_when_the_new_one_cannot_be_put_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "session-pack.pdf").mkdir()
    result = run("picture-cards", "--pack", "--out", str(tmp_path))
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["session-pack.pdf"]
