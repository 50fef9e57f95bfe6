// What the widget shows once it is open: the conversation, in the colours of the site.

import { Conversation } from "./conversation.js";
import { Visit } from "./visit.js";

const SHEETS = ["palette.css", "parts.css", "charts.css", "conversation.css", "panel.css"];
const COLOUR = /^#[0-9a-f]{6}$/;

// A colour of the palette, and the same where the site may name another, for light and for dark.
const OWN = /--([\w-]+): light-dark\((#\w+), (#\w+)\)/g;
const SITES = "--$1: light-dark(var(--sijeong-$1, $2), var(--sijeong-$1-dark, $3))";

/** Longest wait for words and styles, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Fill `body`, an element of the widget's shadow root, and give what the loader does with it:
 * {focus, end}. `admission` is the reply of /api/widget/token. Throws where something that is
 * needed cannot be had; then nothing has been changed.
 */
export async function openPanel({
  body,
  admission,
  home,
  assets,
  language: wanted,
  municipality,
  isInline,
  onAnswer,
}) {
  const language = admission.languages.includes(wanted) ? wanted : admission.languages[0];
  const visit = new Visit({
    home,
    query: { widget: admission.widget, municipality },
    admission,
  });
  const place = admission.municipality;
  const query = new URLSearchParams({ language, municipality: place?.name ?? "" });
  const [settings, ...sheets] = await Promise.all([
    settled(visit.fetch(`${home}/api/conversation?${query}`, within())).then((one) => one.json()),
    ...SHEETS.map((name) => sheet(assets + name)),
  ]);
  const shadow = body.getRootNode();
  // The loader's own sheet stays the last, so that ours do not change the launcher.
  const loaders = shadow.adoptedStyleSheets.slice(-1);
  shadow.adoptedStyleSheets = [...sheets, colours(admission.colours), ...loaders];
  const root = document.createElement("div");
  root.className = "conversation";
  root.part = "conversation";
  root.lang = language;
  const conversation = new Conversation(root, {
    ...settings,
    endpoint: home + settings.endpoint,
    follow_ups: settings.follow_ups ? home + settings.follow_ups : null,
    place: place?.name ?? null,
    fetch: visit.fetch,
    opensNew: true,
    keepLanguage: true,
    scroller: isInline ? null : body,
    keepsPage: isInline,
  });
  root.addEventListener("sijeong-answered", ({ detail }) => onAnswer(detail.status));
  body.replaceChildren(root);
  shadow.querySelector(".contact")?.remove();
  body.after(...contact(admission.contact[language], language));
  return {
    focus: () => conversation.focus(),
    end: () => conversation.stop(),
  };
}

function within() {
  return { signal: AbortSignal.timeout(PATIENCE) };
}

async function settled(asked) {
  const reply = await asked;
  if (!reply.ok) throw new Error(`${reply.status} ${reply.url}`);
  return reply;
}

/** A style sheet that no policy on inline style can object to. */
async function sheet(address) {
  const text = await (await settled(fetch(address, { credentials: "omit", ...within() }))).text();
  const made = new CSSStyleSheet();
  made.replaceSync(text.replace(OWN, SITES));
  return made;
}

/** The operator's colours; the page's own CSS outranks what is said of :host. */
function colours(chosen) {
  const rules = Object.entries(chosen)
    .filter(([name, value]) => /^[a-z_]+$/.test(name) && COLOUR.test(value))
    .map(([name, value]) => `--sijeong-${name.replaceAll("_", "-")}: ${value};`);
  const made = new CSSStyleSheet();
  made.replaceSync(`:host { ${rules.join(" ")} }`);
  return made;
}

function contact(text, language) {
  if (!text) return [];
  const line = document.createElement("p");
  line.className = "contact";
  line.part = "contact";
  line.lang = language;
  line.textContent = text;
  return [line];
}
