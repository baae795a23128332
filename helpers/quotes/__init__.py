"""Who says what: every attribution, with its cue, its source and its words."""

from .. import corrections
from ..language import parse, story
from ..language.marks import pair_marks
from ..tables import once_per_article
from .choose import choose
from .parsed import Parsed
from .rows import Rows
from .weigh import weights

__all__ = ["find_quotes"]


def find_quotes(article):
    """Every attribution: who says, thinks or wants what, in marks or without.

    Constructions (`candidates.CONSTRUCTIONS`) list where the content of a cue can stand; weights
    learned from annotated news choose among them and among the noun phrases that may name the
    source (`weigh`); `choose` settles overlaps.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The quotes table. `kind` is direct (all of it in marks), mixed (some), indirect (none) or
        scare (in marks, and nobody is said to say it). `source_*` and `cue_*` are offsets;
        `speaker` is missing where the article names none. `confidence` is the calibrated
        probability, 0 … 1, that the row is an attribution with this content; missing where no cue
        was weighed.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> row = find_quotes(from_text("“The bridge is closed,” said Anna Berg on Monday.")).iloc[0]
    >>> row["kind"], row["speaker"], row["cue"], row["cue_class"]
    ('direct', 'Anna Berg', 'said', 'neutral')

    References
    ----------
    Kinds and parts of an attribution after PolNeAR (Newell, Margolin & Ruths 2018) and PARC 3
    (Pareti 2016).
    """
    return corrections.apply(article, "quotes", uncorrected(article).copy())


@once_per_article  # sentiment, events and consistency ask for the same table again
def uncorrected(article):
    """The quotes table without corrections of its rows."""
    doc = parse(article)
    blocks = list(zip(article.blocks["start"], article.blocks["end"], strict=True))
    marked = pair_marks(article.text, story(article))
    parsed = Parsed(doc, blocks, article.blocks["kind"].tolist(), marked, corrections.cues(article))
    learned = weights()
    builder = Rows(article, parsed, marked)
    rows = builder.attributions(choose(parsed, learned))
    rows += builder.terms(rows)
    return builder.table(rows)
