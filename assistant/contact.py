"""Where to call: the office that a document names as responsible for what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import corpus
import index
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.in_charge import IN_CHARGE
from assistant.matching import tight, tight_published
from assistant.offices import contact_for, contacts_of
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactOptions:
    """A statement that states a contact and meets so much (`said`) of the question is quoted as it
    is; one that meets less is an imprint, which names its office and not what the office does.

    `judged`: among so many of the best statements somebody is looked for who does what is asked.
    """

    said: float = 0.52
    judged: int = 8


# Who answers for something, of which an imprint tells the office where no line tells the person.
_RESPONSIBLE = re.compile(
    r"(?:누가|누구|담당자|책임자).{0,12}(?:담당|책임|맡|소관)|(?:담당|책임)자\S{0,2}\s?누구|"
    r"\bresponsible\b|\bin charge\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?<![가-힣])(?P<office>[가-힣]{2,12}(?:담당관실?|사업소|보건소|센터|주민센터|팀|과|실|국))"
    r"(?:의|은|는|이|에|\s)?\s?(?:대표\s?)?(?:전화|연락처|번호|문의)"
)
# An office with its number behind it on one line.
_CALLED = re.compile(
    r"(?P<office>[가-힣]{2,14}(?:담당관실?|사업소|보건소|센터|팀|과|실|국))[^가-힣\d\n]{0,8}"
    r"(?:전화|문의)?[^가-힣\d\n]{0,4}\d{2,4}\s?[-)]\s?\d{3,4}"
)
_WANTS_PHONE = re.compile(r"연락처|전화|번호|\b(?:phone|call)\b", re.IGNORECASE)


def contact_of(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: ContactOptions | None = None,
) -> tuple[Evidence, ...]:
    """The imprint of the document that the question is best met by, for 'who do I call about …'.

    () when no contact is asked for, when the best statement states one itself, or when it is about
    another place than was asked or its document does not say which office it is. An office that is
    in charge by the only line that says so answers too, where no number is wanted. Where a question
    names no place, all that was found has to be of one.
    """
    options = options or ContactOptions()
    is_contact = asked.asks(Asked.CONTACT)
    if not is_contact and not _RESPONSIBLE.search(asked.text):
        return ()
    # Another place may print the words of the question; what it says is no matter here.
    placed = [one for one in retrieved.candidates if one.fits_place and not one.missing]
    if not placed or not (asked.places or _is_of_one_place(placed)):
        return ()
    best = placed[0]
    named = _named_office(asked, placed, snapshot) if is_contact else None
    if named is not None:
        return (named,)
    near = placed[: options.judged] if not is_contact else placed[:1]
    kind = Asked.CONTACT if is_contact else Asked.PERSON
    if any(kind in one.holds and one.coverage >= options.said for one in near):
        return ()
    needs_phone = _WANTS_PHONE.search(asked.text) is not None
    contacts = [
        fact
        for fact in contacts_of(best.evidence.document.id, snapshot)
        if not (needs_phone and "phone_unknown" in fact.flags)
    ]
    chosen = contact_for(best.evidence, contacts, snapshot)
    if chosen is not None:
        return (_imprint(chosen, best, snapshot),)
    return () if contacts or needs_phone else _in_charge(best, snapshot)


def _named_office(
    asked: Understanding, placed: Sequence[Candidate], snapshot: index.Snapshot
) -> Evidence | None:
    """The contact of the very office that a question names; None where none is printed."""
    match = _OFFICE.search(asked.text)
    if match is None or not _WANTS_PHONE.search(asked.text):
        return None
    office = tight(match["office"])
    firsts = {one.evidence.document.id: one for one in reversed(placed)}
    for document_id in dict.fromkeys(one.evidence.document.id for one in placed):
        # The imprint may go on behind the last passage: it is the whole text that is read.
        text = snapshot.text(document_id) or ""
        passages = snapshot.passages(index.RecordRequest(document_ids=(document_id,)))
        for line in _CALLED.finditer(text):
            if tight_published(line["office"]).endswith(office):
                start, end = _line_around(text, *line.span())
                start += len(text[start:end]) - len(text[start:end].lstrip())
                above = [one for one in passages if one.start <= start]
                return replace(
                    firsts[document_id].evidence,
                    passage=above[-1] if above else passages[0],
                    start=start,
                    end=end,
                    quote=text[start:end],
                    facts=(),
                    is_group=False,
                    subject=(),
                )
    return None


def _is_of_one_place(candidates: Sequence[Candidate]) -> bool:
    return len({one.evidence.document.municipality for one in candidates}) == 1


def _in_charge(best: Candidate, snapshot: index.Snapshot) -> tuple[Evidence, ...]:
    """The line that names the office in charge without a number, where a document has just one."""
    document = best.evidence.document
    found: dict[str, Evidence] = {}
    for passage in snapshot.passages(index.RecordRequest(document_ids=(document.id,))):
        for match in IN_CHARGE.finditer(passage.text):
            start, end = _line_around(passage.text, match.start(), match.end())
            line = Evidence(
                document=document,
                passage=passage,
                start=passage.start + start,
                end=passage.start + end,
                quote=passage.text[start:end],
                facts=(),
                hit_score=best.evidence.hit_score,
                cosine=best.evidence.cosine,
            )
            found.setdefault(match["office"], line)
    return tuple(found.values()) if len(found) == 1 else ()


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the whole line that text[start:end] stands in."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _imprint(fact: corpus.Fact, best: Candidate, snapshot: index.Snapshot) -> Evidence:
    (passage,) = snapshot.passages(index.RecordRequest(ids=(fact.passage_id,)))
    return Evidence(
        document=best.evidence.document,
        passage=passage,
        start=fact.start,
        end=fact.end,
        quote=fact.quote,
        facts=(fact,),
        hit_score=best.evidence.hit_score,
        cosine=best.evidence.cosine,
    )
