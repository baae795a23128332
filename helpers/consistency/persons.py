"""One person told as two: two sides in court, two ranks, two posts, two spellings of the name."""

import re
from itertools import combinations

from ..coreference import mentions
from .amounts import Relation
from .grounds import place

EXAMPLES = {
    "two sides": (
        "Roland Pargeter, prosecuting, said that the car was old. Mr Pargeter, in mitigation, said that his "
        "client was sorry.",
        "Roland Pargeter, prosecuting, said that the car was old. Ann Lee, in mitigation, said that her "
        "client was sorry.",
    ),
    "two ranks": (
        "Daniel Reece drove the car. Sergeant Reece found the mirror. Inspector Reece said that it was broken.",
        "Daniel Reece drove the car. Sergeant Reece found the mirror. Sergeant Reece said that it was broken.",
    ),
    "two spellings": (
        "Lorraine Petty runs the buses. The fares were weighted, said Lorraine Pettit.",
        "Lorraine Petty runs the buses. The fares were weighted, said Lorraine Petty.",
    ),
    "two posts": (
        "Una Platt, the treasurer, opened the hall. Una Platt, the secretary, closed it.",
        "Una Platt, the treasurer, opened the hall. Una Platt, the treasurer, closed it.",
    ),
}
# Words beside a name that put somebody on one side of a court, and on the other.
_SIDES = (
    re.compile(r"\b(?:prosecuting|for the (?:prosecution|Crown|state)\b|the prosecutor|opening the case for the)\b"),
    re.compile(
        r"\b(?:defending|for the (?:defen[cs]e|accused)|appear(?:s|ing) for (?=[A-Z])|in mitigation|"
        r"(?:his|her) client|defen[cs]e (?:lawyer|counsel))\b"
    ),
)
# One person has one of each set at a time. A longer rank holds the shorter ("Detective Inspector", "Inspector").
RANKS = tuple(
    frozenset(words.split())
    for words in (
        "constable sergeant inspector superintendent",
        "corporal sergeant lieutenant captain major colonel brigadier general",
        "midshipman commander commodore admiral",
        "curate vicar canon dean archdeacon bishop archbishop",
    )
)
POSTS = tuple(
    frozenset(words.split())
    for words in (
        "treasurer secretary chairman chairwoman president",
        "goalkeeper striker midfielder defender winger fullback",
        "plumber electrician carpenter joiner bricklayer roofer butcher baker hairdresser dentist solicitor accountant "
        "architect postman fireman firefighter policeman librarian optician chemist vet plasterer",
        "widow widower bachelor spinster",
        "headmaster headmistress caretaker bursar",
        "pianist violinist cellist flautist soprano tenor baritone mezzo",
        "bride bridesmaid groom",
    )
)
# "**the Bishop of** Carrow, the Right Rev Martin Hale"
_OFFICE = re.compile(
    r"\b[Tt]he (?P<rank>Bishop|Archbishop|Archdeacon|Dean|Vicar) of [A-Z]\w+, (?:the (?:[A-Z]\w+ ){1,3})?$"
)
_CHANGED = re.compile(
    r"\b(?:former\w*|promot\w+|demot\w+|then|now|retired|later|became|become\w*|ex|deputy|acting|once)\b", re.I
)


def persons(grounds):
    """What the article says of one person and cannot say of one."""
    named = _by_person(grounds)
    yield from _sides(grounds, named)
    yield from _ranks(grounds, named)
    yield from _posts(grounds, named)
    yield from _spellings(grounds)


def _by_person(grounds):
    """Mentions of each person by name or title, in order."""
    found = {}
    for mention in mentions(grounds.article):
        if (
            mention.kind == "person"
            and len(mention.names) == 1
            and mention.how in ("name", "title")
            and mention.head >= 0
        ):
            found.setdefault(mention.names[0], []).append(mention)
    return found


def _two(kind, first, second, computation, reason, problem):
    return Relation(kind, (first, second), computation, "disagrees", reason, problem)


def _sides(grounds, named):
    """Both sides of a court in one person."""
    for name, own in named.items():
        told = {}
        for mention in own:
            after = grounds.text[mention.end : mention.end + 90].partition(".")[0]
            lead = re.match(r"(?:,? (?:QC|KC)\b)?,? ?(?:who )?", after)
            for side, pattern in enumerate(_SIDES):
                found = pattern.search(after)
                if found and (found.start() <= lead.end() + 2 or (side == 1 and "client" in found.group())):
                    start = mention.end + found.start()
                    told.setdefault(
                        side, (mention.start, mention.end + found.end(), grounds.text[start : start + len(found[0])])
                    )
        if len(told) == 2:
            (a, b, one), (c, d, other) = told[0], told[1]
            both = f"“{one}” and “{other}”"
            yield _two("two sides", (c, d), (a, b), both, "one lawyer is on one side", f"{name} is told as {both}.")


