"""Checks that need more than one record: ids, references, texts that belong to parts, pages, tailoring."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .findings import Finding, did_you_mean
from .logo import logo_faults
from .matrix import check_matrix
from .models import LANGUAGES, Term
from .models.network import Colours, LocalForms
from .parts import check_parts
from .plans import check_plans
from .prose import OF_PHASE, Page
from .records import Entries, Placed, Records
from .safety import check_safety
from .yaml_file import Location

PAPER = {"light": "#fbf8f2", "dark": "#171d1f"}
"""Grounds that a phase colour must be read on (docs/assets/css/tokens.css)."""


def check_references(records: Records, pages: list[Page], root: Path) -> list[Finding]:
    """All faults between records, pages and network.yml."""
    return [
        *_ids(records),
        *check_parts(records),
        *check_matrix(records),
        *check_plans(records),
        *_record_references(records),
        *_page_references(records, pages),
        *_topic_pages(records, root),
        *check_safety(records, pages),
        *_network(records, root),
    ]


def _ids(records: Records) -> Iterable[Finding]:
    exercises_folder: Entries[Any] = Entries([*records.exercises.placed, *records.worksheets.placed, *records.card_sets.placed])
    groups: list[Entries] = [
        records.phases,
        exercises_folder,
        records.tools,
        records.criteria,
        records.guide,
        records.obstacles,
        records.plans,
        records.terms,
        records.sources,
    ]
    for entries in [*groups, *records.vocabularies.values()]:
        first: dict[str, Placed] = {}
        for placed in entries.placed:
            id_ = placed.record.id
            if id_ in first:
                wrong = f"the id '{id_}' is used in {first[id_].file.name} too"
                yield placed.finding(("id",), "id-twice", wrong, "give one of the two another id")
            first.setdefault(id_, placed)
            stem = Path(placed.file.name).stem
            if placed.at == () and id_ != stem:
                fix = f"write id: {stem}, or rename the file to {id_}.yml"
                yield placed.finding(("id",), "id-is-file-name", f"the id '{id_}' differs from the file name", fix)


def _record_references(records: Records) -> Iterable[Finding]:
    vocabulary = {name: (entries, f"exercises/vocabulary/{name}.yml") for name, entries in records.vocabularies.items()}
    sources: tuple[Entries, str] = (records.sources, "docs/bibliography.yml")
    known: dict[str, tuple[Entries, str]] = {
        "phases": (records.phases, "exercises/vocabulary/phases.yml"),
        "exercises": (records.exercises, "exercises/"),
        "worksheets": (records.worksheets, "exercises/"),
        "card_sets": (records.card_sets, "exercises/"),
        "practice": vocabulary["practice"],
        "tools": (records.tools, "tools_matrix/tools/"),
        "related": (records.exercises, "exercises/"),
        "sources": sources,
        "audience": vocabulary["audiences"],
    }
    kinds: list[Entries] = [
        records.exercises,
        records.worksheets,
        records.card_sets,
        records.tools,
        records.obstacles,
        records.plans,
        records.phases,
        records.terms,
    ]
    for placed in (placed for entries in kinds for placed in entries.placed):
        for key, home in known.items():
            for i, id_ in enumerate(getattr(placed.record, key, [])):
                yield from _unknown(placed, (key, i), id_, *home)
    for placed in records.exercises.placed:
        yield from _unknown(placed, ("kind",), placed.record.kind, *vocabulary["kinds"])
        for i, material in enumerate(placed.record.materials):
            yield from _unknown(placed, ("materials", i, "id"), material.id, *vocabulary["materials"])
    for placed in records.worksheets.placed:
        yield from _unknown(placed, ("kind",), placed.record.kind, *vocabulary["worksheet-kinds"])
    for placed in records.tools.placed:
        for key in ("strengths", "pitfalls"):
            for i, remark in enumerate(getattr(placed.record, key)):
                for j, id_ in enumerate(remark.sources):
                    yield from _unknown(placed, (key, i, "sources", j), id_, *sources)


def _unknown(placed: Placed, where: Location, id_: str, entries: Entries, home: str) -> Iterable[Finding]:
    if not entries.knows(id_):
        yield placed.finding(where, "unknown-id", f"'{id_}' is not in {home}", did_you_mean(id_, entries.ids()))


def _page_references(records: Records, pages: list[Page]) -> Iterable[Finding]:
    known: dict[str, Entries] = {
        "exercise": records.exercises,
        "worksheet": records.worksheets,
        "cards": records.card_sets,
        "practice": records.vocabularies["practice"],
        "practice_cards": records.vocabularies["practice"],
        "tool": records.tools,
        "source": records.sources,
        **dict.fromkeys(("phase", *OF_PHASE), records.phases),
    }
    for page in pages:
        for kind, id_, line in page.calls():
            if id_ and kind in known and not known[kind].knows(id_):
                yield Finding(page.name, line, "unknown-id", f"{kind}: '{id_}' is not known", did_you_mean(id_, known[kind].ids()))
        phase = page.meta.get("phase")
        if phase is not None and not records.phases.knows(str(phase)):
            yield Finding(page.name, 1, "unknown-id", f"there is no phase '{phase}'", did_you_mean(str(phase), records.phases.ids()))


def _topic_pages(records: Records, root: Path) -> Iterable[Finding]:
    """Every topic of the practice part has its page, which records and cards link to."""
    for placed in records.vocabularies["practice"].placed:
        path = f"practice/{placed.record.id}.md"
        if not any((root / "docs" / language / path).is_file() for language in LANGUAGES):
            yield placed.finding(("id",), "missing-page", f"the topic '{placed.record.id}' has no page", f"write docs/nl/{path}")


def _network(records: Records, root: Path) -> Iterable[Finding]:
    if records.network is None:
        return
    network, file = records.network
    placed = Placed(network, file, ())
    if network.logo is not None:
        rule = "bad-picture" if (root / network.logo).is_file() else "missing-picture"
        yield from (placed.finding(("logo",), rule, wrong, fix) for wrong, fix in logo_faults(root, network.logo))
    for id_, colours in network.colours.items():
        yield from _unknown(placed, ("colours", id_), id_, records.phases, "exercises/vocabulary/phases.yml")
        yield from _contrast(id_, colours, placed)
    for key in ("phases", "exercises", "worksheets", "card_sets", "tools"):
        for i, id_ in enumerate(getattr(network.leave_out, key)):
            yield from _unknown(placed, ("leave_out", key, i), id_, getattr(records, key), f"the {key.replace('_', ' ')} of this project")
    for id_, forms in network.terms.items():
        yield from _unknown(placed, ("terms", id_), id_, records.terms, "docs/glossary.yml")
        if term := records.terms.by_id().get(id_):
            yield from _local_words(term, forms, placed)


def _local_words(term: Term, forms: LocalForms, placed: Placed) -> Iterable[Finding]:
    for language in LANGUAGES:
        text, local = getattr(term, language), getattr(forms, language)
        words = [text.term, *text.forms]
        if local and len(local) != len(words):
            wrong = f"'{term.id}' has {len(local)} local word{'s' if len(local) > 1 else ''} in '{language}'"
            fix = f"write {len(words)}, one for each of: {', '.join(words)}"
            yield placed.finding(("terms", term.id, language), "wrong-forms", wrong, fix)


def _contrast(id_: str, colours: Colours, placed: Placed) -> Iterable[Finding]:
    for mode, paper in PAPER.items():
        colour = getattr(colours, mode)
        ratio = contrast(colour, paper)
        if ratio < 4.5:
            wrong = f"the colour {colour} has a contrast of {ratio:.1f} on the {mode} page"
            fix = f"choose a {'darker' if mode == 'light' else 'lighter'} colour; people need at least 4.5 to read it"
            yield placed.finding(("colours", id_, mode), "low-contrast", wrong, fix)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours (WCAG 2.2, relative luminance), from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
