"""The words that people and form tools write above answers, by what they mean and in which language."""

from __future__ import annotations

NOT_USED = "not-used"

Words = dict[str, tuple[str, ...]]

EXACT: dict[str, Words] = {
    "swot.strengths": {
        "nl": ("sterktes", "sterkte", "sterke punten", "sterk punt", "sterktepunten", "onze sterktes", "Wat zijn onze sterktes?"),
        "en": ("strengths", "strength", "strong points", "our strengths", "What are our strengths?"),
        "de": ("Stärken", "Stärke"),
        "fr": ("forces", "force", "points forts", "point fort", "atouts"),
    },
    "swot.weaknesses": {
        "nl": ("zwaktes", "zwakte", "zwakke punten", "zwak punt", "zwakheden", "zwaktepunten", "onze zwaktes", "Wat zijn onze zwaktes?"),
        "en": ("weaknesses", "weakness", "weak points", "our weaknesses", "What are our weaknesses?"),
        "de": ("Schwächen", "Schwäche"),
        "fr": ("faiblesses", "faiblesse", "points faibles", "point faible"),
    },
    "swot.opportunities": {
        "nl": ("kansen", "kans", "opportuniteiten", "opportuniteit", "Welke kansen zien we?"),
        "en": ("opportunities", "opportunity", "What opportunities do we see?"),
        "de": ("Chancen", "Chance", "Möglichkeiten und Chancen"),
        "fr": ("opportunités", "opportunité"),
    },
    "swot.threats": {
        "nl": ("bedreigingen", "bedreiging", "gevaren", "Welke bedreigingen zien we?"),
        "en": ("threats", "threat", "What threats do we see?"),
        "de": ("Risiken", "Risiko", "Bedrohungen", "Bedrohung", "Gefahren"),
        "fr": ("menaces", "menace", "risques"),
    },
    "swot.points-for-attention": {
        "nl": ("aandachtspunten", "belangrijkste aandachtspunten", "Wat vraagt nu het meest onze aandacht?"),
        "en": ("points for attention", "main points for attention", "What needs our attention most right now?"),
    },
    "grrow.goal": {
        "nl": ("doel", "doelen", "doelstelling", "ons doel", "doel (goal)", "Welk doel wil je bereiken?"),
        "en": ("goal", "goals", "our goal", "What goal do you want to reach?"),
        "de": ("Ziel", "Ziele"),
        "fr": ("objectif", "objectifs", "but"),
    },
    "grrow.reality": {
        "nl": ("realiteit", "huidige situatie", "situatie nu", "werkelijkheid", "realiteit (reality)",
               "Hoe is het nu? Welke randvoorwaarden zijn al in orde, en aan welke moet je nog werken?"),
        "en": ("reality", "current situation", "current reality",
               "How are things now? Which preconditions are in place, and which ones do you still have to work on?"),
        "de": ("Realität", "aktuelle Situation", "Ist-Situation"),
        "fr": ("réalité", "situation actuelle"),
    },
    "grrow.resources": {
        "nl": ("hulpbronnen", "hulpbron", "krachtbronnen", "hulpbronnen (resources)",
               "Welke goede voorbeelden van doelgerichte zorg ken je al? Op welke hulpbronnen kun je steunen?"),
        "en": ("resources", "resource",
               "Which good examples of goal-oriented care do you already know? Which resources can you draw on?"),
        "de": ("Ressourcen",),
        "fr": ("ressources",),
    },
    "grrow.options": {
        "nl": ("opties", "optie", "mogelijkheden", "opties (options)",
               "Op welke manieren kun je het doel halen? Welke kansen en mogelijkheden zijn er?"),
        "en": ("options", "option", "In what ways could you reach the goal? What opportunities and possibilities are there?"),
        "de": ("Optionen",),
        "fr": ("options",),
    },
    "grrow.will": {
        "nl": ("weg vooruit", "wil", "weg vooruit (will)", "Wat ga je doen, en wat werk je uit?"),
        "en": ("will", "way forward", "the way forward", "will (the way forward)", "What will you do, and what will you work out further?"),
        "de": ("Wille", "Weg nach vorn"),
        "fr": ("volonté", "voie à suivre"),
    },
    "grrow.action": {
        "nl": ("actie", "acties", "actiepunt", "actiepunten", "wat doen we", "Wat doen we?", "afspraak", "afspraken", "Wie doet wat, en wanneer?"),
        "en": ("action", "actions", "action point", "action points", "action item", "What will we do?", "Who does what, and when?"),
        "de": ("Maßnahme", "Maßnahmen", "Aktion", "Aktionen"),
        "fr": ("actions", "action"),
    },
    "owner_role": {
        "nl": ("wie", "wie trekt het", "trekker", "trekkers", "eigenaar", "verantwoordelijke", "verantwoordelijk", "wie doet het", "door wie"),
        "en": ("who", "owner", "responsible", "who drives it", "lead", "assignee", "person responsible"),
        "de": ("wer", "verantwortlich", "Verantwortliche", "zuständig"),
        "fr": ("qui", "responsable"),
    },
    "due_on": {
        "nl": ("wanneer", "tegen wanneer", "klaar op", "deadline", "streefdatum", "einddatum", "uiterlijk"),
        "en": ("when", "by when", "due", "due date", "done by", "deadline", "due by"),
        "de": ("wann", "bis wann", "fällig", "fällig am", "Termin", "Frist"),
        "fr": ("quand", "pour quand", "échéance", "date limite"),
    },
    "status": {
        "nl": ("status", "stand", "stand van zaken"),
        "en": ("status", "progress"),
        "de": ("Status", "Stand"),
        "fr": ("statut", "état", "état d'avancement"),
    },
    "first_step": {
        "nl": ("eerste kleine stap", "eerste stap"),
        "en": ("first small step", "first step"),
        "de": ("erster Schritt", "erster kleiner Schritt"),
        "fr": ("premier pas", "première étape", "premier petit pas"),
    },
    "organisation": {
        "nl": ("organisatie", "naam organisatie", "naam van de organisatie", "naam van je organisatie", "voorziening", "instelling",
               "zorgorganisatie", "werkgever", "praktijk"),
        "en": ("organisation", "organization", "name of organisation", "institution", "employer", "organisation name"),
        "de": ("Organisation", "Einrichtung", "Name der Organisation", "Institution"),
        "fr": ("organisation", "établissement", "institution", "nom de l'organisation"),
    },
    "team": {
        "nl": ("team", "teamnaam", "naam van het team", "naam van je team", "afdeling", "dienst", "naam team"),
        "en": ("team", "team name", "department", "name of team", "unit", "ward"),
        "de": ("Team", "Abteilung"),
        "fr": ("équipe", "service", "département"),
    },
    "role": {
        "nl": ("rol", "functie", "beroep", "discipline", "jouw functie", "je functie"),
        "en": ("role", "function", "profession", "job title", "your role"),
        "de": ("Rolle", "Funktion", "Beruf"),
        "fr": ("rôle", "fonction", "profession", "métier"),
    },
    "phase": {
        "nl": ("fase", "fase van het project", "projectfase"),
        "en": ("phase", "stage", "project phase"),
        "de": ("Phase", "Projektphase"),
        "fr": ("phase", "étape"),
    },
    "round": {
        "nl": ("ronde", "meting", "jaar", "meetmoment"),
        "en": ("round", "wave", "year"),
        "de": ("Runde", "Jahr"),
        "fr": ("tour", "année"),
    },
    "answered_on": {
        "nl": ("datum", "ingevuld op", "tijdstempel", "datum van invullen", "tijd van voltooien", "Datum ingestuurd", "datum inzending"),
        "en": ("date", "timestamp", "completion time", "date submitted", "submitted", "answered on", "submitted at"),
        "de": ("Datum", "Zeitstempel", "Fertigstellungszeit", "Datum Abgeschickt", "abgeschickt"),
        "fr": ("date", "horodateur", "heure de fin", "date de soumission"),
    },
    "name": {
        "nl": ("naam", "je naam", "jouw naam", "naam deelnemer", "deelnemer", "ingevuld door", "voornaam en naam", "naam en voornaam", "respondent"),
        "en": ("name", "your name", "full name", "participant", "filled in by", "respondent", "name2"),
        "de": ("Name", "Teilnehmer", "Teilnehmende"),
        "fr": ("nom", "participant", "nom et prénom"),
    },
    "email": {
        "nl": ("e-mail", "e-mailadres", "emailadres", "mailadres", "gebruikersnaam"),
        "en": ("email", "e-mail", "email address", "e-mail address", "username"),
        "de": ("E-Mail", "E-Mail-Adresse"),
        "fr": ("e-mail", "adresse e-mail", "adresse de messagerie", "courriel"),
    },
    "response": {
        "nl": ("antwoord-id", "antwoord id", "responsnummer", "reactie-id", "nummer"),
        "en": ("response id", "response", "response number", "id"),
        "de": ("Antwort ID", "Antwort-ID"),
        "fr": ("ID de la réponse", "numéro de réponse"),
    },
    "lang": {
        "nl": ("taal", "starttaal", "begintaal"),
        "en": ("language", "start language"),
        "de": ("Sprache", "Start-Sprache"),
        "fr": ("langue", "langue de départ"),
    },
    "field": {
        "nl": ("veld", "vak", "kwadrant", "onderdeel", "soort"),
        "en": ("field", "quadrant", "box", "category", "question id"),
        "de": ("Feld", "Kategorie"),
        "fr": ("champ", "catégorie"),
    },
    "text": {
        "nl": ("tekst", "antwoord", "uitspraak", "item", "stelling"),
        "en": ("text", "answer", "statement", "item"),
        "de": ("Text", "Antwort", "Aussage"),
        "fr": ("texte", "réponse"),
    },
    "weight": {
        "nl": ("gewicht", "stemmen", "aantal stemmen", "stippen", "punten"),
        "en": ("weight", "votes", "dots", "number of votes"),
        "de": ("Gewicht", "Stimmen"),
        "fr": ("poids", "votes"),
    },
    NOT_USED: {
        "nl": ("begintijd", "tijd van laatste wijziging", "laatste pagina", "begindatum", "datum laatste actie", "ip-adres", "score", "totaal aantal punten"),
        "en": ("start time", "last modified time", "last page", "seed", "date started", "date last action", "ip address", "referrer url", "total points"),
        "de": ("startzeit", "uhrzeit der letzten änderung", "letzte seite", "zufallsstartwert", "datum gestartet", "datum letzte aktivität"),
        "fr": ("heure de début", "heure de la dernière modification", "dernière page"),
    },
}  # fmt: skip
"""Whole headings. Where two meanings share a word, the first one here has it; plain() is applied to all of them."""

