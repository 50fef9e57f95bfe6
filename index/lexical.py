"""Ranking by words, and by pairs of characters: BM25 over what `words.py` cuts (tantivy).

Two units are indexed and pooled: the passage, and its section as a whole. A question whose words
are spread over neighbouring passages finds the section; one that names a single bullet finds the
passage. Both together are better than either alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tantivy

from index.errors import SnapshotError

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

_WORDS = "words"
_PAIRS = "pairs"
_PASSAGE = "passage"
_SECTION = "section"
_DOCUMENT = "document"
_FREQUENCIES = "freq"  # BM25 needs how often a word occurs, not where

_WRITER_MEMORY = 64_000_000
"""Bytes; 100,000 passages fit a few times over, and tantivy refuses less than 15 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalOptions:
    """How the two units are pooled, and how much of a question is looked up."""

    section_weight: float = 1.0
    """What a section's score counts beside a passage's; 1 takes the higher of the two as it is."""

    tie_breaker: float = 0.3
    """Share of the lower of the two scores that is added to the higher: without it every passage of
    a section that matches well would stand equal. The first hit was right for .68 of 85 questions
    about city documents with passages alone, .53 with the plain maximum, .72 with this (.71, .75
    and .765 with the vectors added). 0.3 to 1 is a plateau."""

    most_words: int = 256
    """Different words (or pairs) of a question that are looked up; the rest cost time and add
    nothing."""

    fewest_pairs: int = 2
    """Pairs from which on they can stand for a word that the analyser cut in another way. A word of
    one pair would be met by every longer one that holds it: 예산 (budget) by 예산군 (a county)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One text as the terms that are matched."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to say a term that passages are to hold: its stems, or the pairs it is written in."""

    stems: tuple[str, ...]
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageTerms:
    """What one passage is found by; its row is its place in the sequence.

    `above` is the title of its document and each heading over it, `own` its text.
    """

    section_row: int
    document_row: int
    above: tuple[Terms, ...]
    own: Terms


def write_lexical(folder: Path, passages: Iterable[PassageTerms]) -> None:
    """An index of passages and of their sections into a new folder.

    A passage is found by what stands above it and by its text. A section is found by the texts of
    all its passages, and by what stands above them, each heading once: repeated with every passage
    it would drown the text of a long section.
    """
    schema = _schema()
    index = tantivy.Index(schema, path=str(folder))
    # One thread and one commit make one segment, so the same words give the same scores.
    writer = index.writer(_WRITER_MEMORY, 1)
    sections: dict[tuple[int, int], list[PassageTerms]] = {}
    for row, passage in enumerate(passages):
        parts = (*passage.above, passage.own)
        fields = _fields(_PASSAGE, row, passage.document_row, parts)
        writer.add_document(tantivy.Document.from_dict(fields, schema))
        sections.setdefault((passage.section_row, passage.document_row), []).append(passage)
    for (section_row, document_row), members in sections.items():
        above = dict.fromkeys(part for one in members for part in one.above)
        parts = (*above, *(one.own for one in members))
        fields = _fields(_SECTION, section_row, document_row, parts)
        writer.add_document(tantivy.Document.from_dict(fields, schema))
    writer.commit()
    writer.wait_merging_threads()


