"""Finding a row's words again in a text that was edited (after the TextQuoteSelector of W3C Web Annotation)."""

from difflib import SequenceMatcher

ALIKE = 0.6  # of the words themselves, where they were changed (ratio of matching characters)
SURE = 8  # characters of context that say where words stand when their offsets do not
FAR = 400  # characters that changed words may stand apart between their contexts
MOST = 2_000  # occurrences that are weighed: in a text of one word repeated all are alike


def find(text, line):
    """Where the words of a correction stand now.

    Their offsets count only if the words stand there; otherwise the occurrence whose surroundings
    are most like the old ones, if they are like them at all or there is only one; and where the
    words themselves were changed, what stands between the old surroundings, if it is like them.

    Parameters
    ----------
    text : str
    line : Correction

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> from helpers.corrections.sheet import Correction
    >>> line = Correction("remove", "rain", start="8", end="12", before="We want ", after=" today.")
    >>> find("It is true. We want rain today.", line)
    (20, 24)
    """
    start = int(line.start) if line.start else -1
    places = _occurrences(text, line.text)
    if places:
        scored = [(_context(text, place, line), -abs(place - start), place) for place in places]
        best, _, place = max(scored)
        told = len(line.before.strip()) + len(line.after.strip())
        if start in places and _context(text, start, line) >= best:
            place = start
        elif len(places) > 1 and told and best < min(SURE, told):
            return None  # the words stand here often, and nowhere as they stood
        elif len(places) > 1 and not told and start >= 0:
            place = max(places, key=lambda other: -abs(other - start))
        return place, place + len(line.text)
    return _changed(text, line)


def _occurrences(text, words):
    places, place = [], text.find(words)
    while place >= 0 and len(places) < MOST:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _context(text, place, line):
    """How many characters before and after are as they were."""
    before, after = text[max(place - len(line.before), 0) : place], text[place + len(line.text) :]
    same = 0
    for a, b in zip(reversed(before), reversed(line.before), strict=False):
        if a != b:
            break
        same += 1
    for a, b in zip(after, line.after, strict=False):
        if a != b:
            break
        same += 1
    return same


def _changed(text, line):
    """Words that were changed, between the surroundings that were not."""
    before, after = line.before[-20:], line.after[:20]
    if len(before.strip()) < SURE or len(after.strip()) < SURE:
        return None
    options = []
    for at in _occurrences(text, before):
        first = at + len(before)
        last = text.find(after, first, first + len(line.text) + FAR)
        if last > first:
            options.append(
                (
                    SequenceMatcher(None, line.text, text[first:last], autojunk=False).ratio()
                    if len(line.text) < 2_000
                    else 0.0,
                    first,
                    last,
                )
            )
    best = max(options, default=(0.0, 0, 0))
    return best[1:] if best[0] >= ALIKE else None
