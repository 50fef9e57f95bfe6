"""Two made-up reports of real towns, in which items and years stand side by side in prose."""

from __future__ import annotations

from pathlib import Path

REPORT = """\
동해시 2024년 하천 정비 결과

□ 총괄
 ○ 점검 : 310건, 2,150억원
 ○ 절약 : 94억원 (요청액의 4.4%)
  ※ 2023년 결과 - 280건 1,900억원 점검, 121억원(6.4%) 절약

□ 나눠 본 절약
 구역별로는 북부 70건에서 41억원, 중부 150건에서 35억원, 남부 90건에서 18억원을 아꼈다.

□ 부서 평가
 부서별로는 하천관리과가 93.7점으로 앞섰으며 도로정비과(92.9점)와 녹지과(90.2점)가 뒤를 이었다.

□ 새 사업
 새로 시작하는 사업은 ▲물길 산책로 24억원 ▲제방 보강 52억원 ▲둔치 주차장 9억원 등이다.
"""
OTHER = """\
태백시 2024년 하천 정비 결과

태백시는 2024년 하천 정비로 88억원을 절약했다고 밝혔다. 최근 4년간 평균 절약액은 61억원이다.
"""


def write_reports(folder: Path) -> Path:
    """Write the reports and their catalogue into a new folder, and give the folder back."""
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    (folder / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher\n"
        "report.txt,2024년 하천 정비 결과,강원특별자치도 동해시,plan,,2024,,동해시\n"
        "other.txt,2024년 하천 정비 결과,강원특별자치도 태백시,plan,,2024,,태백시\n",
        encoding="utf-8",
    )
    return folder
