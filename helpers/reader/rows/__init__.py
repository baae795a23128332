"""Rows of a table, shown in the words of the article."""

from .cells import cell_text
from .shown import listing, pairs, passages
from .table import table_script

__all__ = ["cell_text", "listing", "pairs", "passages", "table_script"]
