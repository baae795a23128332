"""A table as HTML: twelve rows at first and all one touch away, cards on a phone, ways to the words."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...markup import Html, escape, place, safe_json
from ..in_sentence import sharing_only_snippets
from .cells import NOTHING, NUMBER

WAYS = 6  # places of a row that are linked
# Who or what a row is about, the likeliest first: on a phone its card is headed by it.
HEADS = (
    "who",
    "speaker",
    "voice",
    "actor",
    "actors",
    "theme",
    "phrase",
    "word",
    "pair",
    "what",
    "problem",
    "title",
    "verdict",
    NUMBER,
    "value",
    "dated_by",
)


class Line(NamedTuple):
    """A row of a table that is shown."""

    cells: list
    id: str | None = None


def table_of(headings, lines, caption, most, withheld, article=None):
    """A table of which `most` rows are seen at first, and that sorts and filters all of them, where scripts run."""
    if not lines:
        told = " ".join(filter(None, [caption, "Nothing found."]))
        return Html(f'<p class="quiet">{escape(told)}</p>', told)
    most = len(lines) if most is None else most
    head = "".join(
        f'<th scope="col"{_classes(cell.look if cell.look != "words" else "")}>{escape(name)}</th>'
        for name, cell in zip(headings, lines[0].cells, strict=True)
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    rows = "".join(_row(line, number >= most) for number, line in enumerate(lines))
    inner = f"{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    body = f'<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>{inner}</table></div>'
    plain = [" | ".join(cell.plain for cell in line.cells if "more" not in cell.look and cell.look != "ways")
             for line in lines[:most]]  # fmt: skip
    if len(lines) > most:
        plain.append(f"… and {len(lines) - most:,} more.")
    if withheld > 0:
        note = f"{withheld:,} more are not shown, so that the article’s text is not passed on."
        body += f'<p class="quiet">{note}</p>'
        plain.append(note)
    body += _near(article) if article is not None and not sharing_only_snippets() else ""
    return Html(f'<div class="cr-table">{body}<script>{table_script()}</script></div>', "\n".join(plain))


def _row(line, later):
    by_column = {cell.column: cell for cell in line.cells if cell.column and cell.plain != NOTHING}
    first = next((by_column[name] for name in HEADS if name in by_column), None)
    if first is None and line.cells[0].look != "words":
        first = next((cell for cell in line.cells if cell.column and cell.plain != NOTHING), None)
    cells = "".join(
        f"<td{_classes(cell.look, cell is first and 'head', cell.plain == NOTHING and 'none')}"
        f"{_labelled(cell.label)}>{cell.body}</td>"
        for cell in line.cells
    )
    own = f' data-row="{escape(line.id)}"' if line.id else ""
    return f"<tr{_classes(later and 'rest')}{own}>{cells}</tr>"


def _labelled(label):
    return f' data-label="{escape(label)}"' if label else ""


def _near(article):
    """The blocks of the article, for a notebook, where a ¶ opens its words in place; pages go without it."""
    blocks = article.blocks[["start", "text"]].values.tolist()
    return f'<script type="application/json" class="cr-near">{safe_json(blocks)}</script>'


def _classes(*names):
    names = [name for name in names if name]
    return f' class="{" ".join(names)}"' if names else ""


def ways(places):
    """Links to a row's places, the first few of them."""
    more = f' <span class="quiet">+{len(places) - WAYS:,}</span>' if len(places) > WAYS else ""
    return "".join(way(start, end) for start, end in places[:WAYS]) + more


def way(start, end):
    """A link from a row to its words in the article."""
    if sharing_only_snippets():
        return ""
    return f' <a class="go" href="{place(start, end)}" aria-label="Characters {start} to {end} in the article">¶</a>'


@cache
def table_script():
    """The script of tables; pages allow it by its hash."""
    return (Path(__file__).resolve().parents[1] / "assets" / "tables.js").read_text(encoding="utf8").strip()
