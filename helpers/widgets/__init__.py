"""The few controls that recompute, in JupyterLab. A notebook is complete without touching them."""

from .again import another_day, pattern
from .choose import choose_article
from .control import VIEW, Control
from .correct import correct

__all__ = ["VIEW", "Control", "another_day", "choose_article", "correct", "pattern"]
