/**
 * The tool matrix: filter, sort, and put up to three tools side by side.
 *
 * Markup (site/templates/blocks/tool_matrix.html.j2): [data-matrix] holds a form [data-matrix-form] and a table whose cells
 * carry data-column, data-value (ids, or nothing when unknown) and data-sort. data-words holds the texts. What is unknown
 * is never a no: such tools count apart, stand at the bottom, and when they are hidden the page says so. The state is kept
 * in the address. Without this script the whole table is there, without a form.
 */
(function () {
  "use strict";

  const MOST = 3;

  document.querySelectorAll("[data-matrix]").forEach(start);

  /** @param {HTMLElement} root */
  function start(root) {
    const words = JSON.parse(root.dataset.words);
    const language = document.documentElement.lang;
    const form = root.querySelector("[data-matrix-form]");
    const body = root.querySelector("tbody");
    const heads = Array.from(root.querySelectorAll("thead th"));
    const filters = Array.from(form.querySelectorAll("[data-filter]"));
    const tools = Array.from(body.rows, toTool);
    const part = (name) => root.querySelector("[data-matrix-" + name + "]");
    const state = { sort: "name", down: false, compare: [] };
    const bar = addBar();

    form.querySelector("fieldset").disabled = false;
    heads.filter((head) => !head.hidden).forEach(addSortButton);
    tools.forEach(addPick);
    read();
    show();
    compare(false);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      if (event.target === form.elements.sort) { state.sort = event.target.value || "name"; state.down = false; }
      update();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      filters.forEach((field) => { field.value = ""; });
      form.elements.unknown.checked = true;
      update();
      filters[0].focus(); // the button that had the focus goes away
    });

    /** What the script needs of a row. */
    function toTool(row) {
      const head = row.cells[0];
      const cells = {};
      Array.from(row.cells).slice(1).forEach((cell) => { cells[cell.dataset.column] = cell; });
      return { id: row.dataset.tool, row: row, head: head, name: head.textContent.trim(), cells: cells };
    }

    function update() {
      write();
      show();
    }

    /** @returns {boolean|null} does the tool fit this filter? null when that is not known */
    function fits(tool, field) {
      const value = tool.cells[field.name].dataset.value;
      if (!value) return null;
      if (field.dataset.filter === "minutes") return +value <= +field.value;
      return value.split(" ").includes(field.value);
    }

    /** Sort, then show what fits; below it what may fit. */
    function show() {
      const asked = filters.filter((field) => field.value);
      const fit = [], perhaps = [], rest = [];
      tools.sort(inOrder).forEach((tool) => {
        const answers = asked.map((field) => fits(tool, field));
        (answers.includes(false) ? rest : answers.includes(null) ? perhaps : fit).push(tool);
      });
      const unknownToo = form.elements.unknown.checked;
      fit.concat(perhaps, rest).forEach((tool) => {
        tool.row.hidden = rest.includes(tool) || (perhaps.includes(tool) && !unknownToo);
        tool.perhaps.hidden = !perhaps.includes(tool);
        body.append(tool.row);
      });
      heads.forEach((head) => {
        if (head.dataset.column === state.sort) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      form.elements.sort.value = state.sort === "name" ? "" : state.sort;
      part("reset").hidden = !asked.length && unknownToo;
      part("count").textContent = message(asked.length, fit.length, perhaps.length, unknownToo);
    }

    function message(asked, fit, perhaps, unknownToo) {
      if (!asked) return fill(words.count_all, { total: tools.length });
      const said = [fill(words.count, { shown: fit, total: tools.length })];
      if (perhaps) {
        said.push(fill(perhaps === 1 ? words.count_unknown.one : words.count_unknown.other, { n: perhaps }));
        said.push(unknownToo ? words.unknown_shown : words.unknown_hidden);
      } else if (!fit) said.push(words.none);
      return said.join(" ");
    }

    /** The order of two tools; what is unknown comes last, whichever way we sort. */
    function inOrder(a, b) {
      const byName = a.name.localeCompare(b.name, language);
      if (state.sort === "name") return state.down ? -byName : byName;
      const [x, y] = [a, b].map((tool) => tool.cells[state.sort].dataset.sort);
      if (x === undefined || y === undefined) return (x === undefined) - (y === undefined) || byName;
      const order = isNaN(x) || isNaN(y) ? x.localeCompare(y, language) : x - y;
      return (state.down ? -order : order) || byName;
    }

    function addSortButton(head) {
      const button = make("button", head.textContent.trim());
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("focus", () => { if (button.matches(":focus-visible")) bringIntoSight(button); });
      button.addEventListener("click", () => {
        state.down = state.sort === head.dataset.column && !state.down;
        state.sort = head.dataset.column;
        update();
      });
    }

    /** A browser leaves a head that is half in sight where it is: move it out from the edge, and from under the names. */
    function bringIntoSight(button) {
      const scroller = root.querySelector("[data-scrolls]");
      const box = button.getBoundingClientRect();
      const names = heads[0].contains(button) ? -Infinity : heads[0].getBoundingClientRect().right;
      const right = scroller.getBoundingClientRect().right;
      if (box.right + 8 > right) scroller.scrollLeft += box.right + 8 - right;
      else if (box.left - 8 < names) scroller.scrollLeft -= names - box.left + 8;
    }

    /** A box to pick a tool for the comparison, and the mark that it fits perhaps. */
    function addPick(tool) {
      const label = make("label", "", "matrix-pick");
      tool.pick = make("input");
      tool.pick.type = "checkbox";
      tool.pick.setAttribute("aria-label", fill(words.choose_label, { name: tool.name }));
      label.append(tool.pick, make("span", words.choose));
      tool.perhaps = make("span", words.perhaps, "perhaps");
      tool.head.append(tool.perhaps, label);
      tool.pick.addEventListener("change", () => {
        if (tool.pick.checked && state.compare.length >= MOST) {
          tool.pick.checked = false;
          return say(words.compare_full);
        }
        state.compare = state.compare.filter((id) => id !== tool.id).concat(tool.pick.checked ? tool.id : []);
        write();
        compare(false);
      });
    }

    function addBar() {
      const made = make("div", "", "matrix-bar");
      const status = make("p");
      status.setAttribute("role", "status");
      const button = make("button", words.compare, "button");
      button.type = "button";
      button.addEventListener("click", () => compare(true));
      made.append(status, button);
      made.hidden = true;
      root.insertBefore(made, part("compare"));
      return { box: made, status: status, button: button };
    }

    /** Say something in the bar; also when it is the same as before. */
    function say(text) {
      bar.status.textContent = "";
      setTimeout(() => { bar.status.textContent = text; }, 50);
    }

    /** Bring the comparison up to date. @param {boolean} go open it and go there */
    function compare(go) {
      const picked = state.compare.map((id) => tools.find((tool) => tool.id === id));
      const place = part("compare");
      bar.box.hidden = !picked.length;
      say(picked.length < 2 ? words.compare_hint : fill(words.compare_chosen, { n: picked.length }));
      if (picked.length < 2) { place.hidden = true; return; }
      if (!go && place.hidden) return;
      const title = make("h3", words.compare_title);
      title.tabIndex = -1;
      const close = make("button", words.compare_close, "button");
      close.type = "button";
      close.addEventListener("click", () => { place.hidden = true; bar.button.focus(); });
      const scroller = make("div", "", "compare-scroll");
      scroller.setAttribute("role", "region");
      scroller.setAttribute("aria-label", words.compare_title);
      scroller.tabIndex = 0;
      scroller.append(sideBySide(picked));
      place.replaceChildren(title, scroller, close);
      place.hidden = false;
      if (go) title.focus();
    }

    /** @returns {HTMLTableElement} the picked tools as columns, every criterion as a row */
    function sideBySide(picked) {
      const table = make("table", "", "compare-table");
      table.createCaption().textContent = fill(words.compare_caption, { names: picked.map((tool) => tool.name).join(", ") });
      table.tBodies[0] || table.createTBody();
      const top = table.createTHead().insertRow();
      top.append(th(words.criterion, "col"));
      picked.forEach((tool) => {
        const cell = th("", "col");
        cell.append(tool.head.querySelector("a").cloneNode(true));
        top.append(cell);
      });
      heads.slice(1).forEach((head) => {
        const row = table.tBodies[0].insertRow();
        row.append(th(head.textContent.trim(), "row"));
        picked.forEach((tool) => {
          row.insertCell().append(...Array.from(tool.cells[head.dataset.column].childNodes, (node) => node.cloneNode(true)));
        });
      });
      return table;
    }

    /** Take over what the address says. */
    function read() {
      const address = new URLSearchParams(location.search);
      filters.forEach((field) => {
        field.value = address.get(field.name) || "";
        if (field.selectedIndex === -1) field.value = ""; // an address with an option that is not there
      });
      form.elements.unknown.checked = address.get("unknown") !== "hide";
      if (heads.some((head) => head.dataset.column === address.get("sort"))) state.sort = address.get("sort");
      state.down = address.get("down") === "yes";
      state.compare = (address.get("compare") || "").split(" ")
        .filter((id, at, all) => all.indexOf(id) === at && tools.some((tool) => tool.id === id)).slice(0, MOST);
      tools.forEach((tool) => { tool.pick.checked = state.compare.includes(tool.id); });
      if (state.compare.length > 1) part("compare").hidden = false;
    }

    function write() {
      const address = new URLSearchParams(location.search);
      const keep = (name, value) => (value ? address.set(name, value) : address.delete(name));
      filters.forEach((field) => keep(field.name, field.value));
      keep("unknown", form.elements.unknown.checked ? "" : "hide");
      keep("sort", state.sort === "name" ? "" : state.sort);
      keep("down", state.down ? "yes" : "");
      keep("compare", state.compare.join(" "));
      const query = address.toString();
      try {
        history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
      } catch (refused) { /* a browser that allows no addresses of files: the matrix works, it only forgets */ }
    }
  }

  /** @returns {HTMLElement} a new element with a text and a class */
  function make(name, text, className) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function th(text, scope) {
    const cell = make("th", text);
    cell.scope = scope;
    return cell;
  }

  /** Fill in a text: "{shown} van {total}". */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
  }
})();
