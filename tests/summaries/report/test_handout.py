"""The hand-out: what it chooses, that it adds nothing, and that it is short."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import made_up
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from reading import Page

from learning_network.summaries.report import report_files
from learning_network.summaries.report.handout import POINTS, for_tonight
from learning_network.summaries.summary import Point, Summary

SWOT, GRROW = made_up.swot("nl"), made_up.grrow("nl")


def said(summary: Summary, name: str = "handout.html") -> str:
    return " ".join(" ".join(Page(report_files(summary)[name].decode()).text).split())


def point(rule: str, theme: str) -> Point:
    return Point(rule, theme, ("strengths",), {})


def test_every_rule_has_its_turn_before_one_speaks_twice_and_no_theme_comes_back_while_others_wait() -> None:
    points = [point("both", "time"), point("both", "team"), point("both", "plan"), point("widely", "time"), point("alone", "money")]
    assert for_tonight(points, 3) == [points[0], points[1], points[4]]
    assert for_tonight(points, 4) == [points[0], points[1], points[2], points[4]]
    assert for_tonight(points, 9) == points


@given(st.lists(st.builds(point, st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12), st.integers(1, 6))
def test_it_chooses_as_many_points_as_fit_all_of_them_from_the_report_and_in_its_order(points: list[Point], most: int) -> None:
    chosen = for_tonight(points, most)
    assert len(chosen) == min(most, len(points))
    left = iter(points)
    assert all(any(one is other for other in left) for one in chosen)


def test_a_swot_shows_its_quadrants_its_points_and_room_for_what_is_agreed() -> None:
    words = said(SWOT)
    for text in ("Sterktes", "Zwaktes", "Kansen", "Bedreigingen", "Om over te praten", "Wat spreken we af?", "Tegen wanneer"):
        assert text in words
    assert SWOT.swot
    for part in SWOT.swot.fields:
        assert part.themes[0].quotations[0].text in words
    assert len(SWOT.points) > 1
    questions = [tag for tag, about in Page(report_files(SWOT)["handout.html"].decode()).tags if about.get("class") == "card point"]
    assert len(questions) == min(POINTS["swot"], len(SWOT.points))


def test_a_grrow_shows_what_still_asks_for_something_and_nothing_that_is_done() -> None:
    words = said(GRROW)
    assert GRROW.grrow
    late, whole, done, bare = (action.what for action in GRROW.grrow.actions)
    assert late in words, "over its date"
    assert bare in words, "without somebody, without a date"
    assert whole not in words
    assert done not in words
    assert "Beter samenwerken Huis De Linde, team Zuid" in words, "a goal that leaves questions open"
    assert "18 december 2026" in words, "a moment to look back"


def test_it_says_nothing_that_the_report_does_not_say() -> None:
    for summary in (SWOT, GRROW):
        files = report_files(summary)
        report, short = (Page(files[name].decode()) for name in ("report.html", "handout.html"))
        whole = " ".join(" ".join(report.text).split())
        numbers = {word for word in " ".join(short.text).split() if any(letter.isdigit() for letter in word) and len(word) > 2}
        assert {word for word in numbers if word not in whole} == set()
        quoted = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", files["handout.html"].decode(), re.DOTALL)
        assert quoted
        assert [words for words in quoted if words not in files["report.html"].decode()] == []


def test_numbers_of_answers_stay_in_the_report() -> None:
    for summary in (SWOT, GRROW):
        ids = {quotation.item_id for quotation in summary.leftovers.items}
        ids |= {action.item_id for action in summary.grrow.actions} if summary.grrow else set()
        assert not [id_ for id_ in ids if id_ in report_files(summary)["handout.html"].decode()]


@pytest.mark.parametrize("name", ["handout.html", "handout.docx"])
def test_without_answers_it_says_so_and_asks_for_nothing(name: str) -> None:
    data = report_files(made_up.nothing(SWOT))[name]
    words = (
        "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
        if name.endswith("docx")
        else " ".join(Page(data.decode()).text)
    )
    assert "Er zijn geen antwoorden om samen te vatten" in words
    assert "Wat spreken we af?" not in words


@pytest.mark.parametrize("summary", [SWOT, GRROW], ids=["swot", "grrow"])
def test_the_document_has_a_list_to_fill_in_by_hand(summary: Summary) -> None:
    document = docx.Document(io.BytesIO(report_files(summary)["handout.docx"]))
    last = document.tables[-1]
    assert [cell.text for cell in last.rows[0].cells] == ["Nr.", "Wat", "Wie", "Tegen wanneer"]
    assert [[cell.text for cell in row.cells] for row in last.rows[1:]] == [[str(n), "", "", ""] for n in range(1, 5)]
    assert all(row.height and row.height.mm >= 10 for row in last.rows[1:])


def test_the_line_above_a_table_stays_on_one_page_with_it() -> None:
    assert GRROW.grrow
    many = replace(GRROW, grrow=replace(GRROW.grrow, actions=GRROW.grrow.actions * 9))
    body = docx.Document(io.BytesIO(report_files(many)["handout.docx"])).element.body
    (line,) = (part for part in body.iter() if part.tag.endswith("}p") and "Hier staan de eerste" in "".join(part.itertext()))
    assert line.getnext().tag.endswith("}tbl")
    assert line.find(".//{*}keepNext") is not None


@pytest.mark.browser
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["swot", "grrow"])
def test_it_is_two_pages_on_paper(kind: str, language: str, browser: Browser, tmp_path: Path) -> None:
    summary = made_up.swot(language) if kind == "swot" else made_up.grrow(language)
    (tmp_path / "handout.html").write_bytes(report_files(summary)["handout.html"])
    page = browser.new_page()
    page.goto((tmp_path / "handout.html").as_uri())
    page.pdf(path=str(tmp_path / "handout.pdf"), prefer_css_page_size=True)
    page.close()
    with pikepdf.open(tmp_path / "handout.pdf") as pdf:
        assert len(pdf.pages) <= 2
