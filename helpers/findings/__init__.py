"""What an article says in a few findings, each with its words and how sure it is."""

from collections import namedtuple

from .. import tables as layout
from ..accuracy import SECTIONS, actors_elsewhere, hundred, times_right
from ..article.sections import prose_only
from ..quotes.summary import attributions, by_speaker
from ..sentiment import by_target
from ..sentiment.resample import interval
from ..themes import relations
from ..timeline.iso import day_key, year_in_words
from ..wording import count, join, joined, signed
from .in_short import in_short

__all__ = ["Finding", "findings", "in_short"]

MOST = 10
# What is said, how far to believe it, what found it and its words; `key` is what it is about, and tells apart two
# findings on the same words, so that an id does not hang on what else was found.
Finding = namedtuple("Finding", "key finding sure method start end")
UNMEASURED = "The rule says no probability; read the words."


def findings(article, tables, *, most=MOST):
    """The findings that a reader would want first, from all tables.

    Parameters
    ----------
    article : Article
    tables : dict of str to pandas.DataFrame
        The article's tables by name, as `analyses.collect` gives them.
    most : int

    Returns
    -------
    pandas.DataFrame
        The findings table, in the order in which they should be read, the contradictions first:
        `finding` (a sentence), `sure` (how far to believe it, in words), `method` (the function
        that found it), `start`, `end` and `text` (the words it rests on, or the best example).

    Examples
    --------
    >>> from helpers.analyses import collect
    >>> from helpers.article import from_text
    >>> article = from_text("The hall opened on Monday, May 8, 2025.")
    >>> findings(article, collect(article))["method"].tolist()[0]
    'timeline.check_consistency'
    """
    quotes, tones = tables["quotes"], tables["tones"]
    found = [
        *_claims(tables["consistency"]),
        *_actor(tables["actors"]),
        *_theme(tables["themes"]),
        *_speaker(quotes),
        *_longest(quotes),
        *_acts(relations(article)),
        *_tone(article, tones),
        *_strongest(article, tones),
        *_stance(by_target(article)),
        *_span(tables["times"]),
        *_planned(tables["events"]),
        *_unnamed(quotes),
        *_sides(tables["voices"]),
    ]
    rows = [finding._asdict() | {"number": number} for number, finding in enumerate(found[:most], 1)]
    return layout.build("findings", rows, article.text).sort_values("number", ignore_index=True)


def _claims(claims):
    sure = "Found by a rule; on published articles such finds were mostly wrong. Read both places."
    return [
        Finding(f"contradiction {row.id}", row.problem, sure, "timeline.check_consistency", row.start, row.end)
        for row in claims.head(2).itertuples(index=False)
    ]


def _actor(actors):
    counts = actors["actor"].value_counts(sort=True)
    if counts.empty:
        return []
    name, number = max(counts.items(), key=lambda item: item[1])
    own = actors[actors["actor"] == name]
    how = own["how"].value_counts()
    named = int(how.get("name", 0))
    first = own[own["how"] == "name"].head(1) if named else own.head(1)
    return [
        Finding(
            "actor",
            f"{name} is the one most spoken of: {count(number, 'mention')} of {len(actors):,}, {named:,} of them by "
            "name.",
            _mentions_right(),
            "themes.actors",
            int(first["start"].iloc[0]),
            int(first["end"].iloc[0]),
        )
    ]


def _mentions_right():
    right, articles = actors_elsewhere()
    return f"On {articles} other articles {right} of 100 mentions were right; the wrong ones are mostly pronouns."


def _theme(themes):
    if themes["theme"].nunique() < 2:
        return []
    sums = themes.groupby("theme", sort=False)["weight"].agg(["size", "sum"])
    label = sums.sort_values(["size", "sum"], ascending=False, kind="stable").index[0]
    own = themes[themes["theme"] == label].sort_values("weight", ascending=False, kind="stable").iloc[0]
    names = [name for name in dict.fromkeys(themes["theme"]) if name != label]
    return [
        Finding(
            "theme",
            f"Its widest theme is “{label}”, beside {join(names[:4])}{' and others' if len(names) > 4 else ''}.",
            "On articles with headings, the theme of a section said what its heading says in "
            f"{hundred('themes', SECTIONS, 'sections found')} of 100 sections.",
            "themes.themes",
            int(own.start),
            int(own.end),
        )
    ]


