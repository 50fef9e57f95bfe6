"""Source documents, read into documents, sections, passages and facts."""

from corpus.amounts import Amount, find_amounts
from corpus.dates import DateMention, find_dates
from corpus.errors import CorpusError, SijeongError, UnreadableSourceError
from corpus.facts.doubts import DOUBTS, is_kept_back
from corpus.municipalities import (
    Mention,
    Municipality,
    english_name,
    find_municipalities,
    municipality_named,
)
from corpus.officials import is_personal_name
from corpus.particles import without_particle
from corpus.parts import Part, inherited_parts
from corpus.quantities import Grade, Ordinal, Quantity, Ratio, find_quantities
from corpus.read import LIBRARY, ReadOptions, read_folders
from corpus.rows import fact_row, number
from corpus.sentences import sentence_spans
from corpus.terms import terms
from corpus.types import (
    ArithmeticAudit,
    ArithmeticRelation,
    ArithmeticTerm,
    AuditResult,
    Corpus,
    Document,
    Excluded,
    Fact,
    FactKind,
    FactValue,
    Page,
    Passage,
    Period,
    Phase,
    Reading,
    Section,
    Series,
    SeriesPoint,
    Span,
    Value,
)

__all__ = [
    "DOUBTS",
    "LIBRARY",
    "Amount",
    "ArithmeticAudit",
    "ArithmeticRelation",
    "ArithmeticTerm",
    "AuditResult",
    "Corpus",
    "CorpusError",
    "DateMention",
    "Document",
    "Excluded",
    "Fact",
    "FactKind",
    "FactValue",
    "Grade",
    "Mention",
    "Municipality",
    "Ordinal",
    "Page",
    "Part",
    "Passage",
    "Period",
    "Phase",
    "Quantity",
    "Ratio",
    "ReadOptions",
    "Reading",
    "Section",
    "Series",
    "SeriesPoint",
    "SijeongError",
    "Span",
    "UnreadableSourceError",
    "Value",
    "english_name",
    "fact_row",
    "find_amounts",
    "find_dates",
    "find_municipalities",
    "find_quantities",
    "inherited_parts",
    "is_kept_back",
    "is_personal_name",
    "municipality_named",
    "number",
    "read_folders",
    "sentence_spans",
    "terms",
    "without_particle",
]
