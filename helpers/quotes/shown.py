"""Voices as a page shows them: a short name, a sign and a colour each; sources without a name in groups."""

import pandas as pd

from ..coreference import mentions
from ..tables import each, is_missing
from ..wording import join, short
from .summary import attributions, bare, is_writer, of_story

COLOURS = "ABCDEF"  # what colour-blind readers tell apart; all further voices are grey
GREY = "G"
WIDTH = 26  # characters of a name in a margin
TOGETHER = 2  # so many names are said in full
COLUMNS = ["voice", "name", "short", "sign", "colour", "source_type", "marked", "retold", "passages"]
DTYPES = {"marked": "int64", "retold": "int64"}
# source_type of sources without a name -> key, name, sign of their group
GROUPS = {
    "media": ("media", "Media", "m"),
    "anonymous": ("anonymous", "Sources without a name", "s"),
    "institution": ("institution", "Bodies and papers", "b"),
    "collective": ("collective", "Groups of people", "g"),
}
OTHER = ("other", "Others", "o")  # the source's words are of no type
NOBODY = ("nobody", "Nobody named", "?")
WRITER = ("writer", "The writer, as “I”", "w")
NEVER_COLOURED = (OTHER[0], NOBODY[0])
GROUP_NAMES = {name for _, name, _ in (*GROUPS.values(), OTHER, NOBODY, WRITER)}
# words that stand for somebody whom the article does not name there: no name of a voice
STAND_INS = frozenset(
    "i he she it we you they who that this these those one some others many mine ours hers his theirs".split()
)
ALIKE = (WRITER[0], NOBODY[0])  # groups that no words of the article name


def voice_of(speaker, source, source_type, inside=None):
    """The voice that a row belongs to; `inside` is the attribution that holds it, if one does.

    >>> voice_of("Ann Lee", "she", "named person"), voice_of(None, "officials", "anonymous"), voice_of(None, None, None)
    ('Ann Lee', 'anonymous', 'nobody')
    >>> voice_of(None, "I", "anonymous")
    'writer'
    """
    if speaker:
        return speaker
    if is_missing(inside) and is_writer(source):
        return WRITER[0]
    if not source:
        return NOBODY[0]
    return GROUPS.get(source_type, OTHER)[0]


def voices_shown(article, quotes):
    """Who speaks in an article, as a page names them.

    Parameters
    ----------
    article : Article
    quotes : pandas.DataFrame
        The quotes table. Rows that are less likely right than wrong do not count.

    Returns
    -------
    pandas.DataFrame
        One row a voice, named ones first, those with most words first: `voice` (its key: the speaker, or the
        group of sources without a name), `name` (in full), `short` (as the article calls them, for a margin),
        `sign` (one to three letters, no two alike; small ones are groups), `colour` (A to F, or G, grey),
        `source_type` (of most of its rows), `marked` and `retold` (words in and outside quotation marks, of
        attributions that stand in no other), `passages` (ids of its rows, in the order of the text).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.quotes import find_quotes
    >>> article = from_text("“We go,” said Anna Berg. “Never,” said Berg. “Perhaps,” officials said.")
    >>> voices_shown(article, find_quotes(article))[["name", "short", "sign", "colour"]].values.tolist()
    [['Anna Berg', 'Berg', 'B', 'A'], ['Officials', 'Officials', 's', 'B']]
    """
    rows = attributed(quotes)
    outer = set(of_story(article, rows.loc[rows["inside"].isna()])["id"])
    found = {}
    for row in each(rows, "id start text marked speaker source source_type inside"):
        one = found.setdefault(
            voice_of(row.speaker, row.source, row.source_type, row.inside),
            {"marked": 0, "retold": 0, "passages": [], "types": [], "words": {}},
        )
        one["passages"].append(row.id)
        one["types"] += [row.source_type] if row.source_type else []
        if row.source:
            one["words"].setdefault(bare(row.source).casefold(), bare(row.source))
        if row.id in outer:
            every = len(row.text.split())
            marked = min(every, sum(len(row.text[a - row.start : b - row.start].split()) for a, b in row.marked))
            one["marked"] += marked
            one["retold"] += every - marked
    groups = {key: (name, sign) for key, name, sign in (*GROUPS.values(), WRITER, OTHER, NOBODY)}
    order = sorted(found, key=lambda key: (key in groups, -found[key]["marked"] - found[key]["retold"], key))
    called, signs, colours, table = calls(article), set(), iter(COLOURS), []
    for key in order:
        one = found[key]
        if key in groups:
            name, sign = groups[key]
            words = list(one["words"].values())
            own_words = len(words) == 1 and key not in ALIKE and words[0].casefold() not in STAND_INS
            name = capital(words[0]) if own_words else name
            brief = short(name, WIDTH)
        else:
            names = key.split("; ")
            name, brief = join(names), together([called.get(one, one) for one in names])
            sign = sign_of(brief, signs)
        signs.add(sign)
        colour = GREY if key in NEVER_COLOURED else next(colours, GREY)
        kind = max(one["types"], key=one["types"].count) if one["types"] else None
        table.append((key, name, brief, sign, colour, kind, one["marked"], one["retold"], tuple(one["passages"])))
    return pd.DataFrame(
        {name: pd.Series([row[n] for row in table], dtype=DTYPES.get(name, "object")) for n, name in enumerate(COLUMNS)}
    )


