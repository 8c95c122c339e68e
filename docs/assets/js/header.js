/* The frame at work: menu, search window and light or dark. */
(function () {
  "use strict";

  /* Windows. <dialog> gives the focus trap, Escape and the focus back; what is left is aria-expanded, a click beside
     the window, and a link in the window to this very page (it must not stay open over the text). */
  document.querySelectorAll("[data-opens]").forEach(function (button) {
    var dialog = document.getElementById(button.dataset.opens);
    var tells = button.hasAttribute("aria-expanded");
    button.addEventListener("click", function () {
      dialog.showModal();
      if (tells) button.setAttribute("aria-expanded", "true");
      if (dialog.id === "search") loadSearch(dialog);
    });
    dialog.addEventListener("close", function () {
      if (tells) button.setAttribute("aria-expanded", "false");
      button.focus();
    });
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog && isOutside(event, dialog)) dialog.close();
      else if (event.target.closest("[data-closes], a[href]")) dialog.close();
    });
    /* In a filled search field the first Escape would only empty the field. */
    dialog.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
  });

  /* Enter while the search is still loading: the form must not be sent, that would load the page anew. */
  document.querySelectorAll("form[role=search]").forEach(function (form) {
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });

  function isOutside(event, dialog) {
    var box = dialog.getBoundingClientRect();
    return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
  }

  /* A menu left open while the window grows would cover a page that has tabs again. */
  var wide = matchMedia("(min-width: 60rem)");
  wide.addEventListener("change", function () {
    var menu = document.getElementById("menu");
    if (wide.matches && menu.open) menu.close();
  });

  /* The search scripts and the index, one after the other: each needs what came before. */
  var loading = false;
  function loadSearch(dialog) {
    if (loading) return;
    loading = true;
    var sources = dialog.dataset.scripts.split(" ");
    (function next() {
      var source = sources.shift();
      if (!source) return window.roadmapSearch.start(dialog, window.__index);
      var script = document.createElement("script");
      script.src = source;
      script.onload = next;
      script.onerror = function () {
        loading = false; /* try again at the next opening: a phone may have been out of reach */
        dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
      };
      document.head.append(script);
    })();
  }

  /* Light or dark. Choosing what the device says anyway means: follow the device again. */
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var toggles = document.querySelectorAll("[data-theme-toggle]");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }
  function tellTheme() {
    toggles.forEach(function (toggle) { toggle.setAttribute("aria-pressed", String(isDark())); });
    var paper = getComputedStyle(root).getPropertyValue("--paper").trim();
    document.querySelectorAll("meta[name=theme-color]").forEach(function (meta) { meta.content = paper; });
  }
  toggles.forEach(function (toggle) {
    toggle.addEventListener("click", function () {
      var wanted = isDark() ? "light" : "dark";
      var follows = (wanted === "dark") === dark.matches;
      if (follows) delete root.dataset.theme;
      else root.dataset.theme = wanted;
      try {
        if (follows) localStorage.removeItem("theme");
        else localStorage.setItem("theme", wanted);
      } catch (refused) { /* not remembered, still switched */ }
      tellTheme();
    });
  });
  dark.addEventListener("change", tellTheme);
  tellTheme();
})();
