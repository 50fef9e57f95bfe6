// The reference: every type and field with its two languages, found by word, read by clicking.

import { nameOf, spelled } from "./schema.js";

const KINDS = {
  OBJECT: "형 type",
  INTERFACE: "공통 형 interface",
  UNION: "여럿 중 하나 union",
  INPUT_OBJECT: "입력 input",
  ENUM: "정해진 값 enum",
  SCALAR: "값 scalar",
};
// As many as fit a screen; more words find less.
const MOST_FOUND = 60;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((one) => one !== null && one !== undefined));
  return element;
}

// "한국어 / English", each marked as the language it is.
function told(description) {
  if (!description) return null;
  const [korean, ...english] = description.split(" / ");
  if (!english.length) return make("p", { class: "told" }, description);
  return make("p", { class: "told" }, korean, " ", make("span", { lang: "en" }, english.join(" / ")));
}

export class Reference {
  constructor({ schema, find, trail, entry }) {
    Object.assign(this, { schema, find, trail, entry, path: [] });
    find.addEventListener("input", () => this.search());
    this.home();
  }

  home() {
    this.path = [];
    const roots = [this.schema.query, this.schema.subscription].filter(Boolean);
    const kinds = Object.entries(KINDS).map(([kind, title]) => {
      const types = this.schema.own().filter((one) => one.kind === kind && !roots.includes(one.name));
      const names = types.map((one) => one.name).sort();
      return make(
        "details",
        {},
        make("summary", {}, `${title} (${names.length})`),
        make("ul", {}, ...names.map((name) => make("li", {}, this.link(name)))),
      );
    });
    this.show(make("h3", {}, "시작 Start"), make("ul", {}, ...roots.map((one) => make("li", {}, this.link(one)))), ...kinds);
  }

  link(name, text = name) {
    return make("button", { type: "button", class: "name", onclick: () => this.open(name) }, text);
  }

  open(name) {
    const type = this.schema.types.get(name);
    if (!type) return;
    this.path = [...this.path.filter((one) => one !== name), name].slice(-5);
    const parts = [
      make("h3", {}, name, " ", make("small", {}, `${KINDS[type.kind]}${type.isOneOf ? " · oneOf" : ""}`)),
      told(type.description),
    ];
    for (const one of type.interfaces ?? []) parts.push(make("p", {}, "↳ ", this.link(one.name)));
    const rows = [...(type.fields ?? []), ...(type.inputFields ?? [])].map((one) => this.field(one));
    for (const one of type.enumValues ?? []) {
      rows.push(make("dt", {}, make("code", {}, one.name)), make("dd", {}, told(one.description)));
    }
    if (rows.length) parts.push(make("dl", {}, ...rows.flat()));
    if (type.kind !== "OBJECT" && type.possibleTypes?.length) {
      const links = type.possibleTypes.map((one) => make("li", {}, this.link(one.name)));
      parts.push(make("h4", {}, "이 중 하나 One of"), make("ul", {}, ...links));
    }
    this.show(...parts);
    this.entry.focus({ preventScroll: false });
  }

  field(one) {
    const inputs = (one.args ?? []).map((arg) =>
      make(
        "li",
        {},
        make("code", {}, `${arg.name}: `),
        this.link(nameOf(arg.type), spelled(arg.type)),
        arg.defaultValue ? make("code", {}, ` = ${arg.defaultValue}`) : null,
        told(arg.description),
      ),
    );
    const reason = one.isDeprecated ? make("p", { class: "is-wrong" }, `폐지 예정 Deprecated: ${one.deprecationReason}`) : null;
    return [
      make("dt", {}, make("code", {}, `${one.name}: `), this.link(nameOf(one.type), spelled(one.type))),
      make("dd", {}, told(one.description), reason, inputs.length ? make("ul", { class: "inputs" }, ...inputs) : null),
    ];
  }

  search() {
    const words = this.find.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return this.home();
    const fits = (...texts) => {
      const text = texts.join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const found = [];
    for (const type of this.schema.own()) {
      if (fits(type.name, type.description)) found.push([type.name, null, type.description]);
      for (const one of [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]) {
        if (fits(type.name, one.name, one.description)) found.push([type.name, one.name, one.description]);
      }
    }
    const rows = found.slice(0, MOST_FOUND).flatMap(([type, name, description]) => [
      make("dt", {}, this.link(type, name ? `${type}.${name}` : type)),
      make("dd", {}, told(description)),
    ]);
    const title = found.length ? `${found.length}개 찾음 found` : "찾지 못했습니다. Nothing found.";
    this.show(make("p", { class: "hint" }, title), make("dl", {}, ...rows));
  }

  show(...parts) {
    const steps = [make("button", { type: "button", class: "name", onclick: () => { this.find.value = ""; this.home(); } }, "처음 Start")];
    for (const name of this.path) steps.push(" › ", this.link(name));
    this.trail.replaceChildren(...(this.path.length ? steps : []));
    this.entry.replaceChildren(...parts.filter(Boolean));
    this.entry.scrollTop = 0;
  }
}
