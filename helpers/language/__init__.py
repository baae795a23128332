"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from .model import ModelError, pipeline
from .names import named
from .parse import parse, sentences
from .spelling import american
from .tokens import sentence_numbers, tokens_with, written

__all__ = [
    "ModelError",
    "american",
    "named",
    "parse",
    "pipeline",
    "sentence_numbers",
    "sentences",
    "tokens_with",
    "written",
]
