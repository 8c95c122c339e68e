"""Makes the content a network's own: leaves out what it does not show and writes its own words for terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from .library import Library
from .models import LANGUAGES
from .prose import Page

M = TypeVar("M", bound=BaseModel)


def without_hidden(library: Library) -> Library:
    """Leave out what network.yml leaves out, with every reference to it; write the network's own words."""
    out = library.network.leave_out
    phases = {id_: phase for id_, phase in library.phases.items() if id_ not in out.phases}

    def shown_in(record: Any, hidden: list[str]) -> bool:
        return record.id not in hidden and any(phase in phases for phase in record.phases)

    exercises = {id_: e for id_, e in library.exercises.items() if shown_in(e, out.exercises)}
    worksheets = {id_: w for id_, w in library.worksheets.items() if shown_in(w, out.worksheets)}
    card_sets = {id_: c for id_, c in library.card_sets.items() if shown_in(c, out.card_sets)}
    tools = {id_: t for id_, t in library.tools.items() if id_ not in out.tools}
    kept: dict[str, dict[str, Any]] = {
        "phases": phases,
        "exercises": exercises,
        "worksheets": worksheets,
        "card_sets": card_sets,
        "tools": tools,
        "related": exercises,
    }
    before: dict[str, dict[str, Any]] = {
        "phase": library.phases,
        "exercise": library.exercises,
        "worksheet": library.worksheets,
        "cards": library.card_sets,
        "tool": library.tools,
    }
    after: dict[str, dict[str, Any]] = {
        "phase": phases,
        "exercise": exercises,
        "worksheet": worksheets,
        "cards": card_sets,
        "tool": tools,
    }
    titles = {
        (kind, id_): {language: _title(getattr(record, language)) for language in LANGUAGES}
        for kind in before
        for id_, record in before[kind].items()
        if id_ not in after[kind]
    }

    def trim(record: M) -> M:
        changes = {
            key: [id_ for id_ in getattr(record, key) if id_ in kept[key]]
            for key in kept
            if key in type(record).model_fields and any(id_ not in kept[key] for id_ in getattr(record, key))
        }
        return record.model_copy(update=changes) if changes else record

    trimmed = replace(
        library,
        phases=phases,
        exercises={id_: trim(e) for id_, e in exercises.items()},
        worksheets={id_: trim(w) for id_, w in worksheets.items()},
        card_sets={id_: trim(c) for id_, c in card_sets.items()},
        obstacles={id_: trim(o) for id_, o in library.obstacles.items()},
        plans={id_: plan for id_, plan in library.plans.items() if all(exercise in exercises for exercise in plan.exercises)},
        tools=tools,
        hidden_titles=titles,
    )
    return _in_own_words(trimmed)


def _title(text: Any) -> str:
    """What a record is called: exercises, worksheets and card sets have a title, tools and phases a name."""
    return str(getattr(text, "title", None) or text.name)


def own_words(library: Library, language: str) -> Callable[[str], str]:
    """A function that writes the network's own words for glossary terms into a text of this language.

    The forms of network.yml stand in the order of the glossary: the term first, then its forms. Capitals are kept.
    """
    words: dict[str, str] = {}
    for id_, local in library.network.terms.items():
        text = getattr(library.terms[id_], language)
        words |= {old.lower(): new for old, new in zip([text.term, *text.forms], getattr(local, language), strict=False)}
    if not words:
        return lambda text: text
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b", re.IGNORECASE)

    def write(match: re.Match[str]) -> str:
        new = words[match[0].lower()]
        return new[:1].upper() + new[1:] if match[0][:1].isupper() else new

    return lambda text: pattern.sub(write, text)


def _in_own_words(library: Library) -> Library:
    if not library.network.terms:
        return library
    writers = {language: own_words(library, language) for language in LANGUAGES}

    def rewrite(record: M) -> M:
        texts = {language: _map_texts(getattr(record, language), writer) for language, writer in writers.items()}
        return record.model_copy(update=texts)

    names = ("phases", "exercises", "worksheets", "card_sets", "tools", "criteria", "guide", "obstacles", "plans", "terms")
    changed: dict[str, Any] = {name: {id_: rewrite(r) for id_, r in getattr(library, name).items()} for name in names}
    changed["vocabularies"] = {name: {id_: rewrite(e) for id_, e in entries.items()} for name, entries in library.vocabularies.items()}
    changed["pages"] = tuple(_page_in_own_words(page, writers[page.language]) for page in library.pages)
    return replace(library, own_words=writers, **changed)


def _page_in_own_words(page: Page, writer: Callable[[str], str]) -> Page:
    meta = {**page.meta, **{key: writer(page.meta[key]) for key in ("title", "description")}}
    return replace(page, meta=meta, body=outside_links(page.body, writer))


def _map_texts(data: Any, writer: Callable[[str], str]) -> Any:
    """The same data with the writer's words in every text; ids and marks (`translates`) stay."""
    if isinstance(data, str):
        return writer(data)
    if isinstance(data, list):
        return [_map_texts(part, writer) for part in data]
    if isinstance(data, dict):
        return {key: part if key == "translates" else _map_texts(part, writer) for key, part in data.items()}
    if isinstance(data, BaseModel):
        # Not validated again: a local word may make a text longer than its author may write it.
        return data.model_copy(update={name: _map_texts(getattr(data, name), writer) for name in data.model_fields_set - {"translates"}})
    return data


_KEEP = re.compile(r"(\{\{.*?\}\}|\]\([^)]*\)|\{[#.][^}]*\}|<[^>]+>|`[^`]*`|https?://\S+)")


def outside_links(body: str, writer: Callable[[str], str]) -> str:
    """Write own words in Markdown, but not in macros, addresses, anchors, tags and code."""
    return "".join(part if i % 2 else writer(part) for i, part in enumerate(_KEEP.split(body)))
