// The page where people ask. Without this file the same form works, one page for each answer.

import { Conversation } from "./conversation.js";

const root = document.querySelector(".conversation");

/** What the tab may keep, where the browser lets a page keep anything. */
function tabStore() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}

new Conversation(root, {
  ...JSON.parse(root.dataset.settings),
  store: tabStore(),
  canPrint: true,
  keepLanguage: new URLSearchParams(location.search).has("lang"),
});
