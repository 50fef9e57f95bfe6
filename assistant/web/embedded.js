// The page inside a frame tells the page around it how high it is and what happens, in words that
// name nothing that was asked. Each message goes to one origin and is taken from one only.

const chat = document.querySelector("sijeong-chat");
const parent_ = chat.dataset.parent || location.origin;
const isFramed = window.parent !== window;

function say(message) {
  if (isFramed) window.parent.postMessage(message, parent_);
}

chat.addEventListener("sijeong-answer", ({ detail }) => {
  say({ type: "sijeong-answer", status: detail.status });
});

addEventListener("keydown", (event) => {
  const isComposing = event.isComposing || event.keyCode === 229;
  if (event.key === "Escape" && !isComposing && !event.defaultPrevented) {
    say({ type: "sijeong-close" });
  }
});

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== parent_ || source !== window.parent) return;
  if (Object(data).type === "sijeong-focus") chat.open();
});

if (chat.dataset.fit === "content") {
  new ResizeObserver(() => {
    say({ type: "sijeong-height", height: Math.ceil(chat.getBoundingClientRect().height) });
  }).observe(chat);
}

say({ type: "sijeong-ready" });
