"""The summary of answers that is made in the browser: its page, and the rules that its script reads on demand."""

from __future__ import annotations

import json
from typing import Any

from learning_network.responses.worksheet_answers import INSTRUMENTS
from learning_network.summaries.for_browser import browser_rules
from learning_network.words import LANGUAGES

from .bundles import script_of
from .links import Place
from .rendering import block

SCRIPT = script_of("summary")
RULES = "assets/js/summary-rules-{language}.js"
"""What the script loads when the first answer in a language is there: too much for the first load."""

COMMAND = "learning-network summarise swot {folder} --out {out}"


def browser_summary(place: Place) -> str:
    """Where a coordinator drops files and sees the summary; its script is docs/assets/js/summary/."""
    from learning_network.summaries.summarise import MIN_GROUP  # brings numpy along: only where the page is made

    t = place.strings
    rules, sheets = browser_rules(place.language), place.library.worksheets
    words: dict[str, Any] = t.raw("browser_summary.script")
    command = COMMAND.format(folder=t("browser_summary.folder"), out=t("browser_summary.out"))
    data = {
        "language": place.language,
        "least": MIN_GROUP,
        "labels": rules["themes"],
        "rules": {language: place.href(RULES.format(language=language)) for language in LANGUAGES},
        "versions": {id_: sheets[id_].version for id_ in INSTRUMENTS if id_ in sheets},
        **{key: rules[key] for key in ("nothing", "phases", "statuses", "iban")},
        "words": {
            **words,
            "too_large": t("browser_summary.too_large", command=command),
            "fields": t.raw("summary.fields"),
            "statuses": t.raw("summary.status"),
        },
    }
    return block("blocks/browser_summary.html.j2", place, data=_json(data), script=place.href(SCRIPT), command=command)


def rules_scripts() -> dict[str, str]:
    """Path in the site -> a script with the rules of one language."""
    rules = browser_rules(LANGUAGES[0])["rules"]
    return {
        RULES.format(language=language): f"(window.summaryRules = window.summaryRules || {{}}).{language} = {_json(rules[language])};\n"
        for language in LANGUAGES
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
