"""Which evidence is quoted."""

from __future__ import annotations

from dataclasses import replace

from assistant.decline import DeclineOptions
from assistant.grammar import Asked
from assistant.select import SelectOptions, good_candidates, select
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved
from tests.factories import make_document

OPTIONS = SelectOptions()


def test_one_statement_that_meets_everything_is_enough() -> None:
    asked = asking("일상감사 건수는?")
    strengths = (1.0,) * len(asked.terms)
    best = make_candidate(make_evidence("첫째"), strengths=strengths)
    other = make_candidate(make_evidence("둘째", start=99), strengths=strengths)
    weights = {one.form: 1.0 for one in asked.terms}
    chosen = select(asked, make_retrieved(best, other, **weights), [best, other])
    assert [one.quote for one in chosen] == ["첫째"]


def test_the_next_statement_is_quoted_too_where_little_tells_them_apart() -> None:
    asked = asking("일상감사 건수는?")
    strengths = (0.9,) * len(asked.terms)
    weights = {one.form: 1.0 for one in asked.terms}

    def chosen(less: float) -> list[str]:
        best = make_candidate(make_evidence("첫째"), strengths=strengths)
        best = replace(best, score=0.9, coverage=0.9)
        other = make_candidate(make_evidence("둘째", start=99), strengths=strengths)
        other = replace(other, score=0.9 - less, coverage=0.9)
        found = make_retrieved(best, other, **weights)
        return [one.quote for one in select(asked, found, [best, other])]

    assert chosen(OPTIONS.beside / 2) == ["첫째", "둘째"]
    assert chosen(OPTIONS.beside * 2) == ["첫째"]


def test_another_statement_is_added_for_words_that_are_still_open() -> None:
    asked = asking("도서관 장서와 주민자치회 운영은?")
    half = len(asked.terms) // 2
    first = tuple(float(at < half) for at in range(len(asked.terms)))
    rest = tuple(float(at >= half) for at in range(len(asked.terms)))
    best = make_candidate(make_evidence("첫째"), strengths=first)
    other = make_candidate(make_evidence("둘째", start=99), strengths=rest)
    weights = {one.form: 1.0 for one in asked.terms}
    found = make_retrieved(best, other, **weights)
    assert [one.quote for one in select(asked, found, [best])] == ["첫째", "둘째"]
    alone = select(asked, found, [best], SelectOptions(most=1))
    assert [one.quote for one in alone] == ["첫째"]


def test_what_does_not_fit_is_never_added() -> None:
    asked = asking("도서관 장서와 주민자치회 운영은?")
    best = make_candidate(make_evidence("첫째"), strengths=(0.0,) * len(asked.terms))
    misfit = make_candidate(
        make_evidence("둘째", start=99), strengths=(1.0,) * len(asked.terms), fits_year=False
    )
    weights = {one.form: 1.0 for one in asked.terms}
    chosen = select(asked, make_retrieved(best, misfit, **weights), [best])
    assert [one.quote for one in chosen] == ["첫째"]


def test_the_same_stretch_is_not_quoted_twice() -> None:
    asked = asking("도서관 장서와 주민자치회 운영은?")
    best = make_candidate(make_evidence("○ 도서관 장서"), strengths=(0.0,) * len(asked.terms))
    inside = make_candidate(make_evidence("도서관", start=2), strengths=(1.0,) * len(asked.terms))
    weights = {one.form: 1.0 for one in asked.terms}
    assert len(select(asked, make_retrieved(best, inside, **weights), [best])) == 1


def test_each_place_that_is_compared_has_its_own_statement() -> None:
    asked = asking("보령시와 파주시 중 감사가 많은 곳은?")
    boryeong = make_candidate(make_evidence("ㄱ", document=make_document(municipality="보령시")))
    paju = make_candidate(
        make_evidence("ㄴ", document=make_document(id="kr-paju/a", municipality="파주시"))
    )
    chosen = select(asked, make_retrieved(boryeong, paju), [paju, paju, boryeong])
    assert [one.quote for one in chosen] == ["ㄱ", "ㄴ"]


def test_each_question_of_two_in_one_has_its_own_statement() -> None:
    asked = asking("위원은 몇 명이고 공원은 언제 여나요?")
    assert asked.clauses == 2
    parts = [
        make_candidate(
            make_evidence(f"{clause}", start=99 * clause),
            strengths=tuple(float(term.clause == clause) for term in asked.terms),
            holds=(Asked.COUNT,),
        )
        for clause in range(2)
    ]
    chosen = select(asked, make_retrieved(*parts), parts)
    assert [one.quote for one in chosen] == ["0", "1"]


def test_candidates_that_hold_the_value_go_before_those_that_do_not() -> None:
    asked = asking("일상감사는 몇 건인가요?")
    empty = make_candidate(make_evidence("ㄱ"))
    holding = make_candidate(make_evidence("ㄴ"), holds=(Asked.COUNT,))
    misfit = make_candidate(make_evidence("ㄷ"), holds=(Asked.COUNT,), fits_place=False)
    found = make_retrieved(empty, holding, misfit)
    assert good_candidates(asked, found, DeclineOptions()) == (holding,)


def test_other_lines_that_print_the_value_asked_for_are_quoted_too() -> None:
    asked = asking("전액 국비로 하는 사업은 뭐야?")
    strengths = (1.0,) * len(asked.terms)
    lines = ("- 자동차 기술 : 모두 국비", "- 전지 개발 : 정하지 않음", "- 전기차 육성 : 모두 국비")
    found = [
        make_candidate(make_evidence(line, start=100 * at), strengths=strengths)
        for at, line in enumerate(lines)
    ]
    weights = {one.form: 1.0 for one in asked.terms}
    chosen = select(asked, make_retrieved(*found, **weights), found)
    assert [one.quote for one in chosen] == [lines[0], lines[2]]
    amount = asking("전지 개발 지원 비율은?")
    strengths = (1.0,) * len(amount.terms)
    found = [
        make_candidate(make_evidence(line, start=100 * at), strengths=strengths)
        for at, line in enumerate(lines)
    ]
    weights = {one.form: 1.0 for one in amount.terms}
    assert len(select(amount, make_retrieved(*found, **weights), found)) == 1


def test_where_something_is_is_quoted_beside_what_else_was_asked() -> None:
    asked = asking("국가산업단지는 어디에 얼마 면적으로 만드나요?")
    lines = ("• 면    적 : 152만㎡", "• 기    간 : 2023. ~ 2030.", "• 위    치 : 가람동 일원")
    strengths = (1.0,) * len(asked.terms)
    found = [
        make_candidate(make_evidence(line, start=100 * at), strengths=strengths)
        for at, line in enumerate(lines)
    ]
    weights = {one.form: 1.0 for one in asked.terms}
    chosen = select(asked, make_retrieved(*found, **weights), found)
    assert [one.quote for one in chosen] == [lines[0], lines[2]]
    area = asking("국가산업단지는 얼마 면적으로 만드나요?")
    found = [replace(one, strengths=(1.0,) * len(area.terms)) for one in found]
    assert len(select(area, make_retrieved(*found, **weights), found)) == 1
