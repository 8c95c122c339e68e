"""Two summaries made by hand for networks that do not exist: a SWOT over two rounds, and a GRROW. Every number is written here."""

from __future__ import annotations

from dataclasses import replace

from learning_network.responses.account import Account, SourceFile
from learning_network.summaries.summary import (
    FORMAT,
    VERSION,
    Action,
    Breakdown,
    Coding,
    Confrontation,
    Count,
    Factor,
    FieldSummary,
    Goal,
    GoalCheck,
    Group,
    Grrow,
    Leftovers,
    LookBack,
    Masked,
    Point,
    Quotation,
    RoundChange,
    Score,
    Summary,
    Swot,
    ThemeChange,
    ThemeCount,
)
from learning_network.words.reasons import Reason

LABELS = {
    "nl": {
        "team-cooperation": "Samenwerking in het team",
        "cross-boundary-cooperation": "Samenwerking over de muren",
        "time-and-workload": "Tijd en werkdruk",
        "mandate-and-openness": "Mandaat en openheid van de organisatie",
        "vision-and-shared-language": "Visie en gedeelde taal",
        "involvement-of-the-person": "De persoon aan het woord",
        "training-and-intervision": "Vorming en intervisie",
        "tools-and-methods": "Hulpmiddelen en methodieken",
        "staffing-and-turnover": "Personeel en verloop",
        "funding": "Geld",
        "motivation-and-satisfaction": "Goesting en voldoening",
        "policy-and-regulation": "Beleid en regels van de overheid",
    },
    "en": {
        "team-cooperation": "Cooperation in the team",
        "cross-boundary-cooperation": "Cooperation across boundaries",
        "time-and-workload": "Time and workload",
        "mandate-and-openness": "Mandate and openness of the organisation",
        "vision-and-shared-language": "Vision and shared language",
        "involvement-of-the-person": "The person’s voice",
        "training-and-intervision": "Training and intervision",
        "tools-and-methods": "Tools and methods",
        "staffing-and-turnover": "Staffing and turnover",
        "funding": "Money",
        "motivation-and-satisfaction": "Motivation and satisfaction",
        "policy-and-regulation": "Government policy and regulation",
    },
}
SAYINGS = {
    ("strengths", "team-cooperation"): ["We springen voor elkaar in zonder dat iemand het moet vragen.", "Elke maandag een kwartier samen aan het bord: iedereen weet wie wat doet.", "Korte lijnen tussen kine, ergo en verpleging"],
    ("strengths", "involvement-of-the-person"): ["Bewoners kiezen zelf wanneer ze opstaan, en dat lukt nu bijna elke dag.", "We vragen eerst wat iemand wil, daarna pas wat er mis is."],
    ("strengths", "motivation-and-satisfaction"): ["Er is goesting om het anders te doen.", "Collega’s vertellen thuis dat het werk weer zin heeft"],
    ("strengths", "tools-and-methods"): ["De kaartjes liggen op tafel en worden echt gebruikt"],
    ("strengths", "vision-and-shared-language"): ["Wij zeggen allemaal hetzelfde als familie vraagt wat doelgerichte zorg is."],
    ("weaknesses", "time-and-workload"): ["Een goed gesprek duurt een uur en dat uur is er niet tussen de zorgtoeren.", "Te weinig tijd voor overleg", "De avonddienst staat er met twee voor achtentwintig bewoners: dan schiet het doel van mevrouw er als eerste bij in."],
    ("weaknesses", "team-cooperation"): ["Nachtdienst en dagdienst werken langs elkaar heen.", "Het overleg gaat over uurroosters, nooit over hoe we samenwerken"],
    ("weaknesses", "vision-and-shared-language"): ["Iedereen verstaat iets anders onder een doel.", "‘Dat doen we toch al’, en dan stopt het gesprek"],
    ("weaknesses", "mandate-and-openness"): ["De directie zegt ja, maar het uurrooster zegt nee."],
    ("weaknesses", "tools-and-methods"): ["Drie verschillende sjablonen voor hetzelfde gesprek"],
    ("opportunities", "cross-boundary-cooperation"): ["De huisartsen uit de wijk willen mee aan tafel.", "Het OCMW zoekt partners voor een buurtteam"],
    ("opportunities", "policy-and-regulation"): ["Het nieuwe decreet vraagt net wat wij al proberen."],
    ("opportunities", "training-and-intervision"): ["De hogeschool biedt gratis intervisie aan"],
    ("threats", "staffing-and-turnover"): ["Vijf vacatures die al een jaar openstaan.", "Wie opgeleid is, vertrekt", "Door de interims begin je elke maand opnieuw."],
    ("threats", "funding"): ["Het projectgeld stopt in juni."],
    ("threats", "policy-and-regulation"): ["De inspectie kijkt naar lijstjes, niet naar wat iemand wil."],
    ("threats", "mandate-and-openness"): ["De fusie slorpt alle aandacht van de leiding op"],
}  # fmt: skip


