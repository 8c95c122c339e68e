/* A table: a field in each cell. Rows with a name stay; of blank rows there can be more or fewer. */

function tableQuestion(s, element, question) {
  const body = element.querySelector("tbody");
  const named = Array.isArray(question.rows);
  const pattern = body.rows[0].cloneNode(true);
  const fewest = body.rows.length;
  const rows = () => Array.from(body.rows);
  if (question.columns.length > 3) body.parentNode.classList.add("worksheet-table--wide");

  /** Fields into the cells of a row that is as it stands on paper. */
  function fit(row) {
    question.columns.forEach((column, i) => row.cells[i + 1].append(cellField(column)));
    if (named) return row;
    const remove = makeButton("×", () => takeOut(row), "button button-sign row-remove");
    row.cells[0].replaceChildren(make("span", "", "row-number"), remove);
    return row;
  }

  function number() {
    rows().forEach((row, i) => {
      const name = named ? question.rowLabels[i] : fill(s.words.row, { n: i + 1 });
      if (!named) {
        row.cells[0].firstChild.textContent = i + 1;
        row.cells[0].lastChild.setAttribute("aria-label", fill(s.words.row_remove, { n: i + 1 }));
      }
      question.columns.forEach((column, j) => fieldIn(row.cells[j + 1]).setAttribute("aria-label", name + ", " + column.label));
    });
  }

  function add() {
    body.append(fit(pattern.cloneNode(true)));
    number();
  }

  function takeOut(row) {
    const place = rows().indexOf(row);
    const said = question.columns.map((column, i) => cellValue(row.cells[i + 1])).filter((text) => text.trim());
    if (rows().length === 1) add();
    row.remove();
    number();
    const near = body.rows[Math.min(place, body.rows.length - 1)];
    fieldIn(near.cells[1]).focus();
    if (!said.length) return;
    s.changed();
    s.undo(fill(s.words.removed_row, { n: place + 1, text: shortened(said[0]) }), () => {
      body.insertBefore(row, body.rows[place] || null);
      number();
      s.changed();
    });
  }

  rows().forEach(fit);
  if (!named) {
    element.append(makeButton(s.words.row_add, () => {
      if (body.rows.length >= ROWS_MOST) return;
      add();
      fieldIn(body.lastElementChild.cells[1]).focus();
    }, "button button-small items-add"));
  }
  return {
    get: () => rows().map((row, i) => {
      const found = { row: named ? question.rows[i] : String(i + 1) };
      question.columns.forEach((column, j) => {
        const value = cellValue(row.cells[j + 1]);
        if (value.trim()) found[column.id] = value;
      });
      return found;
    }).filter((row) => Object.keys(row).length > 1),
    set: (answer) => {
      const said = new Map((answer || []).map((row) => [row.row, row]));
      const wanted = named ? fewest : Math.max(fewest, ...Array.from(said.keys(), Number));
      while (body.rows.length > wanted) body.lastElementChild.remove();
      while (body.rows.length < wanted) body.append(fit(pattern.cloneNode(true)));
      number();
      rows().forEach((row, i) => {
        const values = said.get(named ? question.rows[i] : String(i + 1)) || {};
        question.columns.forEach((column, j) => setCell(row.cells[j + 1], values[column.id] || ""));
      });
    },
  };
}

function cellField(column) {
  if (column.type === "text") return growingField(1, "", "cell-field");
  if (column.type === "date") {
    const day = dateField("");
    day.classList.add("cell-field");
    return day;
  }
  const box = make("span", "", "cell-field");
  const select = box.appendChild(make("select"));
  select.add(new Option("", ""));
  column.options.forEach((id, i) => select.add(new Option(column.labels[i], id)));
  return box;
}

/** The field itself: of every kind of cell the first thing in its box. */
function fieldIn(cell) {
  return cell.querySelector(".cell-field").firstChild;
}

function cellValue(cell) {
  return fieldIn(cell).value;
}

function setCell(cell, value) {
  const field = fieldIn(cell);
  if (field.localName === "textarea") writeGrowing(field.parentNode, value);
  else field.value = value;
}
