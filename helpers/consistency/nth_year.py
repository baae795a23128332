"""The ordinal of a year at work or in a place, and the year in which it began."""

import re

from .amounts import Relation
from .lasting import JOINING, is_past
from .number_words import ordinal_of

EXAMPLES = {
    "nth year": (
        "Ann Lee is in her 40th year as a warden. She joined in September 1995.",
        "Ann Lee is in her 30th year as a warden. She joined in September 1995.",
    ),
}
_POST = re.compile(r" (?:as|at|with|in|on|of|behind|there|running)\b")


def nth_year(grounds):
    """In her **40th year** at the crossing, and the year in which she began."""
    if not grounds.trusted:
        return
    for word in grounds.with_lemma(("year", "season")):
        ordinals = [child for child in word.children if ordinal_of(child)]
        owners = [child for child in word.children if child.dep_ == "poss" and child.pos_ == "PRON"]
        number = ordinal_of(ordinals[0]) if ordinals else None
        if not number or number < 5 or not owners or owners[0].lower_ not in ("his", "her", "its", "their"):
            continue
        if owners[0].lower_ in ("his", "her") and not _POST.match(grounds.text, word.idx + len(word)):
            continue  # "in his seventieth year" tells an age
        begun = [
            one
            for one in grounds.happenings
            if one.lemma in JOINING and one.time.year and re.search(r"\d{4}", one.time.text) and is_past(one.verb)
        ]
        holder = grounds.who(owners)
        person = owners[0].lower_ in ("his", "her")
        begun = [one for one in begun if holder & grounds.doers(one.verb) or (person and not holder)]
        begun = [one for one in begun if one.time.year < grounds.day.year - 1]
        years = {one.time.year for one in begun}
        place = (ordinals[0].idx, word.idx + len(word))
        right = [one for one in begun if abs(grounds.day.year - one.time.year + 1 - number) <= 1]
        if right:
            told = f"{grounds.day.year} − {right[0].time.year} = {grounds.day.year - right[0].time.year}"
            yield Relation("span", (place, right[0].time.place), told)
        elif len(years) == 1 and abs(begun[0].sentence - grounds.place_of[word.sent.start]) <= 10:
            if not any(time.year == grounds.day.year - number + step for time in grounds.dated for step in (0, 1)):
                year = begun[0].time.year
                yield Relation(
                    "nth year",
                    (place, begun[0].time.place),
                    f"{grounds.day.year} − {year} + 1 = {grounds.day.year - year + 1}",
                    "disagrees",
                    f"the article says “{grounds.text[slice(*place)]}”",
                    f"Who began in {year} is in year {grounds.day.year - year + 1} in {grounds.day.year}, "
                    f"not {number}.",
                )
