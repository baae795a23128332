"""What is typical of one group of articles against the others: of a month, an outlet, a folder."""

import numpy as np

LEAST = 3.84  # keyness that chance exceeds once in twenty phrases
# What tells the groups apart, in SQL; the best first.
GROUPS = {
    "month": "strftime(published, '%Y-%m')",
    "outlet": "outlet",
    "folder": "nullif(CASE WHEN contains(source, '#') THEN split_part(source, '#', 1) "
    "ELSE regexp_extract(source, '^(.*)/[^/]*$', 1) END, '')",
    "name": "nullif(regexp_extract(source, '([^/]*?[A-Za-z])[_-][^/]*$', 1), '')",  # "mail_03.txt"
}


def grouping(corpus):
    """By what the articles of a corpus can be set against each other.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    {"month", "outlet", "folder", "name"} or None
        The first by which half of the articles stand in at least two groups of two or more; `folder`
        is the archive's file where one holds several articles, `name` what file names begin with.
    """
    for by, expression in GROUPS.items():
        sizes = corpus.sql(f"SELECT {expression} AS own, count(*) AS n FROM articles GROUP BY 1")
        whole, known = sizes["n"].sum(), sizes.dropna(subset=["own"])
        known = known[known["n"] > 1]
        if len(known) > 1 and known["n"].sum() >= whole / 2:
            return by
    return None


def typical_phrases(corpus, by=None, most=4):
    """The phrases that are typical of each group of articles against the others.

    Parameters
    ----------
    corpus : Corpus
    by : {"month", "outlet", "folder", "name"}, optional
        What `grouping` says if left out.
    most : int
        Phrases of a group.

    Returns
    -------
    pandas.DataFrame
        `group`, `phrase`, `articles` (of that group, with the phrase), `elsewhere` (of the others),
        `keyness`: log-likelihood of the two shares (Dunning 1993). Empty if there are no groups.
    """
    by = by or grouping(corpus)
    expression = GROUPS.get(by, "NULL::VARCHAR")
    table = corpus.sql(f"""
        WITH placed AS (SELECT article_id, {expression} AS "group" FROM articles WHERE {expression} IS NOT NULL),
        sizes AS (SELECT "group", count(*) AS n, (SELECT count(*) FROM placed) AS whole FROM placed GROUP BY "group"),
        found AS (SELECT "group", lower(phrase) AS phrase, count(DISTINCT article_id) AS articles
                  FROM key_phrases JOIN placed USING (article_id) GROUP BY ALL)
        SELECT "group", phrase, articles::INT AS articles,
               (sum(articles) OVER (PARTITION BY phrase) - articles)::INT AS elsewhere, n, whole
        FROM found JOIN sizes USING ("group")""")
    a, b, n, whole = (table[name].to_numpy(float) for name in ("articles", "elsewhere", "n", "whole"))
    rest = np.maximum(whole - n, 1e-9)
    share = (a + b) / np.maximum(whole, 1e-9)
    with np.errstate(divide="ignore", invalid="ignore"):
        table["keyness"] = 2 * (
            np.where(a > 0, a * np.log(a / (n * share)), 0) + np.where(b > 0, b * np.log(b / (rest * share)), 0)
        )
    table = table[(a / n > b / rest) & (a > 1) & (whole > n) & (table["keyness"] > LEAST)]
    table = table.sort_values(["group", "keyness", "phrase"], ascending=[True, False, True])
    kept = table.groupby("group").head(most)
    return kept[["group", "phrase", "articles", "elsewhere", "keyness"]].reset_index(drop=True)


def themes_over_time(corpus, most=4):
    """The phrases that are typical of each month: `typical_phrases` by `month`."""
    return typical_phrases(corpus, "month", most).rename(columns={"group": "month"})
