"""Two versions of one text: what was inserted, removed and changed, and which corrections still fit."""

from dataclasses import replace

from ..analyses import report
from .columns import build

ONE_TEXT = (
    0.5  # share of the shorter text's sentences that stand in the other with the same words, as of near duplicates
)


def are_versions(ours, theirs, pairs):
    """Whether two texts are versions of one: half of the shorter one's sentences are in both with the same words."""
    same = sum(pair.same for pair in pairs)
    return same >= ONE_TEXT * max(1, min(len(ours), len(theirs)))


def versions(a, b, ours, theirs, pairs, facts):
    """The versions table: what became of the sentences of a text; empty where the two are no versions of one text.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    facts : pandas.DataFrame
        The facts table.

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
    best = {}  # a sentence that several tell was changed into the nearest of them
    for pair in pairs:
        best[pair.a] = max(best.get(pair.a, pair), pair, key=lambda own: own.score)
    for pair in best.values():
        one, other = ours[pair.a], theirs[pair.b]
        if one.words == other.words or (headed and _in_title(one, titles[0])):
            continue
        is_figure = any(one.start <= x < one.end and other.start <= y < other.end for x, y in figures)
        numbers = _numbers(one), _numbers(other)
        is_figure = is_figure or (len(numbers[0]) == len(numbers[1]) and numbers[0] != numbers[1])
        kind = "figure changed" if is_figure else "changed"
        rows.append({"a": (one.start, one.end), "b": (other.start, other.end), "kind": kind})
    told_a, told_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    for n, one in enumerate(ours):
        if n not in told_a and not (headed and _in_title(one, titles[0])):
            rows.append({"a": (one.start, one.end), "kind": "removed"})
    for n, one in enumerate(theirs):
        if n not in told_b and not (headed and _in_title(one, titles[1])):
            rows.append({"b": (one.start, one.end), "kind": "inserted"})
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
