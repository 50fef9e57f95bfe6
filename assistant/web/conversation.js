// The conversation, the same on the page and in the widget.
//
//   import { Conversation } from "./conversation.js";
//   const conversation = new Conversation(root, settings);
//
// `root` is an empty element in a document or a shadow root, or the one that the page has drawn
// (chat.html). Nothing outside it is looked at. Styles: palette.css, parts.css, conversation.css.
//
// `settings` are what GET /api/conversation?language=ko gives:
//   endpoint                 where to ask; every link leads to the same origin
//   follow_ups               where further questions are asked for; none without it
//   language                 "ko" or "en"
//   words                    what is said, by name
//   examples, municipalities what is offered before anyone has asked
//   built_on, documents      of when the data is
//   max_question_characters, max_history
//   feedback                 {days, reasons, max_comment_characters} where it is taken, else null
// and what whoever embeds it adds:
//   place          municipality that every question is about, where nothing can be chosen
//   fetch          in the place of window.fetch (tokens, another origin)
//   opensNew       links open beside the page
//   store          a Storage that keeps the turns for this tab; none: they end with the page
//   scroller       the element that scrolls; without one, the page does
//   keepsPage      the page around is never scrolled
//   canPrint       whether printing the page prints the conversation
//   keepLanguage   whether links carry ?lang=
//   patience       of asking; see stream.js
//
// Events on `root` (they cross a shadow root, and say nothing of what was asked):
//   sijeong-answered {status}, sijeong-failed {kind}, sijeong-cleared

import { AnswerLayout, summary } from "./answer.js";
import { sendOnEnter } from "./composing.js";
import { contextOf, showContext } from "./context.js";
import { bilingual, cleaned } from "./elements.js";
import { offerByPlace } from "./examples.js";
import { feedbackForm } from "./feedback.js";
import { frameIn } from "./frame.js";
import { keepTurns, keptTurns } from "./memory.js";
import { copy } from "./share.js";
import { ask, AskError } from "./stream.js";
import { problemOf, Turn } from "./turn.js";

/** Ids of an answer that are told where further questions are asked for. */
const MOST_IDS = 8;

/** A turn that begins in this part of the window, from its top, need not be scrolled to. */
const BEGINS_IN_SIGHT = 0.4;

export class Conversation {
  #settings;
  #parts;
  #layout;
  #fetch;
  #turns = [];
  #count = 0;
  #running = null;
  #context = null;
  #history = [];

