"""What expressions of time mean: TIMEX3 values and the interval that each can mean.

Each function takes the match's named groups and a `Reference`, and returns a `Time`, or None if the
words are no time. Calendar arithmetic is dateutil's.
"""

from .base import Reference, Time
from .clock import clock, clock_on_day, day_word, weekday
from .dates import century, date, decade, feast, month_number, numeric, season, spelled_decade, spelled_year, year
from .lasting import duration, every
from .periods import last_weekend, offset, quarter, running_quarter, same_unit, shifted, this_year, vague, year_before

__all__ = [
    "Reference",
    "Time",
    "century",
    "clock",
    "clock_on_day",
    "date",
    "day_word",
    "decade",
    "duration",
    "every",
    "feast",
    "last_weekend",
    "month_number",
    "numeric",
    "offset",
    "quarter",
    "running_quarter",
    "same_unit",
    "season",
    "shifted",
    "spelled_decade",
    "spelled_year",
    "this_year",
    "vague",
    "weekday",
    "year",
    "year_before",
]
