"""Which expressions of time are bare, and lean on a story or on the publication: names of rules."""

BARE = frozenset(
    (
        "month",
        "day of month",
        "day before another",
        "another day",
        "days of a month",
        "end of month",
        "bare season",
        "spelled day",
        "feast",
        "nth weekday",
        "nth week",
        "week of a day",
        "part of a day",
        "bare quarter",
    )
)
AGAIN = frozenset(("that month", "that season", "that year", "that part"))
CLOCKS = frozenset(("clock", "o'clock", "named hour", "hour of a part", "spoken clock", "part of the day"))
CLOCK_UNITS = frozenset(("minute", "hour"))
WITH_WEEKDAY = CLOCKS | {"clock and day", "day and clock"}
DATING = (BARE - {"bare quarter"}) | {"counted from a day", "shifted month", "season"}  # and may begin a story
# What is counted from the publication's day, and so brings the passage back to it.
DEICTIC = frozenset(
    (
        "shifted weekday",
        "day word",
        "part of today",
        "last night",
        "shifted unit",
        "shifted month",
        "ago",
        "weekday of a week",
        "beside today",
        "next but one",
        "vague",
    )
)
