"""Spaces where two elements touch and a reader sees two words."""

from .elements import INLINE

_STOPS = ".!?:;,…"


def space_between_inline(tree):
    """A space where one element's sentence ends and the next one's begins without any."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for child in element:
            if not isinstance(child.tag, str) or child.tag not in INLINE or child.tag in ("sub", "sup", "br"):
                continue
            before, after = child.getprevious(), child.getnext()
            left = (before.tail if before is not None else element.text) or ""
            if _seam(left, _first(child)):
                child.text = " " + (child.text or "")
            last = _last(child)
            if child.tail:
                if _seam(last, child.tail):
                    child.tail = " " + child.tail
            elif after is not None and isinstance(after.tag, str) and after.tag in INLINE:
                if _seam(last, _first(after)) or _new_word(last, _first(after)):
                    child.tail = " "


def space_around_blocks(tree):
    """Blocks in a block that keeps them in one line, such as a heading in a link, do not touch."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in INLINE or element.getparent() is None:
            continue
        above, before = element.getparent(), element.getprevious()
        if before is None and above.text and not above.text[-1:].isspace():
            above.text += " "
        elif before is not None and before.tail and not before.tail[-1:].isspace():
            before.tail += " "
        if not (element.tail or "")[:1].isspace():
            element.tail = " " + (element.tail or "")


def _first(element):
    for _ in range(6):
        if element.text or not len(element):
            break
        element = element[0]
    return element.text or "" if isinstance(element.tag, str) else ""


def _last(element):
    for _ in range(6):
        if not len(element) or element[-1].tail:
            break
        element = element[-1]
    last = element[-1].tail if len(element) else element.text
    return last or ""


def _seam(left, right):
    """A sentence's end that runs into a word.

    >>> _seam("at noon.", "They come"), _seam("at ‘noon.’", "They come"), _seam("un", "believ"), _seam("U.", "S.")
    (True, True, False, False)
    >>> _seam("Oslo (NewsNet)", "A ferry"), _seam("f(x)", "dx")
    (True, False)
    """
    bare = left.rstrip("”’\"'")
    if bare.endswith((")", "]")) and right[:1].isupper() and not right[1:2].isupper():
        return True
    bare = bare.rstrip(")]”’\"'")
    return bool(bare) and bare[-1] in _STOPS and right[:2].isalpha() and bare[-2:-1] not in ("", ".") and len(right) > 1


def _new_word(left, right):
    """Two elements in a row, the second beginning with a capital: another word begins."""
    return left[-1:].islower() and right[:1].isupper() and right[1:2].islower()
