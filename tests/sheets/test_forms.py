"""Fillable worksheets: named after the questions, filled in and read back by other people's programs without loss."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfs import reader
from press import ROOT, library, printed, printer
from pypdf import PdfReader, PdfWriter

from learning_network.content.models import LANGUAGES, Worksheet
from learning_network.responses.tables import Unreadable
from learning_network.responses.worksheet_files import read_worksheet
from learning_network.sheets.finishing import print_sheet
from learning_network.sheets.form_fields import Field, form_fields
from learning_network.sheets.forms import FieldsDiffer, field_font, mended
from learning_network.sheets.markup import own_strings, sheet_html
from learning_network.sheets.printer import Printer, written
from learning_network.sheets.specs import Spec, worksheet_versions
from learning_network.sheets.worksheets import words_of

NAME = "Zoë D’Hondt-Çelik, Jérôme Vanden Büssche"
LONG = ("We zagen dat het één keer lukte: “dat deed me iets”, zei ze.\n" * 60)[:3000]
ANSWERS = {
    "_sheet.team": NAME,
    "proud-of": LONG,
    "where-we-stand.explore.next": "Eerst dit.\nDan dat, in de maand mei.",
    "review-date": "01-02-2027",
}
CHOSEN = {"where-we-stand.prepare.stand": "going-well", "where-we-stand.sustain.stand": "not-started"}


def form(id_: str, language: str = "nl", variant: str | None = None) -> bytes:
    return printed(f"{language}/{id_}{f'-{variant}' if variant else ''}-form.pdf")


def fields_of(worksheet: Worksheet, language: str, variant: str | None = None) -> dict[str, Field]:
    fields = form_fields(worksheet, words_of(worksheet, language, variant), variant, own_strings(library(), language))
    return {field.name: field for field in fields}


def terminal(pdf: PdfReader) -> dict[str, Any]:
    return {name: field for name, field in (pdf.get_fields() or {}).items() if field.get("/FT")}


def widgets(pdf: PdfReader) -> list[Any]:
    return [a.get_object() for page in pdf.pages for a in page.get("/Annots", []) if a.get_object()["/Subtype"] == "/Widget"]


def filled_by_pypdf(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    values: dict[str, Any] = ANSWERS | {name: f"/{value}" for name, value in CHOSEN.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def filled_by_pikepdf(data: bytes) -> bytes:
    from pikepdf.form import ExtendedAppearanceStreamGenerator, Form

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = Form(pdf, ExtendedAppearanceStreamGenerator)
        for name, value in ANSWERS.items():
            fields[name].value = value  # type: ignore[union-attr]
        for name, value in CHOSEN.items():
            fields[name].value = pikepdf.Name(f"/{value}")  # type: ignore[union-attr]
        pdf.save(out)
    return out.getvalue()


def read_by_pypdf(data: bytes) -> dict[str, str]:
    return {name: str(field.get("/V", "")).replace("\r\n", "\n").replace("\r", "\n") for name, field in terminal(reader(data)).items()}


def read_by_pikepdf(data: bytes) -> dict[str, str]:
    from pikepdf.form import Form

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: str(field.value or "").replace("\r\n", "\n").replace("\r", "\n") for name, field in Form(pdf).items()}  # type: ignore[union-attr]


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pikepdf])
@pytest.mark.parametrize("fill", [filled_by_pypdf, filled_by_pikepdf])
def test_a_flemish_name_and_a_long_answer_survive(fill: Callable[[bytes], bytes], read: Callable[[bytes], dict[str, str]]) -> None:
    answers = read(fill(form("stafkaart")))
    assert {name: answers[name] for name in ANSWERS} == ANSWERS
    assert {name: answers[name] for name in CHOSEN} == {name: f"/{value}" for name, value in CHOSEN.items()}
    untouched = set(answers) - set(ANSWERS) - set(CHOSEN)
    assert {answers[name] for name in untouched} <= {"", "/Off"}


@pytest.mark.parametrize("fill", [filled_by_pypdf, filled_by_pikepdf])
def test_what_was_filled_in_is_read_back_by_question(fill: Callable[[bytes], bytes]) -> None:
    filled = read_worksheet(Path("stafkaart.pdf"), fill(form("stafkaart")))
    assert (filled.worksheet, filled.version, filled.language) == ("stafkaart", str(library().worksheets["stafkaart"].version), "nl")
    assert filled.team == NAME
    given = {id_: text.strip() for id_, text in (ANSWERS | CHOSEN).items() if id_ != "_sheet.team"}
    assert filled.answers == given
    assert set(filled.ids) == set(fields_of(library().worksheets["stafkaart"], "nl")) - {"_sheet.team", "_sheet.date"}


def test_an_empty_form_has_no_answers() -> None:
    filled = read_worksheet(Path("swot.pdf"), form("swot-sheet", "en"))
    assert filled.items == []
    assert "strengths" in filled.ids


def locked(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def printed_again(data: bytes) -> bytes:
    """As a browser leaves it that prints a form to a PDF: the fields are part of the page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root["/AcroForm"]
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda data: data[:200], "damaged or no PDF"),
        (lambda data: b"", "damaged or no PDF"),
        (locked, "protected with a password"),
        (printed_again, "was printed to a PDF"),
        (lambda data: printed("nl/swot-facilitator.pdf"), "no worksheet of this site"),
    ],
)
def test_a_pdf_that_is_no_form_of_ours_says_so(make: Callable[[bytes], bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_worksheet(Path("form.pdf"), make(form("swot-sheet")))


@pytest.mark.parametrize("fill", [filled_by_pypdf, filled_by_pikepdf])
def test_one_radio_button_of_a_group_is_on_and_shows_it(fill: Callable[[bytes], bytes]) -> None:
    states = {}
    for widget in widgets(reader(fill(form("stafkaart")))):
        if "/Parent" in widget and widget["/Parent"].get_object().get("/FT") == "/Btn":
            own = next(state for state in widget["/AP"]["/N"] if state != "/Off")
            states[(widget["/Parent"].get_object()["/Parent"].get_object()["/T"], own)] = widget["/AS"]
    assert len(states) == 16, "four phases with four answers"
    assert {key for key, state in states.items() if state != "/Off"} == {("prepare", "/going-well"), ("sustain", "/not-started")}
    assert all(state in ("/Off", key[1]) for key, state in states.items())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", ["stafkaart", "tension-pairs", "network-map", "need-question-wish-sheet"])
def test_a_form_has_a_field_for_every_question_under_its_id(id_: str, language: str) -> None:
    worksheet = library().worksheets[id_]
    expected = fields_of(worksheet, language)
    found = terminal(reader(form(id_, language)))
    assert found.keys() == expected.keys()
    assert {name.split(".")[0] for name in found} - {"_sheet"} == {question.id for question in worksheet.questions}
    for name, field in found.items():
        assert field["/TU"] == expected[name].tooltip
        if expected[name].kind == "radio":
            assert set(field["/_States_"]) == {"/Off", *(f"/{option}" for option in expected[name].options)}
        else:
            assert bool(field.get("/Ff", 0) & 1 << 12) == (expected[name].kind == "lines")


def test_a_scale_can_be_answered_with_each_of_its_numbers() -> None:
    field = fields_of(library().worksheets["miracle-question-and-scale"], "nl")["how-heavy"]
    assert list(field.options) == [str(n) for n in range(1, 11)]
    assert field.options["1"].startswith("1: ")
    assert field.options["5"] == "5"


def test_a_drawing_keeps_its_room_and_gets_a_field_for_words() -> None:
    names = terminal(reader(form("network-map")))
    assert "people-around-me" in names


def test_the_tab_key_follows_the_sheet() -> None:
    pdf = reader(form("stafkaart"))
    assert all(page["/Tabs"] == "/S" for page in pdf.pages)
    names = []
    for widget in widgets(pdf):
        owner = widget if "/T" in widget else widget["/Parent"].get_object()
        parts = [owner["/T"]]
        while "/Parent" in owner:
            owner = owner["/Parent"].get_object()
            parts.insert(0, owner["/T"])
        if ".".join(parts) not in names:
            names.append(".".join(parts))
    assert names == list(fields_of(library().worksheets["stafkaart"], "nl"))


def test_every_field_lies_on_its_page_with_room_and_is_told_to_a_screen_reader() -> None:
    pdf = reader(form("stafkaart"))
    root = pdf.trailer["/Root"].get_object()
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    for page in pdf.pages:
        for annotation in page["/Annots"]:
            widget = annotation.get_object()
            left, low, right, high = (float(n) for n in widget["/Rect"])
            assert 0 < left < right < 596
            assert 0 < low < high < 842
            assert widget["/TU"]
            assert "/StructParent" in widget
    lines = next(w for w in widgets(pdf) if w.get("/T") == "proud-of")
    height = float(lines["/Rect"][3]) - float(lines["/Rect"][1])
    assert height >= 4 * 7.3 * 72 / 25.4 - 1, "as large as its four lines"


def test_answers_are_set_in_an_embedded_font_with_western_letters() -> None:
    pdf = reader(form("stafkaart"))
    acro = pdf.trailer["/Root"]["/AcroForm"].get_object()
    ((name, font),) = acro["/DR"]["/Font"].items()
    font = font.get_object()
    assert (font["/Subtype"], font["/Encoding"]) == ("/TrueType", "/WinAnsiEncoding")
    assert font["/FontDescriptor"]["/FontFile2"].get_object().get_data()
    assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
    assert all(f"{name} " in w["/DA"] for w in widgets(pdf) if w.get("/FT") == "/Tx")


def test_a_form_says_which_worksheet_it_is() -> None:
    metadata = reader(form("grrow-sheet", "en", "grow")).metadata
    assert metadata is not None
    assert metadata["/Worksheet"] == "grrow-sheet"
    assert metadata["/WorksheetVersion"] == str(library().worksheets["grrow-sheet"].version)
    assert metadata["/WorksheetLanguage"] == "en"
    assert not any(name.startswith("resources") for name in terminal(reader(form("grrow-sheet", "en", "grow"))))


def test_a_template_that_forgets_a_question_is_found_out() -> None:
    fields = [*fields_of(library().worksheets["swot-sheet"], "nl").values(), Field("forgotten", "lines", "Vergeten")]
    raw = sheet_html(library(), Spec("form", library().worksheets["swot-sheet"], "nl"))
    data = written(printer().lay_out(raw, ("paper", "worksheet", "form"), pdf_forms=True), pdf_forms=True).data
    with pytest.raises(FieldsDiffer, match="forgotten"):
        mended(data, fields, field_font(ROOT), {})


def test_the_printed_bytes_are_the_same_each_time() -> None:
    spec = Spec("form", library().worksheets["stafkaart"], "nl")
    assert print_sheet(Printer(ROOT), library(), spec, sheet_html(library(), spec), None).data == form("stafkaart")


@pytest.mark.build
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_worksheet_can_be_filled_in(language: str) -> None:
    for worksheet, variant in worksheet_versions(library()):
        pdf = reader(form(worksheet.id, language, variant))
        assert terminal(pdf).keys() == fields_of(worksheet, language, variant).keys()
        assert len(pdf.pages) <= 5, worksheet.id
