"""The reading page: one HTML document that works alone, with the article in the middle and all about it beside it."""

from functools import cache
from pathlib import Path

from ..analyses import collect
from ..markup import Html, safe_json
from ..tables import once_per_article
from . import page_parts as parts
from .in_sentence import sharing_only_snippets
from .page_data import page_data
from .page_marks import spans
from .page_snippets import hide
from .page_text import text_html
from .shell import closed, document, framed

ASSETS = Path(__file__).resolve().parent / "assets"
SCRIPTS = ("page_base.js", "page_panel.js", "page_views.js", "page_acts.js")
DISPLAY = "reading-page"
UNTRUSTED = (
    "The page is not shown because this notebook is not trusted yet: choose “Trust Notebook” in the command palette "
    "(View, Activate Command Palette), or run the cells."
)


def page(article, tables=None, *, links=(), downloads=(), provenance=(), snippets=None):
    """The reading page of an article.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame, optional
        From `analyses.collect`; made if it is not given.
    links : sequence of (str, str, str), optional
        Address, title and answer of each page that says how it is known.
    downloads : sequence of (str, list of (str, str)), optional
        Heading of a group; address and name of each of its files.
    provenance : sequence of (str, str), optional
        What the page was made from.
    snippets : bool, optional
        No running text, but at most 25 words around a finding; by default where the environment variable
        SNIPPETS says so.

    Returns
    -------
    str
        HTML: style and scripts are in it and allowed by their hashes, nothing is loaded, and everything from
        the article is escaped. Without scripts the text, its names, strip and numbered notes remain.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> html = page(from_text("“<b>We go</b>,” said Anna Berg."))
    >>> html.startswith("<!doctype html>"), "<b>We" in html
    (True, False)
    """
    title, said, before, after, data = _made(article, tables, snippets)
    known = {name: data[name] for name in data if name not in ("short", "findings")}
    looks = {"style": style(), "script": script(), "data": safe_json(known), "lens": "voices"}
    return document(title, said, f"{before}{parts.foot(links, downloads, provenance)}{after}", **looks)


def _made(article, tables, snippets):
    """The page but for its foot; where the tables are the article's own, made once."""
    snippets = sharing_only_snippets() if snippets is None else snippets
    return _of_article(article, snippets) if tables is None else _inside(article, tables, snippets)


@once_per_article
def _of_article(article, snippets):
    return _inside(article, None, snippets)


def _inside(article, tables, snippets):
    """Title, description, what stands before the foot and after it, and the page's data."""
    data = page_data(article, tables, snippets=snippets)
    marks = spans(article, data)
    if snippets:
        marks += hide(article, tables or collect(article), data)
    title = article.title or article.name
    said = " ".join(one["t"] for one in data["short"][:1]) or "One news article, read closely."
    before = f"""<a class="skip" href="#text">Skip to the text</a>
{parts.head(article, data, snippets)}
<section class="bar" aria-label="Who speaks">{parts.strip(data)}{parts.legend(data)}</section>
<div class="desk">
<main>
{parts.in_short(data, snippets)}
<article id="text" class="text" aria-label="The article">{text_html(article, marks, data["text"])}</article>
{parts.notes(data)}
"""
    after = f"""
</main>
<aside class="panel live" id="panel" aria-label="About the text">
<button type="button" class="grip" id="grip" aria-label="Close the panel"></button>
<form class="search" role="search"><input type="search" id="search" placeholder="Search the text" \
aria-label="Search the text" autocomplete="off"><kbd>/</kbd></form>
<div class="top"><div class="tabs" role="tablist" aria-label="What to see"></div><button type="button" id="seek" \
aria-label="Search">⌕</button></div>
<div class="body" id="body" role="tabpanel" tabindex="0"></div>
</aside>
</div>
<dialog id="method" aria-labelledby="method-title"><form method="dialog"><button class="link">Close</button></form>
{parts.method()}
</dialog>"""
    return f"{title} – read closely", said, before, after, data


class Frame(Html):
    """The reading page in a frame; in a notebook it can take the place of the one that was shown before."""

    def _ipython_display_(self, update=False):
        from IPython.display import display  # where a page is shown it is there, and no worker needs it

        display(self._repr_mimebundle_(), raw=True, display_id=DISPLAY, update=update)

    def follow(self):
        """Show this page where the notebook shows another one."""
        from IPython import get_ipython

        if get_ipython():
            self._ipython_display_(update=True)


def frame(article, tables=None):
    """The reading page in a frame of its own, for a notebook: nothing of it reaches the notebook or the network.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame, optional

    Returns
    -------
    Frame
        As plain text: words and voices. A correction written in the page is sent to the notebook's window as
        the message `{closeReading: "correction", line}` and goes on to the control of `widgets.choose_article`;
        a message `{closeReading: "open", start, end}` opens the page at these characters.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> print(frame(from_text("“We go,” said Anna Berg.")).plain)
    The reading page: 5 words, 1 voice.
    """
    *_, data = _made(article, tables, None)
    told = f"{parts.count(data['words'], 'word')}, {parts.count(len(data['voices']), 'voice')}"
    body = (
        f"{framed(page(article, tables), 'The reading page', 'cr-page')}"
        f'<p class="cr-untrusted">{UNTRUSTED}</p><script>{frame_script()}</script>'
    )
    return Frame(body, f"The reading page: {told}.")


@cache
def frame_script():
    """The script beside the frame, which hands corrections on."""
    return (ASSETS / "frame.js").read_text(encoding="utf8").strip()


@cache
def script():
    """The page's script; a page that holds the frame allows it by its hash too."""
    return closed((ASSETS / name).read_text(encoding="utf8") for name in SCRIPTS)


@cache
def style():
    return (ASSETS / "page.css").read_text(encoding="utf8").strip()