OUR_IDS = {
    **{f: f"swot.{f}" for f in ("strengths", "weaknesses", "opportunities", "threats", "points-for-attention", "points_for_attention")},
    **{f: f"grrow.{f}" for f in ("goal", "reality", "resources", "options", "will", "action")},
    **{c: c for c in ("organisation", "team", "role", "phase", "round", "answered_on", "lang", "field", "text", "weight", "instrument")},
    **{c: c for c in ("owner_role", "due_on", "status", "first_step")},
    "response_id": "response", "participant": "name", "date": "answered_on",
    "submitdate": "answered_on", "startlanguage": "lang", "token": "name",
    **dict.fromkeys(("lastpage", "startdate", "datestamp", "ipaddr", "refurl"), NOT_USED),
}  # fmt: skip
"""Names of our own tables, and codes of LimeSurvey. They tell nothing of the language that the answers are in."""

IN_SENTENCES: dict[str, Words] = {
    "swot.strengths": {"nl": (r"\b(?:sterktes?|sterke punten|sterk(?:e)? punt)\b",), "en": (r"\bstrengths?\b",), "de": (r"\bstärken?\b",),
                       "fr": (r"\b(?:points? forts?|forces|atouts)\b",)},
    "swot.weaknesses": {"nl": (r"\b(?:zwaktes?|zwakke punten|zwakheden|zwak punt)\b",), "en": (r"\bweakness(?:es)?\b",), "de": (r"\bschwächen?\b",),
                        "fr": (r"\b(?:points? faibles?|faiblesses?)\b",)},
    "swot.opportunities": {"nl": (r"\b(?:kans(?:en)?|opportuniteit(?:en)?)\b",), "en": (r"\bopportunit(?:y|ies)\b",), "de": (r"\bchancen?\b",),
                           "fr": (r"\bopportunités?\b",)},
    "swot.threats": {"nl": (r"\bbedreiging(?:en)?\b",), "en": (r"\bthreats?\b",), "de": (r"\b(?:risiken|bedrohung(?:en)?)\b",), "fr": (r"\bmenaces?\b",)},
    "grrow.goal": {"nl": (r"\b(?:doel|doelen|doelstelling(?:en)?)\b",), "en": (r"\bgoals?\b",), "de": (r"\bziele?\b",), "fr": (r"\bobjectifs?\b",)},
    "grrow.reality": {"nl": (r"\b(?:realiteit|huidige situatie)\b",), "en": (r"\b(?:reality|current situation)\b",),
                      "de": (r"\b(?:realität|aktuelle situation)\b",), "fr": (r"\b(?:réalité|situation actuelle)\b",)},
    "grrow.resources": {"nl": (r"\b(?:hulpbron(?:nen)?|krachtbronnen)\b",), "en": (r"\bresources\b",), "de": (r"\bressourcen\b",), "fr": (r"\bressources\b",)},
    "grrow.options": {"nl": (r"\bopties?\b",), "en": (r"\boptions\b",), "de": (r"\boptionen\b",), "fr": ()},
    "grrow.action": {"nl": (r"\b(?:acties?|actiepunten)\b",), "en": (r"\bactions?\b",), "de": (r"\bmaßnahmen?\b",), "fr": ()},
}  # fmt: skip
"""Words (as regular expressions) that make a question one about this field, when no other field's word is in it."""