def _item(number: int, field: str) -> str:
    return f"{0x3F9A2C41D07E + number * 7919:012x}-{field}-{number % 3 + 1}"


def _quotations(field: str, theme: str) -> tuple[Quotation, ...]:
    start = 31 * list(SAYINGS).index((field, theme)) if (field, theme) in SAYINGS else 0
    return tuple(Quotation(_item(start + i, field), field, text) for i, text in enumerate(SAYINGS.get((field, theme), [])))


def _field(field: str, count: Count, uncoded: int, left_empty: int, **themes: tuple[int, int, int]) -> FieldSummary:
    """themes: id with _ for - -> respondents, organisations, items."""
    counted = []
    for name, (respondents, organisations, items) in themes.items():
        theme = name.replace("_", "-")
        counted.append(
            ThemeCount(theme, Count(items, respondents, min(respondents, organisations + 2), organisations), _quotations(field, theme))
        )
    return FieldSummary(field, count, tuple(counted), uncoded, left_empty)


def _coding(language: str, **numbers: int) -> Coding:
    themes = tuple({"id": id_, "label": label, "definition": f"{label}: waarover het gaat."} for id_, label in LABELS[language].items())
    return Coding(themes, ("funding-of-buildings",), **numbers)


STRENGTHS = _field("strengths", Count(74, 52, 9, 6), 6, 3, team_cooperation=(31, 6, 36), involvement_of_the_person=(19, 5, 21), motivation_and_satisfaction=(12, 4, 12), tools_and_methods=(7, 3, 8), vision_and_shared_language=(5, 2, 5))  # fmt: skip
WEAKNESSES = _field("weaknesses", Count(69, 49, 9, 6), 9, 6, time_and_workload=(27, 6, 30), team_cooperation=(14, 4, 15), vision_and_shared_language=(11, 4, 11), mandate_and_openness=(8, 3, 9), tools_and_methods=(4, 1, 4))  # fmt: skip
OPPORTUNITIES = _field("opportunities", Count(38, 33, 8, 6), 8, 21, cross_boundary_cooperation=(16, 5, 17), policy_and_regulation=(9, 4, 9), training_and_intervision=(6, 3, 6))  # fmt: skip
THREATS = _field("threats", Count(48, 40, 9, 6), 5, 14, staffing_and_turnover=(22, 6, 24), funding=(10, 4, 11), policy_and_regulation=(7, 3, 7), mandate_and_openness=(6, 2, 6))  # fmt: skip

BY_ROLE = Breakdown(
    "role",
    (
        Group("verpleegkundige", Count(110, 26, 7, 6), {"team-cooperation": 21, "time-and-workload": 17, "staffing-and-turnover": 13, "involvement-of-the-person": 4, "tools-and-methods": 5, "vision-and-shared-language": 6}),
        Group("maatschappelijk werker", Count(52, 14, 5, 4), {"team-cooperation": 8, "cross-boundary-cooperation": 9, "involvement-of-the-person": 10, "time-and-workload": 4, "vision-and-shared-language": 6}),
        Group("*", Count(67, 18, 6, 5), {"team-cooperation": 9, "time-and-workload": 6, "staffing-and-turnover": 5, "involvement-of-the-person": 5, "cross-boundary-cooperation": 7}),
    ),
    ("kinesitherapeut", "ergotherapeut", "vrijwilliger"),
    False,
)  # fmt: skip
BY_ORGANISATION = Breakdown(
    "organisation",
    tuple(
        Group(name, Count(3 * n, n, 2, 1), {"team-cooperation": n - 2, "time-and-workload": n - 4, "staffing-and-turnover": n - 5})
        for name, n in (("Huis De Linde", 14), ("Thuiszorg Noorderwind", 12), ("Dienst Het Veer", 11), ("Wijkteam Zonnebloem", 8), ("Huis Ter Beke", 7), ("Praktijk De Kade", 6))
    ),
    (),
    False,
)  # fmt: skip

