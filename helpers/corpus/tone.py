"""Tone over time and outlet in many articles, and where it turns."""

import numpy as np
import pandas as pd

from ..sentiment.resample import SEED, interval
from .read import first_in_context

FEWEST = 3  # articles on either side of a turn
SHUFFLES = 999
TELLING = 3  # passages of a month


def tones(corpus):
    """The tone of each article's narrator and of its speakers.

    Returns
    -------
    pandas.DataFrame
        `article_id`, `outlet`, `published`, `who` ("narrator" or "speakers"), `tone` (mean over words,
        -1 … 1), `words`.
    """
    return corpus.sql("""
        SELECT article_id, coalesce(outlet, 'not known') AS outlet, published,
               CASE voice WHEN 'narrator' THEN 'narrator' ELSE 'speakers' END AS who,
               sum(tone * n) / sum(n) AS tone, sum(n)::INT AS words
        FROM (SELECT *, length(regexp_replace(trim(text), '\\S+', '', 'g')) + 1 AS n
              FROM voices) JOIN articles USING (article_id)
        GROUP BY ALL ORDER BY published, article_id, who""")


def tone_by_month(table):
    """Mean tone by outlet, month and narrator or speakers, with its 90 % interval over articles.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tones`.

    Returns
    -------
    pandas.DataFrame
        `outlet`, `who`, `month`, `articles`, `tone`, `low`, `high`; a single article has no interval. The outlet with
        most articles stands first.
    """
    rows = []
    dated = table.dropna(subset=["published"])
    months = dated["published"].dt.strftime("%Y-%m")
    for (outlet, who, month), own in dated.groupby(["outlet", "who", months]):
        values, words = own["tone"].to_numpy(float), own["words"].to_numpy(float)
        low, high = interval(values, words) if len(own) > 1 else (float("nan"), float("nan"))
        mean = float((values * words).sum() / words.sum())
        rows.append(
            {"outlet": outlet, "who": who, "month": month, "articles": len(own), "tone": mean, "low": low, "high": high}
        )
    found = pd.DataFrame(rows, columns=["outlet", "who", "month", "articles", "tone", "low", "high"])
    sizes = found.groupby("outlet")["articles"].sum()
    order = found["outlet"].map(sizes).rank(method="dense", ascending=False)
    return found.assign(order=order).sort_values("order", kind="stable", ignore_index=True).drop(columns="order")


def month_passages(corpus):
    """The passages that tell most of each month's tone: of each outlet, narrator or speakers, and month.

    Returns
    -------
    pandas.DataFrame
        `outlet`, `who`, `month`, `article_id`, `start`, `end`, `tone`, and what `in_context` adds: at most `TELLING`
        of each month, those with the strongest tone.
    """
    rows = corpus.sql(
        """
        SELECT coalesce(outlet, 'not known') AS outlet,
               CASE voice WHEN 'narrator' THEN voice ELSE 'speakers' END AS who,
               strftime(published, '%Y-%m') AS month, article_id, start, "end", tone
        FROM voices JOIN articles USING (article_id) WHERE published IS NOT NULL AND tone IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY articles.outlet, voice = 'narrator', month
                                   ORDER BY abs(tone) DESC, article_id, start) <= $most
        ORDER BY month, outlet, who, abs(tone) DESC, article_id, start""",
        most=TELLING,
    )
    outlets = rows["outlet"]
    return first_in_context(corpus, rows).assign(outlet=outlets)


def turns(table, who="narrator"):
    """Where the tone of an outlet turns, if it does.

    For each outlet the day is sought before and after which its articles differ most (largest
    |t|, with at least three articles on each side); the same search on the tones in 999 orders
    drawn by lot says how often chance finds as much.

    Parameters
    ----------
    table : pandas.DataFrame
        From `tones`.
    who : {"narrator", "speakers"}

    Returns
    -------
    pandas.DataFrame
        `outlet`, `articles`, `turn` (day of the first article after it), `before`, `after` (mean tones),
        `chance`, `article_id` (of that first article); smallest chance first.

    References
    ----------
    Permutation of a maximally selected statistic: Hothorn & Lausen (2003).
    """
    rows = []
    own_rows = table[(table["who"] == who) & table["published"].notna()]
    for outlet, own in own_rows.groupby("outlet"):
        own = own.sort_values(["published", "article_id"])
        values = own["tone"].to_numpy(float)
        if len(values) < 2 * FEWEST:
            continue
        at, best = _turn(values)
        random = np.random.default_rng(SEED)
        more = sum(_turn(random.permutation(values))[1] >= best for _ in range(SHUFFLES))
        rows.append(
            {
                "outlet": outlet,
                "articles": len(values),
                "turn": own["published"].iloc[at].date().isoformat(),
                "before": values[:at].mean(),
                "after": values[at:].mean(),
                "chance": (more + 1) / (SHUFFLES + 1),
                "article_id": own["article_id"].iloc[at],
            }
        )
    found = pd.DataFrame(rows, columns=["outlet", "articles", "turn", "before", "after", "chance", "article_id"])
    return found.sort_values(["chance", "outlet"], ignore_index=True)


def telling(turns, tones):
    """The article to read for its tone: in which the clearest turn begins, else whose narrator is furthest from zero.

    Parameters
    ----------
    turns, tones : pandas.DataFrame
        From the functions of these names.

    Returns
    -------
    str
        An `article_id`; empty of no article.
    """
    if len(turns):
        return turns["article_id"].iloc[0]
    own = tones[tones["who"] == "narrator"]
    return own["article_id"].iloc[int(own["tone"].abs().to_numpy().argmax())] if len(own) else ""


def _turn(values):
    """The place where two means differ most, and by how much (Welch's t)."""
    n = np.arange(FEWEST, len(values) - FEWEST + 1)
    first, square = np.cumsum(values), np.cumsum(values**2)
    a, b = first[n - 1] / n, (first[-1] - first[n - 1]) / (len(values) - n)
    va = np.maximum(square[n - 1] / n - a**2, 1e-6) / n
    vb = np.maximum((square[-1] - square[n - 1]) / (len(values) - n) - b**2, 1e-6) / (len(values) - n)
    t = np.abs(a - b) / np.sqrt(va + vb)
    return int(n[t.argmax()]), float(t.max())
