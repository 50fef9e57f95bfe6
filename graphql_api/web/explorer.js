// The explorer: sends what stands in the form and shows what comes back.
"use strict";

const byId = (id) => document.getElementById(id);
const form = byId("request");
const query = byId("query");
const variables = byId("variables");
const examples = byId("examples");
const run = byId("run");
const status = byId("status");
const result = byId("result");

// An address of ours in the answer becomes a link, so that every figure leads to its source.
const ADDRESS = /"(\/documents\/[^"\\\s]+)"/g;

function say(text, isWrong = false) {
  status.textContent = text;
  status.classList.toggle("is-wrong", isWrong);
}

function show(text) {
  result.replaceChildren();
  let shown = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const begin = match.index + 1;
    const link = document.createElement("a");
    link.href = match[1];
    link.textContent = match[1];
    result.append(text.slice(shown, begin), link);
    shown = begin + match[1].length;
  }
  result.append(text.slice(shown));
}

function remember() {
  const address = new URLSearchParams({ query: query.value });
  if (variables.value.trim()) address.set("variables", variables.value);
  const link = `/graphql?${address}`;
  // Longer addresses are cut off by some programs; the query still runs, it is only not kept.
  if (link.length < 6000) history.replaceState(null, "", link);
}

async function send(event) {
  event?.preventDefault();
  let given;
  try {
    given = variables.value.trim() ? JSON.parse(variables.value) : undefined;
  } catch {
    say("변수가 올바른 JSON이 아닙니다. The variables are not valid JSON.", true);
    variables.focus();
    return;
  }
  remember();
  run.disabled = true;
  say("실행 중… Running…");
  const begin = performance.now();
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/graphql-response+json, application/json",
      },
      body: JSON.stringify({ query: query.value, variables: given }),
    });
    const text = await response.text();
    const took = Math.round(performance.now() - begin);
    let answer = null;
    try {
      answer = JSON.parse(text);
    } catch {
      // A proxy in between may answer with something else; it is shown as it came.
    }
    show(answer ? JSON.stringify(answer, null, 2) : text);
    const isWrong = !response.ok || Boolean(answer?.errors);
    const snapshot = answer?.extensions?.snapshot;
    say(
      [
        isWrong ? "오류가 있습니다. There are errors." : "완료 Done",
        `HTTP ${response.status}`,
        `${took} ms`,
        snapshot ? `snapshot ${snapshot}` : "",
      ]
        .filter(Boolean)
        .join(" · "),
      isWrong,
    );
  } catch {
    say("서버에 닿지 못했습니다. 잠시 뒤 다시 해 보세요. The server cannot be reached.", true);
  } finally {
    run.disabled = false;
  }
}

function fill(example) {
  query.value = example.query;
  variables.value = example.variables ? JSON.stringify(example.variables, null, 2) : "";
}

async function start() {
  form.addEventListener("submit", send);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
  });
  const asked = new URLSearchParams(location.search);
  if (asked.get("query")) {
    query.value = asked.get("query");
    variables.value = asked.get("variables") ?? "";
    // Only reading is possible here, so a shared link may run at once.
    send();
  }
  try {
    const list = await (await fetch("/graphql/assets/examples.json")).json();
    list.forEach((example, place) => {
      examples.add(new Option(`${example.title_ko} · ${example.title_en}`, String(place)));
    });
    examples.addEventListener("change", () => {
      if (examples.value !== "") fill(list[Number(examples.value)]);
    });
    if (!query.value && list.length) fill(list[0]);
  } catch {
    say("예시를 불러오지 못했습니다. The examples cannot be loaded.", true);
  }
}

start();
