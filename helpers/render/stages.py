"""What a render is doing: a line where somebody looks, and the seconds of each stage."""

import sys
import time

from tqdm import tqdm

# stage -> what the line says
STAGES = {
    "load": "reads the article",
    "analyse": "analyses it",
    "notebooks": "runs the notebooks about it",
    "pages": "writes their pages",
    "downloads": "writes tables, annotations and figures",
    "others": "runs the notebooks about many articles and about doubt",
    "all": "writes all pages",
}


class Stages:
    """The stages of one render.

    Attributes
    ----------
    seconds : dict of str to float
        Wall time of each stage that is over.
    """

    def __init__(self):
        quiet = not (sys.stderr and sys.stderr.isatty())
        self.line = tqdm(total=len(STAGES), disable=quiet, bar_format="{n_fmt} of {total_fmt}: {desc} ({elapsed})")
        self.seconds, self._stage = {}, None

    def begin(self, stage):
        self._end()
        self._stage, self._began = stage, time.perf_counter()
        self.line.set_description_str(STAGES[stage])
        self.line.update()

    def close(self):
        self._end()
        self.line.close()

    def _end(self):
        if self._stage:
            self.seconds[self._stage] = time.perf_counter() - self._began
            self._stage = None

    def say(self, sentence):
        """A sentence above the line."""
        tqdm.write(sentence, file=sys.stdout)
        sys.stdout.flush()


def described(seconds):
    """The seconds of each stage as lines.

    >>> print(described({"load": 0.25, "analyse": 1.0}))
    0.2 s  reads the article
    1.0 s  analyses it
    1.2 s  in all, without loading Python's packages
    """
    lines = [f"{value:.1f} s  {STAGES[stage]}" for stage, value in seconds.items()]
    return "\n".join([*lines, f"{sum(seconds.values()):.1f} s  in all, without loading Python's packages"])
