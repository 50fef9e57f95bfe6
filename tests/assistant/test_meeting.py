"""Meeting: each word is met as it is when it is asked alone, whatever was made ready for it."""

from __future__ import annotations

import index
from assistant.matching import MatchOptions, match_strength
from assistant.meeting import meet
from assistant.retrieve import RetrieveOptions, gather
from tests.assistant.drafts import asking, make_evidence


def test_words_made_ready_are_met_as_each_alone(towns: index.Snapshot) -> None:
    asked = asking("보령시 일상감사 건수를 늘린 이유는 무엇인가요?")
    evidence = gather(asked, towns, RetrieveOptions())
    weights = {term.form: 1.0 for term in asked.terms}
    found = meet(evidence, asked, weights, (), match=MatchOptions(), counted=0.7)
    assert len(found) == len(evidence) > 5
    for one, met in zip(evidence, found, strict=True):
        alone = tuple(
            match_strength(
                term.form,
                one.texts(),
                MatchOptions(),
                renderings=term.renderings,
                is_verb=term.is_verb and not one.is_group,
            )
            for term in asked.terms
        )
        assert met.strengths == alone
        assert met.coverage == sum(alone) / len(weights)


def test_what_a_line_tells_by_its_form_counts_as_said() -> None:
    asked = asking("보령시 보고회 장소는 어디인가요?")
    place = next(at for at, term in enumerate(asked.terms) if term.form == "장소")
    evidence = [
        make_evidence("보고회는 시청 대회의실에서 열렸다."),
        make_evidence("보고회는 2030년 3월 열렸다."),
    ]
    weights = {term.form: 1.0 for term in asked.terms}
    told, untold = meet(evidence, asked, weights, weights, match=MatchOptions(), counted=0.7)
    assert (told.strengths[place], untold.strengths[place]) == (0.7, 0.0)


def test_a_mark_is_met_by_itself_and_not_within_a_word() -> None:
    asked = asking("보령시 S등급 비율은 얼마인가요?")
    mark = next(at for at, term in enumerate(asked.terms) if term.form == "s")
    evidence = [
        make_evidence("등급은 S(10%)·A(30%)로 나눈다."),
        make_evidence("등급은 SNS로 알린다(30%)."),
    ]
    weights = {term.form: 1.0 for term in asked.terms}
    told, untold = meet(evidence, asked, weights, weights, match=MatchOptions(), counted=0.7)
    assert (told.strengths[mark], untold.strengths[mark]) == (1.0, 0.0)
