/*
 * Writes a spreadsheet (XLSX): sheets of texts, the first row in bold. Every cell is a text as it stands, so nothing in it can
 * become a formula. The parts are put in a ZIP file without compression, as that needs no library.
 */

/** What a cell may hold; a longer text makes spreadsheet programs refuse the whole file. */
const MOST_IN_CELL = 32767;

/** @param {{name: string, rows: string[][], widths: number[]}[]} sheets  @returns {Uint8Array} the file */
function xlsxOf(sheets) {
  const office = "http://schemas.openxmlformats.org/";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = ' xmlns="' + office + 'spreadsheetml/2006/main"';
  const each = (make) => sheets.map((sheet, i) => make(sheet, i + 1)).join("");
  const link = (n, kind, target) =>
    '<Relationship Id="rId' + n + '" Type="' + office + "officeDocument/2006/relationships/" + kind + '" Target="' + target + '"/>';
  const links = (text) => head + '<Relationships xmlns="' + office + 'package/2006/relationships">' + text + "</Relationships>";
  const type = (part, kind) =>
    '<Override PartName="/xl/' + part + '.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.' + kind + '+xml"/>';
  const cellStyle = (font) => '<xf numFmtId="49" fontId="' + font + '" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const parts = {
    "[Content_Types].xml": head + '<Types xmlns="' + office + 'package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      type("workbook", "sheet.main") + type("styles", "styles") + each((_, n) => type("worksheets/sheet" + n, "worksheet")) + "</Types>",
    "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": head + "<workbook" + main + ' xmlns:r="' + office + 'officeDocument/2006/relationships"><sheets>' +
      each((sheet, n) => '<sheet name="' + inXml(sheet.name) + '" sheetId="' + n + '" r:id="rId' + n + '"/>') + "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": links(each((_, n) => link(n, "worksheet", "worksheets/sheet" + n + ".xml")) + link(sheets.length + 1, "styles", "styles.xml")),
    "xl/styles.xml": head + "<styleSheet" + main + '><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">' + cellStyle(0) + cellStyle(1) + "</cellXfs></styleSheet>",
  };
  sheets.forEach((sheet, i) => { parts["xl/worksheets/sheet" + (i + 1) + ".xml"] = head + sheetXml(sheet, main); });
  return zipOf(parts);
}

function sheetXml(sheet, main) {
  const widths = sheet.widths.map((width, i) => '<col min="' + (i + 1) + '" max="' + (i + 1) + '" width="' + width + '" customWidth="1"/>').join("");
  const rows = sheet.rows.map((row, r) => '<row r="' + (r + 1) + '">' + row.map((text, c) => text &&
    '<c r="' + columnLetters(c) + (r + 1) + '" s="' + (r ? 0 : 1) + '" t="inlineStr"><is><t xml:space="preserve">' + inXml(text.slice(0, MOST_IN_CELL)) + "</t></is></c>").join("") + "</row>").join("");
  return "<worksheet" + main + '><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>' +
    widths + "</cols><sheetData>" + rows + "</sheetData></worksheet>";
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
function columnLetters(n) {
  return (n > 25 ? columnLetters(Math.floor(n / 26) - 1) : "") + String.fromCharCode(65 + (n % 26));
}

/** A text for XML; signs that XML does not know, and half letters, become a question mark in a diamond. */
function inXml(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"\r]/g, (sign) => "&#" + sign.charCodeAt(0) + ";")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"); // spreadsheet programs would take _x0041_ for a letter
}

/** A ZIP file with these texts, not compressed. @param {Object<string, string>} parts name -> content */
function zipOf(parts) {
  const encoder = new TextEncoder(), local = [], central = [];
  let at = 0;
  Object.keys(parts).forEach((path) => {
    const name = encoder.encode(path), data = encoder.encode(parts[path]);
    // version, flag for UTF-8 names, no compression, 1 January 1980, check sum, sizes, length of the name, no extra field
    const about = [20, 0x800, 0, 0, 0x21].flatMap(in2).concat(in4(crc32(data)), in4(data.length), in4(data.length), in2(name.length), in2(0));
    local.push([0x50, 0x4b, 3, 4], about, name, data);
    central.push([0x50, 0x4b, 1, 2], in2(20), about, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], in4(at), name);
    at += 30 + name.length + data.length;
  });
  const size = central.reduce((sum, piece) => sum + piece.length, 0), n = Object.keys(parts).length;
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0].concat(in2(n), in2(n), in4(size), in4(at), in2(0));
  const out = new Uint8Array(at + size + end.length);
  let to = 0;
  local.concat(central, [end]).forEach((piece) => { out.set(piece, to); to += piece.length; });
  return out;
}

function in2(n) {
  return [n & 255, (n >>> 8) & 255];
}

function in4(n) {
  return in2(n).concat(in2(n >>> 16));
}

/** @param {Uint8Array} data @returns {number} the check sum that ZIP files hold */
function crc32(data) {
  let sum = -1;
  for (let i = 0; i < data.length; i += 1) {
    sum ^= data[i];
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ -1) >>> 0;
}
