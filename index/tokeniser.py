"""The default model's tokeniser: XLM-R unigram pieces, rebuilt from the vocabulary.

The normaliser map of the file is sentencepiece's `nmt_nfkc`: Unicode NFKC, except that control
characters vanish, some marks become blanks, and a few characters stay as they are. Said that way it
fits `tokenizers`' own normalisers, which are compiled, and a test proves it equal to the map.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from index.quantised import Vocabulary

if TYPE_CHECKING:
    from tokenizers import Tokenizer, normalizers

_BLANK = "\u2581"
"""What stands for a blank in a piece."""

_PLACEHOLDERS = 0xF0000
"""A private plane of Unicode: characters that NFKC would change hide here while it runs."""


def write_tokeniser(folder: Path, vocabulary: Vocabulary, *, longest: int) -> None:
    """`tokenizer.json` and `tokenizer_config.json`; `longest` is the model's limit in tokens."""
    tokeniser = build_tokeniser(vocabulary)
    tokeniser.save(str(folder / "tokenizer.json"), pretty=False)
    pieces = [piece for piece, _ in vocabulary.pieces]
    config = {
        "tokenizer_class": "TokenizersBackend",
        "backend": "tokenizers",
        "model_max_length": longest,
        "bos_token": pieces[vocabulary.beginning],
        "cls_token": pieces[vocabulary.beginning],
        "eos_token": pieces[vocabulary.end],
        "sep_token": pieces[vocabulary.end],
        "pad_token": pieces[vocabulary.padding],
        "unk_token": pieces[vocabulary.unknown],
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")


def build_tokeniser(vocabulary: Vocabulary) -> Tokenizer:
    """The tokeniser, as fast and as exact as XLM-R's own."""
    from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors

    tokeniser = Tokenizer(models.Unigram(list(vocabulary.pieces), unk_id=vocabulary.unknown))
    tokeniser.normalizer = build_normaliser(vocabulary)
    tokeniser.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Metaspace(replacement=_BLANK, prepend_scheme="always"),
        ]
    )
    special = {
        place: vocabulary.pieces[place][0]
        for place in (
            vocabulary.beginning,
            vocabulary.padding,
            vocabulary.end,
            vocabulary.unknown,
        )
    }
    tokeniser.add_special_tokens(
        [AddedToken(piece, special=True, normalized=False) for piece in special.values()]
    )
    beginning, end = special[vocabulary.beginning], special[vocabulary.end]
    tokeniser.post_processor = processors.TemplateProcessing(
        single=f"{beginning} $A {end}",
        pair=f"{beginning} $A {end} {end} $B {end}",
        special_tokens=[(beginning, vocabulary.beginning), (end, vocabulary.end)],
    )
    return tokeniser


def build_normaliser(vocabulary: Vocabulary) -> normalizers.Normalizer:
    """What the character map does, said as deletions, blanks, exceptions and NFKC."""
    from tokenizers import Regex, normalizers

    mapping = vocabulary.characters
    deleted = [one for one, other in mapping.items() if not other]
    # NFKC makes blanks of all but these; the piece's own blank must not come from outside.
    blanks = [
        one
        for one, other in mapping.items()
        if other == " " and unicodedata.normalize("NFKC", one) != " "
    ]
    known = {character for piece, _ in vocabulary.pieces for character in piece}
    kept = sorted(
        one
        for one in known
        if one not in mapping and unicodedata.normalize("NFKC", one) != one and one != _BLANK
    )
    hide = [normalizers.Replace(one, chr(_PLACEHOLDERS + place)) for place, one in enumerate(kept)]
    show = [normalizers.Replace(chr(_PLACEHOLDERS + place), one) for place, one in enumerate(kept)]
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_any_of(deleted)), ""),
            normalizers.Replace(Regex(_any_of(blanks)), " "),
            *hide,
            normalizers.NFKC(),
            *show,
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(rf"\x{{{ord(one):x}}}" for one in characters) + "]"
