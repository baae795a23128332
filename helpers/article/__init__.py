"""The article: reading a file, cleaning it, finding its structure, keeping every offset.

`load` reads a file and judges whether it is an article; `from_text` takes any text that is
not too long. Both give an `Article` in which every character knows where it came from.
"""

import json
import os
import stat
from bisect import bisect_right
from hashlib import sha256
from pathlib import Path

from .. import tables
from .about import facts_of
from .archives import XML, XML_PROBLEM, archive_problem
from .assemble import assemble
from .characters import character_edits, clean_line, printable, space_edits, whole_characters
from .decode import decode, not_text
from .edits import apply, compose
from .formats import NO_ARTICLE, Raw, Unreadable, as_date, is_html, read_plain
from .judge import problem
from .model import ABOUT, KINDS, Article, ArticleError, Source, left_out, places
from .names import beside
from .page import read_html
from .structure import layout
from .tei import is_tei, read_tei
from .word import read_docx

__all__ = ["ABOUT", "FILES", "KINDS", "LONGEST", "Article", "ArticleError", "Source", "from_text", "load"]

LONGEST = 1_000_000  # characters
FILES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xml")  # endings of the files that `load` reads
_LARGEST = {"html": 20_000_000, "docx": 50_000_000, "text": 4 * LONGEST + 4}  # bytes
LANGUAGES = ("en", "any")


def load(path, *, published=None, title=None, author=None, outlet=None, url=None, language="en", corrections=None):
    """Read an article from a file.

    Parameters
    ----------
    path : str or path
        A .txt, .md, .html, .docx or TEI (.xml) file; UTF-8, UTF-16 or Windows-1252, any line ending.
    published : datetime.date or str, optional
        Day of publication, as a date or "YYYY-MM-DD".
    title, author, outlet, url : str, optional
        What you know better than the file.
    language : {"en", "any"}
        "en" refuses other languages; "any" takes all, and the English rules find little.
    corrections : path, optional
        Your corrections; None takes `<article's name>.corrections.csv` beside the file, if any.

    Returns
    -------
    Article

    Raises
    ------
    ArticleError
        One sentence: the file, what is wrong with it, the way out.

    Examples
    --------
    >>> article = load("data/xi_putin_moscow.txt")
    >>> article.blocks["kind"].value_counts().to_dict()
    {'paragraph': 16, 'heading': 15}
    >>> article.published is None
    True
    """
    path = Path(path)
    name = path.name.lower()
    data = _bytes(path, name)
    kind = "docx" if name.endswith(".docx") else "html" if is_html(name, data) else "text"
    try:
        if kind == "docx":
            raw = read_docx(data)
        elif is_tei(data):
            raw = read_tei(data)
        else:
            refused = not_text(data) or _of_rows(name, data) or _of_an_archive(name, data, kind == "html")
            if refused:
                raise Unreadable(*refused)
            raw = read_html(data) if kind == "html" else read_plain(data, name.endswith((".md", ".markdown")))
        refused = archive_problem(raw.text) if kind == "docx" else None
        if refused:
            raise Unreadable(*refused)
    except Unreadable as error:
        raise _refusal(path, *error.args) from None
    corrections = _corrections(path, corrections)
    given = {"published": published, "title": title, "author": author, "outlet": outlet, "url": url}
    article = _make(raw, path, sha256(data).hexdigest(), given, language, corrections, printable(path))
    wrong = problem(article.text, _spans(article.blocks), language)
    if wrong and kind == "html" and wrong[0].startswith("has no"):
        wrong = NO_ARTICLE
    if wrong:
        raise _refusal(path, *wrong)
    return article


def from_text(text, *, published=None, title=None, author=None, outlet=None, url=None, language="en", corrections=None):
    """Make an article from a text at hand; refuses only what is too long.

    Parameters
    ----------
    text : str
        At most 1,000,000 characters. May be empty.
    published, title, author, outlet, url, language, corrections
        As for `load`; the language is noted, not checked.

    Returns
    -------
    Article

    Raises
    ------
    ArticleError
        If the text is too long.

    Examples
    --------
    >>> from_text("Storm Warning\\n\\nShips stayed in the harbour on Monday.").title
    'Storm Warning'
    """
    checksum = sha256(text.encode("utf8", "surrogatepass")).hexdigest()
    given = {"published": published, "title": title, "author": author, "outlet": outlet, "url": url}
    corrections = _corrections(None, corrections)
    return _make(Raw(text, "given"), None, checksum, given, language, corrections, "the text")


def _make(raw, path, checksum, given, language, corrections, name):
    """Clean a raw text and put the article together."""
    raw.text, lost = whole_characters(raw.text)
    if len(raw.text) > LONGEST:
        raise _too_long(name)
    if language not in LANGUAGES:
        raise ArticleError(f'{name}: language is "{language}"; give one of "en" and "any".')
    starts = [cut[0] for cut in raw.cuts]
    kept = (edit for edit in character_edits(raw.text) if not _within(edit, raw.cuts, starts))
    edits = sorted([*raw.cuts, *kept])
    clean = apply(raw.text, edits)
    step = space_edits(clean)
    edits, clean = compose(raw.text, edits, step), apply(clean, step)
    step, blocks = assemble(clean, layout(clean, raw.hints, raw.how == "markdown"))
    edits, clean = compose(raw.text, edits, step), apply(clean, step)

    facts, said = _facts(raw.facts, clean, blocks, given, name)
    edits = said + _with_lost(edits, lost)
    return Article(
        text=clean,
        **facts,
        language=language,
        source=Source(path, checksum, raw.encoding, raw.how, raw.text),
        blocks=_frame([(a, b, clean[a:b], kind) for a, b, kind in blocks], ("start", "end", "text", "kind")),
        removed=_frame(
            [(a, b, raw.text[a:b], replacement, reason) for a, b, replacement, reason in edits],
            ("start", "end", "text", "replacement", "reason"),
        ),
        corrections=corrections,
        left_out=left_out((kind, clean_line(text)[0]) for kind, text in raw.left_out),
        _places=places([edit[:3] for edit in edits]),
    )


