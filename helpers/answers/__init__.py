"""Findings as sentences: tables in, plain English out, for any article.

Each function composes the answer of one notebook from its tables. Nothing here is found out;
what a table does not hold is said to be missing.
"""

from ..article.sections import prose_only, section_starts
from ..markup import paragraphs
from ..quotes.summary import NOBODY, attributions, by_speaker, voice_share
from ..themes.naming import naming_phrases
from ..wording import count, day_in_full, join, joined, times_over
from .corpus import corpus
from .measured import accuracy
from .tone import overall, tone
from .trust import gold, readings, unmoved
from .when import timeline

__all__ = [
    "about",
    "accuracy",
    "corpus",
    "gold",
    "quotes",
    "readings",
    "sections",
    "themes",
    "timeline",
    "tone",
    "unmoved",
    "whole",
]

FEW = 3


def about(article):
    """What is known about the article itself.

    Parameters
    ----------
    article : Article

    Returns
    -------
    markup.Html
    """
    kinds = article.blocks["kind"].value_counts()
    parts = [
        count(int(kinds[kind]), kind)
        for kind in ("heading", "paragraph", "list item", "blockquote", "caption")
        if kind in kinds
    ]
    words = len(article.text.split())
    first = [f"The text has {count(words, 'word')} in {join(parts)}." if parts else "The text is empty."]
    given = {
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "web address": article.url,
        "day of publication": article.published,
    }
    known = [
        f"the {name} is “{value}”" if name != "day of publication" else f"the {name} is {day_in_full(value)}"
        for name, value in given.items()
        if value is not None
    ]
    unknown = [name for name, value in given.items() if value is None]
    if known:
        sentence = join(known)
        first.append(sentence[0].upper() + sentence[1:] + ".")
    if unknown:
        first.append(f"Neither you nor the file says the {join(unknown)}, and nothing is guessed.")
    removed = article.removed
    if removed.empty:
        second = ["Nothing was taken out and nothing changed: the text is the file, character for character."]
    else:
        reasons = removed["reason"].value_counts(sort=False)
        listed = join(f"{reason} ({number:,})" for reason, number in reasons.items())
        second = [f"Cleaning made {count(len(removed), 'change')}, each logged with its place in the file: {listed}."]
    return paragraphs([first, second])


def whole(article, actors, quotes, times, tones):
    """The whole article in one paragraph, for the first notebook."""
    sentences = [f"This is {_name(article)}, {count(len(article.text.split()), 'word')} long."]
    sentences += [_who(actors), _topics(article), _spoken(quotes)]
    dated = times[times["earliest"].notna()]
    if len(times):
        sentences.append(
            f"It holds {count(len(times), 'expression')} of time, {len(dated) or 'none'} of them with a known date."
        )
    body = prose_only(article, tones)
    sentences.append(overall(body) if len(body) else "There is no sentence to score.")
    return paragraphs([sentences])


def themes(article, actors, topics):
    """What the article is about and who acts in it."""
    names = list(dict.fromkeys(topics["theme"])) if len(topics) else []
    second = []
    if names:
        if len(names) == 1:
            second.append(f"Its passages are all of one theme: {names[0]}.")
        else:
            second.append(f"Its passages fall into {count(len(names), 'theme')}: {join(names)}.")
        widest = topics.groupby("theme", sort=False).size()
        widest = widest[widest == widest.max()]
        if len(names) > 1 and len(widest) == 1 and widest.iloc[0] > 2:
            second.append(f"The one that runs through most passages is {widest.index[0]} ({widest.iloc[0]:,}).")
    else:
        second.append("It is too short to be divided into themes.")
    together = _together(article, actors)
    return paragraphs([[_who(actors), _topics(article), together], second])


