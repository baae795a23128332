"""Every figure: tables in, a figure out that says in words what it shows."""

from .base import Described
from .text import actor_lanes, overview, sections
from .themes import phrase_bars, theme_map
from .times import event_line, telling_order, time_line
from .tone import tone_by_voice, tone_course
from .voices import cue_classes, speakers, speaks_of

__all__ = [
    "Described",
    "actor_lanes",
    "cue_classes",
    "event_line",
    "overview",
    "phrase_bars",
    "sections",
    "speakers",
    "speaks_of",
    "telling_order",
    "theme_map",
    "time_line",
    "tone_by_voice",
    "tone_course",
]
