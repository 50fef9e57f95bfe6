"""`python -m tests.pages`: fetch axe-core with npm, and say which browsers the tests will find."""

from __future__ import annotations

import sys

from tests.pages.tools import ToolError, axe_source, fetch_axe, told


def main() -> int:
    """0 when everything that the tests of pages need is there."""
    try:
        if axe_source() is None:
            fetch_axe()
    except ToolError as error:
        print(error, file=sys.stderr)
    is_whole, line = told()
    print(line)
    return int(not is_whole)


if __name__ == "__main__":
    sys.exit(main())
