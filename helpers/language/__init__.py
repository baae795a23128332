"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from .model import ModelError, pipeline
from .parse import parse, sentences
from .tokens import sentence_numbers, tokens_with, written

__all__ = ["ModelError", "parse", "pipeline", "sentence_numbers", "sentences", "tokens_with", "written"]