FILES = (
    SourceFile("linde-formulier.xlsx", "microsoft-forms", "a" * 64, 22, 88, 70, 18, 3, 0, 101),
    SourceFile("noorderwind.csv", "google-forms", "b" * 64, 20, 80, 58, 18, 3, 4, 76),
    SourceFile("veer-werkbladen.docx", "worksheet", "c" * 64, 16, 64, 46, 16, 5, 2, 52),
)
ACCOUNT = Account(FILES, cells=232, answered=174, empty=52, said_empty=11, rejected=6, items=229, twice=4, other_instruments=0)
REJECTED = (
    ("noorderwind.csv", 14, "Sterktes", Reason("same_response_in_file", file="linde-formulier.xlsx")),
    ("veer-werkbladen.docx", 0, "", Reason("no_document", error="Bad magic number")),
)
REMARKS = (("noorderwind.csv", "Tijdstempel", Reason("dates_month_first", n=1)),)


def swot(language: str = "nl") -> Summary:
    """A SWOT over two rounds: six organisations, nine teams, fifty-eight people."""
    fields = (STRENGTHS, WEAKNESSES, OPPORTUNITIES, THREATS)
    strong, weak = ({t.theme: t for t in part.themes} for part in fields[:2])
    inside = tuple(
        Factor(f"{letter}{n}", part.field, t.theme, t.count, t.quotations)
        for letter, part in (("S", STRENGTHS), ("W", WEAKNESSES))
        for n, t in enumerate(part.themes[:4], start=1)
    )
    outside = tuple(
        Factor(f"{letter}{n}", part.field, t.theme, t.count, t.quotations)
        for letter, part in (("O", OPPORTUNITIES), ("T", THREATS))
        for n, t in enumerate(part.themes[:3], start=1)
    )
    scores = (
        Score("S1", "O1", 4, 1.75, 1, 2),
        Score("S1", "T1", 4, 0.5, -2, 2),
        Score("S2", "O2", 4, 1.25, 1, 2),
        Score("W1", "O1", 4, -1.25, -2, 0),
        Score("W1", "T1", 4, -2.0, -2, -2),
        Score("W2", "T2", 3, 0.0, 0, 0),
    )
    leftovers = tuple(
        Quotation(_item(700 + i, field), field, text)
        for i, (field, text) in enumerate(
            [("strengths", "De tuin."), ("weaknesses", "Parking is een ramp voor wie met de auto komt"), ("opportunities", "De buurt verandert"), ("threats", "Slecht weer op de opendeurdag")] * 7
        )
    )  # fmt: skip
    points = (
        Point("strength-and-weakness", "team-cooperation", ("strengths", "weaknesses"), {"strengths": 31, "weaknesses": 14, "strengths_organisations": 6, "weaknesses_organisations": 4}, quotations=(*_quotations("strengths", "team-cooperation")[:2], *_quotations("weaknesses", "team-cooperation")[:2])),
        Point("shared-by-organisations", "staffing-and-turnover", ("threats",), {"respondents": 22, "of_respondents": 58, "organisations": 6, "of_organisations": 6}, quotations=_quotations("threats", "staffing-and-turnover")),
        Point("roles-differ", "involvement-of-the-person", (), {"high_percent": 71, "high_named": 10, "high_of": 14, "low_percent": 15, "low_named": 4, "low_of": 26}, {"by": "role", "high": "maatschappelijk werker", "low": "verpleegkundige"}),
        Point("new-between-rounds", "staffing-and-turnover", ("threats",), {"organisations": 3, "of_organisations": 4}, {"by": "round", "earlier": "2025", "later": "2026"}),
        Point("a-rule-without-words", "funding", ("threats",), {"organisations": 4, "of_organisations": 6}),
    )  # fmt: skip
    changes = (
        ThemeChange("weaknesses", "time-and-workload", 1, 0, 3),
        ThemeChange("threats", "staffing-and-turnover", 3, 0, 1),
        ThemeChange("strengths", "team-cooperation", 0, 0, 4),
        ThemeChange("weaknesses", "vision-and-shared-language", 0, 2, 1),
        ThemeChange("opportunities", "policy-and-regulation", 1, 1, 0),
    )
    overall = (
        ThemeCount("team-cooperation", Count(51, 38, 9, 6)),
        ThemeCount("time-and-workload", Count(30, 27, 8, 6)),
        ThemeCount("staffing-and-turnover", Count(24, 22, 8, 6)),
        ThemeCount("involvement-of-the-person", Count(21, 19, 7, 5)),
        ThemeCount("cross-boundary-cooperation", Count(17, 16, 6, 5)),
        ThemeCount("vision-and-shared-language", Count(16, 14, 6, 5)),
        ThemeCount("tools-and-methods", Count(12, 11, 5, 3)),
    )
    return Summary(
        FORMAT, VERSION, "swot", language, "2026-11-22", 5, Count(229, 58, 9, 6), ACCOUNT,
        Masked({"email": 2, "phone": 3, "national-number": 1}, 4, "list"),
        _coding(language, coded=201, by_people=7, merged=12, suggested_merges=3),
        overall, (BY_ROLE, BY_ORGANISATION, Breakdown("team", (), (), True)),
        (RoundChange("2025", "2026", 4, 1, 1, False, changes),), points,
        Leftovers(leftovers, 28, (("parking", 7), ("tuin", 7)), (("slecht weer", 7),)), REMARKS, REJECTED,
        swot=Swot(fields, ((strong["team-cooperation"], weak["team-cooperation"]), (strong["vision-and-shared-language"], weak["vision-and-shared-language"]), (strong["tools-and-methods"], weak["tools-and-methods"])), Confrontation(inside, outside, scores)),
    )  # fmt: skip


