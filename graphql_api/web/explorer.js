// The explorer: sends what stands in the editor, shows what comes back, and says what fits.

import { paintJson } from "./colours.js";
import { Editor } from "./editor.js";
import { Reference } from "./reference.js";
import { Schema } from "./schema.js";
import { address, SNIPPETS } from "./snippets.js";

const PAST = "sijeong-explorer-past";
const MOST_PAST = 20;
const MOST_OFFERS = 24;
// Longer addresses are cut off by some programs; the query still runs, it is only not kept.
const LONGEST_LINK = 6000;

const byId = (id) => document.getElementById(id);
const [form, variables, examples, past, copy, run] = ["request", "variables", "examples", "past", "copy", "run"].map(byId);
const [status, errors, result, offers] = ["status", "errors", "result", "offers"].map(byId);
const editor = new Editor({
  area: byId("query"),
  colours: byId("colours"),
  numbers: byId("numbers"),
  moved: () => offer(),
});
let schema = null;

function say(text, isWrong = false) {
  status.textContent = text;
  status.classList.toggle("is-wrong", isWrong);
}

function fill(query, given) {
  editor.text = query;
  variables.value = given ? JSON.stringify(given, null, 2) : "";
  byId("given").open = Boolean(given);
}

// The variables as a value; null after saying that they are no JSON.
function readVariables() {
  try {
    return { value: variables.value.trim() ? JSON.parse(variables.value) : undefined };
  } catch {
    say("변수가 올바른 JSON이 아닙니다. The variables are not valid JSON.", true);
    byId("given").open = true;
    variables.focus();
    return null;
  }
}

function readPast() {
  try {
    return JSON.parse(sessionStorage.getItem(PAST)) ?? [];
  } catch {
    return [];
  }
}

function remember(query, given) {
  const link = address(query, given);
  if (link.length < LONGEST_LINK) history.replaceState(null, "", link);
  const kept = readPast().filter((one) => one.query !== query);
  kept.unshift({ query, given, at: new Date().toLocaleTimeString("ko") });
  try {
    sessionStorage.setItem(PAST, JSON.stringify(kept.slice(0, MOST_PAST)));
  } catch {
    // A browser that keeps nothing still runs queries.
  }
  listPast();
}

function listPast() {
  past.length = 1;
  for (const [place, one] of readPast().entries()) {
    past.add(new Option(`${one.at} ${one.query.replaceAll(/\s+/g, " ").slice(0, 60)}`, String(place)));
  }
}

function showErrors(found) {
  errors.replaceChildren(
    ...found.map((error) => {
      const item = document.createElement("li");
      const place = error.locations?.[0];
      if (place) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "name";
        button.textContent = `${place.line}:${place.column}`;
        button.addEventListener("click", () => editor.go(place.line, place.column));
        item.append(button, " ");
      }
      item.append(error.message);
      return item;
    }),
  );
}

async function send(event) {
  event?.preventDefault();
  const given = readVariables();
  if (!given) return;
  const query = editor.text;
  remember(query, given.value);
  run.disabled = true;
  say("실행 중… Running…");
  const begin = performance.now();
  try {
    const isStream = /(^|\})\s*subscription\b/.test(query);
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: isStream ? "text/event-stream" : "application/graphql-response+json, application/json",
      },
      body: JSON.stringify({ query, variables: given.value }),
    });
    const text = await response.text();
    const took = Math.round(performance.now() - begin);
    show(text, response, took);
  } catch {
    say("서버에 닿지 못했습니다. 잠시 뒤 다시 해 보세요. The server cannot be reached.", true);
  } finally {
    run.disabled = false;
  }
}

function parsed(text, response) {
  try {
    if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return JSON.parse(text);
    const told = text.split("\n\n").filter((one) => one.startsWith("event: next"));
    return told.map((one) => JSON.parse(one.slice(one.indexOf("data: ") + 6)));
  } catch {
    // A proxy in between may answer with something else; it is shown as it came.
    return null;
  }
}

function show(text, response, took) {
  const answer = parsed(text, response);
  paintJson(result, answer ? JSON.stringify(answer, null, 2) : text);
  const whole = Array.isArray(answer) ? answer.find((one) => one.errors) ?? answer.at(-1) : answer;
  const found = whole?.errors ?? [];
  showErrors(found);
  const isWrong = !response.ok || found.length > 0;
  const cost = response.headers.get("x-query-cost");
  const parts = [
    isWrong ? "오류가 있습니다. There are errors." : "완료 Done",
    `HTTP ${response.status}`,
    `${took} ms`,
    `${text.length.toLocaleString("ko")}자 characters`,
    cost ? `비용 cost ${cost}` : "",
    whole?.extensions?.snapshot ? `snapshot ${whole.extensions.snapshot}` : "",
  ];
  say(parts.filter(Boolean).join(" · "), isWrong);
}

// What fits where the caret stands, as buttons that type it.
function offer() {
  const { area } = editor;
  if (!schema || area.selectionStart !== area.selectionEnd) return offers.replaceChildren();
  const { begun, found } = schema.offers(area.value.slice(0, area.selectionStart));
  const isWhole = found.length === 1 && found[0].name === begun;
  offers.replaceChildren(
    ...(isWhole ? [] : found.slice(0, MOST_OFFERS)).map((one) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "offer";
      button.textContent = one.name;
      button.title = one.told ?? "";
      // Pressing must not take the caret out of the editor.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        editor.type(one.name + (one.after ?? ""), begun.length);
        if (one.after === " {}") area.selectionStart = area.selectionEnd -= 1;
        editor.paint();
      });
      return button;
    }),
  );
}

async function copyAs() {
  const given = readVariables();
  const make = SNIPPETS[copy.value];
  copy.value = "";
  if (!given || !make) return;
  const text = make(location.origin, editor.text, given.value);
  try {
    await navigator.clipboard.writeText(text);
    say("복사했습니다. Copied.");
  } catch {
    // Without a secure address there is no clipboard; the text can be copied by hand.
    showErrors([]);
    result.textContent = text;
    say("아래에서 복사하십시오. Copy it from below.");
    result.focus();
  }
}

async function start() {
  form.addEventListener("submit", send);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
  });
  past.addEventListener("change", () => {
    const one = readPast()[Number(past.value)];
    if (past.value !== "" && one) fill(one.query, one.given);
  });
  copy.addEventListener("change", copyAs);
  listPast();
  const asked = new URLSearchParams(location.search);
  if (asked.get("query")) {
    editor.text = asked.get("query");
    variables.value = asked.get("variables") ?? "";
    byId("given").open = Boolean(variables.value);
    // Only reading is possible here, so a shared link may run at once.
    send();
  }
  try {
    const list = await (await fetch("/graphql/assets/examples.json")).json();
    for (const [place, one] of list.entries()) {
      examples.add(new Option(`${one.title_ko} · ${one.title_en}`, String(place)));
    }
    examples.addEventListener("change", () => {
      const one = list[Number(examples.value)];
      if (examples.value !== "" && one) fill(one.query, one.variables);
    });
    if (!editor.text && list.length) fill(list[0].query, list[0].variables);
    schema = await Schema.load();
    new Reference({ schema, find: byId("find"), trail: byId("trail"), entry: byId("entry") });
  } catch {
    say("예시나 설명서를 불러오지 못했습니다. Examples or reference cannot be loaded.", true);
  }
}

start();
