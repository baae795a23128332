"""A drawing as SVG inside HTML: text stays text, colours are tokens, marks are links with titles."""

import io
import re
import warnings
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from matplotlib import rc_context

from ..files import holdable
from ..markup import escape
from .tokens import RC, TOKENS

ASSETS = Path(__file__).resolve().parent / "assets"
_SPACE = re.compile(r"\{[^}]{1,80}\}")
_NUMBER = re.compile(r"-?\d{1,9}\.\d{2,12}")
_HEX = re.compile(r"#[0-9a-f]{6}\b")
_FONT = re.compile(r"font: ([^';]{1,60}) '[^;]{1,300};?")
_FAMILY = re.compile(r"font-family: [^;]{1,300};? ?")  # the page's own
_LEVEL = re.compile(r"rotate\(-0 ")
_USED = re.compile(r"url\(#(\w{1,80})\)|href=\"#(\w{1,80})\"")
_ID = re.compile(r' id="([^"]{1,200})"')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_ROUNDED = ("d", "x", "y", "transform", "width", "height", "cx", "cy", "r", "points", "style")


@cache
def figure_style():
    """The style of figures in pages and in JupyterLab."""
    return (ASSETS / "figures.css").read_text(encoding="utf8").strip()


@cache
def figure_script():
    """The script that lets figures answer; pages allow it by its hash."""
    return (ASSETS / "figures.js").read_text(encoding="utf8").strip()


def saved(figure, kind, metadata, **options):
    """A drawing in matplotlib's own format, the same for the same drawing."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), rc_context(RC):
        warnings.filterwarnings("ignore", message="Glyph")  # scripts the font lacks: the reader's own fonts have them
        if figure.get_layout_engine() is not None:  # laid out once, not for each format
            figure.draw_without_rendering()
            figure.set_layout_engine("none")
        figure.savefig(buffer, format=kind, metadata=metadata, **options)
    return buffer.getvalue()


def inline(figure, name, label, link):
    """A drawing as an `<svg>` for HTML.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        With `marks`: id of an artist -> (id of the mark, places in the article, what it says).
    name : str
        Ids begin with it.
    label : str
        What the drawing shows, for those who do not see it.
    link : callable
        (start, end) of a place -> where it leads, or None where it may not lead anywhere.

    Returns
    -------
    str
    """
    root = ElementTree.fromstring(holdable(saved(figure, "svg", {"Date": None}).decode("utf8")))
    for element in root.iter():
        element.tag = _SPACE.sub("", element.tag)
        for key in [key for key in element.attrib if key.startswith("{")]:
            element.attrib[_SPACE.sub("", key)] = element.attrib.pop(key)
    _drop(root)
    _linked(root, figure.marks, name, link)
    for element in root.iter():
        for key in _ROUNDED:
            if key in element.attrib:
                value = _NUMBER.sub(lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), element.attrib[key])
                value = _FAMILY.sub("", _FONT.sub(r"font-size: \1;", value))
                element.attrib[key] = _HEX.sub(lambda m: TOKENS.get(m[0], m[0]), value)
        if _LEVEL.match(element.get("transform", "")):
            del element.attrib["transform"]
    width, height = root.get("viewBox").split()[2:]
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {width} {height}", "role": "group", "aria-label": label})
    text = ElementTree.tostring(root, encoding="unicode")
    used = {}  # numbered anew: matplotlib's ids hold rounding errors
    for one, two in _USED.findall(text):
        used.setdefault(one or two, f"{name}-{len(used)}")
    text = _ID.sub(lambda m: f' id="{used[m[1]]}"' if m[1] in used else m[0] if m[1].startswith(name) else "", text)
    text = _USED.sub(lambda m: f"url(#{used[m[1]]})" if m[1] else f'href="#{used[m[2]]}"', text)
    return _TEXT.sub(lambda m: _plain(m[0]), text)


def _plain(text):
    """A dollar sign is no beginning of mathematics, in JupyterLab neither."""
    return text.replace("$", "<tspan>$</tspan>").replace("\\", "<tspan>\\</tspan>")


def _drop(root):
    for parent in list(root.iter()):
        for child in list(parent):
            child.attrib.pop("clip-path", None)  # nothing is drawn outside; of two drawings one would clip the other
            empty_defs = child.tag == "defs" and all(one.tag == "clipPath" for one in child)
            if child.tag in ("metadata", "style", "clipPath") or empty_defs or child.get("id") == "paper":
                parent.remove(child)


def _linked(root, marks, name, link):
    """Each mark becomes a link with a title, in pages; its further pieces repeat it."""
    seen = set()
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.get("id") not in marks:
                continue
            key, places, said = marks[child.attrib.pop("id")]
            where = link(*places[0]) if places else None
            # no href: JupyterLab writes to that of every link, and a link in SVG lets nobody; `render` makes it one
            around = ElementTree.Element("a", {"role": "img"} | ({"data-to": where} if where else {}))
            around.set("data-at", " ".join(f"{start}-{end}" for start, end in places))
            if key in seen:  # one stop for the keyboard
                around.attrib.pop("data-at")
                around.set("tabindex", "-1")
                around.set("aria-hidden", "true")
            else:
                around.set("id", f"{name}-{key}".replace(" ", "-"))
                around.set("aria-label", said)
            seen.add(key)
            title = ElementTree.SubElement(around, "title")
            title.text = said.replace("$", "＄").replace("\\", "＼")  # a title holds no elements
            around.append(child)
            parent[place] = around


def behind(text, spans, places, link):
    """The sentences that hold any of the places, in the order of the text, closed at first."""
    near = sorted(_near(spans, places))
    return listed(
        [
            (
                a,
                b,
                f'<a class="go" href="{link(a, b)}" aria-label="Characters {a} to {b} in the article">¶</a>',
                text[a:b],
            )
            for a, b in near
        ]
    )


def listed(passages):
    """The passages behind the marks: (start, end, HTML that says where it stands, its words) of each."""
    if not passages:
        return ""
    rows = "".join(
        f'<li data-s="{a}" data-e="{b}">{where} <span>{escape(words)}</span></li>' for a, b, where, words in passages
    )
    said = "The sentence behind it" if len(passages) == 1 else f"All {len(passages):,} sentences behind it"
    return f'<details class="behind"><summary>{said}</summary><ol>{rows}</ol></details>'


def _near(spans, places):
    """The spans that overlap a place, in one pass over both."""
    spans, found, at = sorted(spans), set(), 0
    for start, end in sorted(places):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        following = at
        while following < len(spans) and spans[following][0] < end:
            found.add(spans[following])
            following += 1
    return found
