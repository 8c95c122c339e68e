/* Which words are forms of one word? `roadmapFamilies[language](word)` gives the keys of a word; two words belong
   together when they share a key. The search engine uses the same function on the question and on the texts, so the
   two sides cannot disagree (stock Material stems the texts, not the question: "oefeningen" found almost nothing).

   Pure functions, testable in a page: roadmapFamilies.nl("gewoonten") -> ["gewoont"]. */
(function () {
  "use strict";

  /* ---- Dutch: the Snowball stemmer (Porter's Dutch one, snowballstem.org/algorithms/dutch), word for word. ---- */

  var VOWEL = /[aeiouyè]/;

  /* Where R1 and R2 begin: after the first non-vowel that follows a vowel, and the same again from there. */
  function region(word, from) {
    for (var i = from + 1; i < word.length; i++) {
      if (VOWEL.test(word[i - 1]) && !VOWEL.test(word[i])) return i + 1;
    }
    return word.length;
  }

  function undouble(word) {
    return /(kk|dd|tt)$/.test(word) ? word.slice(0, -1) : word;
  }

  function dutchStem(input) {
    var word = input
      .replace(/[äá]/g, "a").replace(/[ëé]/g, "e").replace(/[ïí]/g, "i").replace(/[öó]/g, "o").replace(/[üú]/g, "u")
      .replace(/^y/, "Y").replace(/([aeiouyè])y/g, "$1Y").replace(/([aeiouyè])i(?=[aeiouyè])/g, "$1I");
    var first = region(word, 0);
    var r1 = Math.max(first, 3); /* at least three letters stand before R1 */
    var r2 = region(word, first);
    var ends = function (end, start) { return word.endsWith(end) && word.length - end.length >= start; };
    var cut = function (count) { word = word.slice(0, word.length - count); };
    var before = function (count) { return word[word.length - count - 1] || ""; };
    var dropEn = function (count) {
      if (VOWEL.test(before(count)) || word.slice(0, -count).endsWith("gem")) return;
      cut(count);
      word = undouble(word);
    };

    if (word.endsWith("heden")) { if (ends("heden", r1)) word = word.slice(0, -5) + "heid"; }
    else if (word.endsWith("ene")) { if (ends("ene", r1)) dropEn(3); }
    else if (word.endsWith("en")) { if (ends("en", r1)) dropEn(2); }
    else if (word.endsWith("se")) { if (ends("se", r1) && !/[aeiouyèj]/.test(before(2))) cut(2); }
    else if (word.endsWith("s")) { if (ends("s", r1) && !/[aeiouyèj]/.test(before(1))) cut(1); }

    var droppedE = false;
    if (ends("e", r1) && before(1) && !VOWEL.test(before(1))) {
      cut(1);
      word = undouble(word);
      droppedE = true;
    }

    if (ends("heid", r2) && before(4) !== "c") {
      cut(4);
      if (ends("en", r1)) dropEn(2);
    }

    if (word.endsWith("end") || word.endsWith("ing")) {
      if (word.length - 3 >= r2) {
        cut(3);
        if (ends("ig", r2) && before(2) !== "e") cut(2);
        else word = undouble(word);
      }
    } else if (word.endsWith("ig")) { if (ends("ig", r2) && before(2) !== "e") cut(2); }
    else if (word.endsWith("lijk")) {
      if (ends("lijk", r2)) {
        cut(4);
        if (ends("e", r1) && before(1) && !VOWEL.test(before(1))) { cut(1); word = undouble(word); }
      }
    } else if (word.endsWith("baar")) { if (ends("baar", r2)) cut(4); }
    else if (word.endsWith("bar")) { if (ends("bar", r2) && droppedE) cut(3); }

    if (/[^aeiouyè](aa|ee|oo|uu)[^aeiouyèI]$/.test(word)) word = word.slice(0, -2) + word.slice(-1);
    return word.toLowerCase();
  }

  /* ---- What Snowball leaves apart and a Dutch reader takes for one word. ---- */

  function dutch(word) {
    var plain = word
      .replace(/['’]s$/, "") /* foto's -> foto */
      .replace(/(ee|ie)ën$/, "$1").replace(/iën$/, "ie") /* ideeën -> idee, categorieën -> categorie */
      .replace(/([dgijkmpstv]e)s$/, word.length > 4 ? "$1" : "$&"); /* gewoontes, visies, kaartjes; not: adres, proces */
    var keys = [settle(dutchStem(plain))];
    /* The s of "mens" and "kans" is no plural; Snowball cuts it as it does in "teams". Keep all readings:
       mens + mensen, kans + kansen, team + teams, levens + leven. */
    if (/[^aeiouyj]s$/.test(plain)) keys.push(settle(plain), settle(dutchStem(plain.slice(0, -1))));
    return keys.filter(function (key, at) { return keys.indexOf(key) === at; });
  }

  /* brieven/brief, huizen/huis, lezen/lees: at the end of a word v is written f and z is written s.
     kaartje -> kaart: the small form. stappen/stap, lessen/les: Snowball undoubles k, d and t only. */
  function settle(stem) {
    return stem.replace(/v$/, "f").replace(/z$/, "s").replace(/([^aeiouy])j$/, "$1").replace(/([bfglmnprs])\1$/, "$1");
  }

  /* ---- English: the endings -s, -es, -ies, -ing and -ed; prefixes do the rest. Light on purpose: a heavier stemmer
          joins more words that have nothing to do with each other (organ, organisation). ---- */

  function english(word) {
    var plain = word.replace(/['’]s?$/, "");
    if (/[^aeiou]ies$/.test(plain) && plain.length > 4) plain = plain.slice(0, -3) + "y";
    else if (/(ch|sh|ss|x|z)es$/.test(plain)) plain = plain.slice(0, -2);
    else if (/[^isu]s$/.test(plain) && plain.length > 3) plain = plain.slice(0, -1);
    var base = plain.replace(/(ing|ed)$/, "");
    if (base !== plain && base.length > 3 && /[aeiouy]/.test(base)) {
      plain = base.replace(/([bdgmnprt])\1$/, "$1");
    }
    return [plain.length > 4 ? plain.replace(/e$/, "") : plain];
  }

  window.roadmapFamilies = { nl: dutch, en: english, dutchStem: dutchStem };
})();
