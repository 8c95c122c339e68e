"""What the YAML records may say. One module per kind of record."""

from .common import LANGUAGES
from .exercise import Exercise
from .network import Network
from .reference import Entry, Phase, Source, Term
from .tool import UNKNOWN, Criterion, Tool
from .worksheet import Worksheet

__all__ = ["LANGUAGES", "UNKNOWN", "Criterion", "Entry", "Exercise", "Network", "Phase", "Source", "Term", "Tool", "Worksheet"]
