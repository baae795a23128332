"""Annotations as a UIMA CAS with its type system, for INCEpTION and other UIMA tools.

A CAS counts UTF-16 code units; dkpro-cassis converts our code points. Tokens and sentences have
DKPro Core's types, without which INCEpTION opens no document (Klie et al. 2018).
"""

from .. import __version__
from ..files import encoded, holdable
from ..language import parse, sentences
from ..reader.rows import cell_text
from ..tables import columns, is_missing

FILES = ("cas/article.xmi", "cas/TypeSystem.xml")
TYPES = {
    "quotes": "Quotation",
    "times": "Time",
    "events": "Event",
    "quantities": "Quantity",
    "consistency": "Contradiction",
    "actors": "Actor",
    "themes": "Theme",
    "tones": "Tone",
}
SPACE = "webanno.custom."
PARTS = {"source": "Source", "cue": "Cue"}
SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
RANGES = {
    "text": "uima.cas.String",
    "number": "uima.cas.Double",
    "offset": "uima.cas.Integer",
    "flag": "uima.cas.Boolean",
    "several": "uima.cas.String",
}
OWN = ("start", "end", "text")


def type_system():
    """The types: one a table with a feature a column, and Source, Cue and Evidence with what they belong to.

    Returns
    -------
    cassis.TypeSystem
    """
    import cassis  # seven megabytes, which the workers of a corpus do without

    system = cassis.load_dkpro_core_typesystem()
    for table, name in TYPES.items():
        own = system.create_type(
            SPACE + name,
            supertypeName="uima.tcas.Annotation",
            description=f"A row of the table {table}, Close Reading {__version__}",
        )
        for column, (kind, description) in columns(table).items():
            if column not in OWN:
                system.create_feature(own, _feature(column), RANGES[kind], description=description)
    for name in (*PARTS.values(), "Evidence"):
        own = system.create_type(SPACE + name, supertypeName="uima.tcas.Annotation")
        system.create_feature(own, "of", "uima.cas.String", description="id of the row that it belongs to")
    return system


def _feature(column):
    """A column's name as a feature: XMI uses "id" itself, and "type" would be renamed."""
    return {"id": "row", "type": "timex3_type"}.get(column, column)


def build(article, tables):
    """The article as a CAS.

    Returns
    -------
    cassis.Cas
    """
    import cassis

    system = type_system()
    text = holdable(article.text)
    cas = cassis.Cas(typesystem=system, sofa_string=text, sofa_mime="text/plain", document_language="en")
    make = {name: system.get_type(SEGMENT + name) for name in ("Sentence", "Token")}
    for start, end in sentences(article)[["start", "end"]].itertuples(index=False):
        cas.add(make["Sentence"](begin=int(start), end=int(end)))
    for token in parse(article):
        if not token.is_space:
            cas.add(make["Token"](begin=token.idx, end=token.idx + len(token)))
    for table, name in TYPES.items():
        own = system.get_type(SPACE + name)
        kinds = {column: kind for column, (kind, _) in columns(table).items() if column not in OWN}
        for row in tables[table].itertuples(index=False):
            values = {_feature(column): _value(getattr(row, column), kind) for column, kind in kinds.items()}
            cas.add(own(begin=int(row.start), end=int(row.end), **values))
            for part, label in PARTS.items():
                if getattr(row, part, None):
                    place = {"begin": int(getattr(row, f"{part}_start")), "end": int(getattr(row, f"{part}_end"))}
                    cas.add(system.get_type(SPACE + label)(of=row.id, **place))
            if table == "consistency":
                place = {"begin": int(row.evidence_start), "end": int(row.evidence_end)}
                cas.add(system.get_type(SPACE + "Evidence")(of=row.id, **place))
    return cas


def _value(value, kind):
    if is_missing(value):
        return None
    if kind == "several":
        return holdable(cell_text(value))
    return {"number": float, "offset": int, "flag": bool, "text": lambda words: holdable(str(words))}[kind](value)


def contents(article, tables):
    """What `article.xmi` and `TypeSystem.xml` hold.

    Returns
    -------
    dict of str to bytes
    """
    cas = build(article, tables)
    return dict(zip(FILES, map(encoded, (cas.to_xmi(), cas.typesystem.to_xml())), strict=True))
