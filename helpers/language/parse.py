"""Parsing an article: block by block, in bounded pieces, with the article's own offsets."""

import re

from spacy.tokens import Doc

from .. import tables
from ..article import ABOUT
from .model import pipeline

# spaCy's tokenizer and parser are not linear on hostile input (40,000 quotation marks in a
# row cost sixty times as much a character as prose), so no piece is longer than this.
PIECE = 4_000  # characters of prose
RUN = 200  # characters without white space
BATCH = 32
_PROSE, _ABOUT, _BETWEEN = "prose", "about", "between"  # what a piece is: parsed, or one token

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]{0,3}\s")


def parse(article):
    """The article as spaCy sees it, with `token.idx` an offset into `article.text`.

    Parsed block by block, so that no sentence and no name crosses a heading, and only once
    for each article. A block that is about the article and not its story (`article.ABOUT`: byline,
    dateline, caption, credit, note …) is one token without a part of speech, so that no analysis
    takes it for what the article tells.

    Parameters
    ----------
    article : Article

    Returns
    -------
    spacy.tokens.Doc
        `doc.text == article.text`. What stands between blocks is one white-space token.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> doc = parse(from_text("Visits\\nXi and Putin met. They spoke."))
    >>> [span.text.strip() for span in doc.sents if span.text.strip()]
    ['Visits', 'Xi and Putin met.', 'They spoke.']
    """
    return _parsed(article)


@tables.once_per_article
def _parsed(article):
    nlp = pipeline()
    spans, position = [], 0
    for start, end, kind in tables.each(article.blocks, "start end kind"):
        spans.append((position, start, _BETWEEN))
        spans += (
            [(start, end, _ABOUT)] if kind in ABOUT else [(a, b, _PROSE) for a, b in pieces(article.text, start, end)]
        )
        position = end
    spans.append((position, len(article.text), _BETWEEN))
    spans = [span for span in spans if span[1] > span[0]]
    texts = [article.text[a:b] for a, b, what in spans if what == _PROSE]
    parsed = iter(nlp.pipe(texts, batch_size=BATCH))
    docs = [next(parsed) if what == _PROSE else _one_token(nlp, article.text[a:b], what) for a, b, what in spans]
    if not docs:
        return Doc(nlp.vocab)
    doc = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])
    doc.user_data["text"] = article.text  # what `doc_text` would put together
    return doc


@tables.once_per_article
def story(article):
    """Start and end of each block that tells the story, in order: (int, int) rows without bylines, captions, notes.

    >>> from helpers.article import from_text
    >>> article = from_text("The Ferry Sank\\n\\nBy Ann Lee\\n\\nOSLO (NewsNet) — The ferry sank. Nobody was hurt.")
    >>> [article.text[start:end] for start, end in story(article)]
    ['The Ferry Sank', 'The ferry sank. Nobody was hurt.']
    """
    return [(start, end) for start, end, kind in tables.each(article.blocks, "start end kind") if kind not in ABOUT]


def _one_token(nlp, text, what):
    """White space, which ends the sentence before it, or a block about the article: a sentence of its own."""
    if what == _BETWEEN:
        return Doc(nlp.vocab, words=[text], spaces=[False], sent_starts=[True])
    return Doc(nlp.vocab, words=[text], spaces=[False], pos=["X"], heads=[0], deps=["ROOT"])


def pieces(text, start, end):
    """Cut a long block where it hurts least: after a sentence, at a space, or anywhere.

    >>> [b - a for a, b in pieces("word " * 2000, 0, 10000)]
    [4000, 4000, 2000]
    """
    found = []
    for first, last in _runs(text, start, end):
        while last - first > PIECE:
            window = text[first : first + PIECE]
            ends = [m.end() for m in _SENTENCE_END.finditer(window, PIECE // 2)]
            cut = ends[-1] if ends else window.rfind(" ", PIECE // 2) + 1
            cut = cut or PIECE
            found.append((first, first + cut))
            first += cut
        found.append((first, last))
    return found


_LONG_RUN = re.compile(rf"\S{{{RUN}}}")


def _runs(text, start, end):
    """Parts of a block with every run of characters without white space cut at `RUN`."""
    position = start
    for match in _LONG_RUN.finditer(text, start, end):
        yield position, match.end()
        position = match.end()
    if position < end:
        yield position, end


def sentences(article):
    """The sentences of an article's story.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        The sentences table: one row a sentence, `block` its block's position.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> sentences(from_text("It rained. We stayed."))["text"].tolist()
    ['It rained.', 'We stayed.']
    """
    return _sentences(article).copy()


@tables.once_per_article
def _sentences(article):
    starts = article.blocks["start"].tolist()
    rows, block = [], 0
    kinds = article.blocks["kind"].tolist()
    for sentence in parse(article).sents:
        start, end = sentence.start_char, sentence.end_char
        text = article.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start >= end:
            continue
        while block + 1 < len(starts) and starts[block + 1] <= start:
            block += 1
        if kinds[block] not in ABOUT:
            rows.append({"start": start, "end": end, "block": block})
    return tables.build("sentences", rows, article.text)
