import re
from pathlib import Path

import pytest

from assistant.problems import RequestError
from assistant.widget.register import Register, WidgetError, read_register

WHOLE = """
[widgets.plans]
origins = ["https://www.city.go.kr", "https://tour.city.go.kr:8443"]
municipality = "kr-boryeong"
languages = ["ko"]
contact = { ko = "문의: 기획팀", en = "Ask the planning team" }
colours = { accent = "#14477D", on_accent = "#ffffff" }

[widgets.council]
origins = ["https://council.city.go.kr", "https://www.city.go.kr"]
"""


def read(tmp_path: Path, text: str) -> Register:
    (tmp_path / "widgets.toml").write_text(text, encoding="utf-8")
    return read_register(tmp_path / "widgets.toml")


def test_without_a_file_nobody_else_is_listed() -> None:
    register = read_register(None)
    assert register.widgets == ()
    assert not register.is_listed("https://www.city.go.kr")
    own = register.find("", None)
    assert (own.id, own.languages, dict(own.colours)) == ("", ("ko", "en"), {})


def test_a_register_is_read_as_it_is_written(tmp_path: Path) -> None:
    plans, council = read(tmp_path, WHOLE).widgets
    assert plans.id == "plans"
    assert [one.text for one in plans.origins] == [
        "https://www.city.go.kr",
        "https://tour.city.go.kr:8443",
    ]
    assert plans.municipality
    assert plans.municipality.slug == "boryeong"
    assert plans.languages == ("ko",)
    assert plans.contact["en"] == "Ask the planning team"
    assert dict(plans.colours) == {"accent": "#14477d", "on_accent": "#ffffff"}
    assert council.municipality is None
    assert council.languages == ("ko", "en")


def test_a_page_gets_the_widget_that_it_names_or_the_first_that_may_stand_there(
    tmp_path: Path,
) -> None:
    register = read(tmp_path, WHOLE)
    assert register.find("", "https://www.city.go.kr").id == "plans"
    assert register.find("council", "https://www.city.go.kr").id == "council"
    assert register.find("", "https://council.city.go.kr").id == "council"
    assert register.find("plans", None).id == "plans"
    for widget_id, origin, code in (
        ("plans", "https://council.city.go.kr", "origin_not_listed"),
        ("", "https://evil.kr", "origin_not_listed"),
        ("", "null", "origin_not_listed"),
        ("none", "https://www.city.go.kr", "unknown_widget"),
    ):
        with pytest.raises(RequestError) as refusal:
            register.find(widget_id, origin)
        assert refusal.value.code == code


ONE = '[widgets.a]\norigins = ["https://www.city.go.kr"]\n'


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "widgets.toml"),
        ("not toml", "widgets.toml"),
        ("widgets = 1", "widgets.toml"),
        ("[widgets]", "widgets.toml"),
        (f"{ONE}[other]\n", "widgets.toml"),
        ("[widgets.Big]\norigins = []", "widgets.Big"),
        ("[widgets]\na = 1", "widgets.a"),
        ("[widgets.a]\n", "widgets.a.origins"),
        ("[widgets.a]\norigins = []", "widgets.a.origins"),
        ('[widgets.a]\norigins = "https://www.city.go.kr"', "widgets.a.origins"),
        ('[widgets.a]\norigins = ["www.city.go.kr"]', "widgets.a.origins"),
        ('[widgets.a]\norigins = ["http://www.city.go.kr"]', "widgets.a.origins"),
        (f"{ONE}origin = 1", "widgets.a.origin"),
        (f'{ONE}municipality = "kr-atlantis"', "widgets.a.municipality"),
        (f"{ONE}municipality = 7", "widgets.a.municipality"),
        (f"{ONE}languages = []", "widgets.a.languages"),
        (f'{ONE}languages = ["fr"]', "widgets.a.languages"),
        (f'{ONE}languages = "ko"', "widgets.a.languages"),
        (f'{ONE}colours = {{ brand = "#000000" }}', "widgets.a.colours"),
        (f'{ONE}colours = {{ accent = "red", on_accent = "#ffffff" }}', "widgets.a.colours.accent"),
        (f'{ONE}colours = {{ accent = "#000000" }}', "widgets.a.colours"),
        (
            f'{ONE}colours = {{ accent = "#ffff00", on_accent = "#ffffff" }}',
            "widgets.a.colours",
        ),
        (f'{ONE}contact = {{ fr = "x" }}', "widgets.a.contact"),
        (f"{ONE}contact = {{ ko = 7 }}", "widgets.a.contact.ko"),
        (f'{ONE}contact = {{ ko = "\\u202e" }}', "widgets.a.contact.ko"),
        (f'{ONE}contact = {{ ko = "{"길" * 201}" }}', "widgets.a.contact.ko"),
    ],
)
def test_what_is_wrong_in_the_file_is_named_in_both_languages(
    tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(WidgetError) as refusal:
        read(tmp_path, text)
    error = refusal.value
    assert error.code == "invalid_widgets"
    assert f"{named}:" in error.message_ko
    assert f"{named}:" in error.message_en
    assert re.search("[가-힣]{2}", error.message_ko)
    assert re.search("[a-z]{3} [a-z]", error.message_en)


def test_a_file_that_is_not_there_or_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WidgetError) as refusal:
        read_register(tmp_path / "none.toml")
    assert refusal.value.code == "widgets_unreadable"
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WidgetError) as refusal:
        read_register(tmp_path / "bytes.toml")
    assert refusal.value.code == "invalid_widgets"
