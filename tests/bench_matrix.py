"""The tool matrix with 300 tools (make a copy of the project, build it, open its page in Chromium): what a keystroke costs.

Measured in the page, around the handler of a keystroke and the layout that it forces; of each keystroke the best of three
rounds, as other work on the machine only adds. Prints the median and the worst, and
what the first load weighs; exits with 1 when the worst keystroke takes more than 50 ms or the first load more than 100 kB.
"""

from __future__ import annotations

import functools
import gzip
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromium
import yaml
from playwright.sync_api import Page, sync_playwright
from projects import copy_project

from learning_network.content.stamping import stamp
from learning_network.site.build import build_site

TOOLS = 300
ROUNDS = 3
MOST_MS = 50.0
MOST_KB = 100.0
TYPED = ("gesprek", "doel", "ouderen kaart", "zzz", "een")

KEYSTROKES = """async typed => {
    const field = document.querySelector('[data-matrix-form] [name=text]'), table = document.querySelector('[data-matrix] table')
    const took = [], after = []
    for (const words of typed) {
        const steps = [...words].map((_, i) => words.slice(0, i + 1))
        for (const value of [...steps, ...steps.reverse().slice(1), '']) {
            let start = performance.now()
            field.value = value
            field.dispatchEvent(new Event('input', {bubbles: true}))
            table.offsetHeight
            took.push(performance.now() - start)
            for (let i = 0; i < 4; i++) { // what the keystroke left for later: rows out of sight
                start = performance.now()
                await new Promise(done => setTimeout(done))
                table.offsetHeight
                after.push(performance.now() - start)
            }
        }
    }
    return [took, after]
}"""
CHOICES = """() => [...document.querySelectorAll('[data-matrix-form] select')].flatMap(field => [...field.options].map(option => {
    const start = performance.now()
    field.value = option.value
    field.dispatchEvent(new Event('input', {bubbles: true}))
    document.querySelector('[data-matrix] table').offsetHeight
    return performance.now() - start
}))"""


def project(folder: Path, many: int = TOOLS) -> Path:
    """A copy of the project with so many tools; the made-up ones have the texts of real ones with their words shuffled."""
    copy_project(folder)
    tools = folder / "tools_matrix" / "tools"
    records = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(tools.glob("*.yml"))]
    dice = random.Random(1)
    for i in range(many - len(records)):
        record = shuffled(dice.choice(records), dice)
        record["id"] = f"bench-{i}"
        for language in ("nl", "en"):
            record[language]["name"] = f"{record[language]['name']} {i}"
        values = [dice.choice(records)["values"] for _ in range(12)]
        record["values"] = {id_: dice.choice(values).get(id_, value) for id_, value in record["values"].items()}
        path = tools / f"bench-{i}.yml"
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
        stamp(path, folder)
    return folder


def shuffled(part: Any, dice: random.Random, under: str = "") -> Any:
    """The same record with the words of its texts in another order: as long, as hard to pack, no two alike."""
    if isinstance(part, dict):
        texts = under in ("nl", "en") or under in ("notes", "remarks")
        return {
            key: shuffled(value, dice, key if key in ("nl", "en", "notes", "remarks") else under if texts else "")
            for key, value in part.items()
        }
    if isinstance(part, str) and under:
        words = part.replace("*", "").split()
        dice.shuffle(words)
        return " ".join(words)
    return part


def first_load(page: Page, address: str) -> tuple[float, float]:
    """Kilobytes of the first load as gzip sends them: without fonts, and the fonts."""
    answers: list[Any] = []
    page.on("response", lambda response: answers.append(response))
    page.goto(address, wait_until="load")
    rest = fonts = 0
    for answer in answers:
        font = urlsplit(answer.url).path.endswith(".woff2")
        size = len(answer.body()) if font else len(gzip.compress(answer.body(), 6))
        fonts, rest = (fonts + size, rest) if font else (fonts, rest + size)
    return rest / 1000, fonts / 1000


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Address of the site over http, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def best(rounds: list[list[float]]) -> list[float]:
    """Per keystroke the least that it took."""
    return [min(times) for times in zip(*rounds, strict=True)]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_site(project(Path(folder) / "project"), sheets=False)
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        with served(site) as address:
            light, fonts = first_load(page, address + "tools/index.html")
            page.locator("[data-matrix-form] [name=text]").focus()  # loads the texts to search in
            page.wait_for_function("window.toolTexts")
            rounds = [page.evaluate(KEYSTROKES, list(TYPED)) for _ in range(ROUNDS)]
            took, after = (best([one[i] for one in rounds]) for i in (0, 1))
            chosen = best([page.evaluate(CHOICES) for _ in range(ROUNDS)])
        browser.close()
    print(
        f"{TOOLS} tools, {len(took)} keystrokes: median {statistics.median(took):.1f} ms, worst {max(took):.1f} ms (at most {MOST_MS:.0f})"
    )
    print(f"rows out of sight come after it: worst {max(after):.1f} ms in one go")
    print(f"{len(chosen)} choices in a filter or an order: median {statistics.median(chosen):.1f} ms, worst {max(chosen):.1f} ms")
    print(f"first load: {light:.1f} kB gzip (at most {MOST_KB:.0f}), and fonts {fonts:.1f} kB")
    return int(max(took) > MOST_MS or light > MOST_KB)


if __name__ == "__main__":
    sys.exit(main())