def _within(edit, cuts, starts):
    number = bisect_right(starts, edit[0]) - 1
    return number >= 0 and edit[0] < cuts[number][1]


def _frame(rows, columns):
    """A table with offsets first; its text as object, in which missing is None."""
    data = zip(*rows, strict=True) if rows else [()] * len(columns)
    kinds = ["int64" if column in ("start", "end") else "text" for column in columns]
    return tables.frame(columns, [tables.array(cells, kind) for cells, kind in zip(data, kinds, strict=True)])


def _facts(found, text, blocks, given, name):
    """Metadata: the caller's word, then the file's or page's, then what title and byline say."""
    facts = dict.fromkeys(("title", "author", "outlet", "url", "published"))
    for start, end, kind in blocks:
        if kind == "title" and facts["title"] is None:
            facts["title"] = text[start:end].rstrip("; ")
        author, day = facts_of(text[start:end], kind)
        facts["author"] = facts["author"] or author
        facts["published"] = facts["published"] or day
    for source in (found, given):
        facts.update({key: value for key, value in source.items() if value not in (None, "")})
    said = []
    for fact in ("title", "author", "outlet", "url"):
        if facts[fact] is not None:
            facts[fact], reasons = clean_line(facts[fact])
            facts[fact] = facts[fact] or None
            said += [(0, 0, "", f"{reason} in the {'web address' if fact == 'url' else fact}") for reason in reasons]
    try:
        facts["published"] = as_date(facts["published"])
    except ValueError:
        if given["published"] not in (None, ""):
            raise ArticleError(
                f'{name}: the publication date "{printable(given["published"])}" is not a date; give it as YYYY-MM-DD.'
            ) from None
        facts["published"] = None
    return facts, said


def _with_lost(edits, lost):
    """Half characters are replaced before there is a source text: the log has them, as they stand in it."""
    inside = [(start, end) for start, end, *_ in edits]
    starts = [start for start, _ in inside]
    rows = []
    for place in lost:
        number = bisect_right(starts, place) - 1
        if number < 0 or place >= inside[number][1]:
            rows.append((place, place + 1, "\ufffd", "broken character"))
    return sorted(edits + rows, key=lambda edit: edit[:2])


def _bytes(path, name):
    """The file's bytes, or the sentence that says why there are none."""
    shown = printable(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(f"{shown}: is a folder; name one file in it, or use the corpus command for all.")
        if not stat.S_ISREG(mode):
            raise ArticleError(f"{shown}: is a device or a pipe, not a file; save the text in a file first.")
        with path.open("rb") as file:
            start = file.read(4096)
            kind = "docx" if name.endswith(".docx") else "html" if is_html(name, start) else "text"
            if path.stat().st_size <= _LARGEST[kind]:  # not read at all if it is larger, nor if it says less than it is
                data = start + file.read(_LARGEST[kind] + 1)
                if len(data) <= _LARGEST[kind]:
                    return data
    except FileNotFoundError:
        raise ArticleError(f"{shown}: there is no such file; check the name and the folder.") from None
    except ValueError as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(f"{shown}: is no name of a file; check it.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(f"{shown}: cannot be read ({reason}); check its name and permissions.") from None
    if kind == "text":
        raise _too_long(shown)
    size = f"{_LARGEST[kind] // 1_000_000} MB"
    raise ArticleError(f"{shown}: is larger than {size}; save only the article's text as .txt.")


def _corrections(path, given):
    if given is not None:
        if not Path(given).is_file():
            raise ArticleError(f"{printable(given)}: there is no such corrections file; check the name and the folder.")
        return Path(given)
    own = beside(path) if path else None
    if own and os.path.lexists(own) and not own.is_file():
        what = "is no file (a link that leads nowhere, a folder or a pipe)"
        raise ArticleError(f"{printable(own)}: {what}, so that your corrections are not known; mend or remove it.")
    return own if own and own.is_file() else None


def _of_rows(name, data):
    """(problem, way out) for a table, JSON among them: its articles are rows."""
    table = name.endswith((".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"))
    if not table and data.lstrip()[:1] in (b"[", b"{"):
        try:
            value, _ = json.JSONDecoder().raw_decode((decode(data) or ("",))[0].lstrip())
            table = isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict))
        except (ValueError, RecursionError):
            table = False
    return (
        ("is a table or JSON", "give its rows to the corpus command (.csv, .jsonl), or a text as .txt")
        if table
        else None
    )


def _of_an_archive(name, data, page):
    """(problem, way out) for what is several articles, or XML that is no page."""
    decoded = decode(data)
    if decoded is None:
        return None
    text = decoded[0]
    markup = page or XML.match(text) is not None
    return archive_problem(text, markup) or (XML_PROBLEM if name.endswith(".xml") and not page else None)


def _refusal(path, problem, way_out):
    shown = printable(path)
    return ArticleError(f"{shown}: {problem}; {way_out.replace('FILE', shown)}.")


def _too_long(name):
    return ArticleError(
        f"{name}: is longer than {LONGEST:,} characters; split it into articles and read one at a time."
    )


def _spans(blocks):
    return list(zip(blocks["start"], blocks["end"], blocks["kind"], strict=True))
