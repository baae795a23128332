"""The reading page of an article whose text must not be passed on: words around findings, all else hidden."""

import re

from ..tables import each
from ..wording import short
from .in_sentence import SNIPPET, SNIPPETS, clip
from .page_text import Span

HIDDEN = "·"
SOURCE = 40  # characters of the words that name a source
_SEEN = re.compile(r"\S")


def snippets(article, tables):
    """Which words may be seen: those around the first rows of what is found, no run longer than a snippet.

    Returns
    -------
    list of (int, int)
        In the order of the text, a word at least between each two.
    """
    claims = tables["consistency"]
    wanted = [(one.start, one.end) for one in each(claims.head(SNIPPETS), "start end")]
    wanted += [
        (one.evidence_start, one.evidence_end) for one in each(claims.head(SNIPPETS), "evidence_start evidence_end")
    ]
    for name in ("quotes", "times"):
        table = tables[name]
        wanted += [(one.start, one.end) for one in each(table.head(SNIPPETS), "start end")]
    spans = [(one.start, one.end) for one in each(tables["sentences"], "start end")]
    found = []
    for start, end in wanted:
        first, last = next(((a, b) for a, b in spans if a <= start < b), (start, end))
        first, last, *_ = clip(article.text, first, max(last, end), start, end)
        near = [span for span in found if span[0] <= last + 1 and first <= span[1] + 1]
        a, b = min([first, *(s for s, _ in near)]), max([last, *(e for _, e in near)])
        if len(article.text[a:b].split()) <= SNIPPET:
            found = sorted([span for span in found if span not in near] + [(a, b)])
    return found


def hide(article, tables, data):
    """Take out of the data all words but those of the snippets; gives the spans that are gaps.

    `data["text"]` keeps its length, so that all offsets hold.
    """
    text, at, gaps = [], 0, []
    for start, end in [*snippets(article, tables), (len(article.text), len(article.text))]:
        text += [_SEEN.sub(HIDDEN, article.text[at:start]), article.text[start:end]]
        gaps += [Span(at, start, "gap", "span", 'class="gap"')] if at < start else []
        at = end
    data["text"] = "".join(text)
    data["short"] = []
    for one in data["quotes"]:
        one["src"] = short(one["src"], SOURCE)
    return gaps
