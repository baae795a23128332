"""Saved web pages against bodies made by hand: what of the text came out, and what beside it."""

import gzip
import json
import re
import tempfile
from collections import Counter
from pathlib import Path

import pandas as pd
import py3langid
from lxml import html

from ..article import ArticleError, load
from .scores import DEVELOPMENT, Scores, figure, scores

SHINGLE = 4  # words
FACTS = ("title", "author", "published")
VERDICTS = ("right", "missing", "wrong")
# Kinds of blocks that are about the story and no part of it: hand-made bodies leave them out.
BESIDE = ("title", "byline", "published", "caption", "credit", "note", "pull quote")
_WORD = re.compile(r"\w+")
_EDGES = re.compile(r"^\W+|\W+$")


def pages(folder: str | Path, marks: str | Path | None = None) -> Scores:
    """Score `load` on saved pages.

    Precision, recall and F1 of four-word shingles by page, as in Scrapinghub's
    article-extraction-benchmark (2020), which `folder` is laid out like. Errors: the worst pages first.

    Parameters
    ----------
    folder : str or path
        With `html/*.html.gz` and `ground-truth.json`: name → articleBody, url.
    marks : str or path, optional
        JSON: name → title, author, published, each null where the page does not say it.

    Raises
    ------
    ArticleError
        If the folder has no such files.
    """
    table, corpus = score_pages(folder, marks), Path(folder).name
    rows = _figures(table, corpus)
    if 0 < table["english"].sum() < len(table):
        rows += _figures(table[table["english"]], f"{corpus}, English")
    errors = [
        ("page", row.page[:12], f"F1 {row.f1:.3f}, glued: {', '.join(row.glued) or 'none'}, {row.url}")
        for row in table.sort_values("f1").itertuples(index=False)
    ]
    return scores(rows, errors)


def _figures(table, corpus):
    """The figures of some pages; how many words are glued is no share, and not kept."""
    words = table["glued"].map(len)
    values = {
        "precision": table["precision"].mean(),
        "recall": table["recall"].mean(),
        "F1": table["f1"].mean(),
        "pages with an F1 under .7": (table["f1"] < 0.7).mean(),
        "pages refused": table["refused"].mean(),
        "pages with glued words": (words > 0).mean(),
    }
    rows = [figure("pages", corpus, measure, value, len(table)) for measure, value in values.items()]
    rows.append(figure("pages", corpus, "glued words a page", words.mean(), len(table), kept=False))
    for fact in FACTS:
        verdicts = table[fact].dropna()
        for said in VERDICTS if len(verdicts) else ():
            share = (verdicts == said).mean()
            rows.append(figure("pages", corpus, f"{fact} {said}", share, len(verdicts), how=DEVELOPMENT))
    return rows


def score_pages(folder, marks=None):
    """One row a page.

    Returns
    -------
    pandas.DataFrame
        page, url, english (the body is), precision, recall, f1 (0 … 1), refused, glued (words run together), and
        title, author, published: "right", "missing" or "wrong", None where nobody marked them.
    """
    folder = Path(folder)
    if not (folder / "ground-truth.json").is_file():
        raise ArticleError(f"{folder}: holds no ground-truth.json; name a folder with it and html/*.html.gz.")
    truth = json.loads((folder / "ground-truth.json").read_text("utf8"))
    marked = json.loads(Path(marks).read_text("utf8")) if marks else {}
    rows = [_row(folder, name, gold, marked.get(name, {})) for name, gold in truth.items()]
    return pd.DataFrame(rows)


def _row(folder, name, gold, marks):
    data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "page.html"
        path.write_bytes(data)
        try:
            article = load(path, language="any")
        except ArticleError:
            article = None
    blocks = article.blocks if article else pd.DataFrame({"text": [], "kind": []})
    body = "\n\n".join(blocks.loc[~blocks["kind"].isin(BESIDE), "text"])
    precision, recall, f1 = shingle_scores(gold["articleBody"], body)
    row = {"page": name, "url": gold["url"], "precision": precision, "recall": recall, "f1": f1}
    row["english"] = py3langid.classify(gold["articleBody"])[0] == "en"
    row |= {"refused": article is None, "glued": glued(body, data, gold["articleBody"])}
    for fact in FACTS:
        row[fact] = verdict(getattr(article, fact, None), marks[fact]) if fact in marks else None
    return row


def shingle_scores(gold, found, size=SHINGLE):
    """Precision, recall, F1 of runs of words, as often as they stand.

    >>> shingle_scores("a b c d e", "a b c d")
    (1.0, 0.5, 0.6666666666666666)
    """
    gold, found = shingles(gold, size), shingles(found, size)
    hits = sum((gold & found).values())
    if not hits:
        return (1.0, 1.0, 1.0) if not gold and not found else (0.0, 0.0, 0.0)
    precision, recall = hits / sum(found.values()), hits / sum(gold.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def shingles(text, size=SHINGLE):
    """How often each run of words stands in a text; a shorter text is one run."""
    words = _WORD.findall(text.replace("'", "").replace("’", ""))
    return Counter(tuple(words[n : n + size]) for n in range(max(1, len(words) - size + 1)) if words)


def glued(text, page, gold):
    """Words that neither the body made by hand nor any single text of the page has.

    Scripts that are written without spaces have no glued words.

    >>> glued("at 9amTuesday", b"<p>at 9am<br>Tuesday</p>", "at 9am Tuesday"), glued("東京Appleの", b"<p>", "")
    (('9amTuesday',), ())
    """
    known = set()
    for piece in (gold, *html.fromstring(page).itertext()):
        known.update(_EDGES.sub("", word) for word in piece.split())
    words = (_EDGES.sub("", word) for word in text.split())
    return tuple(dict.fromkeys(word for word in words if word not in known and _glued_form(word)))


_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # Thai to Han
_SEAM = re.compile(r"[a-z0-9)”\"’'][.,:;!?”\"’')]*[A-Z“]|[a-z]{2}[.?!,:;][”\"’']?[a-z]{2}|[a-z]{2}\d|\d[a-z]{3}")


def _glued_form(word):
    return bool(_SEAM.search(word)) and not _NO_SPACES.search(word)


def verdict(found, marked):
    """Whether a fact is right, missing or wrong against a mark; a list has several that are right.

    >>> verdict("Jo Field; Lee Marsh", "Lee Marsh; Jo Field"), verdict(None, "Jo Field"), verdict("x", None)
    ('right', 'missing', 'wrong')
    """
    if found is None:
        return "right" if marked is None else "missing"
    wanted = marked if isinstance(marked, list) else [marked]
    return "right" if _same(str(found)) in [_same(str(one)) for one in wanted if one is not None] else "wrong"


def _same(value):
    parts = (" ".join(_WORD.findall(part.lower())) for part in re.split(r"; | and |, ", value))
    return " ".join(sorted(parts))
