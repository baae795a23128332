"""Forms, boxes, hover cards and lists of links: what stands in the running text and is none of it.

Each function takes them out of the tree and gives back [(kind, text)].
"""

import re

from .elements import remove, shown, words_below

_FORM_WORDS = 60  # a box around a form is longer only where it is the article that has the form
_BOX = re.compile(
    r"\b(?:newsletter|related|recirc\w*|most-?(?:read|popular)|promo|trending|recommend\w*|read-?more|see-?also|"
    r"more-(?:stories|on)|(?:\w+-)*cta|social|share|sharing|subscribe|sign-?up|taboola|outbrain|advert\w*|sponsored)",
    re.I,
)
LINKED = 3  # words of an item that is a link: a story's name, and not "London" in a list of towns
_BOX_SHARE = 0.25  # of the page's words: what is longer is no box, whatever its class says


def without_forms_and_boxes(tree):
    """Forms with the small box around them, and boxes that their class names."""
    counts = words_below(tree)
    total = max(1, counts[tree][0])
    gone, out = set(), []
    for form in tree.iter("form"):
        if counts[form][0] > max(_FORM_WORDS, _BOX_SHARE * total):  # a form around the whole page
            continue
        box = form
        while (
            (above := box.getparent()) is not None
            and above.tag in ("div", "section", "aside")
            and counts[above][0] <= _FORM_WORDS
        ):
            box = above
        gone.add((box, "form"))
    for element in tree.iter("div", "section", "aside", "ul", "p"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"[:200]
        words, links = counts[element]
        if (
            words
            and words <= _BOX_SHARE * total
            and _BOX.search(name)
            and (links >= 0.3 * words or words <= _FORM_WORDS)
        ):
            gone.add((element, "box"))
    chosen = {element for element, _ in gone}
    for element, kind in sorted(gone, key=lambda pair: pair[1]):
        if any(above in chosen for above in element.iterancestors()):
            continue
        text = shown(element)
        remove(element)
        if text:
            out.append((kind, text))
    return out


def without_cards(tree):
    """Hover cards: an inline element in a sentence that holds nothing but several links."""
    counts, out = words_below(tree), []
    for span in list(tree.iter("span")):
        links = [link for link in span.iter("a") if counts[link][0]]
        words, linked = counts[span]
        hidden = len({link.get("href") for link in links}) >= 2 and linked >= 0.9 * words
        inside = any(above.tag == "p" for above in span.iterancestors())
        if hidden and inside and not any(s.tag == "a" for s in span.itersiblings()) and _directly(span):
            out.append(("box", shown(span)))
            remove(span)
    return out


def without_link_lines(tree):
    """Lines that are one link in capitals, lists of cards (each a link with a picture or heading) and of links."""
    counts, out = words_below(tree), []
    for line in list(tree.iter("p", "ul")):
        words, links = counts[line]
        if line.tag == "p":
            text = shown(line) if words == links and 4 <= words <= 40 else ""
            card = text.isupper() and text[-1:] not in ".?!"
        else:
            items = line.findall("li")
            linked = all(counts[item][0] == counts[item][1] >= LINKED for item in items)
            inside = not any(above.tag in ("nav", "header", "footer") for above in line.iterancestors())
            card = len(items) >= 2 and (all(_is_card(item, counts) for item in items) or (linked and inside))
        if card:
            out.append(("box", shown(line)))
            remove(line)
    return out


def _is_card(item, counts):
    links = list(item.iter("a"))
    heads = [part for link in links for part in link.iter("h2", "h3", "h4", "h5", "h6", "img", "picture")]
    return bool(heads) and counts[item][0] <= _FORM_WORDS


def _directly(span):
    """Whether the links are the span's own: the text around them would go with an outer one."""
    return sum(child.tag == "a" for child in span) >= 2
