"""In short, for two: the largest differences, each with a sentence that has it and words that can be looked up."""

import re
from collections import Counter
from difflib import SequenceMatcher

from ..coreference import mentions
from ..findings.in_short import scored
from ..language import parse
from ..language.vectors import vectors
from ..wording import count, join
from .absent import outermost, within
from .columns import build
from .sentences import WHO
from .support import is_whole, readable_in, sentence_at
from .voices import heard_only

MOST = 10
# How much a kind of difference weighs before its size is looked at; a further one of one kind has so much of it.
FIGURE, TIME, INEXACT, CHANGED, UNTOLD, UNHEARD, CUE = 3.0, 2.5, 2.0, 2.0, 1.5, 1.2, 1.1
UNNAMED, CUT, UNCOUNTED, OFTEN = 1.0, 1.1, 0.9, 1.0
AGAIN = 0.5
DOUBT = ("doubting", "assertive", "demanding", "emotional")
WORDS = 3  # that the other has in no form, in a sentence that stands alone; and that are named
NOUNS = 2  # of them that are names, figures or nouns; one is no noun, which other words may say
TOPIC = 0.82  # rarity of a word that tells what an article is about
AGAIN_AND_AGAIN = 5  # times that such words stand in one, all together
TIMES = 3  # times that a word stands in one, to be named as one that the other never has
NAMES = 2  # times that a name does, and once more, or once as who does something; and a place's twice as often
LEAD = 2  # sentences that say what an article is about
ASIDE = 0.3  # what a difference counts that stands in a sentence without a subject of both articles
ALIKE = 0.6  # share of the shorter sentence's words, from which on two sentences of one article tell the same
SMALL = 12  # up to which a number says little by itself
REST = 5  # words in a row that one alone has of a quotation


def differences(a, b, ours, theirs, alone, lacking, tables):
    """The in_short table about two articles: where they differ most, most important first.

    Another figure or time of the same thing comes first, then the same words cut or reported with another stance, and
    what one article has and the other has in no form: sentences that tell, persons who are heard or named, figures,
    words that come again. Each row has sentences of the articles, and says what of them is different.

    Parameters
    ----------
    a, b : Article
    ours, theirs : list of Sentence
    alone : (set of int, set of int)
        From `support.alone`: the sentences of each article that the other does not tell.
    lacking : (list of Missing, list of Missing)
        From `absent.missing`, of each.
    tables : dict of str to pandas.DataFrame
        facts, voices and versions.

    Returns
    -------
    pandas.DataFrame
    """
    found = [*_facts(tables["facts"], ours, theirs), *_cues(a, b, tables["voices"], ours, theirs)]
    found += _changed(a, tables["versions"])
    for side, article, sentences, own, without in zip("ab", (a, b), (ours, theirs), alone, lacking, strict=True):
        only = [one for number, one in enumerate(sentences) if number in own]
        readable = readable_in(article)
        if len(tables["versions"]):
            found += _left(side, article, only)
        else:
            found += _untold(side, article, readable, only, without)
            found += _unnamed(side, article, readable, without)
            found += _uncounted(side, readable, without)
            found += _often(side, article, readable, without)
    heard = heard_only(a, b)
    found = [row for row in found if row.get("name") not in {name for _, name, *_ in heard}]
    for side, name, place, share in heard:
        score, its = UNHEARD * min(1.0, 0.5 + 5 * share), SIDES[side]
        says = f"{name} is heard in {side.upper()}; {its} does not name this person."
        found.append({side: place, "kind": f"heard only in {side.upper()}", "score": score, "says": says, "name": name})
    shared = _shared(ours, theirs)
    for row in found:
        places = [(row.get(side), own) for side, own in (("a", ours), ("b", theirs))]
        inside = [one for place, own in places if place for one in own if place[0] <= one.start < place[1]]
        row["score"] *= 1.0 if any(not shared.isdisjoint(one.stems) for one in inside) else ASIDE
    chosen, kinds = [], []
    while found and len(chosen) < MOST:
        best = max(found, key=lambda row: row["score"] * AGAIN ** kinds.count(row["kind"]))
        found = [row for row in found if not (_near(row, best, "a") or _near(row, best, "b"))]
        # Who is heard, or named, is told once; so is what the writer tells twice.
        found = [row for row in found if not (row.get("name") and row["name"] in best.get("says", ""))]
        found = [row for row in found if not any(_alike(x, row, best) for x in (("a", a), ("b", b)))]
        kinds.append(best["kind"])
        chosen.append(best)
    return build("in_short", [{**row, "name": None} for row in chosen], a, b)


