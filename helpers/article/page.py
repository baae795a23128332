"""A saved web page: its body, its facts, and what of it was left out."""

import re

from lxml import html

from .decode import decode
from .formats import _CHARSET, BACK, NO_ARTICLE, Unreadable, _from_lines, _one_line, disguised
from .page_beside import put_back, taken_out
from .page_bounds import MANY_TAGS, bounded
from .page_facts import page_facts
from .page_hidden import without_hidden
from .page_tree import BREAK, links, prepare, words_below

_HTML_KINDS = {"head": "heading", "quote": "blockquote", "item": "list item", "figcaption": "caption"}
_POSTS = re.compile(r"\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|tiktok-embed|fb-post)\b")
_BODY = re.compile(r"\b(?:\w+[-_]+)*(?:body|content|text|story|entry)", re.I)
_COMMENTS = re.compile(r"\bcomments?\b|\bdisqus|comment-", re.I)
_BOXES = ("div", "section", "ol", "ul", "li", "aside")
PROSE = 15  # words of a block that is prose
_KIND_OF = {
    "nav": "navigation",
    "header": "navigation",
    "footer": "navigation",
    "aside": "box",
    "form": "form",
    "table": "table",
    "figure": "caption",
    "figcaption": "caption",
    "select": "form",
    "button": "form",
}
_UNITS = frozenset("p li h1 h2 h3 h4 h5 h6 td th figcaption dt dd pre blockquote div a span".split())


