"""Your own sample: rows of a corpus drawn to be judged, and what the judgements say."""

from .draw import STRATA, draw
from .judged import judged, methods
from .sheet import check, write

__all__ = ["STRATA", "check", "draw", "judged", "methods", "write"]
