"""How much of what is wrong the gate withholds: true answers, altered one way at a time.

    python -m tests.evaluation.mutations [--only library] [--missed]

Every question of the evaluation sets is answered. Each sentence that left is then altered in every
way that fits it (another digit, year, unit, city, source, …), and the altered draft goes through
the gate again. Printed are the true sentences that the gate kept and, by kind of alteration, how
many of the altered ones it withheld. `--missed` lists the others. An alteration is made from the
answer and its citations alone; it knows nothing of how the gate works.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import assistant
import corpus
import index
from assistant.cite import cite
from assistant.compose import Draft
from assistant.types import Citation
from assistant.verify import Verdict, verify
from tests.evaluation.__main__ import ROOT, TRIALS
from tests.evaluation.measures import Case, read_cases

_QUOTE = re.compile(r"“.*”", re.DOTALL)
_MARK = re.compile(r"\[(\d+)\]")
_COUNT = re.compile(
    r"(?<![\d.,’‘'(])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit> ?(?:[조억만천백] ?)?[가-힣%]{1,2})"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?=년|\)|-)")
_PLACE = re.compile(r"^[가-힣]{1,6}(?:특별자치시|특별시|광역시|특별자치도|시|군|구|도)(?= )")
_OTHER_PLACES = ("여수시", "양양군", "대구광역시")
_SINO = "영일이삼사오육칠팔구"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueAnswer:
    """An answer as it was drafted, with all that the gate needs to judge it again."""

    case: Case
    trace: assistant.Trace
    draft: Draft
    citations: tuple[Citation, ...]
    texts: dict[str, str]

    def judged(self, draft: Draft) -> Verdict:
        """What the gate says of a draft for the same question and evidence."""
        facts = tuple(fact for one in self.trace.evidence for fact in one.facts)
        return verify(draft, self.citations, self.texts, self.trace.understanding, facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One sentence of an answer made untrue: what was done to it, and the draft it stands in."""

    kind: str
    sentence: str
    draft: Draft


def true_answers(cases: Sequence[Case], snapshot: index.Snapshot) -> Iterator[TrueAnswer]:
    """Every answer that is given to the questions."""
    answering = assistant.Assistant()
    for case in cases:
        trace = answering.explain(case.question, snapshot)
        if trace.draft is None or trace.verdict is None or not trace.verdict.holds:
            continue
        citations = cite(trace.evidence)
        ids = {one.document.id for one in citations}
        texts = {one: text for one in ids if (text := snapshot.text(one)) is not None}
        yield TrueAnswer(
            case=case, trace=trace, draft=trace.draft, citations=citations, texts=texts
        )


def mutations_of(true: TrueAnswer) -> Iterator[Mutation]:
    """Every alteration that fits a sentence of an answer; none leaves it as it was."""
    for at, sentence in enumerate(true.draft.sentences):
        seen = {sentence}
        for kind, altered in _altered(sentence, true):
            if altered not in seen:
                seen.add(altered)
                others = list(true.draft.sentences)
                others[at] = altered
                yield Mutation(
                    kind=kind, sentence=altered, draft=replace(true.draft, sentences=tuple(others))
                )
    yield from _miscalculated(true)


def _altered(sentence: str, true: TrueAnswer) -> Iterator[tuple[str, str]]:
    quoted = _QUOTE.search(sentence)
    is_quote = quoted is not None or sentence.startswith("· ")
    if is_quote:
        yield from _misquoted(sentence, quoted)
    else:
        yield from _refigured(sentence, true)
        yield from _reworded(sentence, true)
    yield from _resourced(sentence, true)
    yield from _extended(sentence, true)


