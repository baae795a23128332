"""nbformat and nbconvert without a grammar of web addresses, which is built when they are loaded and never asked."""

import sys

# jsonschema does without it where it is not installed. To build it takes a second, a quarter of all that is loaded.
GRAMMAR = "rfc3987_syntax"
_absent = GRAMMAR not in sys.modules
if _absent:
    sys.modules[GRAMMAR] = None
import nbformat  # noqa: E402
from nbconvert import HTMLExporter  # noqa: E402

if _absent:
    del sys.modules[GRAMMAR]

__all__ = ["HTMLExporter", "nbformat"]
