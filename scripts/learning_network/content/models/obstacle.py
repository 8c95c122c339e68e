"""Which exercise? What stands in the way of a team, and what helps."""

from __future__ import annotations

from pydantic import Field

from .common import Id, Strict, Text, Translated


class ObstacleText(Strict):
    label: Text = Field(max_length=70, description="The obstacle as people say it themselves.")
    explanation: Text = Field(max_length=320, description="What often lies behind it, in one to three sentences.")
    reasons: dict[Id, Text] = Field(description="Per exercise: why it fits this obstacle.")
    questions: list[Text] = Field(min_length=1, max_length=3, description="Questions to ask, in the team or alone.")


class ObstacleTextEnglish(ObstacleText, Translated):
    pass


class Obstacle(Strict):
    """Something that stands in the way, with the exercises and questions that fit it."""

    id: Id = Field(description="Stable name in English, also its place on the page.")
    exercises: list[Id] = Field(min_length=1, max_length=3, description="The exercises that fit, the best one first.")
    sources: list[Id] = Field(default_factory=list, description="Where the obstacle is named; leave empty only when suggested is true.")
    suggested: bool = Field(False, description="No source names the obstacle: we do, and the page says so.")
    nl: ObstacleText = Field(description="The texts in Dutch.")
    en: ObstacleTextEnglish = Field(description="The same texts in English.")
