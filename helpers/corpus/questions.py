"""What research asks of many articles: voices, silence, tone, claims, themes. Each answer leads to rows."""

from math import comb

import numpy as np

from .groups import grouping, themes_over_time, typical_phrases
from .read import first_in_context
from .tone import month_passages, telling, tone_by_month, tones, turns

__all__ = [
    "chance_of_silence",
    "changing_claims",
    "copies",
    "coverage",
    "failures",
    "grouping",
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

SPOKEN = "quotes.kind <> 'scare' AND quotes.inside IS NULL"


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


def voices(corpus):
    """Who speaks in how many articles, and whether somebody has fallen silent.

    Returns
    -------
    pandas.DataFrame
        `speaker`, `articles`, `outlets`, `quotations`, `first`, `last` (days), `since` (articles
        published after the last one in which they speak) and `chance`: how often, were the same
        articles in an order drawn by lot, the last `since` or more of them would all be without
        this speaker (hypergeometric). A small chance is a silence that wants an explanation. Of
        articles without a day of publication `first`, `last`, `since` and `chance` are missing.

    Examples
    --------
    >>> round(chance_of_silence(articles=10, with_speaker=5, since=4), 3)
    0.024
    """
    table = corpus.sql(f"""
        WITH days AS (SELECT article_id, published, outlet,
                             CASE WHEN published IS NOT NULL THEN
                             count(published) OVER (ORDER BY published DESC RANGE UNBOUNDED PRECEDING)
                             - count(published) OVER (PARTITION BY published) END AS later
                      FROM articles)
        SELECT person AS speaker, count(DISTINCT article_id)::INT AS articles, count(DISTINCT outlet)::INT AS outlets,
               count(*)::INT AS quotations, min(published)::VARCHAR AS first, max(published)::VARCHAR AS last,
               min(later)::INT AS since,
               count(DISTINCT article_id) FILTER (published IS NOT NULL)::INT AS dated
        FROM quotes JOIN people USING (speaker) JOIN days USING (article_id) WHERE {SPOKEN}
        GROUP BY person ORDER BY articles DESC, quotations DESC, speaker""")
    whole = int(corpus.sql("SELECT count(*) AS n FROM articles WHERE published IS NOT NULL")["n"][0])
    dated = zip(table.pop("dated"), table["since"], strict=True)
    table["chance"] = [chance_of_silence(whole, n, m) if n else float("nan") for n, m in dated]
    return table


def voices_by_article(corpus):
    """How many voices an article has, and how far it rests on one: asked without days and outlets.

    Returns
    -------
    pandas.DataFrame
        `article_id`, `title` (its place in the source where it has none), `voices`, `quotations`,
        `most_heard`, `share` (0 … 1 of the quotations with a speaker that are of the one most heard);
        articles with fewest voices first, those that quote nobody before all.
    """
    return corpus.sql(f"""
        WITH said AS (SELECT article_id, person, count(*) AS n FROM quotes JOIN people USING (speaker)
                      WHERE {SPOKEN} GROUP BY ALL)
        SELECT articles.article_id, coalesce(title, source) AS title, count(person)::INT AS voices,
               coalesce(sum(n), 0)::INT AS quotations, arg_max(person, (n, person)) AS most_heard,
               max(n) / sum(n) AS share
        FROM articles LEFT JOIN said USING (article_id)
        GROUP BY articles.article_id, title, source ORDER BY voices, share DESC, title, articles.article_id""")


def voice_days(corpus, speakers=None):
    """In which article who is heard, and the first words of theirs there.

    Parameters
    ----------
    corpus : Corpus
    speakers : iterable of str, optional
        Those who are asked about; all, if it is not given.

    Returns
    -------
    pandas.DataFrame
        `speaker`, `article_id`, `outlet`, `published`, `start`, `end`, in the order of days, and what `in_context` adds
        of the first `PASSAGES` of them.
    """
    table = corpus.sql(f"""
        SELECT person AS speaker, article_id, min(quotes.start)::INT AS start,
               arg_min(quotes."end", quotes.start)::INT AS "end"
        FROM quotes JOIN people USING (speaker) JOIN articles USING (article_id)
        WHERE {SPOKEN} AND published IS NOT NULL
        GROUP BY person, article_id, published ORDER BY published, article_id, person""")
    if speakers is not None:
        table = table[table["speaker"].isin(list(speakers))].reset_index(drop=True)
    return first_in_context(corpus, table)


def chance_of_silence(articles, with_speaker, since):
    """The chance that the last `since` of some articles hold none of those with a speaker.

    >>> chance_of_silence(4, 1, 2)
    0.5
    """
    articles, with_speaker, since = int(articles), int(with_speaker), int(since)
    return comb(articles - since, with_speaker) / comb(articles, with_speaker)


def silent(table, most=0.05):
    """The voices that have fallen silent, allowing for how many were looked at (Holm 1979)."""
    ordered = table.dropna(subset=["chance"]).sort_values(["chance", "speaker"], kind="stable")
    limits = most / np.arange(len(ordered), 0, -1)
    return ordered[np.logical_and.accumulate(ordered["chance"].to_numpy() <= limits)]


def quietest(table):
    """The source whose silence is least likely to be chance; without days the one heard most; None of no voices.

    >>> import pandas as pd
    >>> quietest(pd.DataFrame({"speaker": ["Anna Berg", "Tom Roe"], "chance": [0.5, 0.1]}))
    'Tom Roe'
    """
    if table.empty:
        return None
    dated = table.dropna(subset=["chance"])
    return (dated.sort_values(["chance", "speaker"]) if len(dated) else table)["speaker"].iloc[0]


def words_of(corpus, speaker):
    """The quotations of a speaker, the latest first, with their passages; none of no speaker."""
    rows = corpus.sql(
        f"""
        SELECT quotes.article_id, quotes.start, quotes."end", quotes.kind, person AS speaker, quotes.text
        FROM quotes JOIN people USING (speaker) JOIN articles USING (article_id)
        WHERE {SPOKEN} AND person = $speaker ORDER BY published DESC NULLS LAST, article_id, start""",
        speaker=speaker,
    )
    return corpus.in_context(rows)


def quoted_about(corpus):
    """Who is quoted about whom: actors named inside a speaker's words.

    Returns
    -------
    pandas.DataFrame
        `speaker`, `about`, `articles`, `times` (mentions), and of the latest `article_id`, `start`, `end`.
    """
    return corpus.sql(f"""
        SELECT person AS speaker, actor AS about, count(DISTINCT article_id)::INT AS articles,
               count(*)::INT AS times,
               arg_max(article_id, (published, article_id, actors.start)) AS article_id,
               arg_max(actors.start, (published, article_id, actors.start)) AS start,
               arg_max(actors."end", (published, article_id, actors.start)) AS "end"
        FROM quotes JOIN people USING (speaker) JOIN actors USING (article_id) JOIN articles USING (article_id)
        WHERE {SPOKEN} AND actors.start >= quotes.start AND actors."end" <= quotes."end"
              AND actor <> quotes.speaker AND actor <> person
        GROUP BY 1, 2 ORDER BY articles DESC, times DESC, speaker, about""")


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
