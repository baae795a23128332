"""Annotations as brat stand-off: `article.txt`, `article.ann`, and the names in `annotation.conf`.

brat counts characters as we do (code points). A mark may not run over a line break, so one that
does is written in fragments, as brat has them (Stenetorp et al. 2012).
"""

import re

from ..files import encoded
from ..reader.rows import cell_text

FILES = ("brat/article.txt", "brat/article.ann", "brat/annotation.conf")
LABELS = {
    "quotes": "Quotation",
    "actors": "Actor",
    "times": "Time",
    "events": "Event",
    "quantities": "Quantity",
    "consistency": "Contradiction",
}
PARTS = {"source": "Source", "cue": "Cue"}
# table -> its columns that become attributes (a word) and notes (anything)
ATTRIBUTES = {
    "quotes": ("kind", "cue_class", "source_type"),
    "actors": ("kind", "how"),
    "times": ("type",),
    "events": ("status",),
    "quantities": ("kind",),
    "consistency": ("kind",),
}
NOTES = {
    "quotes": "speaker",
    "actors": "actor",
    "times": "value",
    "events": "rule",
    "quantities": "unit",
    "consistency": "problem",
}
_LINE = re.compile(r"[^\n]+")


def contents(article, tables):
    """What the three files hold.

    Returns
    -------
    dict of str to bytes
    """
    lines, numbers, values = [], {"T": 0, "R": 0, "A": 0, "#": 0}, {}

    def number(letter):
        numbers[letter] += 1
        return f"{letter}{numbers[letter]}"

    def entity(label, start, end):
        own = number("T")
        spans = [(start + m.start(), start + m.end()) for m in _LINE.finditer(article.text[start:end])]
        words = " ".join(article.text[a:b] for a, b in spans)
        lines.append(f"{own}\t{label} {';'.join(f'{a} {b}' for a, b in spans)}\t{words}")
        return own

    for name, label in LABELS.items():
        for row in tables[name].itertuples(index=False):
            own = entity(label, int(row.start), int(row.end))
            for column in ATTRIBUTES[name]:
                value = getattr(row, column)
                if value:
                    known = re.sub(r"\W+", "_", str(value))
                    values.setdefault(f"{label}_{column}", {})[known] = None
                    lines.append(f"{number('A')}\t{label}_{column} {own} {known}")
            note = getattr(row, NOTES[name])
            if note:
                lines.append(f"{number('#')}\tAnnotatorNotes {own}\t{' '.join(cell_text(note).split())}")
            if name == "quotes":
                for part, part_label in PARTS.items():
                    if getattr(row, part):
                        other = entity(part_label, int(getattr(row, f"{part}_start")), int(getattr(row, f"{part}_end")))
                        lines.append(f"{number('R')}\t{part_label}Of Arg1:{other} Arg2:{own}")
            if name == "consistency":
                other = entity("Evidence", int(row.evidence_start), int(row.evidence_end))
                lines.append(f"{number('R')}\tEvidenceOf Arg1:{other} Arg2:{own}")
    conf = [
        "[entities]",
        *LABELS.values(),
        *PARTS.values(),
        "Evidence",
        "",
        "[relations]",
        "SourceOf Arg1:Source, Arg2:Quotation",
        "CueOf Arg1:Cue, Arg2:Quotation",
        "EvidenceOf Arg1:Evidence, Arg2:Contradiction",
        "",
        "[events]",
        "",
        "[attributes]",
    ]
    conf += [f"{name}\tArg:{name.split('_')[0]}, Value:{'|'.join(found)}" for name, found in values.items()]
    return dict(zip(FILES, map(encoded, (article.text, _joined(lines), _joined(conf))), strict=True))


def _joined(lines):
    return "".join(f"{line}\n" for line in lines)
