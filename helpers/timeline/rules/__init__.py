"""Expressions of time: each rule a row with its form, its meaning and an example.

Values are TIMEX3 (TimeML annotation guidelines 1.2.1; Pustejovsky et al. 2003; the forms of
value follow ISO 8601). Of rules that match words in common the longer match stands, of two of one length the earlier.

A rule for a new kind of date is a row of `RULES` in `days`, `weekdays`, `clock` (times of day), `dates` (months to
centuries), `leaning` (which lean on the day of publication or another time) or `lasting` (durations and what recurs):
its name,
its form with named groups, its meaning, and an example with its value, which is its test. The meaning is a function
of those groups and a `Reference`, beside its like in `timeline.meaning`, which lists it. Words of time that no rule
had before go to `timeline.triggers`, or nothing is looked for there.
"""

from . import clock, dates, days, lasting, leaning, weekdays
from .forms import Rule

__all__ = ["RULES", "Rule"]

RULES = days.RULES + weekdays.RULES + clock.RULES + dates.RULES + leaning.RULES + lasting.RULES