def _shared(ours, theirs):
    """What two articles are both about: the actors and rare nouns that come again in each."""
    rare = vectors().rarity
    times = [Counter(stem for one in own for stem in one.stems) for own in (ours, theirs)]
    again = {stem for stem in times[0] if sum(own[stem] for own in times) > NAMES and times[1][stem]}
    forms = {stem: word for one in ours for stem, word in one.forms.items()}
    return {stem for stem in again if stem.startswith(WHO) or rare(forms[stem]) >= TOPIC}


SIDES = {"a": "B", "b": "A"}  # of one article's letter, the other


def _quoted(words):
    return join([f"“{word}”" for word in words])


def _untold(side, article, readable, sentences, lacking):
    """Sentences that tell an article and that the other does not tell, with the words it has in no form."""
    places, rank = {(one.start, one.end) for one in sentences}, 0
    names = Counter(one.text for one in lacking if one.kind == "name")
    for place in sorted((place for place in readable if place in places), key=lambda place: -readable[place]):
        # A name that comes again is told once, by itself.
        told = [one for one in within(place, lacking) if names[one.text] < TIMES]
        told = outermost([one for one in told if one.kind != "figure" or _tells(one.text)])
        words = {one.text: article.text[one.start : one.end] for one in sorted(told, key=_weight, reverse=True)[:WORDS]}
        exact = any(one.kind in ("name", "figure") for one in told)
        if len(words) < WORDS or sum(one.kind != "word" for one in told) < NOUNS or not exact:
            continue
        its = [words[own] for own in dict.fromkeys(one.text for one in told) if own in words]
        says, score = f"{SIDES[side]} has none of {_quoted(its)}.", UNTOLD / (1 + 0.3 * rank)
        yield {side: place, "kind": f"words only in {side.upper()}", "score": score, "says": says}
        rank += 1


def _weight(one):
    """How much it tells that words are missing: names and figures first, then nouns, the rarest first."""
    rare = vectors().rarity(one.text.lower().split()[-1])
    return {"name": 2, "figure": 2, "noun": 1, "word": 0}[one.kind], rare


def _unnamed(side, article, readable, lacking):
    """Persons, bodies and places that one article names again and the other does not."""
    kinds = {name: one.kind for one in mentions(article) for name in one.names}
    persons = Counter(name.split()[-1] for name, kind in kinds.items() if kind == "person")
    places_of = [*readable, *readable_in(article, leaning=True)]
    lead = " ".join(own.text for own, _ in scored(article)[:LEAD])
    for name in dict.fromkeys(one.text for one in lacking if one.kind == "name"):
        own = re.compile(rf"\b{re.escape(name)}\b")
        places = [place for place in places_of if own.search(article.text, *place)]
        person, last = kinds[name] == "person", name.split()[-1]
        times = _times(article, last if person else name)
        longer = len(re.findall(rf"[A-Z][a-z]+ {re.escape(name)}\b", article.text))  # of “North Carolina” Carolina
        least = 2 * NAMES if kinds[name] == "place" else NAMES
        if not places or persons[last] > person or (not person and (times < least or longer > times / 2)):
            continue
        acting = [place for place in places if _acts(article, last, place)]
        if times <= NAMES and not acting and not any(own.search(text) for text in (article.title or "", lead)):
            continue
        places = acting or places
        score = UNNAMED * min(1.0, 0.4 + 0.1 * times) * (1.0 if person else 0.8)
        says = f"{side.upper()} names {name}{'' if person else f' {times} times'}; {SIDES[side]} does not."
        yield {side: places[0], "kind": f"named only in {side.upper()}", "score": score, "says": says, "name": name}


