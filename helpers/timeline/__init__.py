"""When: expressions of time with their TIMEX3 values, and what they date.

Calendar dates and expressions that lean on the day of publication are found. A reference is
never guessed: without a publication date a value stays underspecified ("XXXX-10").
"""

from .events import find_events
from .times import find_times

__all__ = ["find_events", "find_times"]
