"""Which event a time dates, against TimeBank's links between an event and a time of one sentence."""

from bisect import bisect_left
from pathlib import Path

import pandas as pd

from ..article import from_text
from ..gold.timeml import read_links
from ..language import parse
from ..timeline import find_times
from ..timeline.dating import nearest_verb
from ..timeline.events import told
from .scores import Scores, by_rule, figure, scores

# system -> what its F1 is called
SYSTEMS = {"found": "link F1", "nearest verb": "link F1 of the nearest verb"}


def events(folder: str | Path) -> Scores:
    """Score the events that a time dates on TimeML files, beside a baseline.

    Gold: TLINKs between an event and a time of one sentence whose relation is IS_INCLUDED, INCLUDES,
    SIMULTANEOUS, DURING or IDENTITY. A link is found if a row of the events table that is not
    inferred overlaps the event and its time overlaps the time. Baseline: each time dates the
    nearest verb of its sentence. Halves by the file's place, as for times; errors are from files of even place only.

    Parameters
    ----------
    folder : str or path

    Raises
    ------
    ArticleError
        If there is no .tml file.
    """
    links, rows, errors = [], [], []  # each gold link and each found one: corpus, half, system, whether it is right
    for corpus, half, path, text, created, marked in in_halves(read_links(folder)):
        article = from_text(text, published=created, language="any")
        gold = _within_a_sentence(article, marked)
        found, rules, baseline = _links(article)
        for system, pairs, own in (("found", found, rules), ("nearest verb", baseline, [""] * len(baseline))):
            links += [(corpus, half, system, any(_same(link, pair) for pair in pairs)) for link in gold]
            right = [any(_same(link, pair) for link in gold) for pair in pairs]
            rows += [(corpus, half, system, *row) for row in zip(own, right, strict=True)]
        if half == "even":
            missed = [("missed", link) for link in gold if not any(_same(link, pair) for pair in found)]
            false = [("false", pair) for pair in found if not any(_same(link, pair) for link in gold)]
            errors += [(kind, path.stem, _words(text, pair)) for kind, pair in missed + false]
    links = pd.DataFrame(links, columns=["corpus", "half", "system", "hit"])
    rows = pd.DataFrame(rows, columns=["corpus", "half", "system", "rule", "right"])
    figures = []
    for name, (marked, own) in parts(links, rows).items():
        figures += [
            _f1(name, marked[marked["system"] == system], own[own["system"] == system], said)
            for system, said in SYSTEMS.items()
        ]
    for corpus, own in rows[rows["system"] == "found"].groupby("corpus"):
        figures += by_rule("events", corpus, own)
    return scores(figures, errors)


def in_halves(files):
    """Each file with the name of its folder, and whether its place there is even or odd: rules are written on one half.

    >>> [row[:2] for row in in_halves([(Path("A/1.tml"),), (Path("A/2.tml"),), (Path("B/1.tml"),)])]
    [('A', 'even'), ('A', 'odd'), ('B', 'even')]
    """
    seen = {}
    for path, *rest in files:
        corpus = path.parent.name
        seen[corpus] = seen.get(corpus, 0) + 1
        yield corpus, "even" if seen[corpus] % 2 else "odd", path, *rest


def parts(*tables):
    """Name -> the rows of each table that belong to a corpus or to a half of it; by name."""
    named = {}
    for corpus, half in sorted({pair for table in tables for pair in zip(table["corpus"], table["half"], strict=True)}):
        named[corpus] = [table[table["corpus"] == corpus] for table in tables]
        named[f"{corpus} {half}"] = [own[own["half"] == half] for own in named[corpus]]
    return dict(sorted(named.items()))


def _within_a_sentence(article, links):
    """The gold links whose event and time stand in one sentence of the parse."""
    doc = parse(article)
    begins = [article.in_source(token.idx, token.idx + len(token))[0] for token in doc]

    def sentence(span):
        place = bisect_left(begins, span[0])
        return doc[place].sent.start if place < len(doc) and begins[place] < span[1] else None

    pairs = [(link, sentence(link[0]), sentence(link[1])) for link in sorted(links)]
    return [link for link, event, time in pairs if event is not None and event == time]


def _links(article):
    """The pairs (event, time) of each telling with their rules, and those of the baseline; in the source."""
    doc = parse(article)
    where = {row.id: (int(row.start), int(row.end)) for row in find_times(article).itertuples(index=False)}
    own = [row for row in told(article) if not row["inferred"] and row["time"] in where]
    found = [((row["start"], row["end"]), where[row["time"]]) for row in own]
    baseline = []
    for span in where.values():
        words = doc.char_span(*span, alignment_mode="expand")
        verb = nearest_verb(words) if words is not None else None
        if verb is not None:
            baseline.append(((verb.idx, verb.idx + len(verb)), span))
    found, baseline = (
        [tuple(article.in_source(*span) for span in pair) for pair in pairs] for pairs in (found, baseline)
    )
    return found, [row["rule"] for row in own], baseline


def _same(link, pair):
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(link, pair, strict=True))


def _f1(name, links, rows, said):
    recall, precision = links["hit"].sum() / max(len(links), 1), rows["right"].sum() / max(len(rows), 1)
    return figure("events", name, said, 2 * precision * recall / max(precision + recall, 1e-9), len(links))


def _words(text, pair):
    (a, b), (c, d) = pair
    around = " ".join(text[max(min(a, c) - 30, 0) : max(b, d) + 30].split())
    return f"{text[a:b]} | {text[c:d]} | {around}"
