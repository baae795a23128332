"""Corrections out of annotation tools: an export that somebody changed in brat, INCEpTION or a QDA program, as lines.

What was exported is compared with what came back: a mark that is gone is a row removed, a new one a
row added, another label a row changed. A mark whose edges were moved is removed and added. Take an
export over once: what follows from its corrections in other rows (a corrected speaker is "we" too) is
not in the file, and would be undone by taking it over again.
"""

import re
from collections import defaultdict
from pathlib import Path

from .. import tables
from ..analyses import ANALYSES
from ..article import ArticleError
from ..corrections import of_row
from ..corrections.values import NEVER_EMPTY
from ..files import holdable
from . import brat, cas, qda

# table -> the columns that somebody can change there
CHANGED = {
    "quotes": ("kind", "speaker", "cue_class", "source_type"),
    "actors": ("actor", "kind", "how"),
    "times": ("value", "type"),
    "events": ("status",),
    "quantities": ("unit", "kind"),
    "consistency": ("problem", "kind"),
}
# table -> parts of a row that are marks of their own: label -> the columns' first word
PARTS = {"quotes": {"Source": "source", "Cue": "cue"}, "consistency": {"Evidence": "evidence"}}
_SPAN = re.compile(r"(\d+) (\d+)")


def from_annotations(article, path, *, who="", why=""):
    """What an annotated export says against the tables, as lines of corrections.

    Parameters
    ----------
    article : Article
        The article that was exported.
    path : str or path
        brat's .ann, the .xmi that INCEpTION exports, with its TypeSystem.xml beside it, or a REFI-QDA .qdpx
        (quotations with kind and speakers, actors, kinds of times and events; a code's place in the tree counts).
    who, why : str
        Whose judgement it is, and on what ground.

    Returns
    -------
    (list of Correction, list of str)
        The lines, and the tables of which the file has no mark at all: those are left alone.

    Raises
    ------
    ArticleError
        If the file cannot be read, or is of another text.
    """
    path = Path(path)
    readers = {".ann": _brat, ".xmi": _cas, ".qdpx": _qda}
    if path.suffix.lower() not in readers:
        raise ArticleError(f"{path}: is no brat .ann, no .xmi and no .qdpx; export it as one of them.")
    if not path.is_file():
        raise ArticleError(f"{path}: there is no such file.")
    marks = readers[path.suffix.lower()](article, path)
    lines, absent = [], []
    for name in CHANGED:
        table = ANALYSES[name](article)
        if name not in marks:
            absent += [name] if len(table) else []
            continue
        lines += _differences(article, name, table.to_dict("records"), marks[name], who, why)
    return lines, absent


def _differences(article, name, rows, marks, who, why):
    """Lines that make a table's rows what was marked, place by place."""
    old, new, lines = defaultdict(list), defaultdict(list), []
    for row in rows:
        old[int(row["start"]), int(row["end"])].append({column: _plain(row[column]) for column in _columns(name)})
    for (start, end), values in marks:
        new[start, end].append(values)

    def line(place, kind, column="", value=""):
        row = {"start": place[0], "end": place[1]}
        lines.append(of_row(article, name, row, kind, column=column, value=value, who=who, why=why))

    for place in sorted({*old, *new}):
        before, after = list(old[place]), list(new[place])
        for values in list(after):  # what is the same on both sides says nothing
            same = next((row for row in before if _same(row, values)), None)
            if same is not None:
                before.remove(same)
                after.remove(values)
        if not before and not after:
            continue
        if len(old[place]) == len(new[place]) == 1:
            for column, value in after[0].items():
                unsaid = not value and (name, column) in NEVER_EMPTY  # an attribute that a tool did not write
                if not unsaid and not _same(before[0], {column: value}):
                    line(place, "change", column, value)
            continue
        if old[place]:
            line(place, "remove")
        for values in new[place]:
            given = [(column, value) for column, value in values.items() if value] or [("", "")]
            line(place, "add", *given[0])
            for column, value in given[1:]:
                line(place, "change", column, value)
    return lines


def _columns(name):
    parts = PARTS.get(name, {}).values()
    places = [f"{part}_{edge}" for part in parts for edge in ("start", "end")]
    return (*CHANGED[name], *(part for part in parts if part in tables.columns(name)), *places)


def _plain(value):
    if tables.is_missing(value):
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


def _same(row, values):
    """Whether a row has these values; brat's attributes have "_" where ours have other signs."""
    return all(_bare(row[column]) == _bare(value) for column, value in values.items())


def _bare(value):
    return re.sub(r"\W+", "_", value).strip("_")


def _parted(values, name, label, start, end, text):
    """Add a source, a cue or the evidence to a row's values."""
    part = PARTS[name][label]
    if part in tables.columns(name):
        values[part] = text[start:end]
    values |= {f"{part}_start": str(start), f"{part}_end": str(end)}


