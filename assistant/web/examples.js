// Questions to try that are about the place that is chosen, in the place of those about any.

import { bilingual, element } from "./elements.js";

/** An example as a button that sends it. */
export function example(text) {
  return element("button", { type: "submit", name: "question", value: text }, bilingual(text));
}

/**
 * Offer examples about the place that is chosen in a conversation's frame, each time another is.
 *
 * `fetch(address)` asks the server. Examples are a courtesy: where none come, none are shown.
 */
export function offerByPlace({ place, examples }, { language, examples: general }, fetch) {
  if (!place || !examples) return;
  let latest = 0;
  place.addEventListener("change", async () => {
    const mine = (latest += 1);
    const municipality = place.value;
    const texts = municipality ? await examplesOf(municipality, language, fetch) : general;
    if (mine === latest) examples.querySelector("form").replaceChildren(...texts.map(example));
  });
}

async function examplesOf(municipality, language, fetch) {
  try {
    const query = new URLSearchParams({ language, municipality });
    const response = await fetch(`/api/conversation?${query}`);
    return response.ok ? (await response.json()).examples : [];
  } catch {
    return [];
  }
}
