"""What ought not to matter: the same article with other names, countries, pronouns, quotation marks, spelling.

After the invariance tests of CheckList (Ribeiro, Wu, Guestrin and Singh 2020) and the audit of
sentiment tools by names (Kiritchenko and Mohammad 2018): a change that leaves what is said and
how it is said as they were ought to leave tone and attribution as they were.
"""

from bisect import bisect_left

import pandas as pd

from ..article import from_text
from ..article.edits import apply
from ..article.reworded import reworded, uncorrected
from ..coreference import mentions
from ..language import sentences
from ..quotes import find_quotes
from ..sentiment.scores import scored
from ..sentiment.toward import tone_toward
from ..tables import once_per_article
from .substitutions import changes, mover


def compare(article, edits):
    """What an edit does to the tone of each sentence, the stance toward each mention, and the attributions.

    Returns
    -------
    dict
        `other`: the changed article.
        `sentences`: a DataFrame with `start`, `end`, and the change of `tone`, `polarity` (TextBlob) and `vader`;
        `flips`: (mentions whose label changed, all); `lost` and `new`: attributions that are no longer found, or
        only now; `kept`: those found both times.
    """
    other = _changed(article, edits)
    if other is None:
        return None
    moved, rows = mover(edits), []
    for start, end in sentences(article)[["start", "end"]].astype(int).itertuples(index=False):
        old = scored(article, start, end)
        new = scored(other, moved(start), moved(end, end=True))
        rows.append(
            {
                "start": start,
                "end": end,
                "tone": new["tone"] - old["tone"],
                "polarity": new["polarity"] - old["polarity"],
                "vader": new["vader"] - old["vader"],
            }
        )
    labels = _labels(article)
    flips = sum(
        tone_toward(other, moved(start), moved(end, end=True))["label"] != label for (start, end), label in labels
    )
    old = sorted({(moved(start), moved(end, end=True)) for start, end in _attributions(article)})
    new = sorted(set(_attributions(other)))
    kept, found = _found_again(old, new), _found_again(new, old)
    return {
        "other": other,
        "sentences": pd.DataFrame(rows, columns=["start", "end", "tone", "polarity", "vader"]),
        "flips": (flips, len(labels)),
        "kept": kept,
        "lost": len(old) - kept,
        "new": len(new) - found,
    }


def _changed(article, edits):
    """The article after the edits, read anew where its text alone says what its blocks are; None if cleaning undoes it.

    What a web page, Markdown or Word says of its blocks is carried over.
    """
    text = apply(article.text, edits)
    if _is_plain(article):
        other = from_text(text, published=article.published, language="any")
        return other if other.text == text else None
    moved = mover(edits)
    places = zip(article.blocks["start"].tolist(), article.blocks["end"].tolist(), strict=True)
    return reworded(article, text, [(moved(start), moved(end, end=True)) for start, end in places])


@once_per_article
def _is_plain(article):
    """Whether an article's text alone says what its blocks are."""
    again = from_text(article.text, published=article.published, language="any").blocks
    return again[["start", "end", "kind"]].equals(article.blocks[["start", "end", "kind"]])


@once_per_article
def _labels(article):
    """(place, label of the stance) of every mention, judged once for all changes."""
    places = [(mention.start, mention.end) for mention in mentions(article)]
    return [(place, tone_toward(article, *place)["label"]) for place in places]


def _attributions(article):
    table = find_quotes(article)
    table = table[(table["kind"] != "scare") & table["inside"].isna()]
    return [(int(s), int(e)) for s, e in zip(table["start"], table["end"], strict=True)]


def _found_again(spans, others):
    """How many of some spans share half of the longer one with one of the others, which are sorted.

    >>> _found_again([(0, 10), (20, 30)], [(2, 12), (29, 60)])
    1
    """
    found = 0
    for start, end in spans:
        # one that begins further to the left is more than twice as long
        near = others[bisect_left(others, (2 * start - end,)) : bisect_left(others, (end,))]
        found += any(2 * (min(end, b) - max(start, a)) >= max(end - start, b - a) for a, b in near)
    return found


def invariance(article):
    """How much each change moves what it ought not to move; without anybody's corrections.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `change`, `edits` (places changed), `sentences`; `tone`, `polarity` (TextBlob), `vader`: mean absolute change of
        the sentences; `flips`: share of the `counted` mentions whose stance label changed; `attribution`: F1 of the
        attributions before against those after; `start`, `end`, `worst`: the sentence whose tone changed most, and
        by how much.
    """
    rows, article = [], uncorrected(article)
    for name, edits in changes(article).items():
        found = compare(article, edits)
        if found is None or found["sentences"].empty:
            continue
        each = found["sentences"]
        worst = each.loc[each["tone"].abs().idxmax()]
        wrong = found["lost"] + found["new"]
        rows.append(
            {
                "change": name,
                "edits": len(edits),
                "sentences": len(each),
                "tone": each["tone"].abs().mean(),
                "polarity": each["polarity"].abs().mean(),
                "vader": each["vader"].abs().mean(),
                "flips": found["flips"][0] / max(found["flips"][1], 1),
                "counted": found["flips"][1],
                "attribution": 2 * found["kept"] / (2 * found["kept"] + wrong) if found["kept"] + wrong else 1.0,
                "start": int(worst["start"]),
                "end": int(worst["end"]),
                "worst": worst["tone"],
            }
        )
    columns = [
        "change",
        "edits",
        "sentences",
        "tone",
        "polarity",
        "vader",
        "flips",
        "counted",
        "attribution",
        "start",
        "end",
        "worst",
    ]
    return pd.DataFrame(rows, columns=columns)
