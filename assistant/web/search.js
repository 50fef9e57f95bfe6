// The staff search works without this: it adds keys, tabs that arrows move between, open facets.

const box = document.getElementById('text');
const tabs = [...document.querySelectorAll('#tabs .tab')];
const hits = [...document.querySelectorAll('.hit-link')];
const panel = document.getElementById('panel');
const facets = document.querySelector('.facets');
const toggle = document.getElementById('keys-switch');
const KEPT = 'sijeong-search-keys';

// Where the facets stand beside the results they are open; a phone keeps them folded.
if (facets) facets.open = matchMedia('(min-width: 60rem)').matches;

// Tabs by the pattern of WAI-ARIA: one stop of the Tab key, arrows between them, Enter opens.
if (tabs.length > 1) {
  const list = tabs[0].closest('ul');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', list.parentElement.getAttribute('aria-label'));
  list.parentElement.setAttribute('role', 'presentation');
  list.parentElement.removeAttribute('aria-label');
  for (const tab of tabs) {
    const isChosen = tab.hasAttribute('aria-current');
    tab.parentElement.setAttribute('role', 'presentation');
    tab.setAttribute('role', 'tab');
    tab.removeAttribute('aria-current');
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    if (isChosen) {
      tab.id = 'tab-chosen';
      tab.setAttribute('aria-controls', 'panel');
    }
  }
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', 'tab-chosen');
  list.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = tabs.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      tabs[(at + step + tabs.length) % tabs.length].focus();
    } else if (event.key === ' ' && at >= 0) {
      event.preventDefault();
      tabs[at].click();
    }
  });
}

// The address of the search, to be kept; where the clipboard is closed the field is selected.
const link = document.getElementById('kept-link');
const copy = document.getElementById('kept-copy');
const said = document.getElementById('kept-said');
if (link) {
  copy.hidden = false;
  link.addEventListener('focus', () => link.select());
  copy.addEventListener('click', async () => {
    let told = said.dataset.copied;
    try {
      await navigator.clipboard.writeText(link.value);
    } catch {
      link.focus();
      told = said.dataset.failed;
    }
    // Emptied first, so that the same words are read out again.
    said.textContent = '';
    requestAnimationFrame(() => { said.textContent = told; });
  });
}

// Single letters can be switched off (WCAG 2.1.4); the browser remembers that and nothing else.
let isOn = true;
try {
  isOn = localStorage.getItem(KEPT) !== 'off';
} catch {
  // Storage may be forbidden: then the switch holds for this page.
}

function show() {
  toggle.setAttribute('aria-pressed', String(isOn));
}

toggle.parentElement.hidden = false;
toggle.addEventListener('click', () => {
  isOn = !isOn;
  show();
  try {
    localStorage.setItem(KEPT, isOn ? 'on' : 'off');
  } catch {
    // As above.
  }
});
show();

function go(selector) {
  document.querySelector(selector)?.click();
}

function move(step) {
  const at = hits.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : hits.length - 1) : at + step;
  hits[Math.min(Math.max(next, 0), hits.length - 1)]?.focus();
}

// With a Hangul keyboard the same keys give letters of Hangul.
const KEYS = {
  '/': () => { box.focus(); box.select(); },
  j: () => move(1), 'ㅓ': () => move(1),
  k: () => move(-1), 'ㅏ': () => move(-1),
  n: () => go('.following'), 'ㅜ': () => go('.following'),
  p: () => go('.previous'), 'ㅔ': () => go('.previous'),
};

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
  if (!isOn || isTyping || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
