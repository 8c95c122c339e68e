"""The safety note: whatever speaks of suicidal thoughts tells whom to ring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .findings import Finding
from .models import LANGUAGES
from .prose import Page
from .records import Records
from .texts import texts_of

_SPEAKS_OF_IT = re.compile(
    r"zelfdod\w*|zelfmoord\w*|su[iï]cid\w*|doodswens\w*"
    r"|niet meer (wil|willen|wilt|wilde|wilden|te) leven|(wil|willen|wilt|wilde|wilden) niet meer leven|(wil|willen|wilt|wilde|wilden) sterven"
    r"|liever dood|uit het leven (te )?stap\w*|einde ((ge)?maa?k\w* )?aan (zijn|haar|hun|je|jouw|het|mijn) (eigen )?leven"
    r"|(not want|no longer want(s|ed)?|not wanting) to live|want(s|ed)? to die|rather be dead"
    r"|(end(s|ed|ing)?|tak(e|es|en|ing)|took) (their|your|his|her|my) own li(fe|ves)|end(s|ed|ing)? (their|your|his|her|my) li(fe|ves)",
    re.IGNORECASE,
)


def check_safety(records: Records, pages: list[Page]) -> Iterator[Finding]:
    """Records and pages that speak of suicidal thoughts without showing the safety note."""
    for entries in (records.exercises, records.worksheets, records.card_sets, records.tools):
        for placed in entries.placed:
            if placed.record.safety:
                continue
            for language in LANGUAGES:
                for where, text in texts_of(getattr(placed.record, language), (language,)):
                    if found := _SPEAKS_OF_IT.search(text):
                        wrong = f"this speaks of suicidal thoughts ('{found[0]}') without the safety note"
                        yield placed.finding(where, "no-safety-note", wrong, "write safety: true in the record")
    for page in pages:
        if (found := _SPEAKS_OF_IT.search(page.body)) and not any(name == "safety_note" for name, _, _ in page.calls()):
            line = page.line_of(found.start())
            wrong = f"this speaks of suicidal thoughts ('{found[0]}') without the safety note"
            yield Finding(page.name, line, "no-safety-note", wrong, "write {{ safety_note() }} on a line of its own")
