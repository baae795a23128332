"""What may be stated about who is quoted and who is not, and about where the news is from."""

from . import heard, in_words, voices
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
        "All passages in quotation marks, of 25 words or more, are surely those of one person whom a source names.",
        voices.alone,
        ("“The bridge was never safe,” Anna Berg said. “We told them so in the spring of the year.” " * 3, None),
        ("“The bridge was never safe,” Anna Berg said. “We told them twice in the spring,” Tom Lund said. " * 3, None),
    ),
    Statement(
        "in their own words",
        "0",
        "Nine in ten words of the passages in quotation marks (“among”: four in ten) are surely those of two persons "
        "or more whom their sources name, and the article says of at least half of them who they are.",
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
        "Three voices or more have nine in ten words of the passages in quotation marks, and one of them, named, has "
        "half as many again as the next, and 60 words at least.",
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
        "set against each other",
        "0",
        "Two sentences that follow each other have two sources, the second begins with “but”, and the first leans on "
        "nothing.",
        heard.against,
        (story("The bridge was safe until May, Anna Berg said. But Tom Lund said it had holes."), None),
        (story("The bridge was safe until May, Anna Berg said. But it rained in the harbour of Bergen."), None),
    ),
    Statement(
        "in somebody’s words",
        "0",
        "A sentence of 11 to 40 words that is surely said by one whom its source names (or by “he” right behind such "
        "words) leans on nothing, and neither it nor its like stands In short; the article says who that is, or "
        "has the name in its title or In short.",
        in_words.in_words,
        (
            story(
                "“Nobody in the council read the letter of the divers before the storm,” said Anna Berg, the harbour "
                "master of Holm."
            ),
            None,
        ),
        (story("“Nobody in the council read the letter of the divers before the storm,” Anna Berg said."), None),
    ),
    Statement(
        "reported",
        "0",
        "The same of what is reported without marks: the whole sentence, which leans on nothing either.",
        in_words.reported,
        (
            story(
                "Anna Berg, the harbour master of Holm, said that nobody in the council had read the divers' letter."
            ),
            None,
        ),
        (story("She said that nobody in the council had read the letter of the divers."), None),
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
