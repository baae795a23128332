"""Features written as templates over facts: their names, to learn from, and the sums of their weights.

To write a feature out and to look it up costs several times what its facts cost, and nearly all have no weight. So
each word gets a number such that the number of a feature is made from those of its words, and all candidates of an
article are weighed together. A feature is written out only where weights are learned.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

import numpy as np

NO = ("False", "True")  # a fact that is true or false, as its feature spells it: NO[fact]
# The number of a text is a polynomial of its letters in this, modulo 2 ** 64 (Karp & Rabin 1987): that of "ab" is that
# of "a" by a power of this, plus that of "b".
RADIX = 6364136223846793005


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
        own = {before + begin: [] for begin, _ in self.parts}
        for name in weights:
            begin = name[: name.find("=") + 1]
            if begin in own:
                own[begin].append(name)
        known = {}
        for begin, names in own.items():
            keys, values = _numbers(names)[0], np.array([weights[name] for name in names])
            order = np.argsort(keys)
            known[begin] = (np.append(keys[order], keys[:1]), np.append(values[order], 0.0)) if names else None
        begins = dict(zip(own, _numbers(own)[0], strict=True))
        tables = [(begins[before + b], numbers, *known[before + b]) for b, numbers in self.parts if known[before + b]]
        return Weighed(float(weights.get(before + self.always, 0.0)), tables)


@dataclass(frozen=True)
class Weighed:
    """Called with rows of facts, the sum of the weights of each.

    Attributes
    ----------
    always : float
        The weight of what all rows have.
    tables : list of tuple
        Of each template: the number of its beginning, its facts, numbers of features in order, and their weights.
    """

    always: float
    tables: list

    def __call__(self, rows):
        total = np.full(len(rows), self.always)
        if not rows:
            return total
        ids = defaultdict()
        ids.default_factory = ids.__len__
        places = np.fromiter(map(ids.__getitem__, chain.from_iterable(rows)), np.int64, len(rows) * len(rows[0]))
        places = places.reshape(len(rows), -1).T
        first, later = ([own[places] for own in _numbers(words)] for words in (ids, [f"/{word}" for word in ids]))
        for begin, facts, keys, weights in self.tables:
            wanted, (numbers, powers) = begin, first
            for fact in facts:
                wanted = wanted * powers[fact] + numbers[fact]
                numbers, powers = later
            place = keys[:-1].searchsorted(wanted)
            total += np.where(keys[place] == wanted, weights[place], 0.0)
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
    up, down = (
        np.append(np.uint64(1), np.full(len(text), one % 2**64, np.uint64)).cumprod()
        for one in (RADIX, pow(RADIX, -1, 2**64))
    )
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    sums = np.append(np.uint64(0), letters * down[:-1]).cumsum()
    return (sums[ends] - sums[ends - lengths]) * up[ends], up[lengths]
