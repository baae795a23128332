"""Who was heard last: a pronoun that goes on reporting stands for the one whose words were just told."""

from bisect import bisect_left, bisect_right

from ..coreference.words import noun_class
from ..language.grammar import NOUN_SUBJECTS

SURE = 0.7  # what is less probable is not taken for told
FAR = 6  # sentences after which a voice is forgotten
NEAR = 12  # mentions before a pronoun among which a subject is looked for
MOST = 100  # mentions between a voice and a pronoun that are looked at
ASKING = frozenset("ask question press wonder".split())  # who answers is somebody else
THE = frozenset("the this that".split())
PLURAL = frozenset(("NNS", "NNPS"))
# name -> a text, and the speaker of its last row
EXAMPLES = {
    "goes on": ("Ann Lee won. Jo Roe, a nurse, said Lee had lost. “It is true,” she added.", "Jo Roe"),
    "acted last": ("Ann Lee won. Jo Roe, a nurse, had lost to Lee. “It is true,” she said.", "Jo Roe"),
    "somebody without a name": ("Ann Lee won. A nurse said Lee had lost. “It is true,” she added.", None),
    "somebody else since": ("Ann Lee won. Jo Roe said Lee had lost. Lee laughed. “It is false,” she said.", "Ann Lee"),
}


class Heard:
    """The voices of an article so far; knows which words are told and not the writer's.

    Parameters
    ----------
    parsed : Parsed
    people : list of Mention
        The persons mentioned outside marks, in order.
    genders : dict of str to (str or None)
    """

    def __init__(self, parsed, people, genders):
        self.parsed, self.people, self.genders = parsed, people, genders
        self.heads, self.persons = [one.head for one in people], {name for one in people for name in one.names}
        self.voices, self.told = [], frozenset()  # a source's head, its names (None: cannot go on), cue

    def tell(self, chosen):
        """Note which words are told: the contents of what is sure."""
        sure = [one for one in chosen if one.probability is None or one.probability >= SURE]
        self.told = frozenset(i for one in sure for a, b in one.found.parts for i in range(a, b))

    def add(self, source, cue, names):
        """Note a voice; the sources come in the order of the text."""
        parsed = self.parsed
        head = next((i for i in range(*source) if not source[0] <= parsed.head[i] < source[1]), source[0])
        if head in self.told or parsed.quote[head] >= 0:
            return
        pronoun = parsed.pos[head] == "PRON"
        known = [voice for voice in self.voices[-1:] if voice[1] is not None and set(voice[1]) == set(names)]
        fit = (len(names) == 1 and (known or not pronoun)) or (not names and self._somebody(head))
        joint = parsed.tag[head] in PLURAL or any(parsed.dep[kid] == "conj" for kid in parsed.kids[head])
        agent = parsed.dep[parsed.head[head]] == "agent"
        self.voices.append((head, tuple(names) if fit and not joint and not agent else None, cue))

    def _somebody(self, head):
        """Whether a noun without a name is somebody new: a nurse, Ann's nurse; not: the nurse; Ann is a nurse who …"""
        parsed = self.parsed
        old = parsed.dep[head] in ("attr", "appos") or any(parsed.lower[kid] in THE for kid in parsed.kids[head])
        return noun_class(parsed.lemma[head]) == "person" and not old

    def _last(self, before, token):
        """Whoever was heard last before a token, or was since the subject of a sentence: head, names, cue."""
        parsed, place = self.parsed, bisect_left(self.voices, (before,), key=lambda voice: voice[:1]) - 1
        last = self.voices[place] if place >= 0 else (-1, None, token)
        end = bisect_left(self.heads, before)
        for one in self.people[max(end - NEAR, 0) : end]:
            rooted = parsed.dep[one.head] == "nsubj" and parsed.dep[parsed.head[one.head]] == "ROOT"
            named = one.how in ("name", "title") and len(one.names) == 1
            if one.head > last[0] and rooted and named and one.head not in self.told:
                last = one.head, one.names, token
        return last

    def goes_on(self, token, before, cue, gender, names):
        """The names that a pronoun stands for, where others than coreference's: those of who was heard or acted last.

        Unless the one whom coreference means was spoken of since, or the other is no person of this gender.
        """
        parsed, (head, last, asked) = self.parsed, self._last(before, token)
        if last is None or set(last) == set(names) or not 0 < parsed.sentence[token] - parsed.sentence[head] <= FAR:
            return names
        if last and (last[0] not in self.persons or self.genders.get(last[0]) not in (None, gender)):
            return names
        if parsed.lemma[asked] in ASKING and parsed.lemma[cue] not in ASKING:
            return names
        end = bisect_left(self.heads, token)
        for one in self.people[max(bisect_right(self.heads, head), end - MOST) : end]:
            if one.how == "pronoun" or (one.head in self.told and token not in self.told):
                continue
            later = parsed.sentence[one.head] > parsed.sentence[head]
            acts, again = parsed.dep[one.head] in NOUN_SUBJECTS, set(one.names) & set(names)
            if (again and (later or acts)) or (later and acts and set(one.names) != set(last)):
                return names
        return list(last)
