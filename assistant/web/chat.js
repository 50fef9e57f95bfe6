// Asks without leaving the page. Without this file the same form works, one page per answer.
// Everything that came over the wire is put into the page as text, never as markup.

const form = document.getElementById("ask");
const examples = document.getElementById("examples");
const box = document.getElementById("question");
const place = document.getElementById("municipality");
const conversation = document.getElementById("conversation");
const progress = document.getElementById("progress");
const words = JSON.parse(form.dataset.words);
const keptQuestions = Number(form.dataset.history);
const history = [...form.querySelectorAll("input[name=history]")].map((input) => input.value);
const chosenLanguage = new URLSearchParams(location.search).get("lang");

const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

let turns = 0;
let running = null;

/** An element with attributes and children; strings become text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Text with each character that would not be seen spelled out. */
function visible(text) {
  return String(text).replace(
    UNSEEN,
    (found) => `U+${found.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

/** An address inside this site, with the chosen language kept; anything else leads nowhere. */
function inside(address) {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return "#";
  if (chosenLanguage) url.searchParams.set("lang", chosenLanguage);
  return url.pathname + url.search + url.hash;
}

/** The answer's words, with each [1] that has a citation made a link to its card. */
function withMarks(text, numbers, turn) {
  return visible(text)
    .split(/(\[\d{1,3}\])/)
    .map((part) => {
      const number = /^\[(\d+)\]$/.exec(part)?.[1];
      return number && numbers.has(Number(number)) ? markTo(Number(number), turn) : part;
    });
}

function markTo(number, turn) {
  return element("a", { class: "mark", href: `#t${turn}c${number}` }, `[${number}]`);
}

function badges(document_) {
  const made = [];
  if (document_.is_digest) {
    made.push(" ", element("span", { class: "badge badge-digest", title: words.digest_notice }, words.digest));
  }
  if (document_.is_truncated) {
    made.push(" ", element("span", { class: "badge badge-truncated", title: words.truncated_notice }, words.truncated));
  }
  return made;
}

function citationCard(citation, turn) {
  const about = [
    citation.document.municipality,
    citation.document.published_on ?? words.date_unknown,
    citation.page ? words.page.replace("{}", () => citation.page) : null,
  ];
  return element(
    "li",
    { class: "card", id: `t${turn}c${citation.number}` },
    element(
      "p",
      { class: "card-title" },
      element("span", { class: "number", "aria-hidden": "true" }, String(citation.number)),
      " ",
      element("cite", {}, visible(citation.document.title)),
      ...badges(citation.document),
    ),
    element("p", { class: "meta" }, visible(about.filter(Boolean).join(" · "))),
    citation.section.length
      ? element("p", { class: "meta path" }, ...citation.section.map((name) => element("span", {}, visible(name))))
      : null,
    element("blockquote", {}, visible(citation.quote)),
    element(
      "p",
      {},
      element("a", { class: "open", href: inside(citation.url) }, words.open_passage, element("span", { "aria-hidden": "true" }, " →")),
    ),
  );
}

function calculations(list, turn) {
  const lines = list.map((one) =>
    element(
      "li",
      {},
      `${visible(one.expression)} = `,
      element("strong", {}, visible(one.result)),
      ...one.inputs.flatMap((number) => [" ", markTo(number, turn)]),
    ),
  );
  return element("section", { class: "calculations" }, element("h3", {}, words.calculations), element("ul", {}, ...lines));
}

/** The whole answer, laid out as the server does it without script. */
function answerCard(answer, turn) {
  const numbers = new Set(answer.citations.map((one) => one.number));
  return element(
    "div",
    { class: `answer status-${answer.status}` },
    element("p", { class: "status" }, words[`status_${answer.status}`] ?? answer.status),
    element("p", { class: "answer-text", lang: answer.language }, ...withMarks(answer.answer, numbers, turn)),
    answer.status === "corrected" ? element("p", { class: "note" }, words.note_corrected) : null,
    answer.calculations.length ? calculations(answer.calculations, turn) : null,
    answer.citations.length
      ? element(
          "section",
          {},
          element("h3", {}, words.citations),
          element("ol", { class: "citations" }, ...answer.citations.map((one) => citationCard(one, turn))),
        )
      : null,
    answer.query
      ? element(
          "details",
          { class: "query" },
          element("summary", {}, words.for_programs),
          element("pre", { tabindex: "0" }, element("code", {}, answer.query)),
        )
      : null,
  );
}

function problemCard(message, requestId) {
  return element(
    "div",
    { class: "answer status-problem", role: "alert" },
    element("p", { class: "status" }, words.status_problem),
    element("p", { class: "answer-text" }, message),
    requestId ? element("p", { class: "quiet" }, `${words.request_number} ${requestId}`) : null,
  );
}

function problemText(error) {
  return document.documentElement.lang === "en" ? error.message_en : error.message_ko;
}

/** The events of a stream, one object {name, data} each. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value;
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const name = /^event: (.+)$/m.exec(block)?.[1];
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (name && data) yield { name, data: JSON.parse(data) };
    }
  }
}

/** Ask, and show words as they come; the finished answer takes their place. */
async function ask(question) {
  running?.abort();
  running = new AbortController();
  const turn = ++turns;
  const started = element("p", { class: "answer-text" });
  const holder = element("div", { class: "answer", "aria-busy": "true" }, started);
  const article = element(
    "article",
    { class: "turn" },
    element("h2", { class: "asked" }, element("span", { class: "hidden-label" }, `${words.you_asked}: `), visible(question)),
  );
  conversation.append(article);
  document.querySelector(".hero").hidden = true;
  document.querySelector(".examples")?.setAttribute("hidden", "");
  progress.textContent = words.asking;
  article.scrollIntoView({ block: "start" });
  const show = (card) => {
    holder.remove();
    article.append(card);
  };
  const refuse = (message, requestId = null) => {
    show(problemCard(message, requestId));
    progress.textContent = "";
    // What could not be taken goes back into the box, to be mended and sent again.
    box.value ||= question;
  };
  const asked = {
    question,
    history: history.slice(-keptQuestions),
    municipality: place?.value || null,
    // English readers are answered in English; on the Korean page the question decides.
    language: document.documentElement.lang === "en" ? "en" : null,
  };
  try {
    const response = await fetch("/api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(asked),
      signal: running.signal,
    });
    if (!response.ok) {
      const { error } = await response.json();
      refuse(problemText(error));
      return;
    }
    let finished = false;
    for await (const { name, data } of events(response.body)) {
      if (name === "text") {
        if (!holder.isConnected) article.append(holder);
        started.textContent += data.text;
      } else if (name === "error") {
        refuse(problemText(data.error), data.error.request_id);
        finished = true;
      } else if (name === "done") {
        show(answerCard(data, turn));
        // What else can be done with an answer (feedback.js) hears of it here.
        article.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: { asked, answer: data } }));
        history.push(question);
        finished = true;
        progress.textContent = `${words[`status_${data.status}`] ?? ""}: ${data.answer}`;
        progress.classList.add("hidden-label");
      }
    }
    if (!finished) throw new TypeError("the stream ended early");
    article.scrollIntoView({ block: "start" });
  } catch (error) {
    if (error.name === "AbortError") {
      article.remove();
    } else {
      refuse(words.connection_lost);
    }
  }
}

function send(question) {
  const text = question.trim();
  if (!text) return;
  progress.classList.remove("hidden-label");
  box.value = "";
  ask(text);
}

form.addEventListener("submit", (submit) => {
  submit.preventDefault();
  send(box.value);
});

examples?.addEventListener("submit", (submit) => {
  submit.preventDefault();
  send(submit.submitter.value);
});

box.addEventListener("keydown", (key) => {
  // While a Korean syllable is being composed, Enter ends the syllable and must not send.
  if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
    key.preventDefault();
    form.requestSubmit();
  }
});