  constructor(root, settings) {
    this.root = root;
    this.#settings = settings;
    this.#fetch = settings.fetch ?? globalThis.fetch.bind(globalThis);
    this.#layout = new AnswerLayout({
      words: settings.words,
      inside: (address) => this.#inside(address),
      opensNew: settings.opensNew ?? false,
    });
    this.#parts = frameIn(root, settings);
    this.#history = [...this.#parts.form.querySelectorAll("input[name=history]")].map(
      (input) => input.value,
    );
    this.#listen();
    this.#restore();
  }

  /** Put the cursor into the box. */
  focus() {
    this.#parts.box.focus();
  }

  /** Whether an answer is on its way. */
  get isBusy() {
    return this.#running !== null;
  }

  /** Ask; `standsAlone` for a question that needs nothing of those before it. */
  send(question, { standsAlone = false } = {}) {
    const text = question.trim();
    if (!text || this.isBusy) return;
    const turn = this.#begin(text);
    turn.asked = this.#body(text, standsAlone);
    this.#parts.box.value = "";
    this.#ask(turn);
  }

  /** Give up the answer that is on its way. */
  stop() {
    this.#running?.abort(new DOMException("stopped", "AbortError"));
  }

  /** Forget everything that was said. */
  clear() {
    this.stop();
    for (const turn of this.#turns) turn.element.remove();
    this.#parts.log.replaceChildren();
    this.#turns = [];
    this.#history = [];
    this.#setContext(null);
    this.#keep();
    this.#parts.clear.hidden = true;
    this.#showStart(true);
    this.#announce(this.#settings.words.cleared);
    this.focus();
    this.#tell("sijeong-cleared", {});
  }

  #listen() {
    const { form, box, examples, stop, clear } = this.#parts;
    form.addEventListener("submit", (submit) => {
      submit.preventDefault();
      this.send(box.value);
    });
    sendOnEnter(box, () => this.send(box.value));
    examples?.addEventListener("submit", (submit) => {
      submit.preventDefault();
      this.send(submit.submitter.value, { standsAlone: true });
      this.focus();
    });
    offerByPlace(this.#parts, this.#settings, (address) => this.#fetch(this.#whole(address)));
    stop.addEventListener("click", () => this.stop());
    clear.addEventListener("click", () => this.clear());
    // What is still on its way when the page goes would only keep the server busy.
    globalThis.addEventListener("pagehide", () => this.stop());
  }

  #begin(question) {
    const { words, canPrint } = this.#settings;
    const turn = new Turn({
      number: (this.#count += 1),
      question,
      words,
      layout: this.#layout,
      actions: {
        copy: (one, reply) =>
          copy({ question: one.question, reply, words, inside: (url) => this.#whole(url) }),
        print: canPrint ? () => globalThis.print() : null,
        edit: (one) => this.#edit(one),
        retry: (one) => this.#retry(one),
        follow: (text) => {
          this.send(text, { standsAlone: true });
          this.focus();
        },
      },
    });
    this.#turns.at(-1)?.withdrawOffer();
    this.#turns.push(turn);
    this.#parts.log.append(turn.element);
    this.#showStart(false);
    return turn;
  }

  #body(question, standsAlone) {
    const { max_history: most, language, place } = this.#settings;
    const chosen = place || this.#parts.place?.value || null;
    return {
      question,
      history: standsAlone ? [] : this.#history.slice(-most),
      municipality: chosen ?? (standsAlone ? null : (this.#context?.place ?? null)),
      // English readers are answered in English; on the Korean page the question decides.
      language: language === "en" ? "en" : null,
    };
  }

  async #ask(turn) {
    const { endpoint, words, language, patience } = this.#settings;
    const running = new AbortController();
    this.#running = running;
    this.#showBusy(true);
    this.#announce("");
    turn.wait();
    this.#reveal(turn);
    try {
      const reply = await ask({
        endpoint,
        body: turn.asked,
        fetch: this.#fetch,
        signal: running.signal,
        onText: (piece) => turn.add(piece),
        onAgain: (what) => turn.again(what),
        ...(patience ? { patience } : {}),
      });
      this.#running = null;
      this.#answered(turn, reply);
    } catch (error) {
      this.#running = null;
      if (error?.name === "AbortError") {
        this.#failed(turn, { status: words.stopped, message: words.stopped_note }, "stopped");
      } else {
        const known = error instanceof AskError ? error : new AskError("broken");
        if (known !== error) console.error(error);
        this.#failed(turn, problemOf(known, words, language), known.kind);
      }
    } finally {
      this.#showBusy(false);
    }
  }

  #answered(turn, reply) {
    this.#show(turn, reply);
    if (turn.asked.history.length === 0) this.#history = [];
    this.#history.push(turn.question);
    this.#setContext(contextOf(reply));
    this.#keep();
    this.#announce(summary(reply, this.#settings.words));
    this.#reveal(turn);
    this.#tell("sijeong-answered", { status: reply.status });
    this.#offer(turn, reply);
  }

  #show(turn, reply) {
    turn.reply = reply;
    turn.answer(reply, this.#settings.canPrint ?? false);
    const { feedback } = this.#settings;
    if (feedback && reply.receipt) {
      const form = feedbackForm({
        settings: this.#settings,
        given: { asked: turn.asked, answer: reply },
        endpoint: this.#whole("/api/feedback"),
        fetch: this.#fetch,
      });
      turn.content.append(...form);
    }
  }

  #failed(turn, problem, kind) {
    if (problem.isCleaned) turn.asked.question = cleaned(turn.question).trim();
    turn.problem(problem);
    // What could not be taken goes back into the box, to be mended and sent again.
    if (kind !== "stopped" && !this.#parts.box.value) this.#parts.box.value = turn.asked.question;
    this.#announce(`${problem.status}: ${problem.message}`);
    this.#reveal(turn);
    this.#tell("sijeong-failed", { kind });
  }

  #retry(turn) {
    if (this.isBusy) return;
    if (this.#parts.box.value.trim() === turn.asked.question) this.#parts.box.value = "";
    this.#ask(turn);
    this.focus();
  }

  #edit(turn) {
    const { box } = this.#parts;
    box.value = turn.asked?.question ?? turn.question;
    // It is asked with what had been asked before it, as it was.
    if (turn.asked) this.#history = [...turn.asked.history];
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  /** Ask for questions that go on from here; a courtesy, so nothing is said where none come. */
  async #offer(turn, reply) {
    const { follow_ups: address, language } = this.#settings;
    if (!address || reply.status !== "answered") return;
    try {
      const response = await this.#fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          question: turn.question,
          language: reply.language ?? language,
          facts: firstIds(reply.facts),
          documents: firstIds(reply.citations.map((one) => one.document)),
        }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) return;
      const { questions } = await response.json();
      const asked = new Set(this.#turns.map((one) => one.question));
      const fresh = questions.filter((text) => typeof text === "string" && !asked.has(text));
      if (this.#turns.at(-1) === turn && !this.isBusy) turn.offer(fresh);
    } catch {
      // Without suggestions the conversation goes on as well.
    }
  }

  #setContext(context) {
    this.#context = context;
    const { words } = this.#settings;
    showContext(this.#parts.context, context, words, () => {
      this.#history = [];
      this.#setContext(null);
      this.#announce(words.context_removed);
      this.focus();
    });
  }

  #showBusy(isBusy) {
    const { send, stop, box } = this.#parts;
    // The stop button takes the place of the other; whoever has pressed one goes on writing.
    const hadFocus = [send, stop].includes(this.#active());
    send.hidden = isBusy;
    stop.hidden = !isBusy;
    this.#parts.log.setAttribute("aria-busy", String(isBusy));
    this.#parts.clear.hidden = isBusy || this.#turns.length === 0;
    if (hadFocus) box.focus();
  }

  #active() {
    return this.root.getRootNode().activeElement;
  }

  #showStart(isStart) {
    const { hero, examples, box } = this.#parts;
    // A page keeps its heading for those who hear it.
    hero?.classList.toggle("hidden-label", !isStart);
    if (examples) examples.hidden = !isStart;
    const { words } = this.#settings;
    box.placeholder = isStart ? words.question_placeholder : words.question_next;
    this.root.classList.toggle("has-turns", !isStart);
  }

  #announce(text) {
    const said = this.#settings.language === "en" ? bilingual(text) : [text];
    this.#parts.live.replaceChildren(...said);
  }

  /** Show where a turn begins, without moving a page around a widget. */
  #reveal(turn) {
    const scroller = this.#settings.scroller;
    if (scroller) {
      const above = turn.element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      scroller.scrollBy({ top: above - 8 });
      return;
    }
    // A site that has the chat within its page stays where its reader has it, and so does a page
    // on which the turn begins well in sight.
    const top = turn.element.getBoundingClientRect().top;
    const isInSight = top >= 0 && top < innerHeight * BEGINS_IN_SIGHT;
    if (!this.#settings.keepsPage && !isInSight) turn.element.scrollIntoView({ block: "start" });
  }

  #base() {
    return new URL(this.#settings.endpoint, location.href);
  }

  /** An address inside the service; anything else leads nowhere. */
  #inside(address) {
    try {
      const { origin } = this.#base();
      const url = new URL(address, origin);
      if (url.origin !== origin) return "#";
      if (this.#settings.keepLanguage) url.searchParams.set("lang", this.#settings.language);
      return origin === location.origin ? url.pathname + url.search + url.hash : url.href;
    } catch {
      return "#";
    }
  }

  #whole(address) {
    return new URL(this.#inside(address), this.#base()).href;
  }

  #tell(name, detail) {
    this.root.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #keep() {
    const answered = this.#turns.filter((one) => one.reply);
    keepTurns(this.#settings.store, answered, this.#history);
  }

  #restore() {
    if (this.#parts.log.children.length) return;
    const { turns, history } = keptTurns(this.#settings.store);
    for (const { question, asked, reply } of turns) {
      const turn = this.#begin(question);
      turn.asked = asked;
      this.#show(turn, reply);
    }
    if (!turns.length) return;
    this.#history = history;
    this.#setContext(contextOf(turns.at(-1).reply));
    this.#parts.clear.hidden = false;
  }
}

/** The ids of the first few of some records, each once. */
function firstIds(records) {
  return [...new Set(records.map((one) => one.id))].slice(0, MOST_IDS);
}
