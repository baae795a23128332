"""Which phrases a reader would understand on their own, and which are only who is quoted."""

import re
from functools import cached_property

from ..coreference.words import actor_nouns, is_person
from ..language.vectors import vectors
from ..quotes.cues import CLASS_OF
from .quoted import Quoted
from .words import FOLK, GROUPS, VAGUE

# rarity of a common noun that may stand alone: that of "ferry" is more; less where the title has it
RARE, FAIR = 0.78, 0.62
DASH = re.compile(r"\s[-–—]|[-–—]\s")
PERSONAL = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney mayor governor senator minister president chancellor premier "
    "secretary director chairman chairwoman analyst professor judge prosecutor officer captain coach author "
    "ambassador congressman congresswoman doctor engineer farmer teacher economist historian royal trafficker".split()
)
CANVASS = frozenset("campaign candidacy bid rally team".split())
SHORT = 4  # letters of a name that may be all capitals
OFTEN = 5  # times that a name comes back that neither title nor first sentence has
# what it is -> (a text, a label, what is none)
EXAMPLES = {
    "vague": (
        "The ferry strike began a political conversation. A conversation about ferries is long.",
        "ferry strike",
        "political conversation",
    ),
    "a clause": (
        "The harbour was empty when ferry candidate Anna Berg strode onstage. The ferry waited.",
        "ferry",
        "ferry candidate Anna Berg strode onstage",
    ),
    "somebody's office": (
        "Anna Berg’s office sent a letter. The ferry waited for Berg’s office, and the ferry left.",
        "ferry",
        "Anna Berg’s office",
    ),
    "of no more than a group": (
        "A video from the group showed the harbour. A tax on sugar is old.",
        "tax on sugar",
        "video from the group",
    ),
}


class Standing(Quoted):
    """The phrases of an article, with what makes one stand alone; `Labels` has the words of title and opening."""

    def _stands_alone(self, label):
        """Whether a reader would know what it means: two words, a name, or a noun that is not of everyday."""
        if (label.form.isupper() and " " in label.form) or DASH.search(label.form):
            return False  # headings inside the text, cries; what a dash cuts
        if label.who_or_where and label.form.isupper() and len(label.form) > SHORT:
            return False  # of a dateline
        if label.who_or_where:
            return label.head in self.in_title or label.head in self.lead or len(label.spans) >= OFTEN
        if self._is_clause(*label.spans[0]) or not label.form[0].isalnum() or label.form.split()[0] == "at":
            return False
        if label.head in GROUPS and label.head not in self.in_title and self.owned(label):
            return False
        if label.joined and not label.told:
            return self._says_of_what(label)
        if label.name:
            return True
        if len(label.words) > 1:
            return self._says_enough(label)
        if all(self.goes_on(*span) for span in label.spans):
            return False
        head, rarity = label.head, vectors().rarity(label.head)
        if head in FOLK | GROUPS or head in PERSONAL or (is_person(head) and head not in self.in_title):
            return False
        return rarity >= (FAIR if head in self.in_title else RARE)

    def owned(self, label):
        """Whether a label is somebody's: "Anna Berg’s office"."""
        return self._is_owned(self.head(label.spans[0]))

    def canvasses(self, label):
        """Whether a label is a person, or no more than a person's campaign: "Berg’s campaign", "Berg rally"."""
        words = [word for word in re.findall(r"\w+", label.form) if word != "s"]
        last = words.pop().lower() if label.head in CANVASS else ""
        return label.kind == "PERSON" or (
            bool(last) and label.head.startswith(last[:4]) and all({word, word + "s"} & self.called for word in words)
        )

    @cached_property
    def called(self):
        """The words of persons' names."""
        return {word for one in self.every if one.kind == "PERSON" for word in one.form.split()}

    def _says_enough(self, label):
        """Whether a noun with its adjectives has a noun that is not of everyday, or one of the title."""
        first, last = label.spans[0]
        nouns = {
            self.base[token]
            for token in range(first, last)
            if self.columns.pos[token] in ("NOUN", "PROPN") and self.kinds[token] != "NORP"
        }
        if nouns == {label.head} and label.head in VAGUE:
            return False
        if not nouns.isdisjoint(self.in_title):
            return True
        return any(vectors().rarity(noun) >= FAIR and noun not in FOLK | GROUPS for noun in nouns)

    def _is_clause(self, first, last):
        """Whether a verb was read as a noun after somebody's name: "candidate Anna Berg strode"."""
        return any(
            self.kinds[token]
            and not self.kinds[token - 1]
            and not self.kinds[last - 1]
            and actor_nouns().get(self.base[token - 1]) == "person"
            for token in range(first + 1, last)
        )

    def _says_of_what(self, label):
        """Whether what a noun is of, is no word of everyday: "tax on sugar", not "video from the group"."""
        of, last = self.head(label.spans[0]) + 1, label.spans[0][1]
        return of >= last or any(
            self.kinds[token] or self.base[token] in self.in_title or vectors().rarity(self.base[token]) >= FAIR
            for token in range(of, last)
            if self.columns.pos[token] in ("NOUN", "PROPN") and self.base[token] not in FOLK | GROUPS
        )

    def _reports(self, label, outlet):
        """Whether it mostly is who reports, is told or is quoted: "told Reuters", "scholars agree", "said Roe"."""
        if label.name and outlet and label.form.lower() in outlet.lower():
            return True
        heads = [self.head(span) for span in label.spans]
        if label.kind == "ORG":
            return 2 * sum(self._speaks(head, ("nsubj", "dobj", "dative")) for head in heads) >= len(heads)
        opens = not self.lead.isdisjoint(label.words) or not self.in_title.isdisjoint(label.words)
        people = not label.name and actor_nouns().get(label.head) in ("person", "people")
        if (label.name and opens) or not (label.kind == "PERSON" or label.of_people or people):
            return False
        return 2 * sum(map(self._speaks, heads)) > len(heads) - (not label.name)

    def _speaks(self, head, roles=("nsubj",)):
        """Whether a noun stands for whoever says, thinks or is told something."""
        columns = self.columns
        verb = columns.head[head]
        if columns.lower[verb] == "to" and "nsubj" in roles:
            return columns.lower[verb - 1] == "according"
        return columns.lemma[verb] in CLASS_OF and columns.dep[head] in roles
