"""One Enter is one message, in the order of events of each browser, and with its last syllable."""

from __future__ import annotations

import pytest

from tests.pages.scripted import Scripted
from tests.pages.visiting import Visitor

PLAY = """
async (steps) => {
  const box = document.querySelector(".ask textarea");
  box.focus();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
  for (const [type, values = {}] of steps) {
    if (type === "pause") { await pause(); continue; }
    if (type === "value") { box.value = values; continue; }
    const Kind = type.startsWith("key") ? KeyboardEvent
      : type.startsWith("composition") ? CompositionEvent : InputEvent;
    const event = new Kind(type, { bubbles: true, cancelable: true, composed: true, ...values });
    if (values.keyCode) Object.defineProperty(event, "keyCode", { value: values.keyCode });
    const isTaken = !box.dispatchEvent(event);
    // What a browser does with Enter that nobody has taken.
    if (type === "keydown" && values.key === "Enter" && !values.isComposing && !isTaken
        && values.keyCode !== 229) box.value += "\\n";
    if (type === "beforeinput" && !isTaken) box.value += "\\n";
  }
  await pause();
}
"""

ENTER = {"key": "Enter", "code": "Enter", "keyCode": 13}
COMPOSING = {"key": "Enter", "code": "Enter", "keyCode": 229, "isComposing": True}
PROCESS = {"key": "Process", "code": "Enter", "keyCode": 229, "isComposing": True}
LATE = {"key": "Enter", "code": "Enter", "keyCode": 229}
LINE = {"inputType": "insertLineBreak"}
START: list[list[object]] = [
    ["value", "안"],
    ["compositionstart"],
    ["compositionupdate", {"data": "녕"}],
]
END: list[list[object]] = [["value", "안녕"], ["compositionend", {"data": "녕"}]]

ORDERS: dict[str, list[list[object]]] = {
    "chromium": [*START, ["keydown", COMPOSING], *END, ["keyup", ENTER]],
    "chromium on Windows": [*START, ["keydown", PROCESS], *END, ["keyup", ENTER]],
    "chromium with its line": [
        *START,
        ["keydown", COMPOSING],
        *END,
        ["beforeinput", LINE],
        ["keyup", ENTER],
    ],
    "chromium on macOS, which presses twice": [
        *START,
        ["keydown", COMPOSING],
        *END,
        ["keydown", ENTER],
        ["keyup", ENTER],
    ],
    "the second press comes late": [
        *START,
        ["keydown", COMPOSING],
        *END,
        ["pause"],
        ["keydown", ENTER],
        ["keyup", ENTER],
    ],
    "safari": [*START, *END, ["keydown", LATE], ["keyup", ENTER]],
    "safari, which presses twice": [
        *START,
        *END,
        ["keydown", LATE],
        ["keydown", ENTER],
        ["keyup", ENTER],
    ],
    "firefox": [*START, ["keydown", COMPOSING], *END, ["keyup", COMPOSING]],
    "firefox on Linux": [*START, *END, ["keydown", ENTER], ["keyup", ENTER]],
    "nothing composed": [["value", "안녕"], ["keydown", ENTER], ["keyup", ENTER]],
    "held down": [
        ["value", "안녕"],
        ["keydown", ENTER],
        ["keydown", {**ENTER, "repeat": True}],
        ["keydown", {**ENTER, "repeat": True}],
        ["keyup", ENTER],
    ],
    "on the number pad": [
        ["value", "안녕"],
        ["keydown", {**ENTER, "code": "NumpadEnter"}],
        ["keyup", {**ENTER, "code": "NumpadEnter"}],
    ],
}


@pytest.mark.parametrize("order", ORDERS)
def test_one_enter_is_one_message_with_its_last_syllable(visit: Visitor, order: str) -> None:
    talk = Scripted(visit)
    talk.page.evaluate(PLAY, ORDERS[order])
    assert [one["question"] for one in talk.page.evaluate("asked.map((one) => one.body)")] == [
        "안녕"
    ]
    assert talk.box.input_value() == ""


SILENT: dict[str, list[list[object]]] = {
    "a word chosen in Japanese": [
        ["compositionstart"],
        ["keydown", COMPOSING],
        ["value", "予算"],
        ["compositionend", {"data": "予算"}],
        ["keyup", ENTER],
    ],
    "the same in Safari": [
        ["compositionstart"],
        ["value", "予算"],
        ["compositionend", {"data": "予算"}],
        ["keydown", LATE],
        ["keyup", ENTER],
    ],
    "a new line": [["value", "안녕"], ["keydown", {**ENTER, "shiftKey": True}], ["keyup", ENTER]],
    "a syllable that ends by another key": [
        *START,
        ["keydown", {"key": "ArrowRight", "code": "ArrowRight", "keyCode": 229}],
        *END,
        ["keyup", {"key": "ArrowRight"}],
    ],
    "an empty box": [["value", "  "], ["keydown", ENTER], ["keyup", ENTER]],
}


@pytest.mark.parametrize("order", SILENT)
def test_what_is_no_message_is_not_sent(visit: Visitor, order: str) -> None:
    talk = Scripted(visit)
    talk.page.evaluate(PLAY, SILENT[order])
    assert talk.count() == 0


def test_a_second_message_can_follow_at_once(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.page.evaluate(PLAY, ORDERS["chromium on macOS, which presses twice"])
    talk.page.evaluate("asked[0].refuse(404, '{}', {})")
    talk.page.locator(".status-problem").wait_for()
    talk.page.evaluate(PLAY, [["value", "둘"], ["keydown", ENTER], ["keyup", ENTER]])
    assert talk.count() == 2


def test_a_real_composition_in_the_browser_goes_out_once(visit: Visitor) -> None:
    """Chromium's own input method events, set off over its protocol."""
    talk = Scripted(visit)
    talk.box.focus()
    browser = talk.page.context.new_cdp_session(talk.page)
    for syllables in ("ㅇ", "아", "안"):
        browser.send(
            "Input.imeSetComposition",
            {"text": syllables, "selectionStart": 1, "selectionEnd": 1},
        )
    key = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    browser.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    assert talk.count() == 0
    browser.send("Input.insertText", {"text": "안"})
    browser.send(
        "Input.dispatchKeyEvent",
        {"type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13},
    )
    talk.until(1)
    assert talk.body()["question"] == "안"
    assert talk.box.input_value() == ""


def test_shift_and_enter_begin_a_new_line(visit: Visitor) -> None:
    talk = Scripted(visit)
    talk.box.fill("한 줄")
    talk.box.press("Shift+Enter")
    talk.box.press("a")
    assert talk.box.input_value() == "한 줄\na"
    assert talk.count() == 0
