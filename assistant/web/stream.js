// Asks the server and tells the answer while it comes: server-sent events over fetch, because
// EventSource can neither POST nor be told to stop (WHATWG HTML, "Server-sent events").
//
// Asking changes nothing on the server, so whatever broke may be asked again: a line that was cut,
// also in mid-stream, and a server that says when to come back.

/** How patient asking is; times in milliseconds. */
export const PATIENCE = Object.freeze({
  // Tries in all. A restart takes some seconds, which three tries with these pauses outlast.
  tries: 3,
  firstPause: 1_000,
  // Who is told to wait for longer is told so, and decides for themselves.
  longestPause: 10_000,
  // The first event comes as soon as a question is taken in.
  untilTaken: 20_000,
  // Within an answer only a language model is slow; the server gives it up earlier than this.
  untilNext: 60_000,
  // A reply is some kilobytes; one without end must not fill the memory.
  mostCharacters: 4_000_000,
});

/**
 * Why there is no answer. `kind`: "refused" (the server said why), "busy" (it said when to come
 * back), "lost" (no connection, or cut), "slow" (nothing came in time), "broken" (not understood).
 */
export class AskError extends Error {
  constructor(kind, { status = null, error = null, retryAfter = null } = {}) {
    super(error?.message_en ?? kind);
    this.name = "AskError";
    this.kind = kind;
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

/**
 * The whole reply to `body` (the object that /api/ask takes).
 *
 * `onText(piece)` hears the words as they come, `onAgain({attempt, tries, wait})` that they are
 * void and that the question will be asked again in `wait` milliseconds. Throws AskError, or the
 * signal's reason once `signal` has been aborted.
 */
export async function ask({
  endpoint,
  body,
  fetch = globalThis.fetch.bind(globalThis),
  signal,
  onText = () => {},
  onAgain = () => {},
  patience = PATIENCE,
}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askOnce({ endpoint, body, fetch, signal, onText, patience });
    } catch (error) {
      signal?.throwIfAborted();
      const wait = pauseBefore(error, attempt, patience);
      if (wait === null) throw error;
      onAgain({ attempt: attempt + 1, tries: patience.tries, wait });
      await pause(wait, signal);
    }
  }
}

async function askOnce({ endpoint, body, fetch, signal, onText, patience }) {
  const attempt = new AbortController();
  const stop = () => attempt.abort(signal.reason);
  signal?.addEventListener("abort", stop, { once: true });
  signal?.throwIfAborted();
  let timer = null;
  const within = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => attempt.abort(new AskError("slow")), milliseconds);
  };
  within(patience.untilTaken);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(body),
      signal: attempt.signal,
    });
    if (!response.ok) throw await refusal(response);
    for await (const { name, data } of events(response.body, patience.mostCharacters)) {
      within(patience.untilNext);
      if (name === "text") onText(String(data.text ?? ""));
      if (name === "error") throw refusalOf(null, data.error, null);
      if (name === "done") return checked(data);
    }
    throw new AskError("lost");
  } catch (error) {
    if (attempt.signal.aborted) throw attempt.signal.reason;
    throw error instanceof AskError ? error : new AskError("lost");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    // What is left of a stream that nobody listens to any more is not worth its bytes.
    attempt.abort();
  }
}

/** The events of a stream, one {name, data} each; AskError "broken" for what is no such stream. */
export async function* events(body, mostCharacters = PATIENCE.mostCharacters) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let line = "";
  let name = "";
  let data = [];
  let total = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    total += value.length;
    if (total > mostCharacters) throw new AskError("broken");
    const lines = (line + value).split(/\r\n|\n|\r(?=[^])/);
    line = lines.pop();
    for (const one of lines) {
      if (one === "") {
        if (data.length) yield { name: name || "message", data: parsed(data.join("\n")) };
        name = "";
        data = [];
      } else if (one.startsWith("event:")) {
        name = one.slice(6).trim();
      } else if (one.startsWith("data:")) {
        data.push(one.slice(5).replace(/^ /, ""));
      }
    }
  }
}

function parsed(text) {
  try {
    const content = JSON.parse(text);
    if (content !== null && typeof content === "object") return content;
  } catch {
    // Said below: it is not what was agreed on.
  }
  throw new AskError("broken");
}

/** A reply with everything in it that is drawn; what may be left out is there and empty. */
export function checked(reply) {
  const lists = ["citations", "calculations", "facts", "charts"];
  if (typeof reply.status !== "string" || typeof reply.answer !== "string") {
    throw new AskError("broken");
  }
  const whole = { ...reply };
  for (const name of lists) whole[name] = Array.isArray(reply[name]) ? reply[name] : [];
  return whole;
}

async function refusal(response) {
  let error = null;
  try {
    error = (await response.json()).error;
  } catch {
    // A proxy in between says it in its own words, which are not for citizens.
  }
  return refusalOf(response.status, error, response.headers.get("Retry-After"));
}

const COME_BACK = new Set(["too_many_questions", "too_often", "not_ready"]);

function refusalOf(status, error, after) {
  const said = typeof error?.message_ko === "string" && typeof error?.message_en === "string";
  const kept = said ? error : null;
  const isBusy = status === 429 || status === 503 || COME_BACK.has(error?.code);
  if (isBusy) return new AskError("busy", { status, error: kept, retryAfter: seconds(after) });
  // What stands before the server says 502 and 504 while the server starts again.
  if (status === 502 || status === 504) return new AskError("lost", { status });
  return new AskError(kept ? "refused" : "broken", { status, error: kept });
}

/** Retry-After in seconds, from seconds or a date (RFC 9110, 10.2.3); null for neither. */
export function seconds(after) {
  if (!after) return null;
  const text = after.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function pauseBefore(error, attempt, patience) {
  if (attempt >= patience.tries) return null;
  if (error.kind !== "lost" && error.kind !== "busy") return null;
  const own = patience.firstPause * 2 ** (attempt - 1);
  const told = (error.retryAfter ?? 0) * 1000;
  if (told > patience.longestPause) return null;
  // A little apart, so that all who were cut off together do not come back together.
  return Math.min(Math.max(own, told) * (1 + Math.random() / 4), patience.longestPause);
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
