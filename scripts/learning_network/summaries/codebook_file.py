"""Reads a codebook from YAML, strictly: every fault with its line, what is wrong and what to write, all at once.

A file of a network may say `extends: default` and then only what differs from ours:

- a theme with an id of ours changes what it names: a label, a definition, or a whole list of rules;
- `add` within a language adds to the lists instead: nl: {add: {words: [klaverblad*]}};
- a theme with a new id comes after ours;
- `off: [funding]` switches themes off.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from learning_network.content.findings import Finding, did_you_mean
from learning_network.content.yaml_file import Location, YamlFile, read_yaml
from learning_network.words import LANGUAGES

from .codebook import Codebook, Near, Rules, Theme
from .folding import words_of

TOP, THEME = ("extends", "off", "themes"), ("id", *LANGUAGES)
LISTS = ("words", "near", "not", "hits", "misses")
TEXTS = ("label", "definition")
FURTHEST = 20
"""Words further apart than this have nothing to do with each other."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_STAR = re.compile(r"[-\[,:]\s*\*")


class CodebookFile:
    """One file, read. `codebook` is None when there are `findings`.

    places: (theme, language, hits or misses, text) -> file and line, of every example.
    """

    def __init__(self, path: Path, default: Path) -> None:
        self.codebook: Codebook | None = None
        self.places: dict[tuple[str, str, str, str], tuple[str, int]] = {}
        self._default = default
        self._path = path
        file, self.findings = read_yaml(path, path.parent)
        if file is None:
            self.findings = [self._about_stars(finding) for finding in self.findings]
            return
        self._file: YamlFile = file
        self._themes: dict[str, Theme] = {}
        self._read()

    def _about_stars(self, finding: Finding) -> Finding:
        """YAML takes a star at the begin of a value for something of its own."""
        lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        line = lines[finding.line - 1] if finding.line <= len(lines) else ""
        if finding.rule == "broken-yaml" and _STAR.search(line):
            return replace(finding, fix='put a word that begins with * in double quotes: "*overleg"')
        return finding

    def _fault(self, at: Location, wrong: str, fix: str) -> None:
        self.findings.append(self._file.finding(at, "codebook", wrong, fix))

    def _read(self) -> None:
        data = self._file.data
        if not isinstance(data, dict):
            self._fault((), "this file holds no codebook", "write 'themes:' with a list of themes below it")
            return
        self._known_keys(data, TOP, ())
        if extends := data.get("extends"):
            if extends == "default":
                ours = CodebookFile(self._default, self._default)
                assert ours.codebook is not None, ours.findings
                self._themes = {theme.id: theme for theme in ours.codebook.themes}
                self.places.update(ours.places)
            else:
                self._fault(("extends",), f"there is no codebook '{extends}' to extend", "write extends: default, or leave it out")
        own: dict[str, int] = {}
        for n, theme in enumerate(self._list(data, "themes", ())):
            self._theme(theme, ("themes", n), own)
        off = [id_ for n, id_ in enumerate(self._list(data, "off", ())) if self._is_theme(id_, ("off", n))]
        on = tuple(theme for theme in self._themes.values() if theme.id not in off)
        if not on and not self.findings:
            self._fault((), "no theme is on", "add themes, or write extends: default")
        if not self.findings:
            self.codebook = Codebook(on, tuple(dict.fromkeys(off)))

    def _is_theme(self, id_: object, at: Location) -> bool:
        if isinstance(id_, str) and id_ in self._themes:
            return True
        self._fault(at, f"there is no theme '{id_}' to switch off", did_you_mean(str(id_), self._themes))
        return False

    def _theme(self, data: Any, at: Location, own: dict[str, int]) -> None:
        if not isinstance(data, dict):
            self._fault(at, "this is no theme", "write a theme as '- id: ...' with nl: and en: below it")
            return
        self._known_keys(data, THEME, at)
        id_ = data.get("id")
        if not isinstance(id_, str) or not _ID.match(id_):
            self._fault(
                (*at, "id"), "the theme has no id" if id_ is None else f"'{id_}' is no id", "write small letters, digits and hyphens"
            )
            return
        line = self._file.line((*at, "id"))
        if id_ in own:
            self._fault((*at, "id"), f"the theme '{id_}' stands in line {own[id_]} too", "keep one of the two")
            return
        own[id_] = line
        theme = self._themes.get(id_) or Theme(id_, {})
        for language in LANGUAGES:
            if language in data:
                theme = self._language(theme, language, data[language], (*at, language))
        if not theme.labels:
            self._fault(at, f"the theme '{id_}' has no label", "write nl: {label: ...}")
        self._themes[id_] = theme

    def _language(self, theme: Theme, language: str, data: Any, at: Location) -> Theme:
        if not isinstance(data, dict):
            self._fault(at, f"{language}: this is no block of a theme", "write label:, definition:, words: ... two spaces in")
            return theme
        self._known_keys(data, (*TEXTS, *LISTS, "add"), at)
        for key, said in (("label", theme.labels), ("definition", theme.definitions)):
            if key in data:
                if isinstance(data[key], str) and data[key].strip():
                    said = {**said, language: data[key].strip()}
                else:
                    self._fault((*at, key), f"the {key} is empty or no text", "write a text, in double quotes when it looks like a number")
            theme = replace(theme, labels=said) if key == "label" else replace(theme, definitions=said)
        rules = self._lists(theme.rules.get(language, Rules()), data, at, (theme.id, language), add=False)
        if "add" in data:
            if isinstance(data["add"], dict):
                self._known_keys(data["add"], LISTS, (*at, "add"))
                rules = self._lists(rules, data["add"], (*at, "add"), (theme.id, language), add=True)
            else:
                self._fault((*at, "add"), "add holds no lists", "write add: {words: [...]}")
        return replace(theme, rules={**theme.rules, language: rules})

    def _lists(self, rules: Rules, data: dict[str, Any], at: Location, whose: tuple[str, str], add: bool) -> Rules:
        """The rules with the lists that stand here in the place of theirs, or after them."""
        for key in LISTS:
            if key not in data:
                continue
            read = self._near if key == "near" else self._example if key in ("hits", "misses") else self._words
            values = [value for n, raw in enumerate(self._list(data, key, at)) if (value := read(raw, (*at, key, n))) is not None]
            if key in ("hits", "misses"):
                for n, value in enumerate(values):
                    self.places[(*whose, key, str(value))] = (self._file.name, self._file.line((*at, key, n)))
            name = "without" if key == "not" else key
            rules = replace(rules, **{name: (*(getattr(rules, name) if add else ()), *values)})
        return rules

    def _list(self, data: dict[str, Any], key: str, at: Location) -> list[Any]:
        values = data.get(key, [])
        if isinstance(values, list):
            return values
        self._fault((*at, key), f"{key} is no list", "write [one, two], or lines that start with '- '")
        return []

    def _known_keys(self, data: dict[str, Any], known: tuple[str, ...], at: Location) -> None:
        for key in data:
            if key not in known:
                self._fault((*at, key), f"the key '{key}' is not known", did_you_mean(key, known))

    def _example(self, raw: Any, at: Location) -> str | None:
        if isinstance(raw, str) and raw.strip():
            return raw
        self._fault(at, "this example is empty or no text", "write an item in double quotes")
        return None

    def _words(self, raw: Any, at: Location) -> str | None:
        """A pattern, or several with spaces between them."""
        if not isinstance(raw, str) or not raw.split():
            self._fault(at, f"'{raw}' is no word", "write a word, in double quotes when it is a number")
            return None
        wrong = [found for pattern in raw.split() if (found := problem_with(pattern))]
        for problem, fix in wrong:
            self._fault(at, f"'{raw}': {problem}", fix)
        return None if wrong else " ".join(raw.split())

    def _near(self, raw: Any, at: Location) -> Near | None:
        example = "write {words: [werk*, samen], within: 4}"
        if not isinstance(raw, dict):
            self._fault(at, f"near: '{raw}' is no pair of words", example)
            return None
        self._known_keys(raw, ("words", "within"), at)
        within, pair = raw.get("within"), self._list(raw, "words", at)
        if not isinstance(within, int) or isinstance(within, bool) or not 1 <= within <= FURTHEST:
            self._fault((*at, "within"), f"near: within is '{within}'", f"write a whole number from 1 to {FURTHEST}")
            return None
        if len(pair) != 2 or any(not isinstance(word, str) or len(word.split()) != 1 for word in pair):
            self._fault(at, "near: it takes two words", example)
            return None
        first, second = (self._words(word, (*at, "words", n)) for n, word in enumerate(pair))
        return Near(first, second, within) if first and second else None


def problem_with(pattern: str) -> tuple[str, str] | None:
    """What is wrong with a pattern, and what to write; None when it is good."""
    for glob in pattern.split("|"):
        core = glob.removeprefix("*").removesuffix("*")
        if not core:
            return "a star alone, or nothing, fits every word", "write letters beside it: werk*"
        if "*" in core:
            return "a star stands in the middle", "put it at the begin or the end, or use near"
        if len(words_of(core)) != 1:
            return f"'{core}' is not one word", "write its words with spaces between them, without hyphens or other signs"
        if len(words_of(core)[0]) < 3 and glob.startswith("*") and glob.endswith("*"):
            return "this fits nearly every text", "write at least three letters between two stars"
    return None
