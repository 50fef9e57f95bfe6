// A visit: the short-lived token that a page of another site asks with, renewed before it ends.
// It lives in this object alone: no cookie, nothing kept in the browser.

const HEADER = "X-Sijeong-Token";

/** How early a token is renewed, in milliseconds; clocks are not compared, only time that passed. */
const EARLY = 30_000;

/** Longest wait for a token, in milliseconds. */
const PATIENCE = 15_000;

export class Visit {
  #address;
  #token = "";
  #until = 0;
  #renewing = null;

  /** `admission` is the reply of the token's address, which `query` asks again. */
  constructor({ home, query, admission }) {
    this.#address = `${home}/api/widget/token?${new URLSearchParams(query)}`;
    this.#take(admission);
  }

  /** As window.fetch, with the token; where there is none to be had, the reply that says why. */
  fetch = async (address, init = {}) => {
    if (performance.now() > this.#until) {
      const refusal = await this.#renewed();
      if (refusal) return refusal;
    }
    const reply = await this.#send(address, init);
    if (reply.status !== 401) return reply;
    // A server with another key, or a clock that was set: once more, with a new one.
    return (await this.#renewed()) ?? (await this.#send(address, init));
  };

  #send(address, init) {
    const headers = new Headers(init.headers);
    headers.set(HEADER, this.#token);
    return fetch(address, { ...init, headers, credentials: "omit" });
  }

  /** Get a new token, once for all who wait; null, or the reply that refuses it. */
  async #renewed() {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = null));
    return (await this.#renewing)?.clone() ?? null;
  }

  async #renew() {
    const reply = await fetch(this.#address, {
      headers: { [HEADER]: this.#token },
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!reply.ok) return reply;
    this.#take(await reply.json());
    return null;
  }

  #take({ token, expires_in: seconds }) {
    this.#token = token;
    this.#until = performance.now() + Math.max(1_000, seconds * 1_000 - EARLY);
  }
}
