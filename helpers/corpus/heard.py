"""Who is heard in many articles, how long, in what words, and who falls silent."""

from math import comb

import numpy as np

from .read import first_in_context

SPOKEN = "quotes.kind <> 'scare' AND quotes.inside IS NULL"


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
