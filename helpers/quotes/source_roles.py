"""In which role a source speaks, and which words say so.

Roles are those that studies of sourcing ask for (Gans 1979; Berkowitz 1987; Tiffen et al. 2014). `ROLES` is data: words
by role, each role with an example.
"""

from dataclasses import dataclass

from ..coreference import mentions
from .channels import SPEAKERS, channel_of, first_hand

# Role -> its nouns: heads of the words that introduce a source, or of the words that name it. Lemmas.
ROLES = {
    "police or court": "police officer detective sheriff constable inspector trooper deputy superintendent policeman "
    "policewoman investigator prosecutor attorney judge justice court magistrate coroner cop fbi warden jury juror "
    "ranger constabulary tribunal sergeant lieutenant",
    "politician": "politician senator congressman congresswoman congressperson lawmaker legislator mp minister premier "
    "president chancellor mayor governor candidate nominee democrat republican representative councillor councilman "
    "councilwoman councilmember alderman speaker party campaign senate caucus delegate frontrunner rival rep. sen. "
    "gov. opponent incumbent strategist campaigner assemblyman assemblywoman parliamentarian parliament congress "
    "conservative liberal opposition government taoiseach backbencher administration",
    "official": "official ambassador envoy diplomat secretary commissioner ministry department agency council "
    "bureau embassy commission consul regulator authority general admiral colonel commander captain army military navy "
    "administrator treasurer superintendent king queen prince princess watchdog government bureaucrat pentagon kremlin "
    "comptroller auditor firefighter fireman chief",
    "company": "company ceo chairman chairwoman executive firm manufacturer bank airline retailer owner founder "
    "co-founder cofounder entrepreneur manager businessman businesswoman employer investor operator vendor carrier "
    "producer supplier developer shareholder banker trader corporation studio publisher startup carmaker automaker",
    "expert": "expert professor researcher scientist analyst economist historian scholar doctor physician engineer "
    "epidemiologist psychologist psychiatrist sociologist biologist astronomer physicist specialist academic surgeon "
    "lecturer statistician climatologist meteorologist archaeologist strategist consultant nutritionist nurse fellow "
    "pollster ecologist geologist chemist anthropologist pathologist author co-author scientists team university "
    "institute lawyer criminologist dermatologist cardiologist oncologist neurologist forecaster dietitian dietician",
    "affected person": "victim witness survivor resident neighbor neighbour mother father parent wife husband widow "
    "widower son daughter brother sister family relative patient passenger student pupil worker employee villager "
    "refugee migrant tenant homeowner commuter driver customer shopper bystander voter veteran mum mom dad girlfriend "
    "boyfriend uncle aunt cousin grandmother grandfather teenager inmate suspect defendant taxpayer user eyewitness "
    "farmer fisherman protester protestor demonstrator local visitor tourist friend miner teacher",
    "advocate": "activist advocate campaigner charity ngo union organizer organiser group federation association "
    "coalition foundation alliance lobby lobbyist critic supporter league society environmentalist conservationist "
    "nonprofit watchdog",
    "media": "newspaper journalist reporter correspondent editor columnist anchor broadcaster paper magazine outlet "
    "network host commentator presenter blogger pundit media press tabloid journal",
    "document": "research report study survey poll document statement letter memo lawsuit complaint affidavit "
    "indictment filing email e-mail law bill constitution resolution ruling release book paper website record "
    "analysis transcript "
    "communique communiqué review notice manual article editorial ad advertisement sign message warrant",
    "other": "actor actress singer coach player musician director artist writer designer captain striker manager "
    "goalkeeper midfielder bishop pope priest pastor rabbi imam cardinal archbishop rapper comedian model athlete "
    "quarterback chef novelist poet filmmaker teammate fan coach guitarist drummer driver trainer",
}
EXAMPLES = {
    "police or court": "Detective Ann Lee said the door was open.",
    "politician": "Ann Lee, the mayor of Ashby, said the bridge is safe.",
    "official": "Officials said the bridge is safe.",
    "company": "A spokesman for the company said the bridge is safe.",
    "expert": "Ann Lee, a professor of engineering, said the bridge is safe.",
    "affected person": "A neighbor said the house shook.",
    "advocate": "Activists said the bridge is unsafe.",
    "media": "The newspaper said the bridge is unsafe.",
    "document": "The report said the bridge is unsafe.",
    "anonymous": "A source who did not want to be named said the bridge is unsafe.",
    "other": "Ann Lee, a singer, said the bridge was full.",
}
ROLE_OF = {}
for _role, _nouns in ROLES.items():
    for _noun in _nouns.split():
        ROLE_OF.setdefault(_noun, _role)

# Those who speak from a place of somebody else: the words beside them say whose.
AIDES = SPEAKERS | frozenset(
    "aide adviser advisor director chief head leader secretary deputy boss staffer counsel member vice officer "
    "president chairman chairwoman chair".split()
)
UNNAMED = frozenset("source insider person people someone somebody one".split())
# Bodies whose name alone says what they are.
BODIES = {
    "politician": "campaign|senate|congress|parliament|democrats|republicans|labour|tories",
    "police or court": "police|sheriff|fbi|court|scotland yard|district attorney|justice department",
    "official": "white house|ministry|department|agency|council|state department|pentagon|kremlin|nasa|county|city",
    "company": "inc|inc.|corp|corp.|ltd|ltd.|plc|llc|co.|group|airlines|airways|motors|bank",
    "expert": "university|institute|college|center for|centre for|school of",
    "advocate": "union|foundation|federation|association|coalition|alliance|watch|amnesty",
}
FOUND_IN = [(f" {word} ", role) for role, words in BODIES.items() for word in words.split("|")]

