import gzip
import re

import pytest

from assistant.assets import Assets, light, takes_gzip
from tests.layout import ROOT


def test_an_asset_is_served_only_if_it_is_meant_to_be() -> None:
    assets = Assets()
    assert assets.response("style.css") is not None
    for name in ("words", "words/site.toml", "chat.html", "../routes.py", "..", ""):
        assert assets.response(name) is None


def test_browsers_keep_an_asset_only_under_the_address_of_its_version() -> None:
    assets = Assets()
    address = assets.address("chat.js")
    found = re.fullmatch(r"/assets/([0-9a-f]{12})/chat\.js", address)
    assert found
    assert found[1] == assets.version
    kept = {
        version: response.headers["cache-control"]
        for version in (None, "0" * 12, assets.version)
        if (response := assets.response("chat.js", version))
    }
    assert "immutable" in kept[assets.version]
    assert kept[None] == kept["0" * 12] == "no-cache"


def test_an_address_is_given_only_for_what_is_there() -> None:
    with pytest.raises(KeyError):
        Assets().address("missing.js")


@pytest.mark.parametrize(
    ("encodings", "is_taken"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, GZIP;q=0.5", True),
        ("gzip; q=0", False),
        ("gzip;q=0.000", False),
        ("xgzip", False),
        ("*", False),
        ("", False),
    ],
)
def test_an_asset_is_packed_only_for_who_can_unpack_it(encodings: str, is_taken: bool) -> None:
    assert takes_gzip(encodings) is is_taken
    assets = Assets()
    response = assets.response("chat.js", assets.version, encodings=encodings)
    assert response
    assert response.headers["vary"] == "Accept-Encoding"
    assert ("content-encoding" in response.headers) is is_taken
    content = bytes(response.body)
    assert (gzip.decompress(content) if is_taken else content) == assets.contents["chat.js"]


def imported(assets: Assets, *names: str) -> set[str]:
    """The modules that these load, themselves included."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = assets.contents[name].decode()
            waiting += re.findall(r'(?:from|import)\s*\(?\s*"\./([a-z_]+\.js)"', text)
    return found


def test_a_script_goes_out_without_remarks_and_is_else_the_same() -> None:
    script = b"""/** What it is for,
 * at length.
 */
const address = "https://a.example"; // stays: not a whole line
  // goes
  function open() {
    return address; /** stays */
  }
"""
    expected = b"""const address = "https://a.example"; // stays: not a whole line
function open() {
return address; /** stays */
}
"""
    assert light(script) == expected


def test_the_page_preloads_every_module_that_it_needs() -> None:
    assets = Assets()
    template = (ROOT / "assistant" / "web" / "chat.html").read_text(encoding="utf-8")
    names = re.search(r"for name in \(([^)]*)\)", template)
    assert names
    told = {f"{name}.js" for name in re.findall(r"'([a-z_]+)'", names[1])}
    assert told == imported(assets, "chat.js") - {"chat.js"}
