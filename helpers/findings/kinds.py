"""What the pages may state about an article: each kind of sentence with the condition under which it is said.

`STATEMENTS` is the whole list. A kind says nothing rather than something doubtful: nothing is said because there is
room for it. Each has an article of which it is right and one of which it must be silent; both are tests.

A new kind is a row of `STATEMENTS`, whose `says` is a function in the module of its question (`voices`, `when`,
`heard` …); one that a cue tells is a row of `cues.CUES`. It
stays only if somebody who has not written it finds it right and worth telling on articles that nobody has looked at.
"""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from ..article import Article
from . import heard, people, told, tone, voices, when
from .cues import CUES
from .finding import Finding


class Statement(NamedTuple):
    """A kind of sentence.

    `page` is the notebook whose answer states it; on the reading page stand those of page "0". `says` gives the
    findings, none where the condition does not hold. `right` and `silent` are articles: text, and day of publication.
    """

    name: str
    page: str
    condition: str
    says: Callable[[Article, dict[str, pd.DataFrame]], list[Finding]]
    right: tuple[str, str | None]
    silent: tuple[str, str | None]


CUED = (
    "A sentence of 6 to 38 words, whole and to be read without its neighbours or with the one before it, has such a "
    "cue; it stands in no other statement and not In short."
)


def _story(sentence):
    """An article of which other sentences stand In short than the one that is to be looked at."""
    return f"{_OPENING}{sentence}\n\n{_END}"


_OPENING = (
    "Holm bridge closed\n\n"
    "Holm closed its old bridge on Monday after 4,200 drivers, about half of the 8,000 who use the bridge each day, "
    "had signed a letter of 12 pages to the council.\n\n"
    "Critics of the closed bridge in Holm reject the letter and fear that 3,100 jobs in 14 mills, some 40 per cent of "
    "all, could be lost by the autumn of the year.\n\n"
    "Opponents of the closed Holm bridge found in a survey that 1,900 of 2,600 shoppers oppose higher prices for 24 "
    "kinds of bread and milk, and that nearly 700 will not walk.\n\n"
    "Teachers of 3 schools protest at the closed bridge of Holm, for a study counts 640 pupils, about 35 per cent of "
    "all, whose bus takes 50 minutes more through 9 villages.\n\n"
    "Farmers oppose the closed bridge of Holm, according to a study of 260 fields, 75 per cent of which lie beyond the "
    "river, where 5,400 sheep and 820 cows wait for 11 lorries.\n\n"
)
_END = "It rained. She slept. They left. He ate. It snowed. She sang. They wept. He stayed."


