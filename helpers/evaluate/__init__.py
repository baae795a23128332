"""Measuring: offsets over many texts, running time on hostile input. Prints, writes nothing."""

from .actors import actors
from .consistency import consistency
from .events import events
from .gold import against_gold, agreement, gold
from .invariance import invariance
from .offsets import offsets
from .pages import pages
from .phrases import phrases
from .quotes import quotes
from .running_time import linear
from .sentiment import sentiment
from .themes import themes
from .times import times

__all__ = [
    "actors",
    "against_gold",
    "agreement",
    "consistency",
    "events",
    "gold",
    "invariance",
    "linear",
    "offsets",
    "pages",
    "phrases",
    "quotes",
    "sentiment",
    "themes",
    "times",
]
