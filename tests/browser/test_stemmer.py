"""Our Dutch stemmer is Snowball's: held against the reference implementation, word by word."""

from __future__ import annotations

import re
from pathlib import Path

import snowballstemmer
from built import built_page
from conftest import html_paths
from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parent.parent.parent / "docs" / "assets" / "js" / "search-families.js"
MADE_UP = [
    "ene",
    "ijs",
    "jij",
    "lijdend",
    "ogen",
    "bewegingen",
    "Yoghurt",
    "beïnvloeden",
    "reële",
    "heden",
    "geheid",
    "wandelende",
    "gemene",
    "boeien",
    "egoïsme",
]


def test_every_dutch_word_of_the_site_gets_the_stem_that_snowball_gives_it(page: Page, site: Path) -> None:
    words = {
        word
        for path in html_paths()
        if not path.startswith("en/")
        for word in re.findall(r"[^\W\d_]+", built_page(site, path).text.lower())
    }
    asked = sorted(words | {word.lower() for word in MADE_UP})
    assert len(asked) > 3000
    page.add_script_tag(path=str(SCRIPT))
    ours = page.evaluate("words => words.map(roadmapFamilies.dutchStem)", asked)
    reference = snowballstemmer.stemmer("dutch_porter")  # "dutch" is another algorithm since Snowball 3
    theirs = [stem.lower() for stem in reference.stemWords(asked)]
    assert [(word, o, t) for word, o, t in zip(asked, ours, theirs, strict=True) if o != t] == []
