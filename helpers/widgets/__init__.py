"""The few controls that recompute, in JupyterLab. A notebook is complete without touching them."""

from .choose import choose_article
from .control import VIEW, Control
from .correct import correct
from .recompute import another_day, pattern

__all__ = ["VIEW", "Control", "another_day", "choose_article", "correct", "pattern"]
