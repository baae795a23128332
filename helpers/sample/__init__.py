"""Your own sample: rows of a corpus drawn to be judged, and what the judgements say."""

from .draw import STRATA, draw
from .judged import judged, methods
from .sheet import write

__all__ = ["STRATA", "draw", "judged", "methods", "write"]
