"""Actors together: who stands in the same sentence, and who acts on whom."""

from bisect import bisect_right
from collections import defaultdict
from itertools import combinations

import pandas as pd

from ..coreference import mentions
from ..language import parse
from ..language.grammar import SUBJECTS

OBJECTS = frozenset(("dobj", "dative", "iobj", "attr", "oprd"))
AROUND = frozenset("with against to on over for toward towards from at by about into".split())


def cooccurrence(article):
    """Which actors stand in the same sentence.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `one`, `other`, `sentences` (how many), `mentions` (start, end of each sentence). Most first.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> cooccurrence(from_text("Anna Berg met Tom Roe."))[["one", "other", "sentences"]].values.tolist()
    [['Anna Berg', 'Tom Roe', 1]]
    """
    spans = [(s.start_char, s.end_char) for s in parse(article).sents]
    starts = [start for start, _ in spans]
    there = defaultdict(dict)
    for mention in mentions(article):
        for name in mention.names:
            there[max(bisect_right(starts, mention.start) - 1, 0)][name] = None
    pairs = defaultdict(list)
    for number in sorted(there):
        for pair in combinations(sorted(there[number])[:40], 2):
            pairs[pair].append(spans[number])
    rows = [{"one": a, "other": b, "sentences": len(s), "mentions": tuple(s)} for (a, b), s in pairs.items()]
    table = pd.DataFrame(rows, columns=["one", "other", "sentences", "mentions"])
    return table.sort_values(["sentences", "one", "other"], ascending=[False, True, True], ignore_index=True)


def relations(article):
    """Who does what to whom: an actor as subject of a verb, and the actors in its object.

    Parameters
    ----------
    article : Article

    Returns
    -------
    pandas.DataFrame
        `start`, `end`, `text` (the verb), `actor`, `verb` (dictionary form, "not" before it if negated,
        with its preposition), `target` (an actor, or missing where the verb has none). In passives
        the agent is the actor.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> table = relations(from_text("Anna Berg praised Tom Roe. Tom Roe was attacked by Anna Berg."))
    >>> table[["actor", "verb", "target"]].values.tolist()
    [['Anna Berg', 'praise', 'Tom Roe'], ['Anna Berg', 'attack', 'Tom Roe']]
    """
    named = defaultdict(tuple)
    for mention in mentions(article):
        named[mention.head] += mention.names
    rows = []
    for verb in parse(article):
        if verb.pos_ != "VERB":
            continue
        doers, targets, word = _roles(verb, named)
        if set(doers) <= set(targets):  # "Berg and Roe ended their talks" is nothing that one does to the other
            targets = []
        for actor in doers:
            for target in [name for name in targets if name != actor] or [None]:
                rows.append(
                    {
                        "start": verb.idx,
                        "end": verb.idx + len(verb),
                        "text": verb.text,
                        "actor": actor,
                        "verb": word,
                        "target": target,
                    }
                )
    return pd.DataFrame(rows, columns=["start", "end", "text", "actor", "verb", "target"])


def _roles(verb, named):
    """Names of who does it, of whom it is done to, and the verb in words."""
    doers, targets, passive, word = [], [], [], verb.lemma_.lower()
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not subjects and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ == "VERB":
        subjects = [child for child in verb.head.children if child.dep_ in SUBJECTS]
    for child in subjects:
        (passive if child.dep_ == "nsubjpass" else doers).extend(_names(child, named))
    for child in verb.children:
        if child.dep_ in OBJECTS:
            targets += _names(child, named) or [n for c in child.children if c.dep_ == "poss" for n in _names(c, named)]
        elif child.dep_ == "agent":
            doers += [n for c in child.children for n in _names(c, named)]
        elif child.dep_ == "prep" and child.lower_ in AROUND:
            below = [n for c in child.children if c.dep_ == "pobj" for n in _names(c, named)]
            if below and not targets:
                targets, word = below, f"{word} {child.lower_}"
        elif child.dep_ == "neg":
            word = f"not {word}"
    return list(dict.fromkeys(doers)), list(dict.fromkeys(targets or passive)), word


def _names(token, named):
    """Names of a word and of those it is joined to."""
    return [name for part in (token, *token.conjuncts) for name in named.get(part.i, ())]
