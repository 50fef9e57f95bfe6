// Elements and text for a page. Whatever came over the wire goes in as text, never as markup.

const UNSEEN = new RegExp(
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f" +
    "\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u{e0000}-\\u{e007f}]",
  "gu",
);

/** An element with attributes and children; strings become text, null and undefined nothing. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Text with each character that would not be seen spelled out: for where no element can stand. */
export function spelled(text) {
  return String(text).replace(UNSEEN, codePoint);
}

/** Whether the server refused a text for those characters: nobody can take them out by hand. */
export function isRefusedForUnseen(error) {
  return ["hidden_characters", "control_characters"].includes(error?.code);
}

/** Text without those characters. */
export function cleaned(text) {
  return String(text).replace(UNSEEN, "");
}

/** The same as nodes, what was spelled out set apart so that nobody takes it for the text. */
export function visible(text) {
  const nodes = [];
  let end = 0;
  for (const found of String(text).matchAll(UNSEEN)) {
    nodes.push(String(text).slice(end, found.index));
    nodes.push(element("span", { class: "unseen" }, codePoint(found[0])));
    end = found.index + found[0].length;
  }
  nodes.push(String(text).slice(end));
  return nodes.filter((node) => node !== "");
}

// From the first Korean letter, and the number of which it is the unit, to the last that no letter
// of another script comes between.
const KOREAN = /(?:\d[\d,.]{0,20}\s?)?[가-힣ㄱ-ㅎ](?:[^A-Za-z[\]\n]*[가-힣])?/g;

/** Nodes of a text of two languages: what is Korean in it says so, for who hears the page. */
export function bilingual(text) {
  return visible(text).flatMap((node) => {
    if (typeof node !== "string") return [node];
    const parts = [];
    let end = 0;
    for (const found of node.matchAll(KOREAN)) {
      parts.push(node.slice(end, found.index), element("span", { lang: "ko" }, found[0]));
      end = found.index + found[0].length;
    }
    return [...parts, node.slice(end)].filter((part) => part !== "");
  });
}

/** A word with `{}` filled in; the value is text like any other. */
export function filled(word, value) {
  return word.replace("{}", () => String(value));
}

/** A button that does one thing; `kind` is its class. */
export function button(kind, label, action, attributes = {}) {
  const made = element("button", { type: "button", class: kind, ...attributes }, label);
  made.addEventListener("click", action);
  return made;
}
