"""The copy to take along: offline.zip, unpacked anywhere, is the whole site without a server."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

import pytest
from conftest import SITE
from hands import FRAME, complaints, press_on
from playwright.sync_api import Page, expect

WALK = {
    "nl": ["Oefeningen", "Wenskaarten", "Werkbladen", "Stafkaart: waar staan we?", "Hulpmiddelen", "Talking Mats", "Toegankelijkheid"],
    "en": ["Exercises", "SWOT analysis", "Tools", "Talking Mats", "Accessibility"],
}
"""Links that people click one after the other; the English walk begins with the language switch."""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked into a folder with a name that is hard on addresses."""
    folder = tmp_path_factory.mktemp("USB stick ë #1")
    with zipfile.ZipFile(SITE / "offline.zip") as archive:
        archive.extractall(folder)
    return folder


def test_the_zip_holds_the_whole_site_in_one_folder(site: Path, unpacked: Path) -> None:
    tops = list(unpacked.iterdir())
    assert len(tops) == 1, "unpacking leaves one folder, not a hundred files"
    packed = {path.relative_to(tops[0]).as_posix() for path in tops[0].rglob("*") if path.is_file()}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {"offline.zip"}
    assert packed == built
    with zipfile.ZipFile(site / "offline.zip") as archive:
        assert all(not PurePosixPath(name).is_absolute() and ".." not in name for name in archive.namelist())


def test_a_walk_through_both_languages_from_a_file(unpacked: Path, page: Page) -> None:
    heard = complaints(page)
    outside: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else outside.append(request.url))
    start = next(unpacked.iterdir()) / "index.html"
    page.goto(start.as_uri())
    visited = [page.url]
    for language, links in WALK.items():
        if language == "en":
            page.get_by_role("link", name=FRAME["nl"]["other"], exact=True).click()
            expect(page.locator("html")).to_have_attribute("lang", "en")
            visited.append(page.url)
        for name in links:
            before = page.url
            page.get_by_role("link", name=name, exact=True).first.click()
            page.wait_for_url(lambda url, before=before: url != before)
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            visited.append(page.url)
    assert len(set(visited)) >= 12
    assert heard == []
    assert outside == []


@pytest.mark.parametrize(("language", "question"), [("nl", "oefening"), ("en", "exercises")])
def test_search_works_in_the_unpacked_copy(language: str, question: str, unpacked: Path, page: Page) -> None:
    heard = complaints(page)
    home = next(unpacked.iterdir()) / ("en" if language == "en" else "") / "index.html"
    page.goto(home.as_uri())
    press_on(page, page.get_by_role("button", name=FRAME[language]["search"], exact=True))
    page.keyboard.insert_text(question)
    hit = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(hit).to_be_visible()
    hit.press("Enter")
    page.wait_for_url(lambda url: url != home.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert heard == []


def test_finder_and_matrix_work_in_the_unpacked_copy(unpacked: Path, page: Page) -> None:
    heard = complaints(page)
    for path, query in (("exercises/index.html", "?time=60"), ("tools/index.html", "?cost=free")):
        page.goto((next(unpacked.iterdir()) / path).as_uri() + query)
        said = page.get_by_role("main").locator(".filter-form").get_by_role("status")
        expect(said).to_contain_text(" van ")
        expect(page.get_by_role("combobox").first).to_be_enabled()
    assert heard == []
