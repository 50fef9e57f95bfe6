"""An immutable snapshot of the corpus, and how to search it."""

from index.build import Progress, build_snapshot, ensure_snapshot
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
from index.orderings import Order, SortColumn, SortKey
from index.progress import ProgressBars
from index.rerank import Marks, RerankOptions
from index.reranker import CrossEncoderReranker, load_reranker
from index.search import RankingOptions
from index.shape_sql import Argument, Form
from index.shapes import (
    OWNER,
    Chosen,
    Constant,
    Count,
    End,
    Found,
    HasMore,
    Joined,
    Leaf,
    Letters,
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
from index.words import analyse, respace, words

__all__ = [
    "DEFAULT_MODEL",
    "HASHING_MODEL",
    "OWNER",
    "AllOf",
    "AnyOf",
    "Argument",
    "Check",
    "Chosen",
    "Column",
    "Comparison",
    "Condition",
    "Constant",
    "Count",
    "CrossEncoderReranker",
    "Embedder",
    "EmbedderOptions",
    "End",
    "Form",
    "Found",
    "FusionOptions",
    "HasMore",
    "HashingEmbedder",
    "Hit",
    "InDocument",
    "Joined",
    "Leaf",
    "Letters",
    "LexicalOptions",
    "Linked",
    "Listed",
    "Made",
    "Manifest",
    "Marks",
    "Member",
    "ModelError",
    "Not",
    "Object",
    "Operand",
    "Operator",
    "Order",
    "Parts",
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
    "Table",
    "Translated",
    "Vectors",
    "Word",
    "analyse",
    "build_snapshot",
    "ensure_snapshot",
    "latest_snapshot",
    "load_embedder",
    "load_reranker",
    "open_snapshot",
    "prepare_default_model",
    "reading_within",
    "respace",
    "snapshot_id_for",
    "warm_up",
    "words",
]
