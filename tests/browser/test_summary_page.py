"""The page that summarises answers in the browser: it gives what the command gives, and stays whole whatever it is fed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SCHEMES, WIDTHS
from hands import press_on, tab_to
from playwright.sync_api import FilePayload, Locator, Page, expect
from test_accessibility import OPEN_EVERYTHING, axe_source, violations

from learning_network.content.library import Library
from learning_network.responses.answer_words import STATUS_WORDS
from learning_network.site.bundles import one_scope
from learning_network.summaries.codebook import load_codebook
from learning_network.summaries.for_browser import browser_rules

ROOT = Path(__file__).resolve().parent.parent.parent
VECTORS = ROOT / "tests" / "vectors" / "summary"
SCRIPTS = ROOT / "docs" / "assets" / "js"
PATH = "worksheets/summary.html"
FIELDS = ("[data-summary-files]", "[data-summary-status]", "[data-summary-result]")


def vectors(name: str) -> Any:
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def parts(browser: Any) -> Any:
    page = all_parts(browser)
    yield page
    page.close()


def all_parts(browser: Any) -> Page:
    """A bare page with all parts of the script, whose functions can be called one by one."""
    page: Page = browser.new_page()
    names = [
        SCRIPTS / "shared" / "elements.js",
        *sorted((SCRIPTS / "summary").glob("*.js"), key=lambda part: (part.name == "start.js", part.name)),
    ]
    for name in names:
        page.add_script_tag(content=name.read_text(encoding="utf-8"))
    page.evaluate("rules => { window.given = rules; window.known = knownWords(rules); }", browser_rules("nl"))
    return page


def differing(page: Page, name: str, code: str) -> list[Any]:
    """The vectors of a file for which this code gives something else than the package; the first of them."""
    found: list[Any] = page.evaluate(
        "cases => { const run = " + code + "; return cases.map((one) => [one, run(...one)])"
        ".filter(([one, got]) => JSON.stringify(got) !== JSON.stringify(one[one.length - 1])).slice(0, 5); }",
        vectors(name),
    )
    return found


def test_every_text_gets_the_themes_and_rules_that_the_package_gives(parts: Page) -> None:
    parts.evaluate(
        "() => { window.match = {}; for (const lang in given.rules) match[lang] = makeMatcher(Object.keys(given.themes), given.rules[lang]); }"
    )
    assert differing(parts, "coding", "(text, lang) => match[lang](text)") == []


def test_answers_are_cut_into_the_same_items(parts: Page) -> None:
    assert differing(parts, "splitting", "(cell) => itemsOf(cell, known.nothing)") == []


@pytest.mark.parametrize("sign", [" ", "-", "•", "\u200e", " •", "- ", "0 ", "0-", "(0", "www.", "a@", "€ "])
def test_very_many_signs_inside_an_answer_keep_the_page_at_work(parts: Page, sign: str) -> None:
    """A search that looks from each of them to the last would stop the page for minutes."""
    cell = f"begin {sign * (100_000 // len(sign))} eind"
    said = parts.evaluate("cell => itemsOf(cell, known.nothing).map(text => mask(text, known.shapes).text).join(' ')", cell)
    assert said.startswith("begin")
    assert said.endswith("eind")


def test_the_same_numbers_of_people_are_masked_and_the_same_stay(parts: Page) -> None:
    assert differing(parts, "masking", "(text) => mask(text, known.shapes).text") == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("lees https://www.vlaanderen.be/zorg eerst", "lees [link] eerst"),
        ("zie teams.microsoft.com/l/meetup-join/19%3atest.", "zie [link]."),
        ("Mail an@voorbeeld.be, of bel +32 475 00 11 22", "Mail [mailadres], of bel [telefoon]"),
        ("en/of, 24/7 bereikbaar", "en/of, 24/7 bereikbaar"),
        ("nummer ٠٤٧٥ ٠٠ ١١ ٢٢", "nummer [telefoon]"),
    ],
)
def test_every_web_address_is_masked(parts: Page, text: str, masked: str) -> None:
    assert parts.evaluate("text => mask(text, known.shapes).text", text) == masked


def test_dates_are_read_alike(parts: Page) -> None:
    code = "(texts) => { const days = readDays(texts); return texts.map((text) => days.has(text) ? [days.get(text).iso, days.get(text).stamp] : ['', text]); }"
    assert differing(parts, "days", code) == []


def test_responses_get_the_same_ids(parts: Page) -> None:
    assert differing(parts, "ids", "(text) => digest(text)") == []


def test_labels_are_sorted_as_people_do(parts: Page) -> None:
    assert parts.evaluate("['10', 'b', '2', 'Ronde 10', 'ronde 9', '1', 'A'].sort(naturally)") == [
        "1",
        "2",
        "10",
        "A",
        "b",
        "ronde 9",
        "Ronde 10",
    ]


# the page


def open_page(page: Page, base: str, path: str = PATH) -> None:
    page.goto(base + path)
    expect(page.locator("[data-summary-files]")).to_be_visible()


def add(page: Page, files: list[FilePayload] | list[Path]) -> None:
    page.locator("[data-summary-files]").set_input_files(files)


def status(page: Page) -> Locator:
    return page.locator("[data-summary-status]")


def json_file(name: str, said: Any) -> FilePayload:
    text = said if isinstance(said, bytes) else (said if isinstance(said, str) else json.dumps(said)).encode()
    return {"name": name, "mimeType": "application/json", "buffer": text}


def swot(organisation: str = "Verzonnen huis", round_: str = "", name: str = "", **answers: Any) -> dict[str, Any]:
    about = {"format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl"}
    return {**about, "organisation": organisation, "round": round_, "name": name, "answers": answers}


def rows_of(table: Locator) -> list[list[str]]:
    found: list[list[str]] = table.evaluate(
        "table => Array.from(table.tBodies[0].rows, (row) => Array.from(row.cells, (cell) => cell.textContent))"
    )
    return found


def part_of(page: Page, title: str) -> Locator:
    return page.locator("[data-summary-result] > section").filter(has=page.locator("h2", has_text=title))


def people(count: dict[str, int]) -> str:
    words = {
        "respondents": ("mens", "mensen"),
        "teams": ("team", "teams"),
        "organisations": ("organisatie", "organisaties"),
        "items": ("antwoord", "antwoorden"),
    }
    return " · ".join(
        f"{count[key]} {one if count[key] == 1 else many}" for key, (one, many) in words.items() if count[key] or key == "respondents"
    )


@pytest.fixture
def summarised(page: Page, address: str) -> Page:
    page.clock.set_fixed_time("2026-11-22T12:00:00")
    open_page(page, address)
    add(page, sorted((VECTORS / "answers").iterdir()))
    expect(status(page)).to_contain_text("Klaar")
    return page


def test_the_page_says_what_the_command_says(summarised: Page, library: Library) -> None:
    """From files to numbers, over http and from a USB stick: counts, themes, quotations, rounds, the account and the actions."""
    page, said = summarised, vectors("summary")
    labels = {theme.id: theme.label("nl") for theme in load_codebook().themes}
    names = page.locator("[data-summary]").evaluate("root => JSON.parse(root.dataset.summary).words.fields")
    for instrument, title in (("swot", "SWOT"), ("grrow", "GRROW")):
        wanted, part = said[instrument], part_of(page, title)
        expect(part.locator(".summary-total")).to_have_text(people(wanted["count"]))
        table = part.locator("table").filter(has=page.locator("caption", has_text="per vak"))
        assert [row[0] for row in rows_of(table)] == [labels[theme] for theme, _ in wanted["themes"]]
        for field in wanted["fields"]:
            card = part.locator(".summary-field").filter(has=page.locator("h3", has_text=names[field["field"]]))
            expect(card.locator("h4")).to_have_text([labels[theme] for theme, _, _ in field["themes"]])
            expect(card.locator("h4 + p")).to_have_text([people(count) for _, count, _ in field["themes"]])
            quoted = card.locator(".summary-quotes").evaluate_all(
                "lists => lists.map((list) => Array.from(list.children, (one) => one.textContent))"
            )
            assert quoted == [[text for _, text in quotations] for _, _, quotations in field["themes"]]
            assert card.locator(".fold li").count() == field["uncoded"]
    account = said["swot"]["account"]
    assert rows_of(part_of(page, "gelezen").locator("table")) == [[str(cell) for cell in row] for row in account["files"]]
    expect(part_of(page, "gelezen").locator("p").first).to_contain_text(
        f"{account['cells']} vakken gelezen = {account['answered']} met een antwoord + {account['empty']} leeg + {account['rejected']} geweigerd"
    )
    for number in said["swot"]["masked"].values():
        expect(part_of(page, "gelezen")).to_contain_text(f"] {number}×")


def test_rounds_stand_side_by_side_as_in_the_command(summarised: Page) -> None:
    labels = {theme.id: theme.label("nl") for theme in load_codebook().themes}
    ((earlier, later, organisations, kept_out, themes),) = vectors("summary")["swot"]["rounds"]
    assert not kept_out
    part = part_of(summarised, "SWOT")
    expect(part.locator("h4", has_text=f"Van ronde {earlier} naar ronde {later}")).to_be_visible()
    expect(part).to_contain_text(f"{organisations} organisaties deden in beide rondes mee.")
    table = part.locator("table").filter(has=summarised.locator("caption", has_text="van ronde"))
    names = summarised.locator("[data-summary]").evaluate("root => JSON.parse(root.dataset.summary).words.fields")
    wanted = [[labels[one["theme"]], names[one["field"]], *(str(one[key]) for key in ("new", "gone", "stayed"))] for one in themes]
    assert rows_of(table) == wanted


def test_actions_stand_by_date_and_say_what_is_overdue(summarised: Page) -> None:
    wanted = vectors("summary")["grrow"]["actions"]
    rows = rows_of(part_of(summarised, "GRROW").locator("table").filter(has=summarised.locator("caption", has_text="Acties op datum")))
    assert [row[0] for row in rows] == [what for what, *_ in wanted]
    assert [row[1] for row in rows] == [owner or "Wie?" for _, owner, *_ in wanted]
    assert ["over tijd" in row[3] for row in rows] == [overdue for *_, overdue in wanted]
    assert {status for *_, status, _, _ in wanted} <= {"", *STATUS_WORDS.values()}
    due = [day for _, _, day, *_ in wanted]
    assert [row[2] for row, day in zip(rows, due, strict=True) if not day] == ["Wanneer?"] * due.count("")
    assert any("november 2026" in row[2] for row in rows)


def test_nothing_is_asked_of_the_network_but_the_rules(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method + " " + request.url.removeprefix(base_url)))
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
    expect(status(page)).to_contain_text("Klaar")
    assert asked == ["GET assets/js/summary-rules-nl.js"]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_answers_are_texts_and_never_html(page: Page, address: str) -> None:
    open_page(page, address)
    hostile = [
        "<img src=x onerror=\"document.title='pwned'\">",
        "<script>document.title='pwned'</script>",
        "\u202eomgekeerd ‏طويل",
        "🙂" * 2000,
    ]
    name = "<b>huis</b>.json"
    add(page, [json_file(name, swot(organisation="<i>x</i>", strengths=hostile, constructor=["raar"], **{"__proto__": ["vreemd"]}))])
    expect(status(page)).to_contain_text("Klaar: 6 antwoorden")
    result = page.locator("[data-summary-result]")
    expect(result).to_contain_text(hostile[0])
    assert result.locator("img, script, b, i").count() == 0
    expect(result).to_contain_text(name)
    assert "pwned" not in page.title()


BROKEN = {
    "stuk.json": (b'{"format": "learning-network/answers", ', "beschadigd of geen JSON"),
    "leeg.json": (b"", "niet van een werkblad"),
    "nieuwer.json": (json.dumps({**swot(strengths=["x"]), "version": 2}).encode(), "andere versie van deze site"),
    "matrix.json": (b'{"format": "learning-network/matrix", "version": 1}', "geen ingevuld werkblad"),
    "getal.json": (b"[1, 2]", "geen ingevuld werkblad"),
    "foto.png": (b"\x89PNG\r\n", "geen JSON, CSV of XLSX"),
    "blad.xlsx": (b"PK\x03\x04", "beschadigd of geen XLSX"),
    "ander.csv": (b"naam;antwoord\r\nAn;ja\r\n", "niet van een werkblad"),
    "nul.csv": (bytes(5000), "niet van een werkblad"),
    "half.json": (json.dumps({**swot(), "answers": None}).encode(), "de antwoorden ontbreken"),
}


def test_what_cannot_be_read_is_listed_with_a_reason_and_the_rest_is_read(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    add(page, [json_file("goed.json", swot(strengths=["Hechte ploeg"])), *(json_file(name, data) for name, (data, _) in BROKEN.items())])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord")
    lines = part_of(page, "gelezen").locator("li").all_text_contents()
    for name, (_, reason) in BROKEN.items():
        assert [line for line in lines if line.startswith(name) and reason in line], name
    assert len(lines) == len(BROKEN)
    expect(part_of(page, "SWOT").locator(".summary-field").first).to_contain_text("Hechte ploeg")


def test_the_same_file_and_the_same_sheet_count_once(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    one = swot(name="An Verzonnen", strengths=["Hechte ploeg", "Veel vertrouwen in elkaar"])
    other = swot(name="Bo Bedacht", strengths=["Korte lijnen met de huisarts in de wijk"])
    add(page, [json_file("a.json", one), json_file("b.json", one), json_file("c.json", [other, one])])
    expect(status(page)).to_contain_text("Klaar: 3 antwoorden")
    expect(part_of(page, "SWOT").locator(".summary-total")).to_contain_text("2 mensen")
    expect(part_of(page, "gelezen")).to_contain_text("hetzelfde bestand is al gelezen")
    expect(part_of(page, "gelezen")).to_contain_text("hetzelfde ingevulde blad is al gelezen")


def test_files_can_be_added_and_all_can_go_again(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")
    add(page, [json_file("b.json", swot("Ander huis", weaknesses=["Te weinig tijd", "Oude computers"]))])
    expect(status(page)).to_contain_text("Klaar: 3 antwoorden")
    again = page.get_by_role("button", name="Begin opnieuw")
    again.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-summary-result]")).to_be_empty()
    expect(again).to_be_hidden()
    expect(page.locator("[data-summary-files]")).to_be_focused()


def test_files_can_be_dropped(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    moved = page.evaluate_handle(
        "text => { const moved = new DataTransfer(); moved.items.add(new File([text], 'a.json')); return moved; }",
        json.dumps(swot(strengths=["Hechte ploeg"])),
    )
    page.locator("[data-summary-drop]").dispatch_event("drop", {"dataTransfer": moved})
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")


def test_what_is_too_large_changes_nothing_and_gives_the_command(page: Page, base_url: str, tmp_path: Path) -> None:
    open_page(page, base_url)
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")
    texts = {"bytes.json": " " * 30_000_000, "answers.json": json.dumps(swot(strengths=[f"Sterkte nummer {n}" for n in range(5_001)]))}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        add(page, [tmp_path / name])
        expect(status(page)).to_contain_text("learning-network summarise swot antwoorden --out samenvatting")
        expect(part_of(page, "gelezen").locator("tbody tr")).to_have_count(1)
        add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
        expect(status(page)).to_contain_text("Klaar: 1 antwoord,")
        page.get_by_role("button", name="Begin opnieuw").click()
        add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
        expect(status(page)).to_contain_text("Klaar: 1 antwoord,")


def test_a_small_group_is_not_compared_with_another_round(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    sheets = [
        swot("Verzonnen huis", round_, f"mens {n}", strengths=[f"Hechte ploeg, zegt nummer {n}"]) for round_ in ("1", "2") for n in range(4)
    ]
    add(page, [json_file("a.json", sheets)])
    expect(part_of(page, "SWOT")).to_contain_text("minder dan 5 mensen")
    assert part_of(page, "SWOT").locator("caption", has_text="van ronde").count() == 0
    sheets += [swot("Verzonnen huis", round_, "mens 5", strengths=["Hechte ploeg, zegt nummer 5"]) for round_ in ("1", "2")]
    add(page, [json_file("b.json", sheets[-2:])])
    expect(part_of(page, "SWOT").locator("caption", has_text="van ronde")).to_have_count(1)


def test_answers_in_english_follow_the_english_rules_on_the_english_page(page: Page, address: str) -> None:
    page.goto(address + "en/" + PATH)
    add(
        page, [json_file("a.json", {**swot(strengths=["People trust each other"], weaknesses=["Loneliness is growing"]), "language": "en"})]
    )
    expect(status(page)).to_contain_text("Done: 2 answers")
    expect(page.locator(".summary-field h4")).to_contain_text(["Needs of the group"])


def test_when_the_rules_do_not_load_the_page_says_so_and_tries_again_next_time(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    page.route("**/summary-rules-nl.js", lambda route: route.abort())
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
    expect(status(page)).to_contain_text("konden niet geladen worden")
    page.unroute("**/summary-rules-nl.js")
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"]))])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")


def test_five_thousand_answers_leave_the_page_answering(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    texts = [text for text, language, _ in vectors("coding") if language == "nl" and text.strip()]
    sheets = [
        swot(f"Huis {n % 9}", str(n % 2), f"mens {n}", strengths=[f"{texts[(n * 25 + k) % len(texts)]} {n}" for k in range(20)])
        for n in range(240)
    ]
    add(page, [json_file("groot.json", sheets)])
    expect(status(page)).to_contain_text("Klaar: 4", timeout=60_000)
    assert rows_of(part_of(page, "gelezen").locator("table"))[0][1] == "4800"


def test_on_a_phone_nothing_sticks_out(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(page, base_url)
    add(page, sorted((VECTORS / "answers").iterdir()))
    expect(status(page)).to_contain_text("Klaar")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_on_paper_stands_the_summary_without_the_field(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    add(page, [json_file("a.json", swot(strengths=["Hechte ploeg"], weaknesses=["Qwerty"]))])
    expect(status(page)).to_contain_text("Klaar")
    page.emulate_media(media="print")
    for name in ("drop", "tools", "status"):
        expect(page.locator(f"[data-summary-{name}]")).to_be_hidden()
    expect(page.locator(".summary-field h4").first).to_be_visible()


def test_without_scripts_the_page_gives_the_command(page_without_scripts: Page, base_url: str) -> None:
    page_without_scripts.goto(base_url + PATH)
    expect(page_without_scripts.locator("[data-summary-files]")).to_be_hidden()
    expect(page_without_scripts.locator("noscript code")).to_be_visible()


def test_the_script_of_the_page_stays_small() -> None:
    import gzip

    own = "\n".join(path.read_text(encoding="utf-8") for path in (SCRIPTS / "summary").glob("*.js"))
    assert len(gzip.compress(one_scope(own).encode())) < 24_000


def test_axe_finds_nothing_on_the_filled_page(page: Page, base_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, base_url)
    add(page, sorted((VECTORS / "answers").iterdir()))
    expect(status(page)).to_contain_text("Klaar")
    page.evaluate(axe_source())
    page.evaluate(OPEN_EVERYTHING)
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            if faults := violations(page):
                found[f"{scheme} {name}"] = faults
    assert found == {}


def test_the_example_page_works_from_a_file_with_made_up_themes(page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((SCRIPTS / "summary" / "example.html").as_uri())
    add(page, sorted((VECTORS / "answers").iterdir()))
    expect(status(page)).to_contain_text("Klaar")
    expect(part_of(page, "SWOT").locator(".summary-field h4").first).to_have_text("Samenwerking in het team")
    assert faults == []


def test_the_whole_page_is_walked_with_the_keyboard(page: Page, base_url: str) -> None:
    page.on("filechooser", lambda _: None)  # from now on: one that opens before the browser was told to listen is not heard
    open_page(page, base_url)
    tab_to(page, page.locator("[data-summary-files]"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files([json_file("a.json", swot(strengths=["Hechte ploeg", "Qwerty"]))])
    expect(status(page)).to_contain_text("Klaar")
    tab_to(page, page.get_by_role("button", name="Print de samenvatting"))
    press_on(page, page.locator(".summary-field summary").first)
    expect(page.locator(".summary-field .fold li")).to_be_visible()