def _acts(article, word, place):
    """Whether a name does something in a sentence.

    >>> from helpers.article import from_text
    >>> [_acts(from_text(text), "Berg", (0, len(text))) for text in ("Anna Berg left.", "They met Anna Berg.")]
    [True, False]
    """
    span = parse(article).char_span(*place, alignment_mode="expand")
    return any(token.text == word and token.dep_ in ("nsubj", "nsubjpass") for token in span)


def _times(article, word):
    return len(re.findall(rf"(?i)\b{re.escape(word)}\b", article.text))


def _uncounted(side, readable, lacking):
    """Figures that one article gives, and to which the other has none that is like it."""
    for place, chance in readable.items():
        told = [one.text for one in within(place, lacking, "figure") if _tells(one.text)]
        if told:
            says = f"Figures that stand in {side.upper()} and not in {SIDES[side]}: {_quoted(told[:WORDS])}."
            yield {
                side: place,
                "kind": f"figure only in {side.upper()}",
                "score": UNCOUNTED * (0.5 + chance),
                "says": says,
            }


def _tells(words):
    """Whether a figure says something by itself.

    >>> _tells("three"), _tells("1,237 delegates"), _tells("$5"), _tells("9 percent")
    (False, True, True, True)
    """
    figure = re.search(r"\d[\d,.]*", words)
    if not figure or re.search(r"\b(?:19|20)\d\d\b|\b(?:year|month|week|day|hour|minute)", words):
        return False
    return bool(re.search(r"[$€£%]|percent|million|billion", words)) or (
        float(figure[0].replace(",", "").rstrip(".") or 0) > SMALL and " " in words
    )


def _often(side, article, readable, lacking):
    """The words that one article has again and again, and the other in no form."""
    rare = vectors().rarity
    words = dict.fromkeys(one.text.lower() for one in lacking if one.kind == "noun" and rare(one.text.lower()) >= TOPIC)
    times = {word: _times(article, word) for word in words}
    words = sorted((word for word in words if times[word] >= TIMES), key=lambda word: -times[word])[:WORDS]
    with_it = {place: {one.text.lower() for one in within(place, lacking)} & set(words) for place in readable}
    places = sorted(readable, key=lambda place: (-len(with_it[place]), -readable[place]))
    words = [word for word in words if places and word in with_it[places[0]]]
    if len(words) >= NOUNS and sum(times[word] for word in words) >= AGAIN_AND_AGAIN:
        told = join([f"“{word}” ({count(times[word], 'time')})" for word in words])
        says = f"Words that {side.upper()} has and {SIDES[side]} has nowhere: {told}."
        yield {side: places[0], "kind": f"often only in {side.upper()}", "score": OFTEN, "says": says}


def told_alone(table, side, sentences):
    """The numbers of the sentences that the in_short table says one article (`a` or `b`) alone tells."""
    rows = table[table["kind"] == f"words only in {side.upper()}"]
    places = list(zip(rows[f"{side}_start"], rows[f"{side}_end"], strict=True))
    return {n for n, one in enumerate(sentences) if any(start <= one.start < end for start, end in places)}


def _near(row, best, side):
    own, its = row.get(side), best.get(side)
    return bool(own and its) and own[0] < its[1] and its[0] < own[1]


def _alike(article, row, best):
    """Whether two sentences of an article, (letter, Article), have most of their words in common."""
    side, its = article
    if not (row.get(side) and best.get(side)):
        return False
    one, other = (set(re.findall(r"\w{4,}", its.text[slice(*place)].lower())) for place in (row[side], best[side]))
    return len(one & other) > ALIKE * min(len(one), len(other))


