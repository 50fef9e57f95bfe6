// What stands around the turns: the box to write in, its buttons, examples and notices. On the page
// the server has drawn most of it (chat.html), in a widget nothing of it is there yet.

import { bilingual, button, element, filled } from "./elements.js";
import { example } from "./examples.js";

let frames = 0;

/** Complete the frame in `root` and name its parts. */
export function frameIn(root, settings) {
  if (!root.querySelector("form.ask")) root.append(...drawn(settings, (frames += 1)));
  const { words } = settings;
  const form = root.querySelector("form.ask");
  const parts = {
    form,
    log: root.querySelector(".turns"),
    live: root.querySelector(".announcement"),
    box: form.querySelector("textarea"),
    place: form.querySelector("select"),
    send: form.querySelector("button.send"),
    examples: root.querySelector(".examples"),
    hero: root.querySelector(".hero"),
    context: element("div", { class: "context", hidden: true }),
    stop: button("stop", words.stop, () => {}, { hidden: true }),
    clear: button("quiet-button clear", words.clear, () => {}, { hidden: true }),
  };
  parts.send.after(parts.stop);
  const row = form.querySelector(".ask-row");
  row.prepend(parts.context);
  row.append(parts.clear);
  return parts;
}

function drawn(settings, number) {
  const { words } = settings;
  const id = `question-${number}`;
  const places = settings.place ? [] : (settings.municipalities ?? []);
  return [
    element("section", { class: "turns", "aria-label": words.conversation, part: "turns" }),
    element("p", { class: "announcement hidden-label", role: "status", "aria-live": "polite" }),
    settings.examples?.length
      ? element(
          "section",
          { class: "examples", "aria-labelledby": `${id}-examples` },
          element("h2", { id: `${id}-examples` }, words.examples),
          element("form", {}, settings.examples.map(example)),
        )
      : null,
    element(
      "form",
      { class: "ask", part: "ask" },
      element("label", { for: id }, words.question_label),
      element(
        "div",
        { class: "ask-box" },
        element("textarea", {
          id,
          name: "question",
          rows: "1",
          required: true,
          maxlength: settings.max_question_characters,
          placeholder: words.question_placeholder,
          "aria-describedby": `${id}-hint`,
          enterkeyhint: "send",
          part: "box",
        }),
        element("button", { type: "submit", class: "send", part: "send" }, words.ask),
      ),
      element("div", { class: "ask-row" }, places.length > 1 ? choice(places, words) : null),
      element("p", { class: "hint automatic", id: `${id}-hint` }, notice(settings)),
    ),
  ].filter(Boolean);
}

function choice(places, words) {
  return element(
    "select",
    { name: "municipality", "aria-label": words.place_label },
    element("option", { value: "" }, words.place_any),
    places.map((name) => element("option", { value: name, lang: "ko" }, name)),
  );
}

/** Who answers, out of what of when, and what becomes of the question. */
function notice(settings) {
  const { words } = settings;
  const built = settings.built_on ? `${filled(words.data_of, settings.built_on)} ` : "";
  const kept = settings.feedback ? words.question_hint_feedback : words.question_hint;
  const more = element("span", { class: "hint-more" }, `${built}${kept}`);
  return [element("strong", {}, words.automatic), " ", more];
}
