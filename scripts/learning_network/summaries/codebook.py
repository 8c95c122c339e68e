"""The codebook: what each theme is called, what it is about, and the rules by which an item gets it.

A rule is written for one language and stands in `words` or `near`; how words are cut, compared and counted is told in coding.py.

- `words`: a word with a star for 'anything or nothing' at its begin or end (samenwerk*, *overleg, *vertrouw*), or several
  words that stand directly after each other (eigen regie). `a|b` is one of these.
- `near`: two words at most `within` places from each other, in either order: {words: [werk*, samen], within: 4}.
- `not`: words, or words after each other, that the rules of this theme do not see (geneesmiddel*, het verloop van).
- `hits` and `misses`: items that must get the theme and items that must not; `learning-network codebook check` tries them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from learning_network.content.findings import Finding, report
from learning_network.faults import Faults
from learning_network.words import LANGUAGES

DEFAULT = Path(__file__).with_name("codebook.yml")


class CodebookError(Faults):
    """A codebook with faults; `findings` holds them all."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(report(findings))
        self.findings = findings


@dataclass(frozen=True)
class Near:
    """Two words at most `within` places from each other, in either order."""

    first: str
    second: str
    within: int

    def __str__(self) -> str:
        return f"{self.first} near {self.second} ({self.within})"


@dataclass(frozen=True)
class Rules:
    """What makes an item carry a theme, in one language, and examples that hold the rules to their word."""

    words: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    without: tuple[str, ...] = ()
    """What stands under `not`."""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """language -> label, definition, rules. A theme has a label in at least one language."""

    id: str
    labels: dict[str, str]
    definitions: dict[str, str] = field(default_factory=dict)
    rules: dict[str, Rules] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """The label in this language, else in the one that is there."""
        return self.labels.get(language) or next(iter(self.labels.values()))

    def definition(self, language: str) -> str:
        """The definition in this language, else in the one that is there; may be empty."""
        return self.definitions.get(language) or next(iter(self.definitions.values()), "")


@dataclass(frozen=True)
class Codebook:
    """The themes that are on, in order, and the ids of those that are switched off."""

    themes: tuple[Theme, ...]
    off: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(theme.id for theme in self.themes)

    def in_words(self, theme: str) -> str | dict[str, str]:
        """What people call a theme in each language; its id where it is not on."""
        return next(({language: one.label(language) for language in LANGUAGES} for one in self.themes if one.id == theme), theme)

    def described(self, language: str) -> tuple[dict[str, str], ...]:
        """id, label and definition of every theme that is on, as a summary holds them."""
        return tuple({"id": theme.id, "label": theme.label(language), "definition": theme.definition(language)} for theme in self.themes)


def load_codebook(path: Path | None = None) -> Codebook:
    """Our codebook, or the one in a file, which may extend ours. Raises CodebookError with all faults; OSError where there is no file."""
    return _default() if path is None else _read(path)[0]


def failing_examples(path: Path | None = None) -> list[Finding]:
    """The examples that the rules do not hold to, each with its line. Raises as load_codebook does."""
    from .coding import Coder

    codebook, lines = _read(path or DEFAULT)
    coders = {language: Coder(codebook, language) for language in LANGUAGES}
    found = []
    for theme, language, text, must_hit, at in _examples(codebook):
        rule = dict(coders[language].codes([text])[0]).get(theme.id)
        if must_hit and rule is None:
            wrong, fix = f"'{text}' must get the theme {theme.id}, and no rule hits it", "add a rule, or take the example out"
        elif not must_hit and rule is not None:
            wrong, fix = f"'{text}' must not get the theme {theme.id}, and the rule '{rule}' hits it", "narrow the rule, or add to 'not'"
        else:
            continue
        file, line = lines.get(at, (DEFAULT.name, 1))
        found.append(Finding(file, line, "example", wrong, fix))
    return found


def count_examples(codebook: Codebook) -> int:
    return sum(1 for _ in _examples(codebook))


Place = tuple[str, str, str, str]
"""Where an example stands: theme, language, hits or misses, the text."""


def _examples(codebook: Codebook) -> Iterator[tuple[Theme, str, str, bool, Place]]:
    for theme in codebook.themes:
        for language, rules in theme.rules.items():
            for key, texts in (("hits", rules.hits), ("misses", rules.misses)):
                for text in texts:
                    yield theme, language, text, key == "hits", (theme.id, language, key, text)


@lru_cache(maxsize=1)
def _default() -> Codebook:
    return _read(DEFAULT)[0]


def _read(path: Path) -> tuple[Codebook, dict[Place, tuple[str, int]]]:
    from .codebook_file import CodebookFile  # reads YAML: only where a codebook is read

    file = CodebookFile(path, default=DEFAULT)
    if file.findings or file.codebook is None:
        raise CodebookError(file.findings)
    return file.codebook, file.places
