/* The search window: what is typed, what is found, and saying so to who cannot see it. */
(function () {
  "use strict";

  var FIRST = 10; /* pages at once; more on demand */

  function start(dialog, data) {
    var index = window.roadmapIndex(data.docs, dialog.dataset.language);
    var field = dialog.querySelector("[name=query]");
    var status = dialog.querySelector("[role=status]");
    var list = dialog.querySelector(".search__hits");
    var more = dialog.querySelector(".search__more");
    var hits = [];
    var timer;

    function search() {
      var question = field.value.trim();
      list.replaceChildren();
      more.hidden = true;
      if (question.length < 2) { status.textContent = ""; return; }
      var result = index.find(question);
      hits = result.hits;
      status.textContent = tell(result);
      showMore();
    }

    function tell(result) {
      if (!result.hits.length) return dialog.dataset.none;
      if (!result.all) return dialog.dataset.partly;
      return result.hits.length === 1 ? dialog.dataset.one : dialog.dataset.many.replace("#", result.hits.length);
    }

    function showMore() {
      var from = list.children.length;
      hits.slice(from, from + FIRST).forEach(function (hit) { list.append(draw(hit)); });
      more.hidden = list.children.length >= hits.length;
      return list.children[from];
    }

    function draw(hit) {
      var item = document.createElement("li");
      item.className = "search__hit";
      var whole = hit.parts.find(function (part) { return part.top; });
      item.append(link(hit.page, hit.title));
      if (whole) item.append(excerpt(whole));
      hit.parts.forEach(function (part) {
        if (part.top) return;
        var box = document.createElement("div");
        box.className = "search__part";
        box.append(link(part.location, part.title), excerpt(part));
        item.append(box);
      });
      return item;
    }

    function link(location, title) {
      var a = document.createElement("a");
      a.href = dialog.dataset.root + location;
      a.textContent = title;
      return a;
    }

    function excerpt(part) {
      var p = document.createElement("p");
      part.excerpt.forEach(function (piece) {
        var node = piece.hit ? document.createElement("mark") : document.createTextNode(piece.text);
        if (piece.hit) node.textContent = piece.text;
        p.append(node);
      });
      return p;
    }

    /* Wait for a pause in typing: a screen reader should not hear a count at every letter. */
    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(search, 180);
    });
    /* Enter goes to what was found. */
    field.form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      search();
      var first = list.querySelector("a");
      if (first) first.focus();
    });
    more.addEventListener("click", function () {
      var next = showMore();
      if (next) next.querySelector("a").focus();
    });
    if (field.value) search(); /* typed while the index was still on its way */
  }

  window.roadmapSearch = { start: start };
})();
