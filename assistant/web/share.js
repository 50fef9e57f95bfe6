// Takes an answer elsewhere with its sources: as plain text and as HTML, for mail and documents.

import { licenceName } from "./answer.js";
import { element, filled, spelled } from "./elements.js";

/** The question, the answer and its sources as plain text; `inside` makes addresses whole. */
export function asText({ question, reply, words, inside }) {
  const lines = [`${words.you_asked}: ${spelled(question)}`, "", spelled(reply.answer)];
  for (const one of reply.calculations) {
    lines.push(`${words.calculations}: ${spelled(one.expression)} = ${spelled(one.result)}`);
  }
  if (reply.citations.length) lines.push("", words.citations);
  for (const one of reply.citations) {
    lines.push(`[${one.number}] ${sourceLine(one, words)}`);
    lines.push(`“${spelled(one.quote).replace(/\s+/g, " ")}”`, inside(one.url));
  }
  return [...lines, "", words.copied_notice].join("\n");
}

/** The same as an element, to be written out as HTML. */
export function asElement({ question, reply, words, inside }) {
  return element(
    "div",
    {},
    element("p", {}, element("strong", {}, `${words.you_asked}: ${spelled(question)}`)),
    spelled(reply.answer)
      .split("\n")
      .map((line) => element("p", {}, line)),
    reply.calculations.map((one) =>
      element("p", {}, `${spelled(one.expression)} = ${spelled(one.result)}`),
    ),
    reply.citations.map((one) =>
      element(
        "p",
        {},
        `[${one.number}] `,
        element("a", { href: inside(one.url) }, sourceLine(one, words)),
        element("br"),
        `“${spelled(one.quote)}”`,
      ),
    ),
    element("p", {}, element("small", {}, words.copied_notice)),
  );
}

function sourceLine(citation, words) {
  const { title, municipality, published_on: date, licence, is_digest } = citation.document;
  return [
    spelled(title),
    municipality && spelled(municipality),
    date ?? words.date_unknown,
    citation.page && spelled(filled(words.page, citation.page)),
    licence && licenceName(licence, words),
    is_digest && words.digest,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Put an answer on the clipboard; false where the browser lets nobody write to it. */
export async function copy(answer) {
  const text = asText(answer);
  const html = new XMLSerializer().serializeToString(asElement(answer));
  try {
    const kinds = { "text/plain": text, "text/html": html };
    const blobs = Object.entries(kinds).map(([type, said]) => [type, new Blob([said], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // Without https there is no clipboard to write to, but a copy can be answered.
    return copyByEvent(text, html);
  }
}

function copyByEvent(text, html) {
  let isDone = false;
  const answerCopy = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener("copy", answerCopy, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", answerCopy, { capture: true });
  return isDone;
}
