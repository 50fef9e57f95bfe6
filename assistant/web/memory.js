// Keeps the turns while the tab is open, so that who comes back from a document finds them.

import { checked } from "./stream.js";

const NAME = "sijeong-conversation";
const MOST = 20;

/** Keep the answered turns, {question, asked, reply} each, and the questions before the next. */
export function keepTurns(store, turns, history) {
  try {
    if (!turns.length) {
      store?.removeItem(NAME);
      return;
    }
    const kept = ({ question, asked, reply }) => ({ question, asked, reply });
    store?.setItem(NAME, JSON.stringify({ turns: turns.slice(-MOST).map(kept), history }));
  } catch {
    // A full or closed store forgets; the conversation does not need it.
  }
}

/** What was kept, {turns, history}; nothing where it cannot be read any more. */
export function keptTurns(store) {
  try {
    const { turns, history } = JSON.parse(store?.getItem(NAME) ?? "null") ?? { turns: [] };
    return {
      turns: turns.map(({ question, asked, reply }) => ({
        question: String(question),
        asked: { ...asked, history: asked.history.map(String) },
        reply: checked(reply),
      })),
      history: (history ?? []).map(String),
    };
  } catch {
    // What another version has kept is not worth a broken page.
    return { turns: [], history: [] };
  }
}
