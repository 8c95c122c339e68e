"""The words by which goals and preconditions are looked at, in Dutch and English: small lists, made to be read and corrected.

They find, they do not judge: what is found is quoted to the people who wrote it, what is not found becomes a question to them.
"""

from __future__ import annotations

MONTHS = {
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    "en": ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
}

NUMBERS = {
    "nl": ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}
"""From 1. 'een' is also an article: it counts as a number before a unit of time only."""

_N = {
    lang: rf"(?:\d+|{'|'.join([*words, 'één', 'anderhalf', 'enkele', 'half'] if lang == 'nl' else [*words, 'a', 'an'])})"
    for lang, words in NUMBERS.items()
}
_UNITS = {
    "nl": r"(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|half(?:\s|-)?jaar|jaar|jaren|semesters?|trimesters?)",
    "en": r"(?:days?|weeks?|months?|quarters?|half\s(?:a\s)?years?|years?)",
}
NUMERIC_DATE = r"(?:20\d\d-\d\d?-\d\d?|\d\d?[/.-]\d\d?[/.-](?:20)?\d\d)"

AMOUNT: dict[str, tuple[str, ...]] = {
    "nl": (
        r"(?<!fase\s)(?<!stap\s)(?<!ronde\s)\b\d+(?:[.,]\d+)?(?:\s?%|\s(?:procent|op\s(?:de\s)?\d+|[^\W\d]\w+))",
        rf"\b(?:{'|'.join(NUMBERS['nl'][1:])}|één|twintig|dertig|honderd)\s(?!jaar|maand|we[ek]|dag|kwarta)\w+",
        r"\b(?:alle|elke|elk|iedere|ieder)\s(?!dag\b|keer\b)\w+(?:\s(?!die\b|in\b|van\b|met\b|is\b|krijgt\b|heeft\b)\w+)?",
        r"\b(?:minstens|ten\sminste|maximaal|hoogstens)\s\w+(?:\s\w+)?",
        r"\b(?:de\shelft|een\sderde|een\skwart|driekwart)\b",
        r"\b(?:wekelijks|maandelijks|dagelijks|tweewekelijks|jaarlijks)\w*",
    ),
    "en": (
        r"(?<!phase\s)(?<!step\s)(?<!round\s)\b\d+(?:[.,]\d+)?(?:\s?%|\s(?:percent|out\sof\s\d+|[^\W\d]\w+))",
        rf"\b(?:{'|'.join(NUMBERS['en'])}|twenty|thirty|hundred)\s(?!years?|months?|weeks?|days?|of\b|another\b|to\b|and\b|thing\b)\w+",
        r"\b(?:all|every|each)\s(?!of\b|time\b|day\b)\w+(?:\s(?!who\b|in\b|of\b|with\b|is\b|has\b|gets\b)\w+)?",
        r"\bat\s(?:least|most)\s\w+(?:\s\w+)?",
        r"\b(?:half\sof|a\sthird|a\squarter\sof)\b",
        r"\b(?:weekly|monthly|daily|fortnightly|yearly)\b",
    ),
}
"""Something to count: a number with what it counts, all or each of something, a part, how often."""

THING = {
    "nl": r"\b[\w-]*(?:gesprek(?:ken|je|jes)?|huisbezoek(?:en)?|vergadering(?:en)?|overlegmoment(?:en)?|teamoverleg|intervisies?|workshops?|"
    r"opleiding(?:en)?|vorming(?:en)?|training(?:en)?|infosessies?|sessies?|formulier(?:en)?|sjablo(?:on|nen)|vragenlijst(?:en)?|checklists?|"
    r"doelenkaart(?:en)?|kaartjes|folders?|flyers?|nieuwsbrief|nieuwsbrieven|affiches?|posters?|draaiboek(?:en)?|stappenplan(?:nen)?|"
    r"zorgplan(?:nen)?|ondersteuningsplan(?:nen)?|jaarplan(?:nen)?|werkgroep(?:en)?|proefproject(?:en)?|bevraging(?:en)?|enquêtes?|verslag(?:en)?)\b",
    "en": r"\b[\w-]*(?:conversations?|home\svisits?|meetings?|workshops?|training|sessions?|forms?|templates?|questionnaires?|checklists?|"
    r"goal\scards?|leaflets?|newsletters?|posters?|scripts?|care\splans?|support\splans?|annual\splans?|working\sgroups?|pilots?|surveys?|"
    r"reports?)\b",
}
"""Something to see: what people hold, make or hand over."""

