"""Two articles, or two versions of one, side by side: what both tell, what one alone tells, and where they differ.

Differences with their words, never a verdict about who is right. `A` is the first article, `B` the second.
"""

from . import absent, facts, passages, sentences, shortly, support, versions, voices, wording
from .answer import answer
from .columns import COLUMNS
from .door import few_enough, pair, refuse
from .page import shown
from .write import write

__all__ = ["COLUMNS", "answer", "compare", "pair", "shown", "write"]


def compare(a, b):
    """Set two articles side by side.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    dict of str to pandas.DataFrame
        Tables of the names in `COLUMNS`; each row has `a_start`, `a_end`, `b_start`, `b_end`, missing where one is
        silent. `passages`: every sentence, as same words, reworded (with the words that differ), only in A, only in B,
        or unsure, where the other one has no such sentence but most of its words.
        `voices`: what is reported of whom. `speakers`: who is heard, by share of words. `facts`: figures and times
        of the same thing that differ. `wording`: other words for the same. `keyness`: words that one has more often.
        `versions`: what became of each sentence, where both are versions of one text. `in_short`: ten differences at
        most, each with the articles' own sentences and with what of it can be looked up in both. And `corrections`:
        the first one's corrections carried over to the second.

    Raises
    ------
    ArticleError
        If both have the same words, nothing in common, or too much to be set against each other.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> a = from_text("The ferry sank off Oslo on Monday. Two divers of the navy found the captain in his cabin.")
    >>> b = from_text("The ferry sank off Oslo on Monday. It carried cheap coal from the mines of Poland.")
    >>> compare(a, b)["passages"]["kind"].tolist()
    ['same words', 'only in A', 'only in B']
    """
    ours, theirs = sentences.both(a, b)
    few_enough(a, b, ours, theirs, "sentences")
    likely = passages.scores(ours, theirs)
    pairs, called = passages.align(ours, theirs, likely), sentences.partners(a, b)
    refuse(a, b, ours, theirs, pairs)
    differing = facts.facts(a, b, ours, theirs, likely, called)
    pairs = passages.with_facts(pairs, differing, ours, theirs)
    one_text = versions.are_versions(ours, theirs, pairs)
    near_a, near_b = passages.nearest(likely, 0), passages.nearest(likely, 1)
    lacking = absent.missing(a, absent.Elsewhere(b)), absent.missing(b, absent.Elsewhere(a))
    only_a = support.alone(a, ours, theirs, {pair.a for pair in pairs}, near_a, lacking[0], versions=one_text)
    only_b = support.alone(b, theirs, ours, {pair.b for pair in pairs}, near_b, lacking[1], versions=one_text)
    alone = only_a, only_b
    tables = {
        "voices": voices.voices(a, b, ours, theirs, pairs, called),
        "speakers": voices.speakers(a, b, ours, theirs, called),
        "facts": differing,
        "wording": wording.wording(a, b, ours, theirs, pairs, called),
        "keyness": wording.keyness(a, b),
    }
    tables["versions"] = versions.versions(a, b, ours, theirs, pairs, tables["facts"], alone)
    tables["in_short"] = shortly.differences(a, b, ours, theirs, alone, lacking, tables)
    only_a |= shortly.told_alone(tables["in_short"], "a", ours)  # what stands there has the same mark in the text
    only_b |= shortly.told_alone(tables["in_short"], "b", theirs)
    tables = {"passages": passages.passages(a, b, ours, theirs, pairs, alone, lacking), **tables}
    tables["corrections"] = versions.carried_over(a, b)
    return tables
