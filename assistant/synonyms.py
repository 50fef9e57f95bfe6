"""Words that citizens and plans use for the same thing; none of any one city or document."""

from __future__ import annotations

from functools import cache

# Each line is one meaning. Everyday word, official word, English word.
_GROUPS = """
추경 추경예산 추가경정 추가경정예산
조치 행정상 재정상 신분상
처분 조치
돈 예산 금액 비용 사업비 총사업비 투입 budget cost
기재부 기획재정부
행안부 행정안전부
권익위 국민권익위원회 권익위원회
복지부 보건복지부
국토부 국토교통부
워크샵 워크숍 workshop
피시 pc 컴퓨터 computer
센터 센타 쎈터 쎈타 center centre
서비스 써비스 service services
데이터 데이타 data
와이파이 wifi
차비 교통비
발굴 찾아내 찾아낸
병원 진료 의료기관
짓다 지어 건립 신축 짓 건설 조성 build built construct
열다 열리 열린 열었 연다 여는 개최 개관 개막 열렸 held hold
문열 개관 개장 개소 open opened opening
뚫 개통 open opened
닫 폐쇄 폐지 close closed
뽑 선정 선발 위촉 채택 select selected
오 참석 참가 참여 왔 attend attended
끝 종료 만료 까지 임기 end
해마다 매년 연간 annually yearly
누가 참석자 주재
주재 이끈 이끌 진행 주재자
아끼 절감 절약 save saved saving
줄 감소 하락 줄어 decrease decreased
늘 증가 상승 늘어 늘었 increase increased
몇명 인원 명
여러 다수
빚 채무 부채 debt
인센티브 혜택 포상금
살림 재정 예산 살림규모 fiscal finance
사람 명 시민 인원
시민 주민 군민 도민 구민
산단 산업단지
예결위 예결특위 예산결산특별위원회 예산결산위원회
행감 행정사무감사
국감 국정감사
행자부 행정자치부
문체부 문화체육관광부
농식품부 농림축산식품부
해수부 해양수산부
산업부 산업통상자원부
과기부 과학기술정보통신부
고용부 고용노동부
여가부 여성가족부
중기부 중소벤처기업부
선관위 선거관리위원회
특교세 특교 특별교부세
지특회계 지역균형발전특별회계 균특회계
행복센터 행정복지센터
투심 투자심사 투융자심사
의미 뜻
당초 본예산 당초예산
추가 별도 따로
애쓰 노력 힘쓰
서류 서식
노약자 어르신 노인 고령자
공단 산업단지
동점 동점자 동률
1인당 인당 사람
점검 감사 감찰 조사 inspection
일상감사 routine daily regular audit
종합감사 comprehensive audit
청렴 integrity
예술단 예술단체 악단 합창단 무용단 극단 교향악단
만들 만든 작성 제작 made written prepared
부패 반부패 corruption
해저터널 undersea tunnel
공무원 직원 공직자 official officials
읍면동 주민센터
주민자치회 resident residents autonomy council councils
담당 소관 책임
목표 target goal
실적 성과 결과 result
지원 support
국비 national
모니터 monitor monitors
도서관 library
축제 행사 이벤트 event festival
선거 election
교육 training education
홈페이지 누리집 웹사이트 사이트 website
민원 civil complaint complaints petition service
등급 grade rating
기관 organisation organization agency institution
대상 target
개최 held
전시회 exhibition
구입 구매 buy purchase
투자심사 investment review appraisal
기준 threshold criterion 이상
위원회 committee
회의 meeting meetings
사업 project projects
계획 plan plans 예정
신속집행 조기집행 early execution
상반기 first half
건수 건 cases number
강아지 반려견 애견 반려동물 동물
예타 예비타당성조사 예비타당성
토하 추징 환수 회수 반환
깎 삭감 감액 감축
메꾸 메우 충당
마감 접수기간 신청기간 모집기간 기한
농사 농업 영농 경작
차비 교통비
가게 점포 상점 업소
어르신 노인 고령자 고령층
나라 국비 국고 정부
편지 서한 서한문 안내문
고치 수선 보수 수리 리모델링 개보수
농민 농업인 농가
쓰레기 폐기물
물난리 침수 수해 홍수
전기차 전기자동차
임산부 임신부 임부
맡 담당 소관 주관
나이 연령 age
따내 확보
밀 우리밀
의결 통과 가결 확정
완료 끝내 끝난 끝낸 마친 마치 마무리
달성 이룬 이뤘 채운 채웠
신청 접수 제출
개편 손보 손본 손질 다듬
순서 차례 수순
지적 적발 찾아냈 찾아낸 드러났 드러난
반영 넣으려 넣을 넣는 담을 담는
열리 가졌 가진 갖고 열어 연다 막을올
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _GROUPS.strip().splitlines():
        group = line.split()
        for word in group:
            table.setdefault(word, set()).update(group)
    return {word: frozenset(group - {word}) for word, group in table.items()}


def synonyms(word: str) -> frozenset[str]:
    """Other words for the same thing, without the word itself; empty where none is known."""
    return _table().get(word.lower(), frozenset())
