"""Keeps the English texts in step with the Dutch ones.

Every English block carries `translates`: a mark computed from the Dutch texts beside it. When the Dutch changes,
the mark no longer fits and the check says so, with the mark to write once the English has been read again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from .findings import Finding
from .yaml_file import Location, YamlFile

_MAY_DIFFER = {"forms"}
"""Lists that need not be equally long in both languages: inflection differs."""


def mark_of(dutch: Any) -> str:
    """The mark of Dutch texts: 'nl-' and eight hexadecimal digits of their SHA-256."""
    text = json.dumps(dutch, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "nl-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def pairs(data: Any, at: Location = ()) -> Iterator[tuple[Location, dict[str, Any], dict[str, Any]]]:
    """All blocks that hold both languages: where, the Dutch texts, the English texts."""
    if isinstance(data, list):
        for i, part in enumerate(data):
            yield from pairs(part, (*at, i))
    elif isinstance(data, dict):
        if isinstance(data.get("nl"), dict) and isinstance(data.get("en"), dict):
            yield at, data["nl"], data["en"]
        else:
            for key, part in data.items():
                yield from pairs(part, (*at, key))


def check_translations(file: YamlFile) -> list[Finding]:
    """Missing, extra and stale English texts of a record file."""
    findings = []
    for at, dutch, english in pairs(file.data):
        mark = mark_of(dutch)
        said = english.get("translates")
        if said != mark:
            wrong = "the English texts lack 'translates'" if said is None else f"the Dutch texts changed after the English ({said})"
            fix = f"read the English again and write translates: {mark}"
            findings.append(file.finding((*at, "en", "translates"), "stale-translation", wrong, fix))
        findings += _differences(file, (*at, "en"), dutch, {k: v for k, v in english.items() if k != "translates"})
    return findings


def _differences(file: YamlFile, at: Location, dutch: Any, english: Any) -> list[Finding]:
    if isinstance(dutch, dict) and isinstance(english, dict):
        found = [
            file.finding(
                at, "missing-translation", f"'{'.'.join(map(str, (*at[1:], key)))}' is there in Dutch, not in English", f"translate '{key}'"
            )
            for key in dutch
            if key not in english
        ]
        found += [
            file.finding((*at, key), "missing-translation", f"'{key}' is there in English, not in Dutch", f"write '{key}' in Dutch too")
            for key in english
            if key not in dutch
        ]
        for key in dutch.keys() & english.keys() - _MAY_DIFFER:
            found += _differences(file, (*at, key), dutch[key], english[key])
        return found
    if isinstance(dutch, list) and isinstance(english, list) and len(dutch) != len(english):
        wrong = f"'{at[-1]}' has {len(english)} texts in English and {len(dutch)} in Dutch"
        return [file.finding(at, "missing-translation", wrong, "give both languages the same texts")]
    return []


def page_mark(title: str, description: str, body: str) -> str:
    """The mark of a Dutch prose page."""
    return mark_of([title, description, "\n".join(line.rstrip() for line in body.strip().splitlines())])
