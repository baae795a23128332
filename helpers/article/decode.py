"""Bytes to text: which encoding, and what is no text at all."""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
# What Windows-1252 adds to ASCII in English text: quotes, dashes, currency, accented letters.
_USUAL_1252 = re.compile(r"[\x00-\x7f‘’‚“”„–—…•€£§©®°·½¼¾«»\u00a0À-ÖØ-öø-ÿŒœŠšŽžŸ™]*")

# What a page declares -> what browsers take it for, which is the encoding that has more characters (WHATWG).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"}
_WIDER |= {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
_OF_TEXT = ("utf-8", "iso8859", "cp", "mac", "koi8", "gb", "big5", "euc", "shift", "tis")  # "punycode" is none

# First bytes of files that are not text, and the way out.
SIGNATURES = [
    (b"%PDF", "is a PDF", "copy its text into a .txt file, or run `pdftotext -layout 'FILE' 'FILE.txt'`"),
    (b"\x89PNG", "is an image", "type or recognise its text (OCR) into a .txt file"),
    (b"\xff\xd8\xff", "is an image", "type or recognise its text (OCR) into a .txt file"),
    (b"GIF8", "is an image", "type or recognise its text (OCR) into a .txt file"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file", "open it and save it as .docx or .txt"),
    (b"{\\rtf", "is a rich text file", "open it and save it as .docx or .txt"),
    (b"PK\x03\x04", "is a ZIP archive", "unpack it and give one of its files"),
    (b"\x1f\x8b", "is a compressed file", "unpack it first"),
]
# Members of ZIP archives that are documents: a name that stands in the file, the problem, the way out.
_DOCUMENTS = [
    (b"word/vbaProject", "is a Word file with macros", "open it in Word and save it as .docx or .txt"),
    (b"word/", "is a Word file whose name does not end in .docx", "open it in Word and save it as .docx or .txt"),
    (b"xl/workbook", "is an Excel workbook", "copy the article's text into a .txt file"),
    (b"ppt/presentation", "is a PowerPoint presentation", "copy the article's text into a .txt file"),
    (b"opendocument.text", "is an OpenDocument text", "open it and save it as .docx or .txt"),
    (b"application/epub+zip", "is an e-book", "copy the article's text into a .txt file"),
]
# The head of a mail, or of what holds several files as a mail does (.mhtml, .eml).
_MAIL = re.compile(
    rb"(?:[\w-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}?){0,30}?"
    rb"(?:Content-Type:\s{1,4}(?:multipart|text)/|MIME-Version:)",
    re.I,
)
BINARY = ("is a binary file", "give a .txt, .md, .html or .docx file")


def not_text(data):
    """(problem, way out) if these bytes are no text, else None.

    >>> not_text(b"%PDF-1.7 ...")[0]
    'is a PDF'
    """
    for signature, problem, way_out in SIGNATURES:
        if data.startswith(signature):
            documents = _DOCUMENTS if signature.startswith(b"PK") else []
            return next(((what, way) for name, what, way in documents if name in data), (problem, way_out))
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return None
    if b"\x00" in data[:4096] and _utf16_without_mark(data):
        return None
    if _MAIL.match(data[:4000]):
        return "is a mail or a web page saved with its pictures in one file", "save its text as .txt or .html"
    control = sum(data.count(bytes([code])) for code in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return BINARY if control > 0.02 * len(data) else None


def _utf16_without_mark(data):
    sample = data[:2000]
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def wide(data):
    """The encoding of bytes of which two or four are a character; None of others.

    >>> wide(b"a\\0b\\0"), wide(b"ab")
    ('utf-16-le', None)
    """
    marked = next((name for bom, name in _BOMS[1:] if data.startswith(bom)), None)
    return marked or (_utf16_without_mark(data) if b"\x00" in data[:4096] else None)


def decode(data, declared=None):
    """Decode a file's bytes.

    Parameters
    ----------
    data : bytes
    declared : str, optional
        What the file says of itself (HTML's meta charset).

    Returns
    -------
    (str, str) or None
        Text and the encoding's name; None if no encoding fits. Bytes that are no character of the
        encoding are half characters in the text, which cleaning replaces and logs.

    Examples
    --------
    >>> decode(b"It\\x92s 5 \\x80")
    ('It’s 5 €', 'cp1252')
    >>> decode(b"It\\x92s 5 \\x80", "iso-8859-1")
    ('It’s 5 €', 'cp1252')
    >>> decode(b"It\\x92s 5 \\xe2\\x82\\xac")  # Windows-1252 in a file that is UTF-8 otherwise
    ('It’s 5 €', 'utf-8, single bytes as cp1252')
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _try(data, name) or _all_the_same(data, name)
    for name in (wide(data), "utf-8", _as_browsers(declared)):
        decoded = _try(data, name) if name else None
        if decoded:
            return decoded
    if decoded := mixed(data):
        return decoded
    decoded = _try(data, "cp1252")
    if decoded and _USUAL_1252.fullmatch(decoded[0]):
        return decoded
    best = from_bytes(data[:100_000]).best()
    return (_try(data, best.encoding) if best else None) or decoded


def _as_browsers(declared):
    """What browsers take a declared encoding for; None if it is none of a page.

    >>> _as_browsers("us-ascii"), _as_browsers("windows-1250"), _as_browsers("punycode"), _as_browsers(None)
    ('cp1252', 'cp1250', None, None)
    """
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if name in _WIDER or name.startswith(_OF_TEXT) else None


def mixed(data):
    """UTF-8 in which single bytes are Windows-1252; None where these are not the fewer."""
    good = data.decode("utf-8", "ignore")
    characters = len(good) - len(good.encode("ascii", "ignore"))
    wrong = data.decode("utf-8", "replace").count("\ufffd") - good.count("\ufffd") - 3 * len(_HALF.findall(data))
    if characters < max(wrong, 1):
        return None
    return data.decode("utf-8", "helpers.article.mixed"), "utf-8, single bytes as cp1252"


def _single_byte(error):
    """What stands for bytes that are not UTF-8: Windows-1252, or half a character for cleaning to log."""
    data, start, end = error.object, error.start, error.end
    if _HALF.match(data, start):
        return data[start : start + 3].decode("utf-8", "surrogatepass"), start + 3
    decoded = _try(data[start:end], "cp1252") if end - start == 1 else None
    return decoded[0] if decoded else "\udcff", end


_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
codecs.register_error("helpers.article.mixed", _single_byte)


def _all_the_same(data, name):
    """A file with a byte order mark and broken characters in it."""
    if name == "utf-8-sig":
        return data[3:].decode("utf-8", "helpers.article.mixed"), "utf-8-sig, single bytes as cp1252"
    try:
        return data[: len(data) // 2 * 2].decode(name, "surrogatepass"), name
    except UnicodeDecodeError:
        return None


def _try(data, name):
    try:
        return data.decode(name), name
    except (UnicodeDecodeError, LookupError):
        return None
