"""What search engines read about a page: schema.org data."""

from __future__ import annotations

from typing import Any

from learning_network.content.models import CardSet, Exercise, Tool, Worksheet
from learning_network.content.models.common import Record
from learning_network.wording.facts import group_size, material_line
from learning_network.wording.text import plain

from .links import Place


def exercise_data(place: Place, exercise: Exercise) -> dict[str, Any]:
    """An exercise as HowTo and LearningResource."""
    words, t = place.text(exercise), place.strings
    return {
        **_common(place, exercise, words.title, words.summary),
        "@type": ["HowTo", "LearningResource"],
        "learningResourceType": place.text(place.library.vocabularies["kinds"][exercise.kind]).label,
        "educationalUse": t("exercise.kind_of_page"),
        "teaches": plain(words.purpose),
        "audience": {"@type": "EducationalAudience", "audienceType": group_size(exercise.group, t)},
        "timeRequired": f"PT{exercise.minutes}M",
        "totalTime": f"PT{exercise.minutes}M",
        "supply": [
            {"@type": "HowToSupply", "name": material_line(place.library, exercise, material, t)} for material in exercise.materials
        ],
        "step": [
            {
                "@type": "HowToStep",
                "name": plain(words.steps[step.id].title),
                "text": plain(words.steps[step.id].text),
                "url": f"#step-{step.id}",
            }
            for step in exercise.steps
        ],
    }


def worksheet_data(place: Place, worksheet: Worksheet) -> dict[str, Any]:
    """A worksheet as LearningResource."""
    return _hand_out(place, worksheet, place.strings("worksheet.kind_of_page"))


def card_set_data(place: Place, card_set: CardSet) -> dict[str, Any]:
    """A card set as LearningResource."""
    return _hand_out(place, card_set, place.strings("cards_page.kind_of_page"))


def _hand_out(place: Place, record: Worksheet | CardSet, kind: str) -> dict[str, Any]:
    words = place.text(record)
    audiences = place.library.vocabularies["audiences"]
    return {
        **_common(place, record, words.title, words.summary),
        "@type": "LearningResource",
        "learningResourceType": kind,
        "teaches": plain(words.purpose),
        "audience": [{"@type": "EducationalAudience", "audienceType": place.text(audiences[id_]).label} for id_ in record.audience],
        "timeRequired": f"PT{record.minutes}M",
    }


def tool_data(place: Place, tool: Tool) -> dict[str, Any]:
    """The page of a tool as an article about it."""
    words = place.text(tool)
    about: dict[str, Any] = {"@type": "CreativeWork", "name": plain(words.name)}
    if tool.link:
        about["url"] = tool.link
    return {**_common(place, tool, words.name, words.summary), "@type": "Article", "about": about}


def _common(place: Place, record: Record, title: str, summary: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "name": plain(title),
        "description": plain(summary),
        "inLanguage": place.language,
        "dateModified": record.updated.isoformat(),
        "version": str(record.version),
        "isBasedOn": [plain(place.library.sources[id_].title) for id_ in record.sources],
    }
