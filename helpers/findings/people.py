"""Whom an article speaks of most: said only where the counting is sure."""

from collections import Counter

from ..language import parse
from ..language.grammar import NOUN_SUBJECTS
from ..wording import count
from .finding import Finding
from .voices import named
from .who import descriptions

LEAST = 4  # times by name
NAMED = ("name", "title")
AHEAD = 1.25  # times the mentions of the next
PRONOUNS = frozenset("he she him her his hers himself herself".split())


def spoken_of_most(article, tables):
    """“The person named most often is Anna Berg: 4 times.”"""
    actors = tables["actors"]
    counts = _by_name(actors)
    if counts.empty or counts.iloc[0] < max(LEAST, AHEAD * counts.iloc[1:2].sum()):
        return []
    name, number = counts.index[0], int(counts.iloc[0])
    own = actors[(actors["actor"] == name)]
    if not _sure(article, tables, own) or _commonest_noun(article, actors) > len(own):
        return []
    first = own[own["how"].isin(NAMED)].iloc[0]
    sentence = f"The person named most often is {name}: {count(number, 'time')}."
    return [Finding("most", sentence, "themes.actors", int(first["start"]), int(first["end"]))]


def _by_name(actors):
    """How often each person is named, most first."""
    rows = actors[actors["how"].isin(NAMED) & (actors["kind"] == "person")]
    return rows["actor"].value_counts(sort=False).sort_values(ascending=False, kind="stable")


def _sure(article, tables, own):
    """Whether an actor is surely a person, and no other actor has the same last name."""
    actors = tables["actors"]
    kinds = own["kind"].unique().tolist()
    name = own["actor"].iloc[0]
    last = name.split()[-1]
    shared = {other for other in actors["actor"].unique() if other != name and other.split()[-1] == last}
    return kinds == ["person"] and " " in name and not shared and _personal(article, tables, own)


def _personal(article, tables, own):
    """Whether somebody is called "he" or "she", and has a title or a description, or speaks."""
    if not own.loc[own["how"] == "pronoun", "text"].str.lower().isin(PRONOUNS).any():
        return False
    name = own["actor"].iloc[0]
    speaks = any(row.speaker == name for row in named(article, tables["quotes"], ("direct", "mixed", "indirect")))
    return speaks or name in descriptions(article)[0] or bool((own["how"] == "title").any())


def _commonest_noun(article, actors):
    """How often the commonest noun is the head of a phrase that names nobody."""
    named = list(zip(actors["start"], actors["end"], strict=True))
    taken = {i for start, end in named for i in range(int(start), int(end))}
    heads = Counter(
        token.lemma_.lower()
        for token in parse(article)
        if token.pos_ == "NOUN" and token.dep_ in (*NOUN_SUBJECTS, "dobj", "pobj") and token.idx not in taken
    )
    return max(heads.values(), default=0)
