// One Enter, one message, also in the middle of a syllable.
//
// While Hangul is composed, browsers tell of Enter in different orders: Chromium and Firefox press
// the key first (keyCode 229, isComposing) and end the composition afterwards, some of them with a
// second press of the same key; Safari ends the composition first and presses then, with
// keyCode 229 but isComposing false. In all of them the message goes out once, with its last
// syllable. In Japanese and Chinese, Enter chooses a word: it ends the word and sends nothing.
// The orders are those of W3C UI Events, "Key Events during Composition".

const COMPOSING = 229;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]$/;

/** Milliseconds for which a key that is never released is taken for one press, at most. */
const LONGEST_PRESS = 1_000;

/** Call `send` for every Enter in the text box; Shift+Enter begins a new line. */
export function sendOnEnter(box, send) {
  let isComposing = false;
  let ended = null; // what the last composition ended with, until another key is pressed
  let isAwaited = false; // Enter was pressed in a syllable that has yet to end
  let sentAt = -Infinity; // when this press of Enter has sent

  const isSent = () => performance.now() - sentAt < LONGEST_PRESS;
  const sendOnce = () => {
    isAwaited = false;
    sentAt = performance.now();
    send();
  };

  box.addEventListener("compositionstart", () => {
    isComposing = true;
    ended = null;
  });
  box.addEventListener("compositionend", (event) => {
    isComposing = false;
    ended = event.data ?? "";
    if (!isAwaited) return;
    if (!HANGUL.test(ended)) {
      isAwaited = false;
      return;
    }
    // The box has the syllable only once this event is over.
    setTimeout(() => isAwaited && !isComposing && sendOnce());
  });
  box.addEventListener("keydown", (event) => {
    const isEnter =
      event.key === "Enter" || event.code === "Enter" || event.code === "NumpadEnter";
    if (!isEnter || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) {
      // A key that composes says 229 as well and leaves what has just ended alone.
      if (event.keyCode !== COMPOSING) ended = null;
      isAwaited = false;
      return;
    }
    if (event.repeat || isSent()) {
      event.preventDefault();
    } else if (event.isComposing || isComposing) {
      isAwaited = true;
    } else if (event.keyCode === COMPOSING && ended !== null && !HANGUL.test(ended)) {
      ended = null;
    } else {
      event.preventDefault();
      sendOnce();
    }
  });
  box.addEventListener("keyup", (event) => {
    if (event.key === "Enter" || event.code === "Enter" || event.code === "NumpadEnter") {
      sentAt = -Infinity;
      ended = null;
    }
  });
  box.addEventListener("beforeinput", (event) => {
    // Where the second press is not told of, its new line is.
    const isLine = event.inputType === "insertLineBreak" || event.inputType === "insertParagraph";
    if (isLine && (isAwaited || isSent())) event.preventDefault();
  });
}
