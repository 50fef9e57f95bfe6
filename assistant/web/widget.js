// The loader: <sijeong-chat> on any listed site. One classic script, so that it can be deferred,
// and nothing else until somebody opens the chat. It has its own few words for when the rest cannot
// be had. Remarks at the beginning of a line are taken out before it is sent.
(() => {
  const SERVED = "SIJEONG_SERVED";
  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  if (!script || customElements.get("sijeong-chat")) return;
  const HOME = new URL(script.src).origin;
  const colours = new CSSStyleSheet();
  colours.replaceSync(SERVED.look);
  // Milliseconds until a server that says nothing is taken to be away.
  const PATIENCE = 15000;
  // Narrower than this, the open chat fills the window.
  const SMALL = matchMedia("(max-width: 30rem)");
  // Seconds that a server may ask to wait without the reader having to press a button.
  const SHORT_WAIT = 10;
  const TRIES = 3;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { --accent: light-dark(var(--sijeong-accent, #1d5c4d), var(--sijeong-accent-dark, #7fd1b9));
  --on-accent: light-dark(var(--sijeong-on-accent, #fff), var(--sijeong-on-accent-dark, #0c1f19));
  --paper: light-dark(var(--sijeong-paper, #fbfaf7), var(--sijeong-paper-dark, #141816));
  --ink: light-dark(var(--sijeong-ink, #1c2321), var(--sijeong-ink-dark, #e9ede9));
  --edge: light-dark(var(--sijeong-edge, #8a948f), var(--sijeong-edge-dark, #76817c));
  color-scheme: light dark; color: var(--ink); text-align: start; letter-spacing: normal;
  text-transform: none; white-space: normal;
  font: 400 1rem/1.6 var(--sijeong-font, "Apple SD Gothic Neo", "Noto Sans KR",
  "Malgun Gothic", NanumGothic, system-ui, sans-serif); word-break: keep-all; overflow-wrap: anywhere; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host { display: contents; }
:host([mode~="inline"]) { display: block; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
:where(button) { font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.launcher, .retry { min-block-size: 3rem; padding: .5rem 1.25rem; border: 2px solid transparent;
  border-radius: 2rem; font-weight: 700; background: var(--accent); color: var(--on-accent); }
.launcher { position: fixed; z-index: var(--sijeong-layer, 2147483000); display: flex; gap: .5rem;
  align-items: center; inset-inline-end: var(--sijeong-inline, 1rem);
  inset-block-end: var(--sijeong-block, 1rem); max-inline-size: calc(100vw - 2rem);
  box-shadow: 0 2px 12px rgb(0 0 0 / 25%); }
.launcher svg { inline-size: 1.5rem; block-size: 1.5rem; flex: none; fill: currentColor; }
.panel { margin: 0; padding: 0; border: 1px solid var(--edge); background: var(--paper);
  color: inherit; overflow: clip; }
.panel:not([open]):is(dialog) { display: none; }
.panel { display: flex; flex-direction: column; border-radius: .75rem; }
dialog { position: fixed; z-index: var(--sijeong-layer, 2147483000); inset: auto;
  inset-inline-end: var(--sijeong-inline, 1rem);
  inset-block-end: calc(var(--sijeong-block, 1rem) + 4rem);
  inline-size: min(var(--sijeong-width, 26rem), calc(100vw - 2rem));
  block-size: min(var(--sijeong-height, 42rem), calc(100dvh - 6rem));
  max-inline-size: none; max-block-size: none; box-shadow: 0 8px 40px rgb(0 0 0 / 30%); }
dialog:modal { inset: 0; inline-size: 100vw; block-size: 100dvh; border: 0; border-radius: 0; }
.head { display: flex; align-items: center; gap: .5rem; padding: .5rem .5rem .5rem 1rem;
  border-block-end: 1px solid var(--edge); }
.head h2 { flex: 1; margin: 0; font-size: 1.05rem; line-height: 1.4; }
.close { min-block-size: 0; inline-size: 2.75rem; block-size: 2.75rem; padding: 0; border: 0; border-radius: .5rem;
  background: none; color: inherit; font-size: 1.25rem; }
.body { flex: 1; min-block-size: 0; display: flex; flex-direction: column; overflow: auto;
  overscroll-behavior: contain; }
:host([mode~="inline"]:not([mode~="fill"])) .body { overflow: visible; }
.body:focus { outline: none; }
.said { padding: 1rem; margin: 0; }
.said + .retry { margin: 0 1rem 1rem; align-self: start; }
iframe { border: 0; inline-size: 100%; flex: 1 1 auto; }
@media (prefers-reduced-motion: no-preference) {
  dialog { animation: rise .15s ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(.5rem); } } }
@media print { :host(:not([mode~="inline"])) { display: none; } }
@media (forced-colors: active) { .launcher, .retry { border-color: ButtonText; } }`);

  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const icon = () => {
    const space = "http://www.w3.org/2000/svg";
    const drawn = document.createElementNS(space, "svg");
    const path = document.createElementNS(space, "path");
    drawn.setAttribute("viewBox", "0 0 24 24");
    drawn.setAttribute("aria-hidden", "true");
    path.setAttribute("d", "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm2 5v2h12V8zm0 4v2h8v-2z");
    drawn.append(path);
    return drawn;
  };

  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

  class SijeongChat extends HTMLElement {
    static observedAttributes = ["language", "theme", "open", "mode", "municipality", "widget-id"];

    #parts = null;
    #loading = false;
    #chat = null;
    #failed = 0;
    #byReader = false;
    #seen = null;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [colours, sheet];
    }

    connectedCallback() {
      if (!this.#parts) this.#draw();
      // Whoever works on the page below takes away what covers it without going there.
      document.addEventListener("keydown", this.#escape);
    }

    disconnectedCallback() {
      this.#seen?.disconnect();
      document.removeEventListener("keydown", this.#escape);
    }

    #escape = (event) => {
      // While a syllable is composed, Escape is the keyboard's; what the page has taken is its own.
      const isTaken = event.defaultPrevented || event.isComposing || event.keyCode === 229;
      if (event.key !== "Escape" || isTaken || !this.#parts.panel.open) return;
      event.preventDefault();
      this.close();
    };

    attributeChangedCallback(name, before, now) {
      if (!this.#parts || before === now) return;
      // The theme is a matter of the style sheet alone.
      if (name === "open") this.#showOpen();
      else if (name !== "theme") this.#draw();
    }

    /** Open the chat, as the launcher does. */
    open() {
      this.#byReader = true;
      if (this.hasAttribute("open")) this.#showOpen();
      else this.setAttribute("open", "");
      this.#byReader = false;
    }

    /** Close it; what was said in it stays until the page goes. */
    close() {
      this.removeAttribute("open");
    }

    get language() {
      const said =
        this.getAttribute("language") || this.closest("[lang]")?.lang || document.documentElement.lang;
      return /^en\b/i.test(said) ? "en" : "ko";
    }

    get #words() {
      return SERVED.words[this.language];
    }

    #has(mode) {
      return (this.getAttribute("mode") ?? "").split(/\s+/).includes(mode);
    }

    #draw() {
      const words = this.#words;
      this.#seen?.disconnect();
      this.#chat?.end?.();
      this.#chat = null;
      this.#loading = false;
      const isInline = this.#has("inline");
      const title = make("h2", { id: "title", part: "title" }, words.loader_title);
      const body = make("div", { class: "body", part: "body", tabindex: "-1" });
      const head = make("header", { class: "head", part: "header" }, title);
      const looks = { class: "panel palette", part: "panel", id: "panel", lang: this.language };
      // A frame within the page is a region of its own, with a name.
      const panel = isInline && this.#has("iframe")
        ? make("div", looks, head, body)
        : make(isInline ? "section" : "dialog", { ...looks, "aria-labelledby": "title" }, head, body);
      this.#parts = { body, panel };
      if (isInline) {
        this.shadowRoot.replaceChildren(panel);
        // What stands far down a page is fetched when its reader comes near.
        this.#seen = new IntersectionObserver(
          (seen) => seen.some((one) => one.isIntersecting) && this.#load(),
          { rootMargin: "200px" },
        );
        this.#seen.observe(panel);
        return;
      }
      const close = make("button", { type: "button", class: "close", part: "close", "aria-label": words.loader_close }, "✕");
      const launcher = make(
        "button",
        { type: "button", class: "launcher", part: "launcher", lang: this.language, "aria-haspopup": "dialog", "aria-controls": "panel", "aria-expanded": "false" },
        icon(),
        make("span", {}, words.loader_launcher),
      );
      head.append(close);
      this.#parts.launcher = launcher;
      launcher.addEventListener("click", () => (this.hasAttribute("open") ? this.close() : this.open()));
      close.addEventListener("click", () => this.close());
      panel.addEventListener("cancel", (event) => {
        event.preventDefault();
        this.close();
      });
      panel.addEventListener("keydown", this.#escape);
      this.shadowRoot.replaceChildren(launcher, panel);
      // A chat that covers a small window is opened by its reader, never by the page.
      if (this.hasAttribute("open") && !SMALL.matches) this.#showOpen();
    }

    #showOpen() {
      const { launcher, panel } = this.#parts;
      const byReader = this.#byReader;
      if (!launcher) {
        if (byReader) this.#focus();
        return;
      }
      const isOpen = this.hasAttribute("open");
      if (isOpen === panel.open) {
        if (isOpen && byReader) this.#focus();
        return;
      }
      launcher.setAttribute("aria-expanded", isOpen);
      if (isOpen) {
        if (byReader && SMALL.matches) panel.showModal();
        // Not show(): it would take the focus from a reader who did not ask for it.
        else panel.setAttribute("open", "");
        if (byReader) this.#focus();
        this.#load();
      } else {
        const had = panel.contains(this.shadowRoot.activeElement);
        panel.close();
        if (had) launcher.focus();
      }
      this.#tell(isOpen ? "sijeong-open" : "sijeong-close");
    }

    #focus() {
      if (this.#chat) this.#chat.focus();
      else this.#parts.body.focus();
    }

    #tell(name, detail = {}) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }

    async #load() {
      if (this.#chat || this.#loading) return;
      const { body, panel } = this.#parts;
      this.#loading = true;
      body.replaceChildren(make("p", { class: "said", role: "status" }, this.#words.loader_loading));
      try {
        const chat = await this.#fetch(body);
        // Drawn anew in the meantime: what came belongs to a panel that is gone.
        if (this.#parts.body !== body) return;
        this.#chat = chat;
        if (this.shadowRoot.activeElement === body) chat.focus();
      } catch (error) {
        if (this.#parts.body !== body) return;
        this.#failed += 1;
        this.#showProblem(body, error.said ?? this.#words.loader_away);
      } finally {
        if (this.#parts.body === body) this.#loading = false;
      }
    }

    #showProblem(body, message) {
      const words = this.#words;
      const beside = make("a", { href: `${HOME}/?lang=${this.language}`, target: "_blank", rel: "noopener" }, words.loader_beside);
      const again = make("button", { type: "button", class: "retry", part: "retry" }, words.loader_again);
      again.addEventListener("click", () => {
        body.focus();
        this.#load();
      });
      body.replaceChildren(make("p", { class: "said", role: "alert" }, message, " ", beside), again);
    }

    /** What the server says to this page: its token, how to look, or why not. */
    async #admission() {
      const query = new URLSearchParams({
        widget: this.getAttribute("widget-id") || SERVED.widget,
        municipality: this.getAttribute("municipality") ?? "",
      });
      for (let tried = 1; ; tried += 1) {
        const reply = await fetch(`${HOME}/api/widget/token?${query}`, {
          credentials: "omit",
          signal: AbortSignal.timeout(PATIENCE),
        });
        if (reply.ok) return reply.json();
        const wait = Number(reply.headers.get("Retry-After"));
        if (tried < TRIES && wait > 0 && wait <= SHORT_WAIT) {
          await pause(wait);
          continue;
        }
        const error = (await reply.json().catch(() => ({}))).error;
        const said = error?.[`message_${this.language}`];
        if (error?.code === "origin_not_listed" || error?.code?.startsWith("unknown_")) console.warn(said);
        throw Object.assign(new Error(error?.code), { said });
      }
    }

    async #fetch(body) {
      const admission = await this.#admission();
      // A browser remembers a module that failed; under another name it is fetched again.
      const version = SERVED.version + (this.#failed ? `.${this.#failed}` : "");
      const assets = `${HOME}${SERVED.assets}/${version}/`;
      const { openPanel } = await import(`${assets}${this.#has("iframe") ? "framing" : "panel"}.js`);
      return openPanel({
        body,
        admission,
        home: HOME,
        assets,
        words: this.#words,
        language: this.language,
        municipality: this.getAttribute("municipality") ?? "",
        theme: this.getAttribute("theme") ?? "auto",
        isInline: this.#has("inline") && !this.#has("fill"),
        onAnswer: (status) => this.#tell("sijeong-answer", { status }),
        onClose: () => this.close(),
      });
    }
  }

  customElements.define("sijeong-chat", SijeongChat);
})();
