"""Checks that need more than one record: ids, references, texts that belong to parts, pages, tailoring."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .findings import Finding, did_you_mean
from .models import LANGUAGES
from .models.network import Colours
from .parts import check_parts
from .prose import Page
from .records import Entries, Placed, Records

PAPER = {"light": "#fbf8f2", "dark": "#171d1f"}
"""Grounds that a phase colour must be read on (docs/assets/css/tokens.css)."""


def check_references(records: Records, pages: list[Page], root: Path, *, complete: bool = True) -> list[Finding]:
    """All faults between records. With complete=False (some records could not be read) unknown ids are not reported."""
    findings = [*_ids(records), *check_parts(records)]
    if complete:
        findings += [*_record_references(records), *_page_references(records, pages)]
    return [*findings, *_network(records, root, complete)]


def _ids(records: Records) -> Iterable[Finding]:
    exercises_folder = Entries([*records.exercises.placed, *records.worksheets.placed])
    groups: list[Entries] = [records.phases, exercises_folder, records.tools, records.criteria, records.terms, records.sources]
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
    known = {
        "phases": (records.phases.ids(), "exercises/vocabulary/phases.yml"),
        "worksheets": (records.worksheets.ids(), "a file in exercises/"),
        "tools": (records.tools.ids(), "a file in tools_matrix/tools/"),
        "related": (records.exercises.ids(), "a file in exercises/"),
        "sources": (records.sources.ids(), "docs/bibliography.yml"),
        "audience": (records.vocabularies["audiences"].ids(), "exercises/vocabulary/audiences.yml"),
    }
    kinds: list[Entries] = [records.exercises, records.worksheets, records.tools, records.phases, records.terms]
    for placed in (placed for entries in kinds for placed in entries.placed):
        for key, (ids, home) in known.items():
            for i, id_ in enumerate(getattr(placed.record, key, [])):
                yield from _unknown(placed, (key, i), id_, ids, home)
    for placed in records.exercises.placed:
        kinds_of_exercise = records.vocabularies["kinds"].ids()
        yield from _unknown(placed, ("kind",), placed.record.kind, kinds_of_exercise, "exercises/vocabulary/kinds.yml")
        materials = records.vocabularies["materials"].ids()
        for i, material in enumerate(placed.record.materials):
            yield from _unknown(placed, ("materials", i, "id"), material.id, materials, "exercises/vocabulary/materials.yml")
    for placed in records.worksheets.placed:
        kinds_of_sheet = records.vocabularies["worksheet-kinds"].ids()
        yield from _unknown(placed, ("kind",), placed.record.kind, kinds_of_sheet, "exercises/vocabulary/worksheet-kinds.yml")
    for placed in records.tools.placed:
        for key in ("strengths", "pitfalls"):
            for i, remark in enumerate(getattr(placed.record, key)):
                for j, id_ in enumerate(remark.sources):
                    yield from _unknown(placed, (key, i, "sources", j), id_, records.sources.ids(), "docs/bibliography.yml")


def _unknown(placed: Placed, where: tuple, id_: str, ids: set[str], home: str) -> Iterable[Finding]:
    if id_ not in ids:
        yield placed.finding(where, "unknown-id", f"'{id_}' is not in {home}", did_you_mean(id_, ids))


def _page_references(records: Records, pages: list[Page]) -> Iterable[Finding]:
    known = {
        "exercise": records.exercises.ids(),
        "worksheet": records.worksheets.ids(),
        "tool": records.tools.ids(),
        "source": records.sources.ids(),
    }
    of_phase = ("phase", "phase_head", "exercise_cards", "worksheet_cards", "take_home", "ready_when", "go_back_when", "phase_steps")
    known |= dict.fromkeys(of_phase, records.phases.ids())
    for page in pages:
        for kind, id_, line in page.calls():
            if kind in known and id_ not in known[kind]:
                yield Finding(page.name, line, "unknown-id", f"there is no {kind} '{id_}'", did_you_mean(id_, known[kind]))
        phase = page.meta.get("phase")
        if phase is not None and phase not in records.phases.ids():
            yield Finding(page.name, 1, "unknown-id", f"there is no phase '{phase}'", did_you_mean(str(phase), records.phases.ids()))


def _network(records: Records, root: Path, complete: bool) -> Iterable[Finding]:
    if records.network is None:
        return
    network, file = records.network
    if network.logo is not None:
        yield from _logo(root, network.logo, file.finding(("logo",), "missing-picture", "", ""))
    for id_, colours in network.colours.items():
        yield from _contrast(id_, colours, Placed(network, file, ()))
    if not complete:
        return
    known = {
        "phases": records.phases.ids(),
        "exercises": records.exercises.ids(),
        "worksheets": records.worksheets.ids(),
        "tools": records.tools.ids(),
    }
    placed = Placed(network, file, ())
    for key, ids in known.items():
        for i, id_ in enumerate(getattr(network.leave_out, key)):
            yield from _unknown(placed, ("leave_out", key, i), id_, ids, f"the {key} of this project")
    for id_ in network.colours:
        yield from _unknown(placed, ("colours", id_), id_, records.phases.ids(), "exercises/vocabulary/phases.yml")
    for id_, forms in network.terms.items():
        yield from _unknown(placed, ("terms", id_), id_, records.terms.ids(), "docs/glossary.yml")
        term = records.terms.by_id().get(id_)
        for language in LANGUAGES if term else ():
            text, local = getattr(term, language), getattr(forms, language)
            if local and len(local) != 1 + len(text.forms):
                words = ", ".join([text.term, *text.forms])
                fix = f"write {1 + len(text.forms)} words, one for each of: {words}"
                yield placed.finding(("terms", id_, language), "wrong-forms", f"'{id_}' has {len(local)} local words in '{language}'", fix)


def _logo(root: Path, logo: str, here: Finding) -> Iterable[Finding]:
    path = root / logo
    if not path.is_file():
        yield Finding(here.file, here.line, here.rule, f"the logo '{logo}' is not there", "put the file there or mend the path")
    elif path.suffix.lower() not in (".svg", ".png"):
        yield Finding(here.file, here.line, "bad-picture", f"the logo '{logo}' is no SVG or PNG", "save it as SVG or PNG")


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
