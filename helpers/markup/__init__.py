"""HTML that is safe to make from an article's words, and that reads well as plain text."""

import html
import json
import os
import re
from functools import cache
from pathlib import Path

# Pages hold no control characters and no half characters, as XML does not: signs stand for them.
_UNSEEN = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_UNSEEN |= dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), 0xFFFD)


def escape(value):
    """Text as HTML text or attribute: nothing in it is ever markup.

    Dollar signs and backslashes stand alone in elements, so that JupyterLab does not take what
    lies between two of them, or after "\\begin", for mathematics.

    >>> escape('<b>5 "dollars"</b>')
    '&lt;b&gt;5 &quot;dollars&quot;&lt;/b&gt;'
    >>> escape("$x$")
    '<span>$</span>x<span>$</span>'
    >>> escape("a\\x07b")
    'a␇b'
    """
    text = html.escape(str(value).translate(_UNSEEN), quote=True)
    return text.replace("$", "<span>$</span>").replace("\\", "<span>\\</span>")


@cache
def style():
    """The style of what notebooks and pages show."""
    return (Path(__file__).resolve().parent / "style.css").read_text(encoding="utf8").strip()


UNSAFE = "<>&$\u2028\u2029"


def safe_json(data):
    """Data as JSON that nothing in it can end.

    >>> safe_json({"t": "</script>"})
    '{"t":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in UNSAFE:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def place(start, end):
    """Where a ¶ leads: `render` makes it the reading page's address, and in a notebook the words open in place.

    >>> place(0, 40)
    '#0-40'
    """
    return f"#{start}-{end}"


class Html:
    """A piece of HTML with a plain-text form, which is what the tests compare first.

    Parameters
    ----------
    body : str
        HTML; everything from an article in it is escaped.
    plain : str
        The same in plain text.
    """

    def __init__(self, body, plain):
        self.body, self.plain = body, plain

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": f'<style>{style()}</style><div class="cr">{self.body}</div>', "text/plain": self.plain}

    def __repr__(self):
        return self.plain


SNIPPET = 25  # words in a row that are shown where the text must not be passed on


def sharing_only_snippets():
    """Whether the article's text must not be passed on: the environment variable SNIPPETS, set by `render`."""
    return bool(os.environ.get("SNIPPETS"))


def paragraphs(sentences_by_paragraph, kind="answer", places=None):
    """Paragraphs of plain sentences.

    Parameters
    ----------
    sentences_by_paragraph : list of list of str
    kind : {"answer", "quiet"}
    places : dict of str to tuple of int, optional
        Words of the sentences that stand for a place of the article: a page leads from the first of each to it, a
        notebook does not.

    Returns
    -------
    Html

    >>> paragraphs([["It rained.", "We stayed."]]).plain
    'It rained. We stayed.'
    >>> paragraphs([["Most heard: Anna Berg."]], places={"Anna Berg": (0, 9)}).body
    '<p class="answer">Most heard: <a data-to="#0-9">Anna Berg</a>.</p>'
    >>> paragraphs([["The Holmgard."]], places={"Holm": (0, 4)}).body
    '<p class="answer">The Holmgard.</p>'
    """
    texts = [" ".join(sentence for sentence in sentences if sentence) for sentences in sentences_by_paragraph]
    texts = [text for text in texts if text]
    left = {} if places is None or sharing_only_snippets() else dict(places)
    body = "".join(f'<p class="{kind}">{_linked(text, left)}</p>' for text in texts)
    return Html(body, "\n\n".join(texts))


def _linked(text, left):
    """A text as HTML whose words lead to their places, the longest first; each is used once."""
    if not left:
        return escape(text)
    either = "|".join(re.escape(words) for words in sorted(left, key=len, reverse=True))
    words = re.compile(rf"(?<!\w)(?:{either})(?!\w)")  # Holm is no part of Holmgard
    parts, done = [], 0
    for found in words.finditer(text):
        if found[0] in left:
            to = place(*left.pop(found[0]))
            parts += [escape(text[done : found.start()]), f'<a data-to="{to}">{escape(found[0])}</a>']
            done = found.end()
    return "".join([*parts, escape(text[done:])])
