"""Glossary tooltips: the first occurrence of each term in running text, nowhere else, and the page stays as it was."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from learning_network.site.terms import Explainer, Tooltip

FACILITATOR = Tooltip("facilitator", ("begeleider", "begeleiders"), 'Wie de "bijeenkomst" leidt.')
LIFE_GOAL = Tooltip("life-goal", ("levensdoel", "levensdoelen"), "Wat telt in een leven.")
GOAL = Tooltip("goal", ("doel",), "Waar je heen wilt.")
explainer = Explainer([FACILITATOR, LIFE_GOAL, GOAL])


def explain(page: str) -> str:
    return explainer.explain(page, "../glossary.html")


def explained(page: str) -> list[str]:
    return re.findall(r'class="term__link"[^>]*>([^<]*)</a>', explain(page))


def test_the_first_occurrence_gets_a_link_to_the_glossary_and_a_tooltip() -> None:
    assert explain("<p>De begeleider kiest.</p>") == (
        '<p>De <span class="term"><a class="term__link" href="../glossary.html#term-facilitator" '
        'aria-describedby="tip-facilitator">begeleider</a><span class="term__tip" role="tooltip" id="tip-facilitator" '
        "data-search-exclude>Wie de &quot;bijeenkomst&quot; leidt.</span></span> kiest.</p>"
    )


def test_only_the_first_occurrence_in_any_form_is_explained() -> None:
    assert explained("<p>Begeleiders en een begeleider.</p><ul><li>begeleider</li></ul>") == ["Begeleiders"]


def test_links_headings_code_labels_and_drawings_stay_as_they_are() -> None:
    page = (
        '<h2>Begeleider</h2><p><a href="x.html">begeleider</a> <code>begeleider</code></p>'
        "<svg><text>begeleider</text></svg><label>begeleider <input> begeleider</label><br>"
    )
    assert explain(page) == page
    assert explained(page + "<p>De begeleider.</p>") == ["begeleider"]


def test_an_element_may_ask_to_be_left_alone_with_all_in_it() -> None:
    page = "<div data-no-terms><div>begeleider</div> begeleider</div><p>begeleider</p>"
    assert explain(page).startswith("<div data-no-terms><div>begeleider</div> begeleider</div>")
    assert explained(page) == ["begeleider"]


def test_a_part_of_a_longer_word_is_another_word() -> None:
    assert explained("<p>zorgdoel, doelen, doel-gesprek</p>") == []
    assert explained("<p>levensdoelen en doel.</p>") == ["levensdoelen", "doel"]


def test_attributes_and_comments_are_never_touched() -> None:
    page = '<p title="begeleider" data-x="a > doel">x</p><!-- begeleider -->'
    assert 'title="begeleider"' in explain(page)
    assert "<!-- begeleider -->" in explain(page)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<a>", "</a>", "<br>", "begeleider ", "doel ", "tekst ", "<svg>", "</svg>", "<!-- x -->"])))
def test_without_the_tooltips_the_page_is_what_it_was(parts: list[str]) -> None:
    page = "".join(parts)
    stripped = re.sub(r'<span class="term__tip".*?</span></span>', "", explain(page))
    stripped = re.sub(r'<span class="term"><a class="term__link"[^>]*>([^<]*)</a>', r"\1", stripped)
    assert stripped == page