TIME: dict[str, tuple[str, ...]] = {
    "nl": (
        rf"\b{NUMERIC_DATE}\b",
        rf"\b(?:\d\d?\s|begin\s|midden\s|eind\s|half\s)?(?:{'|'.join(MONTHS['nl'])})\b(?:\s20\d\d)?",
        r"\b(?:op|voor|vóór|tegen|vanaf|rond)\s\d\d?/\d\d?\b",
        rf"\b(?:binnen|over|na|in|tegen|voor)\s(?:de\s|het\s|ongeveer\s|een\s)?{_N['nl']}\s?{_UNITS['nl']}\b|\bbinnen\s(?:de|het)\s{_UNITS['nl']}\b",
        r"\b(?:deze|dit|volgende?|komende?|eind(?:e)?(?:\svan\s(?:het|de|dit|deze|volgend))?|begin|tegen\shet\seinde\svan\shet)\s(?:week|maand|kwartaal|(?:school|werk|kalender)?jaar|semester)\b",
        r"\b(?:voorjaar|najaar|lente|zomer(?:vakantie)?|herfst(?:vakantie)?|winter|kerst(?:vakantie)?|pasen|paasvakantie|jaareinde|nieuwjaar)\b(?:\s20\d\d)?",
        r"\b(?:eerste|tweede|derde|vierde|laatste)\s(?:kwartaal|semester|trimester)\b|\bQ[1-4]\b",
        r"\b20[2-4]\d\b",
    ),
    "en": (
        rf"\b{NUMERIC_DATE}\b",
        rf"\b(?:\d\d?\s)?(?:{'|'.join(m for m in MONTHS['en'] if m not in ('march', 'may'))})\b(?:\s20\d\d)?",
        r"\b(?:(?:by|in|before|after|until|from|early|late|mid|since|\d\d?)[\s-](?:the\send\sof\s)?)(?:march|may)\b(?:\s20\d\d)?|\b(?:march|may)\s20\d\d",
        r"\b(?:on|by|before|from)\s\d\d?/\d\d?\b",
        rf"\b(?:within|in|after)\s(?:about\s|the\snext\s)?{_N['en']}\s{_UNITS['en']}\b|\bwithin\sthe\s{_UNITS['en']}\b|\b{_N['en']}\s{_UNITS['en']}\sfrom\snow\b",
        r"\b(?:this|next|end\sof\s(?:the|this|next)|start\sof\s(?:the|next))\s(?:week|month|quarter|(?:school\s)?year|term)\b",
        r"\b(?:in|by|before|after|until|this|next|the)\s(?:the\s|next\s)?(?:spring|summer|autumn|winter|easter|christmas|new\syear)\b(?:\s20\d\d)?",
        r"\b(?:first|second|third|fourth|last)\s(?:quarter|term)\b|\bQ[1-4]\b",
        r"\b20[2-4]\d\b",
    ),
}
"""By when: a date, a month, a season, a time from now. 'binnenkort', 'op termijn' and 'soon' say nothing that can be held to."""

