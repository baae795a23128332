"""The engine: a Dask cluster, of this machine or any other."""

import gc
import logging
import os
from asyncio import CancelledError

import dask
from dask.distributed import Client, LocalCluster, as_completed
from distributed.client import FutureCancelledError
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from ..article import ArticleError

AHEAD = 2  # parts waiting for each worker: enough that none is idle, few enough that memory does not grow
BLAS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


# Dask makes its workers give memory back after every small release and looks at their stacks a
# hundred times a second; together that costs a tenth of the time.
WORKERS = {
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 268_435_456,
    "distributed.nanny.pre-spawn-environ.MALLOC_ARENA_MAX": 1,
    "distributed.worker.profile.enabled": False,
    # Messages that a connection remembers, a part's texts in each: with the usual 1,000 a long run never stops growing.
    "distributed.admin.low-level-log-length": 10,
}
LOGGED = ("distributed", "tornado", "asyncio")
LOOPBACK = "127.0.0.1"
PATIENCE = "15s"  # until a scheduler answers
LOST = (CommClosedError, ConnectionError, CancelledError, FutureCancelledError, TimeoutError)


class Cluster:
    """A Dask client, closed at the end with the workers that it started itself."""

    def __init__(self, workers, scheduler, dashboard=False):
        self.own, self.looked_at = None, dashboard or bool(scheduler)
        for name in (*LOGGED, *logging.root.manager.loggerDict):  # what matters of theirs, we say in a sentence
            if name.partition(".")[0] in LOGGED:
                logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        if scheduler:
            self.client = _joined(scheduler)
        else:
            dask.config.set(WORKERS)
            # Whoever reaches a scheduler runs code as its owner: TLS with a key that only these processes
            # have, and no page for the curious unless it was asked for.
            if not dashboard:
                dask.config.set({"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": []})
            for name in BLAS:  # each worker has one core, so its libraries get one thread
                os.environ.setdefault(name, "1")
            self.own = _processes(
                n_workers=workers or os.cpu_count(),
                threads_per_worker=1,
                processes=True,
                host=LOOPBACK,
                security=True,
                dashboard_address=f"{LOOPBACK}:0",
                worker_dashboard_address=f"{LOOPBACK}:0",
                silence_logs=50,
            )
            self.client = Client(self.own)

    @property
    def dashboard(self):
        return self.client.dashboard_link if self.looked_at else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.close()
        if self.own:
            self.own.close()

    def map(self, function, parts, done, **options):
        """As `_map`; a scheduler that is lost on the way is one sentence."""
        try:
            self._map(function, parts, done, options)
        except LOST:
            raise ArticleError(
                f"{self.client.scheduler.addr if self.client.scheduler else 'scheduler'}: the Dask scheduler was lost; "
                "run the same command again, it continues."
            ) from None

    def _map(self, function, parts, done, options):
        """Do `function(number, items, **options)` for each part as workers get free.

        Parameters
        ----------
        function : callable
        parts : iterator of (int, list)
            Read only as far as there is work for.
        done : callable
            Gets each result.
        """
        parts = iter(parts)
        waiting = {}
        running = as_completed()

        def submit():
            for number, part in parts:
                future = self.client.submit(_settled, function, number, part, pure=False, retries=2, **options)
                waiting[future] = (number, part)
                running.add(future)
                return True
            return False

        while len(waiting) < AHEAD * max(1, len(self.client.scheduler_info()["workers"])) and submit():
            pass
        for future in running:
            number, part = waiting.pop(future)
            try:
                done(future.result())
            except KilledWorker:
                done(self._carefully(function, number, part, options))
            future.release()
            submit()

    def _carefully(self, function, number, part, options):
        """A part that killed its workers: each article alone, and those that kill again are failures."""
        deadly = []
        for item in part:
            probe = self.client.submit(_try, item, options, pure=False, retries=0)
            try:
                probe.result()
            except KilledWorker:
                deadly.append(item.place)
        for item in part:
            if item.place in deadly:
                item.path = item.data = item.record = None
                item.trouble = "ended the process that read it (too large, or a fault of a library)"
        return self.client.submit(function, number, part, pure=False, retries=2, **options).result()


def _joined(scheduler):
    """The client of a scheduler that somebody started."""
    try:
        return Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError, RuntimeError, TypeError) as error:
        reason = str(error)[:80]
    # A client that is half open closes itself when it is collected; while another one starts, that never ends.
    gc.collect()
    raise ArticleError(
        f"--scheduler {scheduler}: no Dask scheduler answers there ({reason}); start it, or leave --scheduler out."
    )


def _processes(**options):
    try:
        return LocalCluster(**options)
    except RuntimeError as error:
        raise ArticleError(
            f"--workers {options['n_workers']}: so many processes cannot be started here ({str(error)[:80]}); give "
            "fewer, or 0 for none but this one."
        ) from None


def _settled(function, number, part, **options):
    from .worker import settle

    settle()
    return function(number, part, **options)


def _try(item, options):
    """Whether a process survives an article."""
    from ..analyses import ANALYSES
    from .limit import SECONDS, TooLong, limited
    from .worker import read

    try:
        with limited(options["out"], item, options.get("limit", SECONDS), True):
            article, _ = read(item)
            for analysis in ANALYSES.values():
                analysis(article)
    except (ArticleError, TooLong):
        return
