"""The file of a session plan: what the planner on the site exports, and what the session pack is made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field

from learning_network.content.models.common import Id, Strict, fault
from learning_network.content.models.plan import LONGEST_BREAK
from learning_network.content.validation import validate
from learning_network.content.yaml_file import YamlFile
from learning_network.faults import Faults

ENDING = ".json"
KIND = "session-plan"
VERSION = 1

_LARGEST = 1_000_000
"""Bytes; a plan of forty exercises has three thousand."""


def _check_time(value: str) -> str:
    if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", value, re.ASCII):
        raise fault("bad-time", f"'{value}' is no clock time", "write hours and minutes from 00:00 to 23:59, e.g. 13:30")
    return value


Time = Annotated[str, AfterValidator(_check_time)]


class PlannedExercise(Strict):
    """An exercise of a plan, and the break after it."""

    model_config = ConfigDict(populate_by_name=True)

    id: Id = Field(description="Id of the exercise.")
    pause: int = Field(0, ge=0, le=LONGEST_BREAK, alias="break", description="Minutes of break after it.")


class Plan(Strict):
    """A session plan as it stands in a file. Only the exercises are needed."""

    kind: Literal["session-plan"] = Field(description="Tells a plan apart from other files of the site.")
    version: Literal[1] = Field(description="Version of this form of file.")
    name: str = Field("", max_length=200, description="What people call the plan.")
    language: Literal["nl", "en"] | None = Field(None, description="Language of the pack.")
    day: str = Field("", max_length=20, description="The day, e.g. 2026-11-22; the pack does not use it.")
    start: Time | None = Field(None, description="When the session starts.")
    end: Time | None = Field(None, description="When it must have ended.")
    participants: int | None = Field(None, ge=1, le=500, description="How many participants.")
    facilitators: int | None = Field(None, ge=0, le=100, description="How many facilitators; the pack does not use it.")
    exercises: list[PlannedExercise] = Field(min_length=1, max_length=40, description="The exercises in order.")

    @classmethod
    def of(cls, ids: Iterable[str]) -> Plan:
        """The plan of exercises that were named one by one; an id that is none is told later, by its name."""
        return cls.model_construct(kind=KIND, version=VERSION, exercises=[PlannedExercise.model_construct(id=id_, pause=0) for id_ in ids])

    @property
    def starts(self) -> int | None:
        """Minutes after midnight."""
        return _minutes(self.start)

    @property
    def ends(self) -> int | None:
        """Minutes after midnight."""
        return _minutes(self.end)


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises ValueError or Faults, with what is wrong and what to do; OSError when it cannot be opened."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ValueError(f"{path} is not there: name the file of a plan, or exercises") from None
    if len(raw) > _LARGEST:
        raise ValueError(f"{path} is too large for a plan: export the plan again on the site")
    try:
        data: Any = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ValueError(f"{path} is no plan: it is not in JSON; export the plan again on the site") from None
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise ValueError(f'{path} is no session plan: a plan says "kind": "{KIND}"; export it on the page of the planner')
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ValueError(f"{path} was made by a newer version of the site: take the newest version of this command")
    plan, found = validate(Plan, YamlFile(path.name, data, {}))
    if plan is None:
        raise Faults("\n".join(f"{path}: {finding.wrong}: {finding.fix}" for finding in found))
    return plan


def _minutes(time: str | None) -> int | None:
    if time is None:
        return None
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
