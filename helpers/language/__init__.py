"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from .parse import parse, sentences
from .pipeline import ModelError, pipeline

__all__ = ["ModelError", "parse", "pipeline", "sentences"]