def read_html(data):
    """The body of a web page and its metadata; the body is found by trafilatura (Barbaresi 2021)."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared.group(1).decode("ascii", "replace") if declared else None)
    if decoded is None:
        raise Unreadable("cannot be decoded as text", "save the page again as UTF-8")
    page = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", _guarded(decoded[0]))
    try:
        tags = bounded(page)
        tree = html.document_fromstring(page)
        facts = page_facts(tree)
        posts = [_words(post) for post in tree.iter("blockquote") if _POSTS.search(post.get("class") or "")]
        _open_posts(tree)
        left_out = without_hidden(tree) + prepare(tree)
        _join_parts(tree)
        orders, homes = {element: number for number, element in enumerate(tree.iter())}, _homes(tree)
        beside = taken_out(tree, orders, homes)
        whole = list(_units(tree, orders, homes))
        linked = {_bare(line) for line in links(tree)}
        body = _body(tree, tags > MANY_TAGS)
    except Unreadable:
        raise
    except Exception as error:  # trafilatura and lxml raise many kinds on broken pages
        raise Unreadable(
            f"is a page that cannot be read ({type(error).__name__})", "copy the article's text into a .txt file"
        ) from None
    if body is None or not "".join(body.itertext()).strip():
        raise Unreadable(*NO_ARTICLE)
    lines = [(text, "embed" if _in_post(text, posts) else kind) for text, kind in _html_lines(body)]
    while len(lines) > 1 and _bare(lines[-1][0]) in linked:  # other stories, under this one; `left_out` has them
        lines.pop()
    lines, elsewhere = put_back(lines, beside, [(order, text, place) for _, text, place, order in whole])
    title = facts.get("title")
    if title and lines and lines[0][1] == "heading" and _bare(lines[0][0]) == _bare(title):
        lines[0] = (lines[0][0], "title")
    if page != decoded[0]:
        lines = [(text.translate(BACK), kind) for text, kind in lines]
        facts = {name: value.translate(BACK) for name, value in facts.items()}
    raw = _from_lines(lines, "html", decoded[1])
    raw.left_out = left_out + [(one.kind, one.text) for one in elsewhere] + _not_kept(whole, raw.text)
    raw.facts = facts
    return raw


def _guarded(page):
    """A page that no library chokes on; two halves of a character become one."""
    return disguised(page.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))


def _body(tree, fast):
    from copy import deepcopy

    from trafilatura import bare_extraction

    found = bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        favor_precision=False,
        fast=fast,
    )
    return found.body if found is not None else None


def _open_posts(tree):
    """Embedded posts are part of the text: no class of theirs, or of a frame around them, tells otherwise."""
    for post in list(tree.iter("blockquote")):
        if _POSTS.search(post.get("class") or ""):
            post.attrib.clear()
            above = post.getparent()
            while above is not None and above.tag in ("div", "figure") and len(above) <= 2:
                above.attrib.clear()
                above.tag = "div"
                above = above.getparent()


def _join_parts(tree):
    """A body in several equal containers becomes one: later parts go to the end of the first."""
    counts, firsts = words_below(tree), {}
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if not _BODY.search(name) or element.find(".//h1") is not None:
            continue
        if sum(counts[p][0] >= PROSE and counts[p][1] < 0.5 * counts[p][0] for p in element.iterchildren("p")) < 2:
            continue
        around = next((above for above in element.iterancestors("article", "main")), None)
        if around is None:
            continue
        first = firsts.setdefault((around, element.tag, name), element)
        if first is not element and first not in element.iterancestors():
            for child in list(element):
                first.append(child)


def _html_lines(body):
    """(text, kind) of each line; what holds blocks is read block by block.

    >>> from lxml import etree
    >>> body = etree.fromstring("<body><list><item>Ships<list><item>ferries</item></list></item></list></body>")
    >>> list(_html_lines(body))
    [('Ships', 'list item'), ('ferries', 'list item')]
    """
    for element in body.iterchildren():
        if not isinstance(element.tag, str):
            continue
        for text, kind in _parts(element, _HTML_KINDS.get(element.tag, "paragraph")):
            for line in _split(text):
                yield line, kind
        for text in _split(element.tail):
            yield text, "paragraph"


_PARTS = ("item", "p", "list", "quote", "head")  # blocks that trafilatura puts into others


def _parts(element, kind):
    """(text, kind) of the runs of text in an element, parted where a block begins or ends."""
    run = element.text or ""
    for child in element:
        if child.tag in _PARTS:
            yield run, kind
            inner = kind if kind == "blockquote" else _HTML_KINDS.get(child.tag, kind)
            yield from _parts(child, inner)
            run = ""
        elif isinstance(child.tag, str):
            parts = list(_parts(child, kind))
            run += parts[0][0]
            if len(parts) > 1:
                yield run, kind
                yield from parts[1:-1]
                run = parts[-1][0]
        run += child.tail or ""
    yield run, kind


def _split(text):
    return [line for part in (text or "").split(BREAK) if (line := _one_line(part))]


def _bare(text):
    return "".join(filter(str.isalnum, text.lower()))


def _words(element):
    return _bare("".join(element.itertext()))


def _in_post(text, posts):
    bare = _bare(text)
    return len(bare) > 8 and any(bare in post for post in posts)


def _homes(tree):
    """The <article> or <main> that each element stands in."""
    places = {}
    for element in tree.iter():
        places[element] = element if element.tag in ("article", "main") else places.get(element.getparent())
    return places


def _units(tree, orders, homes):
    """(kind, text, where it stands, its number) of the smallest elements with text, in the page's order."""
    kinds = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        above = element.getparent()
        kinds[element] = _KIND_OF.get(element.tag) or kinds.get(above)
        if _COMMENTS.search(f"{element.get('class')} {element.get('id')}"[:200]) and element.tag in _BOXES:
            kinds[element] = "comments"
        if element.tag in ("script", "style", "noscript", "template", "svg", "head"):
            kinds[element] = "hidden"
        if kinds[element] == "hidden":
            continue
        if element.tag in _UNITS and not any(child.tag in _UNITS - {"a", "span"} for child in element):
            if element.tag in ("a", "span") and above is not None and above.tag in _UNITS:
                continue
            text = " ".join("".join(element.itertext()).replace(BREAK, " ").split())
            yield kinds[element], text, homes.get(element), orders.get(element, 0)


def _not_kept(units, text):
    """Units whose words did not become text: one row for each run of one kind.

    "text" is prose that stands in the same <article> or <main> as what was kept: it may be the article's.
    """
    kept, out = _bare(text), []
    bare = [_bare(words) for _, words, _, _ in units]
    # A short cell ("Monday") may stand in the text by chance.
    stayed = [
        not one or (one[:60] in kept and (kind != "table" or len(one) >= 12))
        for (kind, *_), one in zip(units, bare, strict=True)
    ]
    homes = {place for (_, _, place, _), ours in zip(units, stayed, strict=True) if ours and place is not None}
    for (kind, words, place, _), ours in zip(units, stayed, strict=True):
        if ours:
            continue
        prose = len(words.split()) >= PROSE and words.rstrip("”’\"')")[-1:] in tuple(".?!…")
        kind = kind or ("text" if prose and place in homes else "line")
        if out and out[-1][0] == kind and kind != "text":
            out[-1] = (kind, out[-1][1] + [words])
        else:
            out.append((kind, [words]))
    return [(kind, " ".join(parts)) for kind, parts in out]
