"""axe-core in a page: what it finds against WCAG 2.0 to 2.2, A and AA, and against best practice.

Its rules and tags: https://dequeuniversity.com/rules/axe/ (MPL-2.0, not part of this project).
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
RULES_ON = ("target-size",)
"""Rules that axe leaves off unless they are asked for, of those that its tags name."""

_STAND_STILL = "document.getAnimations().forEach((one) => { try { one.finish(); } catch {} })"
_LOOK = """(wanted) => axe.run(document, {
  runOnly: {type: 'tag', values: wanted.tags},
  rules: Object.fromEntries(wanted.on.map((rule) => [rule, {enabled: true}])),
  resultTypes: ['violations', 'incomplete'],
})"""


class Axe:
    """Looks at pages; `source` is the text of axe-core's script."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __call__(self, page: Page) -> None:
        """AssertionError with each rule and place where the page breaks it."""
        found = self.violations(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    def violations(self, page: Page) -> list[str]:
        """Each broken rule and the places, in a line; frames of the same page included."""
        return [_line(one) for one in self.look(page)["violations"]]

    def look(self, page: Page) -> dict[str, Any]:
        """All that axe tells of a page once nothing on it moves."""
        page.evaluate(_STAND_STILL)
        for frame in page.frames:
            if not frame.evaluate("'axe' in window"):
                # Given over the browser's own line, which the page's content policy does not bind.
                frame.evaluate(self._source)
        found: dict[str, Any] = page.evaluate(_LOOK, {"tags": TAGS, "on": RULES_ON})
        return found


def _line(violation: dict[str, Any]) -> str:
    places = [
        f"{node['target'][-1]} ({'; '.join(one['message'] for one in _checks(node))})"
        for node in violation["nodes"][:5]
    ]
    return f"{violation['id']} [{violation['impact']}]: " + ", ".join(places)


def _checks(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [*node["any"], *node["all"], *node["none"]]
