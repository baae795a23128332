"""How frequent words are in general English, out of wordfreq: `python -m helpers learn frequency`."""

from collections import defaultdict
from math import log10

from wordfreq import get_frequency_dict

from ..evaluate.scores import scores
from ..files import replace

RARE = 1e-7


def learn_frequency(out):
    """Write which words of English are used once in ten million or more often, by how often.

    Parameters
    ----------
    out : str or path
        Lines of a hundred times the decimal logarithm of a share of all words, as `wordfreq` (Speer 2022) has it, and
        the words that have it, with a tab between. Words with figures in them are left out.

    Returns
    -------
    pandas.DataFrame
        Of figures: none, nothing is measured here.
    """
    words = defaultdict(list)
    for word, share in get_frequency_dict("en", "best").items():
        if share >= RARE * 0.999 and word[0].isalpha() and not any(sign.isdigit() for sign in word):
            words[round(100 * log10(share))].append(word)
    lines = (f"{level}\t{' '.join(sorted(words[level]))}\n" for level in sorted(words, reverse=True))
    replace(out, "".join(lines).encode("utf8"))
    print(f"{out}: {sum(map(len, words.values())):,} words")
    return scores([]).figures
