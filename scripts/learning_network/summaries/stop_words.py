"""Words that say little by themselves: they stand in no list of frequent words. Our own short lists, folded as coding.words_of() does."""

from __future__ import annotations

_NL = """
aan achter al alle alleen alles als altijd ander andere anders bij binnen blijf blijft blijven boven buiten daar daarbij daardoor daarna daarom dan
dat de deze die dit doe doen doet door dus echt een eens eerst elk elke en enige enkel enkele er eraan erbij erin ermee erop ervan ervoor
gaan gaat ga geen gedaan geef geeft gegeven gehad geweest gewoon geworden goed goede had hadden haar heb hebben hebt heeft heel helemaal hem hen het hier hij hoe hun
ieder iedere iedereen iemand iets ik in is ja je jij jou jouw jullie kan kom komen komt kon kunnen kunt krijgen krijgt laat laten maak maakt maken maar me meer meest meeste men
met mij mijn moet moeten mogen mag na naar nee nergens net niet niets niemand nodig nog nooit nu of om omdat ons onze ook op over overal
per soms staat staan steeds te tegen ten ter terug terwijl toch toe tot tussen uit u uw van vanuit vaak veel verder via vind vinden volgens voor vooral
waar waardoor waarom want waren was wat we weer weinig wel welke wie wij wil willen word worden wordt wou wilde zal ze zeer zelf zich zij zijn zit zitten zo zoals zonder zou zouden zulke
s t m n
"""

_EN = """
a about after again all also always am an and another any anything are as at be because been before being between both but by can cannot could
did do does doing done dont down each else enough even ever every everyone everything few for from get gets getting go goes going good got had has have having
he her here hers him his how i if in into is isnt it its just let like lot make makes making many may me might more most much must my need needs never no not nothing now
of off often on once one only or other others our out over own per rather really same see she should since so some something sometimes still such
take than that the their them then there these they thing things this those through to too under until up us use used very via was way we well were what when where which
while who whole why will with within without would yes yet you your s t
"""

STOP_WORDS = {"nl": frozenset(_NL.split()), "en": frozenset(_EN.split())}
