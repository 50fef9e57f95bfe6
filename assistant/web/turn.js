// One question and what became of it: waiting, words that come, an answer, or why there is none.

import { bilingual, button, element, filled, isRefusedForUnseen, spelled } from "./elements.js";

/** Milliseconds after which a person is told that the answer is still on its way. */
const SLOW = 6_000;

/** A turn of the conversation; what can be done with it is told to `actions` by name. */
export class Turn {
  constructor({ number, question, words, layout, actions }) {
    this.number = number;
    this.question = question;
    this.words = words;
    this.layout = layout;
    this.actions = actions;
    this.content = element("div", { class: "turn-content" });
    this.element = element(
      "article",
      { class: "turn", part: "turn" },
      element(
        "h2",
        { class: "asked", part: "question", dir: "auto" },
        element("span", { class: "hidden-label" }, `${words.you_asked}: `),
        bilingual(question),
      ),
      this.content,
    );
  }

  /** The question has been sent. Nothing of this is read out: that would be every word twice. */
  wait() {
    this.streamed = element("p", { class: "answer-text streaming", lang: null });
    this.progress = element("p", { class: "progress" }, this.words.asking);
    const { progress, words } = this;
    setTimeout(() => (progress.textContent = words.still_asking), SLOW);
    this.content.replaceChildren(
      element(
        "div",
        { class: "answer is-coming", "aria-hidden": "true", part: "answer" },
        this.progress,
        this.streamed,
      ),
    );
  }

  /** Words as they come. */
  add(piece) {
    this.progress.hidden = true;
    this.streamed.append(spelled(piece));
  }

  /** What came is void; the question is being asked again. */
  again({ attempt, tries }) {
    this.streamed.replaceChildren();
    this.progress.hidden = false;
    this.progress.textContent = this.words.asking_again
      .replace("{}", String(attempt))
      .replace("{}", String(tries));
  }

  /** The finished answer takes the place of what came. */
  answer(reply, canPrint) {
    const { words, actions } = this;
    const said = element("span", { class: "action-said", role: "status" });
    const copying = async () => {
      const isCopied = await actions.copy(this, reply);
      said.textContent = isCopied ? words.copied : words.not_copied;
    };
    this.content.replaceChildren(
      this.layout.card(reply, this.number),
      element(
        "div",
        { class: "actions" },
        button("quiet-button copy", words.copy, copying),
        canPrint ? button("quiet-button print", words.print, actions.print) : null,
        button("quiet-button edit", words.edit, () => actions.edit(this)),
        said,
      ),
    );
  }

  /** Why there is no answer, and what can be done about it. */
  problem({ status, message, requestId = null }) {
    const { words, actions } = this;
    this.content.replaceChildren(
      element(
        "div",
        { class: "answer status-problem", part: "answer" },
        element("p", { class: "status" }, status),
        element("p", { class: "answer-text" }, spelled(message)),
        requestId
          ? element("p", { class: "quiet" }, `${words.request_number} ${spelled(requestId)}`)
          : null,
        element(
          "div",
          { class: "actions" },
          button("retry", words.retry, () => actions.retry(this)),
          button("quiet-button edit", words.edit, () => actions.edit(this)),
        ),
      ),
    );
  }

  /** Questions that are known to have an answer. */
  offer(questions) {
    if (!questions.length) return;
    this.element.append(
      element(
        "section",
        { class: "follow-ups" },
        element("h3", {}, this.words.follow_ups),
        element(
          "ul",
          {},
          questions.map((text) =>
            element(
              "li",
              {},
              button("follow-up", bilingual(text), () => this.actions.follow(text)),
            ),
          ),
        ),
      ),
    );
  }

  withdrawOffer() {
    this.element.querySelector(".follow-ups")?.remove();
  }
}

/** What a person is told of an AskError; `isCleaned` where the question goes on without something. */
export function problemOf(error, words, language) {
  const status = words.status_problem;
  const said = error.error?.[language === "en" ? "message_en" : "message_ko"];
  const requestId = error.error?.request_id ?? null;
  if (error.kind === "busy") {
    const wait = error.retryAfter > 2 ? ` ${filled(words.come_back_in, error.retryAfter)}` : "";
    return { status, message: `${said ?? words.busy}${wait}` };
  }
  if (error.kind === "lost") return { status, message: words.connection_lost };
  if (isRefusedForUnseen(error.error)) {
    return { status, message: `${said} ${words.question_cleaned}`, isCleaned: true };
  }
  if (error.kind === "slow") return { status, message: words.too_slow };
  return { status, message: said ?? words.broken, requestId };
}