STATEMENTS = (
    Statement(
        "contradiction",
        "0",
        "A check that has not been switched off finds two places that cannot both hold.",
        when.contradictions,
        ("The hall opened on Monday, May 8, 2025.", None),
        ("The hall opened on Thursday, May 8, 2025.", None),
    ),
    Statement(
        "after publication",
        "0",
        "A date later than the day of publication, given in so many words, stands with a verb in the past.",
        when.after_publication,
        ("The mayor opened the hall on 9 May 2026.", "2025-05-08"),
        ("The mayor opened the hall on 9 May 2024.", "2025-05-08"),
    ),
    Statement(
        "nobody quoted",
        "0",
        "A story of 300 words or more that has sure attributions, and no writer who says “I”, has no passage of "
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
        (_story("The bridge was safe until May, Anna Berg said. But Tom Lund said it had holes."), None),
        (_story("The bridge was safe until May, Anna Berg said. But it rained in the harbour of Bergen."), None),
    ),
    Statement(
        "view",
        "0",
        "Three sentences or more that are nobody else’s say what should or must be, and three say “I” or “we”; one of "
        "them leans on nothing.",
        told.view,
        (
            _story(
                "We have a quay. The council should have closed the old quay of Holm years ago. Our ferries must stop. "
                "Our council should say so."
            ),
            None,
        ),
        (_story("The council should have closed the old quay of Holm years ago."), None),
    ),
    *(
        Statement(kind, cue.page, CUED, told.telling(kind), (_story(cue.right), None), (_story(cue.wrong), None))
        for kind, cue in CUES.items()
    ),
    Statement(
        "still to come",
        "0",
        "A main clause with “will”, “is to”, or “set / due / scheduled / expected to” has a subject, stands outside "
        "direct speech, and has a date not before the known day of publication.",
        when.still_to_come,
        ("The council closed the bridge. It will reopen on 9 May 2026.", "2025-05-08"),
        ("The council said it would reopen the bridge. Critics will deplore that.", "2025-05-08"),
    ),
    Statement(
        "agency",
        "0",
        "A line of the text credits an agency, or another house that provided it.",
        heard.agency,
        ("HOLM (Reuters) - The bridge closed on Monday.", None),
        ("Reuters said that the bridge closed on Monday.", None),
    ),
    Statement(
        "what it tells of somebody",
        "0",
        "One of the two names that stand most often is the subject of a whole sentence of the writer’s own, to be read "
        "without its neighbours; the sentence stands in no other statement and not In short.",
        people.of_whom,
        (
            _story(
                "Anna Berg ran the ferry of the Lund family until the storm of the year. Some liked Berg, and so did "
                "the owners of Berg’s old ferry and Berg."
            ),
            None,
        ),
        (
            _story(
                "He ran the ferry until the storm. Some liked Berg, and so did the owners of Berg’s old ferry and Berg."
            ),
            None,
        ),
    ),
    Statement(
        "asks",
        "2",
        "A question of the writer’s own, whole and to be read without its neighbours.",
        told.asks,
        (_story("Who is going to pay for the ferries of Holm in the end?"), None),
        (_story("“Who is going to pay for the ferries of Holm in the end?” Anna Berg asked."), None),
    ),
    Statement(
        "quoted",
        "0",
        "A passage of six words or more in quotation marks stands in one block with the words for its source, which "
        "are no pronoun, and not In short; the sentences are quoted as they stand.",
        heard.in_full,
        (_story("“The bridge was never safe at all,” Anna Berg said."), None),
        (_story("“The bridge was never safe at all,” she said."), None),
    ),
    Statement(
        "last word",
        "3",
        "The story ends with a sure attribution in quotation marks, and the source’s own words name a person.",
        heard.last_word,
        ("The bridge was closed. “The quay was never safe at all,” Anna Berg said.", None),
        ("“The quay was never safe at all,” Anna Berg said. The bridge was closed on Monday by the council.", None),
    ),
    Statement(
        "sources not named",
        "3",
        "Two sure attributions or more have sources such as “a senior official” or “two people close to the talks”.",
        voices.unnamed,
        ("The bridge was safe, a senior official said. Two people close to the talks said it had holes.", None),
        ("The bridge was safe, a senior official, Anna Berg, said. Two divers said it had holes.", None),
    ),
    Statement(
        "names withheld",
        "3",
        "A sentence that leans on no other says that a name is kept back: on condition of anonymity, not authorised to "
        "speak.",
        voices.withheld,
        ("The deal is dead, a senior official said on condition of anonymity.", None),
        ("The deal is dead, a senior official said. An anonymous letter said so too.", None),
    ),
    Statement(
        "hard and kind words",
        "4",
        "In three sentences of the narrator’s own or more, words that surely judge have the same actor as their "
        "grammatical subject or object.",
        tone.words_toward,
        (
            "Anna Berg is a brilliant captain. Anna Berg is a wonderful speaker. Anna Berg is a superb writer. "
            "Anna Berg is an excellent friend.",
            None,
        ),
        (
            "Anna Berg was killed in a horrible crash. Anna Berg was brutally hurt. Anna Berg died a terrible death.",
            None,
        ),
    ),
)
