"""Title, authors, day, outlet and address of a page: witnesses in an order, the surest first."""

import html
import json
import re
from datetime import date
from urllib.parse import urlsplit

from .about import day_of

_ARTICLE = re.compile(r"Article|Posting|Report|Review", re.I)
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.-]|$)|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)", re.I
)
_DAY = re.compile(r"\s{0,5}((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_WRITTEN = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]{{0,6}}\.? (\d{{1,2}})(?:,? ((?:19|20)\d\d))?(?!\d)", re.I)
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "publish-date", "publishdate", "published_time", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "cxenseparse:recs:publishtime", "pubdate", "article.published",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_SEPARATOR = re.compile(r" +[-–—|·»:•/]+ +| *\| *|: ")
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


def page_facts(tree):
    """What a page says about itself: title, author, outlet, url, published; only what it says.

    >>> from lxml import html
    >>> facts = page_facts(html.document_fromstring(
    ...     '<title>Harbour shut - The Port Times</title><meta name="author" content="By Jo Field, Senior Reporter">'
    ...     '<link rel="canonical" href="https://port.example/2024/mar/05/harbour"><h1>Harbour shut</h1>'))
    >>> facts["title"], facts["author"], facts["published"]
    ('Harbour shut', 'Jo Field', '2024-03-05')
    """
    metas, data = _metas(tree), _linked_data(tree)
    url = _address(tree, metas)
    outlet = _line(metas.get("og:site_name")) or _name(data.get("publisher"))
    facts = {
        "title": _title(tree, metas, data, outlet, url),
        "author": _author(tree, metas, data, outlet or _host(url)),
        "outlet": outlet or _host(url),
        "url": url,
        "published": _published(tree, metas, data, url),
    }
    return {name: value for name, value in facts.items() if value}


def _metas(tree):
    found = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _linked_data(tree):
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


def _line(text):
    if not isinstance(text, str):
        return None
    return " ".join(re.sub(r"<[^<>]{0,200}>", " ", html.unescape(text)).split()) or None


def _name(value):
    if isinstance(value, list):
        value = value[0] if value else None
    return _line(value.get("name") if isinstance(value, dict) else value)


def _bare(text):
    return "".join(filter(str.isalnum, (text or "").lower()))


def _address(tree, metas):
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*links, metas.get("og:url")):
        if address and address.strip().startswith("http"):
            return address.strip()
    return None


def _host(url):
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


# Title


def _title(tree, metas, data, outlet, url):
    heads = [text for h1 in tree.iter("h1") if (text := _line(" ".join(h1.itertext())))]
    said = [_line(data.get("headline")), _line(metas.get("og:title")), _line(tree.findtext(".//title"))]
    said = [_without_site(text, outlet, url) for text in said if text]
    for text in said:  # the headline that is read, where the page's head says the same
        same = [head for head in heads if _alike(head, text)]
        if same:
            return _without_site(same[0], outlet, url)
    return said[0] if said else heads[0] if len(heads) == 1 else None


def _alike(one, other):
    one, other = set(_bare_words(one)), set(_bare_words(other))
    return (
        bool(one)
        and len(one & other) >= 0.6 * min(len(one), len(other))
        and len(one & other) >= 0.4 * max(len(one), len(other))
    )


def _bare_words(text):
    return re.findall(r"\w+", text.lower())


def _without_site(title, outlet, url):
    """A title without the site's name before or after it.

    >>> _without_site("Harbour shut | News | The Port Times", "The Port Times", None)
    'Harbour shut'
    >>> _without_site("Harbour shut - and nobody pays", "The Port Times", None)
    'Harbour shut - and nobody pays'
    """
    sites = {_bare(outlet)} | {_bare(part) for part in (_host(url) or "").split(".")} | {_bare(_host(url))} - {""}
    sites |= {site.removeprefix("the") for site in sites} | {site.removeprefix("www") for site in sites}
    sites = {site for site in sites if len(site) > 2}
    cut = False
    while True:
        seams = list(_SEPARATOR.finditer(title))
        if not seams:
            return title
        after, before = title[seams[-1].end() :], title[: seams[0].start()]
        if _is_site(after, sites):
            title, cut = title[: seams[-1].start()], True
        elif _is_site(before, sites):
            title = title[seams[0].end() :]
        elif cut and "|" in seams[-1].group() and len(after.split()) <= 3:  # "… | News | The Port Times"
            title = title[: seams[-1].start()]
        else:
            return title


def _is_site(part, sites):
    bare = _bare(part).removeprefix("the")
    return bool(bare) and any(
        bare == site or (len(bare) > 5 and bare in site) or (site in bare and 2 * len(site) >= len(bare))
        for site in sites
    )


# Authors


def _author(tree, metas, data, outlet):
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
    yield [_name(one) for one in (people if isinstance(people, list) else [people])]
    for name in _AUTHORS:
        yield [_line(metas.get(name))]
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
    yield [_short(element) for element in spots["itemprop"][:4]]
    yield [_short(element) for element in spots["rel"][:4]]
    for element in spots["byline"][:4]:
        yield [_short(element)]
    for line in _near_headline(tree):
        if _SIGNED.match(line):
            yield [line]


_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[-_]*name)?(?:[\s_-]|$)", re.I)
_SIGNED = re.compile(r"(?:(?:written|words|story|posted) )?by[: ]", re.I)
_LEAVES = ("p", "div", "span", "time", "h2", "h3", "h4", "h5", "h6", "li", "address", "em", "strong", "small")
_ABOVE, _BELOW = 15, 80  # elements before and after the headline


