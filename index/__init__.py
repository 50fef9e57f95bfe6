"""An immutable snapshot of the corpus, and how to search it."""

from index.bounds import EMPTY_BOUNDS, OWNERS, TABLES, Bounds
from index.buckets import Buckets
from index.build import Progress, build_snapshot, ensure_snapshot
from index.callers import FORWARDED, caller_at, caller_of
from index.conditions import (
    AllOf,
    AnyOf,
    Check,
    Column,
    Comparison,
    Condition,
    InDocument,
    Not,
    Operand,
    Operator,
)
from index.deadlines import reading_within
from index.dequantise import DEFAULT_MODEL, prepare_default_model
from index.embedder import (
    HASHING_MODEL,
    EmbedderOptions,
    SentenceTransformerEmbedder,
    load_embedder,
    warm_up,
)
from index.errors import ModelError, ReadingTooLongError, SnapshotError
from index.filters import Table
from index.fusion import FusionOptions
from index.hashing import HashingEmbedder
from index.holder import SnapshotHolder
from index.lexical import LexicalOptions
from index.manifest import snapshot_id_for
from index.matches import Counts, Facet, Matches, MatchRequest, PassageMatch, Sorting
from index.orderings import Order, SortColumn, SortKey
from index.progress import ProgressBars
from index.rerank import Marks, RerankOptions
from index.reranker import CrossEncoderReranker, load_reranker
from index.search import RankingOptions
from index.shape_slots import Argument
from index.shape_sql import Filled, Form
from index.shapes import (
    OWNER,
    Chosen,
    Constant,
    Count,
    Cursor,
    End,
    Found,
    HasMore,
    Joined,
    Leaf,
    Linked,
    Listed,
    Made,
    Member,
    Object,
    Parts,
    Present,
    Shape,
    Translated,
)
from index.snapshot import Snapshot, latest_snapshot, open_snapshot
from index.spreadsheet import BYTE_ORDER_MARK, SHIELD, digits, plain, shielded
from index.types import (
    Embedder,
    Hit,
    Manifest,
    Publication,
    RecordRequest,
    Reranker,
    SearchRequest,
    Vectors,
    Word,
)
from index.words import analyse, respace, stems, unknown_nouns, words

__all__ = [
    "BYTE_ORDER_MARK",
    "DEFAULT_MODEL",
    "EMPTY_BOUNDS",
    "FORWARDED",
    "HASHING_MODEL",
    "OWNER",
    "OWNERS",
    "SHIELD",
    "TABLES",
    "AllOf",
    "AnyOf",
    "Argument",
    "Bounds",
    "Buckets",
    "Check",
    "Chosen",
    "Column",
    "Comparison",
    "Condition",
    "Constant",
    "Count",
    "Counts",
    "CrossEncoderReranker",
    "Cursor",
    "Embedder",
    "EmbedderOptions",
    "End",
    "Facet",
    "Filled",
    "Form",
    "Found",
    "FusionOptions",
    "HasMore",
    "HashingEmbedder",
    "Hit",
    "InDocument",
    "Joined",
    "Leaf",
    "LexicalOptions",
    "Linked",
    "Listed",
    "Made",
    "Manifest",
    "Marks",
    "MatchRequest",
    "Matches",
    "Member",
    "ModelError",
    "Not",
    "Object",
    "Operand",
    "Operator",
    "Order",
    "Parts",
    "PassageMatch",
    "Present",
    "Progress",
    "ProgressBars",
    "Publication",
    "RankingOptions",
    "ReadingTooLongError",
    "RecordRequest",
    "RerankOptions",
    "Reranker",
    "SearchRequest",
    "SentenceTransformerEmbedder",
    "Shape",
    "Snapshot",
    "SnapshotError",
    "SnapshotHolder",
    "SortColumn",
    "SortKey",
    "Sorting",
    "Table",
    "Translated",
    "Vectors",
    "Word",
    "analyse",
    "build_snapshot",
    "caller_at",
    "caller_of",
    "digits",
    "ensure_snapshot",
    "latest_snapshot",
    "load_embedder",
    "load_reranker",
    "open_snapshot",
    "plain",
    "prepare_default_model",
    "reading_within",
    "respace",
    "shielded",
    "snapshot_id_for",
    "stems",
    "unknown_nouns",
    "warm_up",
    "words",
]
