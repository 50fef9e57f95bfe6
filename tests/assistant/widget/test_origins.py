import re

import pytest

from assistant.widget.origins import OriginError, read_origin


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("https://www.example.go.kr", "https://www.example.go.kr"),
        ("HTTPS://WWW.Example.go.kr:443", "https://www.example.go.kr"),
        ("https://www.example.go.kr:8443", "https://www.example.go.kr:8443"),
        ("https://보령.kr", "https://xn--o80b16g.kr"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://127.0.0.2:80", "http://127.0.0.2"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
        ("https://*.city.go.kr", "https://*.city.go.kr"),
    ],
)
def test_an_origin_is_brought_into_the_form_that_browsers_send(written: str, text: str) -> None:
    origin = read_origin(written)
    if "보령" in written:
        assert re.fullmatch(r"https://xn--[a-z0-9-]+\.kr", origin.text)
    else:
        assert origin.text == text
    if "*" not in written:
        assert origin.is_met_by(origin.text)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "invalid_origin"),
        ("null", "invalid_origin"),
        ("*", "invalid_origin"),
        ("https://*", "invalid_origin"),
        ("https://www.example.go.kr/", "invalid_origin"),
        ("https://www.example.go.kr/plan", "invalid_origin"),
        ("https://user@www.example.go.kr", "invalid_origin"),
        ("https://www.example.go.kr; script-src *", "invalid_origin"),
        ("https://www.example.go.kr\r\nx: y", "invalid_origin"),
        ("https://-bad-.kr", "invalid_origin"),
        ("https://a..kr", "invalid_origin"),
        ("https://[::g]", "invalid_origin"),
        ("https://www.example.go.kr:0", "invalid_origin"),
        ("https://www.example.go.kr:70000", "invalid_origin"),
        ("ftp://www.example.go.kr", "invalid_origin"),
        ("javascript:alert(1)", "invalid_origin"),
        (f"https://{'a.' * 200}kr", "invalid_origin"),
        ("http://www.example.go.kr", "insecure_origin"),
        ("http://127.0.0.1.example.kr", "insecure_origin"),
        ("https://*.go.kr", "wide_origin"),
        ("https://*.kr", "wide_origin"),
        ("https://*.1.2.3", "wide_origin"),
        ("https://www.*.go.kr", "invalid_origin"),
    ],
)
def test_what_is_no_origin_is_refused_in_both_languages(written: str, code: str) -> None:
    with pytest.raises(OriginError) as refusal:
        read_origin(written)
    assert refusal.value.code == code
    assert re.search("[가-힣]", refusal.value.message_ko)
    assert re.search("[a-z]", refusal.value.message_en)


@pytest.mark.parametrize(
    ("sent", "is_met"),
    [
        ("https://www.city.go.kr", True),
        ("https://a.b.city.go.kr", True),
        ("https://city.go.kr", False),
        ("http://www.city.go.kr", False),
        ("https://www.city.go.kr:8443", False),
        ("https://wwwcity.go.kr", False),
        ("https://.city.go.kr", False),
        ("https://www.city.go.kr.evil.kr", False),
        ("https://evil.kr/.city.go.kr", False),
        ("https://evil.kr#.city.go.kr", False),
        ("https://a@b.city.go.kr", False),
        (f"https://{'a.' * 200}city.go.kr", False),
        ("", False),
        ("null", False),
    ],
)
def test_a_star_stands_for_names_in_front_and_nothing_else(sent: str, is_met: bool) -> None:
    assert read_origin("https://*.city.go.kr").is_met_by(sent) is is_met


@pytest.mark.parametrize(
    "sent",
    [
        "http://www.city.go.kr",
        "https://www.city.go.kr:444",
        "https://city.go.kr",
        "https://www.city.go.kr.evil.kr",
        "https://www.city.go.kr/",
        "null",
        "",
    ],
)
def test_scheme_host_and_port_all_have_to_be_the_same(sent: str) -> None:
    assert not read_origin("https://www.city.go.kr").is_met_by(sent)
