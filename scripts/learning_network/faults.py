"""What can go wrong through no fault of the program: errors whose message is for people, as they stand."""

from __future__ import annotations


class Fault(Exception):
    """Something that a user can cause, or that the machine lacks. The message says what is wrong and what to do."""


class Faults(Fault):
    """Several at once: the message is a report of lines, each with its file and place."""
