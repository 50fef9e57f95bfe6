"""A corpus whose records do not fit together is refused when it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import corpus
from index.errors import SnapshotError
from tests.factories import (
    make_audit,
    make_corpus,
    make_point,
    make_reading,
    make_series,
    make_term,
)
from tests.index.conftest import stored


@pytest.mark.parametrize(
    "content",
    [
        make_corpus(replace(make_reading(), audits=(make_audit(document_id="kr-x/none"),))),
        make_corpus(
            replace(make_reading(), audits=(make_audit(stated=make_term(fact_id="none")),))
        ),
        make_corpus(replace(make_reading(), audits=(make_audit(), make_audit()))),
        make_corpus(series=(make_series(points=(make_point(fact_id="none"),)),)),
        make_corpus(series=(make_series(), make_series())),
    ],
)
def test_an_audit_or_series_that_points_nowhere_or_is_there_twice_is_refused(
    tmp_path: Path, content: corpus.Corpus
) -> None:
    with pytest.raises(SnapshotError) as caught:
        stored(tmp_path, content)
    assert caught.value.code == "corpus_inconsistent"


def test_the_same_document_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="twice"):
        stored(tmp_path, make_corpus(make_reading(), make_reading()))
