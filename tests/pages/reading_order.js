// Places where what follows in the document stands before what it follows, as people see it.
() => {
  const wrong = [];
  const elements = [];
  const gather = (root) => {
    for (const one of root.querySelectorAll('*')) {
      elements.push(one);
      if (one.shadowRoot) gather(one.shadowRoot);
    }
  };
  gather(document.body);
  const OUT_OF_FLOW = ['absolute', 'fixed', 'sticky'];
  const stands = (one) =>
    one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    one.getClientRects().length > 0 && !OUT_OF_FLOW.includes(getComputedStyle(one).position);
  for (const parent of [document.body, ...elements]) {
    // A drawing is one picture, read out by its words.
    if (parent.closest('svg, [aria-hidden=true]')) continue;
    const children = [...parent.children].filter(stands);
    for (const [place, after] of children.entries()) {
      const before = children[place - 1];
      if (!before) continue;
      const [one, other] = [before.getBoundingClientRect(), after.getBoundingClientRect()];
      if (!one.width || !other.width) continue;
      const isAbove = other.bottom <= one.top + 1;
      const isLeft = other.right <= one.left + 1 && other.top < one.bottom - 1 && other.bottom > one.top + 1;
      if (isAbove || (isLeft && other.top <= one.top + 1)) {
        wrong.push(`${after.outerHTML.slice(0, 100)} stands before ${before.outerHTML.slice(0, 60)}`);
      }
    }
  }
  return wrong;
}
