"""The one linguistic pipeline: spaCy's small English model, each article parsed once."""

from .model import ModelError, pipeline
from .parse import parse, sentences

__all__ = ["ModelError", "parse", "pipeline", "sentences"]
