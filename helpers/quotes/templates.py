"""Features written as templates over facts: their names, to learn from, and the sums of their weights.

To write a feature out and to look it up costs several times what its facts cost, and nearly all have no weight. So
each word gets a number such that the number of a feature is made from those of its words, and all candidates of an
article are weighed together. A feature is written out only where weights are learned.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np

NO = ("False", "True")  # a fact that is true or false, as its feature spells it: NO[fact]
# The number of a text is a polynomial of its letters in this, modulo 2 ** 64 (Karp & Rabin 1987): that of "ab" is that
# of "a" by a power of this, plus that of "b".
RADIX = np.uint64(6364136223846793005)
STROKE = np.uint64(ord("/") * int(RADIX) % 2**64)


class Templates:
    """What is looked at: names of facts, single and crossed.

    Parameters
    ----------
    facts : str
        Names of the facts, in the order in which they are given.
    templates : str
        Such as "w={word} w={lemma}/{word}"; each begins with what tells it from others.
    always : str, optional
        A feature that all rows have.

    Examples
    --------
    >>> seen = Templates("lemma word", "w={word} w={lemma}/{word}")
    >>> seen.names(("say", "it"))
    ['w=it', 'w=say/it']
    >>> seen.weighed({"w=say/it": 0.5, "w=it": 0.25, "w=she": 2.0})([("say", "it"), ("say", "so")]).tolist()
    [0.75, 0.0]
    """

    def __init__(self, facts, templates, always=""):
        names, self.always = facts.split(), always
        self.parts = []  # of each template: how its features begin, and the numbers of its facts
        for template in templates.split():
            begin, _, crossed = template.partition("=")
            self.parts.append((f"{begin}=", [names.index(name[1:-1]) for name in crossed.split("/")]))
        self.begins = frozenset(begin for begin, _ in self.parts)

    def names(self, facts):
        """The features that facts (a tuple of str) make, as they are stored."""
        names = [begin + "/".join([facts[number] for number in numbers]) for begin, numbers in self.parts]
        return [self.always, *names] if self.always else names

    def weighed(self, weights, before=""):
        """What facts weigh, by the weights of features that have one and begin so.

        Parameters
        ----------
        weights : dict of str to float
        before : str
            What stands before each feature's name.

        Returns
        -------
        Weighed
        """
        begins = {before + begin for begin in self.begins}
        names = [name for name in weights if begin_of(name) in begins]
        keys = _numbers(names)[0]
        order = np.argsort(keys)
        shift = np.uint64(63 - len(keys).bit_length())
        slots = keys[order] >> shift
        first = np.searchsorted(slots, np.arange(2 ** (64 - int(shift)), dtype=np.uint64))
        steps = np.unique(slots, return_counts=True)[1].max(initial=0)
        values = np.array([weights[name] for name in names])[order] if names else np.zeros(0)
        starts = _numbers([before + begin for begin, _ in self.parts])[0]
        groups = []
        for size in sorted({len(facts) for _, facts in self.parts}):
            own = [number for number, (_, facts) in enumerate(self.parts) if len(facts) == size]
            groups.append((own, starts[own, None], np.array([self.parts[number][1] for number in own]).T))
        always = float(weights.get(before + self.always, 0.0))
        keys, values = np.append(keys[order], ~np.uint64(0)), np.append(values, 0.0)
        return Weighed(always, len(starts), groups, keys, values, first, shift, int(steps))


def begin_of(name):
    """What tells a feature from those of other templates.

    >>> begin_of("w=say/=")
    'w='
    """
    return name[: name.find("=") + 1]


@dataclass(frozen=True)
class Weighed:
    """Called with rows of facts, the sum of the weights of each.

    Attributes
    ----------
    always : float
        The weight of what all rows have.
    size : int
        How many templates there are.
    groups : list of tuple
        Templates of so many facts: which they are, the numbers of their beginnings, their facts.
    keys, weights : numpy.ndarray
        Numbers of features, in order, and their weights.
    first, shift, steps : numpy.ndarray, numpy.uint64, int
        To find a number: the first place of those that begin with the same bits, by how many bits a number is shifted
        to leave these, and how many numbers at most share them.
    """

    always: float
    size: int
    groups: list
    keys: np.ndarray
    weights: np.ndarray
    first: np.ndarray
    shift: np.uint64
    steps: int

    def __call__(self, rows):
        total = np.full(len(rows), self.always)
        if not rows:
            return total
        ids = defaultdict()
        ids.default_factory = ids.__len__
        places = np.fromiter(map(ids.__getitem__, chain.from_iterable(rows)), np.int64, len(rows) * len(rows[0]))
        places = places.reshape(len(rows), -1).T
        numbers, powers = _numbers(ids)
        first = numbers[places], powers[places]
        later = first[0] + STROKE * first[1], RADIX * first[1]  # as if a stroke stood before each word
        wanted = np.empty((self.size, len(rows)), np.uint64)
        for own, starts, facts in self.groups:
            made = starts * first[1][facts[0]] + first[0][facts[0]]
            for fact in facts[1:]:
                made = made * later[1][fact] + later[0][fact]
            wanted[own] = made
        place = self.first[wanted >> self.shift]
        for _ in range(self.steps):
            place += self.keys[place] < wanted
        found = np.where(self.keys[place] == wanted, self.weights[place], 0.0)
        for weights in found:  # one after the other: a sum in any other order may have other last digits
            total += weights
        return total


def _numbers(words):
    """The numbers of words, and by what the number of a text is multiplied when each follows.

    >>> (own, _), (end, by) = _numbers(["ab"]), _numbers(["b"])
    >>> bool(own == _numbers(["a"])[0] * by + end)
    True
    """
    text = "".join(words)
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = lengths.cumsum()
    up, down = _powers(max(len(text), 10_000))
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    sums = np.append(np.uint64(0), letters * down[: len(text)]).cumsum()
    return (sums[ends] - sums[ends - lengths]) * up[ends], up[lengths]


@lru_cache(maxsize=1)
def _powers(most):
    """The powers of the radix and of its inverse, from 0 on."""
    radix = int(RADIX)
    return tuple(
        np.append(np.uint64(1), np.full(most, one, np.uint64)).cumprod() for one in (radix, pow(radix, -1, 2**64))
    )
