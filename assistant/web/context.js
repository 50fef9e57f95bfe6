// What the next question goes on from, shown above the box, and how to leave it behind.

import { bilingual, button, element, spelled } from "./elements.js";

/**
 * The place and years that a reply was about: as the question was understood, else as cited.
 *
 * `place` is a municipality where there is exactly one, `said` what is shown.
 */
export function contextOf(reply) {
  const cited = reply.citations.map((one) => one.document.municipality);
  const understood = reply.context?.municipalities ?? [];
  const places = [...new Set((understood.length ? understood : cited).filter(Boolean))];
  const years = reply.context?.years ?? [];
  // More than a few of either say nothing that a reader could hold on to.
  const names = places.slice(0, 2).map((name) => name.split(" ").at(-1));
  const said = [...names, ...years.slice(0, 3)].map(spelled).join(" · ");
  return { place: places.length === 1 ? places[0] : null, said };
}

/** Show the context in its line, with a button that drops it. */
export function showContext(line, context, words, drop) {
  line.hidden = !context?.said;
  if (line.hidden) return;
  const label = words.context_remove.replace("{}", () => context.said);
  line.replaceChildren(
    element("span", { class: "context-label" }, words.context),
    " ",
    element(
      "span",
      { class: "chip" },
      element("bdi", {}, bilingual(context.said)),
      button("chip-remove", "×", drop, { "aria-label": label, title: label }),
    ),
  );
}
