"""The shell of a page that works alone: one document with its own style and script, and nothing else is allowed."""

from base64 import b64encode
from hashlib import sha256
from html import escape

GENERATOR = "close-reading"
FRAME = 'sandbox="allow-scripts allow-downloads allow-popups" style="width:100%;height:85vh;min-height:30rem;border:0"'


def document(title, said, body, *, style, script, data="", lens=""):
    """A page.

    Parameters
    ----------
    title, said : str
        What it is called, and one sentence about it: plain text.
    body : str
        HTML.
    style, script : str
    data : str, optional
        JSON that is safe in a script element, which the script finds as `#data`.
    lens : str, optional
        What the page looks at first.

    Returns
    -------
    str
        HTML: style and script are allowed by their hashes and nothing is loaded.

    Examples
    --------
    >>> html = document("A & B", "Two.", "<main></main>", style="main { margin: 0 }", script="1;")
    >>> "<title>A &amp; B</title>" in html, "unsafe" in html
    (True, False)
    """
    title, said = escape(title), escape(" ".join(said.split()))
    data = f'<script type="application/json" id="data">{data}</script>\n' if data else ""
    lens = f' data-lens="{lens}"' if lens else ""
    return f"""<!doctype html>
<html lang="en" class="plain">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">
<meta name="generator" content="{GENERATOR}">
<meta name="description" content="{said}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{said}">
<meta property="og:type" content="article">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body{lens}>
{body}
<div class="toast" id="toast" role="status"></div>
{data}<script>{script}</script>
</body>
</html>
"""


def framed(html, title, name):
    """A page in a frame of its own.

    Parameters
    ----------
    html : str
        The page, from `document`.
    title : str
        What the frame is called.
    name : str
        Its class.

    Returns
    -------
    str
        HTML.
    """
    inner = escape(html, quote=True)
    return f'<iframe class="{name}" title="{escape(title, quote=True)}" srcdoc="{inner}" {FRAME}></iframe>'


def closed(scripts):
    """One script of several texts, whose names nobody else sees.

    >>> closed(["let a = 1;"]).splitlines()[1]
    '"use strict";'
    """
    body = "\n".join(text.strip() for text in scripts)
    return f'(() => {{\n"use strict";\n{body}\n}})();'


def hash_of(text):
    """What a Content-Security-Policy allows a script or a style by."""
    return f"'sha256-{b64encode(sha256(text.encode('utf8')).digest()).decode()}'"


def policy(style, script):
    """What a page may do: its own script and style, nothing from outside."""
    return (
        f"default-src 'none'; script-src {hash_of(script)}; style-src {hash_of(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
