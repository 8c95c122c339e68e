"""Names of people, by a list that somebody who knows them gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from learning_network.faults import Fault
from learning_network.words.reasons import Reason

from .marks import MARK, MARKS, Doubt
from .places import names_a_place

_SMALL = frozenset(
    ("van", "de", "den", "der", "het", "'t", "ter", "ten", "te", "von", "di", "da", "el", "al", "ben", "la", "le", "du", "des")
)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache
def words_too() -> frozenset[str]:
    """Names that are words as well, in small letters. One with a capital is masked, and a person looks whether it was a name."""
    import yaml

    return frozenset(yaml.safe_load(Path(__file__).with_name("names_and_words.yml").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class _Name:
    pattern: re.Pattern[str]
    common: bool


@dataclass
class Names:
    """A list of names, ready to be looked for."""

    names: list[_Name] = field(default_factory=list)
    of_word: dict[str, list[int]] = field(default_factory=dict)
    """A word as it may stand in a text -> the names that it can be part of."""
    parts: frozenset[str] = frozenset()
    """Words of names of several words, which may stand alone."""

    def may_stand_in(self, text: str) -> bool:
        """A cheap look: whether any word of any name stands in a text."""
        return not self.of_word.keys().isdisjoint(_WORD.findall(text))

    def mask(self, text: str) -> tuple[str, int, list[Doubt]]:
        """The text with a mark for each name, how many there were, and why a person should look."""
        words = _WORD.findall(text)
        wanted = sorted({n for word in words for n in self.of_word.get(word, ())})
        doubts: list[Doubt] = []
        count = 0
        for n in wanted:
            name = self.names[n]
            parts, last = [], 0
            for match in name.pattern.finditer(text):
                if MARK.fullmatch(match[0]):
                    continue
                if names_a_place(text, match.start(), match.end()):
                    _add(doubts, Reason("name_in_other_name"))
                    continue
                if name.common:
                    _add(doubts, Reason("name_also_word"))
                parts += [text[last : match.start()], MARKS["name"]]
                last = match.end()
                count += 1
            text = "".join([*parts, text[last:]])
        if not self.parts.isdisjoint(_WORD.findall(MARK.sub(" ", text))):
            _add(doubts, Reason("part_of_name"))
        return text, count, doubts


def _add(doubts: list[Doubt], reason: Reason) -> None:
    if (doubt := Doubt("name", reason)) not in doubts:
        doubts.append(doubt)


def load_names(path: Path) -> Names:
    """The names of a text file: a name or an alias a line; what follows # is for people. Raises Fault with the line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Fault(f"{path}: the list of names cannot be read ({error.strerror})") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    found = []
    for n, line in enumerate(text.splitlines(), start=1):
        name = " ".join(line.partition("#")[0].split())
        if not name:
            continue
        if sum(sign.isalpha() for sign in name) < 2:
            raise Fault(f"{path}:{n}: '{name}' is too short to look for: write the whole name")
        found.append(name)
    if not found:
        raise Fault(f"{path}: there is no name in this file: write one name a line")
    return names_of(found)


def names_of(given: list[str]) -> Names:
    """The names, longest first, so that 'Jan Peeters' is found before 'Jan'."""
    made = Names()
    parts: set[str] = set()
    for name in sorted(dict.fromkeys(given), key=lambda name: (-len(name), name)):
        words = name.split()
        common = len(words) == 1 and name.casefold() in words_too()
        if common:
            name = name[:1].upper() + name[1:]
            words = [name]
        made.names.append(_Name(_pattern(words), common))
        for word in {word for part in words for word in _WORD.findall(part)}:
            for form in {word, word.upper(), word + "s", word.upper() + "S"}:
                made.of_word.setdefault(form, []).append(len(made.names) - 1)
        if len(words) > 1:
            parts |= {word for word in words if word[:1].isupper() and len(word) > 1 and word.casefold() not in _SMALL | words_too()}
    made.parts = frozenset(parts) - {name for name in given if " " not in name}
    return made


def _pattern(words: list[str]) -> re.Pattern[str]:
    """A name as given or in capitals, with a possessive s; of several words also the other way round and with an initial."""
    spelt = [words]
    if len(words) > 1:
        first, rest = words[0], words[1:]
        spelt += [[*rest, first], [*rest[:-1], rest[-1] + ",", first]]
        initial = first[0]
        spelt += [[initial + ".", *rest], [initial, *rest], [*rest, initial + "."], [first, rest[-1][0] + "."], [first, rest[0][0] + "."]]
    forms = {
        r"[\s.]{0,2}".join(re.escape(word).replace(r"\ ", " ") for word in form) if form[0].endswith(".") else _spaced(form)
        for form in _cased(spelt)
    }
    whole = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w@])(?:{whole})(?:['’]s\b|(?<=[sxzSXZ])['’]|s\b|S\b)?(?![\w@])")


def _spaced(form: list[str]) -> str:
    return r"\s{1,3}".join(re.escape(word) for word in form)


def _cased(forms: list[list[str]]) -> list[list[str]]:
    return [case for form in forms for case in (form, [word.upper() for word in form])]
