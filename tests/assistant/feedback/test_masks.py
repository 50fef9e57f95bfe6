import re
import time

import pytest

from assistant.feedback.masks import mask


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("제 번호는 010-1234-5678입니다", "전화번호"),
        ("01012345678로 연락 주세요", "전화번호"),
        ("010 1234 5678", "전화번호"),
        ("010.1234.5678", "전화번호"),
        ("+82 10-1234-5678", "전화번호"),
        ("(041) 930-1234", "전화번호"),
        ("02-123-4567", "전화번호"),
        ("０１０－１２３４－５６７８", "전화번호"),
        ("공일공 일이삼사 오육칠팔", "전화번호"),
        ("주민번호 900101-1234567", "주민등록번호"),
        ("9001011234567", "주민등록번호"),
        ("900101-1******", "주민등록번호"),
        ("메일은hong.gil+a@example.co.kr로", "전자우편"),
        ("ｈｏｎｇ＠example.com", "전자우편"),
        ("카드 1234-5678-9012-3456", "카드번호"),
        ("카드 1234 5678 9012 3456", "카드번호"),
        ("여권 M12345678", "여권번호"),
        ("차는 12가 3456", "차량번호"),
        ("계좌 110-123-456789", "번호"),
        ("계좌 3021234567891234", "번호"),
        ("면허 11-22-333333-44", "번호"),
    ],
)
def test_personal_data_is_replaced_by_what_it_was(text: str, name: str) -> None:
    masked = mask(text)
    assert f"[가림: {name}]" in masked
    rest = masked.replace(f"[가림: {name}]", "")
    assert not re.search(r"\d|[가-힣]*[공영일이삼사오육칠팔구]{3}|@", rest)
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "보령시 2022년 예산 총액은 8,727억 원인가요?",
        "2022-01-06에 나온 계획인가요?",
        "2021-2025 중기지방재정계획",
        "2019-2020-2021년 건수",
        "2021 2022 2023 2024년 비교",
        "사업비 872700000000원이 맞나요?",
        "1588-1234는 대표번호",
        "244건, 69억 원, 2,296백만 원",
        "제12조 3456호",
        "１００억 원",
        "",
    ],
)
def test_figures_years_and_dates_stay_as_they_are(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", ["0" * 20_000, "a." * 10_000, "1-" * 10_000, "가일" * 10_000])
def test_a_hostile_text_is_read_in_no_time(text: str) -> None:
    started = time.perf_counter()
    mask(text)
    assert time.perf_counter() - started < 1
