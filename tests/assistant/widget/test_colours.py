import pytest

from assistant.widget.colours import contrast, is_colour


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1d5c4d", "#1d5c4d") == pytest.approx(1)


@pytest.mark.parametrize("text", ["#1d5c4d", "#000000"])
def test_six_digits_are_a_colour(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize("text", ["red", "#fff", "#1D5C4D", "#1d5c4d;", "#1d5c4g", "url(x)", ""])
def test_nothing_else_is(text: str) -> None:
    assert not is_colour(text)
