"""In which tone, and how far to believe it.

TextBlob and VADER unchanged, beside a tone that was learned from human ratings and says how wide it
can be wrong; whose voice a tone is; and the author's stance toward each actor.
"""

from .extremes import furthest_apart, strongest
from .paragraphs import by_block, on_the_whole, whole
from .scores import NARRATOR, UNKNOWN, by_voice, cut, driven_by, score_sentences, score_voices
from .toward import by_target, tone_toward

__all__ = [
    "NARRATOR",
    "UNKNOWN",
    "by_block",
    "by_target",
    "by_voice",
    "cut",
    "driven_by",
    "furthest_apart",
    "on_the_whole",
    "score_sentences",
    "score_voices",
    "strongest",
    "tone_toward",
    "whole",
]
