"""Facts: what a document states, as typed data with the span that states it."""

from corpus.facts.extract import extract_facts

__all__ = ["extract_facts"]
