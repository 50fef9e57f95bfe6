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
_FURTHER = re.compile(r"추가|증가|증액|증감|늘|신규")


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
