"""What the pages may state about an article: each kind of sentence with the condition under which it is said.

`STATEMENTS` is the whole list. A kind says nothing rather than something doubtful: nothing is said because there is
room for it. Each has an article of which it is right and one of which it must be silent; both are tests.

A new kind is a row of `STATEMENTS`, whose `says` is a function in the module of its question (`voices`, `when`
…). It stays only if somebody who has not written it finds it right and worth telling on articles that nobody
has looked at.
"""

from . import frame, told, tone, voices, when
from .examples import story
from .finding import Statement

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
    Statement(
        "still to come",
        "0",
        "A main clause with “will”, “is to”, or “set / due / scheduled / expected to” has a subject, stands outside "
        "direct speech, and has a date not before the known day of publication.",
        when.still_to_come,
        (story("The bridge will reopen on 9 May 2026."), "2025-05-08"),
        ("The council said it would reopen the bridge. Critics will deplore that.", "2025-05-08"),
    ),
    Statement(
        "reported",
        "0",
        "A passage of one to three whole sentences, at least half somebody’s, has a source that stands in it, leans on "
        "nothing before it and is not turned by a “but” behind it; neither it nor its like stands In short, and it "
        "has four words that title and In short have not, and two that the first row of In short has. Who is named "
        "alone is introduced.",
        told.telling("reported"),
        (
            story("Anna Berg, the harbour master of Holm, said that nobody there had read a letter of seven divers."),
            None,
        ),
        (story("She said that nobody in the council had read a letter of divers about the quay."), None),
    ),
    Statement(
        "told",
        "0",
        "The same of what is nobody’s but the article’s.",
        told.telling("told"),
        (story("Nobody in the council read a letter of divers before last winter's storm sank two ferries."), None),
        (story("They read a letter of seven divers before last winter's storm sank two ferries."), None),
    ),
    Statement(
        "note",
        "0",
        "A sentence or line says that views are not the outlet’s, or that the text was corrected or taken over.",
        frame.note,
        ("The bridge closed on Monday.\n\nThis article has been corrected: it is closed to cars only.", None),
        ("The bridge closed on Monday.\n\nThis article of furniture has been sold to the council.", None),
    ),
    Statement(
        "its writer",
        "0",
        "One of the last sentences says of a name that stands nowhere else that it is a columnist, a"
        " fellow or the like.",
        frame.writer,
        ("The bridge closed on Monday. It rained.\n\nAnna Berg is a fellow of the Holm institute.", None),
        ("Anna Berg closed the bridge on Monday. It rained.\n\nAnna Berg is a fellow of the Holm institute.", None),
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
