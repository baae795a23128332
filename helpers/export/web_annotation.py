"""Annotations as the W3C Web Annotation Data Model has them, in JSON-LD.

A TextPositionSelector counts Unicode code points, as our offsets do; a TextQuoteSelector finds the
words again where the text has changed (Sanderson, Ciccarese & Young 2017).
"""

import json

from .. import __version__
from ..files import encoded
from .marks import marks

FILE = "annotations.jsonld"
CONTEXT = 32  # characters before and after


def content(article, tables):
    """What `annotations.jsonld` holds: an AnnotationPage with an annotation a row.

    Returns
    -------
    bytes
    """
    rows = marks(
        quotes=tables["quotes"],
        actors=tables["actors"],
        times=tables["times"],
        tone=tables["tones"],
        themes=tables["themes"],
        consistency=tables["consistency"],
    )
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:sha256:{article.source.sha256}",
        "type": "AnnotationPage",
        "items": [_annotation(article, row) for row in rows],
    }
    return encoded(json.dumps(page, ensure_ascii=False, indent=1))


def _annotation(article, row):
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": row.layer}]
    bodies.append(
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "language": "en",
            "value": "; ".join([row.title, *(f"{name}: {value}" for name, value in row.facts)]),
        }
    )
    targets = [_target(article, row.start, row.end)]
    targets += [_target(article, start, end) for part, start, end in row.parts if part == "evidence"]
    found = {
        "id": f"urn:sha256:{article.source.sha256}#{row.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": f"Close Reading {__version__}"},
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }
    for part, start, end in row.parts:
        if part != "evidence":
            found["body"].append(
                {"type": "SpecificResource", "purpose": "identifying", "name": part, **_target(article, start, end)}
            )
    return found


def _target(article, start, end):
    text = article.text
    return {
        "source": "article.txt",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - CONTEXT) : start],
                "suffix": text[end : end + CONTEXT],
            },
        ],
    }
