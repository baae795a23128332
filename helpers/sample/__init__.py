"""Your own sample: rows of a corpus drawn to be judged, and what the judgements say."""

from .draw import STRATA, draw
from .judged import described, judged, methods
from .sheet import check, write

__all__ = ["STRATA", "check", "described", "draw", "judged", "methods", "write"]