def _chain(number: int, **steps: str) -> dict[str, tuple[Quotation, ...]]:
    """steps: field -> texts, with | between them."""
    response = f"{0xA1B2C3D4E5F6 + number * 104729:012x}"
    fields = ("goal", "reality", "resources", "options", "will", "action")
    return {
        field: tuple(
            Quotation(f"{response}-{field}-{i}", field, text) for i, text in enumerate(filter(None, steps.get(field, "").split("|")), 1)
        )
        for field in fields
    }


def _goal(number: int, organisation: str, team: str, phase: str, checks: tuple[str, str, str], met: str, to_do: str, **steps: str) -> Goal:
    said = tuple(GoalCheck(about, found) for about, found in zip(("concrete", "time", "evaluation"), checks, strict=True))
    chain = _chain(number, **steps)
    response = f"{0xA1B2C3D4E5F6 + number * 104729:012x}"
    return Goal(
        response, organisation, team, phase, "2026", chain, said, tuple(filter(None, met.split("|"))), tuple(filter(None, to_do.split("|")))
    )


GOALS = (
    _goal(1, "Huis De Linde", "team Noord", "explore", ("elke bewoner", "tegen juni", ""), "Het overleg op dinsdag loopt goed.", "Er is nog geen plaats in het dossier.|We hebben te weinig tijd.",
          goal="Tegen juni heeft elke bewoner één eigen doel in het dossier, in de eigen woorden.", reality="Het overleg op dinsdag loopt goed. Er is nog geen plaats in het dossier. We hebben te weinig tijd.", resources="De kaartjes van vorig jaar|Een stagiair die tijd heeft", options="Klein beginnen op één gang|Het dossier laten aanpassen|Familie mee laten schrijven", will="We beginnen op de gang van Rita’s team en kijken na drie weken."),
    _goal(2, "Huis De Linde", "team Zuid", "explore", ("", "", ""), "", "Iedereen verstaat er iets anders onder.",
          goal="Beter samenwerken", reality="Iedereen verstaat er iets anders onder.", options="Een middag samen zitten"),
    _goal(3, "Thuiszorg Noorderwind", "", "roll-out", ("twintig cliënten", "voor de zomer van 2027", "in september 2027 evalueren"), "De software kan het al.|De leiding staat erachter.", "",
          goal="Voor de zomer van 2027 hebben twintig cliënten een gesprek gehad over wat voor hen telt.", reality="De software kan het al. De leiding staat erachter.", resources="Twee collega’s met ervaring", options="Gesprek bij de start|Gesprek bij de verlenging", will="Gesprek bij de start. In september 2027 evalueren we."),
)  # fmt: skip
ACTIONS = (
    Action("a1b2c3d6-action-1", GOALS[0].response_id, "Huis De Linde", "team Noord", "Vak ‘mijn doel’ in het dossier vragen aan de leverancier", "hoofdverpleegkundige", "2026-11-02", "busy", "Bellen naar de leverancier", True, ()),
    Action("a1b2c3d6-action-2", GOALS[0].response_id, "Huis De Linde", "team Noord", "Gesprek voeren met vijf bewoners", "ergotherapeut", "2026-12-18", "todo", "Kamer 12 vragen", False, ()),
    Action("a1b2c3d8-action-1", GOALS[2].response_id, "Thuiszorg Noorderwind", "", "Gespreksleidraad in de tas van elke medewerker", "", "2027-01-15", "done", "", False, ("owner",)),
    Action("a1b2c3d6-will-1", GOALS[0].response_id, "Huis De Linde", "team Noord", "We beginnen op de gang van Rita’s team en kijken na drie weken.", "", "", "", "", False, ("owner", "date")),
)  # fmt: skip


