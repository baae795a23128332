"""Read one news article closely: helpers that turn an article into tables of evidence."""

import os

# The matrices of one article are small: a second thread of NumPy's library waits more than it works, and the parse
# takes twice the time. Whoever has set it, or imported NumPy before, is let be.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
