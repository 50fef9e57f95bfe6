"""Text into vectors with sentence-transformers; the one place that loads a model."""

from __future__ import annotations

import gc
import hashlib
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from index.dequantise import DEFAULT_MODEL, default_model_revision, prepare_default_model
from index.digests import file_digests
from index.errors import ModelError
from index.hashing import HashingEmbedder
from index.types import Embedder, Vectors
from index.words import load_analyser

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor

_REVISION_LENGTH = 12
"""Hexadecimal characters of a folder's digest that name its revision."""

HASHING_MODEL = "hashing"
"""The name that asks for HashingEmbedder instead of a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedderOptions:
    """How a model is loaded and fed."""

    layers: Literal["auto", "bfloat16", "float32"] = "auto"
    """Number format that the layers compute in. The embedding tables, four fifths of a small
    multilingual model, are bfloat16 in any case. 'auto' computes in bfloat16 where the processor
    has matrix tiles (AMX: three times faster) and in float32 elsewhere (a third faster). Either
    way vectors agree to four digits."""

    batch_size: int = 16
    """Passages a step; larger batches are no faster on a CPU and take more memory."""

    question_threads: int = 1
    """Threads for questions. Two save 15 ms on an idle machine of two cores, but wait for each
    other on a busy one: 30 to 50 ms became 200 to 800."""

    passage_threads: int | None = None
    """Threads for passages while building; None takes as many as there are cores."""

    has_pooler: bool = True
    """False for a BERT folder without the pooler, which sentence vectors do not use."""

    query_prompt: str | None = None
    """Put before every question; None takes what the model's own folder says."""

    passage_prompt: str | None = None
    """Put before every passage; None takes what the model's own folder says."""


class SentenceTransformerEmbedder:
    """A sentence-transformers model on this machine's processor; the network is never used.

    The model is loaded by `load`, or else at the first text, by whichever thread comes first.
    """

    def __init__(
        self, folder: Path, *, name: str, revision: str, options: EmbedderOptions | None = None
    ) -> None:
        self.name = name
        self.revision = revision
        self._folder = folder
        self._options = options or EmbedderOptions()
        self._model: SentenceTransformer | None = None
        self._load_lock = threading.Lock()
        # A tokeniser of `tokenizers` may not be used by two threads at once ("Already borrowed").
        self._encode_lock = threading.Lock()

    @property
    def dimension(self) -> int:
        """The length of a vector; loads the model."""
        return int(self.load().get_embedding_dimension() or 0)

    def load(self) -> SentenceTransformer:
        """Load the model now (seconds) instead of at the first text; ModelError when it cannot."""
        with self._load_lock:
            if self._model is None:
                self._model = self._loaded()
            return self._model

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length for questions, shape (len(texts), dimension)."""
        options = self._options
        if len(texts) == 1:
            return self._encode_question(texts[0])
        return self._encode(
            texts, task="query", prompt=options.query_prompt, threads=options.question_threads
        )

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length for passages, shape (len(texts), dimension)."""
        options = self._options
        threads = options.passage_threads or os.cpu_count() or 1
        return self._encode(texts, task="document", prompt=options.passage_prompt, threads=threads)

    def _encode_question(self, text: str) -> Vectors:
        """What `encode_query` gives for a single text, shape (1, dimension), without its errands.

        Sorting, batching, moving to a device and walking over all modules to tell them that this
        is no training are made for many texts; for one they took a tenth of the time.
        """
        import torch

        model = self.load()
        prompt = self._options.query_prompt
        if prompt is None:
            prompt = model.prompts.get("query")
        with self._encode_lock, torch.inference_mode():
            torch.set_num_threads(self._options.question_threads)
            features = model.preprocess([text], prompt=prompt, task="query")
            found = model(features, task="query")["sentence_embedding"][:, : model.truncate_dim]
            return _of_unit_length(torch.nn.functional.normalize(found, dim=1))

    def _encode(
        self, texts: Sequence[str], *, task: str, prompt: str | None, threads: int
    ) -> Vectors:
        import torch

        model = self.load()
        encode = model.encode_query if task == "query" else model.encode_document
        with self._encode_lock:
            torch.set_num_threads(threads)
            found = encode(
                list(texts),
                prompt=prompt,
                batch_size=self._options.batch_size,
                show_progress_bar=False,
                convert_to_tensor=True,
                normalize_embeddings=True,
            )
        return _of_unit_length(found)

    def _loaded(self) -> SentenceTransformer:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as loading

        loading.disable_progress_bar()  # type: ignore[no-untyped-call]  # 'Loading weights' between our own lines
        pooler = {} if self._options.has_pooler else {"add_pooling_layer": False}
        try:
            model = SentenceTransformer(
                str(self._folder),
                device="cpu",
                local_files_only=True,
                model_kwargs={"dtype": torch.bfloat16, **pooler},
            )
            if self._options.layers == "float32" or (
                self._options.layers == "auto" and not torch.cpu.get_capabilities()["amx_tile"]
            ):
                _compute_in_float32(model)
            model.eval()  # for every text, so that none has to say so again
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise ModelError(
                "model_unreadable",
                f"임베딩 모형 {self.name}을(를) 불러올 수 없습니다({error})."
                " 모형 폴더를 확인해 주세요.",
                f"The embedding model {self.name} cannot be loaded ({error}); check its folder.",
            ) from error
        return model