def _refigured(sentence: str, true: TrueAnswer) -> Iterator[tuple[str, str]]:
    """Another number, unit, year or bound in the words of the answer itself."""
    for found in _COUNT.finditer(sentence):
        number, unit = found["number"], found["unit"]
        if unit.startswith("년"):
            continue
        start, end = found.span("number")

        def put(text: str, start: int = start, end: int = end) -> str:
            return sentence[:start] + text + sentence[end:]

        last = number[-1]
        yield "digit", put(number[:-1] + str((int(last) + 1) % 10))
        if "." not in number:
            yield "digit", put(number + "0")
        whole = number.replace(",", "")
        if len(whole) > 2 and whole.isdigit() and int(whole) % 10:
            yield "rounded", put(f"{round(int(whole), -1):,}")
        if whole.isdigit() and int(whole) < 1000:
            yield "spelled", put(spelled(int(whole) + 1))
        after = sentence[end:]
        for one, other in (("억", "만"), ("만", "억"), ("조", "억"), ("백만", "억")):
            if after.lstrip().startswith(one):
                yield "scale", sentence[:end] + after.replace(one, other, 1)
        if unit.strip()[:1] in "건명개점회대곳위호종%":
            plain = unit.strip()[:1]
            other = "명" if plain != "명" else "건"
            yield "unit", sentence[:end] + after.replace(plain, other, 1)
            yield "unit", sentence[:end] + after.replace(plain, "억 원", 1)
        if after.startswith("%p"):
            yield "points", sentence[:end] + after.replace("%p", "%", 1)
        for day in _printed_days(found, sentence, true):
            yield "printed day", put(day)
        for neighbour in _neighbours(number, unit, true):
            yield "neighbour", put(neighbour)
        for day in _document_numbers(true):
            if day != number:
                yield "document date", put(day)
    for found in _YEAR.finditer(sentence):
        for year in _other_years(found.group(), true):
            yield "year", sentence[: found.start()] + year + sentence[found.end() :]
    for one, other in (
        ("이상", "이하"), ("이하", "이상"), ("미만", "초과"), ("초과", "미만"), ("증가", "감소"),
        ("감소", "증가"),
    ):  # fmt: skip
        if one in sentence:
            yield "comparative", sentence.replace(one, other)
    if " 이상" in sentence:
        yield "bound", sentence.replace(" 이상", "")
    elif "입니다" in sentence and "(" not in sentence:
        yield "bound", sentence.replace("입니다", " 이상입니다", 1)
        yield "bound", sentence.replace("입니다", " 미만입니다", 1)
    if "—" in sentence:
        yield "bound", sentence.replace("— ", "— more than ")


def _reworded(sentence: str, true: TrueAnswer) -> Iterator[tuple[str, str]]:
    """Another name, place or predicate, and what is turned round."""
    for fact in true.draft.facts:
        for other in (fact for one in true.trace.evidence for fact in one.facts):
            # The same figure under another name that the document prints for it is no untruth.
            is_same = (other.value, other.unit) == (fact.value, fact.unit)
            is_other = not is_same and not set(other.name.split()) & set(fact.name.split())
            if is_other and fact.name in sentence and other.name not in sentence and other.name:
                yield "name", sentence.replace(fact.name, other.name)
    for place in _OTHER_PLACES:
        yield "city", f"{place} {sentence}"
    yield "negation", sentence.replace("입니다", "이 아닙니다", 1)
    yield "negation", sentence.replace("—", "is not", 1)
    yield "predicate", sentence.replace("입니다", "이며 폐지되었습니다", 1)
    yield "predicate", sentence.replace(" [", " and was abolished [", 1)
    yield "quote marks", "‘전면 재검토 대상’ " + sentence
    yield "quote marks", "《특별 감찰 결과》 " + sentence


