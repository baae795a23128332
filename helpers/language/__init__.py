"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from .model import ModelError, pipeline
from .names import named
from .parse import parse, sentences, story
from .spelling import american
from .tokens import columns, sentence_numbers, spelled, text_of, tokens_with

__all__ = [
    "ModelError",
    "american",
    "columns",
    "named",
    "parse",
    "pipeline",
    "sentence_numbers",
    "sentences",
    "spelled",
    "story",
    "text_of",
    "tokens_with",
]