def _brat(article, path):
    """Marks of a stand-off file: table -> list of ((start, end), values)."""
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ArticleError(f"{path}: cannot be read; it must be brat's stand-off in UTF-8.") from None
    of = {label: name for name, label in brat.LABELS.items()}
    spans, values, relations = {}, {}, []
    try:
        for line in lines:
            key, _, rest = line.partition("\t")
            if key.startswith("T"):
                label, _, words = rest.partition("\t")
                places = [(int(a), int(b)) for a, b in _SPAN.findall(label)]
                start, end = places[0][0], places[-1][1]
                _check(path, article.text, start, end, words)
                spans[key] = (label.split()[0], start, end)
                values[key] = _empty(of.get(label.split()[0]))
            elif key.startswith("A"):
                attribute, target, value = rest.split(maxsplit=2)
                values[target][attribute.partition("_")[2]] = value
            elif key.startswith("#"):
                kind, _, note = rest.partition("\t")
                target = kind.split()[1]
                table = of.get(spans[target][0])
                if table and brat.NOTES[table] in CHANGED[table]:
                    values[target][brat.NOTES[table]] = note
            elif key.startswith("R"):
                kind, first, second = rest.split()
                relations.append((first.partition(":")[2], second.partition(":")[2]))
        for part, whole in relations:
            label, start, end = spans[part]
            _parted(values[whole], of[spans[whole][0]], label, start, end, article.text)
    except ArticleError:
        raise
    except (KeyError, IndexError, ValueError):
        raise ArticleError(f"{path}: is not in brat's stand-off format, or not an export of this article.") from None
    found = {}
    for key, (label, start, end) in spans.items():
        if label in of:
            table = of[label]
            kept = {*brat.ATTRIBUTES[table], brat.NOTES[table], *_columns(table)}
            found.setdefault(table, []).append(
                (
                    (start, end),
                    {
                        c: v.replace("_", " ") if c in brat.ATTRIBUTES[table] else v
                        for c, v in values[key].items()
                        if c in kept
                    },
                )
            )
    return found


def _empty(name):
    """Values of a mark that nothing was said of."""
    return dict.fromkeys(_columns(name), "") if name else {}


def _cas(article, path):
    """Marks of a CAS: table -> list of ((start, end), values)."""
    import cassis

    try:
        with open(path.with_name("TypeSystem.xml"), "rb") as file:
            system = cassis.load_typesystem(file)
        with open(path, "rb") as file:
            loaded = cassis.load_cas_from_xmi(file, typesystem=system)
        text = loaded.sofa_string
    except Exception:  # cassis and lxml raise many kinds on files that are no CAS
        raise ArticleError(f"{path}: cannot be read as a CAS with its TypeSystem.xml beside it.") from None
    if text != holdable(article.text):
        raise ArticleError(f"{path}: is of another text than the article; export the article again and mark that.")
    parts = defaultdict(list)
    for label in (*cas.PARTS.values(), "Evidence"):
        if system.contains_type(cas.SPACE + label):
            for one in loaded.select(cas.SPACE + label):
                parts[one.of].append((label, int(one.begin), int(one.end)))
    found = {}
    for name in CHANGED:
        if not system.contains_type(cas.SPACE + cas.TYPES[name]):
            continue
        for one in loaded.select(cas.SPACE + cas.TYPES[name]):
            values = _empty(name) | {c: str(getattr(one, cas._feature(c), None) or "") for c in CHANGED[name]}
            for label, start, end in parts.get(one.row, ()) if one.row else ():
                if label in PARTS.get(name, {}):
                    _parted(values, name, label, start, end, article.text)
            found.setdefault(name, []).append(((int(one.begin), int(one.end)), values))
    return found


def _qda(article, path):
    """Codings of a REFI-QDA project: table -> list of ((start, end), values)."""
    try:
        sources = qda.read(path)
    except ValueError:
        raise ArticleError(f"{path}: cannot be read as a REFI-QDA project; export it again as .qdpx.") from None
    codings = next((codings for text, codings in sources if text == holdable(article.text)), None)
    if codings is None:
        raise ArticleError(f"{path}: is of another text than the article; export the article again and code that.")
    of = {top: (name, column) for name, (top, column) in qda.TABLES.items() if column in CHANGED.get(name, ())}
    found = {}
    for start, end, paths in codings:
        if not 0 <= start < end <= len(article.text):
            raise ArticleError(f"{path}: has a coding from {start} to {end}, outside the article's text.")
        speakers = "; ".join(code for top, *below in paths if top == qda.SPEAKERS for code in below[-1:])
        for top, *below in paths:
            if top in of and below:
                name, column = of[top]
                spoken = {"speaker": speakers} if name == "quotes" else {}
                found.setdefault(name, []).append(((start, end), {column: below[-1]} | spoken))
    return found


def _check(path, text, start, end, words):
    if " ".join(text[start:end].split()) != " ".join(words.split()):
        raise ArticleError(f"{path}: “{words[:60]}” does not stand at {start} to {end}; the file is of another text.")
