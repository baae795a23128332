"""The answer about two articles, in sentences made from the tables."""

from ..language import parse
from ..markup import paragraphs
from ..wording import count, join
from .passages import SAME
from .voices import heard_only

NAMED = 3  # speakers or differences that a sentence names


def answer(a, b, tables):
    """What two articles share and where they differ; never who is right.

    Parameters
    ----------
    a, b : Article
    tables : dict of str to pandas.DataFrame
        From `compare`.

    Returns
    -------
    markup.Html

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.compare import compare
    >>> a = from_text("The ferry sank off Oslo on Monday. Nobody was hurt.")
    >>> b = from_text("The ferry sank off Oslo on Monday. It carried coal.")
    >>> print(answer(a, b, compare(a, b)).plain.split(".")[0])
    Of the 2 sentences of A 1 stands in B in the same words
    """
    passages, doc = tables["passages"], parse(a)
    places = passages[["a_start", "a_end"]].dropna().drop_duplicates().astype(int).to_numpy()
    story = {start for start, end in places if _is_sentence(doc.char_span(start, end, alignment_mode="expand"))}
    passages = passages[[start in story for start in passages["a_start"]]]
    every, same = len(story), passages.loc[passages["kind"] == SAME, "a_start"].nunique()
    first = []
    if same:
        stand = "stands" if same == 1 else "stand"
        first.append(f"Of the {count(every, 'sentence')} of A {same} {stand} in B in the same words.")
    versions = tables["versions"]
    if len(versions):
        told = [f"{number} {kind}" for kind, number in versions["kind"].value_counts(sort=False).items()]
        first.append(f"They are versions of one text: {join(told)}.")
    told = " ".join(tables["in_short"]["says"].dropna())  # who is told there is not told again
    more = [_facts(tables["facts"]), _voices(a, b, tables["voices"], told)]
    if not (first or any(more)):
        first = ["No sentence of A stands in B in the same words."]
    return paragraphs([first, *more])


def _is_sentence(span):
    """Whether words have a verb: a heading, a label or an item of a list has none.

    >>> from helpers.article import from_text
    >>> [_is_sentence(parse(from_text(text))[:]) for text in ("4. Ben Carson (3.)", "Nobody came.")]
    [False, True]
    """
    return any(token.pos_ in ("VERB", "AUX") for token in span)


def _facts(facts):
    if facts.empty:  # they may differ all the same: few are found
        return []
    told = [f"{row.about}: {row.a_value} in A, {row.b_value} in B" for row in facts.head(NAMED).itertuples(index=False)]
    what = count(len(facts), "figure or time", "figures and times")
    first = "the first three: " if len(facts) > NAMED else ""
    return [f"{what} of the same thing {'differs' if len(facts) == 1 else 'differ'} ({first}{'; '.join(told)})."]


def _voices(a, b, voices, told):
    only, sentences = heard_only(a, b), []
    for side in "ab":
        names = [name for where, name, *_ in only if where == side and name not in told][:NAMED]
        if names:
            heard = "is" if len(names) == 1 else "are"
            sentences.append(f"{join(names)} {heard} heard in {side.upper()} and not named in the other.")
    alike = voices[voices["kind"].isin(("same words", "trimmed"))].dropna(subset=["a_class", "b_class"])
    for row in alike[alike["a_class"] != alike["b_class"]].head(1).itertuples(index=False):
        sentences.append(
            f"Words of {row.speaker} that both have are introduced by “{row.a_cue}” in A and “{row.b_cue}” in B."
        )
    return sentences
