from typing import cast

import corpus
import index
from assistant.examples import ExampleOptions, example_question, welcome
from assistant.types import AnswerStatus
from tests.assistant.face import FakeAssistant, FakeSnapshot
from tests.factories import make_corpus, make_document, make_fact, make_reading


def make_snapshot(*readings: corpus.Reading) -> index.Snapshot:
    return cast("index.Snapshot", FakeSnapshot(make_corpus(*readings)))


def test_a_question_names_the_place_the_year_and_the_thing_with_its_particle() -> None:
    assert (
        example_question(make_fact(), "ko") == "보령시 2022년 무궁화수목원 보완사업은 얼마인가요?"
    )
    ratio = make_fact(name="재정자립도", fiscal_year=None, amount_krw=None, unit="%")
    assert example_question(ratio, "ko") == "보령시 재정자립도는 몇 %인가요?"
    assert example_question(make_fact(name="예산 SOC"), "ko").endswith("예산 SOC은(는) 얼마인가요?")
    assert "2022" in example_question(make_fact(), "en")
    told = make_fact(name="2022년 국비 목표")
    assert example_question(told, "ko") == "보령시 2022년 국비 목표는 얼마인가요?"
    assert example_question(told, "en").count("2022") == 1


def test_examples_are_asked_before_they_are_offered() -> None:
    assistant = FakeAssistant()
    offer = welcome(make_snapshot(make_reading()), assistant)
    assert offer.examples["ko"] == (example_question(make_fact(), "ko"),)
    assert {question.text for question in assistant.asked} == {
        *offer.examples["ko"],
        *offer.examples["en"],
    }
    assert offer.municipalities == ("충청남도 보령시",)


def test_what_is_not_answered_is_not_offered() -> None:
    assistant = FakeAssistant(status=AnswerStatus.NOT_FOUND)
    offer = welcome(make_snapshot(make_reading()), assistant)
    assert offer.examples == {"ko": (), "en": ()}
    assert assistant.asked


def test_an_answer_from_another_document_does_not_prove_an_example() -> None:
    # The fake always cites the first document; the second one's fact is thus never proved.
    other = make_document(id="kr-incheon/plan", municipality="인천광역시")
    offer = welcome(make_snapshot(make_reading(), make_reading(document=other)), FakeAssistant())
    assert offer.examples["ko"] == (example_question(make_fact(), "ko"),)
    assert offer.municipalities == ("인천광역시", "충청남도 보령시")


def test_no_question_is_made_of_a_doubtful_or_hostile_fact() -> None:
    facts: list[dict[str, object]] = [
        {"flags": ("contradicted",)},
        {"name": "<script>"},
        {"name": "가" * 80},
        {"name": "무궁화\u202e수목원"},
        {"value": None},
        {"amount_krw": None, "unit": None},
        {"amount_krw": None, "unit": "위"},
        {"comparator": "at_least"},
        {"kind": corpus.FactKind.CONTACT},
    ]
    assistant = FakeAssistant()
    offer = welcome(make_snapshot(make_reading(facts=facts)), assistant, ExampleOptions())
    assert offer.examples == {"ko": (), "en": ()}
    assert assistant.asked == []
