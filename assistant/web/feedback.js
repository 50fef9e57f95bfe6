// Sends what a citizen says of an answer without leaving the page. Without this file the same form
// works, with a page that says thank you.

const template = document.getElementById("feedback-form");
const conversation = document.getElementById("conversation");
const words = JSON.parse(template.dataset.words);

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

/** Send the form in the background; its place says what came of it. */
async function send(form, content) {
  const said = form.nextElementSibling;
  const buttons = form.querySelectorAll("button");
  const say = (text, isDone) => {
    said.textContent = text;
    form.hidden = isDone;
    for (const button of buttons) button.disabled = false;
    // The pressed button is gone or has failed: whoever works by keyboard goes on from here.
    said.focus();
  };
  for (const button of buttons) button.disabled = true;
  said.textContent = words.feedback_sending;
  try {
    const response = await fetch("/api/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
    });
    if (response.ok) {
      say(words.feedback_thanks, true);
    } else {
      const { error } = await response.json();
      say(document.documentElement.lang === "en" ? error.message_en : error.message_ko, false);
    }
  } catch {
    say(words.connection_lost, false);
  }
}

/** Let a form send itself in the background. */
function enliven(form) {
  const said = document.createElement("p");
  said.className = "feedback-said";
  said.setAttribute("role", "status");
  said.tabIndex = -1;
  form.after(said);
  form.addEventListener("submit", (submit) => {
    submit.preventDefault();
    const fields = new FormData(form);
    send(form, {
      ...JSON.parse(form.elements.given.value),
      verdict: submit.submitter.value,
      reason: fields.get("reason"),
      comment: fields.get("comment"),
    });
  });
}

conversation.addEventListener("answered", (answered) => {
  const made = template.content.cloneNode(true);
  const form = made.querySelector("form");
  form.elements.given.value = JSON.stringify(enclosure(answered.detail));
  answered.target.append(made);
  enliven(form);
});

document.querySelectorAll("form.feedback").forEach(enliven);
