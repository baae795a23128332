"""Title, authors, day, outlet and address of a page: witnesses in an order, the surest first."""

import re
from urllib.parse import urlsplit

from .page_authors import author_of
from .page_day import published
from .page_said import letters_of, linked_data, metas_of, name_in, one_line

_SHOWN = ".//text()[not(ancestor::script or ancestor::style)]"
_SEPARATOR = re.compile(r" +[-–—|·»:•/]+ +| *\| *|: ")


def page_facts(tree):
    """What a page says about itself: title, author, outlet, url, published; only what it says.

    >>> from lxml import html
    >>> facts = page_facts(html.document_fromstring(
    ...     '<title>Harbour shut - The Port Times</title><meta name="author" content="By Jo Field, Senior Reporter">'
    ...     '<link rel="canonical" href="https://port.example/2024/mar/05/harbour"><h1>Harbour shut</h1>'))
    >>> facts["title"], facts["author"], facts["published"]
    ('Harbour shut', 'Jo Field', '2024-03-05')
    """
    metas, data = metas_of(tree), linked_data(tree)
    url = _address(tree, metas)
    outlet = one_line(metas.get("og:site_name")) or name_in(data.get("publisher"))
    facts = {
        "title": _title(tree, metas, data, outlet, url),
        "author": author_of(tree, metas, data, outlet or _host(url)),
        "outlet": outlet or _host(url),
        "url": url,
        "published": published(tree, metas, data, url),
    }
    return {name: value for name, value in facts.items() if value}


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


def _title(tree, metas, data, outlet, url):
    heads = [text for h1 in tree.iter("h1") if (text := one_line(" ".join(h1.xpath(_SHOWN))))]
    said = [one_line(data.get("headline")), one_line(metas.get("og:title")), one_line(tree.findtext(".//title"))]
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
    sites = (
        {letters_of(outlet)}
        | {letters_of(part) for part in (_host(url) or "").split(".")}
        | {letters_of(_host(url))} - {""}
    )
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
    name = letters_of(part).removeprefix("the")
    return bool(name) and any(
        name == site or (len(name) > 5 and name in site) or (site in name and 2 * len(site) >= len(name))
        for site in sites
    )
