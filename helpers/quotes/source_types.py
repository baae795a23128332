"""What kind of source the words name: the decision table of data/README.md, line by line."""

from .role_words import ROLE_OF

MEDIA = frozenset(
    "media newspaper paper newspapers outlet outlets press broadcaster channel network magazine journal tabloid "
    "blog website news xinhua reuters tass afp ap bloomberg cnn bbc nbc cbs abc msnbc npr politico times post "
    "guardian tribune herald gazette telegraph mouthpiece mouthpieces journalist reporter reporters journalists "
    "editorial editorialist columnist article report".split()
)
WITHHELD = frozenset(
    "source sources official officials spokesperson spokesman spokeswoman insider insiders aide aides adviser "
    "advisers advisor diplomat diplomats staffer staffers operative operatives person someone somebody "
    "representative".split()
)
INSTITUTIONS = frozenset(
    "government ministry council committee company court police department agency embassy commission parliament "
    "party kremlin senate congress house office university union bank campaign administration army military firm "
    "group organization organisation institute team board state country nation pentagon bureau association "
    "foundation center centre poll survey study report statement communique communiqué letter document documents "
    "law bill constitution plan rule resolution lawsuit complaint".split()
)
# What speaks for those who wrote or made it, beside the documents of `source_roles`.
RECORDS = frozenset("data datum figure evidence video footage result finding test trial statistic precedent".split())
# Heads of words for a part of those who were asked: 22 percent of voters; a majority.
SHARES = frozenset("percent % pct cent majority minority plurality half third quarter share number dozens".split())
MANY = frozenset("they them their we us our both many some others few most critics experts analysts those".split())
ONE = frozenset("he him his she her i me my you who".split())


def source_type(parsed, source, kinds):
    """The type of a source.

    Parameters
    ----------
    parsed : Parsed
    source : (int, int)
        Its tokens, the end exclusive.
    kinds : list of str
        Kinds of the actors that the words were resolved to, one for each name.

    Returns
    -------
    str or None
        named person, institution, media, anonymous, collective, or None for words that fit none
        ("it" that stands for nothing).
    """
    first, last = source
    words = {parsed.lower[i] for i in range(first, last)}
    heads = _heads(parsed, first, last)
    head = {parsed.lower[i] for i in heads}
    plural = any(parsed.tag[i] in ("NNS", "NNPS") for i in heads) or bool(head & MANY)
    if kinds.count("person") > 1 or (len(kinds) > 1 and "person" not in kinds):
        return "collective"
    if kinds == ["person"]:
        return "named person"
    if head & MEDIA or (
        words & MEDIA and not head & WITHHELD and (parsed.entity[heads[0]] == "ORG" if heads else False)
    ):
        return "media"
    if head & WITHHELD:
        return "anonymous"
    if set(kinds) & {"organisation", "place", "government"} or head & INSTITUTIONS:
        return "institution"
    if any(parsed.lemma[i] in RECORDS or ROLE_OF.get(parsed.lemma[i]) == "document" for i in heads):
        return "institution"
    if head & SHARES or any(parsed.pos[i] == "NUM" for i in heads):
        return "collective"
    if any(parsed.entity[i] in ("ORG", "GPE") for i in heads):
        return "institution"
    if plural:
        return "collective"
    if any(parsed.entity[i] == "PERSON" for i in heads) or head & ONE:
        return "named person" if any(parsed.entity[i] == "PERSON" for i in heads) else "anonymous"
    return "anonymous" if any(parsed.pos[i] in ("NOUN", "PROPN") for i in heads) else None


def _heads(parsed, first, last):
    return [i for i in range(first, last) if not first <= parsed.head[i] < last or parsed.head[i] == i][:1]
