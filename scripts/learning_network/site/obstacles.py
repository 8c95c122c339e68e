"""Which exercise? From an obstacle, named as people say it, to the exercises and questions that fit."""

from __future__ import annotations

from learning_network.content.models import Exercise, Obstacle

from .links import Place
from .rendering import block


def which_exercise(place: Place) -> str:
    """What stands in the way, and per obstacle the exercises that fit, why, and what to ask."""
    obstacles = list(place.library.obstacles.values())
    if not obstacles:
        return ""

    def exercises_of(obstacle: Obstacle) -> list[Exercise]:
        return [place.library.exercises[id_] for id_ in obstacle.exercises]

    return block("blocks/which_exercise.html.j2", place, obstacles=obstacles, exercises_of=exercises_of)
