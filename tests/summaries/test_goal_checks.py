"""What a goal says and does not say, and which preconditions are met: sentences as people write them, judged by hand."""

from __future__ import annotations

import pytest

from learning_network.summaries.goal_checks import check_goal, language_of, preconditions


def found(text: str, language: str = "nl", steps: str = "") -> dict[str, str]:
    return {check.about: check.found for check in check_goal([text], [text, steps], language)}


# goal -> what of concrete and time is said in it, in the words that must be found
GOALS = [
    ("nl", "We willen doelgerichter werken.", "", ""),
    ("nl", "Het team werkt beter samen.", "", ""),
    ("nl", "De cliënt staat centraal.", "", ""),
    ("nl", "Meer aandacht voor wat mensen belangrijk vinden.", "", ""),
    ("nl", "Op termijn willen we een andere cultuur.", "", ""),
    ("nl", "Binnenkort starten we ermee.", "", ""),
    ("nl", "Binnen de organisatie is er meer draagvlak.", "", ""),
    ("nl", "Elke bewoner heeft een doelenkaart.", "Elke bewoner", ""),
    ("nl", "Alle medewerkers kennen de vijf stappen.", "Alle medewerkers", ""),
    ("nl", "Tegen de zomer heeft elke cliënt een levensdoel in het dossier.", "elke cliënt", "zomer"),
    ("nl", "Tegen 1 juni 2027 voeren we met 20 bewoners een doelgesprek.", "20 bewoners", "1 juni 2027"),
    ("nl", "Binnen drie maanden heeft de helft van de teams een sjabloon.", "de helft", "Binnen drie maanden"),
    ("nl", "Binnen 3 maanden werken we beter samen.", "", "Binnen 3 maanden"),
    ("nl", "Over een half jaar is dit gewoon.", "", "Over een half jaar"),
    ("nl", "In het najaar volgen tien collega's een vorming.", "tien collega", "najaar"),
    ("nl", "Minstens vijf teams doen mee.", "Minstens vijf", ""),
    ("nl", "80% van de zorgplannen begint met een doel.", "80%", ""),
    ("nl", "8 op de 10 cliënten kent het eigen doel.", "8 op de 10", ""),
    ("nl", "We organiseren een infosessie voor mantelzorgers.", "infosessie", ""),
    ("nl", "Het teamoverleg begint met een doel.", "teamoverleg", ""),
    ("nl", "Doelen komen wekelijks aan bod.", "wekelijks", ""),
    ("nl", "Eind dit jaar is het ingeburgerd.", "", "dit jaar"),
    ("nl", "Volgend jaar doen we het anders.", "", "Volgend jaar"),
    ("nl", "Vanaf september is het zover.", "", "september"),
    ("nl", "In 2027 is dit af.", "", "2027"),
    ("nl", "Eerste kwartaal: starten.", "", "Eerste kwartaal"),
    ("nl", "Tegen 15/03/2027 loopt het.", "", "15/03/2027"),
    ("nl", "Na de paasvakantie beginnen we.", "", "paasvakantie"),
    ("nl", "We willen dat cliënten zich gehoord voelen.", "", ""),
    ("nl", "Fase 2 starten voor 31/12.", "", "voor 31/12"),
    ("nl", "In de week zijn er weinig gesprekken met de dagploeg.", "gesprekken", ""),
    ("nl", "Binnen de maand spreken we af wie trekt.", "", "Binnen de maand"),
    ("nl", "Ieder teamlid oefent twee keer.", "Ieder teamlid", ""),
    ("en", "We want to work in a more goal-oriented way.", "", ""),
    ("en", "The team works better together.", "", ""),
    ("en", "We may change how we march on.", "", ""),
    ("en", "Sooner or later everybody sees the point.", "", ""),
    ("en", "Every resident has a goal card by the summer.", "Every resident", "by the summer"),
    ("en", "By May 2027 twenty colleagues have followed a training.", "twenty colleagues", "By May 2027"),
    ("en", "Within three months half of the teams use the template.", "half of", "Within three months"),
    ("en", "At least five teams take part next year.", "At least five", "next year"),
    ("en", "In 6 weeks we work better together.", "", "In 6 weeks"),
    ("en", "We plan a workshop in spring.", "workshop", "in spring"),
]


@pytest.mark.parametrize(("language", "goal", "concrete", "time"), GOALS, ids=[goal for _, goal, _, _ in GOALS])
def test_a_goal_is_quoted_for_what_it_says_and_asked_for_the_rest(language: str, goal: str, concrete: str, time: str) -> None:
    said = found(goal, language)
    for about, words in (("concrete", concrete), ("time", time)):
        assert words in said[about]
        assert bool(words) == bool(said[about]), said


