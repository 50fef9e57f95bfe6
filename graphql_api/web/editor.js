// The editor: line numbers, colours, brackets that belong together, and indentation.

import { paintQuery, tokens } from "./colours.js";

const CLOSING = { "{": "}", "(": ")", "[": "]" };

export class Editor {
  constructor({ area, colours, numbers, moved }) {
    this.area = area;
    this.colours = colours;
    this.numbers = numbers;
    this.moved = moved;
    area.addEventListener("input", () => this.paint());
    area.addEventListener("scroll", () => this.align());
    area.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === area) this.paint();
    });
  }

  get text() {
    return this.area.value;
  }

  set text(value) {
    this.area.value = value;
    this.paint();
  }

  // Puts the caret at a line and column, counted from one as errors count them.
  go(line, column) {
    const lines = this.text.split("\n").slice(0, line - 1);
    const at = lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    this.area.focus();
    this.area.setSelectionRange(at, at);
    this.area.scrollTop = (line - 3) * this.lineHeight();
    this.paint();
  }

  // Types text in place of `replaced` characters before the caret; undo takes it back.
  type(text, replaced = 0) {
    const { area } = this;
    area.focus();
    area.setSelectionRange(area.selectionStart - replaced, area.selectionEnd);
    // Deprecated, but the one way that keeps the browser's own undo; without it, plain replacing.
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      this.paint();
    }
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      const before = this.text.slice(0, this.area.selectionStart);
      const indent = before.slice(before.lastIndexOf("\n") + 1).match(/^\s*/)[0];
      const opened = before.trimEnd().slice(-1);
      const isInside = opened in CLOSING && this.text[this.area.selectionEnd] === CLOSING[opened];
      this.type(`\n${indent}${opened in CLOSING ? "  " : ""}`);
      if (isInside) {
        const caret = this.area.selectionStart;
        this.type(`\n${indent}`);
        this.area.setSelectionRange(caret, caret);
      }
    } else if (event.key === "{" && this.area.selectionStart === this.area.selectionEnd) {
      event.preventDefault();
      this.type("{}");
      this.area.selectionEnd -= 1;
      this.paint();
    }
  }

  lineHeight() {
    return Number.parseFloat(getComputedStyle(this.area).lineHeight);
  }

  paint() {
    const { area } = this;
    const caret = area.selectionStart === area.selectionEnd ? area.selectionStart : null;
    paintQuery(this.colours, this.text, caret === null ? [] : partners(this.text, caret));
    const lines = this.text.split("\n").length;
    const numbered = Array.from({ length: lines }, (_, place) => place + 1).join("\n");
    if (this.numbers.textContent !== numbered) this.numbers.textContent = numbered;
    this.align();
    this.moved?.();
  }

  align() {
    this.colours.scrollTop = this.area.scrollTop;
    this.colours.scrollLeft = this.area.scrollLeft;
    this.numbers.scrollTop = this.area.scrollTop;
  }
}

// The bracket beside the caret and its partner, as positions; none where there is none.
function partners(text, caret) {
  const open = [];
  for (const token of tokens(text)) {
    if (token.kind !== "bracket") continue;
    if (token.text in CLOSING) {
      open.push(token);
      continue;
    }
    const first = open.pop();
    if (!first || CLOSING[first.text] !== token.text) return [];
    const pair = [first.at, token.at];
    if (pair.some((at) => at === caret || at === caret - 1)) return pair;
  }
  return [];
}
