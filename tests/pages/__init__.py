"""The pages in real browsers: Chromium and Firefox through Playwright, axe-core for accessibility.

    def test_a_page(visit: Visitor, axe: Axe) -> None:
        page = visit("/documents", language="en", scheme="dark", width=320)
        page.get_by_role("link", name="Coverage").click()
        axe(page)

`visit(address, ...)` opens an address of the small server (`server`: two documents, one of them
hostile, feedback on) in a browser window of its own and gives Playwright's own page. What goes
wrong in any page so opened, a console error, a breach of the content policy, a load that fails,
fails the test when it ends, unless it was foreseen: `visit.foresee("status of 429")`.
A whole address goes elsewhere: `visit(library.url + "/search")` is the server over
`corpus/library`. `visit_firefox` is the same in Firefox, for the flows that matter most.
`axe(page)` finds no violation of WCAG 2.0 to 2.2, A and AA, nor of axe's best practice.

Playwright's synchronous way is used: tests here are plain functions, never `async`.
`python -m tests.pages` fetches axe-core and says which of the browsers are there; without one,
what needs it is skipped.
"""