IN_QUESTIONS = {
    "organisation": r"\b(?:organisatie|organisation|organization|voorziening|instelling|werkgever|einrichtung|établissement|institution)\b",
    "team": r"\b(?:team|afdeling|équipe|abteilung|department)\b",
    "role": r"\b(?:rol|functie|beroep|role|profession|job|funktion|beruf|rolle|fonction|métier|rôle)\b",
    "phase": r"\b(?:fase|phase)\b",
    "round": r"\b(?:ronde|round|runde)\b",
}
QUESTION_STARTS = (
    r"(?:wat is (?:je|jouw|uw|de naam|jullie)|(?:in|bij|voor|uit|tot|van) welke?|welke (?:rol|functie|organisatie|fase)|naam van|in which|at which"
    r"|for which|what is (?:your|the name)|which (?:organi|team|role|phase)|name of|in welcher|für welche|name der|nom de|dans quel|quelle est|quel est)\b"
)
"""Only a short question that begins so asks who or where somebody is; 'What would help your team?' is no name of a team."""

LETTERS = {
    "swot": {
        "s": "strengths",
        "w": "weaknesses",
        "z": "weaknesses",
        "o": "opportunities",
        "k": "opportunities",
        "t": "threats",
        "b": "threats",
    }
}
"""Initials, in English and Dutch; taken for fields only where all four stand together, or in a column of fields."""
