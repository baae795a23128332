"""Finding times: the rules over each block, the longest first, what is no time left out."""

from datetime import date

from .. import corrections, tables
from ..language import parse
from .meaning import Reference
from .rules import BEFORE_YEAR, NEEDS, RULES

FUTURE = frozenset("will shall ’ll 'll would plan expect schedule intend".split())


def find_times(article):
    """Every expression of time, with its TIMEX3 value and the interval that it can mean.

    Parameters
    ----------
    article : Article
        Relative times are resolved against `article.published`; without it they keep an
        underspecified value.

    Returns
    -------
    pandas.DataFrame
        The times table: `type` (DATE, TIME, DURATION, SET), `value` (TIMEX3), `earliest` and
        `latest` (ISO 8601 days; missing if unknown), `anchor` (what it leans on).

    Examples
    --------
    >>> from helpers.article import from_text
    >>> article = from_text("It opened in October and closes next year.", published="2025-05-08")
    >>> find_times(article)[["text", "value", "anchor"]].values.tolist()
    [['October', '2024-10', 'published 2025-05-08'], ['next year', '2026', 'published 2025-05-08']]
    """
    doc = parse(article)
    published = article.published
    anchor = f"published {published.isoformat()}" if published else None
    rows = []
    for rule, match in _matches(article, doc):
        token = doc.char_span(*match.span(), alignment_mode="expand")
        reference = Reference(published, token is not None and _future(token.root))
        try:
            time = rule.meaning(match.groupdict(), reference)
        except (ValueError, OverflowError):  # years and days that no calendar has
            time = None
        if time is None:
            continue
        rows.append({
            "start": match.start(), "end": match.end(), "type": time.type, "value": time.value,
            "earliest": _iso(time.earliest), "latest": _iso(time.latest),
            "anchor": time.anchor or (anchor if time.leaned else None),
        })  # fmt: skip
    return corrections.apply(article, "times", tables.build("times", rows, article.text))


def _iso(day):
    return day.isoformat() if isinstance(day, date) else None


def _matches(article, doc):
    """All matches that stand: the longest of those that overlap, the earlier rule on a tie."""
    found = []
    for start, end in zip(article.blocks["start"], article.blocks["end"], strict=True):
        for number, rule in enumerate(RULES):
            for match in rule.pattern.finditer(article.text, start, end):
                if _is_time(rule, match, doc):
                    found.append((match.start(), -match.end(), number, match))
    found.sort(key=lambda row: row[:3])
    position, kept = 0, []
    for start, end, number, match in found:
        if start >= position:
            kept.append((RULES[number], match))
            position = -end
    return kept


def _is_time(rule, match, doc):
    """Whether words in the form of a time are one: May the month, 1945 the year."""
    if rule.name not in ("year", "vague duration", "duration", "ago", "set"):
        return True
    span = doc.char_span(*match.span(), alignment_mode="expand")
    if span is None:
        return False
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end] if span.end < len(doc) else None
    if rule.name == "year" and not match.groupdict().get("modifier"):
        follows_noun = after is not None and after.tag_ in ("NN", "NNP") and span.root.dep_ in ("nummod", "compound")
        owner = after is not None and after.tag_ == "POS"
        label = span.root.ent_type_ == "DATE"
        plural = after is not None and after.tag_ == "NNS"
        return (before in BEFORE_YEAR and not plural) or follows_noun or owner or (label and not plural)
    if rule.name == "vague duration":
        return before in NEEDS[rule.name] or match.group().lower().endswith("long")
    if rule.name == "duration":
        return match.group("number").lower() not in ("a", "an") or before in ("for", "in", "within", "over", "half")
    return True


def _future(token):
    """Whether the clause of a time is about the future."""
    verb, steps = token, 0
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and steps < 12:
        verb, steps = verb.head, steps + 1
    near = [verb, verb.head, *verb.children]
    return any(t.lower_ in FUTURE or t.lemma_.lower() in FUTURE for t in near if t.pos_ in ("AUX", "VERB"))
