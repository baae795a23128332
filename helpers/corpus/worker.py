"""What a worker does: analyse some articles and write their tables so that no reader sees half of one."""

import gc
import json
import re
from functools import cache
from hashlib import blake2s, sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from ..analyses import ANALYSES
from ..article import ArticleError, from_text, load
from ..article.days import day_of
from ..article.judge import problem
from ..article.names import beside
from ..export.data_package import schema, to_arrow
from ..files import replace
from ..language import pipeline
from ..language.partial_import import alone
from .limit import SECONDS, TooLong, limited
from .state import STOPS, checksum, contents, manifest_of

SHINGLE, PERMUTATIONS, SCHEME = 5, 64, "affine32"
_MinHash = alone("datasketch.minhash").MinHash
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
REST = ("articles", "failures", "_state")  # what is written of each part besides
# Halves of surrogate pairs, what is no character, and controls: no table and no page can hold them.
UNFIT = re.compile("[\ud800-\udfff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
WORDS, PUSHES = "text", "words"  # columns left to the article's text, and by a lean table to reading it again
# Numbers of so many digits, which are kept in half the bytes; `Corpus` gives them as they were.
DIGITS = {"tone": 4, "low": 4, "high": 4, "score": 6, "weight": 6}
LEVEL = 15  # of compression


@cache
def settle():
    """Make ready, once a process, to read thousands of articles.

    The model and the lexicons are millions of objects that stay: the garbage collector need not
    look at them again and again, which costs a tenth of the time.
    """
    pipeline()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def corpus_schema(name, *, text=False, lean=False):
    """The schema of a table of a corpus: that of one article, with `article_id` before it.

    Parameters
    ----------
    name : str
    text : bool
        With the words of each row, which the article's text has at its offsets.
    lean : bool
        Without the words that make up a tone or a theme.

    Returns
    -------
    pyarrow.Schema

    Examples
    --------
    >>> corpus_schema("quotes").names[:3]
    ['article_id', 'id', 'start']
    """
    if name in ("articles", "failures"):
        layout = ARTICLES if name == "articles" else FAILURES
        return pa.schema([pa.field(c, kind, metadata={"description": text}) for c, (kind, text) in layout.items()])
    first = pa.field("article_id", pa.string(), metadata={"description": "the row's article in articles"})
    left_out = ({WORDS} if not text else set()) | ({PUSHES} if lean else set())
    kept = [field for field in schema(name) if field.name not in left_out]
    return pa.schema([first, *(field.with_type(pa.float32()) if field.name in DIGITS else field for field in kept)])


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
    words = text.lower().split()
    hashed = _MinHash(num_perm=PERMUTATIONS, scheme=SCHEME)
    hashed.update_batch(
        [" ".join(words[i : i + SHINGLE]).encode("utf8", "replace") for i in range(max(1, len(words) - SHINGLE + 1))]
    )
    return hashed.hashvalues.astype("<u8").tobytes()


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
    rows, parts, failures, signatures = [], {name: [] for name in TABLES}, [], []
    passing = 0
    for item in items:
        try:
            with limited(out, item, limit, expendable):
                row, marks, tables = _analysed(item, keep_text, lean)
        except TooLong:
            passing += 1
            reason = f"{item.place}: took longer than {limit:g} seconds; shorten it, or give more time with --limit."
            failures.append({"source": fit(item.place), "reason": fit(reason)})
            continue
        except (ArticleError, OSError) as error:
            cause = error if isinstance(error, OSError) else error.__context__
            if isinstance(cause, OSError):
                if cause.errno in STOPS and not _of_source(cause, item):
                    raise cause from None
                passing += 1
            failures.append({"source": fit(item.place), "reason": fit(error)})
            continue
        except Exception as error:  # one article must not stop ten thousand; the row names what is ours to mend
            passing += 1
            reason = f"{item.place}: could not be analysed ({type(error).__name__}: {error}); please report it."
            failures.append({"source": fit(item.place), "reason": fit(reason[:500])})
            continue
        rows.append(row)
        signatures.append({"article_id": row["article_id"], "signature": marks})
        for name, table in tables.items():
            parts[name].append(table)
    out = Path(out)
    for name, found in parts.items():
        empty = corpus_schema(name, text=not keep_text, lean=lean).empty_table()
        write(pa.concat_tables([empty, *found]), out / name, number)
    write(pa.Table.from_pylist(rows, corpus_schema("articles")), out / "articles", number)
    write(pa.Table.from_pylist(failures, corpus_schema("failures")), out / "failures", number)
    kind = pa.schema([("article_id", pa.string()), ("signature", pa.binary())])
    write(pa.Table.from_pylist(signatures, kind), out / "_state", number)
    done = {
        "articles": len(rows),
        "words": sum(row["words"] for row in rows),
        "failures": len(failures),
        "passing": passing,
        "contents": made_of,
        "tables": {name: checksum(out / name / f"part-{number:06}.parquet") for name in (*parts, *REST)},
    }
    replace(manifest_of(out, number), json.dumps(done).encode())
    return done


def _of_source(error, item):
    """Whether it is the article, or what corrects it, that the system does not hand out, and not the folder."""
    return bool(error.filename and item.path) and str(error.filename) in (item.path, str(beside(item.path)))


def _analysed(item, keep_text, lean):
    """An article's row, its signature and its tables as Arrow has them."""
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
    found = {}
    for name, table in tables.items():
        if len(table):
            fixed = corpus_schema(name, text=not keep_text, lean=lean)
            arrow = to_arrow(name, table)
            ids = pa.array([own] * len(table), type=pa.string())
            found[name] = arrow.add_column(0, fixed.field(0), ids).select(fixed.names).cast(fixed)
    return row, signature(article.text), found


def write(table, folder, number):
    """Write a part of a table under its name only when it is whole.

    What its columns hold is in the codebook and not in each part, whose end it would double.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sink = pa.BufferOutputStream()
    columns = [(path, kind) for field in table.schema for path, kind in _leaves(field.name, field.type)]
    numbers = {path: "DELTA_BINARY_PACKED" for path, kind in columns if pa.types.is_integer(kind)}
    numbers |= {path: "BYTE_STREAM_SPLIT" for path, kind in columns if pa.types.is_float32(kind)}
    pq.write_table(
        table,
        sink,
        compression="zstd",
        compression_level=LEVEL,
        use_dictionary=[path for path, _ in columns if path not in numbers and path not in ("id", WORDS)],
        column_encoding=numbers,
        write_statistics=["article_id"],
        store_schema=False,
    )
    replace(folder / f"part-{number:06}.parquet", sink.getvalue().to_pybytes())


def _leaves(name, kind):
    """The columns as Parquet names them, where a list is one level deeper, and their types."""
    if not pa.types.is_list(kind):
        return [(name, kind)]
    inner = kind.value_type
    if not pa.types.is_struct(inner):
        return [(f"{name}.list.element", inner)]
    return [(f"{name}.list.element.{field.name}", field.type) for field in inner]
