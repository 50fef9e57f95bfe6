"""Officials: who holds an office in a text, and the text with the names masked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.officials import masked, role_holders_in

NEWS = "정다운 시장은 20일 나라온 국장과 함께 현장을 둘러봤다.\n정다운은 시장이 된 지 3년이다.\n"
IMPRINT = "담당부서 : 기획감사실\n담당자 :\n한겨레\n연락처 :\n041-000-0000\n"


def test_people_are_named_with_their_office() -> None:
    assert [(one.name, one.role) for one in role_holders_in(NEWS)] == [
        ("정다운", "시장"),
        ("나라온", "국장"),
    ]


def test_a_verb_before_a_name_is_no_name() -> None:
    found = list(role_holders_in("회의를 주관한 정다운 행정부시장은 숲길을 살폈다."))
    assert [(one.name, one.role) for one in found] == [("정다운", "행정부시장")]
    assert not list(role_holders_in("회의를 주재한 행정부시장은 숲길을 살폈다."))


@pytest.mark.parametrize(
    "text", ["서식에 의하여 시장이 정한다.", "사항은 시장이 따로 정한다.", "신규사업 팀장 회의"]
)
def test_words_before_an_office_are_no_names(text: str) -> None:
    assert not list(role_holders_in(text))


def test_names_are_masked_wherever_they_stand_and_nothing_moves() -> None:
    text = masked(NEWS)
    assert len(text) == len(NEWS)
    assert "정다운" not in text
    assert text.startswith("정○○ 시장은 20일 나○○ 국장과")
    assert "정○○은 시장이" in text


def test_the_clerk_of_the_imprint_is_masked_and_the_number_kept() -> None:
    assert masked(IMPRINT) == IMPRINT.replace("한겨레", "한○○")


def test_a_masked_holder_is_still_the_documents_role_holder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS + IMPRINT, encoding="utf-8")
    options = corpus.ReadOptions(mask_officials=True)
    (reading,) = corpus.read_folders([tmp_path], options).readings
    holders = [one for one in reading.facts if "role_holder" in one.flags]
    assert [(one.organisation, one.value) for one in holders] == [
        ("시장", "정○○"),
        ("국장", "나○○"),
    ]
    for one in reading.facts:
        assert reading.text[one.start : one.end] == one.quote
    kept = repr(reading)
    assert not any(name in kept for name in ("정다운", "나라온", "한겨레"))


def test_masking_makes_another_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    plain = corpus.read_folders([tmp_path])
    other = corpus.read_folders([tmp_path], corpus.ReadOptions(mask_officials=True))
    assert plain.digest != other.digest


@given(st.text(alphabet="정다운시장은 \n담당자:○김", max_size=60))
def test_masking_keeps_the_length_of_any_text(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert masked(masked(text)) == masked(text)
