"""Where a page says who wrote it, and when: its head, its linked data, the lines at its headline."""

import html
import json
import re


def metas_of(tree):
    found = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


_ARTICLE = re.compile(r"Article|Posting|Report|Review", re.I)


def linked_data(tree):
    """The first article of the page's JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "").lower().startswith("application/ld+json") and script.text:
            try:
                queue = [json.loads(script.text, strict=False)]
            except (ValueError, RecursionError):
                continue
            for item in queue:  # grows while it is read
                if isinstance(item, list):
                    queue += item
                elif isinstance(item, dict):
                    if _ARTICLE.search(str(item.get("@type"))) and (item.get("headline") or item.get("datePublished")):
                        return item
                    queue += [value for key in ("@graph", "mainEntity", "mainEntityOfPage") if (value := item.get(key))]
    return {}


def one_line(text):
    if not isinstance(text, str):
        return None
    return " ".join(re.sub(r"<[^<>]{0,200}>", " ", html.unescape(text)).split()) or None


def letters_of(text):
    return "".join(filter(str.isalnum, (text or "").lower()))


SIGNED = re.compile(r"(?:(?:written|words|story|posted) )?by[: ]", re.I)
_ABOVE, _BELOW = 15, 80  # elements before and after the headline
_LEAVES = ("p", "div", "span", "time", "h2", "h3", "h4", "h5", "h6", "li", "address", "em", "strong", "small")


def near_headline(tree):
    """The short lines around a page's headline, down to the first paragraph.

    >>> from lxml import html
    >>> list(near_headline(html.fromstring("<main><h1>The harbour is shut</h1><div>By Jo Field</div></main>")))
    ['By Jo Field']
    """
    walk = list(tree.iter())
    heads = [number for number, one in enumerate(walk) if one.tag == "h1" and len((short_line(one) or "").split()) >= 2]
    if not heads:
        return
    for element in walk[heads[0] + 1 : heads[0] + 1 + _BELOW] + walk[max(0, heads[0] - _ABOVE) : heads[0]]:
        text = short_line(element) if element.tag in _LEAVES else None
        if element.tag == "p" and text is None and len("".join(element.itertext()).split()) > 20:
            return
        if text:
            yield text


def short_line(element):
    text = one_line(" ".join(element.itertext()))
    return text if text and len(text) <= 150 else None


def name_in(value):
    if isinstance(value, list):
        value = value[0] if value else None
    return one_line(value.get("name") if isinstance(value, dict) else value)
