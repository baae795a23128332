"""Findings as sentences: tables in, plain English out, for any article.

Each function composes the answer of one notebook from its tables. Nothing here is found out;
what a table does not hold is said to be missing.
"""

from ..consistency import check_consistency, relations_checked
from ..findings import stated
from ..markup import paragraphs, sharing_only_snippets
from ..quantities import find_quantities
from ..quotes import find_quotes
from ..quotes.summary import LAST, UNNAMED, attributions, by_speaker, of_story, running_words, voice_share
from ..sentiment import on_the_whole, score_sentences, whole
from ..tables import each
from ..themes import actors, told
from ..timeline import find_events
from ..timeline.clauses import dated
from ..wording import count, day_in_full, join, signed
from .corpus import corpus
from .heard import heard_most
from .measured import accuracy
from .named import aside, named_most
from .trust import gold, readings, unmoved
from .what import of_the_story
from .when import of_the_news, read_from

__all__ = [
    "about",
    "accuracy",
    "corpus",
    "gold",
    "numbers",
    "quotes",
    "readings",
    "themes",
    "timeline",
    "tone",
    "unmoved",
]

FEW = 3  # names of a sentence
UNASSIGNED = 0.1  # share of somebody's words without a name, up to which it is said who speaks at greatest length


def about(article):
    """What is known about the article itself.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html
    """
    kinds = article.blocks["kind"].value_counts()
    parts = [
        count(int(kinds[kind]), kind)
        for kind in ("heading", "paragraph", "list item", "blockquote", "caption")
        if kind in kinds
    ]
    words = running_words(article)
    are = "is" if parts and parts[0].startswith("1 ") else "are"
    first = [
        f"The running text has {count(words, 'word')}; there {are} {join(parts)}." if parts else "The text is empty."
    ]
    given = {
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "web address": article.url,
        "day of publication": article.published,
    }
    known = [
        f"the {name} is “{value}”" if name != "day of publication" else f"the {name} is {day_in_full(value)}"
        for name, value in given.items()
        if value is not None
    ]
    unknown = [name for name, value in given.items() if value is None]
    if known:
        sentence = join(known)
        first.append(sentence[0].upper() + sentence[1:] + ".")
    if unknown:
        first.append(f"Neither you nor the file says the {join(unknown)}, and nothing is guessed.")
    removed = article.removed
    if removed.empty:
        second = ["Nothing was taken out and nothing changed: the text is the file, character for character."]
    else:
        reasons = removed["reason"].value_counts(sort=False)
        listed = join(f"{reason} ({number:,})" for reason, number in reasons.items())
        logged = "logged with its" if len(removed) == 1 else "each logged with its"
        second = [f"Cleaning made {count(len(removed), 'change')}, {logged} place in the file: {listed}."]
    return paragraphs([first, second, *_of_page(article)])


def _of_page(article):
    """What of a web page never became text, and a warning where that may be most of the article."""
    if article.source.how != "html":
        return []
    lost = article.left_out.groupby("kind", sort=False)["words"].sum()
    said = ["Menus, adverts and links were left out; the words are unchanged."]
    others = [f"{kind} ({count(words, 'word')})" for kind, words in lost.items() if kind != "navigation"]
    if others:
        said.append(f"Left out too: {join(others)}.")
    prose = int(lost.get("text", 0))
    if prose > len(article.text.split()):
        said.append(
            f"Warning: this text is under half of the page's prose; {count(prose, 'word')} of it stayed outside: "
            "compare it with the page."
        )
    return [said]


def themes(article):
    """What the article is about: its main theme, up to three others, and who is named most.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> text = "The harbour ferry sank.\\n\\nAnna Berg owned the harbour ferry. Prosecutors blame her."
    >>> print(themes(from_text(text)).plain.split(".")[0])
    Its main theme is “sinking of the harbour ferry”
    """
    found, table = told(article), actors(article)
    if found.empty:
        return paragraphs([["The text is too short to say what it is about."]])
    acting = set(table.loc[~aside(table), "actor"])  # who they are is said in the next sentence
    said, places = of_the_story(article, found, acting)
    said = [said]
    named, settings = named_most(article, table)
    if named:
        left = f" and mere settings ({join(settings)}) left out" if settings else ""
        said.append(f"Mentioned most, pronouns counted{left}: {join(named)}.")
        places |= named
    return _stated(article, "2", *said, places=places)


