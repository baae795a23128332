"""Who and what the article is about: actors, key phrases, themes, and words in context."""

from .actors import actors
from .concordance import concordance
from .phrases import key_phrases
from .topics import themes

__all__ = ["actors", "concordance", "key_phrases", "themes"]