def attributed(quotes):
    """The shown rows that say who says something; a later part has the speaker, source and type of the first."""
    rows = quotes
    rows = rows[rows["kind"] != "scare"].copy()
    outer = attributions(quotes).set_index("id")
    for column in ("speaker", "source"):
        carried = [outer[column].get(one, value) for one, value in zip(rows["id"], rows[column], strict=True)]
        rows[column] = pd.Series(carried, index=rows.index, dtype="object")
    return rows


def calls(article):
    """What the article mostly calls each actor: "Berg" for "Anna Berg", where no other actor is called so.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> from helpers.article import from_text
    >>> calls(from_text("Anna Berg spoke. Berg left."))["Anna Berg"]
    'Berg'
    >>> calls(from_text("Ann Lee met Tom Lee."))["Ann Lee"]
    'Ann Lee'
    >>> calls(from_text("The Food and Drug Administration (FDA) met. The FDA ruled."))["Food and Drug Administration"]
    'FDA'
    """
    names = list(dict.fromkeys(name for one in mentions(article) for name in one.names))  # in order: no hash decides
    words = {}  # word -> the names it stands in
    for name in names:
        for word in name.split():
            words.setdefault(word, set()).add(name)
    counts = {name: {} for name in names}
    for one in mentions(article):
        if one.how in ("name", "title") and len(one.names) == 1:  # "Mr. Clarke" calls him Clarke
            form = article.text[one.start : one.end].removesuffix("’s").removesuffix("'s")
            form = form.split()[-1] if one.how == "title" else form
            own = counts[one.names[0]]
            own[form] = own.get(form, 0) + 1
    found = {}
    for name, own in counts.items():
        parts = name.split()
        initials = "".join(part[0] for part in parts if part[0].isupper())
        fit = [form for form in own if form in parts and len(words[form]) == 1 and len(form) > 1]
        fit += [form for form in own if form == initials and len(form) > 2]  # the FDA
        found[name] = (
            max(fit, key=lambda form: (own[form], form in parts and parts.index(form))) if fit else short(name, WIDTH)
        )
    return found


def together(names):
    """Names of those who speak together, for a margin.

    >>> together(["Xi", "Putin"]), together(["Berg", "Lee", "Roe", "Sand"])
    ('Xi and Putin', 'Berg and 3 others')
    """
    return join(names) if len(names) <= TOGETHER else f"{names[0]} and {len(names) - 1} others"


def sign_of(name, taken):
    """A sign of one to three letters for a name, none of those taken.

    >>> sign_of("Berg", set()), sign_of("Berg", {"B"}), sign_of("Xi and Putin", set())
    ('B', 'Br', 'XP')
    """
    words = [word for word in name.split() if word[:1].isalnum() and word not in ("and", "others")] or ["?"]
    initials = "".join(word[0].upper() for word in words[:3])
    rest = sorted((char for char in "".join(words)[1:] if char.isalnum()), key="aeiouAEIOU".__contains__)
    options = [initials, *(initials[0] + char for char in rest), *(f"{initials[0]}{n}" for n in range(2, 99))]
    return next((one for one in options if one not in taken), "+")


def capital(text):
    """Text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
