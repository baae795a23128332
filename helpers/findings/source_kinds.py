"""What may be stated about who is quoted and who is not, and about where the news is from."""

from . import heard, voices
from .examples import story
from .finding import Statement

SOURCE_KINDS = (
    Statement(
        "nobody quoted",
        "0",
        "A story of 200 words or more that has sure attributions, and no writer who says “I”, has no passage of "
        "four words or "
        "more in quotation marks of any kind.",
        heard.nobody,
        ("Anna Berg said that the boats lay in the harbour and that the sailors slept until noon. " * 20, None),
        (
            "The boats lay in the harbour, and the sailors slept until noon. " * 20
            + "“We are tired of it,” they said.",
            None,
        ),
    ),
    Statement(
        "one voice",
        "0",
        "All passages in quotation marks, of 25 words or more, are surely those of one person whom a source names and "
        "the title does not.",
        voices.alone,
        ("“The bridge was never safe,” Anna Berg said. “We told them so in the spring of the year.” " * 3, None),
        ("“The bridge was never safe,” Anna Berg said. “We told them twice in the spring,” Tom Lund said. " * 3, None),
    ),
    Statement(
        "in their own words",
        "0",
        "Two persons or more whom their sources name say four words or more in quotation marks, and it is said of "
        "at least half of these persons who they are; without “among” nine in ten words in marks are surely theirs.",
        voices.introduced,
        (
            "“The bridge was never safe,” said Anna Berg, the harbour master of Holm. “We told them twice,” said Tom "
            "Lund, a retired sailor.",
            None,
        ),
        ("“The bridge was never safe,” Anna Berg said. “We told them twice,” Tom Lund said.", None),
    ),
    Statement(
        "most quoted",
        "3",
        "Of three voices or more one, named, has 60 words in quotation marks at least, and half as many again as the "
        "next would have if all words without a speaker were his.",
        voices.most_quoted,
        (
            "“The bridge was never safe,” Tom Lund said. “The quay has holes in it,” Eva Holm said. "
            + "“We told the council of all that in the spring of the year, and nobody came,” Anna Berg said. " * 4,
            None,
        ),
        (
            "“The bridge was never safe,” Tom Lund said. “The quay has holes in it,” Eva Holm said. "
            + "“We told the council of all that in the spring of the year, and nobody came,” she said. " * 4,
            None,
        ),
    ),
    Statement(
        "no answer",
        "0",
        "A clause says that somebody declined to speak, did not respond or could not be reached.",
        voices.no_answer,
        ("The bridge closed in May. The Port Authority declined to comment.", None),
        ("The bridge closed in May. The Port Authority declined the gift.", None),
    ),
    Statement(
        "names withheld",
        "3",
        "A sentence that leans on no other says that a name is kept back: on condition of anonymity, not authorised to "
        "speak.",
        voices.withheld,
        (story("The deal is dead, a senior official said on condition of anonymity."), None),
        ("The deal is dead, a senior official said. An anonymous letter said so too.", None),
    ),
)
