"""Who says which quotation, by what stands beside its marks: nobody is he or she in their own words."""

from ..language.grammar import NOUN_SUBJECTS
from .words import SAYERS

STRAIGHT = frozenset(('"', "''", "``"))
CLOSING = frozenset((",", "?", "!", "…", "--"))
BESIDE = 3  # tokens between a mark and the subject of the verb of saying


def quoted(words):
    """How many quotation marks stand before each word: odd within, even outside.

    A mark that is written twice is one, and so are two apostrophes; what is open at the end of a paragraph ends there.

    >>> quoted(["“", "Yes", ",", "”", "she", "said"])
    [1, 1, 1, 2, 2, 2]
    >>> quoted(['"', '"', "Yes", ",", '"', '"', "she", "said", "''", "No", "\\n\\n", "“", "A", "\\n\\n", "“", "B", "”"])
    [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8]
    """
    count, found, before = 0, [], ""
    for word in words:
        inside = count % 2
        if "\n" in word:
            count += inside
        elif word == "“":
            count += 1 + inside
        elif word == "”":
            count += inside
        elif word in STRAIGHT and not word == before == '"':
            count += 1
        found.append(count)
        before = word
    return found


def speakers(doc, columns, marks):
    """The subject that says a quotation, by the number of the quotation.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    columns : Columns
        As from `language.parse_columns`.
    marks : list of int
        As from `quoted`.

    Returns
    -------
    dict of int to int
        Number of the quotation to the token of the subject; words that are quoted only in part have none.

    Examples
    --------
    >>> from helpers.language import parse_columns, pipeline
    >>> doc = pipeline()("“He lost,” Kim Berg said. “He knows it.” Tom Reed said he is “not his man”.")
    >>> columns = parse_columns(doc)
    >>> {number: doc[i].text for number, i in speakers(doc, columns, quoted(columns.text)).items()}
    {1: 'Berg', 3: 'Berg'}
    """
    found = {}
    for i, dep in enumerate(columns.dep):
        if dep not in NOUN_SUBJECTS or marks[i] % 2 or columns.lemma[columns.head[i]] not in SAYERS:
            continue
        verb = columns.head[i]
        start = min(doc[i].left_edge.i, verb)
        close = next((j for j in range(start - 1, max(start - 1 - BESIDE, 0), -1) if marks[j] != marks[j - 1]), None)
        if close is not None and marks[close] % 2 == 0 and columns.text[close - 1] in CLOSING:
            found[marks[close] - 1] = i
            continue
        opening = verb + 2  # said: “
        if opening < len(marks) and columns.text[verb + 1] in (",", ":") and marks[opening] == marks[verb] + 1:
            found[marks[opening]] = i
    paragraph = {}
    for i, word in enumerate(columns.text):
        if "\n" in word:
            paragraph.clear()
        elif marks[i] % 2 and marks[i] != (marks[i - 1] if i else 0):  # the next one of the same paragraph goes on
            number = marks[i]
            if number not in found and columns.text[i - 1] == "." and number - 2 in paragraph:
                found[number] = paragraph[number - 2]
            if number in found:
                paragraph[number] = found[number]
    return found
