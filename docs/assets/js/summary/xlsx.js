/*
 * Reads the sheets of an XLSX as tables of texts, as any program saves them: scripts/learning_network/responses/tables.py.
 * Its XML is data: it is looked through, never shown.
 */

// MOST_ROWS and MOST_IN_CELL are Excel's own. CELL: what a cell costs beside its letters. PIECE: letters that are parsed at once.
const MOST_ROWS = 1048576, MOST_PLACES = 5000000, MOST_IN_CELL = 32767, CELL = 20, PIECE = 100000;

/** @returns {Promise<Object>} text: what tells two files apart; of a spreadsheet also tables, and the size of both */
async function opened(bytes, ending) {
  const start = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0);
  // an old .xls, or an XLSX with a password
  refuseIf(start === 0xd0cf11e0, "locked");
  if (start === 0x504b0304) return { text: new TextDecoder("latin1").decode(bytes), ...await readTables(unzip(bytes), bytes.length) };
  refuseIf(ending[0] === "x");
  return { text: decoded(bytes) };
}

async function readTables(part, size) {
  const rest = pauses();
  const textOf = async (path, needed) => {
    const bytes = await part(path);
    refuseIf(!bytes && needed);
    const text = bytes ? decoded(bytes) : "";
    refuseIf(/<!(?:DOCTYPE|ENTITY)/.test(text), "doctype");
    return text;
  };
  const small = async (path, needed) => {
    const page = parsed(await textOf(path, needed) || "<none/>");
    return (name) => Array.from(page.getElementsByTagNameNS("*", name));
  };
  const book = await small("xl/workbook.xml", true);
  const links = new Map((await small("xl/_rels/workbook.xml.rels", true))("Relationship").map((one) => [one.getAttribute("Id"), one]));
  const styles = await small("xl/styles.xml");
  const codes = new Map(styles("numFmt").map((one) => [one.getAttribute("numFmtId"), one.getAttribute("formatCode")]));
  const looks = styles("cellXfs").flatMap((all) => Array.from(all.children, (look) => kindOf(look.getAttribute("numFmtId"), codes)));
  const later = book("workbookPr").some((one) => /^(?:1|true)$/.test(one.getAttribute("date1904"))) ? 1462 : 0;
  const strings = [];
  for (const some of pieces(await textOf("xl/sharedStrings.xml"), "sst", "si")) {
    eachChild(some, (one) => { strings.push(runs(one)); });
    await rest();
  }

  function textOfCell(cell) {
    const type = cell.getAttribute("t") || "n", inline = type === "inlineStr";
    let value = "";
    eachChild(cell, (one) => { if (one.localName === (inline ? "is" : "v")) value = inline ? runs(one) : one.textContent; });
    if (!value || type === "e") return "";
    if (inline) return value;
    if (type === "s" && typeof strings[value] === "string") return strings[value];
    if (type === "str") return unescaped(value);
    if (type === "b") return value === "0" ? "no" : "yes";
    if (type === "d") return value.replace(/^([\d-]{10})T([\d:]{8})$/, "$1 $2").replace(" 00:00:00", "");
    if (type === "n") return numberAsText(value, looks[cell.getAttribute("s") || -1], later);
    throw unreadable("bad_cell");
  }

  const tables = [], sheets = book("sheet");
  refuseIf(sheets.length > 500, "unpacked");
  for (const sheet of sheets) {
    const link = links.get(sheet.getAttribute("r:id"));
    refuseIf(!link);
    if (!link.getAttribute("Type").endsWith("/worksheet")) continue;
    const path = ("xl/" + link.getAttribute("Target")).replace("xl//", "");
    const table = { name: sheet.getAttribute("name"), rows: [] };
    let last = 0, wide = 0, row = 0;
    const readRow = (line) => {
      row = Number(line.getAttribute("r")) || row + 1;
      let column = 0;
      eachChild(line, (cell) => {
        const place = cell.getAttribute("r");
        const said = place === null ? [] : /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(place);
        try {
          refuseIf(!said, "bad_cell");
          column = said[1] ? Array.from(said[1]).reduce((n, letter) => n * 26 + parseInt(letter, 36) - 9, 0) : column + 1;
          const text = textOfCell(cell), at = Number(said[2]) || row;
          if (!text) return;
          last = Math.max(last, at);
          wide = Math.max(wide, column);
          size += text.length + CELL;
          refuseIf(last > MOST_ROWS || (last - 1) * (wide - 1) > MOST_PLACES || text.length > MOST_IN_CELL || size > MOST_BYTES, "unpacked");
          (table.rows[at - 1] = table.rows[at - 1] || [])[column - 1] = text;
        } catch (error) {
          throw Object.assign(error, { place: table.name + " " + (place || row) });
        }
      });
    };
    for (const some of pieces(await textOf(path, true), "sheetData", "row")) {
      eachChild(some, readRow);
      await rest();
    }
    tables.push(table);
  }
  return { tables: tables, size: size };
}

