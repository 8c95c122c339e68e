"""The words of the site itself (labels, headings, messages): a YAML file per language beside it, and a folder per language with a
file for each widget on screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same loader, ten times faster where PyYAML was built with libyaml: every command starts with these words."""


class Strings:
    """The interface strings of one language; call it with a dotted key, e.g. strings("count.minutes", n=5)."""

    def __init__(self, language: str, words: dict[str, Any], own_words: Callable[[str], str] = str) -> None:
        self.language = language
        self._words = words
        self._own_words = own_words

    def localised(self, own_words: Callable[[str], str]) -> Strings:
        """The same strings with a network's own words in them."""
        return Strings(self.language, self._words, own_words)

    def __call__(self, key: str, **values: object) -> str:
        """The string at `key`, filled in. A number `n` chooses between its `one` and `other` form.

        Raises KeyError when there is no such string.
        """
        found = self.raw(key)
        if isinstance(found, dict):
            found = found["one" if values.get("n") == 1 else "other"]
        return str(found).format(**values) if values else str(found)

    def raw(self, key: str) -> Any:
        """What stands at `key`, as it is: a text, a list, or a group of strings for a script."""
        found: Any = self._words
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise KeyError(f"there is no interface string '{key}' in {self.language}.yml")
            found = found[part]
        return self._local(found)

    def for_script(self, group: str, *keys: str) -> str:
        """Strings of a group as JSON, for a script that reads them from a data attribute."""
        words = self.raw(group)
        return json.dumps({key: words[key] for key in keys}, ensure_ascii=False)

    def _local(self, found: Any) -> Any:
        if isinstance(found, str):
            return self._own_words(found)
        if isinstance(found, list):
            return [self._local(part) for part in found]
        return {key: self._local(part) for key, part in found.items()} if isinstance(found, dict) else found

    def date(self, day: date) -> str:
        """A date in words, e.g. 22 november 2026."""
        return self("date", day=day.day, month=self.raw("months")[day.month - 1], year=day.year)


@cache
def strings(language: str) -> Strings:
    """The interface strings of a language, read once."""
    return Strings(language, {key: said for path in word_files(language) for key, said in read_words(path).items()})


def word_files(language: str) -> list[Path]:
    """The files with the words of a language; no key stands in two of them."""
    return [FOLDER / f"{language}.yml", *sorted((FOLDER / language).glob("*.yml"))]


def read_words(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) or {}
