"""What the YAML records may say. One module per kind of record."""

from learning_network.words import LANGUAGES

from .card_set import CardSet
from .exercise import Exercise
from .network import Network
from .obstacle import Obstacle
from .plan import SessionPlan
from .reference import Entry, Phase, Source, Term
from .tool import UNKNOWN, Criterion, GuideQuestion, Tool
from .worksheet import Worksheet

__all__ = [
    "LANGUAGES",
    "UNKNOWN",
    "CardSet",
    "Criterion",
    "Entry",
    "Exercise",
    "GuideQuestion",
    "Network",
    "Obstacle",
    "Phase",
    "SessionPlan",
    "Source",
    "Term",
    "Tool",
    "Worksheet",
]