EVALUATION: dict[str, tuple[str, ...]] = {
    "nl": (
        r"\bge?[ëe]?valu\w*|\b\w*evalu(?:atie|eer|eren|eert)\w*",
        r"\bterug(?:kijk|blik|kom)\w*|\b(?:kijk|kijken|kijkt|blik|blikken|blikt|komen|kom)\b[^.!?]{0,40}\bterug\b",
        r"\bopvolg\w*|\bop\ste\svolgen\b|\bvolg(?:t|en)?\b[^.!?]{0,40}\bop\b(?=\s*(?:[.,;!?]|$|of\b|en\b|na\b|elke\b|met\b))",
        r"\bbijstur\w*|\bsturen\b[^.!?]{0,30}\bbij\b|\btussentijds\w*|\bnulmeting\w*|\btussenstand\b|\bstand\svan\szaken\b",
        rf"\bna\s(?:een\s)?{_N['nl']}?\s?{_UNITS['nl']}[^.!?]{{0,30}}\b(?:bekijk\w*|bespreken|bespreekt|meten|toetsen|nagaan)\b",
        rf"\b(?:bekijk\w*|bespreken|bespreekt|meten|toetsen)\b[^.!?]{{0,40}}\bna\s(?:een\s)?{_N['nl']}?\s?{_UNITS['nl']}",
        r"\bherbekijk\w*|\bopnieuw\sbekijk\w*|\bbekijk\w*[^.!?]{0,30}\bopnieuw\b",
    ),
    "en": (
        r"\bevaluat\w*|\breview(?:s|ed|ing)?\b|\bprogress\scheck\w*",
        r"\blook(?:s|ing)?\s(?:\w+\s){0,2}back\b|\bcheck(?:s|ing)?\s(?:back|in)\b|\btake\sstock\b|\btaking\sstock\b",
        r"\bfollow(?:ing|s)?(?:\s|-)?(?:\w+\s)?up\b|\bbaseline\b|\bhalfway\b",
        rf"\bafter\s{_N['en']}?\s?{_UNITS['en']}[^.!?]{{0,30}}\b(?:see|discuss|measure|check)\b",
        rf"\b(?:see|discuss|measure|check)\b[^.!?]{{0,40}}\bafter\s{_N['en']}?\s?{_UNITS['en']}",
    ),
}
"""A moment at which people look at how it went."""

NOT_YET = {
    "nl": r"\b(?:nog\s(?:\w+\s)?(?:niet|geen|te\sdoen|niemand)|niet|geen|niemand|nergens|ontbre(?:ekt|ken)|ontbrak|te\s(?:weinig|kort|krap|klein)|tekort\w*|"
    r"onvoldoende|amper|nauwelijks|moet(?:en)?|nodig|nood\saan|behoefte\saan|mis(?:sen|t)|wachten\sop|hapert|zou(?:den)?|onduidelijk)\b",
    "en": r"\b(?:not|no|nobody|none|never|lacks?|lacking|missing|too\s(?:little|few|short|small)|short\sof|shortage|insufficient|hardly|barely|must|"
    r"has\sto|have\sto|(?:we|they|it|still)\sneeds?|needs?\s(?:a|an|for|more|time|to)|(?:is|are)\sneeded|waiting\sfor|unclear|should|(?:is|are|do|does|has|have|was)n['’]t)\b",
}
"""There is work to do before it can succeed."""

IN_PLACE = {
    "nl": r"\b(?:al|reeds|in\sorde|is\sgeregeld|geregeld|(?:we|wij)\shebben|hebben\s(?:we|wij)|er\s(?:is|zijn)|(?:is|zijn)\ser|beschikbaar|aanwezig|"
    r"klaar|voldoende|genoeg|loopt\s(?:goed|vlot)|lopen\s(?:goed|vlot)|werkt\sgoed|gaat\sgoed|steunt|steunen|akkoord|vrijgemaakt|goedgekeurd|ok[ée]?)\b",
    "en": r"\b(?:already|in\sorder|in\splace|arranged|we\shave|there\s(?:is|are)|available|ready|enough|sufficient|goes\swell|go\swell|works\swell|"
    r"runs\swell|supports?|agreed|approved|ok(?:ay)?)\b",
}
"""It is there already."""

NO_WORRY = {
    "nl": r"\b(?:geen\s(?:probleem|problemen|bezwaar|bezwaren|obstakel\w*)|niet\s(?:meer\s)?nodig|hoeft\sniet|ontbreekt\s(?:aan\s)?niets|niet\salleen)\b",
    "en": r"\b(?:no\s(?:problem|problems|objection|objections|obstacles?)|not\s(?:any\slonger\s)?needed|no\slonger\sneeded|nothing\s(?:is\s)?missing|not\sonly)\b",
}
"""Words that look like work to do and are not."""

BUT = {"nl": r",?\s*\b(?:maar|echter|alleen\sis|al\sis\ser)\b\s*,?", "en": r",?\s*\b(?:but|however|though)\b\s*,?"}
"""Between what is in place and what is not."""
