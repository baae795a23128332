"""A control: fields, a button, and what comes of it."""

import ipywidgets

from ..article import ArticleError
from ..markup import escape

DAY = "2025-05-09"
VIEW = "application/vnd.jupyter.widget-view+json"
LABEL = {"style": {"description_width": "9em"}, "layout": {"width": "36em"}}


class Control:
    """Fields, a button and a place for what comes of it.

    Attributes
    ----------
    fields : dict of str to ipywidgets.Widget
    button : ipywidgets.Button
    status : ipywidgets.HTML
        The busy state, or the sentence that says what went wrong.
    output : ipywidgets.Output
    box : ipywidgets.VBox
    """

    def __init__(self, what, fields, compute, act):
        self.what, self.fields, self._compute, self._act = what, fields, compute, act
        self.button = ipywidgets.Button(description=act, layout={"width": "auto"})
        self.status = ipywidgets.HTML()
        self.output = ipywidgets.Output()
        self.button.on_click(lambda _: self.run())
        for field in fields.values():
            self._hear(field)
        below = ipywidgets.HBox([self.button, self.status])
        self.box = ipywidgets.VBox([*fields.values(), below, self.output])

    def _hear(self, field):
        """Enter acts in every field that one types in, and a file that was uploaded."""
        if isinstance(field, ipywidgets.Textarea):  # here Enter is a line break, at the end of what was there
            field.observe(lambda change: change["new"] == change["old"].rstrip("\n") + "\n" and self.run(), "value")
        elif isinstance(field, ipywidgets.Text):
            field.on_msg(lambda _, content, __: content.get("event") == "submit" and self.run())
        elif isinstance(field, ipywidgets.FileUpload):
            field.observe(lambda change: change["new"] and self.run(), "value")

    def run(self):
        """What a click or Enter does: compute anew with the fields as they are."""
        self.show(lambda: self._compute(**{name: field.value for name, field in self.fields.items()}))

    def show(self, compute):
        """Show what comes of it, or the sentence that says why nothing does."""
        self.button.disabled, self.button.description = True, "Working …"
        self.status.value = ""
        try:
            shown = compute()
            self.output.outputs = ()
            self.output.append_display_data(shown)
        except ArticleError as error:
            self.status.value = f'<span role="alert">{escape(str(error))}</span>'
        finally:
            self.button.disabled, self.button.description = False, self._act

    def _repr_mimebundle_(self, include=None, exclude=None):
        plain = f"{self.what} (a control that works in JupyterLab)"
        data = {"text/plain": plain, "text/html": f'<p class="quiet"><small>{escape(plain)}</small></p>'}
        return data | {VIEW: self.box._repr_mimebundle_()[VIEW]}

    def __repr__(self):
        return self.what
