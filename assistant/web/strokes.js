// Rows that documents rule with strokes ("| 2019 | 270 |") as tables, as assistant/strokes.py has it.

import { element, visible } from "./elements.js";

/** What stands in a quote: words, and tables (called `name`) where its lines are rows. */
export function quoted(text, name) {
  const lines = String(text).split(/(?<=\n)/);
  const shown = [];
  let said = "";
  for (let at = 0; at < lines.length; ) {
    const count = cellCount(lines[at]);
    let end = at + 1;
    while (count && end < lines.length && cellCount(lines[end]) === count) end += 1;
    const group = lines.slice(at, end).map((line) => line.trim());
    const rows = group.filter((line) => !isRule(line)).map(cells);
    if (count && rows.length && (group[0].startsWith("|") || group.length > 1)) {
      if (said.trim()) shown.push(...visible(said));
      said = "";
      const hasHead = group.length > 2 && !isRule(group[0]) && isRule(group[1]);
      shown.push(table(hasHead ? rows[0] : null, hasHead ? rows.slice(1) : rows, name));
    } else {
      said += lines.slice(at, end).join("");
    }
    at = end;
  }
  if (said.trim()) shown.push(...visible(said));
  return shown;
}

function cellCount(line) {
  const text = line.trim();
  const strokes = text.split("|").length - 1;
  if (text.includes("\\|")) return 0;
  if (text.startsWith("|")) return text.endsWith("|") && strokes > 2 ? strokes - 1 : 0;
  return text.includes(" | ") ? text.split(" | ").length : 0;
}

function isRule(line) {
  return line.includes("--") && /^[|\-: ]+$/.test(line);
}

function cells(line) {
  const inner = line.startsWith("|") ? line.slice(1, -1) : line;
  return inner.split("|").map((cell) => cell.trim());
}

function table(head, rows, name) {
  const cell = (tag, scope, text) => element(tag, { scope, class: look(text) }, visible(text));
  const heads = (line) => element("tr", {}, line.map((text) => cell("th", "col", text)));
  // The first cell of a row is what the others are of.
  const row = ([first, ...others]) =>
    element("tr", {}, cell("th", "row", first), others.map((text) => cell("td", null, text)));
  const scrolled = { class: "quoted-table", role: "group", "aria-label": name, tabindex: "0" };
  return element(
    "div",
    scrolled,
    element(
      "table",
      {},
      element("caption", { class: "hidden-label" }, name),
      head ? element("thead", {}, heads(head)) : null,
      element("tbody", {}, rows.map(row)),
    ),
  );
}

function look(text) {
  return /\d/.test(text) && /^[\d.,%+\-−△▲ ]+$/.test(text) ? "number-cell" : null;
}
