"""Words in answers that stand for something of ours: phases, statuses, rounds, and people who did not say their name."""

from __future__ import annotations

import re

_PHASES = {
    "prepare": "voorbereiden, voorbereiding, voorbereiden en warm maken, warm maken, prepare, preparation, prepare and warm up, warm up",
    "explore": "verkennen, verkenning, verkennen en eerste stappen, eerste stappen, explore, exploration, explore and first steps, first steps",
    "roll-out": "uitrollen, uitrol, roll out, roll-out, rollout, rolling out",
    "sustain": "verduurzamen, verduurzaming, verduurzamen en warm houden, warm houden, borgen, sustain, sustain and keep warm, keep warm, keep going",
}
PHASES = {word: id_ for id_, words in _PHASES.items() for word in words.split(", ")}
"""Words for the phases of exercises/vocabulary/phases.yml, in Dutch and English."""

_STATUSES = {
    "todo": "todo, to do, te doen, nog te doen, open, niet gestart, nog niet gestart, nieuw, gepland, not started, planned, new, offen, geplant, à faire",
    "busy": "busy, bezig, lopend, loopt, mee bezig, in uitvoering, gestart, doing, in progress, ongoing, started, in arbeit, läuft, en cours",
    "done": "done, klaar, gedaan, afgerond, af, gereed, uitgevoerd, voltooid, ok, completed, complete, finished, closed, erledigt, fertig, abgeschlossen, fait, terminé",
    "stopped": "stopped, gestopt, geannuleerd, stopgezet, vervallen, niet meer nodig, cancelled, canceled, dropped, gestoppt, abgebrochen, arrêté, annulé, abandonné",
}
STATUS_WORDS = {word: id_ for id_, words in _STATUSES.items() for word in words.split(", ")}

ANONYMOUS = frozenset(["anonymous", "anoniem", "anonym", "anonyme", "anonimous"])
_ROUND = re.compile(r"(?:ronde|round|runde|tour|meting|wave)\s*(?:nr\.?|no\.?)?\s*(\d{1,4})\Z")
_NUMBERED = re.compile(r"(?:fase|phase|stap|step|étape)?\s*\d\s*[.:)-]?\s+")


def phase(text: str) -> str:
    """The id of a phase, or what was written."""
    said = " ".join(text.split()).casefold().rstrip(".:")
    return PHASES.get(said) or PHASES.get(_NUMBERED.sub("", said, count=1)) or " ".join(text.split())


def status(text: str) -> str:
    """One of STATUSES, or what was written."""
    said = " ".join(text.split())
    return STATUS_WORDS.get(said.casefold().rstrip(".!"), said)


def round_name(text: str) -> str:
    """A round as its number or year where it says no more than that ('Ronde 2' -> '2'), else as it was written."""
    said = " ".join(text.split())
    match = _ROUND.match(said.casefold())
    return match[1] if match else said


def who(text: str) -> str:
    """Who answered, as written; empty where a form tool says that nobody may know."""
    said = " ".join(text.split())
    return "" if said.casefold() in ANONYMOUS else said


def language_code(text: str) -> str:
    """nl, en, de or fr of a language as form tools write it ('nl-informal', 'Nederlands'); else empty."""
    said = text.strip().casefold()
    names = {
        "nederlands": "nl",
        "dutch": "nl",
        "engels": "en",
        "english": "en",
        "deutsch": "de",
        "duits": "de",
        "français": "fr",
        "frans": "fr",
    }
    code = names.get(said, said[:2] if len(said) == 2 or said[2:3] in "-_" else "")
    return code if code in ("nl", "en", "de", "fr") else ""
