"""Which of the places a cue opens holds its content, and which words name its source.

A log-linear choice among the candidates of one cue, "none of them" included (maximum entropy
ranking; Berger, Della Pietra & Della Pietra 1996). The weights are learned from annotated news
by `python -m helpers learn quotes`; the card beside them says from what and how well.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, compress, zip_longest
from math import exp
from pathlib import Path

import numpy as np

from .acts import act
from .candidates import CONSTRUCTIONS, candidates
from .cues import may_report
from .edge_features import EDGE, KINDS, SIDES
from .features import CANDIDATE, candidate_facts, cue_features
from .sources import SOURCE, no_source_features, phrase, source_candidates, source_facts
from .templates import begin_of

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "quotes.tsv"
LEAST = 0.1  # a cue less probable than this is not looked at further
SMALL = 0.02  # nor is a candidate
HOPELESS = -5.0  # a word whose own features weigh less is not looked at further
SAME = 0.5  # contents that share this part of their words are the same content


@dataclass(frozen=True)
class Weights:
    """What was learned: cue words, weights of features by what they choose, and the least probability of a row."""

    words: frozenset
    content: dict
    source: dict
    edges: dict
    trust: dict
    calibration: dict
    threshold: float

    @cached_property
    def own(self):
        """Weights of a cue's features, alone and with each construction.

        Returns
        -------
        (dict of str to int, numpy.ndarray)
            Row of each feature, the first is nobody's; a column for it alone, then those of `CONSTRUCTIONS`.
        """
        columns = {"": 0} | {name: number for number, name in enumerate(CONSTRUCTIONS, 1)}
        rows, found = {}, []
        for name, weight in self.content.items():
            construction, _, feature = name[1:].partition("|") if name.startswith("+") else ("", "", name)
            if construction or begin_of(name) not in CANDIDATE.begins:
                found.append((rows.setdefault(feature, len(rows) + 1), columns[construction], weight))
        table = np.zeros((len(rows) + 1, len(columns)))
        row, column, weight = zip(*found, strict=True)
        table[list(row), list(column)] = weight
        return rows, table

    @cached_property
    def candidate(self):
        """What the facts of a candidate weigh."""
        return CANDIDATE.weighed(self.content)

    @cached_property
    def candidate_source(self):
        """What the facts of a source candidate weigh."""
        return SOURCE.weighed(self.source)

    @cached_property
    def edge(self):
        """What the facts of a place for an edge weigh, by edge."""
        return {f"{kind} {side}": EDGE.weighed(self.edges, f"{kind} {side} ") for kind in KINDS for side in SIDES}


@dataclass(frozen=True, eq=False)
class Found:
    """A cue with its most probable content, and the chance and parts of each likely one."""

    probability: float
    cue: int
    construction: str
    parts: tuple
    words: frozenset
    likely: tuple = ()


@cache
def weights(path=WEIGHTS):
    """Read the weights.

    Parameters
    ----------
    path : pathlib.Path
        Lines of kind, name and value with tabs between them; the kinds are those of `Weights`, and cue.

    Returns
    -------
    Weights
    """
    found = {kind: {} for kind in ("cue", "content", "source", "edges", "trust", "calibration", "threshold")}
    for line in path.read_text(encoding="utf8").split("\n"):
        if line and not line.startswith("#"):
            kind, name, value = line.split("\t")
            found[kind][name] = float(value)
    words, threshold = frozenset(found.pop("cue")), found.pop("threshold")
    return Weights(words, **found, threshold=threshold["content"])


def alike(one, other):
    """Intersection over union of two sets."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def words_in(parsed, parts):
    """The tokens of a content that are words."""
    return frozenset(chain.from_iterable(compress(range(a, b), parsed.is_word[a:b]) for a, b in parts))


