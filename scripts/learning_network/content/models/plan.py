"""A session plan that is ready to use: exercises in order, with the breaks between them."""

from __future__ import annotations

from pydantic import Field, model_validator

from .common import Id, Strict, Text, Translated, fault

LONGEST_BREAK = 240


class SessionPlanText(Strict):
    title: Text = Field(max_length=60, description="Name of the plan.")
    summary: Text = Field(max_length=240, description="One to three sentences: when it fits, and what the group has at the end.")


class SessionPlanTextEnglish(SessionPlanText, Translated):
    pass


class SessionPlan(Strict):
    """A plan for a session, such as a half day in one phase. All plans are our own suggestion, and the page says so."""

    id: Id = Field(description="Stable name in English, also its place on the page.")
    minutes: int = Field(ge=15, le=480, description="The room for the session; exercises and breaks fit in it.")
    exercises: list[Id] = Field(min_length=1, description="The exercises, in order.")
    breaks: dict[Id, int] = Field(default_factory=dict, description="Minutes of break after an exercise, per exercise id.")
    nl: SessionPlanText = Field(description="The texts in Dutch.")
    en: SessionPlanTextEnglish = Field(description="The same texts in English.")

    @model_validator(mode="after")
    def _breaks_come_between(self) -> SessionPlan:
        for id_, minutes in self.breaks.items():
            if id_ not in self.exercises[:-1]:
                fix = "name an exercise of this plan that is not the last one, or take the break out"
                raise fault("no-such-break", f"after '{id_}' there is no break in this plan", fix, "breaks", id_)
            if not 1 <= minutes <= LONGEST_BREAK:
                raise fault(
                    "bad-break", f"a break of {minutes} minutes is not possible", f"write 1 to {LONGEST_BREAK} minutes", "breaks", id_
                )
        return self
