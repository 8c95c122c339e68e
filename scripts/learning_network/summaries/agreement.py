"""How well rules agree with people: precision, recall, F1 and Cohen's kappa, per theme and over all themes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """How often rules and people gave a theme to the same items. A ratio with nothing to divide by is None."""

    both: int
    """Items to which rules and people gave the theme."""
    only_rules: int
    only_people: int
    neither: int

    @property
    def people(self) -> int:
        """Items to which people gave the theme."""
        return self.both + self.only_people

    @property
    def precision(self) -> float | None:
        """Of what the rules gave, the part that people gave too."""
        return _ratio(self.both, self.both + self.only_rules)

    @property
    def recall(self) -> float | None:
        """Of what people gave, the part that the rules gave too."""
        return _ratio(self.both, self.both + self.only_people)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.both, 2 * self.both + self.only_rules + self.only_people)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond what chance would give (J. Cohen, 1960, Educational and Psychological Measurement 20)."""
        n = self.both + self.only_rules + self.only_people + self.neither
        if not n:
            return None
        rules, people = (self.both + self.only_rules) / n, (self.both + self.only_people) / n
        chance = rules * people + (1 - rules) * (1 - people)
        return _ratio((self.both + self.neither) / n - chance, 1 - chance)


@dataclass(frozen=True)
class Measured:
    """Agreement on a set of items. micro: all pairs of item and theme together; macro: the mean of the themes that have a number."""

    items: int
    themes: dict[str, Agreement]
    micro: Agreement
    exact: int
    """Items to which rules and people gave exactly the same themes."""

    def macro(self, what: str) -> float | None:
        """what: precision, recall, f1 or kappa."""
        values = [value for agreement in self.themes.values() if (value := getattr(agreement, what)) is not None]
        return sum(values) / len(values) if values else None


def measure(themes: Sequence[str], by_rules: Mapping[str, Collection[str]], by_people: Mapping[str, Collection[str]]) -> Measured:
    """Compare codes on the same items. by_rules, by_people: item id -> themes; an item that is missing in one has none there.

    themes: those that count, in order; codes of other themes are left out.
    """
    items = sorted({*by_rules, *by_people})
    counts = {theme: [0, 0, 0, 0] for theme in themes}
    exact = 0
    for item in items:
        rules, people = counts.keys() & by_rules.get(item, ()), counts.keys() & by_people.get(item, ())
        exact += rules == people
        for theme, count in counts.items():
            count[(0 if theme in rules else 2) if theme in people else (1 if theme in rules else 3)] += 1
    each = {theme: Agreement(*count) for theme, count in counts.items()}
    sums = [sum(count[n] for count in counts.values()) for n in range(4)]
    return Measured(len(items), each, Agreement(*sums), exact)


def table(measured: Measured) -> str:
    """The numbers as a Markdown table, as the documentation shows them."""
    lines = ["| theme | items | precision | recall | F1 | kappa |", "|---|---:|---:|---:|---:|---:|"]
    for theme, one in measured.themes.items():
        lines.append(_line(theme, str(one.people), one.precision, one.recall, one.f1, one.kappa))
    whole = measured.micro
    lines.append(_line("all together (micro)", str(whole.people), whole.precision, whole.recall, whole.f1, whole.kappa))
    lines.append(_line("mean of themes (macro)", "", *(measured.macro(what) for what in ("precision", "recall", "f1", "kappa"))))
    return "\n".join(lines)


def _line(name: str, items: str, *numbers: float | None) -> str:
    return f"| {name} | {items} | " + " | ".join("-" if number is None else f"{number:.2f}" for number in numbers) + " |"


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
