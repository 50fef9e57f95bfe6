"""Settled names: own words first, the owner where they are generic, else kept back."""

from __future__ import annotations

import pytest

from corpus import is_kept_back
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text.strip() == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        # its own words before the heading's
        (
            "골목상인 살림지원에는 95억 원, 마을재생에 19억 원을 잡았다.",
            "95억 원",
            "골목상인 살림지원",
        ),
        # a noun of one letter drops its particle
        ("○ 작은도서관 수는 2031년 64개소이다.", "64개소", "작은도서관 수"),
        # what was cut off its front is put back
        ("○ 솔섬도 산책길 정비 8억원", "8억원", "솔섬도 산책길 정비"),
        # only one account is looked at
        ("일반회계만 떼어 보면 세입 3억 원, 세출 2억 원이다.", "2억 원", "일반회계 세출"),
        # what came of those counted
        ("○ 공모사업 : 46건 신청 34건 선정", "34건", "공모사업 선정"),
        # all until now is no figure of the year
        (
            "시는 전담팀을 만든 뒤로 지금까지 민원 783건을 심사했다.",
            "783건",
            "가람시 시행계획 민원 누적",
        ),
        # a label that is no thing by itself
        ("처분은 시정 32건, 주의 39건이다.", "32건", "가람시 시행계획 처분 시정"),
        # a sum of what was counted before it
        (
            "마무리 지은 굽은길 펴기 공사는 278건, 금액으로는 25억 원이다.",
            "25억 원",
            "마무리 지은 굽은길 펴기 공사",
        ),
        # what is told of from behind
        ("8개 갈래 59건의 공통공시와 10건의 특수공시로 나뉜다.", "10건", "특수공시"),
        # a whole that only some of is told of keeps what came of it
        ("솔내는 5개 분야 38개 공약 가운데 32건을 끝냈다.", "32건", "공약 완료"),
        # the office that the sentence is about
        ("솔밭면은 6월 종합감사에서 25건이 걸렸다.", "25건", "솔밭면 종합감사에서 걸린 건수"),
        # how often is the unit's
        ("○ 안전점검 매주 1회", "1회", "안전점검"),
        # a verb inside a name gives way to the label
        (
            "○ 언덕길 정비사업 : 쓰던 자재를 바꾸고 남는 공정을 빼 1억 5천만 원 절감",
            "1억 5천만 원",
            "언덕길 정비사업 절감액",
        ),
    ],
)
def test_a_figure_is_called_by_its_own_words(text: str, raw: str, name: str) -> None:
    fact = named(text, raw)
    assert (fact.name, is_kept_back(fact.doubts)) == (name, False)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("유사단체 평균 증가액은 33억 원이다.", "33억 원"),
        ("감사위원회가 41억 원을 깎았다.", "41억 원"),
        ("이와 별도로 사업비 3억 원이 든다는 9개 사업이 있다.", "9개"),
    ],
)
def test_what_no_phrase_names_is_kept_back(text: str, raw: str) -> None:
    found = [one for one in facts_of(text) if one.raw_text.strip() == raw]
    assert all(is_kept_back(one.doubts) for one in found)
