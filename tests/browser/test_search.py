"""Search: forms of a word find each other, on http and file://, by keyboard, and what is not there is said."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from built import built_page
from conftest import SITE, html_paths
from hands import FRAME, complaints, press_on, tab_to
from playwright.sync_api import Locator, Page, Route, expect

PAIRS = [
    ("nl", "gewoonten", "gewoonte"),
    ("nl", "oefeningen", "oefening"),
    ("nl", "vaardigheden", "vaardigheid"),
    ("nl", "personen", "persoon"),
    ("en", "exercises", "exercise"),
    ("en", "skills", "skill"),
]
HOME = {"nl": "index.html", "en": "en/index.html"}

# Which words belong together, whatever the site's texts hold today: plurals, verbs, small forms, accents.
TOGETHER = {
    "nl": """
        gewoonte gewoonten      gewoonte gewoontes      oefening oefeningen      oefening oefenen
        vaardigheid vaardigheden   persoon personen     persoon persoonlijk      doel doelen
        vraag vragen            gesprek gesprekken      stap stappen             hulpverlener hulpverleners
        begeleider begeleiders  kaart kaarten           kaart kaartje            kaartje kaartjes
        brief brieven           huis huizen             reis reizen              leven levens
        lezen lees              schrijven schrijf       geven geef               maken maak
        mens mensen             kans kansen             wens wensen              les lessen
        idee ideeën             visie visies            categorie categorieën    foto foto's
        collega collega's       agenda agenda's         thema thema's            team teams
        waarde waarden          behoefte behoeften      probleem problemen       moeilijk moeilijke
        mogelijkheid mogelijkheden   verandering veranderen   goed goede         samenwerking samenwerken
        cliënt cliënten         plan plannen            film films               naaste naasten
        drempel drempels        reflectievraag reflectievragen   werkblad werkbladen   organisatie organisaties
    """,
    "en": """
        exercise exercises   skill skills   story stories   habit habits   goal goals   plan planning
        discuss discussed    box boxes      team team's     value values   facilitate facilitating   share shared
    """,
}
APART = {
    "nl": """
        doel doen        doel deel       kaart klaar      zorg zor         persoon prent    team tem
        oefening opening      vraag vaag      waarde waar      leven lezen      plan plaat       stap staf
        geven gewoon     naaste naar     werk wek         mens menu        visie vis        kans kant
        wens wenk        kring kraan     boek bok         voor vorm        groep groei      doelen dolen
    """,
    "en": """
        skill ski     goal gold      organ organisation     plan plant     story store      care car
        share sharp   value van      person prison          team tea
    """,
}


class _Article(HTMLParser):
    """The text of a page that search is to find: the article, without what is marked as not for search."""

    VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._open: list[bool] = []  # elements inside the article; whether their text counts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID or (not self._open and tag != "article"):
            return
        values = dict(attrs)
        outside = "data-search-exclude" in values or values.get("class") == "toc" or tag in ("script", "style", "svg")
        self._open.append(not outside and all(self._open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in self.VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.parts.append(data)


@cache
def words_of(path: str) -> frozenset[str]:
    reader = _Article()
    reader.feed((SITE / path).read_text(encoding="utf-8"))
    return frozenset(re.findall(r"[^\W_]+", " ".join(reader.parts).lower()))


def pages_in(language: str) -> list[str]:
    paths = [path for path in html_paths() if not path.endswith("404.html")]
    return [path for path in paths if path.startswith("en/") == (language == "en")]


def pages_holding(word: str, language: str) -> set[str]:
    return {path for path in pages_in(language) if word in words_of(path)}


def open_search(page: Page, language: str = "nl") -> Locator:
    """Open the search window with the keyboard; the focus is in the field."""
    press_on(page, page.get_by_role("button", name=FRAME[language]["search"], exact=True))
    window = page.get_by_role("dialog")
    expect(window.get_by_role("searchbox")).to_be_focused()
    return window


def ask(page: Page, question: str, language: str = "nl") -> Locator:
    """Ask something by keyboard and wait for the answer."""
    window = open_search(page, language)
    page.keyboard.insert_text(question)  # all at once: half a word may be answered too
    expect(window.get_by_role("status")).to_have_text(re.compile(r"\w"))
    return window


def addresses(window: Locator, base: str) -> list[str]:
    """All places that were found, within the site; asks for more until there are no more."""
    more = window.get_by_role("button", name=re.compile("meer resultaten|more results"))
    while more.is_visible():
        more.press("Enter")
    found = window.get_by_role("listitem").get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert all(address.startswith(base) for address in found), "a result leads out of the site"
    return [unquote(address.removeprefix(base)) for address in found]


def pages_found(window: Locator, base: str) -> set[str]:
    return {address.partition("#")[0] for address in addresses(window, base)}


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_each_form_of_a_word_finds_the_pages_of_the_other(language: str, one: str, other: str, page: Page, address: str) -> None:
    held = {form: pages_holding(form, language) for form in (one, other)}
    assert held[one] | held[other], "these words are no longer on the site: choose others for this test"
    for form in (one, other):
        page.goto(address + HOME[language])
        window = ask(page, form, language)
        found = pages_found(window, address)
        assert sorted((held[one] | held[other]) - found) == [], f"'{form}' does not find these pages"
        assert found <= set(pages_in(language)), "results in the other language"


def test_typing_letter_by_letter_ends_at_the_same_answer(page: Page, base_url: str) -> None:
    page.goto(base_url + "index.html")
    status = ask(page, "vaardigheden").get_by_role("status")
    answer = status.inner_text()
    page.keyboard.press("Control+A")
    for typed in range(len("vaardigheden")):
        page.keyboard.type("vaardigheden"[typed])
        expect(status).to_have_text(re.compile(r"\w" if typed else r"^\s*$"))
        expect(status).not_to_contain_text(FRAME["nl"]["none"])  # the start of a word that is there is never nothing
    expect(status).to_have_text(answer)


def test_the_count_that_is_said_is_the_number_of_pages(page: Page, base_url: str) -> None:
    page.goto(base_url + "index.html")
    window = ask(page, "werkbladen")
    said = window.get_by_role("status").inner_text()
    assert int(re.findall(r"\d+", said)[0]) == len(pages_found(window, base_url))


@pytest.mark.parametrize("question", ["doel", "hulpmiddelen"])
def test_every_result_leads_to_a_place_that_exists(question: str, page: Page, base_url: str, site: Path) -> None:
    page.goto(base_url + "index.html")
    found = addresses(ask(page, question), base_url)
    assert len(found) > 10
    for place in found:
        path, _, fragment = place.partition("#")
        assert (site / path).is_file()
        assert not fragment or fragment in built_page(site, path).ids, place


def test_a_word_that_only_looks_alike_is_not_found(page: Page, base_url: str) -> None:
    """'doel' is not 'doen': no result because of it, no mark on it."""
    page.goto(base_url + "index.html")
    window = ask(page, "doel")
    found = pages_found(window, base_url)
    about = {path for path in pages_in("nl") if any("doel" in word for word in words_of(path))}
    assert sorted(found - about) == []
    marks = {text.lower() for text in window.locator("mark").all_inner_texts()}
    assert marks
    assert sorted(mark for mark in marks if "doel" not in mark) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_word_that_is_nowhere_says_so(language: str, page: Page, address: str) -> None:
    page.goto(address + HOME[language])
    window = ask(page, "xqzwvk", language)
    expect(window.get_by_role("status")).to_contain_text(FRAME[language]["none"])
    expect(window.get_by_role("listitem")).to_have_count(0)


def test_a_result_is_opened_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "exercises/swot.html")  # in a folder: addresses of results must know where they stand
    window = ask(page, "stafkaart")
    hit = window.get_by_role("listitem").get_by_role("link").first
    title = hit.inner_text()
    tab_to(page, hit)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/worksheets/stafkaart\.html"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_enter_in_the_field_goes_to_the_first_result(page: Page, address: str) -> None:
    page.goto(address + "index.html")
    window = ask(page, "wenskaarten")
    page.keyboard.press("Enter")
    expect(window.get_by_role("listitem").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/exercises/wish-cards\.html"))


def test_a_result_on_this_very_page_closes_the_window(page: Page, base_url: str) -> None:
    page.goto(base_url + "worksheets/stafkaart.html")
    window = ask(page, "stafkaart")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(window).to_be_hidden()
    assert "/worksheets/stafkaart.html" in page.url


@pytest.mark.parametrize("typed", ["", "oefening", "xqzwvk"])
def test_escape_closes_and_the_focus_returns(typed: str, page: Page, address: str) -> None:
    page.goto(address + "index.html")
    window = ask(page, typed) if typed else open_search(page)
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(page.get_by_role("button", name=FRAME["nl"]["search"], exact=True)).to_be_focused()


def test_who_types_faster_than_the_index_loads_loses_nothing(page: Page, base_url: str) -> None:
    """Enter before the index has come must not send the form away: that would load the page anew and close the window."""
    waiting: list[Route] = []
    page.route("**/search_index.js", lambda route: waiting.append(route))
    page.goto(base_url + "index.html")
    window = open_search(page)
    page.keyboard.type("oefeningen")
    page.keyboard.press("Enter")
    expect(window.get_by_role("searchbox")).to_have_value("oefeningen")
    page.wait_for_function("() => document.querySelector('script[src$=\"search_index.js\"]')")
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(window.get_by_role("listitem").first).to_be_visible()
    assert "query=" not in page.url


def test_an_index_that_does_not_come_is_said_and_tried_again(page: Page, base_url: str) -> None:
    page.route("**/search_index.js", lambda route: route.abort())
    page.goto(base_url + "index.html")
    window = open_search(page)
    expect(window.get_by_role("status")).to_have_text(re.compile(r"\w"))
    page.unroute("**/search_index.js")
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    page.keyboard.press("Enter")  # the button has the focus again
    page.keyboard.type("oefeningen")
    expect(window.get_by_role("listitem").first).to_be_visible()


def test_on_the_narrowest_phone_results_stay_inside(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(base_url + "index.html")
    window = ask(page, "zelfredzaamheid")
    expect(window.get_by_role("listitem").first).to_be_visible()
    assert window.evaluate("window => window.scrollWidth - window.clientWidth") <= 0


def test_a_text_from_the_address_or_the_field_is_never_run(page: Page, base_url: str) -> None:
    heard = complaints(page)
    page.goto(base_url + "index.html")
    window = ask(page, "<img src=x onerror=alert(1)> oefening")
    expect(window.get_by_role("listitem").first).to_be_visible()
    assert window.locator("img").count() == 0
    assert heard == []


def related(page: Page, language: str, table: str) -> dict[str, bool]:
    """For each pair of the table: do the two words share a key?"""
    words = table.split()
    pairs = [list(pair) for pair in zip(words[::2], words[1::2], strict=True)]
    page.add_script_tag(path=SITE / "assets/js/search-families.js")
    share = """([language, pairs]) => pairs.map(([one, other]) => {
        const family = window.roadmapFamilies[language]
        return family(one).some(key => family(other).includes(key))
    })"""
    answers = page.evaluate(share, [language, pairs])
    return {" ".join(pair): answer for pair, answer in zip(pairs, answers, strict=True)}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_forms_of_one_word_are_one_family(language: str, page: Page) -> None:
    answers = related(page, language, TOGETHER[language])
    assert [pair for pair, together in answers.items() if not together] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_that_only_look_alike_are_no_family(language: str, page: Page) -> None:
    answers = related(page, language, APART[language])
    assert [pair for pair, together in answers.items() if together] == []


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(TOGETHER["nl"].split()) >= 60
    assert len(APART["nl"].split()) >= 30


def test_the_site_is_searched_in_its_own_folder_only(page: Page, base_url: str) -> None:
    """One request for the index of this language; nothing is asked of another host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base_url + "en/index.html")
    ask(page, "skill", "en")
    indexes = [urlsplit(url).path for url in asked if "search_index" in url]
    assert indexes == [urlsplit(base_url).path + "en/search/search_index.js"]
    assert [url for url in asked if not url.startswith((base_url, "data:"))] == []
