"""What the pages may state about an article: each kind of sentence with the condition under which it is said.

`STATEMENTS` is the whole list. A kind says nothing rather than something doubtful: nothing is said because there is
room for it. Each has an article of which it is right and one of which it must be silent; both are tests.
"""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from .. import tables as layout
from ..article import Article
from . import people, tone, voices, when
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
        "spoken of most",
        "0",
        "One actor has five mentions or more, a quarter more than any other, three of them by name, is surely a "
        "person, shares no surname, and no common noun heads as many phrases.",
        people.spoken_of_most,
        (
            "Anna Berg runs the ferry. Berg said she had sold a boat. She wants to buy it back. Berg has asked the "
            "council for help, and she hopes for an answer. Anna Berg will retire in May.",
            None,
        ),
        (
            "Anna Berg runs the ferry. The hostages wept. The hostages ate. Guards fed the hostages. Berg met the "
            "hostages. Berg helped the hostages, Berg said. The hostages thanked Berg.",
            None,
        ),
    ),
    Statement(
        "in their own words",
        "0",
        "Somebody’s words stand in quotation marks, the attribution is sure, and the source’s own words name a person.",
        voices.in_their_own_words,
        ("“The bridge was never safe,” Anna Berg said. “We told them twice.”", None),
        ("“The bridge was never safe,” he said.", None),
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
        "still to come",
        "0",
        "A main clause with “will”, “is to”, or “set / due / scheduled / expected to” has a subject, stands outside "
        "direct speech, and has a date not before the known day of publication.",
        when.still_to_come,
        ("The council closed the bridge. It will reopen on 9 May 2026.", "2025-05-08"),
        ("The council said it would reopen the bridge. Critics will deplore that.", "2025-05-08"),
    ),
    Statement(
        "wording",
        "0",
        "The mean tone of ten sentences or more lies beyond .08 and beyond its error, three sentences are clear each "
        "alone, and twice as many on this side as on the other.",
        tone.wording,
        ("The terrible murder horrified the grieving town. " * 12, None),
        ("The council met on Monday. " * 12, None),
    ),
    Statement(
        "also reported",
        "3",
        "A sure attribution without quotation marks names a person who is nowhere quoted.",
        voices.in_paraphrase,
        ("Anna Berg said that the bridge was never safe.", None),
        ("“The bridge was never safe,” Anna Berg said. Anna Berg said that they had told them.", None),
    ),
    Statement(
        "bodies and papers",
        "3",
        "A sure attribution has a name as its source that shows a body or a paper: by “the”, capitals or its words.",
        voices.institutions,
        ("The Guardian reported that the bridge was never safe.", None),
        ("It reported that the bridge was never safe.", None),
    ),
    Statement(
        "longest quotation",
        "3",
        "The longest direct quotation has twenty words or more, is sure, and its source’s own words name a person.",
        voices.longest,
        (
            "“The bridge was never safe, and we told them so twice in the spring, and once more when the cables had "
            "begun to rust,” Anna Berg said.",
            None,
        ),
        ("“The bridge was never safe,” Anna Berg said.", None),
    ),
    Statement(
        "names withheld",
        "3",
        "A source is described as one whose name is kept back: an official, somebody close to it, on condition of "
        "anonymity.",
        voices.withheld,
        ("The deal is dead, a senior official said on condition of anonymity.", None),
        ("The deal is dead, analysts said. I said so too.", None),
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
    Statement(
        "reaches back",
        "5",
        "A year that the article writes out behind a preposition lies ten years or more before everything that is "
        "dated by a day.",
        when.reaches_back,
        ("The hall was built in 1945. It burned on 8 May 2025.", None),
        ("The hall burned on 8 May 2025, and 1709 people came.", None),
    ),
)


def findings(article: Article, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """What may be stated about an article, and the words that each statement rests on.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame
        The article's tables by name, as `analyses.collect` gives them.

    Returns
    -------
    pandas.DataFrame
        The findings table, in the order in which they should be read, the contradictions first: `finding` (a
        sentence), `statement` (which kind of `STATEMENTS`), `page` (the notebook whose answer states it), `method`
        (the function that found it), `start`, `end` and `text` (the words it rests on, or the best example).

    Examples
    --------
    >>> from helpers.analyses import collect
    >>> from helpers.article import from_text
    >>> article = from_text("The hall opened on Monday, May 8, 2025.")
    >>> findings(article, collect(article))["statement"].tolist()
    ['contradiction']
    """
    rows = []
    for statement in STATEMENTS:
        for found in statement.says(article, tables):
            place = {"number": len(rows) + 1, "statement": statement.name, "page": statement.page}
            rows.append(found._asdict() | place)
    return layout.build("findings", rows, article.text)
