"""What every step on the tree asks of an element: its words, its text as shown, and how to take it out."""

BREAK = "␤"  # a line break inside a block, in the tree's own text; printable, so that it survives
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_NOT_SHOWN = "script style noscript template svg head title".split()


def words_below(tree):
    """How many words each element holds, and how many of them are links' (element → pair)."""
    counts = {}
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.tag in _NOT_SHOWN:
            counts[element] = (0, 0)
            continue
        own, linked = len((element.text or "").split()), 0
        for child in element:
            below, links = counts[child]
            own += below + len((child.tail or "").split())
            linked += links
        counts[element] = (own, own if element.tag == "a" else linked)
    return counts


def shown(element):
    return " ".join(" ".join(element.itertext(tag=None, with_tail=False)).replace(BREAK, " ").split())


def remove(element):
    """Take an element out; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