def _near_headline(tree):
    """The short lines around a page's headline, down to the first paragraph.

    >>> from lxml import html
    >>> list(_near_headline(html.fromstring("<main><h1>The harbour is shut</h1><div>By Jo Field</div></main>")))
    ['By Jo Field']
    """
    walk = list(tree.iter())
    heads = [number for number, one in enumerate(walk) if one.tag == "h1" and len((_short(one) or "").split()) >= 2]
    if not heads:
        return
    for element in walk[heads[0] + 1 : heads[0] + 1 + _BELOW] + walk[max(0, heads[0] - _ABOVE) : heads[0]]:
        text = _short(element) if element.tag in _LEAVES else None
        if element.tag == "p" and text is None and len("".join(element.itertext()).split()) > 20:
            return
        if text:
            yield text


def _commented(element):
    """Whether an element that may name an author stands in a reader's comment."""
    marks = element.get("class") or element.get("rel") or element.get("itemprop")
    if not marks or not re.search("author|byline|creator", marks + (element.get("itemprop") or ""), re.I):
        return False
    return any(
        re.search("comment", f"{a.get('class')} {a.get('id')}", re.I) for a in element.iterancestors("li", "div")
    )


def _short(element):
    text = _line(" ".join(element.itertext()))
    return text if text and len(text) <= 150 else None


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
    bare, site = _bare(part), _bare(outlet)
    own = any(len(word) >= 5 and site.startswith(word) for word in part.lower().split())
    return bool(site) and (own or bare in site or (outlet or "").lower() in part.lower().split())


def _is_name(part):
    words = part.split()
    if not 2 <= len(words) <= 5 or len(part) > 50 or _NO_NAME.search(part):
        return len(words) == 1 and len(part) >= 3 and not part.isascii() and part.isalpha()
    return all(word.lower() in _SMALL or (word[0].isalpha() and not word[0].islower()) for word in words)


# Day


def _published(tree, metas, data, url):
    said = [data.get("datePublished"), *(metas.get(name) for name in _DATES)]
    times = [t for t in tree.iter("time", "span", "abbr", "p") if t.get("itemprop") == "datePublished"]
    times += [t for t in tree.iter("time") if t.get("pubdate") is not None]
    said += [t.get("datetime") or t.get("content") or t.get("title") for t in times]
    shown = {t.get("datetime") for t in list(tree.iter("time"))[:40]} - {None}
    if len({str(_day(value)) for value in shown}) == 1:  # several days: teasers have theirs too
        said += shown
    day = next((found for value in said if (found := _day(value))), None)
    day = _local(day, said, tree)
    address = url_day(url)
    # The address has the newsroom's own day; a time in UTC may be on the next.
    if address and (day is None or (0 < abs((day - address).days) <= 1 and _may_be(address, day, said))):
        day = address
    if day is None:
        seen = {found for line in _near_headline(tree) if (found := _day_said(line))}
        day = seen.pop() if len(seen) == 1 else None
    return day.isoformat() if day else None


def _day_said(line):
    """The day that a line around the headline is made of, or that a byline ends with.

    >>> _day_said("October 12, 2017"), _day_said("Written by Jo Field, RN on 8 May 2019")
    (datetime.date(2017, 10, 12), datetime.date(2019, 5, 8))
    >>> _day_said("After the war of May 8, 1945")
    """
    if _SIGNED.match(line):
        line = re.sub(
            r"^.*?[\s,|•·-](?=(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})$)", "", line[:150]
        )
    return day_of(line)


_UTC = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):.{0,12}(?:Z|[+]00:?00)$")


def _may_be(address, day, said):
    """Whether a time in UTC can be on the address's day somewhere: ten hours behind, fourteen ahead.

    >>> times = ["2019-11-19T11:45:00Z"]
    >>> _may_be(date(2019, 11, 18), date(2019, 11, 19), times), _may_be(date(2019, 11, 20), date(2019, 11, 19), times)
    (False, True)
    """
    hours = [int(match[1]) for value in said if isinstance(value, str) and (match := _UTC.match(value.strip()))]
    return not hours or (hours[0] < 10 if address < day else hours[0] >= 10)


def _local(day, said, tree):
    """The day that a reader is shown, where the same hour in UTC is on the next."""
    hours = {value[:13].replace(" ", "T") for value in said if isinstance(value, str) and _day(value) == day}
    for time in list(tree.iter("time"))[:40]:
        if (time.get("datetime") or "")[:13].replace(" ", "T") in hours and time.get("datetime")[-1:] in "ZC":
            seen = _written_day(" ".join(time.itertext())[:200], day.year)
            if seen and 0 < (day - seen).days <= 1:
                return seen
    return day


def _day(value):
    """A day from the start of an ISO 8601 time, or written out.

    >>> _day("20191118T10:00"), _day("01:38:07 PM IST Nov 20, 2019"), _day("2019")
    (datetime.date(2019, 11, 18), datetime.date(2019, 11, 20), None)
    """
    match = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, match.groups())) if match else _written_day(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _written_day(text, year=None):
    match = _WRITTEN.search(text[:200])
    if not match or not (match[3] or year):
        return None
    try:
        return date(int(match[3] or year), _MONTHS[match[1].lower()], int(match[2]))
    except ValueError:
        return None


def url_day(url):
    """The day in a page's address, or None.

    >>> url_day("https://port.example/2019/nov/18/ferry"), url_day("https://port.example/2019/ferry")
    (datetime.date(2019, 11, 18), None)
    """
    match = _IN_URL.search((url or "")[:2000])
    if not match:
        return None
    year, month, day = filter(None, match.groups())
    month = _MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
