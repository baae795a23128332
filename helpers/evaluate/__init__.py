"""Measuring: offsets over many texts, running time on hostile input. Prints, writes nothing."""

from .events import events
from .offsets import offsets
from .quotes import quotes
from .running_time import linear
from .times import times

__all__ = ["events", "linear", "offsets", "quotes", "times"]
