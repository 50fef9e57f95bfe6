"""Papers: what a figure is of, in documents on one thing and in those on all that a city does.

The title of a plan of all works names nothing that a figure is of; there the nearest heading that
names a thing does.
"""

from __future__ import annotations

import re

from corpus.facts.labels import is_generic, title_name
from corpus.facts.statements import Statement
from corpus.facts.things import thing_above
from corpus.facts.topics import main_topic, topic_of

_OF_ALL = re.compile(
    r"(?:주요\s?업무|업무\s?계획|[시군구도]정\s?(?:소식|뉴스|업무|계획)|행정\s?사무|백서|연감|소식지)"
    r"|^(?:\S+[시군구도]\s)?(?:시행|종합|기본|추진|업무|실행|발전)?\s?계획$"
)
_LONGEST = 24  # letters of a heading that stands for what a figure is of
_NEWS = re.compile(r"보고회|\d")


def is_plan_of_all(topic: str) -> bool:
    """Whether a topic is that of a paper on all that a government does, which no figure is of."""
    return not topic or is_generic(topic) or _OF_ALL.search(topic) is not None


def named_above(statement: Statement) -> str:
    """What names a figure that its heading does not: its document's title, in its own words."""
    title = statement.document.title
    topic = topic_of(title) or title_name(title)
    return subject_of(statement) or topic if is_plan_of_all(topic) else topic


def subject_of(statement: Statement) -> str:
    """What a statement is about: what its document is, else its heading; '' for neither."""
    topic = main_topic(statement.document.title)
    if not is_plan_of_all(topic):
        return topic
    thing = thing_above(statement)
    is_thing = 1 < len(thing) <= _LONGEST and not is_plan_of_all(thing) and not _NEWS.search(thing)
    return thing if is_thing else topic
