"""The article as HTML for the reading page: its blocks, with every span in an element of its own."""

from bisect import bisect_left, bisect_right
from html import escape
from typing import NamedTuple

from ..article.sections import paragraph_numbers
from ..wording import count

# kind of block -> element, class
ELEMENTS = {"title": ("h2", "title"), "heading": ("h3", ""), "list item": ("li", ""), "table": ("p", "plain")}
ABOUT = ("byline", "dateline", "published", "caption", "credit", "note")
# Where two spans are the same words, the first of these is outside.
RANKS = ("quote", "said", "check", "time", "cue", "actor", "gap")


class Span(NamedTuple):
    """Words of the article that are an element; `once` are attributes of its first piece alone."""

    start: int
    end: int
    rank: str
    tag: str
    attributes: str
    once: str = ""
    last: str = ""  # HTML before the end of its last piece


def text_html(article, spans, text=None):
    """All blocks with their spans.

    Parameters
    ----------
    article : Article
    spans : list of Span
        They may overlap; one that runs over the end of another is cut in pieces.
    text : str, optional
        What is shown in place of the article's text, of the same length.

    Returns
    -------
    str
        Every block has `data-s`, its first character. The text between tags is the article's, escaped, and
        nothing else. Where a post stood, the next block, or an empty one at the end, has
        `data-left`, which the page shows.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> text_html(from_text("A <b> c."), [Span(2, 5, "time", "span", 'class="t"')])
    '<p data-s="0" id="p1" data-p="1">A <span class="t">&lt;b&gt;</span> c.</p>'
    >>> text_html(from_text("<tweet><tweet/>.\\n\\nShe replied."), [])
    '<p data-s="0" id="p1" data-p="1" data-left="1 embedded post stood here, not read">She replied.</p>'
    """
    text = article.text if text is None else text
    starts = article.blocks["start"].astype(int).tolist()
    ends = article.blocks["end"].astype(int).tolist()
    per_block = [[] for _ in starts]
    for span in spans:
        first = max(bisect_right(starts, span.start) - 1, 0)
        for number in range(first, len(starts)):
            if starts[number] >= span.end:
                break
            if ends[number] > span.start:
                per_block[number].append(span)
    posts = article.removed.loc[article.removed["reason"].eq("embedded post"), "start"].tolist()
    body, in_list = [], False
    begun = set()
    for number, (kind, mark) in enumerate(zip(article.blocks["kind"], paragraph_numbers(article), strict=True)):
        tag, look = ELEMENTS.get(kind, ("p", "about" if kind in ABOUT else ""))
        inner = _block(text, starts[number], ends[number], per_block[number], begun)
        place = f' id="p{mark}" data-p="{mark}"' if mark else ""
        look = f' class="{look}"' if look else ""
        missing = bisect_left(posts, article.in_source(starts[number], ends[number])[0]) if posts else 0
        if missing:
            look += _left(missing)
            posts = posts[missing:]
        html = f'<{tag} data-s="{starts[number]}"{place}{look}>{inner}</{tag}>'
        if (kind == "list item") != in_list:
            in_list = not in_list
            body.append("<ul>" if in_list else "</ul>")
        body.append(f"<blockquote>{html}</blockquote>" if kind == "blockquote" else html)
    body.append("</ul>" if in_list else "")
    return "".join(body) + (f"<p{_left(len(posts))}></p>" if posts else "")


def _left(posts):
    return f' data-left="{count(posts, "embedded post")} stood here, not read"'


def _block(text, start, end, spans, begun):
    """The words of one block; elements are closed and opened again where spans cross."""
    order = sorted(spans, key=lambda one: (max(one.start, start), -min(one.end, end), RANKS.index(one.rank)))
    edges = sorted({start, end, *(max(s.start, start) for s in order), *(min(s.end, end) for s in order)})
    html, stack, following = [], [], 0

    def opened(span):
        first = id(span) not in begun
        begun.add(id(span))
        once = f" {span.once}" if first and span.once else ""
        html.append(f"<{span.tag} {span.attributes}{once}>")

    for at, until in zip(edges, [*edges[1:], end], strict=True):
        ended = [span for span in stack if min(span.end, end) <= at]
        if ended:
            low = min(stack.index(span) for span in ended)
            again = [span for span in stack[low:] if span not in ended]
            for span in reversed(stack[low:]):
                html.append((span.last if span in ended and span.end <= end else "") + f"</{span.tag}>")
            del stack[low:]
            for span in again:
                opened(span)
                stack.append(span)
        while following < len(order) and max(order[following].start, start) <= at < min(order[following].end, end):
            opened(order[following])
            stack.append(order[following])
            following += 1
        html.append(escape(text[at:until]))
    return "".join(html)
