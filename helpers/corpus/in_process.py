"""A few articles in this process, without Dask, which takes half a second to load; a bar that says how far it is."""

import time

from tqdm import tqdm


class Here:
    """This process in place of a cluster: for a few articles, which a cluster would only delay."""

    dashboard = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def map(self, function, parts, done, **options):
        for number, part in parts:
            done(function(number, part, **options))


class Progress:
    """Articles done, words a second, failures; nothing where nobody looks."""

    def __init__(self, dashboard, quiet):
        self.bar = tqdm(unit=" articles", disable=quiet, dynamic_ncols=True)
        self.words = self.failures = 0
        self.began = time.perf_counter()
        if dashboard and not quiet:
            self.bar.write(f"Dask's dashboard: {dashboard}")

    def add(self, done, again):
        self.failures += done["failures"]
        if not again:
            self.words += done["words"]
        self.bar.update(done["articles"] + done["failures"])
        pace = self.words / max(time.perf_counter() - self.began, 1e-9)
        self.bar.set_postfix_str(f"{pace:,.0f} words a second, {self.failures:,} failures")

    def close(self):
        self.bar.close()
