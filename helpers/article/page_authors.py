"""Who wrote a page: witnesses in an order, the surest first."""

import re

from .page_said import SIGNED, letters_of, name_in, near_headline, one_line, short_line

_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_NO_NAME = re.compile(
    r"\b(?:reporters?|editors?|editorial|correspondents?|writers?|contributors?|staff|desk|team|news\w*|press|agency|"
    r"agencies|reuters|afp|ap|pti|ani|ians|upi|tass|xinhua|bloomberg|wires?|online|media|magazine|times|post|"
    r"journal|daily|chief|senior|bureau|producer|columnist|analyst|director|author|admin\w*|updated|published|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march \d|april \d|may \d|june \d|"
    r"july \d|august|september|october|november|december|http\S*|www\S*|inc|ltd|llc|group|network|university)\b|[@\d]",
    re.I,
)
_CUT = re.compile(
    r"\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\s+\d|\d)"
)
_SMALL = frozenset("de da do dos das di du del della van von der den la le el al bin ibn ben y e of".split())
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[-_]*name)?(?:[\s_-]|$)", re.I)


def author_of(tree, metas, data, outlet):
    first = []
    for names in _witnesses(tree, metas, data):
        found = list(dict.fromkeys(one for name in names if name for one in authors(name, outlet)))
        # The first witness is the surest; another that names all of its authors and more is fuller.
        brief = sum(len(name or "") for name in names) <= 80
        if found and (not first or (brief and len(first) < len(found) <= 6 and set(first) <= set(found))):
            first = found
    return "; ".join(first) or None


def _witnesses(tree, metas, data):
    people = data.get("author") or data.get("creator") or []
    yield [name_in(one) for one in (people if isinstance(people, list) else [people])]
    for name in _AUTHORS:
        yield [one_line(metas.get(name))]
    spots = {"rel": [], "itemprop": [], "byline": []}
    for element in tree.iter("a", "span", "div", "p", "address", "strong"):
        name = element.get("class") or ""
        if "comment" in name.lower() or _commented(element):
            continue
        if "author" in (element.get("rel") or "").split():
            spots["rel"].append(element)
        elif element.get("itemprop") in ("author", "creator"):
            spots["itemprop"].append(element)
        elif len(name) < 200 and _BYLINE.search(name):
            spots["byline"].append(element)
    yield [short_line(element) for element in spots["itemprop"][:4]]
    yield [short_line(element) for element in spots["rel"][:4]]
    for element in spots["byline"][:4]:
        yield [short_line(element)]
    for line in near_headline(tree):
        if SIGNED.match(line):
            yield [line]


def _commented(element):
    """Whether an element that may name an author stands in a reader's comment."""
    marks = element.get("class") or element.get("rel") or element.get("itemprop")
    if not marks or not re.search("author|byline|creator", marks + (element.get("itemprop") or ""), re.I):
        return False
    return any(
        re.search("comment", f"{a.get('class')} {a.get('id')}", re.I) for a in element.iterancestors("li", "div")
    )


def authors(text, outlet=None):
    """The people's names in a byline; jobs, days, agencies and publishers are none.

    >>> authors("By Jo Field Monday, March 4, 2024"), authors("Jo Field, Lee Marsh and Reuters")
    (['Jo Field'], ['Jo Field', 'Lee Marsh'])
    >>> authors("Port Times Staff"), authors("https://port.example/jo")
    ([], [])
    """
    text = re.sub(r"^\W+", "", text)
    text = re.sub(r"^(?:by|von|por|par|written by|story by|posted by)\b[: ]*", "", text.strip(), flags=re.I)
    found = []
    for part in re.split(r"\s*(?:[;,|/•·]|\s-\s|\s–\s|\s[—&]\s|(?<=\w{3})\. |\band\b|\bfor\b|\bund\b|\n)\s*", text)[
        :12
    ]:
        part = _CUT.split(re.sub(r"^by ", "", part.strip(), flags=re.I))[0].strip(" .")
        if _is_name(part) and not _of_outlet(part, outlet):
            found.append(part.title() if part.isupper() else part)
    return found


def _of_outlet(part, outlet):
    """Whether a name is the outlet's own, or a desk of it ("CNN Business" of CNN).

    >>> _of_outlet("CNN Business", "CNN"), _of_outlet("Jo Field", "The Port Times")
    (True, False)
    """
    bare, site = letters_of(part), letters_of(outlet)
    own = any(len(word) >= 5 and site.startswith(word) for word in part.lower().split())
    return bool(site) and (own or bare in site or (outlet or "").lower() in part.lower().split())


def _is_name(part):
    words = part.split()
    if not 2 <= len(words) <= 5 or len(part) > 50 or _NO_NAME.search(part):
        return len(words) == 1 and len(part) >= 3 and not part.isascii() and part.isalpha()
    return all(word.lower() in _SMALL or (word[0].isalpha() and not word[0].islower()) for word in words)
