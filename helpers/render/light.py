"""nbformat and nbconvert without a grammar of web addresses, which is built when they are loaded and never asked."""

import sys

# jsonschema does without it where it is not installed. To build it takes a second, a quarter of all that is loaded.
GRAMMAR = "rfc3987_syntax"
_absent = GRAMMAR not in sys.modules
if _absent:
    sys.modules[GRAMMAR] = None
import nbformat  # noqa: E402
from nbconvert import HTMLExporter  # noqa: E402
from nbconvert.exporters.templateexporter import TemplateExporter  # noqa: E402
from nbconvert.filters import Highlight2HTML  # noqa: E402

if _absent:
    del sys.modules[GRAMMAR]

__all__ = ["Inside", "nbformat"]


class Inside(HTMLExporter):
    """A notebook as HTML, once: nbconvert would validate it twelve times, and parse what it has made.

    It looks there for pictures without words and for what JupyterLab's own template can focus; ours has neither.
    """

    default_preprocessors = ()

    def __init__(self, **options):
        super().__init__(**options)
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer="python", parent=self))

    def from_notebook_node(self, nb, resources=None, **options):
        return TemplateExporter.from_notebook_node(self, nb, self._init_resources(resources), **options)
