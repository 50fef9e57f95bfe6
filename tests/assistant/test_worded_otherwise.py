"""Questions whose answer stands there in other words, in the line before, or in a list below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import assistant
from tests.assistant.towns import explain, opened, quotes

Ask = Callable[..., assistant.Answer]

REPORT = """\
파주시, 조직 다듬고 감사 결과 공개
파주시 소식 | 2031-03-04

파주시가 4일 2031년 운영 방향을 알렸다.

직원 만족도 조사에는 1,240명이 답해 응답률 62.4%를 보였다. 문화센터가 91.5%로 가장 높았다. \
반대로 차량등록사업소는 33.0%로 꼴찌였다.

경기도 종합감사에서는 잘못 처리한 업무 58건이 드러났다. \
신분상 처분은 경징계 3명, 훈계 41명, 주의 12명이다.

돈이 가장 많이 가는 분야는 교통이다. 812억원을 써서 전체의 31.4%를 차지한다.

과태료 징수율이 낮은 차례로 주차관리과 41.2%, 환경지도과 55.0%, 위생과 63.7% 등이다.

1억원 이상 체납자는 명단을 공개한다. 2천만원 이상 보조사업은 외부 점검을 받는다.

조직도 바뀐다. 총무국은 자치행정국, 산업국은 미래산업국이 된다. \
체육과는 생활체육과로 이름을 바꾼다. \
이번에 모두 2국 4과 11팀이 새로 생긴다. 홍보관은 없애고 기록관을 새로 둔다.

민원 처리 지침은 '담당자 초안 → 법률 검토 → 시민 의견 → 확정' 차례를 거쳤다.

파주시는 안전도시 평가에서 전국 75개 시 가운데 최우수 기관으로 뽑혀 \
상금 2억원을 받는다.

시는 5대 목표를 내걸었다.

△ 걷기 좋은 거리(8개 과제) : 보도 넓히기, 가로등 교체 등
△ 가까운 의료(6개 과제) : 방문 진료, 야간 약국
△ 배우는 마을(7개 과제) : 마을 강좌, 야학
△ 깨끗한 물(4개 과제) : 하수관 정비 등
△ 열린 행정(9개 과제) : 회의 공개

새해 예산에 넣으려는 사업은 37건, 1,250억 원이다.
"""

PLAN = """\
파주시 중기 관리 계획

1. 주요 지표
- 쌈지공원(개소) : (’29) 14 → (’33) 22
- 공공자전거(대) : (’29) 310 → (’33) 500

2. 재원 나누기
분야별 금액과 비중
· 생활도로 손질  18억 2,000만 원  52.0%  (보도, 가로등)
· 하천 가꾸기  11억 9,000만 원  34.0%  (둔치)
· 나무 심기  9.6%
· 안내판 바꾸기  4.4%

3. 새해 3대 과제
파주시는 다음 3대 과제를 골랐다.
□ 과제 1. 밤길 밝히기
 ○ 등 1,200개 교체
□ 과제 2. 물길 살리기
 ○ 둔치 3곳
□ 과제 3. 골목 가게 돕기
 ○ 임차료 지원
□ 참고 : 지난해 과제

4. 민원서비스 종합평가
- 우리 시 결과 : '나' 등급(상위 30%)
- 작년 점수는 82.4점이고 등급은 한 계단 올랐다.

5. 기금 사업
(1) 마을기금 : 45억원
  - 장터 지붕 18억원, 경로당 온돌 21억원, 학교길 울타리 6억원
