"""Web pages and mails of archives as the lines that the readers of text know."""

from email import message_from_bytes, policy

from lxml import html

from ...article.decode import decode

_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 header footer hr li main ol p "
    "pre section table tbody td text th tr ul".split()
)
_SKIPPED = frozenset(("script", "style", "head", "title", "meta", "noscript"))


def tree_of(text):
    """A page's tree; what is broken is mended as browsers do."""
    return html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8") if isinstance(text, bytes) else None)


def lines_of(tree):
    """A page's lines: an element that is a block begins and ends lines with an empty one, <br> breaks one.

    >>> lines_of(tree_of("<p><b>BYLINE: </b>Jo Field<br>Staff</p><p>Rain.</p>"))
    ['BYLINE: Jo Field', 'Staff', '', 'Rain.']
    """
    parts = []
    _walk(tree, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n").split("\n")


def _walk(tree, parts):
    """Without recursion, for pages may be nested deeper than Python's stack."""
    waiting = [(tree, False)]
    while waiting:
        node, done = waiting.pop()
        if isinstance(node, str):
            parts.append(" ".join(node.split("\n")))
            continue
        tag = node.tag if isinstance(node.tag, str) else None
        if done or tag is None or tag in _SKIPPED:
            if done and tag in _BLOCKS:
                parts.append("\n\n")
        else:
            if tag == "a" and (node.get("name") or "").startswith("DocID_"):
                parts.append("\n\n" + "_" * 60 + "\n\n")  # ProQuest's mark between articles
            parts.append("\n\n" if tag in _BLOCKS else "\n" if tag == "br" else "")
            waiting.append((node, True))
            for child in reversed(node):
                if child.tail:
                    waiting.append((child.tail, False))
                waiting.append((child, False))
            if node.text:
                waiting.append((node.text, False))


def parts_of_mail(data):
    """The texts of a mail and of the mails that it forwards: (text, whether it is a web page)."""
    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.get_content_type() in ("text/html", "text/plain"):
            try:
                text = part.get_content()
            except (LookupError, UnicodeError, ValueError):  # an encoding that does not exist
                decoded = decode(part.get_payload(decode=True) or b"")
                text = decoded[0] if decoded else ""
            yield text, part.get_content_type() == "text/html"