def _misquoted(sentence: str, quoted: re.Match[str] | None) -> Iterator[tuple[str, str]]:
    """Other words or numbers inside the quote, or another title, place or day before it."""
    start, end = quoted.span() if quoted else (2, sentence.rindex("["))
    inside = sentence[start:end]
    if digits := re.search(r"\d", inside):
        changed = str((int(digits.group()) + 1) % 10)
        yield (
            "quote",
            sentence[:start] + inside.replace(digits.group(), changed, 1) + sentence[end:],
        )
    words = inside.split(" ")
    if len(words) > 3:
        if quoted and re.search(r"\w", words[1]):
            yield "quote", sentence[:start] + " ".join((*words[:1], *words[2:])) + sentence[end:]
        yield (
            "quote",
            sentence[:start] + " ".join((*words[:2], "전면", *words[2:])) + sentence[end:],
        )
    place = _PLACE.match(sentence)
    for other in _OTHER_PLACES if place else ():
        yield "city", other + sentence[place.end() :] if place else sentence
    if day := re.search(r"(\d{1,2})일, ?|(?<=-)(\d\d)(?=,| )", sentence[:start]):
        number = int(day.group(1) or day.group(2)) % 28 + 1
        at = day.start(1 if day.group(1) else 2)
        upto = day.end(1 if day.group(1) else 2)
        yield "document date", f"{sentence[:at]}{number:02d}{sentence[upto:]}"
    if title := re.search(r"「[^」]{4,}」", sentence[:start]):
        yield "title", sentence.replace(title.group(), "「특별 종합 계획」")


def _resourced(sentence: str, true: TrueAnswer) -> Iterator[tuple[str, str]]:
    """Another source, none, or one that is not there."""
    for number in {int(one) for one in _MARK.findall(_QUOTE.sub("", sentence))}:
        mark = f"[{number}]"
        at = sentence.rindex(mark)
        for other in (*(one.number for one in true.citations), 99):
            if other != number and not _is_twin(number, other, true):
                changed = f"{sentence[:at]}[{other}]{sentence[at + len(mark) :]}"
                yield "citation", changed
        yield "no citation", sentence[:at] + sentence[at + len(mark) :]


def _is_twin(number: int, other: int, true: TrueAnswer) -> bool:
    """Whether two citations say the same, so that neither is a wrong source for the other."""
    quotes = {one.number: one.quote for one in true.citations}
    if other not in quotes:
        return False
    numbers = [set(re.findall(r"\d+", quotes[one])) for one in (number, other)]
    return bool(numbers[0] & numbers[1])


def _extended(sentence: str, true: TrueAnswer) -> Iterator[tuple[str, str]]:
    """A further claim that no document makes."""
    yield "added claim", f"{sentence} 이 사업은 내년에 중단됩니다."
    yield "added claim", f"{sentence} The mayor resigned."
    yield "added claim", f"{sentence} 담당자는 없습니다 [1]."
    numbers = _MARK.findall(_QUOTE.sub("", sentence))
    if numbers:
        yield "invented", f"예산이 모두 삭감되었습니다 [{numbers[0]}]."
        yield "invented", f"The programme was cancelled [{numbers[0]}]."
        yield "invented", f"총 3,141건입니다 [{numbers[0]}]."
        yield "invented", f"이백구십구만 명이 참여했습니다 [{numbers[0]}]."


def _miscalculated(true: TrueAnswer) -> Iterator[Mutation]:
    """Another operand, result or input of what is reckoned, the sentence altered along with it."""
    for at, shown in enumerate(true.draft.calculations):
        for part in ("expression", "result"):
            text = getattr(shown, part)
            for found in re.finditer(r"\d(?=\D|$)", text):
                changed = (
                    f"{text[: found.start()]}{(int(found.group()) + 1) % 10}{text[found.end() :]}"
                )
                calculations = list(true.draft.calculations)
                calculations[at] = (
                    replace(shown, expression=changed)
                    if part == "expression"
                    else replace(shown, result=changed)
                )
                for number, sentence in enumerate(true.draft.sentences):
                    if text in sentence and "“" not in sentence:
                        sentences = list(true.draft.sentences)
                        sentences[number] = sentence.replace(text, changed)
                        draft = replace(
                            true.draft,
                            sentences=tuple(sentences),
                            calculations=tuple(calculations),
                        )
                        yield Mutation(kind="calculation", sentence=sentences[number], draft=draft)


