"""The words of the example pages of widgets, made from ours: `python tests/example_words.py` writes them to docs/assets/js/examples/words.js."""

from __future__ import annotations

import json
from pathlib import Path

from learning_network.words.strings import strings

FILE = Path(__file__).resolve().parent.parent / "docs" / "assets" / "js" / "examples" / "words.js"

WORDS = {
    "planner": "planner.script",
    "worksheet": "worksheet_form.script",
    "teamMatrix": "team_matrix",
    "kept": "on_this_device.script",
    "summary": "browser_summary.script",
}
"""Name of the data attribute of a widget (as scripts call it) -> where its words stand."""

FILL = """document.querySelectorAll("[data-example-words]").forEach((root) => {
  const name = root.dataset.exampleWords, data = JSON.parse(root.dataset[name]);
  data.words = Object.assign({}, exampleWords[name], data.words); // an example may have words of its own
  data.device = exampleWords.device;
  root.dataset[name] = JSON.stringify(data);
});
"""


def script() -> str:
    """Gives each example page the words of its widget and of the bar."""
    t = strings("nl")
    words = {"device": t.raw("device"), **{name: t.raw(key) for name, key in WORDS.items()}}
    head = "/* The words of the example pages. Made by tests/example_words.py from words/nl/: change those, and run it. */\n\n"
    return f"{head}const exampleWords = {json.dumps(words, ensure_ascii=False, indent=1)};\n\n{FILL}"


if __name__ == "__main__":
    FILE.write_text(script(), encoding="utf-8", newline="\n")
