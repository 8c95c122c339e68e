"""Makes the vectors that the command and the page both hold to: what goes in, and what the package makes of it.

The spreadsheets in books/ come from make_books.py.

Run `python tests/vectors/summary/make.py` after a change of the codebook or of how answers are read, masked or counted. The answers in
answers/ are those of tests/fixtures/networks, as this site exports them. All of it is made up.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from learning_network.responses.collect import collect
from learning_network.responses.days import read_days
from learning_network.responses.items import response_id
from learning_network.responses.protection.masking import mask
from learning_network.responses.readers import read_file
from learning_network.responses.readers.site_answers import CSV_COLUMNS, FACTS, FORMAT
from learning_network.responses.splitting import cleaned, says_nothing, split_answer
from learning_network.responses.tables import unprefixed
from learning_network.summaries.codebook import load_codebook
from learning_network.summaries.coding import Coder
from learning_network.summaries.make import Wishes, make_summary
from learning_network.summaries.summary import FieldSummary, Summary
from learning_network.words import LANGUAGES

HERE = Path(__file__).parent
FIXTURES = HERE.parent.parent / "fixtures"
ANSWERS = HERE / "answers"
BOOKS = HERE / "books"
TODAY = date(2026, 11, 22)
QUOTED = 3

SIGNS = [
    "Privé-foto’s van ΑΣ en ʼs avonds", "“D´Accord”, een ‘goed’ team", "Größe ﬁets", "", "🙂 ｓａｍｅｎ werken", "vertrou\u00adwen in el\u200bkaar",
    "טיים", "<script>alert('team')</script>",
]  # fmt: skip
CELLS = [
    "a\nb", "1. een\n2. twee", "24. kamers\n3. x", "- een\n- twee", "•een •twee", "• een • twee", "n.v.t.", "geen", "- ", "nvt!", "-5% minder",
    "lange lijn van meer dan veertig letters die hier afbreekt\nen zo door gaat", "(a) een\n(b) twee", "één,\ntwee", "'=1+1", "GEEN", "x",
    "a) x\nb) y", "\u200bhallo\u00a0daar", "niets te melden.", "* ster\n+ plus\n> pijl", "1) een\ntwee", "", "   ", "\r\neen\r\n\r\ntwee", "a.", "-",
    "–\nGoed\n– beter", "een\u2028twee", "wij en\nzij", "?!", "Niet van toepassing", "\u0007bel", "kort\nklein", "- lange\nlijn", "1.) een\n2.) twee",
    "tijd • • geld ●  team",
]  # fmt: skip
COLUMNS = [
    ["2026-09-30", "15/10/2026", "eind juni", "3 maart 2027", "maandag 5 april 2027", "March 5, 2027", "1.2.26", "12/31/2026", "5/6/2027"],
    ["2026-03-31 14:05", "2026-03-31T09:00:00Z", "20270101", "31-02-2027", "voor de zomer", "1/1/1889", "2026-03-31 2:05 pm"],
    ["46112", "46112.5", "46112,586805555", "99999", "32873", "3/4/2027", "46112.99999999"], ["3/4/2027", "12/25/2027"], ["3/4/2027"], ["4/4/27", "1/13/2027", "13/1/2027", "5/6/2027"], ["1er mars 2027", "2nd of May 2027"],
]  # fmt: skip
STRICTER = ["Parkeren met gx-123-b kan niet meer in de wijk", "nummerplaat ABC-123 blokkeert de ingang van het dagcentrum"]
"""Plates that only their sentence gives away: the page says that it does not look for these."""


def vectors() -> dict[str, Any]:
    """Name of a file -> what must be in it."""
    return {
        "coding.json": list(coding()),
        "splitting.json": [[cell, items_of(cell)] for cell in CELLS],
        "masking.json": [[text, mask(text)[0]] for text in personal()],
        "days.json": [
            [column, [[read.iso(text), read.stamp(text)] for text in column]] for column in COLUMNS for read in [read_days(column)]
        ],
        "ids.json": [[text, response_id([text])] for text in ("", "abc", "x" * 128, "é" * 300, "0123456789abcdef" * 40)],
        "books.json": [[path.name, *of_book(path)] for path in sorted(BOOKS.iterdir())],
        "summary.json": {name: told(name) for name in ("swot", "grrow")},
    }


def coding() -> Iterator[list[Any]]:
    """Text, language, and its themes with the rule of each."""
    texts = {language: list(SIGNS) for language in LANGUAGES}
    for path in sorted((FIXTURES / "coding").glob("*items.csv")):
        texts["nl"] += [row["text"] for row in _rows(path)]
    for theme in load_codebook().themes:
        for language, rules in theme.rules.items():
            texts[language] += [*rules.hits, *rules.misses]
    for language, some in texts.items():
        for text, codes in zip(some, Coder(load_codebook(), language).codes(some), strict=True):
            yield [text, language, [list(code) for code in codes]]


def items_of(cell: str) -> list[str]:
    text, _ = cleaned(unprefixed(cell))
    return [] if not text or says_nothing(text) else split_answer(text)


def personal() -> list[str]:
    """Texts with and without personal data; not the web addresses and plates about which the page differs on purpose."""
    rows = [row for name in ("planted", "lookalikes") for row in _rows(FIXTURES / "identities" / f"{name}.csv")]
    return [row["text"] for row in rows if row["kind"] != "url" and row["text"] not in STRICTER and "(1 ABC 234)" not in row["text"]]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COLUMNS_OF_ITEMS = (
    "item_id", "response_id", "instrument", "field", "text", "organisation", "team", "role", "phase", "round", "answered_on", "lang",
    "owner_role", "due_on", "status", "first_step", "participant",
)  # fmt: skip


def of_book(path: Path) -> list[Any]:
    """The account of a spreadsheet (cells, answered, empty, rejected), and its items."""
    read = read_file(path, path.read_bytes(), path.name)
    rejected = sum(line.cells for line in read.rejected)
    assert read.cells == read.answered + read.empty + rejected
    items = zip(*(read.items[name] for name in COLUMNS_OF_ITEMS), strict=True)
    return [[read.cells, read.answered, read.empty, rejected], [list(item) for item in items]]


def told(instrument: str) -> dict[str, Any]:
    """What the summary of the answers says, as far as the page shows it."""
    collected = collect([ANSWERS])
    made: Summary = make_summary(collected, Wishes(instrument, "nl", TODAY, b"k" * 32)).summary
    fields = made.swot.fields if made.swot else made.grrow.fields if made.grrow else ()
    return {
        "count": vars(made.count),
        "account": {
            "files": [[file.file, file.cells, file.answered, file.empty, file.rejected, file.items] for file in made.account.files],
            **{name: getattr(made.account, name) for name in ("cells", "answered", "empty", "rejected", "items")},
        },
        "masked": made.masked.kinds,
        "themes": [[theme.theme, vars(theme.count)] for theme in made.themes],
        "fields": [_field(field) for field in fields],
        "rounds": [[one.earlier, one.later, one.organisations, one.kept_out, [vars(theme) for theme in one.themes]] for one in made.rounds],
        "actions": [[one.what, one.owner_role, one.due_on, one.status, one.first_step, one.overdue] for one in made.grrow.actions]
        if made.grrow
        else [],
        "goals": [goal.response_id for goal in made.grrow.goals] if made.grrow else [],
    }


def _field(field: FieldSummary) -> dict[str, Any]:
    themes = [[theme.theme, vars(theme.count), [[said.item_id, said.text] for said in theme.quotations[:QUOTED]]] for theme in field.themes]
    return {"field": field.field, "count": vars(field.count), "uncoded": field.uncoded, "left_empty": field.left_empty, "themes": themes}


def answer_files() -> dict[str, str]:
    """The networks of the fixtures as this site exports them: JSON, and every third file as CSV."""
    files = {}
    for instrument in ("swot", "grrow"):
        network = yaml.safe_load((FIXTURES / "networks" / f"{instrument}-network.yml").read_text(encoding="utf-8"))
        for n, file in enumerate(network["files"]):
            responses = [_response(instrument, file, said) for said in file["responses"]]
            name = f"{instrument}-{Path(file['file']).stem}"
            if n % 3 == 2:
                files[f"{name}.csv"] = _csv(responses)
            else:
                files[f"{name}.json"] = json.dumps(responses if len(responses) > 1 else responses[0], ensure_ascii=False, indent=1) + "\n"
    files["zz-again.json"] = files["swot-ocmw-2025.json"]
    part = json.loads(files["swot-microsoft-forms-2025.json"])[2:4]
    files["zz-part.json"] = json.dumps([*part, *_odd()], ensure_ascii=False, indent=1) + "\n"
    return files


def _odd() -> list[dict[str, Any]]:
    """Responses with faults, in English, of another worksheet, or too slight to say that two are one."""
    about = {"format": FORMAT, "version": 1, "worksheet_version": 1, "language": "en"}
    slight = {**about, "worksheet": "swot-sheet", "answers": {"strengths": ["Team spirit"]}}
    return [
        {**about, "worksheet": "swot-sheet", "organisation": ["no text"], "name": "Anonymous", "round": "Round 2026", "date": "2/11/2026",
         "answers": {"strengths": ["People trust each other", {"text": "We work well together", "weight": 3}, {"text": []}, 7, None],
                     "weaknesses": {"no": "list"}, "opportunities": [], "threats": "- less money\n- staff shortage", "constructor": "an odd name"}},
        {**about, "worksheet": "grrow-sheet", "organisation": "Made-up House", "team": "Team Ten", "date": "2026-11-03",
         "answers": {"goal": "Eat together once a week", "actions": [{"row": "1", "what": "Ask the kitchen", "by-when": "before summer"},
                                                                      {"row": "2", "who": "nurse", "by-when": "2026-12-01"},
                                                                      {"row": "3", "what": "nvt", "status": "busy"}]}},
        {**about, "worksheet": "stafkaart", "organisation": "Made-up House", "answers": {"first": "An answer to another worksheet"}},
        {**about, "worksheet": "", "answers": {}}, slight, slight,
    ]  # fmt: skip


def _response(instrument: str, file: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    questions = ("strengths", "weaknesses", "opportunities", "threats", "goal", "reality", "resources", "options", "will")
    answers = {question: said[question] for question in questions if question in said}
    if said.get("actions"):
        answers["actions"] = [
            {"row": str(n), **{key: str(value) for key, value in action.items() if str(value)}}
            for n, action in enumerate(said["actions"], 1)
        ]
    facts = {"name": said.get("person", ""), **{key: str(said.get(key, file.get(key, "")) or "") for key in FACTS[1:]}}
    return {
        **{"format": FORMAT, "version": 1, "worksheet": f"{instrument}-sheet", "worksheet_version": 1, "language": "nl"},
        **facts,
        "answers": answers,
    }


def _csv(responses: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, delimiter=";", restval="", extrasaction="ignore")
    writer.writeheader()
    for number, response in enumerate(responses, start=1):
        for question, answer in response["answers"].items():
            for entry in answer if isinstance(answer, list) else [answer]:
                cells = entry if isinstance(entry, dict) else {"text": entry}
                for column, value in cells.items():
                    place = {"row": cells["row"], "column": column} if "row" in cells else {}
                    if column != "row":
                        writer.writerow({**response, "response": number, "question": question, "text": value, **place})
    return "\ufeff" + text.getvalue()


def written(made: Any) -> str:
    """JSON that people can compare: a line an entry."""
    if isinstance(made, list):
        return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in made) + "\n]\n"
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    ANSWERS.mkdir(exist_ok=True)
    for name, text in answer_files().items():
        (ANSWERS / name).write_text(text, encoding="utf-8", newline="")
    for name, made in vectors().items():
        (HERE / name).write_text(written(made), encoding="utf-8")