def _speaker(quotes):
    ranked = by_speaker(quotes)
    rows = attributions(quotes)
    if ranked.empty:
        return []
    top = ranked.iloc[0]
    own = rows[rows["who"] == top.who].sort_values("confidence", ascending=False, kind="stable").iloc[0]
    words = int(top.marked + top.paraphrased)
    return [
        Finding(
            "speaker",
            f"{_name(top.who)} is heard at greatest length: {count(int(top.attributions), 'attribution')} of "
            f"{rows['whole'].nunique():,}, with {count(words, 'word')}, {int(top.marked):,} of them in quotation "
            "marks.",
            _confidence(rows[rows["who"] == top.who]),
            "quotes.find_quotes",
            int(own.start),
            int(own.end),
        )
    ]


def _name(who):
    return joined(who, "with") if not who.startswith("(") else "A source that is not named"


def _confidence(rows):
    known = rows["confidence"].dropna()
    if known.empty:
        return UNMEASURED
    return f"Of rows like these, {round(100 * float(known.mean()))} in 100 were right when measured."


def _longest(quotes):
    rows = attributions(quotes)
    direct = rows[rows["kind"] == "direct"]
    if direct.empty:
        return []
    row = direct.loc[(direct["end"] - direct["start"]).sort_values(ascending=False, kind="stable").index[0]]
    words = len(row.text.split())
    return [
        Finding(
            "longest",
            f"The longest passage in somebody’s own words has {count(words, 'word')}, by {_name(row.who)}.",
            _confidence(direct.loc[[row.name]]),
            "quotes.find_quotes",
            int(row.start),
            int(row.end),
        )
    ]


def _acts(acts):
    acts = acts[acts["target"].notna()]
    if acts.empty:
        return []
    pairs = acts.groupby(["actor", "target"], sort=False).size().sort_values(ascending=False, kind="stable")
    (actor, target), number = pairs.index[0], int(pairs.iloc[0])
    own = acts[(acts["actor"] == actor) & (acts["target"] == target)].iloc[0]
    rest = len(pairs) - 1
    return [
        Finding(
            "acts",
            f"{actor} acts on {target} {'in one place' if number == 1 else f'in {number:,} places'} (“{own.verb}”)"
            f"{f', the most frequent of {len(pairs):,} such pairs' if rest else ''}.",
            UNMEASURED,
            "themes.relations",
            int(own.start),
            int(own.end),
        )
    ]


def _tone(article, tones):
    body = prose_only(article, tones)
    if len(body) < 3:
        return []
    mean = float(body["tone"].mean())
    low, high = interval(body["tone"])
    word = "neither warm nor cold" if low < 0 < high or abs(mean) < 0.05 else "warm" if mean > 0 else "cold"
    near = body.loc[(body["tone"] - mean).abs().sort_values(kind="stable").index[0]]
    return [
        Finding(
            "tone",
            f"The tone as a whole is {word}: a mean of {signed(mean)} on a scale from −1 to 1; the passage is the "
            "most typical.",
            f"With other sentences of the same kind the mean would lie between {signed(low)} and {signed(high)}.",
            "sentiment.score_sentences",
            int(near.start),
            int(near.end),
        )
    ]


