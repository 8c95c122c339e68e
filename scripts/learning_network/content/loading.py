"""Loads all records of a project, checks them, and makes them local for one network."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from learning_network.faults import Faults

from .checks import check_references
from .findings import Finding, report
from .library import Library
from .localise import without_hidden
from .models import CardSet, Criterion, Entry, Exercise, GuideQuestion, Network, Obstacle, Phase, SessionPlan, Source, Term, Tool, Worksheet
from .prose import Page, read_pages
from .records import Entries, Records
from .translation import check_translations
from .validation import validate
from .yaml_file import YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)

VOCABULARIES = ("kinds", "materials", "audiences", "worksheet-kinds", "practice")
"""Closed lists in exercises/vocabulary/, beside the phases."""


class ContentError(Faults):
    """The content has faults; `findings` holds them all."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(report(findings))
        self.findings = findings


def load(root: Path) -> Library:
    """Load and check everything in the project folder. Raises ContentError with all faults of all files."""
    library, findings = examine(root)
    if findings or library is None:
        raise ContentError(findings)
    return library


@lru_cache(maxsize=4)
def load_cached(root: Path) -> Library:
    """Like load(), once per process: both languages and all pages of a build share it."""
    return load(root)


def examine(root: Path) -> tuple[Library | None, list[Finding]]:
    """Load everything and gather all faults. The library is None when there are faults."""
    if missing := _missing_folders(root):
        return None, missing
    reader = _Reader(root)
    records = Records(
        phases=reader.list_file("exercises/vocabulary/phases.yml", Phase),
        vocabularies={name: reader.list_file(f"exercises/vocabulary/{name}.yml", Entry) for name in VOCABULARIES},
        terms=reader.list_file("docs/glossary.yml", Term),
        sources=reader.list_file("docs/bibliography.yml", Source),
        criteria=reader.list_file("tools_matrix/criteria.yml", Criterion),
        guide=reader.list_file("tools_matrix/guide.yml", GuideQuestion),
        obstacles=reader.list_file("exercises/vocabulary/obstacles.yml", Obstacle),
        plans=reader.list_file("exercises/vocabulary/session-plans.yml", SessionPlan),
        tools=reader.folder("tools_matrix/tools", {"": Tool}),
        **reader.exercises_folder(),
        network=reader.network(root / "network.yml"),
    )
    pages, page_findings = read_pages(root)
    findings = reader.findings + page_findings + check_references(records, pages, root)
    if findings:
        return None, sorted(set(findings))
    return _assemble(root, records, pages), []


def _missing_folders(root: Path) -> list[Finding]:
    wanted = ("exercises", "exercises/vocabulary", "tools_matrix/tools", "docs/nl", "docs/en")
    fix = "run the command in the project folder, or name it with --root"
    return [Finding(name, 1, "missing-folder", "this folder is not there", fix) for name in wanted if not (root / name).is_dir()]


class _Reader:
    """Reads files and gathers what is wrong in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def open(self, path: Path) -> YamlFile | None:
        file, found = read_yaml(path, self.root if path.is_relative_to(self.root) else path.parent)
        self.findings += found
        if file:
            self.findings += check_translations(file)
        return file

    def list_file(self, name: str, model: type[M]) -> Entries[M]:
        """A file that holds a list of records."""
        path = self.root / name
        entries: Entries[M] = Entries()
        if not path.is_file():
            self.findings.append(Finding(name, 1, "missing-file", "this file is not there", "put it back; every project has it"))
            entries.lost = True
            return entries
        file = self.open(path)
        entries.lost = file is None or not isinstance(file.data, list)
        if file is None:
            return entries
        if not isinstance(file.data, list):
            self.findings.append(file.finding((), "wrong-type", "this file holds no list", "start each record with '- id: '"))
            return entries
        for i in range(len(file.data)):
            self._add(entries, model, file, (i,))
        return entries

    def folder(self, name: str, models: dict[str, type[M]]) -> Entries[M]:
        """A folder with one record a file. `models` goes from the record's type to its model ('' when it has none)."""
        entries: Entries[M] = Entries()
        for path in sorted((self.root / name).glob("*.yml")):
            file = self.open(path)
            if file is None:
                entries.faulty.add(path.stem)
                continue
            kind = file.data.get("type", "") if isinstance(file.data, dict) else ""
            model = models.get(kind if "" not in models else "")
            if model is None:
                fix = f"write type: {' or type: '.join(models)}"
                self.findings.append(file.finding(("type",), "unknown-type", f"a record of type '{kind}' is not known", fix))
                entries.faulty.add(path.stem)
                continue
            self._add(entries, model, file, ())
        return entries

    def _add(self, entries: Entries[M], model: type[M], file: YamlFile, at: tuple[int, ...]) -> None:
        record, found = validate(model, file, at)
        self.findings += found
        if record is not None:
            entries.add(record, file, at)
        else:
            entries.faulty.add(_id_of(file, at))

    def exercises_folder(self) -> dict[str, Any]:
        """What stands in exercises/: exercises, worksheets and card sets share it, and their ids."""
        models: dict[str, type[Any]] = {"exercise": Exercise, "worksheet": Worksheet, "card-set": CardSet}
        every: Entries[Any] = self.folder("exercises", models)
        return {"exercises": every.only(Exercise), "worksheets": every.only(Worksheet), "card_sets": every.only(CardSet)}

    def network(self, path: Path) -> tuple[Network, YamlFile] | None:
        if not path.is_file():
            fix = "put network.yml back; it needs at least a name in both languages"
            self.findings.append(Finding(path.name, 1, "missing-file", "this file is not there", fix))
            return None
        if (file := self.open(path)) is None:
            return None
        network, found = validate(Network, file)
        self.findings += found
        return (network, file) if network else None


def _id_of(file: YamlFile, at: tuple[int, ...]) -> str:
    """The id of a record that could not be read: what it says, else its file's name."""
    data = file.data[at[0]] if at else file.data
    said = data.get("id") if isinstance(data, dict) else None
    return said if isinstance(said, str) else Path(file.name).stem


def _assemble(root: Path, records: Records, pages: list[Page]) -> Library:
    assert records.network is not None  # examine() reports a missing network as a finding
    library = Library(
        root=root,
        network=records.network[0],
        phases=dict(sorted(records.phases.by_id().items(), key=lambda item: item[1].number)),
        exercises=records.exercises.by_id(),
        worksheets=records.worksheets.by_id(),
        card_sets=records.card_sets.by_id(),
        tools=records.tools.by_id(),
        criteria=records.criteria.by_id(),
        guide=records.guide.by_id(),
        obstacles=records.obstacles.by_id(),
        plans=records.plans.by_id(),
        terms=records.terms.by_id(),
        sources=records.sources.by_id(),
        vocabularies={name: entries.by_id() for name, entries in records.vocabularies.items()},
        pages=tuple(pages),
    )
    return without_hidden(library)
