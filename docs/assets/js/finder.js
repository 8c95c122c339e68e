/**
 * The exercise finder: filters the cards that already stand on the page.
 *
 * Markup (site/templates/blocks/exercise_finder.html.j2): [data-finder] holds a form [data-finder-form] and cards with
 * data-phases, -minutes, -min, -max, -kind, -materials and -online. data-words holds the texts. What people choose is
 * kept in the address, so that a choice can be sent on. Without this script the form stays away and all cards are there.
 */
(function () {
  "use strict";

  const FILTERS = ["phase", "time", "people", "kind", "online", "without"];

  /**
   * For each filter: does a card fit what was chosen?
   * @type {Object<string, function(DOMStringMap, string[], number): boolean>}
   */
  const FITS = {
    phase: (card, [phase]) => list(card.phases).includes(phase),
    time: (card, [time], longest) => (time === "longer" ? +card.minutes > longest : +card.minutes <= +time),
    people: (card, [people]) => +card.min <= +people && +people <= +card.max,
    kind: (card, [kind]) => card.kind === kind,
    online: (card) => card.online !== "no",
    without: (card, missing) => !list(card.materials).some((material) => missing.includes(material)),
  };

  document.querySelectorAll("[data-finder]").forEach(start);

  /** @param {HTMLElement} root */
  function start(root) {
    const words = JSON.parse(root.dataset.words);
    const form = root.querySelector("[data-finder-form]");
    const cards = Array.from(root.querySelectorAll("[data-minutes]"));
    const times = Array.from(form.elements.time.options, (option) => +option.value || 0);
    const longest = Math.max(...times);
    const part = (name) => root.querySelector("[data-finder-" + name + "]");

    form.querySelector("fieldset").disabled = false;
    read();
    show();
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      FILTERS.forEach(loosen);
      update();
      form.elements.phase.focus(); // the button that had the focus goes away
    });

    /** Show what fits, and keep the choice in the address. */
    function update() {
      write();
      show();
    }

    /** @returns {Object<string, string[]>} what is chosen, without the filters that ask nothing */
    function chosen() {
      const asked = {};
      FILTERS.forEach((name) => {
        const values = fields(name).filter(asks).map((field) => field.value);
        if (values.length) asked[name] = values;
      });
      return asked;
    }

    /** @returns {HTMLElement[]} the cards that fit all that is asked */
    function fitting(asked) {
      return cards.filter((card) => Object.keys(asked).every((name) => FITS[name](card.dataset, asked[name], longest)));
    }

    function show() {
      const asked = chosen();
      const fit = fitting(asked);
      cards.forEach((card) => { card.hidden = !fit.includes(card); });
      part("count").textContent = fill(words.count, { shown: fit.length, total: cards.length });
      part("reset").hidden = !Object.keys(asked).length;
      part("missing").textContent = asked.without ? "(" + fill(words.materials_missing, { n: asked.without.length }) + ")" : "";
      part("none").hidden = fit.length > 0;
      if (!fit.length) advise(asked);
    }

    /** Say which single filter to let go of, and what that would bring. */
    function advise(asked) {
      const place = part("loosen");
      place.textContent = words.loosen;
      const before = place.childNodes.length;
      Object.keys(asked).forEach((name) => {
        const others = Object.assign({}, asked);
        delete others[name];
        const n = fitting(others).length;
        if (!n) return;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = fill(words.loosen_one, { filter: labelOf(name), n: n });
        button.addEventListener("click", () => {
          loosen(name);
          update();
          fields(name)[0].focus();
        });
        place.append(button);
      });
      if (place.childNodes.length === before) place.textContent = words.loosen_none;
    }

    /** @returns {HTMLElement[]} the fields of a filter */
    function fields(name) {
      return Array.from(form.elements).filter((field) => field.name === name);
    }

    /** Does a field ask something? Materials are all ticked; a missing tick is what asks. */
    function asks(field) {
      if (field.type === "checkbox") return field.checked !== (field.name === "without");
      return field.value !== "";
    }

    function labelOf(name) {
      const field = fields(name)[0];
      return name === "without" ? field.closest("[aria-label]").getAttribute("aria-label") : field.labels[0].textContent.trim();
    }

    function loosen(name) {
      fields(name).forEach((field) => {
        if (field.type === "checkbox") field.checked = name === "without";
        else field.value = "";
      });
    }

    /** Take over what the address says. */
    function read() {
      const address = new URLSearchParams(location.search);
      FILTERS.forEach((name) => {
        const values = address.getAll(name);
        if (!values.length) return;
        fields(name).forEach((field) => {
          if (field.type === "checkbox") field.checked = values.includes(field.value) !== (name === "without");
          else field.value = values[0];
          if (field.selectedIndex === -1) field.value = ""; // an address with an option that is not there
        });
        if (name === "without") root.querySelector("details").open = true;
      });
    }

    function write() {
      const address = new URLSearchParams(location.search);
      const asked = chosen();
      FILTERS.forEach((name) => {
        address.delete(name);
        (asked[name] || []).forEach((value) => address.append(name, value));
      });
      remember(address);
    }
  }

  /** @param {URLSearchParams} address */
  function remember(address) {
    const query = address.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (refused) { /* a browser that allows no addresses of files: the finder works, it only forgets */ }
  }

  function list(text) {
    return text ? text.split(" ") : [];
  }

  /** Fill in a text: "{shown} van {total}". */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
  }
})();
