/* The search itself: words of the question against words of the texts. No pages, no window: see search-window.js.

   index = roadmapIndex(docs, language)      docs: [{location, title, text}] as Material's search plugin writes them
   index.find("gewoonten meten")          -> {hits: [{page, title, parts: [{location, title, excerpt}]}], all: true}

   Why our own and not lunr: lunr skips its stemmer as soon as a wildcard stands in the question, and with Dutch that
   loses most forms of a word. The site has some hundreds of sections; looking at each word once takes milliseconds. */
(function () {
  "use strict";

  var WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
  var SMALL_WORDS = {
    nl: "aan al als bij daar dan dat de deze die dit door een en er ge geen haar heb hebben heeft het hij hoe hun ik in is je jij kan kun kunnen me men met mijn moet naar niet nog of om onze ook op over te tot u uit van voor was wat we wel wie wij worden wordt ze zij zijn zo zou",
    en: "a about an and are as at be by can do does for from has have how i in is it its my of on or our so that the their them they this to was we what when which who why with you your"
  };

  function words(text) {
    return (text.toLowerCase().normalize("NFC").match(WORD) || []);
  }
  function bare(word) { /* cliënt = client; the stemmer itself wants the accents */
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  window.roadmapIndex = function (docs, language) {
    var families = window.roadmapFamilies[language] || function (word) { return [word]; };
    var small = new Set((SMALL_WORDS[language] || "").split(" "));

    /* word -> its keys and the sections that hold it, with how often and whether in the title */
    var lexicon = new Map();
    var sections = docs.map(function (doc, number) {
      var page = doc.location.split("#")[0];
      var section = { location: doc.location, page: page, top: page === doc.location, title: plain(doc.title), text: plain(doc.text) };
      words(section.title).forEach(function (word) { note(word, number, 8); });
      words(section.text).forEach(function (word) { note(word, number, 1); });
      return section;
    });
    var titles = new Map();
    sections.forEach(function (section) { if (section.top) titles.set(section.page, section.title); });

    function note(word, number, weight) {
      var entry = lexicon.get(word);
      if (!entry) lexicon.set(word, entry = { bare: bare(word), keys: families(word).map(bare), small: small.has(word), at: new Map() });
      entry.at.set(number, (entry.at.get(number) || 0) + weight);
    }

    /* How well does a word of the texts answer a word of the question? 0: not. */
    function kinship(entry, asked) {
      if (entry.bare === asked.bare) return 1;
      if (entry.small) return 0; /* kans finds kansen, not each "kan" */
      if (entry.keys.some(function (key) { return asked.keys.includes(key); })) return 0.9;
      if (asked.bare.length > 1 && entry.bare.startsWith(asked.bare)) return 0.5; /* still typing, or doel -> doelgericht */
      /* Dutch writes compounds in one word: doel is in zorgdoelen, kaart in stafkaart. */
      if (language === "nl" && asked.bare.length > 3 && entry.keys.some(function (key) {
        return asked.keys.some(function (ask) { return ask.length > 3 && key.length > ask.length + 2 && key.endsWith(ask); });
      })) return 0.3;
      return 0;
    }

    function ask(question) {
      var asked = words(question);
      var telling = asked.filter(function (word) { return !small.has(word); });
      return (telling.length ? telling : asked).map(function (word) {
        var found = new Map(), kin = new Set();
        var self = { bare: bare(word), keys: families(word).map(bare) };
        lexicon.forEach(function (entry, other) {
          var near = kinship(entry, self);
          if (!near) return;
          kin.add(other);
          entry.at.forEach(function (weight, number) {
            found.set(number, Math.max(found.get(number) || 0, near * (1 + Math.log(weight))));
          });
        });
        /* a rare word says more than a common one */
        return { found: found, kin: kin, worth: Math.log(1 + sections.length / (1 + found.size)) };
      });
    }

    function find(question) {
      var terms = ask(question);
      var kin = new Set();
      terms.forEach(function (term) { term.kin.forEach(function (word) { kin.add(word); }); });

      /* Sections are scored, pages are shown: a page counts as having all words when its sections together do. */
      var pages = new Map();
      terms.forEach(function (term, t) {
        term.found.forEach(function (score, number) {
          var section = sections[number];
          var page = pages.get(section.page);
          if (!page) pages.set(section.page, page = { terms: new Set(), parts: new Map(), best: terms.map(function () { return 0; }) });
          var worth = score * term.worth * (section.top ? 1.5 : 1);
          page.terms.add(t);
          page.best[t] = Math.max(page.best[t], worth);
          page.parts.set(number, (page.parts.get(number) || 0) + worth);
        });
      });
      var list = Array.from(pages, function (pair) {
        var page = pair[1];
        return { page: pair[0], count: page.terms.size, parts: page.parts, score: page.best.reduce(function (a, b) { return a + b; }, 0) };
      });
      var most = Math.max(0, ...list.map(function (page) { return page.count; }));
      var hits = list.filter(function (page) { return page.count === most; })
        .sort(function (a, b) { return b.score - a.score || a.page.localeCompare(b.page); })
        .map(function (page) { return show(page, kin); });
      return { hits: hits, all: most === terms.length };
    }

    function show(page, kin) {
      var numbers = Array.from(page.parts.keys()).sort(function (a, b) { return page.parts.get(b) - page.parts.get(a); });
      var parts = numbers.slice(0, 3).map(function (number) {
        var section = sections[number];
        return { location: section.location, top: section.top, title: section.title, excerpt: excerpt(section.text, kin) };
      });
      return { page: page.page, title: titles.get(page.page) || parts[0].title, parts: parts };
    }

    return { find: find };
  };

  /* The index holds HTML with a few tags kept; we want letters. DOMParser runs no scripts and loads no pictures. */
  function plain(html) {
    var text = new DOMParser().parseFromString(html.replace(/<\/(p|li|pre)>/g, "$& "), "text/html").body.textContent;
    return text.replace(/\s+/g, " ").trim();
  }

  /* Some words around the first hit, as pieces: [{text, hit}]. */
  function excerpt(text, kin) {
    var spots = [];
    for (var match of text.matchAll(WORD)) {
      if (kin.has(match[0].toLowerCase().normalize("NFC"))) spots.push([match.index, match.index + match[0].length]);
    }
    var first = spots.length ? spots[0][0] : 0;
    var start = first < 70 ? 0 : text.lastIndexOf(" ", first - 40) + 1;
    var end = text.length - start < 190 ? text.length : text.lastIndexOf(" ", start + 170);
    var pieces = [], at = start;
    spots.forEach(function (spot) {
      if (spot[0] < at || spot[1] > end) return;
      pieces.push({ text: text.slice(at, spot[0]) }, { text: text.slice(spot[0], spot[1]), hit: true });
      at = spot[1];
    });
    pieces.push({ text: text.slice(at, end) });
    if (start > 0) pieces.unshift({ text: "… " });
    if (end < text.length) pieces.push({ text: " …" });
    return pieces;
  }
})();
