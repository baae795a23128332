"""A page's tree made ready for reading: every break a break, boxes and cards out of the running text.

Each step is one pass over the tree. What is taken out is given back with its kind.
"""

import re

from lxml import etree

BREAK = "␤"  # a line break inside a block, in the tree's own text; printable, so that it survives
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_HOLDS = frozenset("div section article main td blockquote body center".split())  # may hold bare text and blocks
_FORM_WORDS = 60  # a box around a form is longer only where it is the article that has the form
_NOT_SHOWN = "script style noscript template svg head title".split()
_BOX = re.compile(
    r"\b(?:newsletter|related|recirc\w*|most-?(?:read|popular)|promo|trending|recommend\w*|read-?more|see-?also|"
    r"more-(?:stories|on)|(?:\w+-)*cta|social|share|sharing|subscribe|sign-?up|taboola|outbrain|advert\w*|sponsored)",
    re.I,
)
_LINKED = 3  # words of an item that is a link: a story's name, and not "London" in a list of towns
_BOX_SHARE = 0.25  # of the page's words: what is longer is no box, whatever its class says
_STOPS = ".!?:;,…"


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


def prepare(tree):
    """Change a page's tree for reading; gives [(kind, text)] of what was taken out.

    >>> from lxml import html
    >>> page = html.fromstring("<body><div>The harbour is shut.<br><br>Ships wait.<h3>Why</h3></div></body>")
    >>> prepare(page)
    []
    >>> [(e.tag, e.text.strip()) for e in page.iter("p", "h3")]
    [('p', 'The harbour is shut.'), ('p', 'Ships wait.'), ('h3', 'Why')]
    """
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)  # a comment within a sentence can cut it
    out = _without_forms_and_boxes(tree)
    out += _without_cards(tree)
    out += _without_link_lines(tree)
    _space_between_inline(tree)
    _space_around_blocks(tree)
    _paragraphs(tree)
    _leaves(tree)
    _breaks(tree)
    return out


def links(tree):
    """The words of each line that is a link and nothing else.

    >>> from lxml import html
    >>> links(html.fromstring("<div><p><a>Ten ferries to see</a></p><p>Or <a>take the train</a></p></div>"))
    {'Ten ferries to see'}
    """
    counts = words_below(tree)
    lines = (line for line in tree.iter("p", "div", "h2", "h3", "h4") if counts[line][0] == counts[line][1] >= _LINKED)
    return {shown(line) for line in lines}


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


def _without_forms_and_boxes(tree):
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


def _without_cards(tree):
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


def _without_link_lines(tree):
    """Lines that are one link in capitals, lists of cards (each a link with a picture or heading) and of links."""
    counts, out = words_below(tree), []
    for line in list(tree.iter("p", "ul")):
        words, links = counts[line]
        if line.tag == "p":
            text = shown(line) if words == links and 4 <= words <= 40 else ""
            card = text.isupper() and text[-1:] not in ".?!"
        else:
            items = line.findall("li")
            linked = all(counts[item][0] == counts[item][1] >= _LINKED for item in items)
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


def _space_between_inline(tree):
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


def _space_around_blocks(tree):
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


def _blocks_inside(tree):
    """Elements that hold a block, directly or below."""
    holds = set()
    for element in reversed(list(tree.iter())):
        above = element.getparent()
        if above is not None and isinstance(element.tag, str) and (element in holds or element.tag not in INLINE):
            holds.add(above)
    return holds


def _paragraphs(tree):
    """Bare text beside blocks, or cut by two breaks in a row, becomes paragraphs."""
    holds = _blocks_inside(tree)
    for element in list(tree.iter(*_HOLDS)):
        bare = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        breaks = any(_double_break(child) for child in element)
        if not (bare or breaks) or not (element in holds or breaks):
            continue
        children, text = list(element), element.text
        element.text = None
        for child in children:
            element.remove(child)
        run = _open(element, text)
        for number, child in enumerate(children):
            tail, child.tail = child.tail, None
            block = not isinstance(child.tag, str) or child.tag not in INLINE or child in holds
            after = children[number + 1] if number + 1 < len(children) else None
            if block:
                element.append(child)
                run = _open(element, tail)
            elif child.tag == "br" and (
                (after is not None and after.tag == "br" and not (tail or "").strip())
                or (number and children[number - 1].tag == "br" and not run_text(run))
            ):
                run = _open(element, tail)
            else:
                if run is None:
                    run = element.makeelement("p")
                    element.append(run)
                child.tail = tail
                run.append(child)


_HEADED = re.compile(r"(?:^|[\s_-])(?:sub-?)?(?:head(?:ing|line|er)?|title)s?(?:[\s_-]|$)|subhead|subtitle", re.I)
_NO_LEAF = re.compile(
    r"author|\bbio|caption|credit|copyright|disclaimer|note|teaser|\bads?\b|\bad-|promo|comment", re.I
)
_PROSE, _HEADING = 15, 16  # words: at least, at most


def _leaves(tree):
    """Divisions that are paragraphs or headings, between paragraphs, become what they are.

    >>> from lxml import html
    >>> page = html.fromstring("<main><p>It rained, and the wind tore the roof off the old customs house by noon.</p>"
    ...                        "<div class='sub-headline'>Why it fell</div></main>")
    >>> _leaves(page)
    >>> [element.tag for element in page]
    ['p', 'h3']
    """
    counts = words_below(tree)
    beside_prose = {line.getparent() for line in tree.iter("p") if counts[line][0] >= _PROSE}
    for element in tree.iter("div"):
        words, links = counts[element]
        if (
            not words
            or 2 * links >= words
            or any(child.tag not in INLINE for child in element.iter() if child is not element)
        ):
            continue
        above, name = element.getparent(), f"{element.get('class') or ''} {element.get('id') or ''}"[:200]
        if above is None or _NO_LEAF.search(name):
            continue
        prose = above in beside_prose
        ends = shown(element).rstrip("”’\"')")[-1:]
        if prose and words <= _HEADING and _HEADED.search(name) and ends not in (".", ";", ","):
            element.tag = "h3"
        elif prose and words >= _PROSE and ends in (".", "?", "!", "…"):
            element.tag = "p"
        else:
            continue
        element.attrib.clear()


def run_text(run):
    return run is not None and bool((run.text or "").strip() or len(run))


def _double_break(child):
    after = child.getnext()
    return child.tag == "br" and after is not None and after.tag == "br" and not (child.tail or "").strip()


def _open(element, text):
    """A new paragraph for bare text; none for white space."""
    if not (text or "").strip():
        return None
    run = element.makeelement("p")
    run.text = text
    element.append(run)
    return run


def _breaks(tree):
    """Breaks and rules that are left are marks in the text."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            if element.text and BREAK in element.text:
                element.text = element.text.replace(BREAK, " ")
            if element.tail and BREAK in element.tail:
                element.tail = element.tail.replace(BREAK, " ")
    for line in tree.iter("br"):
        line.text = f" {BREAK} "
    etree.strip_tags(tree, "br")
