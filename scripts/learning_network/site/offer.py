"""What a page offers to take along: the sheets of its record, with their pages and size."""

from __future__ import annotations

from dataclasses import dataclass

from learning_network.content.models import LANGUAGES

from .links import Place

EDITABLE = {
    "-facilitator.docx": "facilitator",
    "-participants.docx": "participants",
    ".docx": "document",
    ".xlsx": "spreadsheet",
}
"""Endings of the files to edit, and what the page calls them (words, sheets.editable)."""


@dataclass(frozen=True)
class Offered:
    """A link to a file: where it is, what it is called, in words how long and how large."""

    href: str
    label: str
    facts: str


def offered(place: Place, id_: str) -> list[Offered]:
    """The sheets of a record in the language of the page, in the order of specs; none when the site was built without sheets."""
    t = place.strings
    found = []
    for spec in place.offer.sheets.get(id_, ()):
        if spec.language == place.language:
            made = place.offer.files[spec.name]
            label = t(f"sheets.links.{spec.form}")
            if spec.form == "matrix":
                label = t(f"sheets.matrix.{spec.variant}")
            elif spec.variant is not None:
                label = f"{label}, {place.text(spec.record).variants[spec.variant].title}"
            if spec.size != "ordinary":
                label = f"{label}, {t(f'sheets.sizes.{spec.size}')}"
            facts = t("sheets.facts", pages=t("sheets.pages", n=made.pages), size=kilobytes(made.size, t.language))
            found.append(Offered(download(place, spec.name), label, facts))
    for ending, words in EDITABLE.items():
        name = f"{place.language}/{id_}{ending}"
        if document := place.offer.files.get(name):
            facts = t("sheets.editable.facts", kind=ending.rpartition(".")[2].upper(), size=kilobytes(document.size, t.language))
            found.append(Offered(download(place, name), t(f"sheets.editable.{words}"), facts))
    return found


def download(place: Place, name: str) -> str:
    """The address of a file of site/downloads/, which stands beside the Dutch pages."""
    to_root = "../" * place.page.count("/")
    if place.language != LANGUAGES[0]:
        to_root += "../"
    return f"{to_root}downloads/{name}"


def kilobytes(size: int, language: str) -> str:
    """A size in kilobytes, or in megabytes from a thousand on, e.g. '1,2 MB'."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} kB"
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if language == 'nl' else number} MB"
