"""The export as an RO-Crate 1.1: what each file is, what it was made of, and with what (Soiland-Reyes et al. 2022)."""

import json
import mimetypes

from .. import __version__
from ..files import encoded

FILE = "ro-crate-metadata.json"
SOFTWARE = "#close-reading"
# endings that the standard library does not know
KINDS = {".parquet": "application/vnd.apache.parquet", ".jsonld": "application/ld+json", ".qdpx": "application/zip"}
KINDS |= {".ann": "text/plain", ".conf": "text/plain", ".xmi": "application/vnd.xmi+xml", ".md": "text/markdown"}


def content(article, what):
    """What `ro-crate-metadata.json` holds.

    Parameters
    ----------
    article : Article
    what : dict of str to str
        Each file's path, and what it is in words.

    Returns
    -------
    bytes
    """
    source = {"@id": article.url or f"urn:sha256:{article.source.sha256}", "@type": "NewsArticle"}
    source |= {"name": article.name, "sha256": article.source.sha256, "inLanguage": "en"}
    day = article.published.isoformat() if article.published else None
    facts = {"author": article.author, "publisher": article.outlet, "datePublished": day}
    source |= {name: value for name, value in facts.items() if value}
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"{article.name}, read closely",
        "description": "What was found in one news article: tables, annotations and figures, and how.",
        "license": "The tables are yours to pass on; the article's words are its owner's.",
        "isBasedOn": {"@id": source["@id"]},
        "hasPart": [{"@id": path} for path in what],
    }
    software = {"@id": SOFTWARE, "@type": "SoftwareApplication", "name": "Close Reading", "version": __version__}
    made = {"@id": "#made", "@type": "CreateAction", "name": "The article was read", "instrument": {"@id": SOFTWARE}}
    made |= {"object": {"@id": source["@id"]}, "result": {"@id": "./"}}
    described = {"@id": FILE, "@type": "CreativeWork", "about": {"@id": "./"}}
    described["conformsTo"] = {"@id": "https://w3id.org/ro/crate/1.1"}
    graph = [described, root, source, software, made]
    graph += [
        {"@id": path, "@type": "File", "encodingFormat": _kind(path), "name": words} for path, words in what.items()
    ]
    return encoded(json.dumps({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}, indent=1))


def _kind(path):
    known = next((kind for ending, kind in KINDS.items() if path.endswith(ending)), None)
    return known or mimetypes.guess_type(path)[0] or "application/octet-stream"
