"""Who speaks in two articles: the same words of the same speaker, and who is heard in one alone."""

import re
from collections import Counter
from difflib import SequenceMatcher

from ..coreference import mentions
from ..findings.in_short import NO_LEAD, scored
from ..findings.voices import SURE
from ..quotes import find_quotes
from ..quotes.summary import NOBODY, attributions
from ..tables import is_missing
from .absent import is_named
from .columns import build
from .sentences import WHO
from .support import is_whole, told_in_story

LEAST = 4  # words in a row that two quotations need to be the same words
LONG = 14  # words of a sentence that shows what somebody says
TOGETHER = 2  # sentences at most that have a speaker and the first of the words
ALONE = 0.34  # share of its telling words from which on the other article may tell it too
UNSURE = "unsure"  # the other article has many of the words, and does not report them
SOME_OF_IT = (
    0.4  # share of the telling words of the one with fewer, names left out, that two that retell have in common
)
# What a poll finds is nobody's words: “some 22 percent”, “a polling average”, “majorities of voters”.
ASKED = re.compile(
    r"^“.*(?:\d|\b(?:per ?cent|polls?|polling|surveys?|average|majority|majorities|respondents)\b)", re.I
)
# What reports, without marks, what somebody says here: no “called them fat cats” of years ago, no “told her”.
SAYS = re.compile(
    r"(?:(?:has|have|also|later) )*(?:said|says|wrote|writes|tweeted|announced|declared|according)\b", re.I
)
MOST_OF_IT = 0.8  # share of the shorter one's words that are in the longer one, from which on it is trimmed


def voices(a, b, ours, theirs, pairs, called):
    """The voices table: each attribution of the first article with the one of the second that has the same words.

    What one article alone reports is a row only where it is surely a report.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    pairs : list of Pair
    called : dict of str to str

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> from helpers.compare import compare
    >>> from helpers.article import from_text
    >>> a = from_text("“The old port is safe and it will stay open,” said Anna Berg.")
    >>> b = from_text("“The old port is safe,” Anna Berg claimed on Monday.")
    >>> compare(a, b)["voices"][["kind", "speaker", "a_class", "b_class"]].values.tolist()
    [['trimmed', 'Anna Berg', 'neutral', 'doubting']]
    """
    together = {(pair.a, pair.b) for pair in pairs}
    here, there = _said(a, ours, {}), _said(b, theirs, called)
    told = [{stem for one in sentences for stem in one.stems} for sentences in (ours, theirs)]
    rows, taken = [], set()
    for one in here:
        fitting = [
            (one["who"] == other["who"], kind, number)
            for number, other in enumerate(there)
            if number not in taken
            and (one["who"] == other["who"] or _unnamed(one, other))
            and (kind := _kind(one, other, together))
            and (one["who"] == other["who"] or kind in ("same words", "trimmed") or _words(one, other) > LEAST + 1)
        ]
        row = {"a": one["place"], "speaker": one["who"], "a_cue": one["cue"], "a_class": one["class"]}
        if not fitting:
            rows += [row | {"kind": "only in A" if _is_alone(one, told[1]) else UNSURE}] if one["sure"] else []
            continue
        _, kind, number = max(fitting, key=lambda fit: (fit[0], _words(one, there[fit[2]]), -fit[2]))
        taken.add(number)
        other = there[number]
        row |= {"b": other["place"], "kind": kind, "b_cue": other["cue"], "b_class": other["class"]}
        if one["who"].startswith("“") or one["who"] == NOBODY:
            row["speaker"] = other["who"] if other["who"] != NOBODY else one["who"]
        rows.append(row)
    for number, other in enumerate(there):
        if number not in taken and other["sure"]:
            kind = "only in B" if _is_alone(other, told[0]) else UNSURE
            only = {"b": other["place"], "speaker": other["who"], "kind": kind}
            rows.append(only | {"b_cue": other["cue"], "b_class": other["class"]})
    return build("voices", rows, a, b)


def _is_alone(said, told):
    """Whether somebody is named with the words, and the other article has few of those that tell in them."""
    return said["named"] and bool(said["stems"]) and len(said["stems"] & told) < ALONE * len(said["stems"])


def heard_only(a, b):
    """Persons who speak in one article, and whom the other does not so much as name; most words first.

    Parameters
    ----------
    a, b : Article

    Returns
    -------
    list of (str, str, (int, int), float)
        `a` or `b`; the name; where the sentences stand that have the person's name and first words; the share of the
        article's words that are this person's.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> a = from_text("“The old port of Oslo is quite safe,” said Anna Berg. Kim Dahl said that it was old.")
    >>> b = from_text("The port of Oslo is old, Kim Dahl says. Nobody said more on Monday.")
    >>> [(side, name) for side, name, *_ in heard_only(a, b)]
    [('a', 'Anna Berg')]
    """
    found = []
    for side, article, other in (("a", a, b), ("b", b, a)):
        starts = told_in_story(article)
        story = [(own.start, own.end) for own, _ in scored(article) if own.start in starts]
        kinds = {name: mention.kind for mention in mentions(article) for name in mention.names}
        read = [own for own, _ in scored(article) if not own.leans and not NO_LEAD.match(own.text)]
        alone = {own.start for own in read if is_whole(own.text)}
        places, sizes = {}, Counter()
        for row in attributions(find_quotes(article)).itertuples(index=False):
            last = row.who.split()[-1]
            if kinds.get(row.who) != "person" or " " not in row.who or is_named(row.who, other.text):
                continue
            if row.confidence < SURE or row.cue_class == "thinking":
                continue
            sizes[row.who] += len(row.text.split())
            if is_missing(row.source_start) or last not in row.source or is_missing(row.cue_class):
                continue
            if row.kind != "direct" and (is_missing(row.first_hand) or not (row.first_hand and SAYS.match(row.cue))):
                continue
            first, until = min(row.start, row.source_start), max(row.start + 1, row.source_end)
            inside = [(start, end) for start, end in story if start < until and first < end]
            if 0 < len(inside) <= TOGETHER and len(row.text.split()) >= LEAST and inside[0][0] <= first:
                places.setdefault(row.who, []).append((inside[0][0], inside[-1][1]))
        every = max(1, len(article.text.split()))
        found += [(side, name, _best(article, own, alone), sizes[name] / every) for name, own in places.items()]
    # "AG Berg and Anna Berg": the fuller name of one person.
    fuller = {(side, name.split()[-1]): name for side, name, *_ in sorted(found, key=lambda own: len(own[1]))}
    found = [own for own in found if fuller[own[0], own[1].split()[-1]] == own[1]]
    return sorted(found, key=lambda own: (-own[3], own[1]))


