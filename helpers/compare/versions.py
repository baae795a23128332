"""Two versions of one text: what was inserted, removed and changed, and which corrections still fit."""

from bisect import bisect_left
from dataclasses import replace

from ..analyses import report
from .columns import build

ONE_TEXT = 0.5  # share of the longer text's sentences that stand in the other with the same words
IN_ORDER = 0.9  # share of these that stand in one order in both


def are_versions(ours, theirs, pairs):
    """Whether two texts are versions of one: half of the longer one stands in the other, word by word and in order.

    A text that shares a passage with a longer one, as a digest does, is no version of it.

    >>> from .passages import Pair
    >>> are_versions("abcd", "abd", [Pair(0, 0, 1.0, True), Pair(1, 1, 1.0, True), Pair(3, 2, 1.0, True)])
    True
    >>> are_versions("abcdefgh", "abd", [Pair(0, 0, 1.0, True), Pair(1, 1, 1.0, True), Pair(3, 2, 1.0, True)])
    False
    """
    places = [pair.b for pair in sorted(pairs) if pair.same]
    if len(places) < ONE_TEXT * max(1, len(ours), len(theirs)):
        return False
    ends = []  # the smallest last place of a run in order of each length (patience sorting)
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends) >= IN_ORDER * len(places)


def versions(a, b, ours, theirs, pairs, facts, alone):
    """The versions table: what became of the sentences of a text; empty where the two are no versions of one text.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    facts : pandas.DataFrame
        The facts table.
    alone : (set of int, set of int)
        From `support.alone`, of each text.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.compare import compare
    >>> from helpers.article import from_text
    >>> a = from_text("The ferry sank off Oslo. At least 12 people were hurt there. It rained all day.")
    >>> b = from_text("The ferry sank off Oslo. At least 14 people were hurt there. It rained all day. Help came.")
    >>> compare(a, b)["versions"]["kind"].tolist()
    ['figure changed', 'inserted']
    """
    if not are_versions(ours, theirs, pairs):
        return build("versions", [], a, b)
    rows, figures = [], []
    for row in facts.itertuples(index=False):
        figures.append((int(row.a_start), int(row.b_start)))
    titles = [_title(article) for article in (a, b)]
    headed = all(titles) and " ".join(a.text[slice(*titles[0])].split()) != " ".join(b.text[slice(*titles[1])].split())
    if headed:
        rows.append({"a": titles[0], "b": titles[1], "kind": "headline changed"})
    best = {}, {}  # a sentence that several tell was changed into the nearest of them
    for pair in pairs:
        for own, number in zip(best, pair[:2], strict=True):
            own[number] = max(own.get(number, pair), pair, key=lambda own: own.score)
    for pair in best[0].values():
        if best[1][pair.b] != pair:
            continue
        one, other = ours[pair.a], theirs[pair.b]
        if one.letters == other.letters or (headed and _in_title(one, titles[0])):
            continue
        is_figure = any(one.start <= x < one.end and other.start <= y < other.end for x, y in figures)
        numbers = _numbers(one), _numbers(other)
        is_figure = is_figure or (len(numbers[0]) == len(numbers[1]) and numbers[0] != numbers[1])
        kind = "figure changed" if is_figure else "changed"
        rows.append({"a": (one.start, one.end), "b": (other.start, other.end), "kind": kind})
    for side, sentences, own, kind in (("a", ours, alone[0], "removed"), ("b", theirs, alone[1], "inserted")):
        rows += [{side: (sentences[n].start, sentences[n].end), "kind": kind} for n in sorted(own)]
    return build("versions", rows, a, b)


def _numbers(sentence):
    return sorted(word for word in sentence.words if any(sign.isdigit() for sign in word))


def _title(article):
    """Where the headline stands: the title's block, or nothing."""
    found = article.blocks[article.blocks["kind"] == "title"]
    return (int(found["start"].iloc[0]), int(found["end"].iloc[0])) if len(found) else None


def _in_title(sentence, title):
    return title is not None and title[0] <= sentence.start < title[1]


def carried_over(a, b):
    """The corrections of one article, applied to the other: what became of each line.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    pandas.DataFrame
        As `analyses.report`; what no longer fits begins with "no longer fits". Empty where the first has none.
    """
    return report(replace(b, corrections=a.corrections))
