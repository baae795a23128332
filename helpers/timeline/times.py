"""Finding times: the rules over each block, the longest first, what is no time left out."""

from datetime import date

from .. import corrections, tables
from ..language import parse
from .meaning import Reference
from .reference import assumed, published
from .rules import BEFORE_YEAR, NEEDS, RULES

NEAR = 800  # characters for which a quarter that was named stays the one that is talked about
# "March" and "May" are months in such company only.
BEFORE_MONTH = frozenset(
    "in since by until till from of to during through before after early late mid last the".split()
)
WILL = frozenset("will shall ’ll 'll".split())
PLANS = frozenset("plan expect schedule intend set due propose hope go slate aim be".split())


def find_times(article):
    """Every expression of time, with its TIMEX3 value and the interval that it can mean.

    Parameters
    ----------
    article : Article
        Relative times are resolved against `article.published`; without it against the day that
        the article's own dates support, as an assumption that `anchor` states; without such
        dates they keep an underspecified value.

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
    matches = [(rule, match, _tense(doc, match)) for rule, match in _matches(article, doc)]
    basis = published(article)
    rows = _resolved(matches, basis)
    if basis.day is None:
        basis = assumed(rows, article.text)
        if basis.day is not None:
            rows = _resolved(matches, basis)
    keep = set(tables.columns("times"))
    rows = [{name: value for name, value in row.items() if name in keep} for row in rows]
    return corrections.apply(article, "times", tables.build("times", rows, article.text))


def _tense(doc, match):
    """Whether the clause of a time is about the future, and whether it is told in the past."""
    span = doc.char_span(*match.span(), alignment_mode="expand")
    if span is None:
        return False, False
    future = _ahead(doc, span) or _future(span.root)
    return future, not future and _past(span.root)


def _resolved(matches, basis):
    """What the expressions mean if relative ones lean on a basis."""
    rows, quarter, said = [], (0, None), None
    for rule, match, (future, past) in matches:
        near = quarter[1] if match.start() - quarter[0] < NEAR else None
        try:
            time = rule.meaning(match.groupdict(), Reference(basis.day, future, near, said, past))
        except (ValueError, OverflowError):  # years and days that no calendar has
            time = None
        if time is None:
            continue
        named = rule.name in ("bare quarter", "quarter") and time.value and time.value[4:6] == "-Q"
        if named and _over(time, basis.day):
            quarter = (match.end(), time.value)
        if time.type == "DATE" and time.earliest:
            said = time.earliest
        leans = time.leaned and basis.day is not None and not time.anchor
        rows.append({
            "start": match.start(), "end": match.end(), "type": time.type, "value": time.value,
            "earliest": _iso(time.earliest), "latest": _iso(time.latest), "future": future, "rule": rule.name,
            "anchor": basis.words if leans else time.anchor,
            "anchor_start": basis.start if leans else None, "anchor_end": basis.end if leans else None,
        })  # fmt: skip
    return rows


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
    if rule.name not in ("year", "vague duration", "duration", "ago", "set", "end of the unit", "month"):
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
    if rule.name == "month":
        if match.group("month") not in ("March", "May"):
            return True
        return span.root.pos_ == "PROPN" and (before in BEFORE_MONTH or match.group("modifier") is not None)
    if rule.name == "vague duration":
        return before in NEEDS[rule.name] or match.group().lower().endswith("long")
    if rule.name == "duration":
        return match.group("number").lower() not in ("a", "an") or before in ("for", "in", "within", "over", "half")
    return True


def _over(time, day):
    """Whether a quarter lies behind the article, so that "a year earlier" can be compared with it."""
    return day is None or time.latest < day


def _ahead(doc, span):
    """Whether the words before a time point ahead: **until** Friday; **as early as** Tuesday."""
    before = [token.lower_ for token in doc[max(span.start - 3, 0) : span.start]]
    return before[-1:] == ["until"] or (len(before) == 3 and before[0] == before[2] == "as")


def _past(token):
    """Whether the clause of a time is told in the past: It **opened** in March; it **was closed**."""
    verb, steps = token, 0
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and steps < 12:
        verb, steps = verb.head, steps + 1
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and any(child.tag_ == "VBD" for child in verb.children))


def _future(token):
    """Whether the clause of a time is about the future: It **will** open on Friday; it is **due** Friday."""
    verb, steps = token, 0
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and steps < 12:
        verb, steps = verb.head, steps + 1
    if any(child.lower_ in WILL for child in verb.children if child.dep_ == "aux"):
        return True
    if verb.tag_ in ("VBD", "VBN") and not any(child.lower_ == "to" for child in verb.children):
        return verb.lemma_.lower() in PLANS and verb.tag_ == "VBN"
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_.lower() in PLANS
