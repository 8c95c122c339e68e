"""What the YAML records may say. One module per kind of record."""

from .card_set import CardSet
from .common import LANGUAGES
from .exercise import Exercise
from .network import Network
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
    "Phase",
    "Source",
    "Term",
    "Tool",
    "Worksheet",
]
