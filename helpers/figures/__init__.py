"""Every figure: tables in, a figure out that says in words what it shows."""

from .base import Described
from .corpus import claim_spread, tone_over_time, voices_over_time
from .svg import figure_script, figure_style
from .text import actor_lanes, overview, sections
from .themes import phrase_bars, theme_map
from .times import event_line, telling_order
from .tone import reliability, stance_by_actor, tone_by_voice, tone_course
from .trust import accuracy
from .voices import acts_on, cue_classes, speakers, speaks_of
from .whole import whole_picture

__all__ = [
    "Described",
    "accuracy",
    "actor_lanes",
    "acts_on",
    "claim_spread",
    "cue_classes",
    "event_line",
    "figure_script",
    "figure_style",
    "overview",
    "phrase_bars",
    "reliability",
    "sections",
    "speakers",
    "speaks_of",
    "stance_by_actor",
    "telling_order",
    "theme_map",
    "tone_by_voice",
    "tone_course",
    "tone_over_time",
    "voices_over_time",
    "whole_picture",
]
