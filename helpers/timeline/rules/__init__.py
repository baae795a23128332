"""Expressions of time: each rule a row with its form, its meaning and an example.

Values are TIMEX3 (TimeML annotation guidelines 1.2.1; Pustejovsky et al. 2003; the forms of
value follow ISO 8601). Where two rules match the same words, the earlier one stands.
"""

from . import dates, lasting, leaning
from .forms import Rule

__all__ = ["RULES", "Rule"]

RULES = dates.RULES + leaning.RULES + lasting.RULES
