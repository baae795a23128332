"""The few things that a page states: the article's own sentences, chosen, and statements that are gated."""

from .in_short import in_short
from .kinds import STATEMENTS, Statement
from .statements import findings, stated

__all__ = ["STATEMENTS", "Statement", "findings", "in_short", "stated"]
