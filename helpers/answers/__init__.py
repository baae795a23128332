"""Findings as sentences: tables in, plain English out, for any article.

Each function composes the answer of one notebook from its tables. Nothing here is found out;
what a table does not hold is said to be missing.
"""

from ..analyses import collect
from ..findings import findings
from ..markup import paragraphs
from ..quotes import find_quotes
from ..quotes.summary import attributions, running_words
from ..tables import once_per_article
from ..wording import count, day_in_full, join
from .corpus import corpus
from .measured import accuracy
from .trust import gold, readings, unmoved
from .when import read_from

__all__ = [
    "about",
    "accuracy",
    "corpus",
    "gold",
    "quotes",
    "readings",
    "themes",
    "timeline",
    "tone",
    "unmoved",
]

NOTHING_SURE = "Nothing here is sure enough to be said in a sentence; below stands all that was found, with its words."


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
    first = [
        f"The running text has {count(words, 'word')}; there are {join(parts)}." if parts else "The text is empty."
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
        second = [f"Cleaning made {count(len(removed), 'change')}, each logged with its place in the file: {listed}."]
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
    """What the article is about and who acts in it."""
    return _stated(article, "2")


def quotes(article):
    """Who is heard, in whose words, and who is not."""
    if attributions(find_quotes(article)).empty:
        return paragraphs([["Nobody is found to be reported as saying, thinking or wanting anything."]])
    return _stated(article, "3")


def tone(article):
    """In which words the article is written, and toward whom."""
    return _stated(article, "4")


def timeline(article):
    """What happened when, as far as the article dates it."""
    return _stated(article, "5", read_from(article))


@once_per_article
def _findings(article):
    return findings(article, collect(article))


def _stated(article, page, *before):
    """The statements of a notebook's answer; that there is none, where none is sure."""
    table = _findings(article)
    said = table.loc[table["page"] == page, "finding"].tolist()
    return paragraphs([[*before], *([sentence] for sentence in said or [NOTHING_SURE])])
