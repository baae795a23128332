"""What a page holds and does not show, or shows as struck out."""

import re

STRUCK = ("del", "s", "strike")
_NEVER = ("script", "style", "head", "noscript", "body", "html", "meta", "link", "input")
_SHARE = 0.5  # of the page's words: hidden until a script shows it, as the article itself can be
_OFF = r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
_STYLE = re.compile(
    rf"(?:^|;)\s{{0,20}}(?:{_OFF}|transform\s{{0,9}}:\s{{0,9}}scale\(0\)"
    r"|font-size\s{0,9}:\s{0,9}0[a-z%]{0,3}\s{0,9}(?:;|!|$)|opacity\s{0,9}:\s{0,9}(?:0?\.0+|0)%?\s{0,9}(?:;|!|$)"
    r"|(?:left|right|top|text-indent)\s{0,9}:\s{0,9}-\d{4,7}[a-z]{0,4}\s{0,9}(?:;|!|$))",
    re.I,
)
_RULE = re.compile(rf"(?:^|;)\s{{0,20}}(?:{_OFF})", re.I)
_SHOWS = re.compile(
    r"(?:^|;)\s{0,20}(?:display\s{0,9}:(?!\s{0,9}none)|visibility\s{0,9}:\s{0,9}visible"
    r"|text-decoration(?:-line)?\s{0,9}:(?![^;]{0,50}line-through))",
    re.I,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.S)
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]{0,20})?(?:[.#][\w-]{1,100})?", re.I)
_NAME = re.compile(r"[.#]?[\w-]+")
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
    found, passed, rules = [], set(), _rules(tree)
    for element in tree.iter():
        if element in passed or not isinstance(element.tag, str):
            continue
        kind = _kind(element) or next(filter(None, map(rules.get, _selectors(element) if rules else ())), None)
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
    style = _COMMENT.sub("", element.get("style") or "")
    if element.tag in STRUCK or (style and _STRUCK_STYLE.search(style)):
        return "struck-out text"
    if element.tag in _NEVER:
        return None
    hidden = element.get("hidden")
    if (
        element.tag == "template"
        or element.get("popover") is not None
        or (hidden is not None and hidden.lower() != "until-found")
        or (style and _STYLE.search(style))
    ):
        return "hidden text"
    return "hidden text" if _FOR_READERS_ALOUD.search(element.get("class") or "") else None


def _rules(tree):
    """What the page's own style sheets hide or strike out: "p", ".class", "#id", "p.class" → kind.

    Other selectors are not followed, and what any rule shows again (for wide screens, say) counts as shown.

    >>> from lxml import html
    >>> _rules(html.fromstring("<style>.a,b#c{display:none} .d{display:none} @media x{.d{display:block}}</style>"))
    {'.a': 'hidden text', 'b#c': 'hidden text'}
    """
    found, shown = {}, set()
    for sheet in tree.iter("style"):
        always = (sheet.get("media") or "all").strip().lower() in ("all", "screen")
        if not always or (sheet.getparent() is not None and sheet.getparent().tag == "noscript"):
            continue
        depth = 0
        for rule in _COMMENT.sub("", sheet.text or "").split("}"):
            before, _, declared = rule.rpartition("{")
            selectors = before.rpartition("{")[2].rpartition(";")[2]
            if _SHOWS.search(declared):
                shown.update(_NAME.findall(selectors))
            kind = (
                "hidden text" if _RULE.search(declared) else "struck-out text" if _STRUCK_STYLE.search(declared) else ""
            )
            if kind and depth == 0 and rule.count("{") == 1:
                found |= {one.strip(): kind for one in selectors.split(",") if _SELECTOR.fullmatch(one.strip())}
            depth = max(depth + rule.count("{") - 1, 0)
    return {one: kind for one, kind in found.items() if one and not shown.intersection(_NAME.findall(one))}


def _selectors(element):
    """The selectors of `_rules` that an element can be meant by."""
    if element.tag in _NEVER:
        return
    yield element.tag
    for sign, names in (("#", [element.get("id")]), (".", (element.get("class") or "").split())):
        for name in names:
            yield f"{sign}{name}"
            yield f"{element.tag}{sign}{name}"


def _text(element):
    return "".join(part for one in element.iter() if isinstance(one.tag, str) for part in _own(one, element))


def _own(one, element):
    if one.tag not in ("script", "style"):
        yield one.text or ""
    if one is not element:
        yield one.tail or ""
