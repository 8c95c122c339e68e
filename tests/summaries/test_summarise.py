"""The whole summary: the parts made elsewhere pass through, and nothing of another instrument comes in."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from small_tables import THEMES, one, summary_of

from learning_network.responses.items import Rejected, Remark
from learning_network.summaries.summarise import MOST_REJECTED
from learning_network.summaries.summary import FORMAT, Leftovers, Masked, Quotation


def test_what_others_made_stands_in_the_summary_as_it_is() -> None:
    masked, leftovers = Masked({"mail": 2}, 1, "list"), Leftovers((Quotation("a-threats-1", "threats", "Iets"),), 1, (("iets", 1),), ())
    remarks, rejected = (
        [Remark("a.csv", "rij 2", "vreemde datum")],
        [Rejected("a.csv", n, "K", "te lang", "tekst") for n in range(MOST_REJECTED + 1)],
    )
    summary = summary_of(
        [one("a", "threats")],
        masked=masked,
        leftovers=leftovers,
        remarks=remarks,
        rejected=rejected,
        language="en",
        made_on=date(2027, 1, 5),
    )
    assert (summary.format, summary.language, summary.made_on, summary.min_group) == (FORMAT, "en", "2027-01-05", 5)
    assert (summary.masked, summary.leftovers) == (masked, leftovers)
    assert summary.remarks == (("a.csv", "rij 2", "vreemde datum"),)
    assert len(summary.rejected) == MOST_REJECTED
    assert summary.rejected[0] == ("a.csv", 0, "K", "te lang")
    assert [theme["id"] for theme in summary.coding.themes] == list(THEMES)


def test_a_swot_has_no_chains_and_a_grrow_no_quadrants() -> None:
    said = [one("a", "threats", "funding", instrument="swot"), one("b", "goal", "funding", instrument="grrow")]
    of_swot, of_grrow = summary_of(said), summary_of(said, "grrow")
    assert of_swot.count.items == of_grrow.count.items == 1
    assert (of_swot.grrow, of_grrow.swot) == (None, None)
    assert of_swot.swot is not None
    assert [field.field for field in of_swot.swot.fields] == ["strengths", "weaknesses", "opportunities", "threats"]
    assert of_grrow.grrow is not None
    assert [field.field for field in of_grrow.grrow.fields] == ["goal", "reality", "resources", "options", "will", "action"]


def test_every_number_is_a_plain_one_that_json_can_hold() -> None:
    said = [one(f"{n}", "threats", "funding", role=f"r{n % 2}", round=str(n % 2), organisation="Noord") for n in range(12)]

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(map(plain, value.values()))
        if isinstance(value, (list, tuple)):
            return all(map(plain, value))
        return type(value) in (str, int, bool, float, type(None))

    assert plain(asdict(summary_of(said)))
