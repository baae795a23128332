"""What expressions of time mean: TIMEX3 values and the interval that each can mean.

Each function takes the match's named groups and a `Reference`, and returns a `Time`, or None if the
words are no time. Calendar arithmetic is dateutil's, named days are the holidays library's.
"""

from .base import Reference, Time, size_of
from .clock import clock, clock_on_day, day_word, same_weekday, weekday
from .dates import (
    century,
    date,
    day_span,
    decade,
    era,
    month_number,
    numeric,
    season,
    september_11,
    short_decade,
    spelled_day,
    spelled_year,
    year,
    year_span,
)
from .feasts import FEASTS, feast
from .lasting import duration, every
from .periods import (
    following,
    half,
    last_weekend,
    offset,
    period_of_year,
    quarter,
    running_quarter,
    same_unit,
    shifted,
    this_year,
    vague,
    vague_units,
    year_before,
)

__all__ = [
    "FEASTS",
    "Reference",
    "Time",
    "century",
    "clock",
    "clock_on_day",
    "date",
    "day_span",
    "day_word",
    "decade",
    "duration",
    "era",
    "every",
    "feast",
    "following",
    "half",
    "last_weekend",
    "month_number",
    "numeric",
    "offset",
    "period_of_year",
    "quarter",
    "running_quarter",
    "same_unit",
    "same_weekday",
    "season",
    "september_11",
    "shifted",
    "short_decade",
    "size_of",
    "spelled_day",
    "spelled_year",
    "this_year",
    "vague",
    "vague_units",
    "weekday",
    "year",
    "year_before",
    "year_span",
]