def _facts(facts, ours, theirs):
    for row in facts.itertuples(index=False):
        score = {"other value": FIGURE, "other time": TIME}.get(row.difference, INEXACT)
        places = {"a": sentence_at(ours, row.a_start), "b": sentence_at(theirs, row.b_start)}
        kind = "another figure" if row.kind == "quantity" else "another time"
        says = f"{row.about[:1].upper()}{row.about[1:]}: {row.a_value} in A, {row.b_value} in B."
        yield places | {"kind": kind, "score": score, "says": says}


def _cues(a, b, voices, ours, theirs):
    """The same words reported with another stance, and words of which one article alone has more."""
    for row in voices[voices["kind"].isin(("same words", "trimmed"))].itertuples(index=False):
        classes = {row.a_class, row.b_class}
        places = {"a": sentence_at(ours, row.a_start), "b": sentence_at(theirs, row.b_start)}
        if len(classes) == 2 and None not in classes and classes & set(DOUBT):
            says = f"The same words: “{row.a_cue}” in A, “{row.b_cue}” in B."
            yield places | {"kind": "reported otherwise", "score": CUE, "says": says}
        for side, one, other, its in (("A", row.a_text, row.b_text, b), ("B", row.b_text, row.a_text, a)):
            rest = _rest(one, other, its.text)
            if rest:
                ends = {"a": int(row.a_end), "b": int(row.b_end)}
                places = {own: (place[0], max(place[1], ends[own])) for own, place in places.items()}
                says = f"Both have these words of {row.speaker}; only {side} has “{rest}” too."
                yield places | {"kind": "cut", "score": CUT, "says": says}


def _rest(one, other, text):
    """The longest run of words of one quotation that another lacks and that stand nowhere in its article.

    >>> _rest("“We stay, and the port will be open.”", "“We stay.”", "“We stay,” she said.")
    'and the port will be open'
    """
    words = [list(re.finditer(r"[\w’'$%,.-]*\w", own)) for own in (one, other)]
    small = [[word[0].lower() for word in own] for own in words]
    codes = SequenceMatcher(None, *small, autojunk=False).get_opcodes()
    first, end = max(
        (code[1:3] for code in codes if code[0] == "delete"), key=lambda run: run[1] - run[0], default=(0, 0)
    )
    rest = one[words[0][first].start() : words[0][end - 1].end()] if end - first >= REST else ""
    return " ".join(rest.split()) if _letters(rest) not in _letters(text) else ""


def _letters(text):
    return re.sub(r"\W", "", text.lower())


def _changed(a, versions):
    """Of the sentences that another version tells otherwise, those that tell most."""
    chances = {own.start: chance for own, chance in scored(a)}
    for row in versions[versions["kind"].isin(("changed", "figure changed"))].itertuples(index=False):
        words = [re.findall(r"\w+", text.lower()) for text in (row.a_text, row.b_text)]
        differ = 1 - SequenceMatcher(None, *words, autojunk=False).ratio()
        score = CHANGED * chances.get(row.a_start, 0.0) * min(1.0, 2 * differ)
        places = {side: (int(getattr(row, f"{side}_start")), int(getattr(row, f"{side}_end"))) for side in "ab"}
        yield places | {"kind": row.kind, "score": score}


def _left(side, article, sentences):
    """Of the sentences that one version alone has, those that tell most."""
    places = {(one.start, one.end) for one in sentences}
    likely = sorted((-chance, own.start, own.end) for own, chance in scored(article))
    for rank, (_, start, end) in enumerate(own for own in likely if own[1:] in places):
        if is_whole(article.text[start:end]):
            yield {side: (start, end), "kind": f"words only in {side.upper()}", "score": UNTOLD / (1 + 0.3 * rank)}
