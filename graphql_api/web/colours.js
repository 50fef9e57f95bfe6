// Colours: what the words of GraphQL and JSON are, without a library.

const GRAPHQL = new RegExp(
  [
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<string>"""(?:\\"""|[^"]|"(?!""))*(?:""")?|"(?:\\.|[^"\\\n])*"?)`,
    String.raw`(?<variable>\$\w*)`,
    String.raw`(?<directive>@\w*)`,
    String.raw`(?<number>-?\b\d[\d.eE+-]*)`,
    String.raw`(?<label>[A-Za-z_]\w*(?=\s*:))`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
    String.raw`(?<bracket>[{}()[\]])`,
  ].join("|"),
  "g",
);
const JSON_TEXT = /(?<label>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?<string>"(?:\\.|[^"\\\n])*")|(?<number>-?\b\d[\d.eE+-]*)|(?<keyword>\b(?:true|false|null)\b)/g;
const KEYWORDS = new Set([
  "query", "subscription", "fragment", "on", "true", "false", "null",
]);

// An address of ours in an answer becomes a link, so that every figure leads to its source.
const ADDRESS = /^"(\/documents\/[^"\\\s]+)"$/;

// Beyond this many characters a page grows slow, and nobody reads colours.
const MOST = 200_000;

export function tokens(text) {
  const found = [];
  for (const match of text.matchAll(GRAPHQL)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    const isKeyword = kind === "word" && KEYWORDS.has(match[0]);
    found.push({ kind: isKeyword ? "keyword" : kind, text: match[0], at: match.index });
  }
  return found;
}

function piece(kind, text) {
  const span = document.createElement("span");
  span.className = `is-${kind}`;
  span.textContent = text;
  return span;
}

// `marked`: positions of brackets that belong together.
export function paintQuery(element, text, marked = []) {
  const parts = [];
  let shown = 0;
  for (const token of text.length > MOST ? [] : tokens(text)) {
    parts.push(text.slice(shown, token.at));
    const span = piece(token.kind, token.text);
    if (marked.includes(token.at)) span.classList.add("is-marked");
    parts.push(span);
    shown = token.at + token.text.length;
  }
  // A last line that is empty needs something to be as high as the one being written in.
  parts.push(`${text.slice(shown)}\n`);
  element.replaceChildren(...parts);
}

export function paintJson(element, text) {
  const parts = [];
  let shown = 0;
  for (const match of text.length > MOST ? [] : text.matchAll(JSON_TEXT)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    parts.push(text.slice(shown, match.index));
    const address = kind === "string" && match[0].match(ADDRESS);
    if (address) {
      const link = document.createElement("a");
      link.href = address[1];
      link.textContent = address[1];
      parts.push('"', link, '"');
    } else {
      parts.push(piece(kind, match[0]));
    }
    shown = match.index + match[0].length;
  }
  parts.push(text.slice(shown));
  element.replaceChildren(...parts);
}
