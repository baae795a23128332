"""Measuring: offsets over many texts, running time on hostile input. Prints, writes nothing."""

from .offsets import offsets
from .quotes import quotes
from .running_time import linear
from .times import times

__all__ = ["linear", "offsets", "quotes", "times"]
