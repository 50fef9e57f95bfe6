// Takes what a citizen says of an answer, without leaving the page. Without script the page has the
// same form (feedback_form.html), with a page that says thank you.

import { cleaned, element, filled, isRefusedForUnseen } from "./elements.js";

/** What the form brings back: the question as it was asked and the answer as it came. */
function enclosure({ asked, answer }) {
  const { status, answer: text, snapshot, receipt } = answer;
  const citations = answer.citations.map(({ number, quote, start, end, document: cited }) => ({
    number,
    quote,
    start,
    end,
    document: { id: cited.id, source: cited.source },
  }));
  return { ...asked, status, answer: text, snapshot, receipt, citations };
}

/** The form for one answer, and beside it the place that says what came of it. */
export function feedbackForm({ settings, given, endpoint, fetch }) {
  const { words, language } = settings;
  const form = drawn(settings);
  const said = element("p", { class: "feedback-said", role: "status", tabindex: "-1" });
  const buttons = form.querySelectorAll("button");
  const say = (text, isDone) => {
    said.textContent = text;
    form.hidden = isDone;
    for (const one of buttons) one.disabled = false;
    // The pressed button is gone or has failed: whoever works by keyboard goes on from here.
    said.focus();
  };
  form.addEventListener("submit", async (submit) => {
    submit.preventDefault();
    const fields = new FormData(form);
    const content = {
      ...enclosure(given),
      verdict: submit.submitter.value,
      reason: fields.get("reason"),
      comment: fields.get("comment"),
    };
    for (const one of buttons) one.disabled = true;
    said.textContent = words.feedback_sending;
    try {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(content),
      });
      if (response.ok) {
        say(words.feedback_thanks, true);
      } else {
        const { error } = await response.json();
        const why = language === "en" ? error.message_en : error.message_ko;
        const isCleaned = isRefusedForUnseen(error);
        if (isCleaned) form.elements.comment.value = cleaned(content.comment);
        say(isCleaned ? `${why} ${words.comment_cleaned}` : why, false);
      }
    } catch {
      say(words.connection_lost, false);
    }
  });
  return [form, said];
}

function drawn({ words, feedback }) {
  const send = (verdict, label, attributes = {}) =>
    element("button", { type: "submit", name: "verdict", value: verdict, ...attributes }, label);
  const reason = (name) =>
    element(
      "label",
      { class: "feedback-reason" },
      element("input", { type: "radio", name: "reason", value: name, required: true }),
      ` ${words[`why_${name}`] ?? name}`,
    );
  const comment = { name: "comment", rows: "2", maxlength: feedback.max_comment_characters };
  const why = element(
    "div",
    { class: "feedback-why" },
    element(
      "fieldset",
      {},
      element("legend", {}, words.feedback_why),
      feedback.reasons.map(reason),
    ),
    element(
      "label",
      { class: "feedback-comment" },
      words.feedback_comment,
      element("textarea", comment),
    ),
    send("not_helpful", words.feedback_send),
  );
  return element(
    "form",
    { class: "feedback" },
    element(
      "fieldset",
      {},
      element("legend", {}, words.feedback_question),
      element(
        "div",
        { class: "feedback-row" },
        send("helpful", words.verdict_helpful, { formnovalidate: true }),
        element("details", {}, element("summary", {}, words.verdict_not_helpful), why),
      ),
      element(
        "details",
        { class: "hint" },
        element("summary", {}, filled(words.feedback_brief, feedback.days)),
        element("p", {}, filled(words.feedback_notice, feedback.days)),
      ),
    ),
  );
}
