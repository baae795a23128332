"""By which way a source's words came to the article, and whether at first hand.

Channels are those that studies of sourcing ask for (Gans 1979; Berkowitz 1987; Tiffen et al. 2014). `CHANNELS` is data:
words by channel, each with an example.
"""

import re

from ..article import ABOUT
from ..tables import each, once_per_article

# Channel -> what is written beside the cue, outside the content ("|" between), and an example.
CHANNELS = {
    "social media": (
        " tweet | tweets | tweeted | tweeting | retweeted | twitter | facebook | instagram | weibo | social media "
        "| snapchat | youtube | reddit | tiktok | truth social | blog post ",
        "“The bridge is safe,” Ann Lee wrote on Twitter.",
    ),
    "court": (
        " testified | testimony | told the court | told jurors | told the jury | told the judge | in court | affidavit "
        "| lawsuit | court papers | court documents | court filing | court records | under oath | the hearing ",
        "Ann Lee testified that the bridge was open.",
    ),
    "press conference": (
        " news conference | press conference | briefing | told reporters | told journalists | press briefing "
        "| tells reporters | telling reporters ",
        "Ann Lee told reporters that the bridge is safe.",
    ),
    "statement": (
        " statement | press release | news release | statements | communique | communiqué ",
        "“The bridge is safe,” Ann Lee said in a statement.",
    ),
    "document": (
        " in a report | in the report | in a letter | in the letter | in a memo | in an email | in an e-mail "
        "| in a book | in her book | in his book | in a filing | in a note | in a paper | in an article | in an op-ed "
        "| a petition | in the study | in a study | in the journal | in documents | in an essay | in his memoir "
        "| in her memoir ",
        "“The bridge is safe,” Ann Lee wrote in a letter.",
    ),
}
HERE = " this newspaper | this reporter | told me | told us | tells me | tells us | interview with me "
ON_AIR = " on fox news | on cnn | on msnbc | on nbc | on abc | on cbs | on bbc "
# What an article says of other papers, which they print: in a column on **Yahoo News**, according to an **AP** account.
PRINTED = re.compile(
    r" (?:in an? (?:[\w’'-]+ ){0,2}(?:column|op-ed|essay|article|editorial) (?:on|in|for)(?= )"
    r"|according to (?=(?:an?|the) (?:[\w’'-]+ ){1,3}(?:account|report|story|article|interview) ))"
)
ASKED = re.compile(r" interview with(?= )")  # **The Post**, for which the writer may write
# Said to somebody else, or on the air; but: in an interview on Friday.
ELSEWHERE = re.compile(r" in an? (?:[\w’'-]+ ){0,2}interview (?:with|on(?! (?:\w+day|this reporter) )) ")
BEHIND = 5  # words in which the paper is named
PRESS = frozenset(
    "cnn bbc nbc cbs abc msnbc npr fox reuters ap afp bloomberg politico xinhua tass times post guardian tribune "
    "herald gazette telegraph news press weekly journal magazine mail mirror radio television tv independent observer "
    "wired variety today daily register buzzfeed gawker sun star globe chronicle courier examiner dispatch "
    "broadcasting yahoo slate salon vox breitbart".split()
)
SPEAKERS = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons representative".split())
UNKNOWN = "this outlet or another"
SHOWN = frozenset(("caption", "pull quote"))
HEARSAY = frozenset("reportedly allegedly supposedly".split())


def channel_of(article, parsed, source, cue, parts, role):
    """By which way the words came, as the article says beside the cue; None where it does not.

    Returns
    -------
    str or None
        said to this outlet, statement, social media, press conference, document, other media, court or by
        spokesperson; `UNKNOWN` for a paper that may be this one.
    """
    number = parsed.sentence[cue]
    inside = {i for a, b in (*parts, source) for i in range(a, b)}
    near = [
        i
        for i in range(max(parsed.first[number], cue - 25), min(parsed.last[number], cue + 25))
        if i not in inside and parsed.is_word[i]
    ]
    words = " " + " ".join(parsed.lower[i] for i in near) + " "
    if any(_papers(PRINTED, words)):
        return "other media"
    for channel, signs in SIGNS.items():
        if any(sign in words for sign in signs):
            return channel
    if paper := next((one for one in (_told(parsed, cue), *_papers(ASKED, words)) if one), None):
        return _whose(article, paper)
    if any(sign in words for sign in _signs(HERE)):
        return "said to this outlet"
    if ELSEWHERE.search(words) or any(sign in words for sign in _signs(ON_AIR)):
        return "other media"
    if " in an interview " in words:
        return "said to this outlet"
    if role == "document":
        return "document"
    return "by spokesperson" if any(parsed.lower[i] in SPEAKERS for i in (*near, *range(*source))) else None


def _papers(pattern, words):
    """The words behind each place of a pattern, where they name a paper."""
    found = [set(words[one.end() :].split()[:BEHIND]) for one in pattern.finditer(words)]
    return [one for one in found if one & PRESS]


def _whose(article, paper):
    """The channel through a paper: this one or another; unknown where nothing says which this is.

    That of a reporter for **The Post** who writes "told The Post" is this one.
    """
    outlet = set((article.outlet or "").lower().split()) - {"the"}
    if outlet:
        return "said to this outlet" if outlet <= paper else "other media"
    own = _bylined(article)
    return UNKNOWN if not own else "said to this outlet" if own & paper else "other media"


@once_per_article
def _bylined(article):
    """The words for papers in what is told about an article: OSLO (**Reuters**); By Ann Lee, Associated **Press**."""
    rows = each(article.blocks, "start end kind")
    about = " ".join(article.text[start:end] for start, end, kind in rows if kind in ABOUT and kind not in SHOWN)
    return PRESS & set(re.findall(r"\w+", about.lower()))


def _signs(text):
    return [f" {sign.strip()} " for sign in text.split("|")]


SIGNS = {channel: _signs(signs) for channel, (signs, _) in CHANNELS.items()}


def _told(parsed, cue):
    """The words of a paper or broadcaster to whom something is told: told **LA Weekly**; or an empty set."""
    for kid in parsed.kids[cue]:
        if (
            kid > cue
            and parsed.dep[kid] in ("dobj", "dative", "iobj", "nsubj")
            and parsed.pos[kid] in ("PROPN", "NOUN")
        ):
            words = {parsed.lower[i] for i in range(parsed.left[kid], kid + 1)} - {"the", "a", "an"}
            if parsed.lemma[cue] == "tell" and words & PRESS and parsed.pos[kid] == "PROPN":
                return words
    return set()


def first_hand(parsed, kind, channel, cue, parts):
    """Whether the article has the words from the source itself: not through a paper, not by hearsay; or None."""
    if channel == UNKNOWN:
        return None
    if kind == "media" or channel == "other media":
        return False
    number = parsed.sentence[cue]
    inside = {i for a, b in parts for i in range(a, b)}
    if any(parsed.lower[i] in HEARSAY for i in range(parsed.first[number], parsed.last[number]) if i not in inside):
        return False
    quoted = parsed.lemma[cue] in ("quote", "cite", "report") and any(
        parsed.dep[k] == "auxpass" for k in parsed.kids[cue]
    )
    return not quoted
