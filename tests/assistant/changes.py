"""Two towns whose figures change over the years: documents for the tests of comparisons."""

from __future__ import annotations

from pathlib import Path

ANSEONG = """\
안성시 2023년 업무 계획

1. 재정
○ 2023년 예산 총액 : 6,000억 원 (일반회계 5,000억 원, 특별회계 1,000억 원)
○ 재정자립도는 2022년 28.4%, 2023년 31.9%이다.
○ 지방채 발행액은 2021년 320억 원, 2022년 240억 원, 2023년 80억 원이다.
○ 제1회 추가경정예산 규모는 430억 원이다.
○ 제2회 추가경정예산 규모는 260억 원이다.
○ 2022년 예비비 불용액은 3억 4,500만 원이다.
○ 물 절약률은 2022년 전년 대비 2.5%p 오른 40.5%이다.

2. 복지
○ 노인복지관 이용자는 2021년 12,000명, 2022년 15,400명, 2023년 18,000명이다.
○ 다함께돌봄센터는 2022년 6개소, 2023년 9개소이다.
○ 제3기 청년정책위원회 : 25명 위촉
○ 제4기 청년정책위원회 : 30명 위촉
○ 제12회 평생학습축제 : 방문객 8,200명
○ 1분기 상담 건수는 1,240건이다.
○ 2분기 상담 건수는 1,530건이다.
○ 방문간호 대상 시민 28명을 선정했다.

3. 행사
○ 한마음 체육대회 개최 : 2023년 10월 14일
○ 시민의 날 기념식은 10월 1일에 열렸다.
○ 수소충전소 준공 : 2023년 4월
○ 물놀이장 개장 : 2023년 7월 8일

4. 부서별 예산 절감 현황
| 부서 | 절감액 | 절감 건수 |
| 도로과 | 4억 원 | 31건 |
| 복지과 | 12억 원 | 8건 |
| 환경과 | 21억 원 | 15건 |
"""

ICHEON = """\
이천시 2023년 업무 계획

1. 재정
○ 2023년 예산 총액 : 4,800억 원
○ 재정자립도는 2022년 40.1%, 2023년 38.6%이다.

2. 행사
○ 도자기 장터는 2023년 4월 26일부터 5월 7일까지 개최한다.

3. 경로당
| 구분 | 2021년 | 2022년 | 2023년 |
| 경로당 수(개소) | 410 | 418 | 423 |
| 경로당 운영비(백만원) | 1,200 | 1,350 | 1,500 |
"""

_ROWS = """\
file,title,municipality,document_type,published_on,fiscal_year
anseong.txt,2023년 업무 계획,경기도 안성시,plan,2023-01-10,2023
icheon.txt,2023년 업무 계획,경기도 이천시,plan,2023-01-12,2023
"""


def write_changes(folder: Path) -> Path:
    """Write the documents and their catalogue into a new folder, and give the folder back."""
    folder.mkdir()
    (folder / "anseong.txt").write_text(ANSEONG, encoding="utf-8")
    (folder / "icheon.txt").write_text(ICHEON, encoding="utf-8")
    (folder / "catalog.csv").write_text(_ROWS, encoding="utf-8")
    return folder
