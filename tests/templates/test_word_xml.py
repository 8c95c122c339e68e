"""Elements of a word-processor file as text: whatever people write comes back from them as it was."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from learning_network.templates.word_styles import W
from learning_network.templates.word_xml import cell, element, paragraph, row, run, table

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def read(xml: str) -> Any:
    return parse_xml(f'<w:body xmlns:w="{W}">{xml}</w:body>')


@given(st.lists(TEXTS, min_size=1))
def test_the_lines_of_a_run_come_back_as_they_were(lines: list[str]) -> None:
    (made,) = read(run("\n".join(lines), bold=True, colour="1F2A2E"))
    assert made.text == "\n".join(lines)


@given(
    st.text(
        st.one_of(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), st.sampled_from("\t\n\"'<&")
        )
    )
)
def test_an_attribute_holds_any_text_with_its_quotes_and_line_breaks(text: str) -> None:
    (made,) = read(element("tag", val=text))
    assert made.get(qn("w:val")) == text


def test_a_paragraph_tells_its_style_first_then_that_it_stays_with_the_next_then_the_rest() -> None:
    (made,) = read(paragraph(run("a"), run("b"), style="heading 1", whole=True, more=element("jc", val="center")))
    assert [part.tag for part in made.pPr] == [qn("w:pStyle"), qn("w:keepNext"), qn("w:jc")]
    assert made.pPr.style == "Heading1"
    assert made.text == "ab"


def test_a_plain_paragraph_says_nothing_about_itself() -> None:
    assert paragraph(run("a")) == '<w:p><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>'


def test_a_table_is_as_wide_as_its_columns_and_its_head_comes_on_every_page() -> None:
    rows = [
        row(cell(100, paragraph(run("a"))), cell(250, paragraph()), head=True),
        row(cell(100, paragraph()), cell(250, paragraph()), height=40),
    ]
    (made,) = read(table([100, 250], rows, title='Who "asks"?'))
    assert [column.get(qn("w:w")) for column in made.iter(qn("w:gridCol"))] == ["100", "250"]
    assert made.tblPr.find(qn("w:tblW")).get(qn("w:w")) == "350"
    assert made.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == 'Who "asks"?'
    first, second = made.iter(qn("w:tr"))
    assert [len(list(r.iter(qn("w:tblHeader")))) for r in (first, second)] == [1, 0]
    assert [len(list(r.iter(qn("w:cantSplit")))) for r in (first, second)] == [1, 1]
    assert second.find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:hRule")) == "atLeast"
