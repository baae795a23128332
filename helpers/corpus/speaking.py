"""What kind of people are heard in many articles: women and men, officials and others, with the part not known."""

import pandas as pd

from ..quotes.who_speaks import NO_NAME, NO_ROLE, ORDER, gender_of
from ..tables import each, is_missing
from .heard import SPOKEN
from .read import first_in_context

ROLES = 6  # so many are told apart
REST = "other roles"
COLUMNS = ["outlet", "heard", "quotations", "words", "share", "article_id", "start", "end"]


def heard_by_gender(corpus):
    """Which part of the words that are somebody's are women's, men's, and of whom it is not said, by outlet.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        `outlet`, `heard` (the group, as in `quotes.who_speaks.by_gender`), `quotations`, `words`, `share` (0 … 1 of
        the outlet's words that are somebody's), the first of them (`article_id`, `start`, `end`) and what
        `first_in_context` adds; outlets with most words first.
    """
    known = {}
    for row in each(
        corpus.sql("""SELECT article_id, actor, mode(kind) AS kind, arg_min(gender, start) AS gender FROM actors
                      GROUP BY article_id, actor ORDER BY article_id, actor"""),
        "article_id actor kind gender",
    ):
        gender = None if is_missing(row.gender) else row.gender
        known.setdefault(row.article_id, {})[row.actor] = {"kind": row.kind, "gender": gender}
    rows = _spoken(corpus)
    rows["heard"] = [
        NO_NAME if is_missing(row.speaker) else gender_of(row.speaker.split("; "), known.get(row.article_id, {}))
        for row in rows.itertuples(index=False)
    ]
    return _summed(corpus, rows, [group for group in ORDER if group in set(rows["heard"])])


def heard_by_role(corpus):
    """Which part of the words that are somebody's are officials', experts' and so on, by outlet.

    Returns
    -------
    pandas.DataFrame
        As `heard_by_gender`; `heard` is the role, the six with most words, "other roles" and "not said".
    """
    rows = _spoken(corpus)
    roles = rows["source_role"].where(rows["source_role"].notna(), NO_ROLE)
    sums = rows["words"].groupby(roles).sum().drop(NO_ROLE, errors="ignore").sort_index()
    first = sums.sort_values(ascending=False, kind="stable").index[:ROLES].tolist()
    rows["heard"] = roles.where(roles.isin([*first, NO_ROLE]), REST)
    return _summed(corpus, rows, [group for group in (*first, REST, NO_ROLE) if group in set(rows["heard"])])


def _spoken(corpus):
    """The attributions of all articles; a later part of a quotation has the speaker and role of the part before."""
    return corpus.sql(f"""
        SELECT quotes.article_id, coalesce(outlet, 'not known') AS outlet, quotes.start, quotes."end",
               coalesce(quotes.speaker, before.speaker) AS speaker,
               coalesce(quotes.source_role, before.source_role) AS source_role,
               coalesce(len(string_split_regex(trim(quotes.text), '\\s+')), 0)::INT AS words
        FROM (SELECT * FROM quotes WHERE {SPOKEN}) quotes JOIN articles USING (article_id)
        LEFT JOIN quotes before ON before.article_id = quotes.article_id AND before.id = quotes.continues
        ORDER BY published NULLS LAST, quotes.article_id, quotes.start""")


def _summed(corpus, rows, groups):
    """The words of each outlet and group, the groups in their order."""
    if rows.empty:
        return first_in_context(corpus, pd.DataFrame(columns=COLUMNS))
    own = rows.groupby(["outlet", "heard"], sort=False)
    sums = own.agg(
        quotations=("words", "size"),
        words=("words", "sum"),
        article_id=("article_id", "first"),
        start=("start", "first"),
        end=("end", "first"),
    ).reset_index()
    every = sums.groupby("outlet")["words"].transform("sum")
    sums["share"] = sums["words"] / every.clip(lower=1)
    sums["place"] = sums["heard"].map(groups.index)
    order = sums.assign(every=every).sort_values(["every", "outlet", "place"], ascending=[False, True, True])
    outlet = order["outlet"]
    return first_in_context(corpus, order[COLUMNS].reset_index(drop=True)).assign(outlet=outlet.to_numpy())