"""

CATALOGUE = """\
file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher
report.txt,파주시 운영 방향과 감사 결과,경기도 파주시,press,2031-03-04,2031,,파주시
plan.txt,파주시 중기 관리 계획,경기도 파주시,plan,2031-01-10,2031,,파주시
"""


@pytest.fixture(scope="module")
def ask_worded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Answers over one report and one plan."""
    files = {"report.txt": REPORT, "plan.txt": PLAN, "catalog.csv": CATALOGUE}
    with opened(tmp_path_factory.mktemp("worded"), files) as snapshot:
        yield lambda question, *history: explain(snapshot, question, *history).answer


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        # A superlative that is said of the measure of the sentence before, or in an order.
        ("파주시 직원 만족도 조사 응답률 제일 높은 곳", "문화센터가 91.5%로 가장 높았다"),
        ("파주시 직원 만족도 조사에서 응답률이 가장 낮은 데가 어디야?", "33.0%로 꼴찌"),
        ("파주시 과태료 징수율 제일 낮은 과랑 수치", "주차관리과 41.2%"),
        # Other words for what was found, what was done and what comes to be.
        ("파주시 종합감사에서 적발된 게 총 몇 건이야?", "58건이 드러났다"),
        ("파주시 종합감사에서 지적된 업무는 몇 건인가요?", "58건이 드러났다"),
        ("파주시 종합감사에서 훈계 받은 직원은 몇 명인가요?", "훈계 41명"),
        ("파주시 종합감사로 주의를 받은 공무원은 몇 명이야?", "주의 12명"),
        ("파주시 민원 처리 지침은 어떤 순서로 만들었나요?", "법률 검토"),
        ("파주시는 안전도시 평가에서 어떤 성적을 거두었나요?", "최우수 기관"),
        ("파주시가 새해 예산에 반영하려는 사업은 몇 건이고 금액은 얼마인가요?", "1,250억"),
        ("파주시 조직개편으로 국, 과, 팀이 각각 몇 개 새로 생기나요?", "2국 4과 11팀"),
        ("파주시 총무국 새 명칭", "총무국은 자치행정국"),
        ("파주시 체육과의 새 명칭은 무엇인가요?", "생활체육과로 이름을 바꾼다"),
        # A rule is no list, though the list of names that it speaks of is one.
        ("파주시 체납자 명단공개 기준", "1억원 이상 체납자"),
        # Two measures at once.
        ("파주시 교통 분야 금액 비중", "31.4%"),
        ("파주시 민원서비스 종합평가 점수와 등급이 어떻게 되나요?", "82.4점"),
        ("파주시는 민원서비스 종합평가에서 어떤 등급을 받았나요?", "'나' 등급"),
        # Where a course of years leads is a goal.
        ("파주시 쌈지공원은 2033년까지 몇 개소가 목표인가요?", "(’33) 22"),
        ("파주시 공공자전거 2033년 목표는 몆 대인가요?", "(’33) 500"),
        ("파주시 공공자전거 2033년 목표는 몃 대인가요?", "(’33) 500"),
    ],
)
def test_the_answer_is_found_in_other_words(ask_worded: Ask, question: str, wanted: str) -> None:
    answer = ask_worded(question)
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert wanted in quotes(answer)


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        ("파주시 재원에서 비중이 가장 작은 분야는 무엇인가요?", "안내판 바꾸기"),
        ("파주시 재원에서 비중이 가장 큰 분야는 무엇인가요?", "생활도로 손질"),
        ("파주시 마을기금 사업 중에 돈 제일 많이 드는 게 뭐임", "경로당 온돌"),
    ],
)
def test_the_largest_of_figures_side_by_side_is_picked(
    ask_worded: Ask, question: str, winner: str
) -> None:
    answer = ask_worded(question)
    assert answer.calculations or winner in answer.text
    assert winner in answer.text


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "파주시의 5대 목표는 무엇입니까?",
            ("걷기 좋은 거리", "가까운 의료", "배우는 마을", "깨끗한 물", "열린 행정"),
        ),
        ("파주시의 새해 3대 과제는 뭐예요?", ("밤길 밝히기", "물길 살리기", "골목 가게 돕기")),
    ],
)
def test_all_that_was_announced_is_listed(
    ask_worded: Ask, question: str, items: tuple[str, ...]
) -> None:
    answer = ask_worded(question)
    assert all(item in answer.text for item in items)
    assert "지난해 과제" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "파주시 직원 만족도 조사에서 비용이 가장 많이 든 곳은 어디인가요?",
        "파주시 도서관 대출률 제일 높은 곳",
        "파주시 종합감사에서 파면된 공무원은 몇 명인가요?",
        "파주시의 6대 목표는 무엇입니까?",
        "파주시 여권과의 새 명칭",
        "파주시 도로포장 목표는 2033년까지 몇 개소인가요?",
        "파주시 조직개편으로 실, 담당관이 각각 몇 개 새로 생기나요?",
    ],
)
def test_a_near_miss_is_declined(ask_worded: Ask, question: str) -> None:
    assert ask_worded(question).status is assistant.AnswerStatus.NOT_FOUND
