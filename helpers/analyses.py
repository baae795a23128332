"""The list of all analyses: every table of an article by name, and what became of its corrections."""

from dataclasses import asdict

import pandas as pd

from . import consistency, corrections, quantities, quotes
from .consistency import check_consistency, relations_checked
from .coreference import mentions
from .language import parse, sentences
from .quantities import find_quantities
from .quotes import find_quotes
from .sentiment import score_sentences, score_voices, scores
from .themes import actors, key_phrases, themes
from .themes.actors import uncorrected as uncorrected_actors
from .themes.topics import uncorrected as uncorrected_themes
from .timeline import events, find_events, find_times, times

ANALYSES = {
    "sentences": sentences,
    "quotes": find_quotes,
    "times": find_times,
    "events": find_events,
    "quantities": find_quantities,
    "consistency": check_consistency,
    "relations_checked": relations_checked,
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


# The same tables before the researcher's lines about their rows; the others are corrected by nobody.
UNCORRECTED = {
    "quotes": quotes.uncorrected,
    "times": times.uncorrected,
    "events": events.uncorrected,
    "quantities": quantities.uncorrected,
    "consistency": consistency.uncorrected,
    "tones": scores.uncorrected_tones,
    "voices": scores.uncorrected_voices,
    "actors": uncorrected_actors,
    "themes": uncorrected_themes,
}
SAID = {
    corrections.NO_WORDS: "no longer fits: its words are not in the text as they were",
    corrections.NO_ROW: "no longer fits: {table} has no row there",
}


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
    lines = corrections.lines(article)
    outcomes = {
        outcome.line: outcome
        for table in dict.fromkeys(line.table for _, line in lines if line.table)
        for outcome in corrections.outcomes(article, table, UNCORRECTED[table](article))
    }
    columns = ["line", "kind", "table", "text", "who", "when", "why", "result"]
    said = [_said(article, number, line, outcomes) for number, line in lines]
    table = pd.DataFrame([asdict(line) for _, line in lines], columns=[*corrections.COLUMNS])
    return table.assign(line=[number for number, _ in lines], result=said)[columns]


def _said(article, number, line, outcomes):
    """What became of a line, in words."""
    if number not in outcomes:  # what analyses begin with
        return "read first" if _fits(article, line) else "no longer fits: neither text nor actors have it"
    outcome = outcomes[number]
    said = SAID.get(outcome.result, outcome.result).format(table=line.table)
    return f"{said}, at another place of the text" if outcome.moved else said


def _fits(article, line):
    """Whether an alias, a new name, a cue or a word is in the article."""
    if line.kind in ("cue", "word"):
        word = line.text.strip().lower()
        return any(word in (token.lower_, token.lemma_.lower()) for token in parse(article))
    if line.kind == "alias":
        return line.text.strip() in article.text
    return any(line.name in mention.names for mention in mentions(article))
