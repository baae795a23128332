"""Every figure: tables in, a figure out that says in words what it shows.

To add one:

1. Find or write, in the room that analyses, the small function that makes its table (`quotes.summary`,
   `themes.summary`, `timeline.clauses`, `sentiment.paragraphs`): a figure counts, resamples and parses nothing.
2. Write a function here, in the module that its question belongs to. It takes the article (for the sentences behind
   the marks) and the table. Inside, `draw(width)` draws on a `Sheet` of 720 or 360 pixels; `sheet.narrow` says which.
   Text is measured (`width_of`), cut (`fitted`) or set in lines (`lines_of`), so that nothing is clipped; `free` keeps
   labels apart; `sheet.mark(id, places, words, *artists)` makes a mark that leads to places and says something. Colours
   are those of `tokens`, and never say something alone. Days stand on a `TimeScale`, places in the text on
   `sheet.course`.
3. Return `Described(draw, values, description, …)`: the values that are drawn, and one to three sentences made of them;
   or `empty(title, why)` where there is too little to draw.
4. Name it below, in `export.pictures.FIGURES` if it is of one article, and in `CASES` of `tests/unit/test_figures.py`,
   which draws it with no, one, five and fifty rows and long names and looks for what is cut off or overlaps; add a test
   that reads its values back.
"""

from .base import Described
from .corpus import claim_spread, heard_by, tone_over_time, voices_over_time
from .svg import figure_script, figure_style
from .text import sections
from .themes import actor_lanes, theme_strips, typical_words
from .times import event_line, telling_order
from .tone import reliability, stance_by_actor, tone_by_voice, tone_course
from .trust import accuracy
from .voices import cue_classes, speakers, speaks_of

__all__ = [
    "Described",
    "accuracy",
    "actor_lanes",
    "claim_spread",
    "cue_classes",
    "event_line",
    "figure_script",
    "figure_style",
    "heard_by",
    "reliability",
    "sections",
    "speakers",
    "speaks_of",
    "stance_by_actor",
    "telling_order",
    "theme_strips",
    "tone_by_voice",
    "tone_course",
    "tone_over_time",
    "typical_words",
    "voices_over_time",
]