def _neighbours(number: str, unit: str, true: TrueAnswer) -> list[str]:
    """Other numbers that the citations print with the same unit or in the same table."""
    texts = " ".join(one.quote for one in true.citations)
    letter = re.escape(unit.strip()[:1])
    found = re.findall(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?) ?{letter}", texts)
    return [one for one in dict.fromkeys(found) if one.replace(",", "") != number.replace(",", "")][
        :3
    ]


def _printed_days(found: re.Match[str], sentence: str, true: TrueAnswer) -> list[str]:
    """Other days that the citations print of the month which the sentence says before a day."""
    month = re.search(r"(\d{1,2}월 ?)$", sentence[: found.start("number")])
    if month is None or not found["unit"].strip().startswith("일"):
        return []
    texts = " ".join(one.quote for one in true.citations)
    days = re.findall(rf"(?<!\d){re.escape(month[1].strip())} ?(\d{{1,2}})일", texts)
    return [day for day in dict.fromkeys(days) if day != found["number"]]


def _document_numbers(true: TrueAnswer) -> list[str]:
    days = [one.document.published_on for one in true.citations]
    return [str(part) for day in days[:1] if day for part in (day.year, day.month, day.day)]


def _other_years(year: str, true: TrueAnswer) -> list[str]:
    printed = {found for one in true.citations for found in re.findall(r"(?:19|20)\d\d", one.quote)}
    return sorted({*printed, str(int(year) - 1), str(int(year) + 1)} - {year})


def spelled(number: int) -> str:
    """A number below ten thousand in Korean words."""
    words = ""
    for size, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            words += ("" if digit == 1 and name else _SINO[digit]) + name
    return words or "영"


def is_caught(mutation: Mutation, true: TrueAnswer) -> bool:
    """Whether the altered sentence stays behind."""
    return mutation.sentence not in true.judged(mutation.draft).draft.sentences


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluation.mutations",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", choices=[one.name for one in TRIALS], action="append")
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="where snapshots are kept")
    parser.add_argument("--missed", action="store_true", help="list what was let out on stderr")
    chosen = parser.parse_args(arguments)
    found: dict[str, Any] = {}
    embedder = index.load_embedder(chosen.model, chosen.data)
    for trial in TRIALS:
        if chosen.only and trial.name not in chosen.only:
            continue
        if trial.missing:
            found[trial.name] = {"skipped": "not there: " + ", ".join(trial.missing)}
            continue
        content = corpus.read_folders(list(trial.folders))
        snapshot = index.ensure_snapshot(content, chosen.data, embedder=embedder)
        try:
            cases = [
                case for path in trial.sets for case in read_cases(path, left_out=trial.left_out)
            ]
            found[trial.name] = measure(true_answers(cases, snapshot), show=chosen.missed)
        finally:
            snapshot.close()
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0


def measure(answers: Iterator[TrueAnswer], *, show: bool = False) -> dict[str, Any]:
    """How many true sentences were kept and how many altered ones withheld, by kind."""
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    true_sentences = kept = count = 0
    for one in answers:
        count += 1
        true_sentences += len(one.draft.sentences)
        kept += len(one.judged(one.draft).draft.sentences)
        for mutation in mutations_of(one):
            made[mutation.kind] += 1
            if is_caught(mutation, one):
                caught[mutation.kind] += 1
            elif show:
                row = {"id": one.case.id, "kind": mutation.kind, "let out": mutation.sentence}
                sys.stderr.write(json.dumps(row, ensure_ascii=False) + "\n")
    return {
        "answers": count,
        "true_sentences": true_sentences,
        "true_sentences_kept": kept,
        "mutations": made.total(),
        "withheld": round(caught.total() / made.total(), 4) if made else None,
        "by_kind": {kind: f"{caught[kind]}/{made[kind]}" for kind in sorted(made)},
    }


if __name__ == "__main__":
    sys.exit(main())