def _strongest(article, tones):
    body = prose_only(article, tones)
    sure = body[(body["low"] > 0) | (body["high"] < 0)]
    if sure.empty:
        return []
    row = sure.loc[sure["tone"].abs().sort_values(ascending=False, kind="stable").index[0]]
    word = "warmest" if row.tone > 0 else "coldest"
    pushed = join(f"“{word}”" for word, _ in row.words[:-1][:3])
    return [
        Finding(
            "strongest",
            f"The {word} sentence has a tone of {signed(row.tone)}, from {pushed}."
            if pushed
            else f"The {word} sentence has a tone of {signed(row.tone)}.",
            f"Nine times in ten people’s judgement would lie between {signed(row.low)} and {signed(row.high)}.",
            "sentiment.score_sentences",
            int(row.start),
            int(row.end),
        )
    ]


def _stance(targets):
    clear = targets[(targets["low"] > 0) | (targets["high"] < 0)]
    if clear.empty:
        return []
    row = clear.loc[clear["score"].abs().sort_values(ascending=False, kind="stable").index[0]]
    word = "warm" if row.score > 0 else "cold"
    return [
        Finding(
            "stance",
            f"The text is {word} toward {row.actor}: {signed(row.score)} over {count(int(row.mentions), 'mention')}.",
            f"With other mentions of the same kind it would lie between {signed(row.low)} and {signed(row.high)}.",
            "sentiment.by_target",
            int(row.start),
            int(row.end),
        )
    ]


def _span(times):
    dated = times[times["earliest"].notna() & times["latest"].notna()]
    if dated.empty:
        return []
    first = dated.loc[min(dated.index, key=lambda n: day_key(dated["earliest"][n]))]
    last = dated.loc[max(dated.index, key=lambda n: day_key(dated["latest"][n]))]
    low, high = year_in_words(first.earliest), year_in_words(last.latest)
    words = f"All its dated times lie in {low}" if low == high else f"Its dated times reach from {low} to {high}"
    assumed = dated["anchor"].fillna("").str.startswith("assumed ").any()
    least, most = times_right()
    sure = f"On other news, {least} to {most} of 100 values were those that annotators gave."
    return [
        Finding(
            "span",
            f"{words}.",
            sure + (" Some rest on an assumed day of publication." if assumed else ""),
            "timeline.find_times",
            int(first.start),
            int(first.end),
        )
    ]


def _planned(events):
    planned = events[events["status"] == "planned"]
    if planned.empty:
        return []
    row = planned.iloc[0]
    return [
        Finding(
            "planned",
            f"{count(len(planned), 'event')} {'is' if len(planned) == 1 else 'are'} told as planned, not as done; the "
            "first is shown.",
            UNMEASURED,
            "timeline.find_events",
            int(row.start),
            int(row.end),
        )
    ]


def _unnamed(quotes):
    wholes = attributions(quotes).drop_duplicates("whole")
    unnamed = wholes[wholes["speaker"].isna()]
    if unnamed.empty:
        return []
    row = unnamed.iloc[0]
    return [
        Finding(
            "unnamed",
            f"{len(unnamed):,} of {count(len(wholes), 'attribution')} {'names' if len(unnamed) == 1 else 'name'} no "
            "source; the first is shown.",
            _confidence(unnamed),
            "quotes.find_quotes",
            int(row.start),
            int(row.end),
        )
    ]


def _sides(voices):
    own, others = voices[voices["voice"] == "narrator"], voices[voices["voice"] != "narrator"]
    if len(own) < 3 or len(others) < 3:
        return []
    a, b = float(own["tone"].mean()), float(others["tone"].mean())
    (a_low, a_high), (b_low, b_high) = interval(own["tone"]), interval(others["tone"])
    apart = a_high < b_low or b_high < a_low
    row = others.loc[others["tone"].abs().sort_values(ascending=False, kind="stable").index[0]]
    return [
        Finding(
            "sides",
            f"The narrator’s own passages have a mean tone of {signed(a)}, what speakers are given {signed(b)}; the "
            f"difference is {'clear' if apart else 'not clear'}.",
            f"Intervals of the means: {signed(a_low)} to {signed(a_high)}, and {signed(b_low)} to {signed(b_high)}.",
            "sentiment.score_voices",
            int(row.start),
            int(row.end),
        )
    ]
