"""What a worker does: analyse some articles and write their tables so that no reader sees half of one."""

import gc
import json
import re
from functools import cache
from hashlib import blake2s, sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
from rensa import RMinHash

from ..analyses import ANALYSES
from ..article import ArticleError, from_text, load
from ..article.days import day_of
from ..article.judge import problem
from ..article.names import beside
from ..files import replace
from ..language import for_an_article, pipeline
from .limit import SECONDS, TooLong, limited
from .state import STOPS, checksum, contents, manifest_of
from .stored import corpus_schema, stored, write

SHINGLE, PERMUTATIONS, SEED = 5, 64, 1
ARTICLES = {
    "article_id": (pa.string(), "stable identifier, from the content and its place in the source"),
    "source": (pa.string(), "where it lies in the source"),
    "checksum": (pa.string(), "SHA-256 of the file, or of the text where a table holds it"),
    "given_id": (pa.string(), "the identifier that the source gives it"),
    "title": (pa.string(), "title, missing if not known"),
    "author": (pa.string(), "author, missing if not known"),
    "outlet": (pa.string(), "who published it, missing if not known"),
    "url": (pa.string(), "web address, missing if not known"),
    "published": (pa.string(), "day of publication, ISO 8601, missing if not known"),
    "words": (pa.int32(), "words of the clean text"),
    "duplicates": (
        pa.string(),
        "article_id of the first of its near duplicates, missing if it has none",
    ),
    "text": (pa.string(), "the clean text, into which offsets point; missing with --no-text"),
}
FAILURES = {
    "source": (pa.string(), "where it lies in the source"),
    "reason": (pa.string(), "why it could not be analysed, in one sentence"),
}
TABLES = tuple(ANALYSES)
ROWS = 4000  # that are put away together: fewer cost time, more memory
REST = ("articles", "failures", "_state")  # what is written of each part besides
# Halves of surrogate pairs, what is no character, and controls: no table and no page can hold them.
UNFIT = re.compile("[\ud800-\udfff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@cache
def settle():
    """Make ready, once a process, to read thousands of articles.

    The model and the lexicons are millions of objects that stay: the garbage collector need not
    look at them again and again, which costs a tenth of the time.
    """
    pipeline()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def schema_of(name, **options):
    """The schema of any table of a corpus: `stored.corpus_schema`, or that of articles and failures."""
    if name not in ("articles", "failures"):
        return corpus_schema(name, **options)
    layout = ARTICLES if name == "articles" else FAILURES
    return pa.schema([pa.field(c, kind, metadata={"description": text}) for c, (kind, text) in layout.items()])


def fit(value):
    """A name, title or address as any table can hold it.

    Examples
    --------
    >>> fit("Half \\ud83d a pair"), fit(None)
    ('Half � a pair', None)
    """
    return None if value is None else UNFIT.sub("\ufffd", str(value))


def read(item):
    """An item as an Article, and the checksum of what was read.

    Raises
    ------
    ArticleError
        One sentence that names its place.
    """
    if item.trouble:
        raise ArticleError(f"{item.place}: {item.trouble}.")
    given = {name: str(value) for name, value in (item.record or {}).items() if value and name not in ("text", "id")}
    if item.path:
        article = load(item.path, **given)
        return article, article.source.sha256
    if item.data is not None:
        with TemporaryDirectory() as folder:  # the name is the last part only: it cannot lead anywhere
            path = Path(folder) / (Path(item.name).name or "member.txt")
            path.write_bytes(item.data)
            try:
                article = load(path, **given)
            except ArticleError as error:
                raise ArticleError(str(error).replace(str(path), item.place)) from None
            return article, article.source.sha256
    text = str(item.record.get("text") or "")
    if not text.strip():
        raise ArticleError(f"{item.place}: has no text.")
    published = day_of(given.pop("published", "")) or None
    try:
        article = from_text(text, published=published, **given)
    except (ArticleError, ValueError):
        article = from_text(text, **given)  # a day that cannot be read is not known
    blocks = article.blocks
    wrong = problem(article.text, list(zip(blocks["start"], blocks["end"], blocks["kind"], strict=True)), "en")
    if wrong:
        raise ArticleError(f"{item.place}: {'; '.join(map(str, wrong))}.")
    return article, sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def signature(text):
    """MinHash of a text's runs of five words (Broder 1997), as bytes."""
    words = text.encode("utf8", "replace").decode("utf8").lower().split()
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update([" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))])
    return np.array(hashed.digest(), dtype="<u4").tobytes()


def analyse_part(number, items, out, *, keep_text=True, lean=False, limit=SECONDS, expendable=False):
    """Analyse some articles and write part `number` of every table; the manifest comes last.

    Parameters
    ----------
    number : int
    items : list of Item
    out : str
        Folder of the corpus.
    keep_text : bool
        Whether the articles' texts are kept; if not, each row keeps its words.
    lean : bool
        Leave out the words that make up a tone or a theme.
    limit : float
        Seconds for an article.
    expendable : bool
        Whether this process is replaced when it ends.

    Returns
    -------
    dict
        `articles`, `words`, `failures`; `passing`: failures that may be none the next time.
    """
    made_of = contents(items)  # before they are read: what changes meanwhile is seen the next time
    part = _Part(keep_text, lean)
    for item in items:
        try:
            with limited(out, item, limit, expendable), for_an_article():
                part.add(item, *_analysed(item, keep_text))
        except TooLong:
            reason = f"{item.place}: took longer than {limit:g} seconds; shorten it, or give more time with --limit."
            part.fail(item, reason, passing=True)
        except (ArticleError, OSError) as error:
            cause = error if isinstance(error, OSError) else error.__context__
            if isinstance(cause, OSError) and cause.errno in STOPS and not _of_source(cause, item):
                raise cause from None
            part.fail(item, error, passing=isinstance(cause, OSError))
        except Exception as error:  # one article must not stop ten thousand; the row names what is ours to mend
            part.fault(item, error)
    part.put_away(part.waiting)
    out = Path(out)
    for name, found in part.tables.items():
        empty = corpus_schema(name, text=not keep_text, lean=lean).empty_table()
        write(pa.concat_tables([empty, *found]), out / name, number)
    write(pa.Table.from_pylist(part.rows, schema_of("articles")), out / "articles", number)
    write(pa.Table.from_pylist(part.failures, schema_of("failures")), out / "failures", number)
    kind = pa.schema([("article_id", pa.string()), ("signature", pa.binary())])
    write(pa.Table.from_pylist(part.signatures, kind), out / "_state", number)
    done = {
        "articles": len(part.rows),
        "words": sum(row["words"] for row in part.rows),
        "failures": len(part.failures),
        "passing": part.passing,
        "contents": made_of,
        "tables": {name: checksum(out / name / f"part-{number:06}.parquet") for name in (*TABLES, *REST)},
    }
    replace(manifest_of(out, number), json.dumps(done).encode())
    return done


class _Part:
    """What becomes of the articles of a part: the tables of a few at a time as Arrow has them, and the failures."""

    def __init__(self, keep_text, lean):
        self.options = {"text": not keep_text, "lean": lean}
        self.rows, self.signatures, self.failures, self.waiting = [], [], [], []
        self.tables, self.passing = {name: [] for name in TABLES}, 0

    def add(self, *one):
        self.waiting.append(one)
        if sum(len(table) for *_, tables in self.waiting for table in tables.values()) > ROWS:
            self.put_away(self.waiting)
            self.waiting = []

    def put_away(self, some):
        """Keep articles for good: (item, row, signature, text, tables) of each."""
        own = [(row["article_id"], text, tables) for _, row, _, text, tables in some]
        try:
            found = {name: stored(name, own, **self.options) for name in TABLES}
        except Exception as error:
            if len(some) == 1:
                self.fault(some[0][0], error)
            else:
                for one in some:
                    self.put_away([one])
            return
        for name, table in found.items():
            self.tables[name].append(table)
        self.rows += [row for _, row, *_ in some]
        self.signatures += [{"article_id": row["article_id"], "signature": marks} for _, row, marks, *_ in some]

    def fail(self, item, reason, *, passing=False):
        self.passing += passing
        self.failures.append({"source": fit(item.place), "reason": fit(reason)})

    def fault(self, item, error):
        reason = f"{item.place}: could not be analysed ({type(error).__name__}: {error}); please report it."
        self.fail(item, reason[:500], passing=True)


def _of_source(error, item):
    """Whether it is the article, or what corrects it, that the system does not hand out, and not the folder."""
    return bool(error.filename and item.path) and str(error.filename) in (item.path, str(beside(item.path)))


def _analysed(item, keep_text):
    """An article's row, its signature, its text and its tables."""
    article, checksum = read(item)
    tables = {name: analysis(article) for name, analysis in ANALYSES.items()}
    own = blake2s(f"{item.place}\0{checksum}".encode("utf8", "surrogatepass"), digest_size=8).hexdigest()
    row = {
        "article_id": own,
        "source": fit(item.place),
        "checksum": checksum,
        "given_id": fit((item.record or {}).get("id")),
        "title": fit(article.title),
        "author": fit(article.author),
        "outlet": fit(article.outlet),
        "url": fit(article.url),
        "published": article.published.isoformat() if article.published else None,
        "words": len(article.text.split()),
        "duplicates": None,
        "text": article.text.encode("utf8", "replace").decode("utf8") if keep_text else None,
    }
    return row, signature(article.text), article.text, tables
