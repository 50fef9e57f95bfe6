// The page of a document: facts open in place, the outline follows, a citation can be copied.
// Everything works as links without this.

const main = document.querySelector("main");
const narrow = matchMedia("(max-width: 74.99rem)");
let watcher;
let shown = location.search;

/** Another state of this page, as the server gives it; parsed, never run. */
function fetched(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = 8000;
    request.setRequestHeader("Accept", "text/html");
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject());
    request.onerror = reject;
    request.ontimeout = reject;
    request.send();
  });
}

/** Show the state at an address without leaving the page; leave it where that fails. */
async function show(address, remember) {
  let page;
  main.setAttribute("aria-busy", "true");
  try {
    page = await fetched(address);
  } catch {
    location.assign(address);
    return;
  } finally {
    main.removeAttribute("aria-busy");
  }
  const beside = document.querySelector("#facts")?.scrollTop ?? 0;
  const fresh = page.querySelector("main");
  main.replaceChildren(...document.importNode(fresh, true).childNodes);
  document.title = page.title;
  if (remember) history.pushState(null, "", address);
  shown = location.search;
  const facts = document.querySelector("#facts");
  if (facts) facts.scrollTop = beside;
  begin();
  const target = document.querySelector("#cited") ?? document.getElementById(location.hash.slice(1));
  if (!target) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  target.focus({ preventScroll: true });
}

/** Mark in the outline the section whose heading was passed last. */
function follow() {
  watcher?.disconnect();
  const links = new Map();
  for (const link of document.querySelectorAll('.outline a[href^="#"]')) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) links.set(heading, link);
  }
  if (!links.size) return;
  const headings = [...links.keys()];
  const mark = () => {
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 3);
    // Above the first heading the mark stays where the server put it.
    if (!passed.length) return;
    const current = links.get(passed.at(-1));
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) watcher.observe(heading);
}

async function copy(button) {
  const source = document.querySelector("#citation-text").cloneNode(true);
  const link = source.querySelector("a");
  link.textContent = new URL(link.getAttribute("href"), location.href).href;
  const said = document.querySelector("#copy-said");
  try {
    await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, " ").trim());
    said.textContent = button.dataset.done;
  } catch {
    said.textContent = button.dataset.failed;
  }
}

function begin() {
  const outline = document.querySelector(".outline details");
  if (outline && narrow.matches) outline.open = false;
  const button = document.querySelector("#copy-citation");
  if (button) button.hidden = false;
  follow();
}

document.addEventListener("click", (event) => {
  const plain = !event.defaultPrevented && event.button === 0;
  if (!plain || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const button = event.target.closest("#copy-citation");
  if (button) {
    copy(button);
    return;
  }
  const link = event.target.closest("#facts a, .audits a.open");
  if (!link || link.origin !== location.origin || link.pathname !== location.pathname) return;
  event.preventDefault();
  show(link.href, true);
});

addEventListener("popstate", () => {
  // A step between headings of what is shown needs nothing from the server.
  if (location.search !== shown) show(location.href, false);
});

begin();
