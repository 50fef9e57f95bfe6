// Draws the `charts` of a reply, shape for shape as chart.html does on the server: named, described,
// with the same figures in a table and as CSV. What may be drawn is listed here, whatever was sent.

import { bilingual, element, spelled, visible } from "./elements.js";

const NAMESPACE = "http://www.w3.org/2000/svg";
const TAGS = new Set(["path", "circle", "rect", "text"]);
const ATTRIBUTES = new Set(
  "class d x y x1 y1 x2 y2 cx cy r rx ry width height points transform text-anchor".split(" "),
);

/** One chart; `id` begins the ids of its elements, `inside(address)` makes its links. */
export function chartFigure(chart, id, { inside, link }) {
  const { drawing, labels } = chart;
  return element(
    "figure",
    { class: "picture" },
    element("p", { class: "picture-title", lang: chart.title_language }, visible(chart.title)),
    svg(
      drawing,
      { class: drawing.look, role: "img", "aria-labelledby": `${id}-name ${id}-said` },
      named("title", `${id}-name`, chart.title, chart.title_language),
      named("desc", `${id}-said`, chart.description),
    ),
    caption(chart),
    element(
      "details",
      { class: "figures" },
      element("summary", {}, labels.table),
      element("div", { class: "figures-table" }, table(chart, link)),
      element("p", {}, element("a", { href: inside(chart.csv), download: "" }, labels.csv)),
    ),
  );
}

function svg({ width, height, shapes, language }, attributes, ...first) {
  const made = inSvg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, ...attributes });
  const group = inSvg("g", language ? { lang: language } : {});
  group.append(...shapes.filter((one) => TAGS.has(one.tag)).map(shape));
  made.append(...first, group);
  return made;
}

function shape({ tag, at, text }) {
  const kept = Object.entries(at).filter(([name]) => ATTRIBUTES.has(name));
  const made = inSvg(tag, Object.fromEntries(kept));
  if (text !== null && text !== undefined) made.textContent = spelled(text);
  return made;
}

function named(tag, id, text, language = null) {
  const made = inSvg(tag, language ? { id, lang: language } : { id });
  made.textContent = spelled(text);
  return made;
}

function inSvg(tag, attributes) {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

function caption({ key, key_size: size, note }) {
  if (!key.length && !note) return null;
  const marks = key.map(({ shapes, label }) =>
    element(
      "span",
      { class: "key" },
      svg({ width: size, height: size, shapes }, { "aria-hidden": "true" }),
      " ",
      bilingual(label),
    ),
  );
  return element(
    "figcaption",
    {},
    marks,
    note ? element("span", { class: "key" }, bilingual(note)) : null,
  );
}

function table({ title, title_language, columns, rows }, link) {
  const number = (one) => (one.is_number ? "number-cell" : null);
  const head = columns.map((one) =>
    element("th", { scope: "col", class: number(one) }, visible(one.text)),
  );
  const cell = (one, place) =>
    element(
      place === 0 ? "th" : "td",
      { scope: place === 0 ? "row" : null, class: number(one), lang: one.language },
      one.url ? link(one.url, visible(one.text)) : visible(one.text),
    );
  return element(
    "table",
    {},
    element("caption", { class: "hidden-label", lang: title_language }, visible(title)),
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rows.map((line) => element("tr", {}, line.map(cell)))),
  );
}
