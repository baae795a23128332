"""The article to read: its page with everything found in it, and rows of tables in their words."""

from .page import Frame, frame, frame_script, page
from .page import script as page_script
from .rows import listing, pairs, passages, table_script

__all__ = ["Frame", "frame", "frame_script", "listing", "page", "page_script", "pairs", "passages", "table_script"]
