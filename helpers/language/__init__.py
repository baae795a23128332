"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from . import spacy_alone  # noqa: F401 - before any other import of spaCy
from .model import ModelError, as_published, for_an_article, pipeline
from .names import in_names
from .parse import parse, sentences, story
from .spelling import american
from .tokens import doc_text, parse_columns, sentence_numbers, spelled, tokens_with

__all__ = [
    "ModelError",
    "american",
    "as_published",
    "doc_text",
    "for_an_article",
    "in_names",
    "parse",
    "parse_columns",
    "pipeline",
    "sentence_numbers",
    "sentences",
    "spelled",
    "story",
    "tokens_with",
]
