"""The summary page reads spreadsheets as the command does: our templates that came back, and the table of the site. What is broken,
locked, hostile or of others is refused with its reason, and the rest is read."""

from __future__ import annotations

import base64
import importlib.util
import io
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import SCHEMES
from playwright.sync_api import Browser, FilePayload, Page, expect
from team_files import protected
from test_accessibility import OPEN_EVERYTHING, axe_source, violations
from test_summary_page import VECTORS, add, all_parts, json_file, open_page, part_of, rows_of, status, swot, vectors
from worksheet_files import write_workbook

from learning_network.content.library import Library
from learning_network.responses.collect import collect
from learning_network.responses.tables import read_tables
from learning_network.templates.worksheet_workbook import worksheet_workbook

BOOKS = sorted((VECTORS / "books").iterdir())
GOOD = json_file("goed.json", swot(strengths=["Hechte ploeg"]))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READ = """async ([name, data]) => {
  const one = await opened(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)), "xlsx");
  const file = readAnswers(name, one.text, known, one.tables);
  return {
    tables: one.tables.map((table) => [table.name, Array.from(table.rows, (row) => Array.from(row || [], (cell) => cell || ""))]),
    account: [file.cells, file.answered, file.empty, file.rejected.reduce((sum, line) => sum + line.cells, 0)],
    items: file.items.map((item) => [item.id, item.response, item.instrument, item.field, item.text, item.organisation, item.team, item.role,
      item.phase, item.round, item.day, item.lang, item.owner, item.due, item.status, item.step, item.name]),
  };
}"""


