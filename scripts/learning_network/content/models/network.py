"""network.yml: how a network makes the site its own without code."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from .common import Id, Strict, Text, Url, fault


def _check_colour(value: str) -> str:
    if not re.match(r"#[0-9a-fA-F]{6}\Z", value):
        raise fault("bad-colour", f"'{value}' is no colour", 'write # and six digits or letters a-f in quotes, e.g. "#8a4b12"')
    return value.lower()


Colour = Annotated[str, AfterValidator(_check_colour)]


class Colours(Strict):
    """One phase colour for the light and one for the dark page."""

    light: Colour = Field(description="On the light page, a dark colour.")
    dark: Colour = Field(description="On the dark page, a light colour.")


class Contact(Strict):
    name: Text = Field(description="A person, a team or an organisation.")
    email: Text | None = Field(None, description="Address to write to; the name at the foot links to it.")
    url: Url | None = Field(None, description="Page to link to when there is no email.")


class Name(Strict):
    nl: Text = Field(description="In Dutch.")
    en: Text = Field(description="In English.")


class LocalForms(Strict):
    """The network's own word, in the same order as the forms in the glossary (term first, then its forms)."""

    nl: list[Text] = Field(default_factory=list, description="In Dutch.")
    en: list[Text] = Field(default_factory=list, description="In English.")


class LeaveOut(Strict):
    """Ids of what this network does not show."""

    phases: list[Id] = Field(default_factory=list, description="Phases, with what has its place only there.")
    exercises: list[Id] = Field(default_factory=list, description="Exercises.")
    worksheets: list[Id] = Field(default_factory=list, description="Worksheets.")
    card_sets: list[Id] = Field(default_factory=list, description="Card sets.")
    tools: list[Id] = Field(default_factory=list, description="Tools.")


class Network(Strict):
    """Settings of one network."""

    name: Name = Field(description="Name of the site, on every page.")
    logo: str | None = Field(None, description="Path of an SVG or PNG file, from the folder of network.yml.")
    site_url: Url | None = Field(None, description="Web address where the site will stand; leave out when unknown.")
    contact: Contact | None = Field(None, description="Whom to ask, at the foot of every page.")
    colours: dict[Id, Colours] = Field(default_factory=dict, description="Per phase id.")
    terms: dict[Id, LocalForms] = Field(default_factory=dict, description="Per glossary id: the local word.")
    leave_out: LeaveOut = Field(default_factory=lambda: LeaveOut(), description="What this network does not show.")
