"""The annotated article: rows of tables in their words, and the whole text with its layers."""

from .rows import findings, in_short, listing, pairs, passages, table_script
from .show import script, show

__all__ = ["findings", "in_short", "listing", "pairs", "passages", "script", "show", "table_script"]