def _ranks(grounds, named):
    """Two ranks of one person."""
    for name, own in named.items():
        told = []
        for mention in own:
            before = grounds.text[max(mention.start - 25, 0) : mention.end]
            words = re.findall(
                r"[A-Za-z]+", before[: before.rfind(name.split()[-1])] if name.split()[-1] in before else ""
            )
            rank = next(
                (word.lower() for word in reversed(words[-4:]) if any(word.lower() in ranks for ranks in RANKS)), None
            )
            sentence = grounds.doc[mention.head].sent
            if found := _OFFICE.search(grounds.text[max(mention.start - 60, 0) : mention.start]):
                told.append((found["rank"].lower(), mention))
                continue
            # At two times one may have two ranks.
            if (
                rank
                and f"{rank.capitalize()}" in before
                and not _CHANGED.search(sentence.text)
                and not grounds.times_in(sentence)
            ):
                told.append((rank, mention))
        for (one, a), (other, b) in combinations(told[:6], 2):
            if (
                one != other
                and any({one, other} <= ranks for ranks in RANKS)
                and _plain_rank(grounds, a)
                and _plain_rank(grounds, b)
            ):
                both = f"{one} and {other}"
                yield _two(
                    "two ranks",
                    (b.start, b.end),
                    (a.start, a.end),
                    both,
                    "one person has one rank",
                    f"{name} is called {both}.",
                )
                return


def _plain_rank(grounds, mention):
    """Whether a rank is no part of a longer one: **Major** General, **Lieutenant** Colonel."""
    before = grounds.text[max(mention.start - 25, 0) : mention.end].lower()
    return sum(len(re.findall(rf"\b{rank}\b", before)) for ranks in RANKS for rank in ranks - {"sergeant"}) <= 1


def _posts(grounds, named):
    """Two posts of one person that nobody has at once."""
    for name, own in named.items():
        told = []
        for mention in own:
            head = grounds.doc[mention.head]
            nouns = [child for child in head.children if child.dep_ == "appos"] + (
                [head.head] if head.dep_ == "appos" else []
            )
            for noun in nouns:
                if not _CHANGED.search(noun.sent.text) and " ".join(w.lower_ for w in noun.lefts).find("of") < 0:
                    told.append((noun.lemma_.lower(), noun))
        for (one, a), (other, b) in combinations(told[:6], 2):
            if one != other and a.sent.start != b.sent.start and any({one, other} <= posts for posts in POSTS):
                both = f"{a.text} and {b.text}"
                yield _two(
                    "two posts", place(b), place(a), both, "one person has one of them", f"{name} is told as {both}."
                )
                return


def _spellings(grounds):
    """A given name with two surnames that differ by a letter or two: Lorraine **Petty**, Lorraine **Pettit**."""
    named = {}
    for mention in mentions(grounds.article):
        if mention.kind == "person" and mention.how in ("name", "title") and len(mention.names) == 1:
            words = [word for word in grounds.text[mention.start : mention.end].split() if word[:1].isupper()]
            if len(words) >= 2 and words[-1].isalpha():
                named.setdefault((words[-2], words[-1]), []).append(mention)
    for (one, a), (other, b) in combinations(named.items(), 2):
        if one[0] != other[0] or one[1] == other[1] or one[1][0] != other[1][0] or len(one[0]) < 3:
            continue
        if min(len(one[1]), len(other[1])) >= 4 and _letters_apart(one[1], other[1]) <= 2 and min(len(a), len(b)) == 1:
            if other[1].rstrip("s") == one[1].rstrip("s"):
                continue
            first, second = a[0], b[0]
            both = f"{' '.join(one)} and {' '.join(other)}"
            yield _two(
                "two spellings",
                (second.start, second.end),
                (first.start, first.end),
                both,
                "one name, it seems",
                f"{both} seem to be one person, spelt in two ways.",
            )
            return


def _letters_apart(one, other):
    """How many letters must be changed, added or left out (Levenshtein 1965).

    >>> _letters_apart("Petty", "Pettit"), _letters_apart("Hall", "Hull")
    (2, 1)
    """
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for column, against in enumerate(other, 1):
            last, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, last + (letter != against))
    return row[-1]