def load_embedder(name_or_folder: str, data_folder: Path) -> Embedder:
    """The embedder of that name: the default model, 'hashing', a folder, or a downloaded name.

    Returns at once, except that the default model is unpacked when it is used for the first time.
    The weights are read later, by `warm_up` or at the first text. Raises ModelError when there is
    no such model on this machine.
    """
    if name_or_folder == HASHING_MODEL:
        return HashingEmbedder()
    if name_or_folder == DEFAULT_MODEL:
        folder = prepare_default_model(data_folder)
        return SentenceTransformerEmbedder(
            folder,
            name=DEFAULT_MODEL,
            revision=default_model_revision(),
            options=EmbedderOptions(has_pooler=False),
        )
    folder = Path(name_or_folder)
    if folder.is_dir():
        return SentenceTransformerEmbedder(
            folder, name=folder.resolve().name, revision=_folder_revision(folder)
        )
    folder = downloaded(name_or_folder)
    return SentenceTransformerEmbedder(folder, name=name_or_folder, revision=folder.name)


def warm_up(embedder: Embedder) -> None:
    """Load the word analyser and the model side by side, so that the first question is fast.

    What is there by then counts as there to stay, and is not looked through for garbage any more:
    half a million objects, in the midst of an answer.
    """
    analyser = threading.Thread(target=load_analyser, name="load-analyser")
    analyser.start()
    try:
        embedder.encode_queries(["시정"])
    finally:
        analyser.join()
    gc.freeze()


def _of_unit_length(found: Tensor) -> Vectors:
    vectors: Vectors = np.asarray(found.float().cpu(), dtype=np.float32)
    # A sum of bfloat16 products is a unit vector to two digits only.
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def _compute_in_float32(model: SentenceTransformer) -> None:
    """Widen every weight but the embedding tables, whose rows are widened as they are looked up.

    The weights of linear layers are laid out in memory as the product of a few rows reads them,
    which makes a question of some thirty tokens a seventh faster and changes no bit of its vector;
    batches of passages take as long as before.
    """
    from torch import nn

    for module in model.modules():
        if isinstance(module, nn.Embedding):
            module.register_forward_hook(lambda module, inputs, output: output.float())
        else:
            for parameter in module.parameters(recurse=False):
                parameter.data = parameter.data.float()
            if isinstance(module, nn.Linear):
                module.weight.data = module.weight.data.t().contiguous().t()


def _folder_revision(folder: Path) -> str:
    listing = "\n".join(f"{name} {digest}" for name, digest in file_digests(folder, "").items())
    return hashlib.sha256(listing.encode()).hexdigest()[:_REVISION_LENGTH]


def _is_path(name: str) -> bool:
    """Whether a name can only be meant as a folder: the hub's are 'name' or 'owner/name'."""
    return Path(name).is_absolute() or name.startswith((".", "~")) or name.count("/") > 1


def downloaded(name: str) -> Path:
    """The folder of a model that was downloaded before; its name is the commit.

    Raises ModelError when it was not.
    """
    if _is_path(name):
        raise ModelError(
            "model_missing",
            f"모형 폴더 {name}이(가) 없습니다. 경로를 확인해 주세요.",
            f"There is no model folder {name}; check the path.",
        )
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError) as error:
        raise ModelError(
            "model_missing",
            f"모형 {name}이(가) 이 컴퓨터에 없습니다. 폴더 경로를 지정하거나"
            f" 'hf download {name}'(으)로 먼저 내려받아 주세요.",
            f"The model {name} is not on this machine; give the path of its folder, or"
            f" download it first with 'hf download {name}'.",
        ) from error
