"""What a report says: the same in HTML and Markdown, in both languages, with numbers that the summary holds, also when there is nothing."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from reading import SUMMARIES, Page, chapters, leaves, markdown_of, page, strings_in, words

from learning_network.responses.readers import READERS
from learning_network.summaries import grrow_points, points
from learning_network.summaries.report import report_files, themes
from learning_network.summaries.report.blocks import Block, Card, Cards, Section
from learning_network.summaries.report.contents import contents
from learning_network.summaries.report.markdown import escaped
from learning_network.summaries.report.voice import Voice
from learning_network.summaries.summary import Breakdown, Confrontation, Leftovers, Point, Quotation, Summary
from learning_network.words.strings import strings

every = pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)


# order and shape


def test_a_swot_goes_from_what_people_said_to_how_it_was_made() -> None:
    assert chapters(SUMMARIES["swot-nl"]) == [
        "in-short", "quadrants", "both-sides", "points", "groups", "rounds", "confrontation", "leftovers", "method",
    ]  # fmt: skip


def test_a_grrow_goes_from_goals_to_actions_to_how_it_was_made() -> None:
    assert chapters(SUMMARIES["grrow-nl"]) == [
        "in-short", "goals", "preconditions", "actions", "look-backs", "steps", "points", "groups", "leftovers", "method",
    ]  # fmt: skip


@every
def test_headings_follow_each_other_without_gaps(summary: Summary) -> None:
    levels = [int(tag[1]) for tag, _ in page(summary).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@every
def test_ids_of_the_page_are_one_of_a_kind_and_links_lead_somewhere(summary: Summary) -> None:
    tags = page(summary).tags
    ids = [about["id"] for _, about in tags if "id" in about]
    assert len(ids) == len(set(ids))
    targets = {(about["href"] or "").removeprefix("#") for tag, about in tags if tag == "a"}
    assert targets <= set(ids)
    named = {id_ for _, about in tags for id_ in (about.get("aria-labelledby") or "").split()}
    assert named <= set(ids)


@every
def test_the_page_asks_nothing_of_any_host_and_holds_no_script(summary: Summary) -> None:
    html = report_files(summary)["report.html"].decode()
    assert not re.search(r"https?:|//www|@import|url\(|\ssrc=|<script|<link|<iframe|\sstyle=|\son[a-z]+=", html)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


@every
def test_markdown_says_what_the_page_says(summary: Summary) -> None:
    rendered = Page(markdown.markdown(markdown_of(summary), extensions=["tables"]))
    in_page, in_markdown = page(summary), " ".join(" ".join(rendered.text).split())
    sentences = [text.strip() for text in in_page.text if len(text.strip()) > 40]
    missing = [text for text in sentences if " ".join(text.split()) not in in_markdown]
    own = ("skip", "scroll")
    assert [text for text in missing if text not in (strings(summary.language)(f"summary.{key}") for key in own)] == []


# language


def test_both_languages_have_the_same_words() -> None:
    assert dict(leaves(strings("nl").raw("summary"))).keys() == dict(leaves(strings("en").raw("summary"))).keys()


@pytest.mark.parametrize(("own", "other"), [("nl", "en"), ("en", "nl")])
@pytest.mark.parametrize("instrument", ["swot", "grrow"])
def test_a_report_is_in_one_language(instrument: str, own: str, other: str) -> None:
    here, there = dict(leaves(strings(own).raw("summary"))), dict(leaves(strings(other).raw("summary")))
    foreign = {text for key, text in there.items() if len(text) > 9 and "{" not in text and text not in here.values()}
    summary = SUMMARIES[f"{instrument}-{own}"]
    html = words(dataclasses.replace(summary, points=tuple(p for p in summary.points if p.rule != "a-rule-without-words")))
    assert {text for text in foreign if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", html)} == set()
    assert page(SUMMARIES[f"{instrument}-{own}"]).tags[0] == ("html", {"lang": own})


def test_every_rule_of_the_points_has_words() -> None:
    source = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (points, grrow_points))
    calls = r'(?:Point|_both|_moved|_of_goals|_of_actions)\(\s*(?:facts, |grrow, )?"([a-z-]+)"'
    rules = {*re.findall(calls, source), *re.findall(r'"(shared-by-[a-z]+)"', source)}
    assert len(rules) > 15
    assert rules == set(strings("nl").raw("summary.rules")) - {"other"}


def test_the_words_of_a_rule_ask_for_numbers_that_the_rule_gives() -> None:
    """Rules made by points.py itself, on a summary in which many apply, come out without a number that is missing."""
    point = Point("roles-differ", "funding", (), {"high_percent": 71, "high_named": 10, "high_of": 14, "low_percent": 15, "low_named": 4, "low_of": 26}, {"by": "role", "high": "A", "low": "B"})  # fmt: skip
    said = words(dataclasses.replace(SUMMARIES["swot-nl"], points=(point,)))
    assert "A: 10 van de 14 mensen (71%). B: 4 van de 26 (15%)." in said


# numbers


@every
def test_every_number_stands_in_the_summary(summary: Summary) -> None:
    """Or it counts what the summary lists: goals, actions, points. Nothing is reckoned that cannot be found there."""
    plans = summary.grrow
    allowed = {str(n) for n in (themes.QUOTATIONS, themes.BARS, 4, 10)}  # 4/10 explains a chart
    allowed |= {str(n) for value in strings_in(summary) for n in ([value] if isinstance(value, int) else re.findall(r"\d+", value))}
    allowed |= {n.lstrip("0") for n in allowed if len(n) == 2}  # 09 of a date is 9
    allowed |= {str(n) for n in range(1, len(summary.points) + 1)}
    if plans:
        counted = [plans.goals, plans.actions, plans.look_backs]
        allowed |= {str(n) for listed in counted for n in range(1, len(listed) + 1)}
    if summary.swot:
        allowed |= {str(len(summary.swot.both_sides)), *(str(score.mean) for score in summary.swot.confrontation.scores)}
    text = re.sub(r"[+−]\d(,\d)?|[+−]\d(\.\d)?", "", words(summary))  # scores, tested on their own
    names = strings(summary.language).raw("summary.confrontation.how")
    for name in names:
        text = text.replace(name, "")
    said = set(re.findall(r"(?<![\w-])\d+(?![\w-])", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text)))
    assert said - allowed == set()


def test_people_count_before_answers_and_organisations_are_named_as_a_part() -> None:
    assert "31 van de 58 mensen, uit 6 van de 6 organisaties" in words(SUMMARIES["swot-nl"])
    assert "58 people from 9 teams and 6 organisations gave 229 answers." in words(SUMMARIES["swot-en"])


def test_large_numbers_have_their_thousands_apart() -> None:
    count = dataclasses.replace(SUMMARIES["swot-nl"].count, items=1_234_567)
    large = dataclasses.replace(SUMMARIES["swot-nl"], count=count)
    assert "gaven 1.234.567 antwoorden" in words(large)
    assert "gave 1,234,567 answers" in words(dataclasses.replace(large, language="en"))


@pytest.mark.parametrize(("mean", "said"), [(1.75, "+1,8"), (1.25, "+1,3"), (-1.25, "−1,3"), (-2.0, "−2"), (0.0, "0"), (-0.04, "0")])
def test_a_mean_has_its_sign_and_one_decimal(mean: float, said: str) -> None:
    assert Voice(SUMMARIES["swot-nl"], 10).score(mean) == said


def test_one_organisation_is_not_called_one_of_one() -> None:
    count = dataclasses.replace(SUMMARIES["swot-nl"].count, organisations=1)
    said = words(dataclasses.replace(SUMMARIES["swot-nl"], count=count))
    assert "31 van de 58 mensen" in said
    assert "van de 1 organisatie" not in said


def test_the_change_that_most_organisations_show_is_told_first() -> None:
    summary = SUMMARIES["swot-nl"]
    assert "kwam “Personeel en verloop” erbij als thema bij bedreigingen, in 3 organisaties" in words(summary)
    (change,) = summary.rounds
    more_gone = tuple(dataclasses.replace(one, new=1) if one.new else one for one in change.themes)
    turned = dataclasses.replace(summary, rounds=(dataclasses.replace(change, themes=more_gone),))
    assert "verdween “Visie en gedeelde taal” als thema bij zwaktes, in 2 organisaties" in words(turned)


# quotations


@every
def test_every_quotation_leads_to_its_item(summary: Summary) -> None:
    """The text and the id stand together, in the page and in Markdown."""

    def quotations(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
        for block in blocks:
            if isinstance(block, Section):
                yield from quotations(block.blocks)
            elif isinstance(block, Cards):
                for card in block.cards:
                    yield from quotations(card.blocks)
            yield from getattr(block, "said", ())

    shown = list(quotations(contents(Voice(summary, 1000)).chapters))
    html, text = words(summary), markdown_of(summary)
    assert bool(shown) == bool(summary.count.items)
    for said in shown:
        assert re.search(rf"{re.escape(said.text)}\s(\w+\s|Weg vooruit\s)?{re.escape(said.item_id)}", html)
        assert f"`{said.item_id}`" in text


# what is not there


@pytest.mark.parametrize("name", ["empty-swot", "empty-grrow"])
def test_a_round_that_nobody_answered_says_so(name: str) -> None:
    summary = SUMMARIES[name]
    said = words(summary)
    assert strings(summary.language)("summary.in_short.nothing") in said
    assert not re.search(r"\b0 (van|of) (de|the) 0\b|\bNone\b|\bundefined\b", said)


def test_what_has_nothing_to_compare_is_left_out_and_the_method_says_so() -> None:
    plain = dataclasses.replace(SUMMARIES["swot-nl"], rounds=(), breakdowns=(), points=())
    assert not {"rounds", "groups"} & set(chapters(plain))
    assert "Er is maar één ronde, dus rondes zijn niet vergeleken." in words(plain)


def test_groups_that_would_give_somebody_away_are_not_shown() -> None:
    by = Breakdown("role", (), (), True)
    said = words(dataclasses.replace(SUMMARIES["swot-nl"], breakdowns=(by,)))
    assert "de groepen zijn te klein (minder dan 5 mensen)" in said


def test_a_matrix_without_scores_is_empty_and_says_how_to_fill_it_in() -> None:
    swot = SUMMARIES["swot-nl"].swot
    assert swot
    without = dataclasses.replace(swot, confrontation=dataclasses.replace(swot.confrontation, scores=()))
    said = words(dataclasses.replace(SUMMARIES["swot-nl"], swot=without))
    assert "De matrix, om samen in te vullen" in said
    assert "Er zijn nog geen ingevulde scorebladen." in said
    none = dataclasses.replace(swot, confrontation=Confrontation((), ()))
    assert "te weinig thema’s aan een van beide kanten" in words(dataclasses.replace(SUMMARIES["swot-nl"], swot=none))


def test_no_leftovers_is_said_in_a_sentence() -> None:
    said = words(dataclasses.replace(SUMMARIES["swot-nl"], leftovers=Leftovers((), 0, (), ())))
    assert "Alle antwoorden passen bij een thema." in said


def test_a_long_list_is_cut_and_says_where_all_of_it_is() -> None:
    summary = SUMMARIES["swot-nl"]
    assert "Hier staan de eerste 5 van de 28. Ze staan allemaal in items.csv." in words(summary, too_many=5)
    assert words(summary, too_many=5).count("opendeurdag") == 1
    assert words(summary).count("opendeurdag") == 7


def test_missing_owner_and_date_ask_for_attention() -> None:
    html = report_files(SUMMARIES["grrow-nl"])["report.html"].decode()
    assert '<strong class="flag">Wie?</strong>' in html
    assert '<strong class="flag">Wanneer?</strong>' in html
    assert '<strong class="flag">bezig, over tijd</strong>' in html


def test_a_check_is_a_question_only_where_nothing_answers_it() -> None:
    cards = [
        card
        for chapter in contents(Voice(SUMMARIES["grrow-nl"], 100)).chapters
        for section in chapter.blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Cards)
        for card in block.cards
        if card.kind == "goal"
    ]
    assert [_questions(card) for card in cards] == [1, 3, 0]


def _questions(card: Card) -> int:
    return sum(len(getattr(block, "items", ())) for block in card.blocks if getattr(block, "kind", "") == "questions")


@pytest.mark.parametrize(
    "text",
    ["# kop", "1. een", "- streep", "+ plus", "=====", "[a](http://b.be)", "http://b.be", "www.b.be", "a@b.be", "<script>x</script>",
     "**vet** _schuin_ `code`", "a | b | c", "~~~", "&amp; &lt;b&gt;", "![x](y)", "\\# \\", "* * *", "> citaat", "2) twee", "$x$", "12. mei", "#hashtag"],
)  # fmt: skip
def test_a_text_in_markdown_stays_a_text(text: str) -> None:
    rendered = Page(markdown.markdown(escaped(text), extensions=["tables", "fenced_code"]))
    assert [tag for tag, _ in rendered.tags] == ["p"]
    assert "".join(rendered.text) == text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_file_that_is_read_has_a_name(language: str) -> None:
    assert set(strings(language).raw("summary.method.readers")) == {reader.NAME for reader in READERS}
