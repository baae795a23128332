"""What an article is: its clean text, and the way back to the file it came from."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from .. import tables
from .characters import printable

# Kinds of blocks, in `Article.blocks`.
KINDS = (
    "title",
    "byline",
    "dateline",
    "published",
    "heading",
    "paragraph",
    "list item",
    "blockquote",
    "pull quote",
    "caption",
    "credit",
    "table",
    "embed",
    "note",
)
# Of these, what is said about the article and is no part of its story: no analysis takes it for what the article tells.
# A pull quote tells what the story tells elsewhere: read twice, its words would count twice.
ABOUT = frozenset(("byline", "dateline", "published", "caption", "credit", "note", "pull quote"))
FIRST_WORDS = 12  # of what was left out, shown in `Article.left_out`


class ArticleError(ValueError):
    """Something that cannot be read as an article; its message is one sentence for the user."""

    def _render_traceback_(self):
        """What IPython shows in a notebook: the sentence, no traceback."""
        return [str(self)]


@dataclass(frozen=True, eq=False)
class Source:
    """Where an article came from.

    Attributes
    ----------
    path : pathlib.Path or None
        The file; None for a text that was handed over.
    sha256 : str
        Checksum of the file's bytes (of the UTF-8 text, if there is no file).
    encoding : str or None
        How the bytes were decoded; None where a library did it (.docx) or no file was read.
    how : str
        In what way it was read: "text", "markdown", "html", "docx", "given".
    text : str
        The decoded file as it was received (HTML, .docx: as extracted); `Article.in_source`
        points into it.
    """

    path: Path | None
    sha256: str
    encoding: str | None
    how: str
    text: str = field(repr=False)


@dataclass(frozen=True, eq=False)
class Article:
    """One article, cleaned. Made by `load` or `from_text`; never changed.

    Attributes
    ----------
    text : str
        The clean text. Every offset of every table points into it.
    title, author, outlet, url : str or None
    published : datetime.date or None
        What caller, file or page say; None where nobody says it.
    language : str
        "en", or "any" for a text that was not checked.
    source : Source
    blocks : pandas.DataFrame
        start, end, text, kind (one of `KINDS`), in order.
    removed : pandas.DataFrame
        What cleaning took out or changed: start, end (offsets in `source.text`), text,
        replacement, reason. `source.text` with these rows applied is `text`.
    corrections : pathlib.Path or None
        The researcher's own corrections.
    left_out : pandas.DataFrame
        What of a page or Word file never became text: kind, words (how many), text (the first
        of them), in the file's order. Empty where nothing was left out.
    """

    text: str = field(repr=False)
    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    published: date | None
    language: str
    source: Source
    blocks: pd.DataFrame = field(repr=False)
    removed: pd.DataFrame = field(repr=False)
    corrections: Path | None = None
    left_out: pd.DataFrame = field(repr=False, default_factory=lambda: left_out())
    _places: tuple = field(repr=False, default=())

    @property
    def name(self):
        """A short name to show: the title, else the file's name, else "(untitled)"."""
        if self.title:
            return self.title
        return printable(self.source.path.stem) if self.source.path else "(untitled)"

    def in_source(self, start, end):
        """Where the words `text[start:end]` stand in `source.text`.

        Parameters
        ----------
        start, end : int
            Offsets into `text`, end exclusive, 0 <= start <= end <= len(text).

        Returns
        -------
        (int, int)
            Offsets into `source.text`: the smallest span that covers what the words were
            made of.

        Raises
        ------
        IndexError
            If the span is not inside the text.

        Examples
        --------
        >>> from helpers.article import from_text
        >>> article = from_text("He came\\u00a0home .")
        >>> article.text
        'He came home.'
        >>> article.in_source(8, 13)
        (8, 14)
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"({start}, {end}) is not inside a text of {len(self.text)} characters")
        if start == end:
            first, last = self._source_of(start)
            return (first, first) if start < len(self.text) else (last, last)
        return self._source_of(start)[0], self._source_of(end - 1)[1]

    def _source_of(self, position):
        """The source span of one clean character (for the end of the text: of what follows)."""
        if not self._places:
            return position, position + (position < len(self.text))
        clean_starts, edits = self._places
        number = bisect_right(clean_starts, position) - 1
        if number < 0:
            return position, position + (position < len(self.text))
        # Several deletions can share a clean position; the last one is nearest.
        clean, start, end, length = edits[number]
        if position < clean + length:
            return start, end
        moved = end + position - clean - length
        return moved, moved + (position < len(self.text))


def places(rows):
    """Index for `in_source` from cleaning rows (start, end, replacement), in order."""
    shift, starts, edits = 0, [], []
    for start, end, replacement in rows:
        clean = start + shift
        starts.append(clean)
        edits.append((clean, start, end, len(replacement)))
        shift += len(replacement) - (end - start)
    return (starts, edits) if edits else ()


def left_out(passages=()):
    """The table of what never became text.

    Parameters
    ----------
    passages : iterable of (str, str)
        What each is (a kind in plain words: "header", "comment", …), and all of its text.

    Returns
    -------
    pandas.DataFrame
        kind, words (how many), text (the first `FIRST_WORDS`).

    Examples
    --------
    >>> left_out([("comment", "Check this figure")]).values.tolist()
    [['comment', 3, 'Check this figure']]
    """
    rows = [(kind, words := text.split(), len(words)) for kind, text in passages]
    arrays = [
        tables.array([kind for kind, _, _ in rows], "text"),
        tables.array([count for _, _, count in rows], "int64"),
        tables.array([" ".join(words[:FIRST_WORDS]) for _, words, _ in rows], "text"),
    ]
    return tables.frame(("kind", "words", "text"), arrays)
