"""What a sentence says of a figure."""

from __future__ import annotations

import pytest

from corpus.facts.predicates import predicate_behind


@pytest.mark.parametrize(
    ("text", "raw", "words", "tie"),
    [
        ("주민 투표로 6건을 추렸다.", "6건", "추린", "을"),
        ("가람시는 모두 61억원을 정리할 계획이다.", "61억원", "정리할", "을"),
        ("올해 안에 12건을 손보기로 했다.", "12건", "손보기로 한", "을"),
        ("30세대가 이웃 마을로 잠시 옮기며 주소를 뺐다.", "30세대", "이웃 마을로 잠시 옮긴", "가"),
        ("그 직원 33명은 훈계하도록 했다.", "33명", "훈계하도록 한", "은"),
        (
            "4명이 훈계(1명)와 주의(3명) 처분을 받았고 나머지는 없다.",
            "4명",
            "훈계와 주의 처분을 받은",
            "이",
        ),
        ("18곳에서 고칠 점을 찾아냈다.", "18곳", "고칠 점을 찾아낸", "에서"),
        ("올해 40명의 압류를 풀었다.", "40명", "압류를 푼", "의"),
        ("일손을 메우려고 20명을 더 뽑는다.", "20명", "추가로 뽑는", "을"),
        ("사업 20건, 30억원을 의결했다.", "20건", "의결한", "을"),
    ],
)
def test_the_verb_behind_a_figure_is_put_before_its_noun(
    text: str, raw: str, words: str, tie: str
) -> None:
    said = predicate_behind(text, text.index(raw) + len(raw))
    assert said is not None
    assert (" ".join(said.words), said.tie) == (words, tie)


def test_the_noun_behind_a_figure_is_what_is_counted() -> None:
    text = "가람군이 올해 17개 인구 시책을 편다."
    said = predicate_behind(text, text.index("17개") + 3)
    assert said is not None
    assert (said.noun, said.words) == ("인구 시책", ("펴는",))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("예산은 30억원으로 집계됐다.", "30억원"),
        ("참가자는 30명이 넘었다.", "30명"),
        ("단체 39곳이 모인 자리에서 상을 받았다.", "39곳"),
        ("공사비 3억원이 그때 들어갔다.", "3억원"),
        ("갈 곳은 30곳이라고 말했다.", "30곳"),
        ("12곳을 5곳과 견주어 골랐다.", "12곳"),
    ],
)
def test_what_tells_nothing_of_a_figure_gives_no_predicate(text: str, raw: str) -> None:
    assert predicate_behind(text, text.index(raw) + len(raw)) is None
