"""What the site exports of a worksheet that was filled in on it: JSON, and CSV with one answer a row.

The JSON is described in answers.schema.json. A file holds one response or a list of them::

    {"format": "learning-network/answers", "version": 1, "worksheet": "swot-sheet", "worksheet_version": 1, "language": "nl",
     "name": "", "organisation": "", "team": "", "role": "", "phase": "", "round": "", "date": "2026-03-31",
     "answers": {"strengths": ["one", {"text": "two", "weight": 3}], "goal": "text", "actions": [{"row": "1", "what": "..."}]}}

The CSV has the columns CSV_COLUMNS; `response` numbers the responses of a file, `row` and `column` are of a table question.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from pathlib import Path
from typing import Any

from learning_network.responses.filled_in import Answer, FilledIn
from learning_network.responses.gathering import About, Gathered
from learning_network.responses.items import FileRead
from learning_network.responses.mapping import Mapping
from learning_network.responses.opened import Opened
from learning_network.responses.tables import Unreadable, unprefixed
from learning_network.responses.worksheet_answers import gather_worksheet
from learning_network.words.reasons import Reason

NAME = "site"
FORMAT, VERSION = "learning-network/answers", 1

FACTS = ("name", "organisation", "team", "role", "phase", "round", "date")
SCHEMA = Path(__file__).with_name("answers.schema.json")
"""Describes the JSON; the site offers it beside its open data."""

CSV_COLUMNS = (
    "format", "version", "worksheet", "worksheet_version", "language", "response", *FACTS, "question", "row", "column", "text", "weight",
)  # fmt: skip
_NEEDED = {"format", "version", "worksheet", "response", "question", "text"}


def sniff(opened: Opened, mapping: Mapping | None = None) -> bool:
    if opened.kind == "json":
        said = opened.json
        first = said[0] if isinstance(said, list) and said else said
        return isinstance(first, dict) and first.get("format") == FORMAT
    if opened.kind not in ("spreadsheet", "text"):
        return False
    sheet = opened.sheets[0]
    if len(sheet.head) < 2 or not set(map(str.strip, sheet.head[0])) >= _NEEDED:
        return False
    place = [cell.strip() for cell in sheet.head[0]].index("format")
    return any(place < len(row) and row[place].strip() == FORMAT for row in sheet.head[1:])


def read(opened: Opened, mapping: Mapping | None, given: Lookup[str, str]) -> FileRead:
    """Raises Unreadable for a file of a newer version."""
    gathered = Gathered(opened.name, opened.sha256, NAME)
    if opened.kind == "json":
        said = opened.json if isinstance(opened.json, list) else [opened.json]
        for number, response in enumerate(said, start=1):
            _json_response(gathered, response, number if len(said) > 1 else 0)
    else:
        for filled, about in _csv_responses(opened, gathered):
            gather_worksheet(gathered, filled, about)
    if not gathered.read.cells and not gathered.read.rejected:
        gathered.remark("", Reason("nobody_wrote"))
    return gathered.finish(given)


def _check_version(version: object) -> None:
    if isinstance(version, bool) or str(version).strip() != str(VERSION):
        raise Unreadable(Reason("answers_of_other_version", version=str(version)[:20], format=FORMAT, ours=VERSION))


def _in(response: int, place: str) -> str:
    """A place in a response; its number is told where the file holds more than one."""
    return Reason("in_response", number=response, place=place) if response else place


def _json_response(gathered: Gathered, said: Any, number: int) -> None:
    """number: of the response; 0 when it is the only one of its file."""
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        gathered.reject(0, Reason("response_number", number=number) if number else "", Reason("no_response"), _shown(said))
        return
    _check_version(said.get("version"))
    worksheet, answers = said.get("worksheet"), said.get("answers")
    if not isinstance(worksheet, str) or not worksheet.strip() or not isinstance(answers, dict):
        gathered.reject(0, _in(number, "worksheet"), Reason("worksheet_not_said"), _shown(said))
        return
    facts = {name: _fact(gathered, said.get(name), _in(number, name)) for name in FACTS}
    filled = FilledIn(worksheet.strip(), _text(said.get("worksheet_version")) or "", _text(said.get("language")) or "")
    for question, answer in answers.items():
        filled.items += _answers(gathered, str(question), answer, number)
        if answer in ("", None, []):
            filled.ids.append(str(question))
    gather_worksheet(gathered, filled, _about(facts))


def _about(facts: Lookup[str, str]) -> About:
    said = {"participant": facts["name"], "answered_on": facts["date"]}
    return About(**{name: facts[name] for name in FACTS[1:-1]}, **said)


def _text(value: object) -> str | None:
    """A value that can stand for a text; None for a list, an object and the like."""
    if value is None or isinstance(value, str):
        return value or ""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _fact(gathered: Gathered, value: object, place: str) -> str:
    text = _text(value)
    if text is None:
        gathered.reject(0, place, Reason("must_be_text_left_out"), _shown(value), cells=0)
    return " ".join((text or "").split())


def _answers(gathered: Gathered, question: str, answer: object, number: int) -> Iterator[Answer]:
    """The answers to one question. What is of another type than the format says is rejected, and the rest read."""
    for n, entry in enumerate(answer if isinstance(answer, list) else [answer], start=1):
        text = _text(entry)
        if text is not None:
            if text.strip() or (isinstance(answer, list) and entry is not None):
                yield Answer(question, text)
            continue
        if not isinstance(entry, dict) or entry is answer:
            gathered.reject(0, _in(number, question), Reason("must_be_text_or_list"), _shown(entry))
        elif "text" in entry:
            text, weight = _text(entry["text"]), _text(entry.get("weight"))
            if text is None:
                gathered.reject(0, _in(number, question), Reason("must_be_text"), _shown(entry["text"]))
            else:
                yield Answer(question, text, weight=weight or "")
        else:
            row = _text(entry.get("row")) or str(n)
            for column, value in entry.items():
                text = _text(value)
                if text is None:
                    gathered.reject(0, _in(number, f"{question}.{row}.{column}"), Reason("must_be_text"), _shown(value))
                elif column != "row":
                    yield Answer(f"{question}.{row}.{column}", text)


def _shown(value: object) -> str:
    """What was refused, as far as a person can look at it."""
    try:
        return repr(value)[:2000]
    except RecursionError:
        return ""


def _csv_responses(opened: Opened, gathered: Gathered) -> Iterator[tuple[FilledIn, About]]:
    sheet = opened.sheets[0]
    names = [name.strip() for name in sheet.head[0]]
    found: dict[tuple[str, ...], tuple[FilledIn, About]] = {}
    for first, rows in sheet.chunks():
        for number, cells in enumerate(rows, start=first):
            if number == 1 or not any(map(str.strip, cells)):
                continue
            row = dict.fromkeys(CSV_COLUMNS, "") | dict(zip(names, map(unprefixed, cells), strict=False))
            if row["format"].strip() != FORMAT or not row["worksheet"].strip() or not row["question"].strip():
                gathered.reject(number, "", Reason("row_incomplete"), row["text"])
                continue
            _check_version(row["version"])
            facts = {name: " ".join(row[name].split()) for name in FACTS}
            key = (row["worksheet"].strip(), row["language"], row["response"], *facts.values())
            if key not in found:
                found[key] = FilledIn(key[0], row["worksheet_version"], row["language"].strip()), _about(facts)
            id_ = ".".join(filter(None, [row["question"].strip(), row["row"].strip(), row["column"].strip()]))
            found[key][0].items.append(Answer(id_, row["text"], weight=row["weight"].strip()))
    return iter(found.values())
