"""HTML that is safe to make from an article's words, and that reads well as plain text."""

import html
import os

WHOLE = "6_whole_picture.ipynb"  # where the reader is; pages make it .html

# Colours work in light and dark; every mark also has a form of its own (line, dots, weight).
STYLE = """<style>
.cr{--line:#9a9a9a55;--soft:#9a9a9a22;--quiet:#666;--hit:#ffd54a66;--hit-line:#b8860b;--src:#0072b2;--cue:#a8480a;
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;max-width:50rem}
.cr p{margin:.5em 0}.cr .answer{font-size:1.1em}.cr .quiet{color:var(--quiet);font-size:.86em}
.cr .scroll{overflow-x:auto}
.cr.cr table{border-collapse:collapse;table-layout:auto;width:100%;margin:.4em 0 1em;font-size:.92em}
.cr.cr caption{text-align:left;font-weight:600;padding:.3em 0}
.cr.cr th,.cr.cr td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;border-bottom:1px solid var(--line);
white-space:normal;overflow-wrap:break-word}
.cr.cr th{font-weight:600;color:var(--quiet);overflow-wrap:normal}.cr.cr td.words{min-width:17em}
.cr.cr td.brief{white-space:nowrap}.cr.cr th.number{text-align:right}
.cr.cr td.number,.cr.cr th.number{padding-right:1.4em}
.cr.cr td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.cr mark{background:var(--hit);color:inherit;border-bottom:2px solid var(--hit-line);padding:0 .05em}
.cr .source{color:var(--src);border-bottom:2px dotted var(--src)}
.cr .cue{color:var(--cue);font-style:italic;border-bottom:1px solid var(--cue)}
.cr a.go{text-decoration:none;color:var(--quiet);padding:0 .3em;display:inline-block;min-width:24px;text-align:center}
.cr a.go:hover{color:inherit}
.cr .cr-table.live:not(.wide) .more{display:none}
.cr .tools{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center;margin:.4em 0;font-size:.86em}
.cr .tools input,.cr .tools button,.cr .cr-table th button{
font:inherit;color:inherit;background:none;border:1px solid var(--quiet);
border-radius:4px;padding:.15rem .45rem;min-height:26px}
.cr .cr-table th button{border:0;padding:0;text-align:inherit;font-weight:600;cursor:pointer;min-height:24px}
.cr .tools button{cursor:pointer}
.cr th[aria-sort=ascending] button::after{content:" ▲"}
.cr th[aria-sort=descending] button::after{content:" ▼"}
.cr .cr-table :is(a,button,input):focus-visible,.cr tr:focus-visible{outline:3px solid #3b82c4;outline-offset:2px}
.cr .findings{padding-left:1.6em}.cr .findings li{margin:0 0 1em}.cr .findings .finding{font-size:1.06em}
.cr .findings blockquote{margin:.2em 0 0;padding-left:.8em;border-left:3px solid var(--line);
font-size:.92em;color:inherit}
.cr .key{font-size:.86em;color:var(--quiet)}
@media (prefers-color-scheme:dark){.page .cr{--quiet:#aaa;--hit:#ffd54a3d;--src:#7cc4f5;--cue:#ffb27a}}
body[data-jp-theme-light="false"] .cr{--quiet:#aaa;--hit:#ffd54a3d;--src:#7cc4f5;--cue:#ffb27a}
</style>"""


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
        return {"text/html": f'{STYLE}<div class="cr">{self.body}</div>', "text/plain": self.plain}

    def __repr__(self):
        return self.plain


def sharing_only_snippets():
    """Whether the article's text must not be passed on: the environment variable SNIPPETS, set by `render`."""
    return bool(os.environ.get("SNIPPETS"))


def paragraphs(sentences_by_paragraph, kind="answer"):
    """Paragraphs of plain sentences.

    Parameters
    ----------
    sentences_by_paragraph : list of list of str
    kind : {"answer", "quiet"}

    Returns
    -------
    Html

    >>> paragraphs([["It rained.", "We stayed."]]).plain
    'It rained. We stayed.'
    """
    texts = [" ".join(sentence for sentence in sentences if sentence) for sentences in sentences_by_paragraph]
    texts = [text for text in texts if text]
    body = "".join(f'<p class="{kind}">{escape(text)}</p>' for text in texts)
    return Html(body, "\n\n".join(texts))
