"""Additions: figures that a sentence lists as what was added to a budget, and so no whole."""

from __future__ import annotations

import re

# Sources and accounts, of which a part that was added is easily taken for the whole.
_WHOLES = re.compile(
    r"(?:자체|의존|이전|자주)\s?재원|자체\s?수입|이전\s?수입|지방세|세외\s?수입|교부세|교부금|보조금|보전\s?수입|내부\s?거래"
    r"|순세계\s?잉여금|잉여금|전입금|지방채|[국도시군구]비|국고|재산세|취득세|소득세|주민세|자동차세|담배소비세|(?:일반|특별)\s?회계"
)
_ADDED = re.compile(
    r"(?:새로|추가로|더|덧붙여|늘려|보태)\s(?:잡[은힌]|잡아|반영[된한]|편성[된한]|확보[된한]|들어[온올]|걷[힌은힐]|받[은을]|계상[된한]|얹[은힌]|보[탠태]|담[은긴]|넣[은을]|채[운울])"
    r"|(?:늘어난|불어난|늘린|증가한|증액[된한]|더해진|보탠|추가[된한]|많아진|커진)\s(?:[가-힣]{1,4}\s)?"
    r"(?:세입|세출|재원|돈|예산|수입|금액|몫|항목|규모|부분|액수|것)"
    r"|(?:증액|증가|추가|늘어난)\s?(?:분|재원|세입|요인|내역|내용)(?:은|는|을|를|으로는|로는|에는|의)?[\s:]"
)
# '… 보조금 147억 원을 더 잡았다': what is told last of the whole list.
_ADDED_LAST = re.compile(
    r"(?:더|새로|추가로)\s(?:잡|담|넣|얹|보태|반영하|편성하|확보하|계상하)[가-힣]{0,4}다\W*$"
    r"|추가(?:했|됐|하였|되었)다\W*$"
)
# '… 51억원을 증액했다': of whatever it lists, it tells what was added or taken away.
_CHANGED_LAST = re.compile(r"(?:증액|감액|삭감)(?:했|됐|하였|되었)다\W*$")
_LIST_ITEM = re.compile(
    r"(?:\([^()]{0,40}\))?\s?(?:,|과|와|·|및|/)\s?[가-힣A-Za-z·\s]{1,24}?\d[\d,.]*\s?(?:[조억만천백]\s?)*"
    r"(?:원|명|건|개소|개|대|곳|%|회)"
)
_LONGEST_LIST = 6
_NEAR = 60  # characters before a figure in which it is said what it moved by
_FURTHER = re.compile(r"추가|증가|증액|증감|늘|신규")
# '고유사업 9건, 신규사업 4건을 더해 모두 13건', '이월 3억 원을 빼고 남은 잉여금': terms of a sum.
_TERM = re.compile(
    r"(?:을|를)\s?(?:(?:(?:더|합|보태)[가-힣]{1,2}|합쳐|모두\s합[가-힣]{1,2})\s(?:모두|총|전체|합계)"
    r"|(?:빼고|뺀|제하고|제외하고)\s(?:남은|남는|나머지))"
)
# '1233억원 늘어난 1조3742억원': what it moved by stands before what it came to.
_CAME_TO = re.compile(
    r"\d[\d,.]*\s?[조억만천백]{0,2}\s?(?:원|명|건|개|%)(?:\([^()]{0,20}\))?(?:이|가)?\s?"
    r"(?:늘어난|늘린|줄어든|줄인|불어난|증가한|감소한|증액[된한]|감액[된한])\s$"
)


def is_added(text: str, name: str, start: int) -> bool:
    """Whether the money at text[start:] is what was added to the source that `name` says.

    '새로 잡힌 세입은 지방세 17억원' is no year's tax; a name that says so itself is one of a part.
    """
    if _CHANGED_LAST.search(text) is not None:
        return True
    last = name.rpartition(" ")[2]
    if _WHOLES.search(last) is None or _FURTHER.search(name) is not None:
        return False
    return _ADDED.search(text, 0, start) is not None or _ADDED_LAST.search(text) is not None


def is_settled(text: str, start: int, end: int) -> bool:
    """Whether the figure at text[start:end] is what its name says, whatever is told of its list.

    What is done with the terms of a sum, or with the next of two that each came to a level, leaves
    the figure as it is named.
    """
    last = list_end(text, end)
    if _TERM.match(text, last) is not None:
        return True
    return last > end and _CAME_TO.search(text, max(0, start - _NEAR), start) is not None


def list_end(text: str, end: int) -> int:
    """Where the list of figures that goes on at `end` ends: its verb is said of all of them."""
    for _ in range(_LONGEST_LIST):
        item = _LIST_ITEM.match(text, end)
        if item is None:
            return end
        end = item.end()
    return end
