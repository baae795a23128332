"""The recipes of what is learned. They print what they measure and write only where told to."""

from .phrases import learn_phrases
from .quotes import learn_quotes
from .sentiment import learn_sentiment
from .vectors import learn_vectors

__all__ = ["learn_phrases", "learn_quotes", "learn_sentiment", "learn_vectors"]