def _best(article, places, alone):
    """Of the places where a person says something, the first that can be read alone, if it can be a long one."""
    own = [place for place in places if place[0] in alone]
    return next((place for place in own if len(article.text[slice(*place)].split()) >= LONG), (own or places)[0])


def _said(article, sentences, called):
    found = []
    for row in attributions(find_quotes(article)).itertuples(index=False):
        if ASKED.search(row.who):
            continue
        start, end = int(row.start), int(row.end)
        inside = [n for n, one in enumerate(sentences) if one.start < end and start < one.end]
        told = [row for n in inside for row in _placed(sentences[n]) if start <= row[1][0] < end]
        marked = sum(b - a for a, b in row.marked) * 2 > end - start
        who = "; ".join(called.get(name, name) for name in row.who.split("; "))
        found.append(
            {
                "place": (start, end),
                "sentences": inside,
                "words": [word for word, *_ in told],
                "stems": {stem for *_, stem in told if stem and not stem.startswith(WHO)},
                "marked": marked,
                "sure": row.confidence >= SURE,
                "named": not is_missing(row.source) and any(n.split()[-1] in row.source for n in row.who.split("; ")),
                "who": who,
                "role": None if is_missing(row.source_role) else row.source_role,
                "cue": None if is_missing(row.cue) else row.cue.lower(),
                "class": None if is_missing(row.cue_class) else row.cue_class,
            }
        )
    return found


def _placed(sentence):
    return zip(sentence.words, sentence.spans, sentence.stem_of, strict=True)


def _unnamed(one, other):
    """Whether one of two sources has no name, so that the other may be the same."""
    return any(said["who"] == NOBODY or said["who"].startswith("“") for said in (one, other))


def _words(one, other):
    return SequenceMatcher(None, one["words"], other["words"], autojunk=False).find_longest_match().size


def _kind(one, other, together):
    """How two attributions are the same, or None where they are not."""
    run, shorter = _words(one, other), min(len(one["words"]), len(other["words"]))
    if one["words"] == other["words"] and ((one["marked"] and other["marked"]) or shorter > LEAST):
        return "same words"
    if one["marked"] and other["marked"]:
        blocks = SequenceMatcher(None, one["words"], other["words"], autojunk=False).get_matching_blocks()
        told = sum(block.size for block in blocks if block.size > 1)
        return "trimmed" if run >= min(LEAST, shorter) and told >= MOST_OF_IT * shorter else None
    if not any((i, j) in together for i in one["sentences"] for j in other["sentences"]) and run <= LEAST:
        return None
    if run <= LEAST and len(one["stems"] & other["stems"]) < SOME_OF_IT * min(len(one["stems"]), len(other["stems"])):
        return None
    if one["marked"] != other["marked"]:
        return "in marks in A alone" if one["marked"] else "in marks in B alone"
    return "retold"


def speakers(a, b, ours, theirs, called):
    """The speakers table: who is heard in which article, with the share of its words; most words first.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    called : dict of str to str

    Returns
    -------
    pandas.DataFrame
    """
    sums = {}
    for side, article, sentences, names in (("a", a, ours, {}), ("b", b, theirs, called)):
        size = max(1, sum(len(one.words) for one in sentences))
        for said in _said(article, sentences, names):
            one = sums.setdefault(said["who"], {"a": None, "b": None, "a_share": 0.0, "b_share": 0.0, "role": None})
            one[side] = one[side] or said["place"]
            one[f"{side}_share"] += len(said["words"]) / size
            one["role"] = one["role"] or said["role"]
    rows = []
    reporting = {"a": _reporting(b, theirs), "b": _reporting(a, ours)}
    for who, one in sums.items():
        kind = "in both" if one["a"] and one["b"] else "only in A" if one["a"] else "only in B"
        if kind != "in both" and not _is_named_speaker(who, reporting["a" if one["a"] else "b"]):
            kind = UNSURE
        rows.append({**one, "speaker": who, "kind": kind})
    rows.sort(key=lambda row: (-row["a_share"] - row["b_share"], row["speaker"]))
    return build("speakers", rows, a, b)


def _reporting(article, sentences):
    """The words of an article's sentences that report what somebody says, whoever it is."""
    inside = {number for said in _said(article, sentences, {}) for number in said["sentences"]}
    return " ".join(article.text[sentences[number].start : sentences[number].end] for number in sorted(inside))


def _is_named_speaker(who, reporting):
    """Whether a source has a name, and no sentence of the other article that reports anything has it too."""
    if who == NOBODY or who.startswith("“"):
        return False
    return not any(re.search(rf"\b{re.escape(name.split()[-1])}\b", reporting) for name in who.split("; "))