def grrow(language: str = "nl") -> Summary:
    """A GRROW: two organisations, three goals, four actions."""
    fields = (
        FieldSummary("goal", Count(3, 3, 2, 2), (ThemeCount("involvement-of-the-person", Count(2, 2, 1, 2), GOALS[0].steps["goal"] + GOALS[2].steps["goal"]), ThemeCount("team-cooperation", Count(1, 1, 1, 1), GOALS[1].steps["goal"])), 0, 0),
        FieldSummary("reality", Count(3, 3, 2, 2), (ThemeCount("time-and-workload", Count(1, 1, 1, 1), GOALS[0].steps["reality"]),), 2, 0),
        FieldSummary("resources", Count(3, 2, 1, 2), (ThemeCount("tools-and-methods", Count(1, 1, 1, 1), GOALS[0].steps["resources"][:1]),), 2, 1),
        FieldSummary("options", Count(6, 3, 2, 2), (), 6, 0),
        FieldSummary("will", Count(2, 2, 1, 2), (), 2, 1),
        FieldSummary("action", Count(3, 2, 1, 2), (), 3, 1),
    )  # fmt: skip
    look_backs = (
        LookBack(GOALS[0].response_id, "Huis De Linde", "team Noord", "2026-12-18", False, ""),
        LookBack(GOALS[2].response_id, "Thuiszorg Noorderwind", "", "2027-09-01", True, "In september 2027 evalueren we."),
    )
    left = tuple(Quotation(q.item_id, q.field, q.text) for goal in GOALS for q in goal.steps["options"])
    files = (SourceFile("grrow.json", "site", "d" * 64, 3, 18, 16, 2, 0, 0, 20),)
    return Summary(
        FORMAT, VERSION, "grrow", language, "2026-11-22", 5, Count(20, 3, 2, 2), Account(files, 18, 16, 2, 0, 0, 20, 0, 0),
        Masked({}, 0, "none"), _coding(language, coded=5, by_people=0, merged=0, suggested_merges=0),
        (ThemeCount("involvement-of-the-person", Count(2, 2, 1, 2)), ThemeCount("team-cooperation", Count(1, 1, 1, 1))),
        (Breakdown("organisation", (), (), True),), (),
        (
            Point("goals-without-action", "", ("goal",), {"without": 1, "goals": 3}, {}, GOALS[1].steps["goal"]),
            Point("same-goal", "involvement-of-the-person", ("goal",), {"goals": 2, "organisations": 2}, {"organisations": "Huis De Linde, Thuiszorg Noorderwind"}, GOALS[0].steps["goal"]),
        ),
        Leftovers(left, 15, (), ()), (), (),
        grrow=Grrow(fields, GOALS, ACTIONS, look_backs),
    )  # fmt: skip


def nothing(summary: Summary) -> Summary:
    """The same, after a round that nobody answered."""
    zero = Count(0, 0, 0, 0)
    fields = tuple(FieldSummary(part.field, zero, (), 0, 0) for part in (summary.swot or summary.grrow).fields)  # type: ignore[union-attr]
    return replace(
        summary,
        count=zero,
        account=Account((), 0, 0, 0, 0, 0, 0, 0, 0),
        masked=Masked({}, 0, "none"),
        coding=replace(summary.coding, switched_off=(), coded=0, by_people=0, merged=0, suggested_merges=0),
        themes=(),
        breakdowns=(),
        rounds=(),
        points=(),
        leftovers=Leftovers((), 0, (), ()),
        remarks=(),
        rejected=(),
        swot=Swot(fields, (), Confrontation((), ())) if summary.swot else None,
        grrow=Grrow(fields, (), (), ()) if summary.grrow else None,
    )
