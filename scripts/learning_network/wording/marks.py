"""The trail marks of the phases as letters, for files that draw no pictures: all four stand in Arial and in its likes."""

from __future__ import annotations

MARKS = {"circle": "\u25cf", "triangle": "\u25b2", "square": "\u25a0", "diamond": "\u2666"}
"""Shape of a mark -> its letter. The diamond is that of cards: the geometric one is missing in Arial."""
