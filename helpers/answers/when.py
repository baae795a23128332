"""What happened when, in sentences."""

from datetime import date

from ..markup import paragraphs
from ..timeline.iso import day_key, year_in_words
from ..wording import count, day_in_full, join

FEW = 3


def timeline(article, times, events, findings):
    """What happened when, as far as the article dates it."""
    assumed = times["anchor"].dropna()
    assumed = assumed[assumed.str.startswith("assumed ")].drop_duplicates().tolist()
    if article.published:
        basis = f"Relative times are read from the day of publication, {day_in_full(article.published)}."
    elif assumed:
        day, _, words = assumed[0].removeprefix("assumed ").partition(", from ")
        basis = (
            f"No day of publication is known. Relative times are read from {_assumed(day)}, an "
            f"assumption from the article’s own words {words}; set PUBLISHED to overrule it."
        )
    else:
        basis = (
            "No day of publication is known, so times such as “last year” or “October” keep an open value; "
            "set PUBLISHED to resolve them."
        )
    if times.empty:
        return paragraphs([["The article names no time.", basis], _events(events), _findings(article, findings)])
    kinds = times["type"].value_counts()
    words = {"DATE": "date", "TIME": "time of day", "DURATION": "duration", "SET": "repeated time"}
    plural = {"TIME": "times of day"}
    listed = join(count(int(kinds[k]), words[k], plural.get(k)) for k in words if k in kinds)
    first = [f"The article holds {count(len(times), 'expression')} of time: {listed}."]
    dated = times[times["earliest"].notna() & times["latest"].notna()]
    if len(dated):
        low, high = min(dated["earliest"], key=day_key), max(dated["latest"], key=day_key)
        low, high = year_in_words(low), year_in_words(high)
        lie = "lies" if len(dated) == 1 else "lie"
        reach = f"{lie} in {low}" if low == high else f"reach from {low} to {high}"
        first.append(f"The {len(dated):,} with a known date {reach}.")
    open_ended = times[times["earliest"].isna() & times["latest"].isna() & times["type"].isin(("DATE", "TIME"))]
    if len(open_ended):
        some = join(f"“{text}”" for text in list({text.lower(): text for text in open_ended["text"]}.values())[:FEW])
        first.append(f"{count(len(open_ended), 'expression')} cannot be dated, such as {some}.")
    return paragraphs([[basis], first, _events(events), _findings(article, findings)])


def _events(events):
    if events.empty:
        return ["No event of the story was found."]
    stated = events[~events["inferred"].astype(bool)]
    made = f"{count(len(events), 'event')} {'makes' if len(events) == 1 else 'make'} up the story"
    dated = f"{count(len(stated), 'is', 'are')}" if len(stated) else "none is"
    words = [f"{made}: {dated} dated in so many words, the rest by tense and order words only."]
    kinds = events["status"].value_counts()
    listed = join(f"{int(kinds[kind]):,} {kind}" for kind in kinds.index)
    return [*words, f"By what the text says of them: {listed}."]


def _findings(article, findings):
    if findings.empty:
        return ["No place was found where the article contradicts itself."]
    head = f"{count(len(findings), 'place')} where the article contradicts itself: "
    return [head + " ".join(findings["problem"].head(FEW))]


def _assumed(day):
    """A day, month or year as ISO 8601 writes it, in words."""
    if len(day) == 10:
        return day_in_full(date.fromisoformat(day))
    return f"{date.fromisoformat(day + '-01'):%B} {day[:4]}" if len(day) == 7 else day
