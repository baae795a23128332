"""What is typical of one group of articles against the others: of a month, an outlet, a folder."""

import re

import numpy as np
import pandas as pd

from ..language.spelling import porter_stem

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


def joined_themes(corpus, by="outlet", least=2):
    """What a corpus talks about: themes of its articles, joined where their labels have the same head and a word.

    Parameters
    ----------
    corpus : Corpus
    by : {"month", "outlet", "folder", "name"}
        What tells the columns of `where` apart.
    least : int
        Articles of a theme at least.

    Returns
    -------
    pandas.DataFrame
        `theme` (the label that most articles have), `articles`, `as_main` (of them with it as the main theme), `where`
        (each group with its number of articles, most first), `also` (other labels), `start`, `end`, `article_id` of the
        passage that weighs most. Most articles first.
    """
    table = corpus.sql(f"""
        WITH sums AS (SELECT article_id, theme, sum(weight) AS size FROM themes GROUP BY ALL),
        ranked AS (SELECT *, row_number() OVER (PARTITION BY article_id ORDER BY size DESC, theme) = 1 AS main
                   FROM sums)
        SELECT article_id, theme, main, start, "end", weight, coalesce({GROUPS[by]}, 'not known') AS own
        FROM ranked JOIN themes USING (article_id, theme) JOIN articles USING (article_id)
        ORDER BY article_id, theme, weight DESC, start""")
    first = table.drop_duplicates(["article_id", "theme"]).reset_index(drop=True)
    rows = []
    for numbers in _same(first["theme"].map(_stems).tolist()):
        own = first.iloc[numbers]
        if own["article_id"].nunique() < least:
            continue
        labels = own["theme"].value_counts(sort=True)
        labels = sorted(labels.items(), key=lambda one: (-one[1], len(one[0]), one[0]))
        places = own.drop_duplicates("article_id")["own"].value_counts().items()
        where = tuple(f"{name} {n:,}" for name, n in sorted(places, key=lambda one: (-one[1], one[0])))
        best = own.sort_values(["main", "weight", "article_id"], ascending=[False, False, True]).iloc[0]
        main = own.loc[own["main"], "article_id"].nunique()
        also = tuple(label for label, _ in labels[1:6])
        place = int(best["start"]), int(best["end"]), best["article_id"]
        rows.append((labels[0][0], own["article_id"].nunique(), main, where, also, *place))
    columns = ["theme", "articles", "as_main", "where", "also", "start", "end", "article_id"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values(["articles", "as_main", "theme"], ascending=[False, False, True], ignore_index=True)


def _stems(label):
    """The stems of a label's words, the one that it is about last.

    >>> _stems("theft of ballots"), _stems("stolen ballots")
    (('ballot', 'theft'), ('stolen', 'ballot'))
    """
    core, *more = re.split(r"\b(?:of|in|on|against|for|to|by|over|with|between|at|about|from|among)\b", label)
    words = [porter_stem(word) for part in (*more, core) for word in re.findall(r"[^\W\d_]{2,}", part.lower())]
    return tuple(word for word in words if word not in ("the", "an")) or (label,)


def _same(labels):
    """Labels that are of one theme, as lists of their numbers: one has all words of the other, and its head.

    >>> _same([("bridg",), ("old", "bridg"), ("ferri",)])
    [[0, 1], [2]]
    """
    owner, heads = list(range(len(labels))), {}
    for number, words in enumerate(labels):
        heads.setdefault(words[-1], []).append(number)
    for numbers in heads.values():
        whole = sorted(numbers, key=lambda number: (len(set(labels[number])), number))
        for place, number in enumerate(whole):
            inside = [other for other in whole[:place] if set(labels[other]) <= set(labels[number])]
            if inside:
                owner[number] = owner[inside[0]]
    found = {}
    for number, first in enumerate(owner):
        found.setdefault(first, []).append(number)
    return list(found.values())
