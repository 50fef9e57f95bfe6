"""What the tests of pages need beside Python, where it is, and what is missing."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from functools import lru_cache

from tests.layout import ROOT

AXE_VERSION = "4.14.1"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
"""Of `axe.min.js` as published (MPL-2.0, Deque Systems); no part of this project."""

AXE_FOLDER = ROOT / "var" / "axe"
AXE = AXE_FOLDER / "node_modules" / "axe-core" / "axe.min.js"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
FIREFOX_NAMES = ("firefox-esr",)
HOW_TO = "see “In a browser” in README.md"


class ToolError(Exception):
    """Something could not be fetched, or is not what was published."""


@lru_cache
def chromium() -> str | None:
    """Where Chromium is, if it is installed."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@lru_cache
def firefox() -> str | None:
    """Where Firefox is, if the release that Playwright can speak to is installed."""
    return next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)


@lru_cache
def axe_source() -> str | None:
    """axe-core's script, None where it is not there; ToolError where it is another one."""
    if not AXE.is_file():
        return None
    content = AXE.read_bytes()
    if hashlib.sha256(content).hexdigest() != AXE_SHA256:
        raise ToolError(f"{AXE} is not axe-core {AXE_VERSION} as published (SHA-256 differs)")
    return content.decode()


def fetch_axe() -> None:
    """Install axe-core with npm into var/, where git does not see it; raises ToolError."""
    npm = shutil.which("npm")
    if npm is None:
        raise ToolError("npm is not installed, so axe-core cannot be fetched")
    AXE_FOLDER.mkdir(parents=True, exist_ok=True)
    package = f"axe-core@{AXE_VERSION}"
    done = subprocess.run(
        [npm, "install", "--prefix", str(AXE_FOLDER), "--ignore-scripts", "--no-audit", package],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ToolError(f"npm did not install {package}:\n{done.stderr}")
    axe_source.cache_clear()
    if axe_source() is None:
        raise ToolError(f"{package} has no {AXE.name}")


def told() -> tuple[bool, str]:
    """Whether nothing is missing, and in one line what is there and what is not."""
    have = {
        "Chromium": chromium() is not None,
        "Firefox": firefox() is not None,
        f"axe-core {AXE_VERSION}": axe_source() is not None,
    }
    lacking = ", ".join(name for name, is_there in have.items() if not is_there)
    if lacking:
        return False, f"missing: {lacking}; tests that need it are skipped ({HOW_TO})"
    return True, ", ".join(have)


__all__ = [
    "AXE",
    "AXE_FOLDER",
    "AXE_SHA256",
    "AXE_VERSION",
    "ToolError",
    "axe_source",
    "chromium",
    "fetch_axe",
    "firefox",
    "told",
]
