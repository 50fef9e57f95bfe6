"""A made-up bulletin of one real town, in which changes, parts and rates stand in running text."""

from __future__ import annotations

from pathlib import Path

BULLETIN = """\
파주시 2023년 시정 소식

1. 민원
○ 여권 평균 발급일은 8.4일에서 5.1일로 줄었다.
○ 상담 창구 12개 → 18개(‘24.)
○ 방문 상담 대상자 640명(’22년 590명)
○ 친절도 88.2점, 평균 81.7점보다 6.5점 위

2. 재정
2023년 자체수입은 820억 원(전년 대비 70억 원↑), 이전재원은 3,100억 원(120억 원↑)으로 집계됐다.
시민 1인당 채무액은 21만 원으로 전년보다 3만 5000원 줄었다.
제1회 추경 규모 : 5,400억 원 (당초 5,000억 원, 400억 원 증)
체육시설 투자는 유사 도시 평균 300억 원을 45억 원 웃돈다.
기금 적립금은 96억 원으로 전년보다 16억 원(20.0%) 늘었다.

3. 감사
제도별로는 계약심사가 40건에 검토금액 150억 원이고 일상감사가 30건에 검토금액 90억 원이다.
한 해 보고한 안건은 모두 240건이다. 이 가운데 새로 시작하는 신규안건이 60건이다.
올해 확정한 것은 80개 과제 136개 세부지표다.

4. 지원
○ 새로 찾은 사업은 △하천 산책로(30억 원) △하천 물놀이장(12억 원) △청년 창업관(50억 원)이다.
○ 숲해설사 양성 수당 : 250명, 1인당 40만 원
○ 캠핑장 이용료 : 1박 8만 원, 시민 25% 할인
"""


def write_bulletin(folder: Path) -> Path:
    """Write the bulletin and its catalogue into a new folder, and give the folder back."""
    folder.mkdir()
    (folder / "bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    (folder / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher\n"
        "bulletin.txt,2023년 시정 소식,경기도 파주시,plan,2023-12-05,2023,,파주시\n",
        encoding="utf-8",
    )
    return folder
