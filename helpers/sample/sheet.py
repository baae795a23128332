"""The sheet to judge: a spreadsheet, and the same as one document for INCEpTION."""

import io
from pathlib import Path

import cassis
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .. import __version__, files
from ..article import ArticleError
from ..article.names import named

FIRST = ("number", "right", "note", "passage")
HIDDEN = ("article_id", "id", "start", "end", "stratum", "rows")
WIDTHS = {"number": 8, "right": 8, "note": 30, "passage": 80, "speaker": 24, "problem": 40, "actor": 24}
TYPE = "webanno.custom.Judgement"
HOW = (
    "Read the passage. The row is about the words in ⟦⟧; the columns beside say what the program holds of them.",
    "right: yes, if all of it is as a careful reader would say; no, if anything is wrong; empty, if you cannot tell.",
    "Judge by the passage, open the article where it does not say enough, and do not ask how the program came to it.",
    "A second person judges a copy of this file without seeing the first. Save as .xlsx, and read it back with:",
    "python -m helpers evaluate sample FILE [SECOND FILE]",
)
MOST = 32_767  # characters that a spreadsheet's cell can hold


def write(rows, table, path, *, seed=1):
    """Write the spreadsheet, and a folder for INCEpTION beside it.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `draw`.
    table : str
    path : str or path
        An .xlsx file that does not exist yet.
    seed : int
        What `draw` was given, to be written down.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    ArticleError
        If the file cannot be written (`check`); then nothing of it is left.
    """
    path = Path(path)
    check(path)
    book = Workbook()
    sheet = book.active
    sheet.title = "judge"
    shown = [name for name in rows.columns if name not in (*FIRST, *HIDDEN)]
    header = [*FIRST, *shown, *HIDDEN]
    sheet.append(header)
    for row in rows.to_dict("records"):
        sheet.append([None] * len(header))
        for place, name in enumerate(header, 1):
            _put(sheet.cell(sheet.max_row, place), row.get(name))
    for place, name in enumerate(header, 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width, column.hidden = WIDTHS.get(name, 14), name in HIDDEN
        sheet.cell(1, place).font = Font(bold=True)
    choice = DataValidation(type="list", formula1='"yes,no"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"B2:B{len(rows) + 1}")
    sheet.freeze_panes = "C2"
    how = book.create_sheet("how")
    told = ("table", table), ("rows", len(rows)), ("seed", seed), ("version", __version__)
    for line in (*((text,) for text in HOW), *told):
        how.append(list(line))
    how.column_dimensions["A"].width = 110
    buffer = io.BytesIO()
    book.save(buffer)
    folder = inception_folder(path)
    contents = {folder / name: data for name, data in _inception(rows).items()} | {path: buffer.getvalue()}
    try:
        for file, data in contents.items():  # the sheet last: where it is, all of it is
            with files.told(file):
                file.parent.mkdir(exist_ok=True)
                files.replace(file, data)
    except BaseException:
        for file in contents:
            file.unlink(missing_ok=True)
        if folder.is_dir():
            folder.rmdir()
        raise
    return [path, *(file for file in contents if file != path)]


def inception_folder(path):
    """Where the same sample lies for INCEpTION."""
    return path.with_name(named(path.stem, "_inception"))


def check(path):
    """Refuse, before rows are drawn, a file that cannot be written.

    Raises
    ------
    ArticleError
        If the file is there already, is no .xlsx, or its folder is not there or cannot be written to.
    """
    path = Path(path)
    if path.suffix.lower() != ".xlsx":
        raise ArticleError(f"{path}: name a file that ends in .xlsx.")
    if not path.parent.is_dir():
        raise ArticleError(f"{path}: its folder does not exist; make it first.")
    files.try_folder(path.parent)
    for there in (path, inception_folder(path)):
        with files.told(there):
            taken = there.is_symlink() or there.exists()
        if taken:
            raise ArticleError(f"{there}: is there already, perhaps with judgements in it; name another file.")


def _put(cell, value):
    """A cell as text where it is text: an article's words that begin with "=" are no formula."""
    missing = value is None or value != value or str(value) == "<NA>"
    if missing:
        return
    if hasattr(value, "item"):
        value = value.item()
    cell.value = value if isinstance(value, int | float | bool) else files.holdable(str(value))[:MOST]
    if isinstance(cell.value, str):
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True  # text it stays, also when edited
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _inception(rows):
    """All passages as one document; each row is a Judgement with its number, to be given `right`."""
    system = cassis.load_dkpro_core_typesystem()
    own = system.create_type(TYPE, supertypeName="uima.tcas.Annotation", description=HOW[0])
    for name in ("number", "what", "right", "note"):
        system.create_feature(own, name, "uima.cas.String")
    text, places = "", []
    for row in rows.to_dict("records"):
        before, _, rest = row["passage"].partition("⟦")
        inside, _, after = rest.partition("⟧")
        text += f"{row['number']}. {before}"
        places.append((len(text), len(text) + max(len(inside), 1), row))
        text += f"{inside}{after}\n\n"
    text = files.holdable(text)
    cas = cassis.Cas(typesystem=system, sofa_string=text, sofa_mime="text/plain", document_language="en")
    segment = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
    sentence, token = system.get_type(f"{segment}Sentence"), system.get_type(f"{segment}Token")
    at = 0
    for line in text.split("\n"):
        if line.strip():
            cas.add(sentence(begin=at, end=at + len(line)))
            word = at
            for part in line.split(" "):
                if part:
                    cas.add(token(begin=word, end=word + len(part)))
                word += len(part) + 1
        at += len(line) + 1
    shown = [name for name in rows.columns if name not in (*FIRST, *HIDDEN, "outlet", "published")]
    for start, end, row in places:
        what = "; ".join(f"{name}: {row[name]}" for name in shown if row[name] is not None and row[name] == row[name])
        cas.add(own(begin=start, end=end, number=str(row["number"]), what=files.holdable(what)))
    return {
        "sample.xmi": files.encoded(cas.to_xmi()),
        "TypeSystem.xml": files.encoded(cas.typesystem.to_xml()),
    }