function parsed(text) {
  const page = new DOMParser().parseFromString(text, "application/xml");
  refuseIf(page.getElementsByTagName("parsererror").length);
  return page;
}

function eachChild(element, use) {
  for (let one = element.firstElementChild; one; one = one.nextElementSibling) use(one);
}

/** An element of a long part, some of its children at a time: to parse all of them at once would hold up the page. */
function* pieces(text, name, child) {
  if (!text) return;
  const root = /<([a-z_][\w:.-]{0,99})(?:\s[^<>]*)?>/i.exec(text);
  const open = new RegExp("<((?:[\\w.-]+:)?)" + name + "(?:\\s[^<>]*)?/?>").exec(text);
  refuseIf(!root || !open);
  if (open[0].endsWith("/>")) return;
  const close = "</" + open[1] + name + ">", end = text.lastIndexOf(close);
  const around = root.index === open.index ? [open[0], close] : [root[0] + open[0], close + "</" + root[1] + ">"];
  refuseIf(end < 0 || around[0].length > PIECE);
  for (let at = open.index + open[0].length; at < end;) {
    const next = text.indexOf("<" + open[1] + child, at + PIECE), cut = next < 0 || next > end ? end : next;
    yield parsed(around[0] + text.slice(at, cut) + around[1]).getElementsByTagNameNS("*", name)[0];
    at = cut;
  }
}

const unescaped = (text) => text.replace(/_x([\da-f]{4})_/gi, (whole, code) => String.fromCharCode(parseInt(code, 16)));

/** The text of a string, in runs or in one piece; not how it is spoken. */
function runs(element) {
  return Array.from(element.children, (one) => {
    if (one.localName === "r") return runs(one);
    if (one.localName !== "t") return "";
    const text = one.textContent;
    if (one.getAttribute("xml:space") === "preserve") return unescaped(text);
    return unescaped(text.slice(text.search(/[^ \t\r\n]/), text.search(/[^ \t\r\n][ \t\r\n]*$/) + 1));
  }).join("");
}

/** @returns {string} "date", "span" for hours that go on counting, or "" */
function kindOf(id, codes) {
  const own = codes.has(id) ? codes.get(id) : id === "46" ? "[h]" : /^(?:1[4-9]|2[0-27-9]|3[0-6]|4[57]|5[0-8])$/.test(id) ? "d" : "";
  const code = own.slice(0, 255).replace(/[_\\*].|"[^"]*"?/gs, "").split(";")[0];
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return "span";
  return /^[^a]*[dhmsy]|a.*[mp/]/i.test(code.replace(/\[[^\]]*\]?/g, "")) ? "date" : "";
}

/** A number as the package writes it: whole ones without a point, days as year-month-day, with their time where they have one. */
function numberAsText(value, kind, later) {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(value)) return value;
  const number = Number(value), isDate = kind === "date", count = number + (isDate ? later : 0);
  if (!kind || (isDate && count >= 2958466)) {
    if (Number.isInteger(number)) return String(BigInt(number));
    return Math.abs(number) < 1e-4 ? number.toExponential().replace(/-(\d)$/, "-0$1") : String(number);
  }
  const DAY = 864e5, time = Math.round((count + (isDate && count < 60)) * DAY);
  const clock = new Date(((time % DAY) + DAY) % DAY).toISOString().slice(11, 23).replace(".000", "").replace(/\..*/, "$&000");
  if (isDate && number < 1) return clock;
  if (isDate) return new Date(time - 25569 * DAY).toISOString().slice(0, 10) + (clock === "00:00:00" ? "" : " " + clock);
  const days = Math.floor(time / DAY);
  return (days ? days + (Math.abs(days) === 1 ? " day, " : " days, ") : "") + clock.replace(/^0/, "");
}
