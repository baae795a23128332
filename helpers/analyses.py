"""The list of all analyses: every table of an article by name, and what became of its corrections."""

import pandas as pd

from . import corrections
from .coreference import mentions
from .corrections.sheet import READ_FIRST
from .language import parse, sentences
from .quotes import find_quotes
from .sentiment import score_sentences, score_voices
from .themes import actors, key_phrases, themes
from .timeline import check_consistency, find_events, find_times

ANALYSES = {
    "sentences": sentences,
    "quotes": find_quotes,
    "times": find_times,
    "events": find_events,
    "consistency": check_consistency,
    "tones": score_sentences,
    "voices": score_voices,
    "actors": actors,
    "themes": themes,
    "key_phrases": key_phrases,
}


def collect(article):
    """All tables that need no question of the reader's.

    Parameters
    ----------
    article : Article

    Returns
    -------
    dict of str to pandas.DataFrame
        The table of each name in `ANALYSES`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> collect(from_text("It opened in 1945."))["times"]["value"].tolist()
    ['1945']
    """
    return {name: analysis(article) for name, analysis in ANALYSES.items()}


def report(article):
    """What became of each line of the corrections.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `line`, `kind`, `table`, `text`, `who`, `when`, `why` and `result`: in words; what no longer fits
        begins with "no longer fits". Empty where the article has no corrections.
    """
    for table in dict.fromkeys(line.table for _, line in corrections.lines(article) if line.table):
        if table in ANALYSES:
            ANALYSES[table](article)
    told = corrections._anchored.get(article, {})
    rows = []
    for number, line in corrections.lines(article):
        if line.kind in READ_FIRST:
            result = "read first" if _known(article, line) else "no longer fits: neither text nor actors have it"
        else:
            result = told.get(number, "no longer fits: no analysis makes this table")
        rows.append(
            {
                "line": number,
                "kind": line.kind,
                "table": line.table,
                "text": line.text,
                "who": line.who,
                "when": line.when,
                "why": line.why,
                "result": result,
            }
        )
    return pd.DataFrame(rows, columns=["line", "kind", "table", "text", "who", "when", "why", "result"])


def _known(article, line):
    if line.kind in ("cue", "word"):
        word = line.text.strip().lower()
        return any(word in (token.lower_, token.lemma_.lower()) for token in parse(article))
    if line.kind == "alias":
        return line.text.strip() in article.text
    return any(line.name in mention.names for mention in mentions(article))
