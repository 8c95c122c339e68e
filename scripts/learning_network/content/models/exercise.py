"""An exercise: what a facilitator does with a group, step by step."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from .common import Id, Practice, Record, Safety, Strict, Text, Translated, fault

Online = Literal["possible", "adapted", "no"]
Per = Literal["person", "pair", "small-group", "group", "tool"]
Suggestible = Literal["minutes", "group", "facilitators", "materials", "steps", "debrief", "variations", "pitfalls"]


class Group(Strict):
    """How many people the exercise is for, and how large its small groups are."""

    min: int = Field(ge=1, description="Fewest participants.")
    max: int = Field(ge=1, description="Most participants.")
    small_group_min: int | None = Field(None, ge=2, description="Smallest small group, where the group splits up.")
    small_group_max: int | None = Field(None, ge=2, description="Largest small group.")

    @model_validator(mode="after")
    def _smallest_first(self) -> Group:
        for low, high in (("min", "max"), ("small_group_min", "small_group_max")):
            small, large = getattr(self, low), getattr(self, high)
            if small is not None and large is not None and small > large:
                raise fault("min-above-max", f"{low} {small} is above {high} {large}", f"write the smaller number at {low}", low)
            if (small is None) != (large is None):
                raise fault("half-a-range", f"{low} and {high} belong together", f"write both {low} and {high}")
        return self


class Material(Strict):
    """Something to bring: what, how many, for whom each."""

    id: Id = Field(description="Id from exercises/vocabulary/materials.yml.")
    amount: int | None = Field(None, ge=1, description="How many; leave out for 'some'.")
    per: Per = Field("group", description="For whom each amount is.")


class Options(Strict):
    """Ways to fill in a step: the facilitator picks some of them."""

    pick: int = Field(ge=1, description="How many of the options fit in the step.")
    minutes_each: int = Field(ge=1, description="Minutes for one option.")
    ids: list[Id] = Field(min_length=2, description="The options; their texts stand under nl and en.")


class Step(Strict):
    """One timed step."""

    id: Id = Field(description="Short name of the step; its texts stand under the same id in nl and en.")
    minutes: int = Field(ge=1, description="Whole minutes; the steps add up to the minutes of the exercise.")
    options: Options | None = Field(None, description="Ways to fill in the step, where the facilitator has a choice.")

    @model_validator(mode="after")
    def _options_fill_the_step(self) -> Step:
        if self.options is None:
            return self
        if self.options.pick > len(self.options.ids):
            raise fault("bad-pick", f"pick {self.options.pick} of {len(self.options.ids)} options", "pick no more than there are")
        total = self.options.pick * self.options.minutes_each
        if total != self.minutes:
            raise fault(
                "minutes-do-not-add-up",
                f"{self.options.pick} options of {self.options.minutes_each} minutes are {total}, the step says {self.minutes}",
                f"write minutes: {total}, or change pick or minutes_each",
                "minutes",
            )
        return self


class OptionText(Strict):
    title: Text = Field(description="Name of the option.")
    text: Text = Field(description="What the facilitator and the group do.")


class StepText(Strict):
    """What happens in a step; the note is for the facilitator alone."""

    title: Text = Field(description="Name of the step, a few words.")
    text: Text = Field(description="What the facilitator and the group do.")
    note: Text | None = Field(None, description="A hint for the facilitator.")
    options: dict[Id, OptionText] = Field(default_factory=dict, description="The texts of the options, per option id.")


class Variations(Strict):
    online: Text | None = Field(None, description="How to do it online.")
    large_group: Text | None = Field(None, description="How to do it with a large group.")
    little_time: Text | None = Field(None, description="How to do it in little time.")


class ExerciseText(Strict):
    """The texts of an exercise in one language."""

    title: Text = Field(description="Name of the exercise.")
    summary: Text = Field(max_length=170, description="One sentence; also the description that search engines show.")
    purpose: Text = Field(description="What the group has at the end.")
    when: list[Text] = Field(min_length=1, description="When this exercise fits.")
    when_not: list[Text] = Field(min_length=1, description="When to choose another one.")
    room: Text = Field(description="The room that it asks for, and how to set it up.")
    preparation: list[Text] = Field(min_length=1, description="What the facilitator does beforehand.")
    material_notes: dict[Id, Text] = Field(default_factory=dict, description="A remark per material id.")
    task: list[Text] = Field(min_length=1, description="What the participants read: their task, nothing of the facilitator's.")
    steps: dict[Id, StepText] = Field(description="The texts of the steps, per step id.")
    facilitator_notes: list[Text] = Field(min_length=1, description="Tips for the facilitator alone.")
    debrief: list[Text] = Field(min_length=1, description="Questions to close with.")
    variations: Variations = Field(description="Other ways to do it; {} when there are none.")
    pitfalls: list[Text] = Field(min_length=1, description="What goes wrong at times, and what to do then.")
    background: Text | None = Field(None, description="Where the exercise comes from, how a network used it.")


class ExerciseTextEnglish(ExerciseText, Translated):
    pass


class Exercise(Record):
    """An exercise, written once for every surface."""

    type: Literal["exercise"] = Field(description="Tells exercises apart from worksheets and card sets, as they share a folder.")
    phases: list[Id] = Field(min_length=1, description="Phases where it fits; the first is its home.")
    practice: list[Id] = Practice
    safety: bool = Safety
    kind: Id = Field(description="Id from exercises/vocabulary/kinds.yml.")
    minutes: int = Field(ge=5, le=480, description="Whole minutes, from welcome to close.")
    group: Group = Field(description="How many people it is for.")
    facilitators: int = Field(ge=0, le=20, description="Facilitators needed for the largest group; 0 when people can do it alone.")
    online: Online = Field(description="Whether it works online: as it is, in another form, or not.")
    materials: list[Material] = Field(default_factory=list, description="What to bring.")
    steps: list[Step] = Field(min_length=1, description="The timed steps, in order.")
    worksheets: list[Id] = Field(default_factory=list, description="Worksheets that go with it.")
    card_sets: list[Id] = Field(default_factory=list, description="Card sets that go with it.")
    tools: list[Id] = Field(default_factory=list, description="Tools from tools_matrix/ that it uses.")
    related: list[Id] = Field(default_factory=list, description="Exercises that go well before or after it.")
    suggested: list[Suggestible] = Field(default_factory=list, description="Parts that are our own suggestion, not the source's.")
    nl: ExerciseText = Field(description="The texts in Dutch.")
    en: ExerciseTextEnglish = Field(description="The same texts in English.")

    @field_validator("sources")
    @classmethod
    def _has_a_source(cls, value: list[str]) -> list[str]:
        if not value:
            raise fault("no-source", "this exercise has no source", "write at least one id from docs/bibliography.yml")
        return value

    @model_validator(mode="after")
    def _steps_add_up(self) -> Exercise:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise fault(
                "minutes-do-not-add-up",
                f"the steps take {total} minutes, the exercise says {self.minutes}",
                f"write minutes: {total}, or change the minutes of the steps",
                "minutes",
            )
        return self
