"""Codes items: which themes of the codebook an item carries, and by which rule.

The rules, so that another program can follow them to the letter:

1. Fold. A text is brought to Unicode NFKD, its marks (category M), apostrophes and single quotes (' ‘ ’ ‚ ‛ ` ´ ʹ ʼ ′) and
   invisible characters (category Cf: soft hyphen, zero-width space) are dropped, and it is put in lower case.
   So: Privé-foto’s -> prive-fotos. Patterns are folded the same way.
2. Cut. A word is a longest run of letters and digits (categories L and N); everything else parts words, hyphens too:
   prive | fotos. Words are numbered from 0, over commas and full stops.
3. Compare. A pattern without a star is the whole word; `a*` begins, `*a` ends and `*a*` holds it. A star stands for nothing too.
   Patterns with a space between them stand in words directly after each other. `a|b` stands for a rule with a and one with b.
4. `not`. Words that a `not` pattern of the theme covers are not there for the other rules of this theme.
5. near. Two different words, at most `within` places apart (neighbours are 1 apart), in either order.
6. An item gets a theme when one of its rules applies; the first that does, in the order of the codebook (words, then near),
   is named with it.

Quick because a pattern is compared once with each different word of all texts, not with each text.
"""

from __future__ import annotations

from collections.abc import Sequence

from learning_network.responses.columns import values_in
from learning_network.words import LANGUAGES

from .bulk import FEWEST, codes_of_many
from .codebook import Codebook, Rules
from .codes import AllCodes, Codes, all_codes
from .matching import Matcher


class Coder:
    """Codes texts by the rules of a codebook.

    language: whose rules hold for a text that does not say its language, or says one that the codebook has no rules for.
    """

    def __init__(self, codebook: Codebook, language: str) -> None:
        self._compiled: dict[str, Matcher] = {}
        self._codebook = codebook
        self.language = language

    def codes(self, texts: Sequence[str], langs: Sequence[str] | None = None) -> AllCodes:
        """The codes of each text. langs: the language of each text, as in the column lang of the items."""
        if langs is None:
            return self._codes(self._matcher(self.language), texts)
        matchers = {lang: self._matcher(lang if lang in LANGUAGES else self.language) for lang in values_in(langs)}
        if len(set(matchers.values())) == 1:
            return self._codes(next(iter(matchers.values())), texts)
        found: list[Codes] = [()] * len(texts)
        for matcher in dict.fromkeys(matchers[lang] for lang in langs):
            places = [place for place, lang in enumerate(langs) if matchers[lang] is matcher]
            for place, codes in zip(places, self._codes(matcher, [texts[place] for place in places]), strict=True):
                found[place] = codes
        return all_codes(found)

    def _codes(self, matcher: Matcher, texts: Sequence[str]) -> AllCodes:
        made = codes_of_many(matcher, texts) if len(texts) >= FEWEST else None
        return all_codes(matcher.codes(texts)) if made is None else made

    def _matcher(self, language: str) -> Matcher:
        if language not in self._compiled:
            self._compiled[language] = Matcher([(theme.id, theme.rules.get(language, Rules())) for theme in self._codebook.themes])
        return self._compiled[language]
