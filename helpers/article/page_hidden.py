"""What a page holds and does not show, or shows as struck out."""

import re

STRUCK = ("del", "s", "strike")
_SHARE = 0.5  # of the page's words: hidden until a script shows it, as the article itself can be
_STYLE = re.compile(
    r"(?:^|;)\s{0,20}(?:(?:left|text-indent)\s{0,9}:\s{0,9}-\d{4,6}px|display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|font-size\s{0,9}:\s{0,9}0[a-z%]{0,3}\s{0,9}(?:;|!|$)|opacity\s{0,9}:\s{0,9}0(?:\.0+)?\s{0,9}(?:;|!|$))",
    re.I,
)
_STRUCK_STYLE = re.compile(r"(?:^|;)\s{0,20}text-decoration(?:-line)?\s{0,9}:[^;]{0,50}line-through", re.I)
_FOR_READERS_ALOUD = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden)(?:\s|$)", re.I
)


def without_hidden(tree):
    """Take out of a page's tree what is hidden or struck out; gives [(kind, text)] of it.

    >>> from lxml import html
    >>> page = html.fromstring("<p>The port is <s>shut</s> open<b hidden> now</b>.</p>")
    >>> without_hidden(page), page.text_content()
    ([('struck-out text', 'shut'), ('hidden text', 'now')], 'The port is  open.')
    """
    found, passed = [], set()
    for element in tree.iter():
        if element in passed or not isinstance(element.tag, str):
            continue
        kind = _kind(element)
        if kind:
            passed.update(element.iter())
            found.append((kind, element))
    words = len("".join(tree.itertext()).split())
    out = []
    for kind, element in found:
        text = " ".join(_text(element).split())
        if element.getparent() is None or len(text.split()) >= _SHARE * words:
            continue
        element.drop_tree()
        if text:
            out.append((kind, text))
    return out


def _kind(element):
    style = element.get("style") or ""
    if element.tag in STRUCK or (style and _STRUCK_STYLE.search(style)):
        return "struck-out text"
    if element.tag in ("script", "style", "head", "noscript", "body", "html", "meta", "link", "input"):
        return None
    hidden = element.get("hidden")
    if (hidden is not None and hidden.lower() != "until-found") or (style and _STYLE.search(style)):
        return "hidden text"
    if element.tag == "template":
        return "hidden text"
    return "hidden text" if _FOR_READERS_ALOUD.search(element.get("class") or "") else None


def _text(element):
    return "".join(part for one in element.iter() if isinstance(one.tag, str) for part in _own(one, element))


def _own(one, element):
    if one.tag not in ("script", "style"):
        yield one.text or ""
    if one is not element:
        yield one.tail or ""
