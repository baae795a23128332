"""The annotated article: rows of tables in their words, and the whole text with its layers."""

from .page import frame, page
from .rows import findings, in_short, listing, pairs, passages, table_script
from .show import script, show

__all__ = ["findings", "frame", "in_short", "listing", "page", "pairs", "passages", "script", "show", "table_script"]
