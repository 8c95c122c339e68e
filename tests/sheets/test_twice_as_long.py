"""Records with texts twice as long: their sheets grow, and nothing is clipped or runs off the paper."""

from __future__ import annotations

from typing import Any

import press
import pytest
from pdfs import squeezed
from press import library
from pydantic import BaseModel
from test_every_sheet import body_of, paper

from learning_network.content.models import Exercise
from learning_network.sheets import looks
from learning_network.sheets.markup import sheet_html
from learning_network.sheets.specs import Spec


def twice(value: Any) -> Any:
    """The same texts, each said twice."""
    if isinstance(value, str):
        return f"{value} {value}"
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: twice(getattr(value, name)) for name in type(value).model_fields})
    if isinstance(value, dict):
        return {key: twice(part) for key, part in value.items()}
    return [twice(part) for part in value] if isinstance(value, list) else value


def one_of_each_layout() -> list[str]:
    found = {worksheet.layout: worksheet.id for worksheet in library().worksheets.values()}
    return sorted(found.values())


RECORDS = ["swot", "art-of-asking", *one_of_each_layout()]


@pytest.mark.parametrize("size", ["ordinary", "large"])
@pytest.mark.parametrize("id_", RECORDS)
def test_a_sheet_with_texts_twice_as_long_still_fits(id_: str, size: Any) -> None:
    records: dict[str, Any] = {**library().exercises, **library().worksheets}
    record = records[id_].model_copy(update={"nl": twice(records[id_].nl)})
    forms: tuple[Any, ...] = ("facilitator", "participants") if isinstance(record, Exercise) else ("worksheet",)
    for form in forms:
        spec = Spec(form, record, "nl", size)
        document = looks.laid_out(press.printer(), spec, sheet_html(library(), spec), None)
        assert [fault for fault in paper(spec, document) if not fault.endswith((" pages", " white"))] == []
        said = body_of(document)
        assert squeezed(record.nl.title) in said


def test_a_text_that_runs_off_the_paper_is_found() -> None:
    """The check above can fail: a box as wide as two pages, and a heading left alone at the foot."""
    spec = Spec("participants", library().exercises["swot"], "nl")
    html = press.html("nl/swot-participants.pdf")
    wide = press.printer().lay_out(
        html.replace("<ol>", '<ol style="width: 500mm; white-space: nowrap">' + "<li>breed breder breedst</li>" * 3), spec.styles
    )
    assert not [fault for fault in paper(spec, wide) if "breed" in fault], "short lines stay on the paper"
    wider = press.printer().lay_out(
        html.replace("<ol>", '<ol style="width: 500mm"><li>' + "breed breder breedst " * 20 + "</li>"), spec.styles
    )
    assert [fault for fault in paper(spec, wider) if "runs off the paper" in fault]
    left = '<h2 style="break-after: auto">Alleen</h2><p style="break-before: page">Vervolg</p></section>'
    alone = press.printer().lay_out(html.replace("</section>", left, 1), spec.styles)
    assert [fault for fault in paper(spec, alone) if "ends on the heading 'Alleen'" in fault]
    raised = press.printer().lay_out(
        html.replace("<ol>", '<p>Een zin op zijn plaats.</p><p style="margin-top: -8mm">Een andere.</p><ol>'), spec.styles
    )
    assert [fault for fault in paper(spec, raised) if "stands on" in fault]
