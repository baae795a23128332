"""Measuring: a module a subject, each with a function that gives figures and errors as tables.

`against_gold`, `misses` and `agreement` are for an article that somebody has marked. The others are for corpora: import
their module (`helpers.evaluate.quotes`), which may need what comes with the packages of the tests.
"""

from .gold import against_gold, agreement, misses

__all__ = ["against_gold", "agreement", "misses"]