def quotes(article, table):
    """Who speaks how often, at what length, in whose words."""
    rows = attributions(table)
    if rows.empty:
        return paragraphs([["Nobody is reported to say, think or want anything."]])
    wholes = rows.drop_duplicates("whole")
    kinds = wholes["kind"].value_counts()
    words = {"direct": "in direct quotation", "mixed": "partly in quotation marks", "indirect": "in paraphrase"}
    listed = join(f"{int(kinds[kind]):,} {meaning}" for kind, meaning in words.items() if kind in kinds)
    somebodys, total = voice_share(article, table)
    first = [f"The article reports what others say, think or want {times_over(len(wholes))}: {listed}."]
    first.append(
        f"About {round(100 * somebodys / max(total, 1))} percent of its running words are somebody’s in this "
        "sense; the rest is the narrator’s."
    )
    ranked = by_speaker(table)
    named = ranked[~ranked["who"].str.startswith(("“", NOBODY))].head(FEW)
    second = []
    if len(named):
        each = join(
            f"{joined(r.who, 'with')} ({count(int(r.attributions), 'time')}, "
            f"{count(int(r.marked + r.paraphrased), 'word')})"
            for r in named.itertuples(index=False)
        )
        second.append(f"The named voices heard at greatest length: {each}.")
    unnamed = wholes[wholes["speaker"].isna()]
    hidden = int((wholes["source_type"] == "anonymous").sum())
    several = int((unnamed["source_type"] == "collective").sum())
    if len(unnamed):
        parts = [f"{hidden:,} come from sources whose names are withheld" if hidden else ""]
        parts.append(f"{several:,} from unnamed groups" if several else "")
        listed = " and ".join(part for part in parts if part)
        second.append(
            f"{_share(len(unnamed), len(wholes))} no source that the article names{'; ' + listed if listed else ''}."
        )
    classes = wholes["cue_class"].dropna().value_counts()
    third = []
    if len(classes):
        listed = join(f"{name} ({number:,})" for name, number in classes.items())
        third.append(f"The words that report them are, by class, {listed}.")
    scare = int((table["kind"] == "scare").sum())
    if scare:
        third.append(
            f"{count(scare, 'passage')} in quotation marks {'is' if scare == 1 else 'are'} held at "
            "arm’s length, and nobody is said to say them."
        )
    return paragraphs([first, second, third])


def _share(part, whole):
    return f"{part:,} of {whole:,} have" if part != 1 else f"1 of {whole:,} has"


def _name(article):
    return f"“{article.name}”" if article.name != "(untitled)" else "an article without a title"


def _who(actors):
    if actors.empty:
        return "No person, place or organisation is named."
    people = actors[actors["kind"] == "person"]["actor"].value_counts()
    others = actors[actors["kind"] != "person"]["actor"].value_counts()
    parts = []
    for counts, one, several in (
        (people, "person", "people"),
        (others, "place, organisation or group", "places, organisations and groups"),
    ):
        if len(counts):
            few = len(_top(counts)) == 1
            parts.append(f"the {one if few else several} named most {'is' if few else 'are'} {_listed(counts)}")
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def _listed(counts):
    return join(f"{joined(name, 'with')} ({number:,})" for name, number in _top(counts))


def _top(counts):
    """The first few of a count, ties in the order of the text; single ones only if there is no other."""
    ranked = list(counts.sort_values(ascending=False, kind="stable").items())
    return [item for item in ranked if item[1] > 1][:FEW] or ranked[:FEW]


def _topics(article):
    """The phrases of more than one word first: they say more than single words."""
    phrases = naming_phrases(article)
    longer = [phrase for phrase in phrases if " " in phrase][:FEW]
    single = [phrase for phrase in phrases if phrase[:1].islower() and " " not in phrase]
    chosen = longer + [phrase for phrase in single if not any(phrase in other for other in longer)][: FEW + 1]
    return f"Its recurring phrases are {join(f'“{phrase}”' for phrase in chosen)}." if len(chosen) > 1 else ""


def _together(article, actors):
    """The two actors who share most paragraphs."""
    starts = article.blocks["start"].tolist()
    together = {}
    from bisect import bisect_right
    from itertools import combinations

    by_block = {}
    for actor, start in zip(actors["actor"], actors["start"], strict=True):
        by_block.setdefault(bisect_right(starts, start), {})[actor] = None
    for names in by_block.values():
        for pair in combinations(sorted(names)[:60], 2):
            together[pair] = together.get(pair, 0) + 1
    if not together:
        return ""
    pair, number = max(together.items(), key=lambda item: (item[1], [-ord(c) for c in item[0][0][:1]]))
    return f"{pair[0]} and {pair[1]} appear together in {count(number, 'block')}." if number > 1 else ""


def _spoken(quotes):
    rows = attributions(quotes)
    if rows.empty:
        return "Nobody is reported to say anything."
    number = rows["whole"].nunique()
    sentence = f"It reports what others say, think or want {times_over(number)}"
    named = rows.drop_duplicates("whole")["speaker"].dropna().value_counts()
    if named.empty:
        return f"{sentence}, without naming a speaker."
    return f"{sentence}, most often {joined(_top(named)[0][0], 'with')}."


def sections(article):
    """The headings, in order, as one sentence."""
    names = [heading for _, heading in section_starts(article)]
    return paragraphs([[f"{count(len(names), 'section')}: {join(names)}."]] if names else [["The text is empty."]])
