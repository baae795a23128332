"""When: expressions of time with their TIMEX3 values, and what they date.

What leans on the day of publication is counted from it, or from a day that the article's own dates
support, as an assumption that is stated; without one a value stays underspecified ("XXXX-10").
"""

from . import clauses
from .events import find_events
from .times import find_times, if_published

__all__ = ["clauses", "find_events", "find_times", "if_published"]
