import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.types import Answer, AnswerStatus, Calculation, Citation
from assistant.wire import answer_events, answer_row, encode, event, pieces
from tests.assistant.face import read_events
from tests.factories import make_document, make_fact


def make_answer() -> Answer:
    return Answer(
        status=AnswerStatus.ANSWERED,
        text="690억 원입니다 [1].\n둘째 줄",
        language="ko",
        snapshot_id="s1",
        citations=(
            Citation(
                number=1,
                document=make_document(),
                section=("제1장", "1."),
                page=corpus.Page(printed="12", physical=14),
                quote="총사업비 690억 원",
                start=5,
                end=15,
                url="/documents/kr-boryeong/plan-2022?from=5&to=15#cited",
            ),
        ),
        calculations=(Calculation(expression="1 + 1", result="2", inputs=(1,)),),
        facts=(make_fact(),),
        timings_ms={"retrieve": 3.14159},
    )


def make_row() -> dict[str, object]:
    document = make_document()
    return answer_row(make_answer(), {document.id: document})


def test_an_answer_leaves_with_the_fields_of_the_contract() -> None:
    row = json.loads(encode(make_row()))
    assert row["status"] == "answered"
    assert row["snapshot"] == "s1"
    assert row["query"] is None
    assert row["timings_ms"] == {"retrieve": 3.1}
    assert row["calculations"] == [{"expression": "1 + 1", "result": "2", "inputs": [1]}]
    assert row["facts"][0]["amount_krw"] == 69_000_000_000
    (citation,) = row["citations"]
    assert {key: citation[key] for key in ("number", "section", "page", "start", "end")} == {
        "number": 1,
        "section": ["제1장", "1."],
        "page": "12",
        "start": 5,
        "end": 15,
    }
    assert citation["document"]["published_on"] == "2022-01-06"
    assert citation["document"].keys() >= {
        "id",
        "source",
        "title",
        "municipality",
        "source_url",
        "licence",
    }


def test_a_document_without_a_date_says_null() -> None:
    document = make_document(published_on=None)
    answer = make_answer()
    citation = Citation(
        **{name: getattr(answer.citations[0], name) for name in Citation.__slots__}
        | {"document": document}
    )
    changed = Answer(
        status=answer.status,
        text=answer.text,
        language="ko",
        snapshot_id="s1",
        citations=(citation,),
    )
    assert answer_row(changed, {})["citations"][0]["document"]["published_on"] is None
    assert make_document().published_on == date(2022, 1, 6)


def test_an_amount_of_more_than_64_bits_stays_whole() -> None:
    document = make_document()
    answer = Answer(
        status=AnswerStatus.ANSWERED,
        text="",
        language="ko",
        snapshot_id="s1",
        facts=(make_fact(amount_krw=10**30),),
    )
    row = answer_row(answer, {document.id: document})
    assert json.loads(encode(row))["facts"][0]["amount_krw"] == 10**30


def test_an_event_is_one_line_of_data_whatever_the_text() -> None:
    raw = event("text", {"text": "a\nb\r\n\ndata: forged"})
    assert raw.count(b"\n") == 3
    assert read_events(raw.decode()) == [("text", {"text": "a\nb\r\n\ndata: forged"})]


def test_the_events_hold_the_text_the_citations_and_at_last_everything() -> None:
    row = make_row()
    told = answer_events(row, characters=4)
    events = read_events(b"".join(event(name, data) for name, data in told).decode())
    names = [name for name, _ in events]
    assert names[-2:] == ["citation", "done"]
    assert set(names[:-2]) == {"text"}
    assert len(names) > 3
    assert "".join(data["text"] for name, data in events if name == "text") == row["answer"]
    assert events[-1][1] == json.loads(encode(row))


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_pieces_joined_are_the_text(text: str, characters: int) -> None:
    assert "".join(pieces(text, characters=characters)) == text
