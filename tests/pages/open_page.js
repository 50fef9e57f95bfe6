// What must hold of any page that is open to everybody, looked for in the elements of the page at
// hand, those in open shadow roots too. Gives a line for each place where something does not hold.
(language) => {
  const wrong = [];
  const elements = [];
  const gather = (root) => {
    for (const one of root.querySelectorAll('*')) {
      elements.push(one);
      if (one.shadowRoot) gather(one.shadowRoot);
    }
  };
  gather(document);

  const say = (what, one) => wrong.push(`${what}: ${one.outerHTML.replace(/\s+/g, ' ').slice(0, 150)}`);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const named = (one, id) => one.getRootNode().getElementById?.(id) ?? document.getElementById(id);
  const among = (selector) => elements.filter((one) => one.matches(selector));

  /** The words of an element; without what `left` names. */
  const words = (one, left) => {
    if (one.nodeType === Node.TEXT_NODE) return one.data;
    if (one.nodeType !== Node.ELEMENT_NODE || one.matches(left)) return '';
    if (one.matches('img')) return one.alt;
    return [...one.childNodes].map((part) => words(part, left)).join(' ');
  };
  const heard = (one) => {
    const by = one.getAttribute('aria-labelledby');
    if (by) return by.split(/\s+/).map((id) => named(one, id)?.textContent ?? '').join(' ');
    return one.getAttribute('aria-label') ?? words(one, '[aria-hidden=true]');
  };
  /** Letters and digits alone: who speaks to a page says no marks. */
  const spoken = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

  // 1.2, 1.4.2, 2.2.2, 2.3.1: nothing that plays, moves or blinks by itself.
  for (const one of among('audio, video, object, embed, marquee, blink, canvas')) say('may play or move', one);

  // 1.1.1: pictures have words in their place; those of a chart say every figure of its table.
  for (const one of among('img:not([alt])')) say('no alt', one);
  for (const one of among('svg')) {
    if (one.closest('[aria-hidden=true]')) continue;
    if (one.getAttribute('role') !== 'img' || !heard(one).trim()) say('a drawing without words', one);
  }
  for (const figure of among('figure.picture')) {
    const told = figure.querySelector('svg desc')?.textContent ?? '';
    const cells = [...figure.querySelectorAll('tbody .number-cell')].map((one) => words(one, '.hidden-label').trim());
    for (const cell of cells) {
      if (!spoken(told).includes(spoken(cell))) wrong.push(`a chart that does not say ${cell}: ${told}`);
    }
    if (!cells.length) say('a chart without a table', figure);
  }

  // 1.3.1: a table has a name, and its heads say what they are the heads of.
  for (const one of among('table')) {
    const isNamed = one.hasAttribute('aria-label') || one.hasAttribute('aria-labelledby');
    if (!(isNamed ? heard(one) : (one.caption?.textContent ?? '')).trim()) say('a table without a name', one);
    if (!one.querySelector('th')) say('a table without heads', one);
  }
  for (const one of among('th:not([scope])')) say('a head of nothing', one);

  // 2.4.3: nothing jumps the queue.
  for (const one of among('[tabindex]')) if (one.tabIndex > 0) say('jumps the queue', one);

  // 4.1.1 (KWCAG), 4.1.2: what names another element names one that is there.
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
    for (const one of among(`[${name}]`)) {
      for (const id of one.getAttribute(name).split(/\s+/)) if (!named(one, id)) say(`no #${id}`, one);
    }
  }
  for (const one of among('a[href^="#"]')) {
    if (one.hash.length > 1 && !named(one, decodeURIComponent(one.hash.slice(1)))) say('leads nowhere', one);
  }

  // 2.1.1: what invites to be pressed is a control, and the Tab key reaches it or what leads it.
  const NATIVE = 'a, button, summary, label, input, select, option, textarea';
  for (const one of elements) {
    const invites = getComputedStyle(one).cursor === 'pointer';
    if (invites && !one.closest(NATIVE)) say('pressed by a pointer alone', one);
  }
  for (const one of among('a[href], button, summary, input, select, textarea')) {
    if (one.tabIndex < 0 && !one.matches('[role=tab], [hidden], [type=hidden]')) say('out of reach', one);
  }

  const controls = among('a[href], button, summary, input, select, textarea, [role=button], [role=tab]').filter(
    (one) => shown(one) && !one.closest('[aria-hidden=true]'),
  );
  for (const one of controls) {
    // 2.5.3: who says what stands on a control means that control.
    const seen = spoken(words(one, '[aria-hidden=true], .hidden-label'));
    if (!one.matches('input, select, textarea') && seen && !spoken(heard(one)).includes(seen)) {
      say(`named “${heard(one).trim()}”`, one);
    }
    // KWCAG 2.1.3: 6 mm from corner to corner, which are 22.7 CSS pixels.
    const box = (one.closest('label') ?? one).getBoundingClientRect();
    const isHidden = box.width <= 1 || box.bottom < 0;
    if (!isHidden && Math.hypot(box.width, box.height) < 22.7) say('too small', one);
    // 3.2.1 (KWCAG): a new window is told of.
    if (one.target === '_blank' && !/새 창|new window/.test(heard(one))) say('opens a window unsaid', one);
  }

  // 2.4.4: links of one name that lead to several places stand where each is told from the others.
  const places = Map.groupBy(
    controls.filter((one) => one.matches('a') && !one.hasAttribute('aria-current')),
    (one) => heard(one).trim().replace(/\s+/g, ' '),
  );
  for (const links of places.values()) {
    const contexts = new Map();
    for (const one of links) {
      const around = one.closest('li, td, th, p, dd, article, figure, section, nav')?.closest('li, tr, article, figure, section, nav');
      const within = one.closest('[aria-labelledby], [aria-label]:not(a)');
      const context = `${within ? heard(within) : ''} ${around ? words(around, 'none') : ''}`.replace(/\s+/g, ' ');
      if ((contexts.get(context) ?? one.href) !== one.href) say('told apart by nothing', one);
      contexts.set(context, one.href);
    }
  }

  // 3.1.2: Korean on an English page says that it is Korean.
  if (language === 'en') {
    for (const one of elements) {
      if (one.closest('svg, code, pre, kbd, script, style, noscript, textarea') || !one.checkVisibility()) continue;
      const own = [...one.childNodes].filter((part) => part.nodeType === Node.TEXT_NODE).map((part) => part.data).join('');
      const around = one.closest('[lang]')?.lang ?? one.getRootNode().host?.closest('[lang]')?.lang;
      if (/[가-힣]/.test(own.replaceAll('시정', '')) && around !== 'ko') say('Korean unsaid', one);
    }
  }
  return wrong;
}