LOOKING_BACK = [
    ("nl", "We evalueren in mei.", "evalueren"),
    ("nl", "Na een halfjaar bekijken we of het werkt.", "Na een halfjaar bekijken"),
    ("nl", "We kijken in juni terug met het hele team.", "kijken in juni terug"),
    ("nl", "Opvolging gebeurt in de stuurgroep.", "Opvolging"),
    ("nl", "De leidinggevende volgt dit maandelijks op.", "volgt dit maandelijks op"),
    ("nl", "Tussentijds sturen we bij.", "Tussentijds"),
    ("nl", "Terugkommoment in het najaar", "Terugkommoment"),
    ("nl", "Evaluatie: 12 maart", "Evaluatie"),
    ("nl", "We doen een nulmeting.", "nulmeting"),
    ("nl", "We volgen een opleiding op dinsdag.", ""),
    ("nl", "We bekijken welk sjabloon past.", ""),
    ("nl", "We starten in mei.", ""),
    ("nl", "Iedereen komt op tijd.", ""),
    ("en", "We evaluate after three months.", "evaluate"),
    ("en", "We look back together in June.", "look back"),
    ("en", "The coordinator follows it up.", "follows it up"),
    ("en", "Review with the team in May", "Review"),
    ("en", "We take stock at the end of the year.", "take stock"),
    ("en", "We start in June.", ""),
    ("en", "We look at the template.", ""),
]


@pytest.mark.parametrize(("language", "step", "words"), LOOKING_BACK, ids=[step for _, step, _ in LOOKING_BACK])
def test_a_moment_to_look_back_may_stand_in_any_step(language: str, step: str, words: str) -> None:
    said = found("Beter samenwerken", language, step)["evaluation"]
    assert words in said
    assert bool(words) == bool(said)


# sentence -> met, to do
REALITY = [
    ("nl", "De directie steunt dit.", 1, 0),
    ("nl", "Er is al een werkgroep.", 1, 0),
    ("nl", "We hebben een rustige ruimte.", 1, 0),
    ("nl", "Het dossier is in orde.", 1, 0),
    ("nl", "De samenwerking loopt goed.", 1, 0),
    ("nl", "Tijd is vrijgemaakt.", 1, 0),
    ("nl", "Er is geen probleem met de software.", 1, 0),
    ("nl", "Extra budget is niet nodig.", 1, 0),
    ("nl", "Er is te weinig tijd.", 0, 1),
    ("nl", "We hebben geen tijd.", 0, 1),
    ("nl", "Het dossier is nog niet aangepast.", 0, 1),
    ("nl", "Een trekker ontbreekt.", 0, 1),
    ("nl", "Iedereen moet de vorming nog volgen.", 0, 1),
    ("nl", "Meer overleg is nodig.", 0, 1),
    ("nl", "Er is nood aan een duidelijk mandaat.", 0, 1),
    ("nl", "We hebben al een sjabloon, maar niemand gebruikt het.", 1, 1),
    ("nl", "De ruimte is er, maar er is te weinig tijd.", 1, 1),
    ("nl", "Is er genoeg tijd?", 0, 0),
    ("nl", "Wij werken met ouderen in de stad.", 0, 0),
    ("nl", "Alle teams werken met hetzelfde dossier.", 0, 0),
    ("nl", "Ons team heeft twaalf leden.", 0, 0),
    ("en", "The needs of the group differ.", 0, 0),
    ("en", "There is already a working group.", 1, 0),
    ("en", "We have a quiet room.", 1, 0),
    ("en", "The management supports this.", 1, 0),
    ("en", "There is no problem with the software.", 1, 0),
    ("en", "There is too little time.", 0, 1),
    ("en", "The record isn't ready.", 0, 1),
    ("en", "We still need a leader.", 0, 1),
    ("en", "We have a template, but nobody uses it.", 1, 1),
    ("en", "Do we have enough time?", 0, 0),
    ("en", "We work with older people in town.", 0, 0),
]


@pytest.mark.parametrize(("language", "sentence", "met", "to_do"), REALITY, ids=[sentence for _, sentence, _, _ in REALITY])
def test_preconditions_are_met_or_to_do_or_neither(language: str, sentence: str, met: int, to_do: int) -> None:
    assert tuple(map(len, preconditions([sentence], language))) == (met, to_do)


def test_preconditions_are_quoted_sentence_by_sentence_and_once() -> None:
    met, to_do = preconditions(["De directie steunt dit. Er is te weinig tijd!\nDe directie steunt dit.", "Er is al een trekker"], "nl")
    assert met == ("De directie steunt dit.", "Er is al een trekker")
    assert to_do == ("Er is te weinig tijd!",)


def test_a_sentence_with_both_is_parted_where_it_turns() -> None:
    assert preconditions(["We hebben een sjabloon, maar niemand gebruikt het."], "nl") == (
        ("We hebben een sjabloon",),
        ("niemand gebruikt het.",),
    )


def test_no_goal_asks_everything() -> None:
    assert [(check.about, check.found) for check in check_goal([], [], "en")] == [("concrete", ""), ("time", ""), ("evaluation", "")]


def test_at_most_three_answers_are_quoted_and_none_that_stands_in_another() -> None:
    said = found("Tegen juni 2027, in 2027, in het najaar, in mei en volgend jaar spreken we met 4 teams.")
    assert said["time"].split(", ") == ["juni 2027", "mei", "volgend jaar"] or len(said["time"].split(", ")) == 3
    assert "2027, 2027" not in said["time"]


@pytest.mark.parametrize(("own", "report", "rules"), [("en", "nl", "en"), ("fr", "nl", "nl"), ("", "en", "en"), ("de", "fr", "nl")])
def test_a_text_is_read_by_the_rules_of_its_language_else_of_the_report(own: str, report: str, rules: str) -> None:
    assert language_of(own, report) == rules
