"""How a worksheet is laid out: what stands in the margin beside each section."""

from __future__ import annotations

from learning_network.content.models import Worksheet


def markers(worksheet: Worksheet) -> dict[str, str]:
    """Section id -> its letter or number down the side; empty where the layout has none.

    The sections of a sheet in steps carry their numbers. Where their ids spell the name of the sheet (goal, reality,
    resources, options, will), they carry those letters.
    """
    ids = [section.id for section in worksheet.sections]
    if worksheet.layout != "steps":
        return dict.fromkeys(ids, "")
    initials = "".join(id_[0] for id_ in ids)
    if initials in worksheet.id:
        return {id_: id_[0].upper() for id_ in ids}
    return {id_: str(i) for i, id_ in enumerate(ids, start=1)}
