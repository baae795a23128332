"""What research asks of many articles: voices, silence, tone, claims, themes. Each answer leads to rows."""

from .groups import grouping, joined_themes, themes_over_time, typical_phrases
from .heard import (
    SPOKEN,
    chance_of_silence,
    quietest,
    quoted_about,
    silent,
    voice_days,
    voices,
    voices_by_article,
    words_of,
)
from .speaking import heard_by_gender, heard_by_role
from .tone import month_passages, telling, tone_by_month, tones, turns

__all__ = [
    "chance_of_silence",
    "changing_claims",
    "copies",
    "coverage",
    "failures",
    "grouping",
    "heard_by_gender",
    "heard_by_role",
    "joined_themes",
    "month_passages",
    "most_told",
    "quietest",
    "quoted_about",
    "silent",
    "spread",
    "strongest_sentences",
    "surprising",
    "telling",
    "themes_over_time",
    "to_read",
    "tone_by_month",
    "tones",
    "turns",
    "typical_phrases",
    "voice_days",
    "voices",
    "voices_by_article",
    "words_of",
]


def coverage(corpus):
    """What the corpus holds, by outlet.

    Returns
    -------
    pandas.DataFrame
        `outlet`, `articles`, `copies` (of an earlier article), `words`, `first`, `last`,
        `undated` (articles without a day of publication).
    """
    return corpus.sql("""
        SELECT coalesce(outlet, 'not known') AS outlet, count(*) AS articles,
               count(*) FILTER (duplicates <> article_id) AS copies, sum(words)::BIGINT AS words,
               min(published)::VARCHAR AS first, max(published)::VARCHAR AS last,
               count(*) FILTER (published IS NULL) AS undated
        FROM articles GROUP BY 1 ORDER BY articles DESC, outlet""")


def copies(corpus):
    """The near duplicates, and the article that each repeats.

    Returns
    -------
    pandas.DataFrame
        `published`, `outlet`, `title`, `first_in`, `first_on`.
    """
    return corpus.sql("""
        SELECT a.published::VARCHAR AS published, a.outlet, a.title, b.outlet AS first_in,
               b.published::VARCHAR AS first_on
        FROM articles a JOIN articles b ON a.duplicates = b.article_id
        WHERE a.article_id <> b.article_id ORDER BY a.published, a.outlet""")


def failures(corpus):
    """The articles that could not be read: `source`, `reason`."""
    return corpus.sql("SELECT source, reason FROM failures")


def changing_claims(corpus, at_least=3):
    """Quantities of the same thing that differ between articles: where a claim may spread and change.

    A figure and the word behind it ("2,000 barrels"); numbers in words are not seen.

    Returns
    -------
    pandas.DataFrame
        `what` (the word), `articles`, `outlets`, `values` (in the order of their first day; with "·"
        between them where there are no days), `first`, `last`;
        those in most outlets and with most values first. That two figures differ does not mean that
        they are of the same event: read them.
    """
    return corpus.sql(
        f"""
        WITH claims AS ({CLAIMS}),
        told AS (SELECT what, list(value ORDER BY day, value) AS found, min(day)::VARCHAR AS first,
                        max(last_day)::VARCHAR AS last
                 FROM (SELECT what, value, min(published) AS day, max(published) AS last_day
                       FROM claims GROUP BY what, value)
                 GROUP BY what HAVING count(*) > 1)
        SELECT what, count(DISTINCT article_id)::INT AS articles, count(DISTINCT outlet)::INT AS outlets,
               CASE WHEN any_value(first) IS NULL THEN array_to_string(any_value(found), ' · ')
                    ELSE array_to_string(any_value(found), ' → ') END AS "values",
               any_value(first) AS first, any_value(last) AS last
        FROM claims JOIN told USING (what) GROUP BY what HAVING count(DISTINCT article_id) >= $least
        ORDER BY outlets DESC, len(any_value(found)) DESC, articles DESC, what""",
        least=at_least,
    )


