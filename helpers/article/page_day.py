"""The day of a page: witnesses in an order, the surest first."""

import re
from datetime import date

from .about import day_of
from .page_said import SIGNED, near_headline

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
_UTC = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):.{0,12}(?:Z|[+]00:?00)$")


def published(tree, metas, data, url):
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
        seen = {found for line in near_headline(tree) if (found := _day_said(line))}
        day = seen.pop() if len(seen) == 1 else None
    return day.isoformat() if day else None


def _day_said(line):
    """The day that a line around the headline is made of, or that a byline ends with.

    >>> _day_said("October 12, 2017"), _day_said("Written by Jo Field, RN on 8 May 2019")
    (datetime.date(2017, 10, 12), datetime.date(2019, 5, 8))
    >>> _day_said("After the war of May 8, 1945")
    """
    if SIGNED.match(line):
        line = re.sub(
            r"^.*?[\s,|•·-](?=(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})$)", "", line[:150]
        )
    return day_of(line)


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
