/* The words of the example pages. Made by tests/example_words.py from words/nl/: change those, and run it. */

const exampleWords = {
 "device": {
  "bar": "Bewaren en meenemen",
  "choose": "Wat is open",
  "name": "Naam, bijvoorbeeld van je team",
  "unnamed": "Zonder naam",
  "new": "Nieuw",
  "new_said": "Je begint met een leeg blad. Wat open was, blijft bewaard.",
  "remove": "Weghalen",
  "removed": "Weggehaald: {name}.",
  "undo": "Ongedaan maken",
  "undone": "Het staat er weer.",
  "state": {
   "none": "Wat je invult, blijft bewaard op dit toestel.",
   "kept": "Bewaard op dit toestel om {time}",
   "full": "Niet bewaard. De opslag van deze browser is vol. Neem mee wat hier staat, of maak plaats op de pagina ‘Op dit toestel’.",
   "forbidden": "Niet bewaard. Deze browser laat niet toe dat een site iets bewaart. Neem mee wat hier staat voor je weggaat."
  },
  "stays": "Wat hier staat, is nog niet bewaard. Daarom blijft het open. Neem het eerst mee.",
  "second_name": "{name} (tweede versie, {time})",
  "beside": "‘{name}’ is ook in een ander tabblad veranderd. Beide versies zijn bewaard. Hier staat nu jouw versie: ‘{own}’.",
  "gone": "‘{name}’ is in een ander tabblad weggehaald. Hier staat het nog. Als je iets verandert, wordt het weer bewaard.",
  "taken_over": "‘{name}’ is net in een ander tabblad veranderd. Je ziet nu die versie.",
  "unreadable": "‘{name}’ kan niet open: {reason} Het blijft bewaard zoals het is.",
  "newer": "Het is gemaakt met een nieuwere versie van de site. Laad deze pagina opnieuw.",
  "spoiled": {
   "one": "Op dit toestel staat iets bij deze pagina dat niet te lezen is. Het blijft staan. Bekijk het op de pagina ‘Op dit toestel’.",
   "other": "Op dit toestel staan {n} dingen bij deze pagina die niet te lezen zijn. Ze blijven staan. Bekijk ze op de pagina ‘Op dit toestel’."
  },
  "spoiled_reason": "Dit is beschadigd, of het komt niet van deze site.",
  "print": "Afdrukken",
  "taking": "Meenemen of openen",
  "out": "Meenemen",
  "copy": "Kopieer als tekst",
  "copied": "Gekopieerd. Plak het waar je wilt.",
  "copy_self": "Kopieer deze tekst zelf",
  "exported": "Opgeslagen bij je downloads: {file}",
  "in": "Bestand openen",
  "in_hint": "Je ziet eerst wat erin staat. Daarna kies je of je het overneemt.",
  "import_title": "Dit staat in {file}",
  "holds": "{name}: {answers}",
  "answers": {
   "one": "1 antwoord",
   "other": "{n} antwoorden"
  },
  "how": "Hoe neem je het over?",
  "as_new": "Als nieuw, naast wat er al is",
  "as_replacement": "In de plaats van ‘{name}’",
  "as_new_said": "Het komt naast wat er al is. Er gaat niets weg.",
  "as_first": "Het komt op deze pagina te staan.",
  "changes": {
   "one": "Dit ene antwoord wordt anders:",
   "other": "Deze {n} antwoorden worden anders:"
  },
  "no_changes": "Er verandert niets. De antwoorden zijn dezelfde.",
  "more_changes": {
   "one": "En nog 1 antwoord.",
   "other": "En nog {n} antwoorden."
  },
  "empty": "(leeg)",
  "take": "Overnemen",
  "cancel": "Niet overnemen",
  "close": "Sluiten",
  "replaced": "De antwoorden in ‘{name}’ zijn vervangen.",
  "added": {
   "one": "Overgenomen: {name}.",
   "other": "{n} keer overgenomen. Je ziet nu: {name}."
  },
  "refused_title": "Dit kan niet open",
  "refused_same": "Er is niets veranderd aan wat hier staat.",
  "too_large": "Dit bestand is te groot. Het komt niet van deze site.",
  "nothing_in": "In dit bestand staan geen antwoorden.",
  "share": "Deel met een link",
  "share_empty": "Er is nog niets ingevuld. Een link heeft nog geen zin.",
  "share_holds": "In de link staat alles wat je invulde in ‘{name}’: {answers}.",
  "share_warning": "Wie de link heeft, kan dat lezen. Zet er dus geen namen of gegevens van mensen in. De antwoorden staan in de link zelf. Ze gaan niet naar een server.",
  "share_make": "Maak de link",
  "share_long": "Dit is te lang voor een link ({n} tekens, het mogen er {most} zijn). Veel mailprogramma's breken zo'n link af. Stuur een bestand.",
  "share_link": "De link",
  "share_copy": "Kopieer de link",
  "share_title": "Dit staat in de link",
  "share_spoiled": "Deze link is niet heel. Vraag om de link opnieuw te sturen, of vraag een bestand.",
  "share_other": "Deze link hoort niet bij deze pagina.",
  "share_newer": "Deze link is gemaakt met een nieuwere versie van de site. Laad deze pagina opnieuw en open de link dan nog eens."
 },
 "planner": {
  "exercises": "Oefeningen",
  "day": "Dag",
  "start": "Begin",
  "end": "Einde",
  "participants": "Deelnemers",
  "facilitators": "Begeleiders",
  "n_participants": {
   "one": "1 deelnemer",
   "other": "{n} deelnemers"
  },
  "n_facilitators": {
   "one": "1 begeleider",
   "other": "{n} begeleiders"
  },
  "found": {
   "one": "1 oefening",
   "other": "{n} oefeningen"
  },
  "added": "Erbij gezet: {title}.",
  "removed": "Weggehaald: {title}.",
  "moved": "{title} is nu nummer {n}.",
  "used": "Je gebruikt nu: {title}. Het kwam in de plaats van de oefeningen die er stonden.",
  "full": "Er passen {n} oefeningen in een plan. Haal er eerst één weg.",
  "up": "Eerder",
  "down": "Later",
  "remove": "Weg",
  "pause": "Pauze erna",
  "pause_after": "Pauze na {title}, in minuten",
  "pause_of": "pauze van {n} min",
  "minutes": "minuten",
  "min": "{n} min",
  "break": "Pauze",
  "agenda": "Agenda",
  "bring": "Wat breng je mee?",
  "prepare": "Wat bereid je voor?",
  "finish": "einde",
  "end_after": {
   "one": "einde, na 1 minuut",
   "other": "einde, na {n} minuten"
  },
  "at_least": "minstens {n}",
  "small_groups": {
   "one": "1 groepje",
   "other": "{n} groepjes"
  },
  "for_participants": {
   "one": "Geteld voor 1 deelnemer.",
   "other": "Geteld voor {n} deelnemers."
  },
  "for_nobody": "Je zei niet met hoeveel jullie zijn. Reken zelf uit wat er per persoon of per groepje nodig is.",
  "reuse": "Gebruik je iets opnieuw, zoals stiften of een klok? Dan is het hoogste aantal van één oefening genoeg.",
  "no_materials": "Je hebt niets nodig.",
  "times": {
   "one": "1 keer",
   "other": "{n} keer"
  },
  "fits": "Alles past. De tijd, de groep en de begeleiding kloppen.",
  "fits_so_far": "Tot nu toe past alles. Vul in met hoeveel je bent en van wanneer tot wanneer, dan weet je het zeker.",
  "unknown": "Onbekende oefening ({id})",
  "not_here": "De oefening ‘{id}’ staat niet op deze site. Ze telt niet mee in de tijd.",
  "fault": {
   "no_start": "Je vulde een einde in, maar geen begin. Vul ook in wanneer je begint.",
   "end_first": "Het einde komt voor het begin. Kijk de tijden na.",
   "midnight": {
    "one": "Dit gaat 1 minuut door na middernacht.",
    "other": "Dit gaat {n} minuten door na middernacht."
   },
   "late": {
    "one": "Dit duurt 1 minuut te lang.",
    "other": "Dit duurt {n} minuten te lang."
   },
   "breaks": "De pauzes duren samen {n} minuten. Zonder pauzes past het.",
   "together": "Eén oefening weglaten is niet genoeg. Het past wel zonder: {titles}.",
   "other_time": "Begin vroeger, eindig later, of kies een kortere oefening.",
   "shorten": "{title}: zo kan het met weinig tijd",
   "large": "{title}: zo kan het met een grote groep",
   "group": "{title} is voor {size}, en jullie zijn met {n}.",
   "facilitators": {
    "one": "Hiervoor is 1 begeleider nodig: {titles}.",
    "other": "Hiervoor zijn {n} begeleiders nodig: {titles}."
   },
   "drop": "Laat weg: {title} ({n} min)"
  },
  "json": "Bestand (JSON)",
  "session": "Sessie",
  "calendar_needs": "Vul eerst de dag en het begin in. Dan weet je agenda wanneer het is.",
  "calendar_made": "Het bestand staat bij je downloads. Open het, en je agenda neemt de sessie over.",
  "refused_json": "Dit bestand is niet te lezen. Kies een bestand dat je hier opsloeg.",
  "refused_kind": "Dit is geen plan van een sessie. Misschien hoort het bij een andere pagina.",
  "refused_newer": "Dit bestand is gemaakt met een nieuwere versie van de site. Laad deze pagina opnieuw en probeer het dan nog eens.",
  "refused_plan": "In dit plan staat iets dat niet kan, zoals een tijd die niet bestaat. Sla het opnieuw op waar het vandaan komt.",
  "refused_twice": "In dit plan staat een oefening twee keer."
 },
 "worksheet": {
  "organisation": "Organisatie",
  "team": "Team",
  "role": "Functie",
  "round": "Ronde",
  "phase": "Fase",
  "date": "Datum",
  "name": "Naam",
  "add": "Nog een punt",
  "clear": "Wis keuze",
  "drawing": "Teken op papier, of beschrijf hier wat je zou tekenen.",
  "item_up": "Punt {n} naar boven",
  "item_down": "Punt {n} naar beneden",
  "item_remove": "Haal punt {n} weg",
  "item_more": "Een stem meer voor punt {n}",
  "item_less": "Een stem minder voor punt {n}",
  "votes": {
   "one": "1 stem",
   "other": "{n} stemmen"
  },
  "moved": "Nu punt {n} van {total}.",
  "removed_item": "Weggehaald: {text}",
  "row": "Rij {n}",
  "row_add": "Nog een rij",
  "row_remove": "Haal rij {n} weg",
  "removed_row": "Rij {n} weggehaald: {text}",
  "earlier": "Uit een andere versie van dit blad",
  "earlier_hint": "Deze antwoorden passen bij geen vraag op dit blad. Ze blijven bewaard en gaan mee als je het blad bewaart als bestand.",
  "earlier_remove": "Haal deze antwoorden weg",
  "earlier_removed": "De antwoorden uit een andere versie zijn weggehaald.",
  "json": "Bestand om te bewaren of in te leveren (JSON)",
  "csv": "Tabel voor een rekenblad (CSV)",
  "foreign": "In dit bestand staan geen antwoorden van een werkblad van deze site.",
  "newer": "Dit bestand komt van een nieuwere versie van deze site. Open de nieuwste versie en probeer het daar.",
  "other_sheet": "Dit bestand hoort bij een ander werkblad ({id}). Open dat werkblad en haal het bestand daar binnen.",
  "broken": "Dit bestand is beschadigd of veranderd, en kan niet gelezen worden.",
  "too_large": "Dit bestand is te groot voor een werkblad (meer dan 5 MB)."
 },
 "teamMatrix": {
  "file": "hulpmiddelenmatrix",
  "no_name": "Team zonder naam",
  "as_json": "JSON, om samen te leggen",
  "as_xlsx": "Spreadsheet (XLSX)",
  "as_csv": "CSV",
  "no_answer": "–",
  "read_about": "Lees over dit hulpmiddel",
  "remark_tool": "Opmerking over dit hulpmiddel",
  "on_site": "Op de site: {said}.",
  "minutes_wrong": "Dit zijn geen minuten. Typ een getal, bv. 20 of 20-30.",
  "next": "Volgende hulpmiddel",
  "remove": "Haal {name} weg",
  "removed": "Weggehaald: {name}.",
  "own": "van jullie",
  "own_empty": "Typ eerst hoe het hulpmiddel heet.",
  "own_known": "{name} staat al in de lijst.",
  "answers": {
   "one": "1 antwoord",
   "other": "{n} antwoorden"
  },
  "found": {
   "one": "1 hulpmiddel gevonden.",
   "other": "{n} hulpmiddelen gevonden."
  },
  "filled": "{n} van {total} hulpmiddelen ingevuld.",
  "asked": "{n} van {total} vragen gekozen.",
  "other": "Wat geen plaats heeft ({n})",
  "nothing_yet": "Er is nog niets ingevuld.",
  "merge": "Teams naast elkaar",
  "here": "op dit toestel: {name}",
  "take_out": "Haal weg",
  "nothing_here": "Er zijn nog geen ingevulde matrices gekozen.",
  "teams": {
   "one": "1 team.",
   "other": "{n} teams."
  },
  "account": "{cells} antwoorden gelezen: {merged} naast elkaar, {listed} niet.",
  "differences": "Hier verschillen jullie",
  "no_differences": "Nergens geven teams een ander antwoord op dezelfde vraag.",
  "difference": "verschil {share}%",
  "agree": "Hier zijn teams het eens",
  "one_team": "Nog geen twee antwoorden",
  "said": "Opmerkingen en teksten",
  "new_tools": "Nieuwe hulpmiddelen",
  "listed": "Niet meegeteld, of goed om te weten",
  "show_rest": "Toon er nog {n}",
  "print_merged": "Druk dit overzicht af",
  "reasons": {
   "missing": "hier ontbreekt iets",
   "criterion": "deze vraag kent de matrix niet",
   "value": "dit antwoord hoort niet bij de vraag",
   "twice": "dit team beantwoordt dit twee keer, het eerste telt",
   "key": "dit hoort niet bij een antwoord",
   "same_file": "dit is hetzelfde bestand als een ander, het telt één keer",
   "same_team": "dit team gaf al dezelfde antwoorden, ze tellen één keer",
   "namesake": "er is nog een team met deze naam, dit heet nu"
  },
  "too_large": "{file} is te groot voor deze pagina. Gebruik het commando learning-network matrix merge.",
  "no_json": "{file} is niet te lezen. Exporteer de matrix opnieuw als JSON.",
  "no_matrix": "{file} is geen ingevulde hulpmiddelenmatrix. Kies een JSON-bestand van deze pagina.",
  "newer": "{file} komt van een nieuwere versie van deze pagina. Laad de pagina opnieuw.",
  "nothing_in": "In {file} staat geen antwoord.",
  "newer_here": "Deze matrix komt van een nieuwere versie van deze pagina. Laad de pagina opnieuw.",
  "not_ours": "Dit is geen ingevulde hulpmiddelenmatrix."
 },
 "kept": {
  "count": {
   "one": "Er is 1 ding bewaard.",
   "other": "Er zijn {n} dingen bewaard."
  },
  "answers": {
   "one": "1 antwoord",
   "other": "{n} antwoorden"
  },
  "nothing": "Er is niets bewaard op dit toestel.",
  "unnamed": "Zonder naam",
  "saved": "bewaard op {moment}",
  "spoiled": "Dit is niet te lezen",
  "spoiled_hint": "Het is beschadigd, of het komt niet van deze site. Het blijft staan tot je het weghaalt.",
  "remove": "Weghalen",
  "removed": "Weggehaald: {name}.",
  "undo": "Ongedaan maken",
  "undone": "Het staat er weer.",
  "clear_title": "Alles wissen?",
  "clear_warning": "Dit kun je niet ongedaan maken. Wil je het bewaren, sla het dan eerst op in één bestand.",
  "clear_yes": {
   "one": "Wis dit ene ding",
   "other": "Wis alle {n} dingen"
  },
  "clear_no": "Niet wissen",
  "cleared": {
   "one": "1 ding gewist.",
   "other": "{n} dingen gewist."
  },
  "backup_name": "alles van dit toestel",
  "from_file": "{name} (uit een bestand)",
  "put": {
   "one": "1 ding teruggezet.",
   "other": "{n} dingen teruggezet."
  },
  "same": {
   "one": "1 ding was er al.",
   "other": "{n} dingen waren er al."
  },
  "broken": {
   "one": "1 ding in het bestand was niet te lezen.",
   "other": "{n} dingen in het bestand waren niet te lezen."
  },
  "failed": {
   "one": "Voor 1 ding was geen plaats.",
   "other": "Voor {n} dingen was geen plaats."
  },
  "no_json": "Dit bestand is niet te lezen. Er is niets veranderd.",
  "no_backup": "Dit is geen bestand dat je op deze pagina opsloeg. Een werkblad open je op de pagina van dat werkblad.",
  "newer": "Dit bestand komt van een nieuwere versie van de site. Laad deze pagina opnieuw en probeer het dan nog eens."
 },
 "summary": {
  "busy": "Bezig met lezen ...",
  "done": {
   "one": "Klaar: 1 antwoord, bestanden: {files}.",
   "other": "Klaar: {n} antwoorden, bestanden: {files}."
  },
  "no_rules": "De regels voor de thema’s konden niet geladen worden. Laad de pagina opnieuw.",
  "failed": "Er ging iets mis bij het lezen. Er is niets veranderd.",
  "cleared": "Alles is weg. Kies nieuwe bestanden.",
  "nothing": "In deze bestanden staat geen SWOT en geen GRROW om samen te vatten. Hieronder zie je wat er gelezen is.",
  "made_on": "Samengevat op {day}, in deze browser.",
  "empty": "Niemand schreef hier iets.",
  "left_empty": {
   "one": "1 ingevuld blad liet dit vak leeg.",
   "other": "{n} ingevulde bladen lieten dit vak leeg."
  },
  "uncoded": {
   "one": "Zonder thema: 1 antwoord",
   "other": "Zonder thema: {n} antwoorden"
  },
  "instruments": {
   "swot": "SWOT",
   "grrow": "GRROW"
  },
  "count": {
   "respondents": {
    "one": "1 mens",
    "other": "{n} mensen"
   },
   "teams": {
    "one": "1 team",
    "other": "{n} teams"
   },
   "organisations": {
    "one": "1 organisatie",
    "other": "{n} organisaties"
   },
   "items": {
    "one": "1 antwoord",
    "other": "{n} antwoorden"
   }
  },
  "themes": {
   "title": "Thema’s",
   "how": "Vaste regels zoeken de thema’s op woorden. Een antwoord kan over meer dan één thema gaan. De getallen tellen mensen: wie drie keer hetzelfde zegt, telt één keer.",
   "caption": "mensen die een thema noemden, per vak",
   "theme": "Thema"
  },
  "rounds": {
   "title": "Rondes naast elkaar",
   "about": "We vergelijken alleen organisaties die in beide rondes meededen, en tellen organisaties.",
   "between": "Van ronde {earlier} naar ronde {later}",
   "organisations": {
    "one": "1 organisatie deed in beide rondes mee.",
    "other": "{n} organisaties deden in beide rondes mee."
   },
   "kept_out": "We vergelijken niet. In een van de rondes antwoordden minder dan {n} mensen, of je zou kunnen raden wat een kleine groep zei.",
   "nothing": "Er zijn geen thema’s om te vergelijken.",
   "caption": "van ronde {earlier} naar ronde {later}",
   "heads": [
    "Thema",
    "Vak",
    "Nieuw",
    "Weg",
    "Gebleven"
   ]
  },
  "plans": {
   "actions": "Acties",
   "count": {
    "one": "Er is 1 actie.",
    "other": "Er zijn {n} acties."
   },
   "late": {
    "one": "1 actie is over tijd.",
    "other": "{n} acties zijn over tijd."
   },
   "signed": "Bij acties en doelen staat van wie ze zijn: het zijn afspraken van een team.",
   "caption": "Acties op datum",
   "heads": [
    "Wat",
    "Wie (functie)",
    "Tegen wanneer",
    "Stand",
    "Eerste kleine stap",
    "Organisatie, team"
   ],
   "overdue": "over tijd",
   "no_owner": "Wie?",
   "no_date": "Wanneer?",
   "chains": "Doelen",
   "chain": "Doel {n}",
   "no_chain": "Hier staan alleen acties."
  },
  "account": {
   "title": "Wat is er gelezen?",
   "sum": "{cells} vakken gelezen = {answered} met een antwoord + {empty} leeg + {rejected} geweigerd. Eén vak kan meer dan één antwoord geven.",
   "caption": "Vakken per bestand",
   "heads": [
    "Bestand",
    "Gelezen",
    "Met antwoord",
    "Leeg",
    "Geweigerd",
    "Antwoorden"
   ],
   "rejected": "Wat niet meetelt",
   "line": "{file}{place}: {reason}",
   "other": {
    "one": "1 antwoord staat op een ander werkblad. Het is gelezen en hier niet samengevat.",
    "other": "{n} antwoorden staan op andere werkbladen. Ze zijn gelezen en hier niet samengevat."
   }
  },
  "masked": {
   "some": "Vervangen door een teken: {kinds}.",
   "none": "Er zijn geen mailadressen, telefoonnummers of andere persoonlijke nummers gevonden.",
   "check": "Namen zoekt deze pagina niet. Lees de citaten dus na voor je ze deelt."
  },
  "reasons": {
   "kind": "dit is geen JSON, CSV of XLSX. Andere bestanden lees je met de opdracht op deze pagina.",
   "unreadable": "het bestand kan niet geopend worden. Kopieer het opnieuw.",
   "newer": "het bestand is van een andere versie van deze site. Bewaar het opnieuw, of gebruik de nieuwste site.",
   "no_json": "het bestand is beschadigd of geen JSON. Vraag het opnieuw.",
   "other_json": "dit is geen ingevuld werkblad van deze site.",
   "other_file": "deze tabel komt niet van een werkblad op deze site. Andere tabellen lees je met de opdracht op deze pagina.",
   "no_book": "het bestand is beschadigd of geen XLSX. Open het in je rekenprogramma, en bewaar het opnieuw als .xlsx.",
   "locked": "het bestand heeft een wachtwoord, of het is een oude .xls. Open het, haal het wachtwoord weg, en bewaar het als .xlsx.",
   "unpacked": "er zit veel meer in dit bestand dan deze pagina aankan. Kopieer de antwoorden naar een nieuw bestand, of gebruik de opdracht op deze pagina.",
   "doctype": "in dit bestand staat iets wat een rekenblad nooit nodig heeft (DOCTYPE). We lezen het daarom niet. Vraag het opnieuw.",
   "bad_cell": "dit vak kan niet gelezen worden. Open het bestand in je rekenprogramma, en bewaar het opnieuw als .xlsx.",
   "old_browser": "deze browser is te oud om XLSX te lezen. Het kan vanaf Chrome of Edge 103, Firefox 113 en Safari 16.4, of met de opdracht op deze pagina.",
   "no_response": "dit is geen ingevuld werkblad van deze site. Bewaar het opnieuw.",
   "no_worksheet": "er staat niet bij welk werkblad dit is, of de antwoorden ontbreken. Bewaar het opnieuw.",
   "no_text": "hier moet een tekst staan, of een lijst van teksten.",
   "no_row": "in deze rij ontbreekt het werkblad of de vraag. Bewaar het opnieuw.",
   "cell_twice": "dit vak van de tabel staat er twee keer. Het eerste telt.",
   "no_action": "in deze rij staat niet wat je gaat doen. Schrijf de actie op.",
   "response_twice": "hetzelfde ingevulde blad is al gelezen. Het telt één keer.",
   "file_twice": "hetzelfde bestand is al gelezen. Het telt één keer."
  }
 }
};

document.querySelectorAll("[data-example-words]").forEach((root) => {
  const name = root.dataset.exampleWords, data = JSON.parse(root.dataset[name]);
  data.words = Object.assign({}, exampleWords[name], data.words); // an example may have words of its own
  data.device = exampleWords.device;
  root.dataset[name] = JSON.stringify(data);
});
