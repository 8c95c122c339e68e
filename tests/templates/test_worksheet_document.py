"""Worksheets for word processors: real headings, places to write that are known by id, head and foot on every page."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image
from projects import ROOT
from pypdf import PdfReader
from worksheet_files import answer_ids, controls, libre_office

from learning_network.content.library import Library
from learning_network.content.loading import load
from learning_network.content.models import LANGUAGES, Worksheet
from learning_network.responses.filled_in import DATE, TEAM
from learning_network.templates.worksheet_document import worksheet_document
from learning_network.wording.text import plain


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def opened(library: Library, id_: str, language: str = "nl") -> Any:
    return docx.Document(io.BytesIO(worksheet_document(library, library.worksheets[id_], language)))


def texts(document: Any) -> list[str]:
    """All paragraphs in their order, those in tables too."""
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


def styled(document: Any, style: str) -> list[str]:
    found = (p for p in document.element.body.iter(qn("w:p")) if p.pPr is not None and p.pPr.style == style)
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in found]


def with_network(library: Library, root: Path | None = None, **settings: Any) -> Library:
    return dataclasses.replace(library, network=library.network.model_copy(update=settings), root=root or library.root)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_in_the_document_once_as_a_heading(library: Library, language: str) -> None:
    for worksheet in library.worksheets.values():
        document, words = opened(library, worksheet.id, language), getattr(worksheet, language)
        assert styled(document, "Title") == [plain(words.title)]
        assert styled(document, "Heading2") == [plain(words.questions[question.id].label) for question in worksheet.questions]
        heads = " / ".join(styled(document, "Heading1"))
        assert all(plain(words.sections[section.id].title) in heads for section in worksheet.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_record_stands_in_the_document(library: Library, language: str) -> None:
    for worksheet in library.worksheets.values():
        words = getattr(worksheet, language).model_dump(exclude={"translates", "summary"})
        there = re.sub(r"\s+", " ", " ".join(texts(opened(library, worksheet.id, language))))
        options = [item for sdt in controls(opened(library, worksheet.id, language)).values() for item in words_of(sdt)]
        for text in all_texts(words):
            for part in re.split(r"\n\s*\n", text):
                assert plain(part) in there or plain(part) in options, f"{worksheet.id} {language}: {part}"


def all_texts(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data or ()
    return [text for part in parts for text in all_texts(part)]


def words_of(sdt: Any) -> list[str]:
    return [item.get(qn("w:displayText")) for item in sdt.iter(qn("w:listItem"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_one_control_that_word_accepts(library: Library, language: str) -> None:
    for worksheet in library.worksheets.values():
        document = opened(library, worksheet.id, language)
        there = controls(document)
        assert list(there) == [DATE, TEAM, *answer_ids(worksheet)]
        numbers = [sdt.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for sdt in document.element.body.iter(qn("w:sdt"))]
        assert len(set(numbers)) == len(numbers) == len(there)
        for id_, sdt in there.items():
            assert len(id_) <= 64, f"{id_}: Word takes no longer tag"
            assert 0 < len(sdt.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))) <= 64
            assert len(set(words_of(sdt))) == len(words_of(sdt)), f"{id_}: Word refuses a list with the same words twice"


def test_a_control_is_of_the_kind_of_its_question(library: Library) -> None:
    plan = controls(opened(library, "stafkaart"))
    stand, words = plan["where-we-stand.explore.stand"], library.worksheets["stafkaart"].nl.questions["where-we-stand"].options
    assert words_of(stand) == ["Kies een antwoord", *words.values()]
    assert next(plan["where-we-stand.explore.when"].iter(qn("w:date"))).find(qn("w:lid")).get(qn("w:val")) == "nl-BE"
    assert not words_of(plan["proud-of"])
    scale = controls(opened(library, "tension-pairs", "en"))["distance"]
    assert words_of(scale) == ["Choose an answer", *map(str, range(11))]


def test_a_text_is_as_high_as_its_answer_deserves_until_someone_writes(library: Library) -> None:
    for question in library.worksheets["grrow-sheet"].questions[:-1]:
        waiting = controls(opened(library, "grrow-sheet"))[question.id].find(qn("w:sdtContent"))
        assert len(list(waiting.iter(qn("w:br")))) + 1 == question.lines


def test_the_heads_of_a_table_stand_on_every_page_and_no_row_is_cut(library: Library) -> None:
    table = opened(library, "grrow-sheet").tables[0]._tbl
    rows = table.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False, False, False]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    words = library.worksheets["grrow-sheet"].nl.questions["actions"].columns
    assert [cell.text for cell in opened(library, "grrow-sheet").tables[0].rows[0].cells] == ["Rij", *words.values()]


def test_head_and_foot_say_whose_sheet_it_is_which_phase_and_which_version(library: Library) -> None:
    document = opened(library, "grrow-sheet")
    head, foot = document.sections[0].header, document.sections[0].footer
    assert "".join(t.text for t in head._element.iter(qn("w:t"))) == "Doelgerichte zorg in een lerend netwerk▲ Fase 2: Verkennen"
    said = "".join(t.text for t in foot._element.iter(qn("w:t")))
    assert "Versie 1, bijgewerkt op 22 november 2026. Bronnen: Roadmap DIY, Arteveldehogeschool, Clement, 2015. CC BY 4.0" in said
    assert [field.get(qn("w:instr")) for field in foot._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-BE"), ("en", "en-GB")])
def test_the_file_says_its_title_and_language(library: Library, language: str, locale: str) -> None:
    document = opened(library, "swot-sheet", language)
    core, words = document.core_properties, getattr(library.worksheets["swot-sheet"], language)
    assert (core.title, core.language, core.comments) == (words.title, locale, words.summary)
    assert core.modified.date() == library.worksheets["swot-sheet"].updated
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == locale


def test_a_list_of_steps_starts_at_one_in_every_sheet(library: Library) -> None:
    document = opened(library, "swot-sheet")
    used = {p.pPr.numPr.numId.val for p in document.element.body.iter(qn("w:p")) if p.pPr is not None and p.pPr.numPr is not None}
    again = {
        num.numId
        for num in document.part.numbering_part.element.findall(qn("w:num"))
        if num.find(f".//{qn('w:startOverride')}") is not None
    }
    assert used
    assert used <= again


def test_the_same_record_gives_the_same_bytes(library: Library) -> None:
    for id_ in ("network-map", "swot-sheet"):
        worksheet = library.worksheets[id_]
        made = worksheet_document(library, worksheet, "nl")
        assert made == worksheet_document(library, worksheet, "nl")
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_of_the_package_is_whole(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(worksheet_document(library, library.worksheets["network-map"], "nl"))) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
        for name in names:
            if name.endswith((".xml", ".rels")):
                xml = ElementTree.fromstring(archive.read(name))
            if name.endswith(".rels"):
                folder = name.partition("_rels/")[0]
                for link in xml:
                    if link.get("TargetMode") != "External":
                        target = link.get("Target", "")
                        assert (target.removeprefix("/") if target.startswith("/") else folder + target) in names


def test_no_style_is_used_that_the_file_does_not_have(library: Library) -> None:
    for worksheet in library.worksheets.values():
        document = opened(library, worksheet.id)
        there = {style.style_id for style in document.styles}
        for root in (document.element.body, document.sections[0].header._element, document.sections[0].footer._element):
            for name in ("w:pStyle", "w:rStyle", "w:tblStyle"):
                assert {mark.get(qn("w:val")) for mark in root.iter(qn(name))} <= there


def test_a_picture_says_what_it_shows(library: Library) -> None:
    (about,) = opened(library, "network-map").element.body.iter(qn("wp:docPr"))
    assert "Ringen rond een midden" in about.get("descr")


def test_the_logo_of_the_network_stands_at_the_head(library: Library, tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "#245").save(tmp_path / "logo.png")
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "docs" / "assets" / "css").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "css" / "tokens.css").write_text("")
    for logo, pictures in (("logo.png", 1), ("logo.svg", 0)):
        own = with_network(library, tmp_path, logo=logo)
        head = opened(own, "swot-sheet").sections[0].header
        assert len(list(head._element.iter(qn("wp:docPr")))) == pictures, "Word shows no SVG without a second picture beside it"
        assert "Doelgerichte zorg" in head.paragraphs[0].text


def test_a_sheet_of_a_site_with_an_address_leads_to_its_page(library: Library) -> None:
    own = with_network(library, site_url="https://netwerk.example/zorg/")
    foot = opened(own, "swot-sheet", "en").sections[0].footer
    (link,) = (r.target_ref for r in foot.part.rels.values() if r.is_external)
    assert link == "https://netwerk.example/zorg/en/worksheets/swot-sheet.html"
    (qr,) = opened(own, "swot-sheet", "en").element.body.iter(qn("wp:docPr"))
    assert link in qr.get("descr")


def test_own_words_and_marks_of_markup_are_written_as_they_are(library: Library) -> None:
    swot = library.worksheets["swot-sheet"]
    words = swot.nl.model_copy(update={"title": "A & B < C", "purpose": "Eerst *dit*, dan **dat**.\n\nEn & dat."})
    document = docx.Document(io.BytesIO(worksheet_document(library, swot.model_copy(update={"nl": words}), "nl")))
    assert styled(document, "Title") == ["A & B < C"]
    first = next(p for p in document.paragraphs if p.text.startswith("Eerst"))
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in first.runs] == [
        ("Eerst ", False, False),
        ("dit", False, True),
        (", dan ", False, False),
        ("dat", True, False),
        (".", False, False),
    ]
    assert "En & dat." in texts(document)


@pytest.mark.build
@pytest.mark.parametrize("language", LANGUAGES)
def test_libre_office_prints_every_worksheet_whole_in_one_typeface(library: Library, tmp_path: Path, language: str) -> None:
    made = {f"{w.id}.docx": worksheet_document(library, w, language) for w in library.worksheets.values()}
    printed = libre_office(tmp_path, made, "pdf")
    assert len(printed) == len(made)
    for name, data in printed.items():
        check_print(library.worksheets[name.removesuffix(".pdf")], language, PdfReader(io.BytesIO(data)))


def check_print(worksheet: Worksheet, language: str, pdf: PdfReader) -> None:
    fonts = {str(font.get_object()["/BaseFont"]) for page in pdf.pages for font in page["/Resources"]["/Font"].values()}
    assert all("LiberationSans" in font or "Arial" in font for font in fonts), f"{worksheet.id}: {fonts}"
    assert 1 <= len(pdf.pages) <= 4, worksheet.id
    said = re.sub(r"\s+", "", "".join(page.extract_text() for page in pdf.pages))
    for words in getattr(worksheet, language).questions.values():
        assert re.sub(r"\s+", "", plain(words.label)) in said, f"{worksheet.id}: {words.label}"
    for page in pdf.pages:
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
        assert len(page.extract_text()) > 150, f"{worksheet.id}: a page with hardly anything on it"
