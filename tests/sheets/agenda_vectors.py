"""Sessions with what they come to: tests/vectors/agenda/*.json. The rules stand twice, in sheets/agenda.py and in the planner's
script, and both must give what stands there. `python tests/sheets/agenda_vectors.py` (with tests/sheets on the path) writes them again.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from press import library

from learning_network.content.models import Exercise
from learning_network.content.models.exercise import Group, Material
from learning_network.sheets.agenda import COPIES, Session, misfits, needs, rows

FOLDER = Path(__file__).resolve().parent.parent / "vectors" / "agenda"
SEED = 11


def exercise(facts: dict[str, Any]) -> Exercise:
    """A real exercise with the facts of a made-up one."""
    record = library().exercises["swot"]
    return record.model_copy(
        update={
            "id": facts["id"],
            "minutes": facts["minutes"],
            "group": Group(
                min=facts["min"],
                max=facts["max"],
                small_group_min=facts["small"] and min(2, facts["small"]),
                small_group_max=facts["small"],
            ),
            "materials": [Material(**material) for material in facts["materials"]],
            "worksheets": facts["worksheets"],
        }
    )


def session_of(case: dict[str, Any]) -> Session:
    return Session(tuple(map(exercise, case["exercises"])), case["participants"], case["start"], 0, tuple(case["pauses"]))


def outcome(case: dict[str, Any]) -> dict[str, Any]:
    """What our own rules make of a case; rows is None when the session goes on after midnight."""
    session = session_of(case)
    try:
        agenda = [[row.exercise and row.exercise.id, row.start, row.end] for row in rows(session)]
    except ValueError:
        agenda = None
    return {
        "rows": agenda,
        "misfits": [e.id for e in misfits(session)],
        "needs": [
            {
                "id": need.id,
                "total": need.total,
                "atLeast": need.at_least,
                "uses": [[use.exercise.id, use.number, use.shares] for use in need.uses],
            }
            for need in needs(session, library())
        ],
    }


def made_up(chance: random.Random) -> dict[str, Any]:
    """A session of zero to six made-up exercises."""
    ids = list(library().vocabularies["materials"])
    exercises = []
    for i in range(chance.randrange(7)):
        low = chance.randint(1, 8)
        exercises.append(
            {
                "id": f"made-up-{i}",
                "minutes": chance.choice([5, 45, 60, 85, 90, 120, 480]),
                "min": low,
                "max": low + chance.randrange(12),
                "small": chance.choice([None, 2, 3, 4, 5]),
                "materials": [
                    {
                        "id": id_,
                        "amount": chance.choice([None, 1, 2, 12]),
                        "per": chance.choice(["person", "pair", "small-group", "group", "tool"]),
                    }
                    for id_ in chance.sample([*ids, COPIES, COPIES], chance.randrange(5))
                ],
                "worksheets": chance.choice([[], ["swot-sheet"]]),
            }
        )
    return {
        "participants": chance.choice([None, 1, 2, 7, 12, 13, 500]),
        "start": chance.choice([None, 0, 540, 810, 1200, 1439]),
        "pauses": [chance.choice([0, 0, 10, 15, 240]) for _ in exercises],
        "exercises": exercises,
    }


def edges() -> list[dict[str, Any]]:
    """Cases by hand: an end at midnight and a minute after it, a break after the last exercise, no pair for an odd one."""
    plain = {"id": "a", "minutes": 60, "min": 4, "max": 12, "small": None, "materials": [], "worksheets": []}
    odd = {**plain, "materials": [{"id": "pens", "amount": 1, "per": "pair"}, {"id": "tape", "amount": 2, "per": "small-group"}]}
    return [
        {"participants": 12, "start": 1380, "pauses": [30], "exercises": [plain]},
        {"participants": 13, "start": 1381, "pauses": [0], "exercises": [plain]},
        {"participants": 3, "start": 540, "pauses": [15, 15], "exercises": [odd, {**odd, "id": "b", "small": 4}]},
        {"participants": None, "start": None, "pauses": [], "exercises": []},
    ]


def write() -> None:
    chance = random.Random(SEED)
    sets = {"edges": edges(), "random": [made_up(chance) for _ in range(60)]}
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, cases in sets.items():
        lines = ",\n".join(json.dumps({**case, "gives": outcome(case)}, ensure_ascii=False) for case in cases)
        (FOLDER / f"{name}.json").write_text(
            f'{{"materials": {json.dumps(list(library().vocabularies["materials"]))},\n"cases": [\n{lines}\n]}}\n', encoding="utf-8"
        )


if __name__ == "__main__":
    write()
