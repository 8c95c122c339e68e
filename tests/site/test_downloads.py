"""A site with its sheets: every page offers its own, every sheet is offered, and its QR code leads back to the page."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import pypdfium2
import pytest
import yaml
import zxingcpp
from PIL import Image
from projects import copy_project

from learning_network.content.loading import load
from learning_network.site.build import build_site

ADDRESS = "https://netwerk.example/doelgericht/"
KEPT = {"exercises": ["swot", "picture-cards"], "worksheets": ["swot-sheet", "reflection-time"], "tools": ["grrow"], "card_sets": []}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a network that shows a little of everything, with all sheets of that."""
    root = copy_project(tmp_path_factory.mktemp("network") / "project")
    library = load(root)
    hidden = {kind: [id_ for id_ in getattr(library, kind) if id_ not in kept] for kind, kept in KEPT.items()}
    settings = yaml.safe_load((root / "network.yml").read_text(encoding="utf-8"))
    Image.new("RGB", (240, 120), "#8a4b12").save(root / "logo.png")
    settings |= {"logo": "logo.png", "site_url": ADDRESS, "leave_out": {"phases": ["explore", "roll-out"]} | hidden}
    (root / "network.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8", newline="\n")
    return build_site(root)


@pytest.mark.build
def test_every_sheet_is_offered_by_a_page_and_every_offer_is_there(built: Path) -> None:
    offered: dict[str, set[str]] = {}
    for page in built.rglob("*.html"):
        here = page.relative_to(built).as_posix()
        for href in re.findall(r'href="([^"#]*downloads/[^"]*)"', page.read_text(encoding="utf-8")):
            offered.setdefault(unquote(urljoin(f"file:///{here}", href).removeprefix("file:///")), set()).add(here)
    there = {path.relative_to(built).as_posix() for path in (built / "downloads").rglob("*") if path.is_file()}
    assert offered.keys() - there == set(), "a page offers what is not there"
    assert there - offered.keys() == set(), "nobody finds these"
    assert offered["downloads/nl/phase-1.pdf"] == {"phases/prepare.html"}
    assert offered["downloads/en/all-large.pdf"] == {"en/index.html", "en/phases/index.html"}
    assert offered["downloads/nl/terms-cards.pdf"] == {"glossary.html"}
    assert offered["downloads/en/tool-matrix-blank-a3.pdf"] == {"en/tools/index.html"}
    assert offered["downloads/nl/swot-participants.pdf"] == {"exercises/swot.html"}


@pytest.mark.build
def test_a_page_says_how_many_pages_a_sheet_has(built: Path) -> None:
    page = (built / "exercises" / "swot.html").read_text(encoding="utf-8")
    said = re.search(r'swot-facilitator\.pdf">[^<]*</a> <span class="remark">\(PDF, (\d+) bladzijden, (\d+) kB\)', page)
    sheet = built / "downloads" / "nl" / "swot-facilitator.pdf"
    assert said
    assert int(said[1]) == len(pypdfium2.PdfDocument(sheet))
    assert int(said[2]) == round(sheet.stat().st_size / 1000)


@pytest.mark.build
def test_the_code_on_every_sheet_leads_to_its_page(built: Path) -> None:
    """Read from a picture of the page, as a phone reads it. Card sets have theirs on the page on how to use them."""
    for sheet in sorted((built / "downloads").rglob("*.pdf")):
        name = sheet.relative_to(built / "downloads").as_posix()
        codes = codes_of(sheet)
        assert len(codes) == 1, f"{name}: {codes}"
        (code,) = codes
        assert code.startswith(ADDRESS), name
        page = built / code.removeprefix(ADDRESS)
        assert page.is_file(), f"{name} leads to {code}, which is not there"
        assert ("/en/" in code) == name.startswith("en/"), f"{name} leads to the other language"
        title = re.search(r"<h1[^>]*>(.*?)</h1>", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert title, code


@pytest.mark.build
def test_every_sheet_carries_the_logo_of_the_network(built: Path) -> None:
    """On the first page; a set of cards has it on the page on how to use them."""
    for sheet in sorted((built / "downloads").rglob("*.pdf")):
        with pypdfium2.PdfDocument(sheet) as pdf:
            pages = (pdf[0], pdf[len(pdf) - 1], pdf[max(0, len(pdf) - 2)])
            pictures = [o for page in pages for o in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        assert pictures, sheet.name


def codes_of(sheet: Path) -> set[str]:
    """What the QR codes on its first and last pages say: there they stand."""
    found = set()
    with pypdfium2.PdfDocument(sheet) as pdf:
        for number in {0, len(pdf) - 1, max(0, len(pdf) - 2)}:
            picture = pdf[number].render(scale=2.5).to_pil()
            found |= {code.text for code in zxingcpp.read_barcodes(picture)}
    return found
