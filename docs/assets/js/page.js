/* The page at work: contents, wide tables, tips at terms, and paper. */
(function () {
  "use strict";

  /* Contents: open beside the text on a wide screen, folded on a phone; marks the part in sight. */
  var fold = document.querySelector(".toc__fold");
  if (fold) {
    var beside = matchMedia("(min-width: 64rem)");
    var place = function () {
      fold.open = beside.matches;
      /* beside the text the title is no switch: out of the tab order */
      fold.querySelector("summary").tabIndex = beside.matches ? -1 : 0;
    };
    place();
    beside.addEventListener("change", place);

    var links = new Map();
    fold.querySelectorAll("a").forEach(function (link) {
      var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    });
    var watcher = new IntersectionObserver(function () {
      var current = null;
      links.forEach(function (link, heading) {
        if (heading.getBoundingClientRect().top < innerHeight * 0.4) current = link;
        link.removeAttribute("aria-current");
      });
      if (current) current.setAttribute("aria-current", "true");
    }, { rootMargin: "0px 0px -60% 0px" });
    links.forEach(function (link, heading) { watcher.observe(heading); });
  }

  /* A table wider than the page scrolls in a box of its own. While it scrolls, and only then, the box is a named
     region with a tab stop: otherwise the keyboard cannot reach what is out of sight. */
  document.querySelectorAll(".prose table").forEach(function (table) {
    if (table.parentElement.closest(".table-scroll, [data-scrolls], table")) return;
    var box = document.createElement("div");
    box.className = "table-scroll";
    table.replaceWith(box);
    box.append(table);
    labelCells(table);
  });
  /* On a phone each row is a card (base.css), with the head of its column before each cell. */
  function labelCells(table) {
    var heads = table.tHead && table.tHead.rows.length === 1 ? Array.from(table.tHead.rows[0].cells) : [];
    if (heads.length < 2) return;
    table.classList.add("stacks");
    Array.from(table.tBodies[0].rows).forEach(function (row) {
      Array.from(row.cells).slice(1).forEach(function (cell, i) { cell.dataset.label = heads[i + 1].textContent.trim(); });
    });
  }
  var boxes = document.querySelectorAll(".table-scroll");
  if (boxes.length) {
    var sizes = new ResizeObserver(function (entries) {
      entries.forEach(function (entry) { nameIfScrolling(entry.target); });
    });
    boxes.forEach(function (box) { sizes.observe(box); });
  }
  function nameIfScrolling(box) {
    var scrolls = box.scrollWidth > box.clientWidth + 1;
    if (!scrolls) return ["role", "tabindex", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
    box.setAttribute("role", "region");
    box.setAttribute("tabindex", "0");
    box.setAttribute("aria-label", tableName(box));
  }
  function tableName(box) {
    var caption = box.querySelector("caption");
    if (caption) return caption.textContent.trim();
    var name = document.title;
    document.querySelectorAll(".prose :is(h1, h2, h3)").forEach(function (heading) {
      if (heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) name = heading.textContent.trim();
    });
    return name;
  }

  /* Tips: CSS shows them on hover and focus. Here: a place inside the window, right at the word and without a gap (so
     that the pointer can move onto the tip), and Escape (WCAG 1.4.13). */
  function placeTip(term) {
    delete term.dataset.closed;
    var tip = term.querySelector(".term__tip");
    var lines = term.getClientRects(); /* a term of several words can run over two lines: the tip covers neither */
    if (!tip || !lines.length) return;
    var first = lines[0], last = lines[lines.length - 1];
    tip.style.inset = "0 auto auto 0"; /* measure it where it can be as wide as it wants */
    tip.style.maxHeight = "";
    var size = tip.getBoundingClientRect(), under = innerHeight - last.bottom;
    var below = size.height + 8 < under || (size.height > first.top && under > first.top);
    var height = Math.min(size.height, below ? under : first.top); /* zoomed in there is not always room: then it scrolls */
    if (height < size.height) tip.style.maxHeight = height + "px";
    var left = Math.max(8, Math.min((below ? last : first).left, document.documentElement.clientWidth - size.width - 8));
    tip.style.left = left + "px";
    tip.style.top = (below ? last.bottom : first.top - height) + "px";
  }
  document.querySelectorAll(".term").forEach(function (term) {
    term.addEventListener("pointerenter", function () { placeTip(term); });
    term.addEventListener("focusin", function () { placeTip(term); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".term:hover, .term:focus-within").forEach(function (term) { term.dataset.closed = ""; });
  });
  addEventListener("scroll", function () { /* a fixed tip would stay behind in the air */
    document.querySelectorAll(".term:hover, .term:focus-within").forEach(placeTip);
  }, { passive: true });

  /* Paper: open what is folded, and say where the sheet comes from. */
  var opened = [];
  addEventListener("beforeprint", function () {
    document.querySelectorAll("main details:not([open])").forEach(function (details) {
      if (details.classList.contains("toc__fold")) return;
      details.open = true;
      opened.push(details);
    });
    var source = document.querySelector("[data-print-source]");
    if (source && location.protocol !== "file:" && !source.textContent.includes("://")) {
      source.append(" · " + location.origin + location.pathname);
    }
  });
  addEventListener("afterprint", function () {
    opened.splice(0).forEach(function (details) { details.open = false; });
  });
})();
