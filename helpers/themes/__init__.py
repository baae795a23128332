"""Who and what the article is about: actors, key phrases, themes, and instruments for reading."""

from . import summary
from .actors import actors, called
from .acts import cooccurrence, relations
from .concordance import concordance
from .instruments import collocations, dispersion, keyness
from .phrases import key_phrases
from .told import told
from .topics import how_surely, themes

__all__ = [
    "actors",
    "called",
    "collocations",
    "concordance",
    "cooccurrence",
    "dispersion",
    "how_surely",
    "key_phrases",
    "keyness",
    "relations",
    "summary",
    "themes",
    "told",
]
