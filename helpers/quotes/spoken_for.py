"""Who is heard through somebody else: a body through its people, a person through those who speak for her."""

import re
from bisect import bisect_right

from ..coreference import mentions, mentions_in, persons
from ..language import parse, story
from ..language.marks import pair_marks
from ..tables import each, is_missing
from .acts import ACT_OF, acts_of
from .channels import SPEAKERS
from .summary import of_story

# Those through whom a person speaks.
VOICES = SPEAKERS | frozenset(
    "lawyer lawyers attorney attorneys solicitor barrister counsel campaign office team aide aides adviser advisers "
    "advisor advisors publicist agent manager staff staffer staffers account administration camp family statement "
    "website".split()
)
# Those who speak of a body or against it, or spoke for it once.
OUTSIDERS = re.compile(
    r"\b(?:former|ex|then|onetime|critics?|opponents?|rivals?|competitors?|foes?|enem(?:y|ies)|victims?|customers?"
    r"|users?|protest\w+|polls?|survey|study)\b",
    re.I,
)
ABOUT = re.compile(r",? (?:who|whom|whose|which|that|where)\b")  # what is told about a source by the way
BODIES = frozenset(
    "company firm agency university campaign department ministry party bank group team league club union committee "
    "commission council court airline retailer organisation organization association institute museum school "
    "hospital government army church police network broadcaster channel newspaper paper magazine studio chain "
    "publisher carrier".split()
)
THE = re.compile(r"\b(?:the|its) ((?:[\w-]+ ?){1,3})", re.I)  # **the company**; a study by **the agency**
SPOKEN = frozenset("said urged promised judged".split())  # acts of verbs with a clause
# Verbs with which one is heard whatever stands behind them.
SAYS = frozenset(
    "propose promise pledge vow deny accuse criticize criticise praise condemn denounce predict announce blame "
    "report claim threaten".split()
)
DONE = frozenset(("wanted", "other"))  # acts of a cue by which what is done is told, without a word of it
HEADLINES = ("title", "heading")
TURN = frozenset('.?!\n"”')  # what stands before a turn of an interview
BACK = 600  # characters in which the body is looked for that "the company" means
LEAST = 3  # letters of a word that two names share
# name -> a text, and who is heard
EXAMPLES = {
    "a spokeswoman": (
        "Jo Roe, a spokeswoman for Holm Ferries, said no boat sank.",
        {"Jo Roe", "Holm Ferries"},
    ),
    "people of a body": ("Executives for the Holm Company, which has two boats, said no boat sank.", {"Holm Company"}),
    "a lawyer": ("Ann Lee's lawyer, Tom Roe, said she is at sea.", {"Ann Lee", "Tom Roe"}),
    "somebody who left": ("Jo Roe, a former captain of Holm Ferries, said a boat sank.", {"Jo Roe"}),
    "a friend": ("Tom Roe, a friend of Ann Lee, said a boat sank.", {"Tom Roe"}),
    "within a report": ("Tom Roe said that Ann Lee said a boat sank.", {"Tom Roe", "Ann Lee"}),
    "said elsewhere": (
        "Holm Ferries captain Jo Roe spoke. Roe said no boat sank.",
        {"Jo Roe", "Holm Ferries"},
    ),
    "a turn": ("Ann Lee left the boat. Lee: What sank?", {"Ann Lee"}),
    "in so many words": ("Ann Lee's campaign has proposed a tax on boats.", {"Ann Lee"}),
    "an act of the campaign": ("Ann Lee's campaign sought to sink a boat of Tom Roe.", set()),
    "a headline": ("Lee Says No Boat Sank\n\nAnn Lee has two boats. They are old, and she is at sea with both.", set()),
    "in somebody's words": ("“Ann Lee talks to us everywhere she goes,” Tom Roe responded.", {"Tom Roe"}),
    "of the company": (
        "Holm Ferries sold a boat to Ann Lee. Figures released by the company last week show that no boat sank.",
        {"Holm Ferries"},
    ),
    "the company": (
        "Holm Ferries sold a boat to Ann Lee. The company said on Monday that no boat sank.",
        {"Holm Ferries"},
    ),
}


