"""The files of a report: the same bytes each time, true to their kind, and safe to open whatever people wrote."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import docx
import jsonschema
import made_up
import markdown
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Page, strings_in

from learning_network.summaries.report import report_files
from learning_network.summaries.report.charts import Bar, Row, alone, bars, stacks, wrapped
from learning_network.summaries.report.data import SCHEMA, schema_text
from learning_network.summaries.summary import Summary

SWOT, GRROW = made_up.swot(), made_up.grrow()
NAMES = {"report.html", "report.md", "report.xlsx", "report.docx", "handout.html", "handout.docx", "summary.json"}
OURS = {
    "format",
    "instrument",
    "language",
    "made_on",
    "by",
    "rule",
    "field",
    "about",
    "status",
    "missing",
    "names",
    "fields",
    "id",
    "due_on",
    "on",
}
"""Fields that only we fill in, or that must stay a date."""

HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://voorbeeld.invalid","klik")',
    "+32 en -1 en @iets",
    "# kop\n- lijst\n[link](http://voorbeeld.invalid) www.voorbeeld.invalid",
    '"]]></title></style></svg>{{ 1 + 1 }}{% for %}',
    "\x00\x07tekst\u202eomgekeerd\u2066\ufffe\ud800",
    "| a | b |\n| --- | --- |",
    "",
]


def everywhere(value: Any, text: str, key: str = "") -> Any:
    """The same object with this text in the place of all that people, files or codebooks say."""
    if isinstance(value, str):
        return value if key in OURS else text
    if isinstance(value, tuple):
        return tuple(everywhere(part, text, key) for part in value)
    if isinstance(value, dict):
        return {name: everywhere(part, text, "id" if name == "id" else "label") for name, part in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {p.name: everywhere(getattr(value, p.name), text, p.name) for p in dataclasses.fields(value)}
        keep = {name: getattr(value, name) for name in ("theme", "goal", "response_id") if name in parts}
        return dataclasses.replace(value, **{**parts, **keep})
    return value


def sheets(summary: Summary, name: str = "report.xlsx", **options: int) -> Any:
    return openpyxl.load_workbook(io.BytesIO(report_files(summary, **options)[name]))


# what is there


def test_a_swot_gives_reports_data_and_charts() -> None:
    files = report_files(SWOT)
    assert files.keys() >= NAMES
    charts = {name for name in files if name.startswith("charts/")}
    assert charts == {
        f"charts/{id_}.svg" for id_ in ("strengths", "weaknesses", "opportunities", "threats", "both-sides", "groups-role", "rounds-1")
    }
    assert files.keys() == NAMES | charts


def test_a_grrow_gives_an_action_list_and_a_calendar_too() -> None:
    files = report_files(GRROW)
    assert {name for name in files if not name.startswith("charts/")} == NAMES | {"actions.xlsx", "reviews.ics"}


@pytest.mark.parametrize("summary", [SWOT, GRROW], ids=["swot", "grrow"])
def test_the_same_summary_gives_the_same_bytes_without_a_clock(summary: Summary) -> None:
    files = report_files(summary)
    assert report_files(summary) == files
    for name in ("report.docx", "handout.docx", "report.xlsx", *(["actions.xlsx"] if summary.grrow else [])):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# hostile texts


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("summary", [SWOT, GRROW], ids=["swot", "grrow"])
def test_a_text_is_only_ever_a_text(summary: Summary, text: str) -> None:
    files = report_files(everywhere(summary, text))
    for name in ("report.html", "handout.html"):
        plain = {tag for tag, _ in Page(report_files(summary)[name].decode()).tags}
        page = Page(files[name].decode())
        assert {tag for tag, _ in page.tags} <= plain
        assert not [about for tag, about in page.tags if any(key.startswith("on") or key == "style" for key in about)]
    rendered = Page(markdown.markdown(files["report.md"].decode(), extensions=["tables"]))
    assert not {tag for tag, _ in rendered.tags} & {"script", "pre"}
    assert all((about.get("href") or "#").startswith("#") for tag, about in rendered.tags if tag == "a")
    assert all((about.get("src") or "").startswith("charts/") for tag, about in rendered.tags if tag == "img")
    for name, data in files.items():
        if name.endswith(".svg"):
            assert not [
                part for part in ElementTree.fromstring(data).iter() if part.tag.endswith(("script", "image", "foreignObject", "}a"))
            ]
        if name.endswith(".xlsx"):
            cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet for cell in row]
            assert not [cell.coordinate for cell in cells if cell.hyperlink]
            formulas = [cell for cell in cells if cell.data_type == "f"]
            assert all(name == "actions.xlsx" and cell.column == 1 and "HYPERLINK" not in cell.value for cell in formulas)
    for name in ("report.docx", "handout.docx"):
        docx.Document(io.BytesIO(files[name]))
    json.loads(files["summary.json"])


def test_an_answer_with_script_stands_there_as_text() -> None:
    page = Page(report_files(everywhere(SWOT, HOSTILE[0]))["report.html"].decode())
    assert HOSTILE[0] in " ".join(page.text)


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_comes_through(text: str) -> None:
    for summary in (SWOT, GRROW):
        files = report_files(everywhere(summary, text))
        assert files.keys() >= NAMES
        for name, data in files.items():
            if name.endswith(".svg"):
                ElementTree.fromstring(data)
        for name in ("report.docx", "handout.docx"):
            docx.Document(io.BytesIO(files[name]))


# data


@pytest.mark.parametrize("summary", [SWOT, GRROW, made_up.nothing(SWOT)], ids=["swot", "grrow", "empty"])
def test_the_data_hold_to_their_schema(summary: Summary) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(report_files(summary)["summary.json"])
    jsonschema.validate(found, schema, jsonschema.Draft202012Validator)
    assert list(found) == [part.name for part in dataclasses.fields(summary)]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "extra": 1}, schema)


def test_the_schema_is_the_one_of_these_classes_and_says_what_they_say() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "write it again: learning-network schemas"
    assert "Items without a theme." in schema_text()


def test_the_data_are_not_cut() -> None:
    assert len(json.loads(report_files(SWOT, too_many=2)["summary.json"])["leftovers"]["items"]) == 28


# the workbook


def test_the_workbook_has_a_sheet_for_each_part() -> None:
    assert sheets(SWOT).sheetnames == ["Overzicht", "Thema’s", "Citaten", "Om over te praten", "Groepen", "Rondes", "Confrontatiematrix", "Zonder thema", "Woorden", "Niet gebruikt", "Bestanden", "Opmerkingen", "Hoe gemaakt"]  # fmt: skip
    assert sheets(made_up.grrow("en")).sheetnames == ["Overview", "Themes", "Quotations", "To talk about", "Groups", "Goals", "Actions", "Looking back", "No theme", "Words", "Not used", "Files", "How it was made"]  # fmt: skip


def test_numbers_in_the_workbook_are_numbers() -> None:
    rows = list(sheets(SWOT)["Thema’s"].iter_rows(values_only=True))
    assert rows[0][:3] == ("Thema", "Sterktes", "Zwaktes")
    assert rows[1] == ("Samenwerking in het team", 31, 14, 0, 0, 38, 6, 51)


def test_all_chosen_quotations_are_in_the_workbook() -> None:
    told = {row[5] for row in sheets(SWOT)["Citaten"].iter_rows(min_row=2, values_only=True)}
    assert SWOT.swot
    assert told == {q.item_id for part in SWOT.swot.fields for theme in part.themes for q in theme.quotations}


def test_a_sheet_prints_on_a4_with_its_head_in_sight() -> None:
    for sheet in sheets(SWOT).worksheets[1:]:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"


def test_a_very_long_text_is_cut_and_not_lost() -> None:
    long = "woord " * 10_000
    cells = [cell.value for row in sheets(everywhere(SWOT, long))["Citaten"] for cell in row]
    assert any(isinstance(cell, str) and cell.startswith("woord") and len(cell) == 32_000 for cell in cells)


def test_a_long_sheet_says_that_it_is_cut() -> None:
    column = [row[0] for row in sheets(SWOT, too_many=3)["Zonder thema"].iter_rows(values_only=True)]
    assert len(column) == 5
    assert column[-1].startswith("Een blad toont de eerste 3.")


# the document


def test_the_document_has_real_headings_in_order_and_heads_on_tables() -> None:
    document = docx.Document(io.BytesIO(report_files(SWOT)["report.docx"]))
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading ")]
    assert levels.count(1) == 9
    assert all(after <= before + 1 for before, after in zip([0, *levels[1:]], levels[1:], strict=False) if before)
    assert len(document.tables) > 10
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")[0]


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-BE"), ("en", "en-GB")])
def test_the_document_knows_its_language_title_and_day(language: str, locale: str) -> None:
    document = docx.Document(io.BytesIO(report_files(made_up.swot(language))["report.docx"]))
    assert document.styles.element.xpath("//w:rPrDefault//w:lang/@w:val") == [locale]
    core = document.core_properties
    assert (core.language, core.created.replace(tzinfo=None)) == (locale, datetime(2026, 11, 22))
    assert core.title.startswith("SWOT")


def test_links_inside_the_document_lead_to_a_chapter() -> None:
    body = docx.Document(io.BytesIO(report_files(SWOT)["report.docx"])).element.body
    targets, places = set(body.xpath(".//w:hyperlink/@w:anchor")), body.xpath(".//w:bookmarkStart/@w:name")
    assert targets
    assert targets <= set(places)
    assert len(places) == len(set(places))


def test_the_document_says_what_people_said() -> None:
    document = docx.Document(io.BytesIO(report_files(GRROW)["report.docx"]))
    text = "\n".join([p.text for p in document.paragraphs] + [c.text for t in document.tables for row in t.rows for c in row.cells])
    assert GRROW.grrow
    for action in GRROW.grrow.actions:
        assert action.what in text
    assert "Waaraan zie of hoor je dat het doel gehaald is?" in text


# charts


@pytest.mark.parametrize("summary", [SWOT, made_up.swot("en"), GRROW], ids=["nl", "en", "grrow"])
def test_a_chart_has_a_title_a_description_and_the_numbers_of_its_table(summary: Summary) -> None:
    files = report_files(summary)
    known = {str(value) for value in strings_in(summary)}
    for name in (name for name in files if name.startswith("charts/")):
        chart = ElementTree.fromstring(files[name])
        space = "{http://www.w3.org/2000/svg}"
        ids = {part.get("id"): part.tag for part in chart.iter() if part.get("id")}
        assert [ids[id_] for id_ in chart.get("aria-labelledby", "").split()] == [f"{space}title", f"{space}desc"]
        assert chart.get("role") == "img"
        shown = [(part.text or "").lstrip("+=−") for part in chart.iter(f"{space}text")]
        numbers = [text.partition("/")[0] for text in shown if text.partition("/")[0].isdigit()]
        assert numbers
        assert set(numbers) - {"0"} <= known
        assert len(files[name]) < 8_000


def test_bars_are_as_long_as_their_numbers() -> None:
    chart = ElementTree.fromstring(alone(bars("t", "T", "D", [Row("een", (Bar(10, 40, "plain"),)), Row("twee", (Bar(20, 40, "plain"),))])))
    long = [float(part.get("width", 0)) for part in chart.iter() if part.get("class") == "s-plain"]
    assert long[1] == pytest.approx(2 * long[0], abs=0.2)
    whole = [float(part.get("width", 0)) for part in chart.iter() if part.get("class") == "track"]
    assert whole[0] == pytest.approx(4 * long[0], abs=0.4)


def test_a_stack_without_numbers_and_a_chart_without_rows_are_charts_too() -> None:
    for svg in (bars("a", "T", "D", []), stacks("b", "T", "D", [Row("niets", (Bar(0, 0, "new", "nieuw"),))])):
        ElementTree.fromstring(alone(svg))


@given(st.text(max_size=200), st.integers(20, 400))
def test_a_label_loses_no_letter_when_it_wraps(text: str, room: int) -> None:
    lines = wrapped(text, room, 14)
    assert "".join("".join(lines).split()).replace("-", "") == "".join(text.split()).replace("-", "")
    assert all(len(line) <= max(int(room / (14 * 0.54)), 4) for line in lines)
