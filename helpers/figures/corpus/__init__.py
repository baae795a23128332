"""Figures of many articles: voices, tone and claims over time."""

from .claims import claim_spread
from .heard import heard_by, voices_over_time
from .months import tone_over_time

__all__ = ["claim_spread", "heard_by", "tone_over_time", "voices_over_time"]