def weigh(parsed, learned):
    """The most probable content of every cue.

    Parameters
    ----------
    parsed : Parsed
    learned : Weights

    Returns
    -------
    list of Found
        In the order of the text; `probability` that the word is a cue with some content.
    """
    cues = [
        i for i in range(parsed.size) if may_report(parsed, i, learned.words) and not _in_section_heading(parsed, i)
    ]
    weighed, facts, found = [], [], []
    for cue, (base, *crossed) in zip(cues, _own(parsed, cues, learned), strict=True):
        places = candidates(parsed, cue) if base >= HOPELESS else ()
        if places:
            weighed.append((cue, places, {c: base + more for c, more in zip(CONSTRUCTIONS, crossed, strict=True)}))
            facts += candidate_facts(parsed, cue, places)
    of_places = iter(learned.candidate(facts).tolist())
    for cue, places, shared in weighed:
        values = [shared[place[0]] + weight for place, weight in zip(places, of_places, strict=False)]
        top = max(*values, 0.0) if len(values) > 1 else max(values[0], 0.0)
        none = exp(-top)
        chances = [exp(value - top) for value in values]
        total = sum(chances) + none
        if 1 - none / total < LEAST:
            continue
        likely = [(c / total, place) for c, place in zip(chances, places, strict=True) if c / total >= SMALL]
        if not likely:
            continue
        likely = [(chance, place, words_in(parsed, place[3])) for chance, place in likely]
        likely = [row for row in likely if row[2]]
        if not likely:
            continue
        # Candidates that agree vote together (minimum Bayes risk), so that many small variants
        # of the right content do not lose to one wrong one.
        best = max(likely, key=lambda row: sum(p * share for p, _, w in likely if (share := alike(row[2], w)) >= SAME))
        likely = tuple((chance, place[3]) for chance, place, _ in likely)
        found.append(Found(1 - none / total, cue, best[1][0], best[1][3], best[2], likely))
    return found


def _own(parsed, cues, learned):
    """What the features of each cue weigh: alone, and how much more with each construction."""
    rows, table = learned.own
    of_cues = [[rows[name] for name in cue_features(parsed, cue) if name in rows] for cue in cues]
    total = np.zeros((len(cues), table.shape[1]))
    for own in zip_longest(*of_cues, fillvalue=0):  # one after the other: a sum keeps its last digits
        total += table[list(own)]
    return total.tolist()


def _in_section_heading(parsed, cue):
    """A headline says who says what ("Mayor: Bridge closed"); the headings of sections do not."""
    number = parsed.sentence[cue]
    return parsed.heading[number] and parsed.block[number] > 0


def source_of(parsed, cue, construction, parts, learned):
    """The words that name the source of one cue, as `sources_of` has them."""
    return sources_of(parsed, [(cue, construction, parts)], learned)[0]


def sources_of(parsed, asked, learned):
    """The words that name the source of each cue, as (first, last) tokens; None if there are none.

    Parameters
    ----------
    parsed : Parsed
    asked : list of (int, str, tuple)
        Cue, construction and the content's parts.
    learned : Weights

    Returns
    -------
    list of (int, int) or None
    """
    every, facts = [], []
    for cue, construction, parts in asked:
        options = source_candidates(parsed, cue, parts)
        shared = _shared_subject(parsed, cue)
        every.append([option for option in options if option[0] == shared] or options)
        facts += source_facts(parsed, cue, construction, parts, every[-1])
    of_options, get, found = iter(learned.candidate_source(facts).tolist()), learned.source.get, []
    for (cue, construction, _), options in zip(asked, every, strict=True):
        best, chosen = sum([get(name, 0.0) for name in no_source_features(parsed, cue, construction)]), None
        for (head, _), value in zip(options, of_options, strict=False):
            if value > best:
                best, chosen = value, head
        found.append(phrase(parsed, chosen, cue) if chosen is not None else None)
    return found


def _shared_subject(parsed, cue):
    """The subject that an active verb has from the verb it is joined to, or -1.

    **She** accused them and warned us; **she** said it rains and warned us.
    """
    if parsed.dep[cue] != "conj" or parsed.pos[cue] != "VERB":
        return -1
    deps = [parsed.dep[kid] for kid in parsed.kids[cue]]
    if any(dep in ("nsubj", "nsubjpass", "auxpass", "agent", "csubj") for dep in deps) or parsed.tag[cue] == "VBN":
        return -1
    head = parsed.head[cue]
    over = parsed.head[head]
    if (
        parsed.dep[head] == "ccomp"
        and over < head
        and parsed.tag[over] == parsed.tag[cue]
        and act(parsed, over) == "said"
    ):
        head = over
    subject = next((kid for kid in parsed.kids[head] if parsed.dep[kid] == "nsubj" and kid < head), -1)
    return subject if parsed.lower[subject] not in ("who", "which", "that") else -1
