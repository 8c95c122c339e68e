"""What stands round a name that belongs to no person: a saint's name of a hospital, a house, a street, a town."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:\b(?:[Ss]int|[Ss]inte|SINT|[Ss]t\.?|[Hh]eilige?|[Zz]alige)[ -]|"
    r"\b(?:AZ|UZ|ZNA|GZA|UMC|MC|AZM|RZ|PZ|PC|CGG|GGZ|WZC|RVT|WZH|OCMW|CAW|CPAS|LDC|RDC|DVC|CKG|OCB|CLB|LWB|VZW|vzw|ELZ|GGD|KU|Huize?|huize?|[Ss]tichting|"
    r"[Zz]iekenhuis|[Kk]liniek|[Ww]oonzorgcentrum|[Dd]agcentrum|[Bb]uurthuis|[Ww]ijkcentrum|[Ss]chool|[Bb]asisschool|[Ff]onds|[Mm]utualiteit|"
    r"[Gg]emeente|[Ss]tad|[Pp]rovincie|[Rr]egio|[Hh]of|[Rr]esidentie|[Kk]asteel)[ -]"
    r"(?:(?:[Dd]e|[Hh]et|'t|[Tt]er|[Tt]en|[Dd]en|[Vv]an|[Oo]nze|[Ss]int|[Ss]t\.?|O\.?L\.?V\.?)[ -]){0,2}|-)$"
)
_AFTER = re.compile(
    r"-\w|[ -]?(?:straat|laan|weg|plein|dreef|lei|kaai|steenweg|ziekenhuis|kliniek|instituut|college|school|fonds|park|huis)\b"
)


def names_a_place(text: str, start: int, end: int) -> bool:
    """Whether a name in a text is part of the name of an institution, a street or a town: AZ Sint-Jan, WZC De Linde, Jan-van-Gentplein."""
    return bool(_BEFORE.search(text[max(0, start - 40) : start]) or _AFTER.match(text, end))