def voiced(article, quotes):
    """The names of all who speak, themselves or through somebody else, in a report within a report too.

    What a headline says is not said in the article; what a body of theirs does is no word of theirs.

    Parameters
    ----------
    article : Article
    quotes : pandas.DataFrame
        The quotes table.

    Returns
    -------
    set of str
    """
    heard, doc = set(), parse(article)
    rows = of_story(article, quotes[quotes["kind"] != "scare"])
    for row in each(rows, f"kind speaker cue_start cue_end {' '.join(_PLACES)}"):
        own = set() if is_missing(row.speaker) else set(row.speaker.split("; "))
        heard |= own
        if row.kind == "indirect" and not is_missing(row.cue_start):
            if acts_of(doc, row.cue_start, row.cue_end) <= DONE:
                continue
        for start, end in ((row.source_start, row.source_end), (row.source_title_start, row.source_title_end)):
            if not is_missing(start):
                heard |= _behind(article, int(start), int(end)) - own
        if not own and not is_missing(row.source_start):
            heard |= _the_body(article, int(row.source_start), int(row.source_end))
    for name, person in persons(article).items():
        if name in heard and person.role_start is not None:
            heard |= _behind(article, person.role_start, person.role_end)
    marks = [(one.start, one.end) for one in pair_marks(article.text, story(article)) if not one.level]
    heads = [(start, end) for start, end, kind in each(article.blocks, "start end kind") if kind in HEADLINES]
    told = (
        one
        for one in mentions(article)
        if 0 <= one.head < len(doc)
        and ((_says(doc[one.head], one.kind, marks) and _within(heads, one.start) < 0) or _asks(article, one))
    )
    return heard | {name for one in told for name in one.names}


def _within(spans, place):
    """Which of spans in order a place lies in, or -1."""
    number = bisect_right(spans, (place, float("inf"))) - 1
    return number if number >= 0 and place < spans[number][1] else -1


def _says(token, kind, marks):
    """Whether somebody says something, however the words are told: **Lee** has proposed a tax; **Lee**'s team reports.

    An outlet that is told something is not silent either: he told **Reuters** so.
    """
    if token.dep_ in ("poss", "compound") and token.head.lower_ in VOICES:
        token = token.head
    verb = token.head
    if token.dep_ in ("dobj", "dative") and kind == "organisation":
        return verb.lemma_ == "tell"
    if token.dep_ != "nsubj":
        return False
    own = _within(marks, verb.idx)  # “Lee **talks** a lot,” he responded: not what Lee says
    kids = {kid.dep_ for kid in verb.children if own < 0 or kid.dep_ != "ccomp" or _within(marks, kid.idx) == own}
    says = verb.lemma_ in SAYS or (ACT_OF.get(verb.lemma_) in SPOKEN and "ccomp" in kids)
    return bool(says and "neg" not in kids)


def _asks(article, one):
    """Whether a mention is the label of a turn in an interview: **Roe:** What sank?"""
    text = article.text
    before = text[max(one.start - 2, 0) : one.start].rstrip(" ")
    return text[one.end : one.end + 2] == ": " and (not before or before[-1] in TURN)


_PLACES = ("source_start", "source_end", "source_title_start", "source_title_end")


def _behind(article, start, end):
    """Those for whom somebody speaks whom these words name: **Holm Ferries** executives; **Ann Lee**'s lawyer."""
    told = ABOUT.search(article.text, start, end)
    end = told.start() if told else end
    words = article.text[start:end]
    if OUTSIDERS.search(words):
        return set()
    through = VOICES & set(re.findall(r"[a-z-]+", words.lower()))
    return {name for one in mentions_in(article, start, end) if through or one.kind != "person" for name in one.names}


def _the_body(article, start, end):
    """The organisation named last before "the company", where a source has that: a set of one name, or of none."""
    words = article.text[start:end]
    if OUTSIDERS.search(words) or not BODIES & set(" ".join(THE.findall(words)).lower().split()):
        return set()
    before = [m for m in mentions_in(article, max(start - BACK, 0), start) if m.kind == "organisation"]
    return set(before[-1].names) if before else set()


def same(name, other):
    """Whether two names may be of the same one: what is not said of "Ann Lee" is not said of "Lee".

    >>> same("Lee", "Ann Lee"), same("Ann Lee", "Tom Lee"), same("Holm", "Holm Ferries"), same("GOP", "Republicans")
    (True, False, True, True)
    """
    if _party(name) and _party(name) == _party(other):
        return True
    first, second = ({w for w in re.findall(r"\w+", n.lower()) if len(w) >= LEAST} for n in (name, other))
    return bool(first and second) and (first <= second or second <= first)


PARTIES = re.compile(r"(?:the )?(?:(gop|republican)|(democrat))(?:s|ic)?(?: party| national committee)?", re.I)


def _party(name):
    found = PARTIES.fullmatch(name)
    return found and (1 if found.group(1) else 2)
