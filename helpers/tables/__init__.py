"""The tables: their columns, in one place, and the one way to build them.

Every analysis returns a table built by `build`, so that identifiers, column order, types
and missing values are the same everywhere.
"""

from .frames import array, build, each, frame, identifier, is_missing
from .layout import CHANNELS, COLUMNS, CUE_CLASSES, DTYPES, SOURCE_ROLES, columns
from .once import once_per_article

__all__ = [
    "CHANNELS",
    "COLUMNS",
    "CUE_CLASSES",
    "DTYPES",
    "SOURCE_ROLES",
    "array",
    "build",
    "columns",
    "each",
    "frame",
    "identifier",
    "is_missing",
    "once_per_article",
]
