"""Who speaks together: people whom the words of a source join, and "both" for two who were just joined."""

import re
from bisect import bisect_left

from ..coreference import mentions_in
from ..language.grammar import NOUN_SUBJECTS

WITHIN = r"\b(?:of|to|for|with|by|at|in|from|on|than|against|who|whose|which|that)\b"
NOT_BARE = re.compile(rf"{WITHIN}|[,;:]|['’]s?\s", re.I)  # before the first: a study **by** Ann Lee and Tom Roe
ASIDE = re.compile(r"\s?\([^()]{0,60}\)?|,? of (?:[A-Z][\w.-]* ?){1,3}(?=,| and |$)|, \d{1,3}(?=,| and )")  # (D-Ohio)
TITLES = r"(?:[A-Z][\w.-]* ){0,4}"
JOINS = re.compile(rf"(?:,? (?:and|or|&|as well as|along with) (?!{WITHIN})(?:(?:[\w.-]+ ){{0,6}})|, {TITLES})")
BEYOND = re.compile(r"(?!['’]s?\b)(?=$|[,;.]| ?\(| [–—-]|['’]? (?:and|or|who|each|both|of|have|alike)\b)")
AMONG = re.compile(rf"(?:\bincluding|\bsuch as|\bamong them) (?:(?:(?!{WITHIN})[\w.-]+ ){{0,5}})$")
# One voter, **Ann Lee**, 35; the other man, his cousin **Tom Roe**; Sen. **Ann Lee** (a Democrat so young that …
BESIDE = re.compile(rf"(?:(?:(?!{WITHIN})[^,]){{3,60}}, (?:(?:his|her|their) (?:[a-z-]+ ){{1,3}})?)?")
ALSO = re.compile(r"\b(?:and|or) an? (?:\w+ )?$")  # Ann Lee, a nurse **and a** Republican
BOTH = re.compile(
    r"(?:(?:they )?both(?: of them)?(?: the)?|the (?:two|pair|duo))"
    r"(?: (?:men|women|candidates|leaders|lawmakers|senators|politicians|rivals|officials|brothers|sisters))?",
    re.I,
)
BACK = 2  # sentences in which the two of "both" are looked for
# name -> a text, and the speaker of its last row
EXAMPLES = {
    "two parties": ("Independent Ann Lee and Democrat Tom Roe have criticized the bridge.", "Ann Lee; Tom Roe"),
    "an aside": ("Ann Lee (D-Ohio) and Tom Roe (R-Utah) said the bridge is shut.", "Ann Lee; Tom Roe"),
    "three": ("Ann Lee, Tom Roe and Kit Moss said the bridge is shut.", "Ann Lee; Tom Roe; Kit Moss"),
    "among others": ("Several nurses, including Ann Lee, said the bridge is shut.", "Ann Lee"),
    "among others of somebody": (
        "Ann Lee, an aide to mayors such as Tom Roe and Kit Moss, said the bridge is shut.",
        "Ann Lee",
    ),
    "whose name is beside": ("A friend of Ann Lee and Tom Roe said the bridge is shut.", None),
    "an apposition": ("One voter, Ann Lee, 35, said the bridge is shut.", "Ann Lee"),
    "both": ("Ann Lee and Tom Roe spoke of the bridge. Both said that it is shut.", "Ann Lee; Tom Roe"),
}


def joined_names(article, start, end, names):
    """The names that the words of a source join, where they name more than were found; else those that were found.

    Parameters
    ----------
    article : Article
    start, end : int
        The words.
    names : list of str
        As coreference has them.

    Returns
    -------
    list of str
    """
    text, every = article.text, mentions_in(article, start, end)
    also = {name for m in every if m.kind == "group" and ALSO.search(text[start : m.start]) for name in m.names}
    people = [m for m in every if m.kind == "person" and m.how in ("name", "title") and len(m.names) == 1]
    kept = [name for name in names if name not in also] or names
    for place, one in enumerate(people):
        before = text[start : one.start]
        among = not place and AMONG.search(before)  # not: Ann Lee, who served mayors such as **Tom Roe**
        if not among and NOT_BARE.search(before) and not BESIDE.fullmatch(before):
            break
        found = [one.names[0]] if BEYOND.match(text[one.end : end]) else []
        for last, one_more in zip(people[place:], people[place + 1 :], strict=False):
            between = ASIDE.sub("", text[last.end : one_more.start])
            if not found or not JOINS.fullmatch(between) or not BEYOND.match(text[one_more.end : end]):
                break
            found.append(one_more.names[0])
        if len(found) > 1 or (among and found):
            return [*(name for name in kept if among and name not in found), *found]
        if not kept and found and BESIDE.fullmatch(before):
            return found
    return kept


class Pairs:
    """Whom "both" stands for: the two persons who spoke together or were subjects together before it.

    Parameters
    ----------
    parsed : Parsed
    people : list of Mention
        The persons mentioned outside marks, in order.
    """

    def __init__(self, parsed, people):
        self.parsed, self.people, self.last = parsed, people, ()
        self.heads = [one.head for one in people]

    def note(self, names):
        """Remember two who spoke together."""
        if len(names) == 2:
            self.last = tuple(names)

    def names(self, first, words):
        """The two, or an empty list."""
        if not BOTH.fullmatch(words):
            return []
        parsed, number = self.parsed, self.parsed.sentence[first]
        for back in range(BACK + 1):
            if number < back:
                break
            begin, end = parsed.first[number - back], parsed.last[number - back] if back else first
            names = []
            for one in self.people[bisect_left(self.heads, begin) : bisect_left(self.heads, end)]:
                if len(one.names) == 1 and one.names[0] not in names:
                    head = parsed.head[one.head] if parsed.dep[one.head] == "conj" else one.head
                    names += one.names if parsed.dep[head] in NOUN_SUBJECTS else ()
            if len(names) == 2:
                return names
        return list(self.last)
