"""Who speaks in two articles: the same words of the same speaker, and who is heard in one alone."""

from difflib import SequenceMatcher

from ..quotes import find_quotes
from ..quotes.summary import NOBODY, attributions, shown
from ..tables import is_missing
from .columns import build
from .sentences import WHO

LEAST = 4  # words in a row that two quotations need to be the same words
SOME_OF_IT = (
    0.4  # share of the telling words of the one with fewer, names left out, that two that retell have in common
)
MOST_OF_IT = 0.8  # share of the shorter one's words that are in the longer one, from which on it is trimmed


def voices(a, b, ours, theirs, pairs, called):
    """The voices table: each attribution of the first article with the one of the second that has the same words.

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
    rows, taken = [], set()
    for one in here:
        fitting = [
            (one["who"] == other["who"], kind, number)
            for number, other in enumerate(there)
            if number not in taken
            and (one["who"] == other["who"] or _unnamed(one, other))
            and (kind := _kind(one, other, together))
        ]
        row = {"a": one["place"], "speaker": one["who"], "a_cue": one["cue"], "a_class": one["class"]}
        if not fitting:
            rows.append(row | {"kind": "only in A"})
            continue
        _, kind, number = max(fitting, key=lambda fit: (fit[0], _words(one, there[fit[2]]), -fit[2]))
        taken.add(number)
        other = there[number]
        row |= {"b": other["place"], "kind": kind, "b_cue": other["cue"], "b_class": other["class"]}
        if one["who"].startswith("“") or one["who"] == NOBODY:
            row["speaker"] = other["who"] if other["who"] != NOBODY else one["who"]
        rows.append(row)
    for number, other in enumerate(there):
        if number not in taken:
            only = {"b": other["place"], "speaker": other["who"], "kind": "only in B"}
            rows.append(only | {"b_cue": other["cue"], "b_class": other["class"]})
    return build("voices", rows, a, b)


def _said(article, sentences, called):
    found = []
    for row in attributions(shown(find_quotes(article))).itertuples(index=False):
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
    if one["marked"] and other["marked"]:
        if one["words"] == other["words"]:
            return "same words"
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
    for who, one in sums.items():
        kind = "in both" if one["a"] and one["b"] else "only in A" if one["a"] else "only in B"
        rows.append({**one, "speaker": who, "kind": kind})
    rows.sort(key=lambda row: (-row["a_share"] - row["b_share"], row["speaker"]))
    return build("speakers", rows, a, b)