ABOUT_HEAD = frozenset("relcl acl appos advcl parataxis punct cc conj".split())
LONGEST = 14  # tokens of an introduction


@dataclass(frozen=True)
class Said:
    """What is known about a source: its role, the tokens that introduce it, channel, and whether at first hand."""

    role: str | None = None
    title: tuple | None = None
    channel: str | None = None
    first_hand: bool | None = None


def about_source(article, parsed, known, source, names, kind, cue, parts):
    """Role, introducing words, channel and first hand of one attribution.

    Parameters
    ----------
    article : Article
    parsed : Parsed
    known : dict
        Name -> tokens, from `introductions`.
    source : (int, int)
        The tokens that name the source, the end exclusive.
    names : list of str
        Canonical names that the words stand for.
    kind : str or None
        The `source_type`.
    cue : int
        Token.
    parts : tuple of (int, int)
        The content.

    Returns
    -------
    Said
    """
    title = _own_title(parsed, source, names)
    role = role_of(parsed, *(title or source))
    if len(names) == 1 and not (title and role):
        told = known.get(names[0])
        if told and (not role or role == "other"):
            title, role = told, role_of(parsed, *told)
    if kind == "media" and role in (None, "other", "company"):
        role = "media"
    if role is None and kind == "anonymous" and any(parsed.lemma[i] in UNNAMED for i in range(*source)):
        role = "anonymous"
    if role is None and title is not None:
        role = "other"
    channel = channel_of(article, parsed, source, cue, parts, role)
    return Said(role, title, channel, first_hand(parsed, kind, channel, cue, parts))


def role_of(parsed, first, last):
    """The role that words name, by their head and, where that speaks for another, by the words beside it; or None."""
    head = _head(parsed, first, last)
    lemma, lower = parsed.lemma[head].lower(), parsed.lower[head]
    words = " " + " ".join(parsed.lower[first:last]) + " "
    if lower in AIDES or lemma in AIDES:
        beside = [ROLE_OF[w] for i in range(first, last) if i != head and (w := _noun(parsed, i)) in ROLE_OF]
        said = next((role for body, role in FOUND_IN if body in words), None)
        return said or (beside[0] if beside else _single(lemma, lower))
    if parsed.pos[head] == "PROPN" and lower not in ROLE_OF:
        return next((role for body, role in FOUND_IN if body in words), None)
    role = _single(lemma, lower)
    if role in ("official", "expert", "advocate"):  # police officials, the police union
        role = "police or court" if " police " in words or " law enforcement " in words else role
    if role is None:
        beside = [ROLE_OF[w] for i in range(first, head) if (w := _noun(parsed, i)) in ROLE_OF]
        role = beside[-1] if beside and parsed.pos[head] == "PROPN" else None
    return role


def _single(lemma, lower):
    return ROLE_OF.get(lower) or ROLE_OF.get(lemma)


def _noun(parsed, token):
    return parsed.lower[token] if parsed.lower[token] in ROLE_OF else parsed.lemma[token].lower()


def _head(parsed, first, last):
    """The token of a phrase that the others hang on."""
    return next((i for i in range(first, last) if not first <= parsed.head[i] < last or parsed.head[i] == i), first)


def introductions(article, parsed):
    """Name -> the tokens that first introduce it: Ann Lee, **the mayor of Ashby**, …; **Mayor** Ann Lee."""
    at = {start: i for i, start in enumerate(parsed.start)}
    found = {}
    for one in mentions(article):
        if one.how not in ("name", "title") or len(one.names) != 1:
            continue
        first = at.get(one.start)
        if first is None or one.names[0] in found or not 0 <= one.head < parsed.size:
            continue
        last = first
        while last < parsed.size and parsed.start[last] < one.end:
            last += 1
        title = _own_title(parsed, (first, last), one.names)
        if title and role_of(parsed, *title):
            found[one.names[0]] = title
    return found


def _own_title(parsed, source, names):
    """The words in or beside a source that introduce it: an apposition, the noun that the name stands to, a title."""
    first, last = source
    head = _head(parsed, first, last)
    if parsed.pos[head] == "PROPN":
        for kid in parsed.kids[head]:  # Ann Lee, the mayor of Ashby, …
            if kid > head and parsed.dep[kid] == "appos" and parsed.pos[kid] in ("NOUN", "PROPN"):
                return _phrase(parsed, kid)
        over = parsed.head[head]
        if parsed.dep[head] == "appos" and parsed.pos[over] == "NOUN" and over < head:  # the mayor, Ann Lee, …
            begin, end = _phrase(parsed, over)
            return (begin, min(end, parsed.left[head])) if begin < min(end, parsed.left[head]) else None
        words = {word for name in names for word in name.lower().split()} if names else set()
        begin = min(parsed.left[head], first)
        end = head
        if words:
            end = next((i for i in range(begin, head + 1) if parsed.lower[i] in words), head)
        while begin < end and parsed.pos[begin] in ("DET", "PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP", "ADV"):
            begin += 1
        return (begin, end) if begin < end <= begin + LONGEST and role_of(parsed, begin, end) else None
    if parsed.pos[head] == "NOUN":
        return first, last
    return None


def _phrase(parsed, head):
    """A noun with what stands before it and the prepositions behind it, no clause."""
    last = head + 1
    for kid in parsed.kids[head]:
        if kid > head:
            if parsed.dep[kid] in ABOUT_HEAD:
                break
            last = parsed.right[kid] + 1
    for i in range(head + 1, min(last, head + LONGEST)):
        if parsed.dep[i] in ("relcl", "acl") or parsed.lower[i] in (",", ";", "—", "–"):
            last = i
            break
    return parsed.left[head] if head - parsed.left[head] < LONGEST else head, min(last, head + LONGEST)
