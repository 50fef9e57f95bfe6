// The widget's other inside: a frame of our own origin, for sites that want it apart from their page.
// Messages are taken from that frame and that origin alone, and go to no other.

/** Milliseconds until a frame that says nothing is taken to be refused; fewer once it has loaded. */
const PATIENCE = 15_000;
const LOADED = 3_000;

/** Heights in pixels between which the page inside may choose, where the frame is part of a text. */
const LEAST = 240;
const MOST = 4_000;

/** As panel.js: fill `body` and give {focus, end}. Rejects where the frame does not come. */
export function openPanel({
  body,
  admission,
  home,
  words,
  language,
  municipality,
  theme,
  isInline,
  onAnswer,
  onClose,
}) {
  const query = new URLSearchParams({
    widget: admission.widget,
    municipality,
    lang: language,
    theme,
    fit: isInline ? "content" : "window",
    parent: location.origin === home ? "" : location.origin,
  });
  const frame = document.createElement("iframe");
  frame.title = words.loader_title;
  frame.part = "frame";
  frame.allow = "clipboard-write";
  frame.src = `${home}/widget?${query}`;
  const highen = (height) => {
    if (isInline) frame.style.blockSize = `${Math.min(Math.max(height, LEAST), MOST)}px`;
  };
  highen(LEAST);
  return new Promise((open, refuse) => {
    const refused = () => {
      end();
      refuse(Object.assign(new Error("the frame says nothing"), { said: words.loader_frame }));
    };
    let timer = setTimeout(refused, PATIENCE);
    let isOpen = false;
    const end = () => {
      clearTimeout(timer);
      removeEventListener("message", hear);
    };
    const focus = () => {
      frame.focus();
      frame.contentWindow?.postMessage({ type: "sijeong-focus" }, home);
    };
    const hear = ({ origin, source, data }) => {
      if (origin !== home || source !== frame.contentWindow) return;
      const { type, height, status } = Object(data);
      if (type === "sijeong-ready") {
        clearTimeout(timer);
        isOpen = true;
        body.querySelector(".said")?.remove();
        open({ focus, end });
      } else if (type === "sijeong-height" && Number.isFinite(height)) {
        highen(height);
      } else if (type === "sijeong-close") {
        onClose();
      } else if (type === "sijeong-answer" && /^[a-z_]{1,40}$/.test(status)) {
        onAnswer(status);
      }
    };
    addEventListener("message", hear);
    // A frame that its server refuses is loaded as well, with nothing in it.
    frame.addEventListener("load", () => {
      if (isOpen) return;
      clearTimeout(timer);
      timer = setTimeout(refused, LOADED);
    });
    body.append(frame);
  });
}