class LexicalIndex:
    """The words of one snapshot's passages and sections.

    `section_rows` gives the section of each passage, by row.
    """

    def __init__(
        self, folder: Path, section_rows: Sequence[int], options: LexicalOptions | None = None
    ) -> None:
        self._options = options or LexicalOptions()
        try:
            index = tantivy.Index.open(str(folder))
            self._searcher = index.searcher()
        except (OSError, ValueError) as error:
            raise SnapshotError(
                "snapshot_damaged",
                "단어 색인을 열 수 없습니다. 색인을 다시 만들어 주세요.",
                "The word index cannot be opened; build the index again.",
            ) from error
        self._schema = index.schema
        self.most_words = self._options.most_words
        self._section_of: Rows = np.asarray(section_rows, dtype=np.int64)

    def search(
        self, words: Sequence[str], limit: int, *, document_rows: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages' rows with their pooled BM25 by words, best first.

        A passage that shares no word with the question, nor its section, is not among them.

        With `document_rows`, only passages of these documents.
        """
        return self._search(_WORDS, words, limit, document_rows)

    def search_pairs(
        self, pairs: Sequence[str], limit: int, *, document_rows: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The same as `search`, by pairs of characters."""
        return self._search(_PAIRS, pairs, limit, document_rows)

    def meeting(
        self, terms: Sequence[Sequence[Way]], *, least: int, pairs: Sequence[str] = ()
    ) -> tuple[Rows, Scores]:
        """Every passage that at least `least` of the terms stand in, with its BM25, best first.

        A term stands in a passage, or in what is above it, in one of its ways; with `pairs`, all of
        these pairs of characters stand there too. Without terms the pairs alone decide.
        """
        parts = [(tantivy.Occur.Should, self._any_way(term)) for term in terms]
        query = tantivy.Query.boolean_query(parts, least) if parts else tantivy.Query.all_query()
        musts = [(tantivy.Occur.Must, query)]
        musts += [(tantivy.Occur.Must, self._silent(_PAIRS, one)) for one in dict.fromkeys(pairs)]
        # The sections are in the same index; only passages have the fast field of their rows.
        musts.append((tantivy.Occur.Must, tantivy.Query.exists_query(_PASSAGE)))
        hits = self._searcher.search(
            tantivy.Query.boolean_query(musts), max(1, self._searcher.num_docs), count=False
        ).hits
        rows = self._searcher.fast_field_values(_PASSAGE, [address for _, address in hits])
        return _arrays(rows, [score for score, _ in hits])

    def vocabulary(self, most: int) -> tuple[tuple[str, int], ...]:
        """The words of the passages with the number of passages that have them, commonest first."""
        return tuple(self._searcher.terms_with_prefix(_field(_PASSAGE, _WORDS), "", limit=most))

    def document_frequency(self, words: Sequence[str]) -> dict[str, int]:
        """In how many passages each word occurs, 0 included."""
        return self._frequency(_WORDS, words)

    def pair_frequency(self, pairs: Sequence[str]) -> dict[str, int]:
        """In how many passages each pair of characters occurs, 0 included."""
        return self._frequency(_PAIRS, pairs)

    def _any_way(self, ways: Sequence[Way]) -> tantivy.Query:
        found = [self._way(way) for way in ways]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in found])

    def _way(self, way: Way) -> tantivy.Query:
        """All stems of the way; or, of a longer one, all its pairs, however a text was cut."""
        ways = [[self._term(_WORDS, one) for one in dict.fromkeys(way.stems)]]
        if len(way.pairs) >= self._options.fewest_pairs:
            ways.append([self._silent(_PAIRS, one) for one in dict.fromkeys(way.pairs)])
        together = [
            tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in each])
            for each in ways
            if each
        ]
        if not together:
            return tantivy.Query.empty_query()
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in together])

    def _term(self, kind: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, _field(_PASSAGE, kind), term, _FREQUENCIES)

    def _silent(self, kind: str, term: str) -> tantivy.Query:
        return tantivy.Query.const_score_query(self._term(kind, term), 0.0)

    def _frequency(self, kind: str, terms: Sequence[str]) -> dict[str, int]:
        field = _field(_PASSAGE, kind)
        return {term: self._searcher.doc_freq(field, term) for term in terms}

    def _search(
        self,
        kind: str,
        terms: Sequence[str],
        limit: int,
        document_rows: Sequence[int] | None,
    ) -> list[tuple[int, float]]:
        distinct = list(dict.fromkeys(terms))[: self._options.most_words]
        if not distinct or limit <= 0 or (document_rows is not None and not document_rows):
            return []
        passages = self._scores(kind, _PASSAGE, distinct, limit, document_rows)
        sections = self._scores(kind, _SECTION, distinct, limit, document_rows)
        return self._pooled(passages, sections, limit)

    def _pooled(
        self, passages: tuple[Rows, Scores], sections: tuple[Rows, Scores], limit: int
    ) -> list[tuple[int, float]]:
        """The best rows of both rankings; rows that score the same stand in their order.

        As arrays over all passages: a word of every section makes a candidate of every passage.
        """
        of_passage = np.zeros(len(self._section_of))
        of_passage[passages[0]] = passages[1]
        of_section = np.zeros(int(self._section_of.max(initial=-1)) + 1)
        of_section[sections[0]] = sections[1] * self._options.section_weight
        weighted = of_section[self._section_of]
        is_found = weighted > 0
        is_found[passages[0]] = True
        rows = np.flatnonzero(is_found)
        higher = np.maximum(of_passage[rows], weighted[rows])
        lower = np.minimum(of_passage[rows], weighted[rows])
        scores = higher + self._options.tie_breaker * lower
        best = np.lexsort((rows, -scores))[:limit]
        return list(zip(rows[best].tolist(), scores[best].tolist(), strict=True))

    def _scores(
        self,
        kind: str,
        unit: str,
        terms: Sequence[str],
        limit: int,
        document_rows: Sequence[int] | None,
    ) -> tuple[Rows, Scores]:
        field = _field(unit, kind)
        # Terms are given as they are: nothing a person types is parsed as query language.
        query = tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.term_query(self._schema, field, term, _FREQUENCIES),
                )
                for term in terms
            ]
        )
        if document_rows is not None:
            among = tantivy.Query.term_set_query(self._schema, _DOCUMENT, list(document_rows))
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, query),
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(among, 0.0)),
                ]
            )
        hits = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values(unit, [address for _, address in hits])
        return _arrays(rows, [score for score, _ in hits])


def _arrays(rows: Sequence[float | None], scores: Sequence[float]) -> tuple[Rows, Scores]:
    """Rows and their scores, in order; every record that is found has the row of its unit."""
    return np.array(rows, dtype=np.int64), np.array(scores, dtype=np.float64)


def _field(unit: str, kind: str) -> str:
    return f"{unit}_{kind}"


def _fields(unit: str, row: int, document_row: int, parts: Sequence[Terms]) -> dict[str, Any]:
    return {
        _field(unit, _WORDS): " ".join(word for part in parts for word in part.words),
        _field(unit, _PAIRS): " ".join(pair for part in parts for pair in part.pairs),
        unit: row,
        _DOCUMENT: document_row,
    }


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for unit in (_PASSAGE, _SECTION):
        for kind in (_WORDS, _PAIRS):
            builder.add_text_field(
                _field(unit, kind), tokenizer_name="whitespace", index_option=_FREQUENCIES
            )
        builder.add_integer_field(unit, fast=True)
    builder.add_integer_field(_DOCUMENT, indexed=True)
    return builder.build()
