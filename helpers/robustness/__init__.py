"""Whether results hold: the same article with what ought not to matter changed, and without what they hang on."""

from .dependence import halved, sensitivity
from .effects import invariance

__all__ = ["halved", "invariance", "sensitivity"]
