"""The measures themselves: what counts as said, cited, verbatim and found in no source."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import assistant
import corpus
import index
from tests.evaluation.__main__ import (
    KEPT,
    SETS,
    Trial,
    failure_row,
    kept_rows,
    main,
    measure,
)
from tests.evaluation.measures import (
    Case,
    is_in_place,
    is_verbatim,
    judge,
    loose_numbers,
    read_cases,
    says,
    summary,
)
from tests.evaluation.overlap import Evidence
from tests.factories import make_document

TEXT = "○ 2022년 예산 총액 : 8,100억 원"
DOCUMENT = make_document(title="시정 계획")
CITATION = assistant.Citation(
    number=1,
    document=DOCUMENT,
    section=("1. 재정",),
    page=corpus.Page(),
    quote=TEXT,
    start=0,
    end=len(TEXT),
    url="",
)
ANSWER = assistant.Answer(
    status=assistant.AnswerStatus.ANSWERED,
    text="예산 총액 8,100억 원입니다 [1].",
    language="ko",
    snapshot_id="x",
    citations=(CITATION,),
)
CASE = Case(
    id="q1",
    question=assistant.Question(text="예산은?"),
    kind="budget",
    register="terse",
    category="",
    wanted=(("8,100억", "8100억"),),
    evidence=(Evidence(text=TEXT, sources=(DOCUMENT.source,)),),
)
NEAR_MISS = replace(CASE, category="other_city", wanted=(), evidence=())


@pytest.mark.parametrize(
    ("text", "variant", "is_said"),
    [
        ("8,100억 원입니다", "8,100 억", True),
        ("18,100억", "8,100억", False),
        ("69.5%", "69", False),
        ("69%", "69", True),
        ("Smart City", "smart city", True),
    ],
)
def test_a_number_is_said_only_whole(text: str, variant: str, is_said: bool) -> None:
    assert says(text, variant) is is_said


def test_a_right_answer_is_right_cited_and_grounded() -> None:
    outcome = judge(CASE, ANSWER, {DOCUMENT.id: TEXT}, 5.0)
    assert outcome.is_good
    found = summary([outcome])
    for name in ("accuracy", "accuracy_with_citation", "citation_precision", "citation_recall"):
        assert found[name] == 1.0
    assert found["number_faithfulness"] == found["quotes_verbatim"] == 1.0
    assert found["declined"] is None
    assert found["by_kind"] == {"budget": "1/1"}


def test_each_fault_shows_in_its_own_measure() -> None:
    wrong = replace(ANSWER, text="8,200억 원입니다 [1].")
    found = summary([judge(CASE, wrong, {DOCUMENT.id: TEXT}, 5.0)])
    assert (found["accuracy"], found["number_faithfulness"]) == (0.0, 0.0)
    elsewhere = replace(CITATION, document=replace(DOCUMENT, source="other.txt"))
    moved = replace(ANSWER, citations=(elsewhere,))
    found = summary([judge(CASE, moved, {DOCUMENT.id: TEXT}, 5.0)])
    assert (found["accuracy"], found["accuracy_with_citation"]) == (1.0, 0.0)
    assert (found["citation_precision"], found["citation_recall"]) == (0.0, 0.0)
    shifted = replace(ANSWER, citations=(replace(CITATION, start=1),))
    found = summary([judge(CASE, shifted, {DOCUMENT.id: TEXT}, 5.0)])
    assert (found["quotes_verbatim"], found["offsets_true"]) == (1.0, 0.0)
    altered = replace(ANSWER, citations=(replace(CITATION, quote=TEXT.replace("8", "9")),))
    found = summary([judge(CASE, altered, {DOCUMENT.id: TEXT}, 5.0)])
    assert (found["quotes_verbatim"], found["offsets_true"]) == (0.0, 0.0)


def test_good_answers_are_counted_by_kind_and_by_register_and_refusals_by_reason() -> None:
    texts = {DOCUMENT.id: TEXT}
    silent = replace(ANSWER, text="모릅니다 [1].")
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, citations=())
    polite = replace(CASE, kind="list", register="polite")
    found = summary(
        [
            judge(CASE, ANSWER, texts, 1.0),
            judge(CASE, silent, texts, 1.0),
            judge(polite, ANSWER, texts, 1.0),
            judge(NEAR_MISS, declined, texts, 1.0),
        ]
    )
    assert found["by_kind"] == {"budget": "1/2", "list": "1/1"}
    assert found["by_register"] == {"polite": "1/1", "terse": "2/3"}
    assert found["by_category"] == {"other_city": "1/1"}
    assert (found["accuracy"], found["declined"]) == (0.667, 1.0)


def test_citations_beside_the_point_cost_precision_and_missing_ones_recall() -> None:
    other = replace(CITATION, number=2, quote="○ 관광객 : 12만 명", start=40, end=53)
    second = Evidence(text="△ 시립도서관 휴관일 : 매주 월요일", sources=(DOCUMENT.source,))
    both = replace(CASE, evidence=(*CASE.evidence, second))
    answer = replace(ANSWER, citations=(CITATION, other))
    found = summary([judge(both, answer, {DOCUMENT.id: TEXT}, 1.0)])
    assert (found["citation_precision"], found["citation_recall"]) == (0.5, 0.5)
    assert found["quotes_verbatim"] == found["offsets_true"] == 0.5


def test_retrieval_and_times_are_in_the_summary() -> None:
    outcomes = [judge(CASE, ANSWER, {}, float(at), (3,)) for at in range(1, 22)]
    found = summary([*outcomes, judge(NEAR_MISS, ANSWER, {}, 500.0)])
    assert found["retrieval"] == {
        "questions": 21,
        "recall@1": 0.0,
        "recall@5": 1.0,
        "recall@10": 1.0,
        "recall@30": 1.0,
        "ndcg@10": 0.5,
    }
    assert found["milliseconds"] == {"p50": 11.5, "p95": 20.0}


def test_a_near_miss_must_be_declined_and_only_a_false_premise_may_be_corrected() -> None:
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, citations=())
    corrected = replace(ANSWER, status=assistant.AnswerStatus.CORRECTED)
    premise = replace(NEAR_MISS, category="false_premise")
    assert judge(NEAR_MISS, declined, {}, 1.0).is_declined
    assert not judge(NEAR_MISS, ANSWER, {}, 1.0).is_declined
    assert not judge(NEAR_MISS, corrected, {}, 1.0).is_declined
    assert judge(premise, corrected, {}, 1.0).is_declined


def test_an_answer_that_pastes_the_document_is_not_correct() -> None:
    long = replace(ANSWER, text=ANSWER.text + "가" * 700)
    assert not judge(CASE, long, {}, 1.0).is_correct
    assert judge(replace(CASE, kind="list"), long, {}, 1.0).is_correct


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("2022년 8,100억 원 [1]", ()),
        ("2022년 1월 6일 [1]", ()),
        ("8,101억 원 [1]", ("8101",)),
        ("8,100.0억 원 [1]", ()),
        ("1조 원 [1]", ()),
        ("2조 원 [1]", ("2",)),
    ],
)
def test_a_number_that_no_source_prints_is_loose(text: str, loose: tuple[str, ...]) -> None:
    headed = replace(CITATION, section=("1. 재정",))
    assert loose_numbers(replace(ANSWER, text=text, citations=(headed,))) == loose


def test_a_shown_calculation_is_a_source() -> None:
    shown = assistant.Calculation(
        expression="8,100억 원 + 8,100억 원", result="1조 6,200억 원", inputs=(1,)
    )
    answer = replace(ANSWER, text="1조 6,200억 원입니다 [1].")
    assert loose_numbers(answer) == ("6200",)
    assert loose_numbers(replace(answer, calculations=(shown,))) == ()


def test_a_quote_is_verbatim_anywhere_but_in_place_only_at_its_offsets() -> None:
    for text, is_anywhere, is_there in ((TEXT, True, True), (" " + TEXT, True, False)):
        assert is_verbatim(CITATION, {DOCUMENT.id: text}) is is_anywhere
        assert is_in_place(CITATION, {DOCUMENT.id: text}) is is_there
    assert not is_verbatim(CITATION, {})
    assert not is_in_place(CITATION, {})


def test_an_answer_without_a_source_is_not_faithful() -> None:
    bare = replace(ANSWER, citations=())
    assert loose_numbers(bare) == ("8100",)
    found = summary([judge(CASE, bare, {}, 1.0)])
    assert found["number_faithfulness"] == 0.0
    declined = replace(bare, status=assistant.AnswerStatus.NOT_FOUND)
    assert loose_numbers(declined) == ()


def test_a_wrong_answer_names_the_first_step_that_failed() -> None:
    texts = {DOCUMENT.id: TEXT}
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, citations=())
    elsewhere = replace(CITATION, document=replace(DOCUMENT, source="other.txt"))
    moved = replace(ANSWER, citations=(elsewhere,))
    silent = replace(ANSWER, text="모릅니다 [1].")
    loose = replace(ANSWER, text="8,100억 원이고 77명입니다 [1].")
    assert judge(CASE, declined, texts, 1.0, (None,)).fault == "not_retrieved"
    assert judge(CASE, declined, texts, 1.0, (2,)).fault == "declined"
    assert judge(CASE, moved, texts, 1.0, (2,)).fault == "not_chosen"
    assert judge(CASE, silent, texts, 1.0, (1,)).fault == "not_said"
    assert judge(CASE, loose, texts, 1.0, (1,)).fault == "loose_number"
    assert judge(CASE, ANSWER, texts, 1.0, (1,)).fault == ""


def test_a_near_miss_given_as_an_answer_is_told_from_one_declined_badly() -> None:
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, citations=())
    refused = replace(declined, status=assistant.AnswerStatus.REFUSED)
    neighbour = replace(CASE, category="other_year", evidence=(), statuses=frozenset({"not_found"}))
    assert judge(neighbour, ANSWER, {}, 1.0).fault == "answered"
    assert judge(neighbour, refused, {}, 1.0).fault == "wrong_status"
    assert judge(neighbour, replace(declined, text="없습니다."), {}, 1.0).fault == "not_named"
    premise = replace(CASE, category="false_premise")
    corrected = replace(ANSWER, status=assistant.AnswerStatus.CORRECTED, citations=())
    assert judge(premise, replace(corrected, text="8,100억"), {}, 1.0).fault == "not_cited"
    found = summary([judge(neighbour, ANSWER, {}, 1.0), judge(neighbour, refused, {}, 1.0)])
    assert found["faults"] == {"answered": 1, "wrong_status": 1}


def test_declining_what_can_be_answered_is_counted() -> None:
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, citations=())
    found = summary([judge(CASE, declined, {}, 1.0), judge(CASE, ANSWER, {}, 1.0)])
    assert found["answerable_declined"] == 0.5
    assert found["fully_right"] == 0.5


def test_rows_that_other_documents_answer_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    rows = [{"id": "a", "question": "?"}, {"id": "b", "question": "??", "elsewhere": "x.txt"}]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert [one.id for one in read_cases(path)] == ["a", "b"]
    assert [one.id for one in read_cases(path, left_out="elsewhere")] == ["a"]


def test_a_kept_result_prints_no_words_of_other_peoples_questions() -> None:
    row = failure_row(judge(CASE, replace(ANSWER, text="모릅니다."), {DOCUMENT.id: TEXT}, 1.0))
    found = {"version": "1", "library": {"wrong": [row]}, "seeds": {"wrong": [row]}}
    kept = kept_rows(found | {"together": {"skipped": "not there"}})
    assert kept["library"]["wrong"] == [row]
    assert set(kept["seeds"]["wrong"][0]) == set(KEPT)
    assert kept["together"] == {"skipped": "not there"}


def test_the_sets_of_the_project_can_be_read() -> None:
    names = ("library_qa", "library_shapes", "library_english")
    answerable = [one for name in names for one in read_cases(SETS / f"{name}.jsonl")]
    declined = read_cases(SETS / "library_unanswerable.jsonl")
    assert all(one.wanted and one.evidence and not one.category for one in answerable)
    assert all(one.category for one in declined)


def test_a_trial_whose_documents_are_elsewhere_is_skipped_with_its_reason(tmp_path: Path) -> None:
    trial = Trial(name="gone", folders=(tmp_path / "seeds",), sets=())
    found = measure(trial, tmp_path, index.HashingEmbedder())
    assert found == {"skipped": "not beside this checkout: seeds"}


def test_a_row_that_says_what_is_there_instead_is_held_to_it() -> None:
    words = "2021년 값은 없습니다. 2022년 값은 있습니다."
    declined = replace(ANSWER, status=assistant.AnswerStatus.NOT_FOUND, text=words, citations=())
    neighbour = replace(
        NEAR_MISS, category="other_year", wanted=(("2022",),), statuses=frozenset({"not_found"})
    )
    assert judge(neighbour, declined, {}, 1.0).is_good
    assert not judge(neighbour, replace(declined, text="없습니다."), {}, 1.0).is_good
    refused = replace(declined, status=assistant.AnswerStatus.REFUSED)
    assert judge(neighbour, refused, {}, 1.0).is_declined
    assert not judge(neighbour, refused, {}, 1.0).is_good


def test_a_correction_cites_what_it_corrects_with() -> None:
    premise = replace(CASE, category="false_premise", statuses=frozenset({"corrected"}))
    corrected = replace(ANSWER, status=assistant.AnswerStatus.CORRECTED)
    assert judge(premise, corrected, {DOCUMENT.id: TEXT}, 1.0).is_good
    assert not judge(premise, replace(corrected, citations=()), {}, 1.0).is_good


def test_a_quoted_table_does_not_say_which_row_is_the_first() -> None:
    which = replace(CASE, wanted=(("공사",),), rivals=("용역",))
    table = replace(ANSWER, text="나라시 「공사와 용역」: “| 공사 | 9 |\n| 용역 | 4 |” [1]")
    assert not judge(which, table, {}, 1.0).is_correct
    said = replace(table, text="공사가 가장 많습니다 [1].\n" + table.text)
    assert judge(which, said, {}, 1.0).is_correct
    alone = replace(table, text="나라시: “| 공사 | 9 |” [1]")
    assert judge(which, alone, {}, 1.0).is_correct


@pytest.mark.slow
def test_the_shipped_library_is_answered_faithfully_even_without_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--only", "library", "--model", index.HASHING_MODEL, "--data", str(tmp_path)]
    results = tmp_path / "results"
    assert main([*arguments, "--save", "trial", "--results", str(results)]) == 0
    found = json.loads(capsys.readouterr().out)["library"]
    kept = json.loads((results / "trial.json").read_text(encoding="utf-8"))["library"]
    assert kept.pop("wrong")
    assert kept == found
    assert found["number_faithfulness"] == 1.0
    assert found["quotes_verbatim"] == found["offsets_true"] == 1.0
    names = {"library_qa", "library_shapes", "library_english", "library_unanswerable"}
    assert set(found["by_set"]) == names
    assert found["retrieval"]["recall@30"] >= found["retrieval"]["recall@1"] > 0.5
    assert found["declined"] >= 0.85
    assert found["accuracy_with_citation"] >= 0.65