def quotes(article):
    """Who is heard, in whose words, and who is not.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> said = "We go to the old harbour of Holm with seven ships, and we stay until the last one has sold its fish"
    >>> print(quotes(from_text(f"“{said},” said Anna Berg. It rained.")).plain)
    About 81 % of its words are somebody’s, 81 % stand in quotation marks. Heard most: Anna Berg.
    """
    table = find_quotes(article)
    spoken = of_story(article, table)
    if attributions(spoken).empty:
        return paragraphs([["Nobody is found to be reported as saying, thinking or wanting anything."]])
    somebodys, every = voice_share(article, table)
    voices = by_speaker(spoken, UNNAMED)
    marked = min(int(voices["marked"].sum()), somebodys)
    share, quoted = (f"{number / every:.0%}".replace("%", " %") for number in (somebodys, marked))
    first = [f"About {share} of its words are somebody’s, {quoted} stand in quotation marks."]
    rest = int(voices.loc[voices["who"].isin(LAST), ["marked", "paraphrased"]].to_numpy().sum())
    places = heard_most(spoken, actors(article))
    if places:
        found = ", of those whose name was found" if rest > UNASSIGNED * somebodys else ""
        first.append(f"Heard most{found}: {join(places)}.")
    return _stated(article, "3", *first, places=places)


def tone(article):
    """In which tone the article is, on the whole.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> print(tone(from_text("It rained on Monday in Holm.")).plain.split(":")[0])
    No tone is stated; the mean of its sentences is too near 0 or too unsure
    """
    tones = score_sentences(article)
    if tones["tone"].notna().sum() == 0:
        return paragraphs([["There is no sentence to judge."]])
    mean, low, high = whole(tones)
    first = [
        f"{on_the_whole(mean, low, high)}: {signed(mean)} on a scale from −1 to 1, nine times in ten between "
        f"{signed(low)} and {signed(high)}."
    ]
    return _stated(article, "4", *first)


def timeline(article):
    """What happened when, as far as the article dates it, and where it does not go together.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> print(timeline(from_text("The hall was built in 1945. It opened on May 8, 1946.")).plain.split(".")[0])
    2 events are dated
    """
    events = dated(article, find_events(article))
    first = ["No event has a date that is known."]
    if len(events):
        first = [f"{count(len(events), 'event')} {'is' if len(events) == 1 else 'are'} dated."]
    news, places = of_the_news(article)
    return _stated(article, "5", news, *first, read_from(article), places=places)


def numbers(article):
    """What was counted, and whether it adds up.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> print(numbers(from_text("Of the club’s 96 boats, 60 were sold. The other 36 are for hire.")).plain)
    What was compared and agrees: 96 − 60 = 36.
    """
    relations, apart = relations_checked(article), len(check_consistency(article))
    # A calendar tells nothing of an article; two dates may lie as far apart as something else lasts.
    agree, first = {}, []
    for row in each(relations[relations["verdict"].eq("agrees")], "kind spans computation"):
        if row.kind not in ("weekday", "span"):
            agree[row.computation] = row.spans[0]
    if agree:
        more = [f"{len(agree) - FEW:,} more"] if len(agree) > FEW else []
        first.append(f"What was compared and agrees: {join([*list(agree)[:FEW], *more])}.")
    if apart:
        them = "One thing does" if apart == 1 else f"{apart:,} things do"
        first.append(f"{them} not go together: read both places.")
    if not first:
        found = len(find_quantities(article))
        rest = "what was compared tells no more" if len(relations) else "no two were found that could be checked"
        first = [f"It has {count(found, 'number')}; {rest}." if found > 1 else "It has no two numbers to compare."]
    return _stated(article, "6", *first, places=agree)


def _stated(article, page, *first, places=None):
    """The answer in a few sentences, then the statements of its page; words that stand for a place lead to it."""
    table = stated(article, sharing_only_snippets())
    said = {row.finding: (row.start, row.end) for row in each(table[table["page"] == page], "finding start end")}
    return paragraphs([[*first], *([sentence] for sentence in said)], places=said | (places or {}))
