"""All pages as one HTML file to send."""

import re

import jinja2
from markupsafe import Markup

from .. import files
from ..reader import table_script
from .pages import GENERATOR, HERE, body_of, is_default, policy, provenance, single_name, style, summary
from .run import NotebookError

_HEADING = re.compile(r"<(/?)h([1-5])(?=[\s>])")
_PAGE = re.compile(r'href="(\d_\w{1,60})\.(?:html|ipynb)(#[\w-]+)?"')
_ID = re.compile(r'(id|for)="(cell-id=[^"]*)"')


def write_single(article, results, out):
    """Write `<article>.html`: every page a part of it, links between pages lead inside it.

    Parameters
    ----------
    article : Article
    results : dict of pathlib.Path to notebook or NotebookError
    out : pathlib.Path

    Returns
    -------
    pathlib.Path
    """
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "template"), autoescape=True)
    parts, default = [], is_default(article)
    made = {f"{path.stem}.html" for path, result in results.items() if not isinstance(result, NotebookError)}
    for path, result in sorted(results.items()):
        if isinstance(result, NotebookError):
            continue
        part = summary(path, result)
        part["body"] = Markup(_inside(body_of(result, default, made), path.stem))
        parts.append({**part, "file": f"#{path.stem}", "id": path.stem})
    page = environment.get_template("single.html.j2").render(
        generator=GENERATOR,
        style=style(),
        policy=policy(),
        script=Markup(table_script()),
        pages=parts,
        provenance=provenance(article),
        name=article.name,
        title=f"{article.name} – read closely",
        description=parts[0]["answer"] if parts else "One news article, read closely.",
    )
    contents = {single_name(article): files.encoded(files.holdable(page))}
    return files.put(out, contents, source=article.source.path)[0]


def _inside(body, name):
    """A page's body as a part: headings one level down, ids its own, links inside the file."""
    body = _HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}", body)
    body = _ID.sub(rf'\1="{name}-\2"', body)
    return _PAGE.sub(lambda m: f'href="{m[2] or "#" + m[1]}"', body)