def most_told(claims):
    """What the claim is of that most outlets give; "" where there is none.

    Parameters
    ----------
    claims : pandas.DataFrame
        From `changing_claims`.

    Returns
    -------
    str

    Examples
    --------
    >>> import pandas as pd
    >>> most_told(pd.DataFrame({"what": ["barrels", "tonnes"]})), most_told(pd.DataFrame({"what": []}))
    ('barrels', '')
    """
    return claims["what"].iloc[0] if len(claims) else ""


CLAIMS = """
SELECT article_id, outlet, published, start + instr(said, found) - 1 AS start,
       start + instr(said, found) - 1 + length(found) AS "end",
       regexp_extract(found, '^([0-9][0-9.,]*[0-9]|[0-9])', 1) AS value,
       regexp_extract(found, '([a-z]+)$', 1) AS what
FROM (SELECT article_id, start, text AS said,
             unnest(regexp_extract_all(text, '\\b(?:[0-9][0-9.,]*[0-9]|[0-9])(?: million| billion)? [a-z]{4,30}\\b'))
             AS found FROM sentences) JOIN articles USING (article_id)
"""


def spread(corpus, what):
    """Each figure that is given for something, in the order of days, with its passage.

    Parameters
    ----------
    corpus : Corpus
    what : str
        The word behind the figure, as in `changing_claims`.

    Returns
    -------
    pandas.DataFrame
        `published`, `outlet`, `figure`, `speaker` (missing where the narrator says it), `passage`, `article_id`,
        `start`, `end`.
    """
    rows = corpus.sql(
        f"""
        WITH claims AS ({CLAIMS})
        SELECT claims.article_id, claims.start, claims."end", value AS figure, any_value(person) AS speaker
        FROM claims LEFT JOIN (SELECT * FROM quotes JOIN people USING (speaker) WHERE {SPOKEN}) AS q
             ON q.article_id = claims.article_id AND q.start <= claims.start AND claims."end" <= q."end"
        WHERE what = $what GROUP BY ALL ORDER BY min(claims.published), claims.article_id, claims.start""",
        what=what,
    )
    return corpus.in_context(rows)


def strongest_sentences(corpus, article, most=5):
    """The sentences of an article with the strongest tone.

    Parameters
    ----------
    corpus : Corpus
    article : str
        Its `article_id`.
    most : int

    Returns
    -------
    pandas.DataFrame
        `article_id`, `start`, `end`, `tone`, and what `in_context` adds.
    """
    rows = corpus.sql(
        """
        SELECT article_id, start, "end", tone FROM tones WHERE article_id = $article
        ORDER BY abs(tone) DESC, start LIMIT $most""",
        article=article,
        most=most,
    )
    return corpus.in_context(rows)


def surprising(corpus, least=30):
    """The articles whose subjects the others share least.

    Returns
    -------
    pandas.DataFrame
        `article_id`, `published`, `outlet`, `title`, `surprise`: bits by which the article's key phrases are
        rarer in the corpus than a phrase that every article has, on average; `phrases`: its rarest.
        Articles under `least` words are left out.
    """
    return corpus.sql(
        """
        WITH n AS (SELECT count(*) AS n FROM articles),
        found AS (SELECT DISTINCT article_id, lower(phrase) AS phrase, count FROM key_phrases),
        rare AS (SELECT phrase, log2(any_value(n) / count(DISTINCT article_id)) AS bits FROM found, n GROUP BY phrase)
        SELECT article_id, published::VARCHAR AS published, outlet, title, sum(bits * count) / sum(count) AS surprise,
               array_to_string(list(phrase ORDER BY count DESC, bits DESC, phrase)[:4], ', ') AS phrases
        FROM found JOIN rare USING (phrase) JOIN articles USING (article_id)
        WHERE words >= $least GROUP BY ALL ORDER BY surprise DESC, article_id""",
        least=least,
    )


def to_read(corpus):
    """The article to read first: the one most unlike the others, else the first of the corpus.

    Returns
    -------
    str
        An `article_id`.
    """
    found = surprising(corpus)
    found = found if len(found) else corpus.sql("SELECT article_id FROM articles ORDER BY published, article_id")
    return found["article_id"].iloc[0]
