"""Choose the reader for a file by its format."""

from corpus.parse.blocks import Block, ParsedSource
from corpus.parse.formats import FORMATS, parse

__all__ = ["FORMATS", "Block", "ParsedSource", "parse"]