@pytest.fixture(scope="module")
def parts(browser: Browser) -> Iterator[Page]:
    page = all_parts(browser)
    yield page
    page.close()


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("summary_books", VECTORS / "make_books.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def read(parts: Page, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = parts.evaluate(READ, [path.name, base64.b64encode(path.read_bytes()).decode()])
    return found


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_spreadsheet_gives_the_items_and_the_account_that_the_command_gives(parts: Page, path: Path) -> None:
    _, account, items = next(one for one in vectors("books") if one[0] == path.name)
    found = read(parts, path)
    assert found["account"] == account
    assert found["items"] == items


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_cell_of_every_sheet_becomes_the_text_that_the_package_makes_of_it(parts: Page, path: Path) -> None:
    wanted = [[table.name, filled(table.rows)] for table in read_tables(path, path.read_bytes())]
    assert [[name, filled(rows)] for name, rows in read(parts, path)["tables"]] == wanted


def filled(rows: list[list[str]]) -> dict[tuple[int, int], str]:
    return {(line, column): text for line, cells in enumerate(rows) for column, text in enumerate(cells) if text}


# the page


def xlsx(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": XLSX, "buffer": data}


def drop(page: Page, files: Mapping[str, bytes]) -> None:
    moved = page.evaluate_handle(
        "files => { const moved = new DataTransfer(); for (const [name, data] of files)"
        " moved.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name)); return moved; }",
        [[name, base64.b64encode(data).decode()] for name, data in files.items()],
    )
    page.locator("[data-summary-drop]").dispatch_event("drop", {"dataTransfer": moved})


def account_of(page: Page) -> list[list[str]]:
    return rows_of(part_of(page, "gelezen").locator("table"))


def closes(page: Page) -> bool:
    return all(int(cells) == int(answered) + int(empty) + int(rejected) for _, cells, answered, empty, rejected, _ in account_of(page))


def test_spreadsheets_can_be_dropped_over_http_and_from_a_file_and_the_account_is_that_of_the_command(page: Page, address: str) -> None:
    open_page(page, address)
    drop(page, {path.name: path.read_bytes() for path in reversed(BOOKS)})
    expect(status(page)).to_contain_text("Klaar")
    files = collect([VECTORS / "books"]).files
    wanted = [[file.file, *(str(n) for n in (file.cells, file.answered, file.empty, file.rejected, file.items))] for file in files]
    assert account_of(page) == wanted
    assert closes(page)
    expect(part_of(page, "SWOT").locator(".summary-field").first).to_contain_text("Hechte ploeg; we kennen elkaar al lang")
    expect(part_of(page, "GRROW").locator("table").first).to_contain_text("Tafels vrij laten kiezen")
    expect(part_of(page, "gelezen")).to_contain_text("hetzelfde ingevulde blad is al gelezen")  # saved by LibreOffice too


def test_the_field_offers_spreadsheets_and_reads_the_ones_of_today(page: Page, base_url: str, library: Library) -> None:
    """The template that the site offers now, in both languages, with a date and a team."""
    open_page(page, base_url)
    assert ".xlsx" in (page.locator("[data-summary-files]").get_attribute("accept") or "")
    sheet = library.worksheets["swot-sheet"]
    add(page, [xlsx(f"{lang}.xlsx", write_workbook(worksheet_workbook(library, sheet, lang), {"threats": f"dreiging in {lang} 🙂"}, "Team Noord", date(2026, 3, 31)))
               for lang in ("nl", "en")])  # fmt: skip
    expect(status(page)).to_contain_text("Klaar: 2 antwoorden")
    expect(part_of(page, "SWOT").locator(".summary-total")).to_contain_text("1 team")
    assert closes(page)


def test_answers_in_cells_are_texts_and_never_html(page: Page, base_url: str, maker: ModuleType) -> None:
    open_page(page, base_url)
    live = "&lt;img src=x onerror=&quot;document.title='pwned'&quot;&gt;"
    rows = maker.inline("", "Sterktes", live, "", live) + maker.inline("", live, live) + "<row><c><v>&lt;b&gt;5</v></c></row>"
    add(page, [xlsx("<b>huis</b>.xlsx", maker.packed(maker.swot_by_hand(rows)))])
    expect(status(page)).to_contain_text("Klaar")
    result = page.locator("[data-summary-result]")
    expect(result).to_contain_text("<img src=x")
    assert result.locator("img, b").count() == 0
    assert "pwned" not in page.title()


def test_the_same_spreadsheet_counts_once(page: Page, base_url: str) -> None:
    open_page(page, base_url)
    data = (VECTORS / "books" / "swot-filled.xlsx").read_bytes()
    add(page, [xlsx("a.xlsx", data), xlsx("b.xlsx", data)])
    expect(part_of(page, "gelezen")).to_contain_text("hetzelfde bestand is al gelezen")
    assert [row[-1] for row in account_of(page)] == ["3", "0"]
    assert closes(page)


def directory(data: bytes, at: int, form: str, value: int) -> bytes:
    """A zip file in whose list the place `at` of every entry says something else."""
    made, start = bytearray(data), -1
    while (start := data.find(b"PK\x01\x02", start + 1)) >= 0:
        struct.pack_into(form, made, start + at, value)
    return bytes(made)


def hostile(maker: ModuleType) -> dict[str, tuple[bytes, str]]:
    """Name of a file -> what is in it, and the words with which it is refused."""
    good = maker.swot_by_hand(maker.inline("", "Sterktes", "goed"))
    data, answers = maker.packed(good), "xl/worksheets/sheet2.xml"
    damaged, far_too_much, locked = "beschadigd of geen XLSX", "veel meer in dit bestand", "wachtwoord"

    def other(**changes: str | None) -> bytes:
        """The good one with other parts, by their short names; None takes a part away."""
        names = {"book": "xl/workbook.xml", "links": "xl/_rels/workbook.xml.rels", "answers": answers, "strings": "xl/sharedStrings.xml"}
        parts = {**good, **{names[name]: part for name, part in changes.items()}}
        return bytes(maker.packed({name: part for name, part in parts.items() if part is not None}))

    def cells(rows: str, **more: str) -> bytes:
        return bytes(maker.packed(maker.swot_by_hand(rows, **more)))

    blanks = good[answers].replace("</sheetData>", " " * 25_000_000 + "</sheetData>")
    three = by_hand_of(maker, {f"S{n}": "<row/>" + " " * 15_000_000 for n in range(3)})
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + re.sub(r"^<\?.*\?>", "", good[answers])
    letter = io.BytesIO()
    with zipfile.ZipFile(letter, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    flipped = bytearray(data)
    flipped[data.rfind(b"PK\x03\x04") + 60] ^= 0xFF
    return {
        "no-zip.xlsx": (b"Sterktes;Zwaktes\r\n", damaged),
        "empty.xlsx": (b"", damaged),
        "cut-short.xlsx": (data[: len(data) // 2], damaged),
        "flipped-byte.xlsx": (bytes(flipped), damaged),
        "wrong-checksum.xlsx": (directory(data, 16, "<I", 7), damaged),
        "unknown-packing.xlsx": (directory(data, 10, "<H", 12), damaged),
        "parts-outside-the-file.xlsx": (directory(data, 42, "<I", 0xFFFFFFF0), damaged),
        "list-of-65535-parts.xlsx": (data[:-12] + b"\xff\xff" + data[-10:], damaged),
        "letter.xlsx": (letter.getvalue(), damaged),
        "no-book.xlsx": (other(book=None), damaged),
        "no-links.xlsx": (other(links=None), damaged),
        "no-sheet.xlsx": (other(answers=None), damaged),
        "broken-xml.xlsx": (other(answers=good[answers].replace("</sheetData>", "")), damaged),
        "password.xlsx": (protected(), locked),
        "old.xls": (protected(), "oude .xls"),
        "locked-parts.xlsx": (directory(data, 8, "<H", 1), locked),
        "bomb.xlsx": (other(answers=blanks), far_too_much),
        "bomb-that-lies.xlsx": (directory(other(answers=blanks), 24, "<I", 100), far_too_much),
        "bomb-in-three.xlsx": (three, far_too_much),
        "one-text-everywhere.xlsx": (
            cells('<row><c t="s"><v>0</v></c></row>' * 50, strings=f"<si><t>{'woord ' * 100_000}</t></si>"), far_too_much,
        ),
        "far-away.xlsx": (cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "Antwoorden XFD1048576): er zit veel meer"),
        "row-without-an-end.xlsx": (cells('<row r="99999999999"><c><v>1</v></c></row>'), far_too_much),
        "long-cell.xlsx": (cells(maker.inline("", "Sterktes", "x" * 40_000)), far_too_much),
        "many-sheets.xlsx": (by_hand_of(maker, {f"S{n}": "<row/>" for n in range(600)}), far_too_much),
        "one-long-name.xlsx": (other(answers="<" + "a" * 9_000_000), damaged),
        "one-long-number.xlsx": (cells(f"<row><c><v>{'1' * 9_000_000}x</v></c></row>"), far_too_much),
        "one-long-blank.xlsx": (cells(maker.text("a" + " " * 9_000_000 + "b").join(["<row>", "</row>"])), far_too_much),
        "laughs.xlsx": (other(answers=laughs), "DOCTYPE"),
        "outside.xlsx": (other(book='<!DOCTYPE x SYSTEM "file:///etc/passwd">' + good["xl/workbook.xml"][56:]), "DOCTYPE"),
        "no-such-string.xlsx": (cells('<row r="3"><c r="C3" t="s"><v>9</v></c></row>', strings="<si/>"), "Antwoorden C3): dit vak"),
        "bad-address.xlsx": (cells('<row><c r="3C"><v>9</v></c></row>'), "Antwoorden 3C): dit vak"),
        "unknown-kind.xlsx": (cells('<row><c t="zz"><v>9</v></c></row>'), "dit vak kan niet gelezen worden"),
        "newer.xlsx": (by_hand_of(maker, {"_about": maker.SAYS.replace(">1<", ">99<")}), "andere versie van deze site"),
        "half-marked.xlsx": (by_hand_of(maker, {"_about": maker.inline("format", "learning-network/worksheet")}), "welk werkblad"),
        "form.xlsx": (by_hand_of(maker, {"Form1": maker.inline("ID", "Sterktes") + maker.inline("1", "goed")}), "niet van een werkblad op deze site"),
        "no-sheets.xlsx": (by_hand_of(maker, {}), "niet van een werkblad op deze site"),
    }  # fmt: skip


def by_hand_of(maker: ModuleType, sheets: dict[str, str]) -> bytes:
    return bytes(maker.packed(maker.by_hand(sheets)))


def test_what_is_broken_locked_or_hostile_is_refused_with_its_reason_and_the_rest_is_read(
    page: Page, address: str, maker: ModuleType
) -> None:
    open_page(page, address)
    files = hostile(maker)
    add(page, [*(xlsx(name, data) for name, (data, _) in files.items()), GOOD])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,", timeout=60_000)
    lines = part_of(page, "gelezen").locator("li").all_text_contents()
    for name, (_, reason) in files.items():
        assert [line for line in lines if line.startswith(name) and reason in line], (
            name,
            [line for line in lines if line.startswith(name)],
        )
    assert len(lines) == len(files)
    assert closes(page)
    expect(part_of(page, "SWOT").locator(".summary-field").first).to_contain_text("Hechte ploeg")


def test_a_part_that_we_do_not_ask_for_is_never_unpacked(page: Page, base_url: str, maker: ModuleType) -> None:
    """Pictures may be large; a zip may also have a remark at its end."""
    open_page(page, base_url)
    out = io.BytesIO(maker.packed({**maker.swot_by_hand(maker.inline("", "Sterktes", "goed")), "xl/media/picture.bin": "x" * 30_000_000}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"PK\x05\x06" + b"verzonnen" * 3000
    add(page, [xlsx("a.xlsx", out.getvalue())])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")


def test_a_browser_that_cannot_unpack_says_which_ones_can(page: Page, base_url: str) -> None:
    page.add_init_script("window.DecompressionStream = class { constructor() { throw new TypeError('deflate-raw'); } };")
    open_page(page, base_url)
    add(page, [BOOKS[-1]])
    expect(part_of(page, "gelezen")).to_contain_text("Chrome of Edge 103, Firefox 113 en Safari 16.4")
    page.get_by_role("button", name="Begin opnieuw").click()
    add(page, [VECTORS / "books" / "stored-and-in-capitals.xlsx"])
    expect(status(page)).to_contain_text("Klaar: 1 antwoord,")


def test_five_thousand_answers_in_a_spreadsheet_leave_the_page_answering(page: Page, base_url: str, maker: ModuleType) -> None:
    open_page(page, base_url)
    lines = "".join(
        maker.inline("", "Sterktes", f"Verzonnen antwoord nummer {n} over te weinig tijd", "", f"Team {n % 40}") for n in range(4_900)
    )
    page.evaluate("window.longest = 0; let last = performance.now(); setInterval(() => { const now = performance.now();"
                  " longest = Math.max(longest, now - last); last = now; }, 5)")  # fmt: skip
    add(page, [xlsx("groot.xlsx", maker.packed(maker.swot_by_hand(lines)))])
    expect(status(page)).to_contain_text("Klaar: 4", timeout=60_000)
    assert account_of(page)[0][1] == "4903"
    assert page.evaluate("longest") < 5_000, "also on a machine with much else to do"


def test_axe_finds_nothing_on_a_page_with_spreadsheets_read_and_refused(page: Page, base_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, base_url)
    drop(page, {**{path.name: path.read_bytes() for path in BOOKS}, "stuk.xlsx": b"PK"})
    expect(status(page)).to_contain_text("Klaar")
    page.evaluate(axe_source())
    page.evaluate(OPEN_EVERYTHING)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
