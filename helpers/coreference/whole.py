"""Which words are one name: two names run together are two, and an insult before a name is no part of it."""

from collections import Counter

# said of somebody before the name: Crooked **Berg**
EPITHETS = frozenset(
    "crooked lying lyin crazy sleepy little fascist racist nazi communist commie socialist liar crook traitor corrupt "
    "evil stupid dumb dishonest disgraced embattled".split()
)


def apart(doc, rows):
    """Two full names that nothing stands between, where the text names one of them elsewhere.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `name_spans`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> found = mentions(from_text("Berg has words for Mark Dunn Kim Berg. Kim Berg left. They met Oslo."))
    >>> [mention.names[0] for mention in found]
    ['Kim Berg', 'Mark Dunn', 'Kim Berg', 'Kim Berg', 'Oslo']
    """
    known = {name for _, kind, _, name in rows if kind == "person" and " " in name}
    found = []
    for row in rows:
        span, kind, _, name = row
        words = name.split(" ") if kind == "person" else ()
        cuts = (len(" ".join(words[:cut])) for cut in range(2, len(words) - 1))
        cut = next((cut for cut in cuts if name[:cut] in known or name[cut + 1 :] in known), None)
        start = span.end_char - len(name)
        parts = [doc.char_span(start + a, start + b) for a, b in ((0, cut), (cut + 1, len(name)))] if cut else [None]
        if None in parts:
            found.append(row)
        else:
            found += [(part, kind, "name", part.text) for part in parts]
    return found


def in_one_case(rows):
    """Persons' names that differ in capitals alone, as most names are written: HIllary Clinton is Hillary Clinton.

    >>> [row[3] for row in in_one_case([(0, "person", "name", "ANn Berg"), (9, "person", "name", "Ann Berg")])]
    ['Ann Berg', 'Ann Berg']
    """
    counts = Counter(name for _, kind, _, name in rows if kind == "person" and " " in name)
    usual = {_plainly(name): name for name in sorted(counts, key=lambda name: (name.istitle(), counts[name]))}
    return [
        (span, kind, how, usual.get(_plainly(name), name) if kind == "person" else name)
        for span, kind, how, name in rows
    ]


def _plainly(name):
    """A name whose words have capitals at most at their beginning."""
    return " ".join(word[0] + word[1:].lower() for word in name.split(" "))


def without_epithets(doc, rows):
    """Full names freed of a word before them that is no part of them: Crooked **Kim Berg**, Miss Oslo **Kim Berg**.

    The shorter form is the name if the text uses it as often, and either first or where the longer one has a title.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    rows : list
        As from `name_spans`.

    Examples
    --------
    >>> from helpers.article import from_text
    >>> from helpers.coreference import mentions
    >>> text = "Kim Berg left. Tom Reed cried “Crooked Kim Berg” after her. Kim Berg laughed."
    >>> sorted({mention.names for mention in mentions(from_text(text)) if mention.how == "name"})
    [('Kim Berg',), ('Tom Reed',)]
    >>> mentions(from_text("Kim Berg left. A sign read “Fascist Berg” in red."))[1].names
    ('Kim Berg',)
    >>> mentions(from_text("The singer Little Richard died in 2020. Tom Reed left."))[0].names
    ('Little Richard',)
    """
    counts = Counter(name for _, kind, _, name in rows if kind == "person")
    place = {name: number for number, name in enumerate(counts)}
    bare = {name for _, kind, how, name in rows if kind == "person" and how == "name"}
    shorter = {}
    others = [name.split(" ") for name in counts if " " in name and name.split(" ")[0].lower() not in EPITHETS]
    known = {word for words in others for word in (words[0], words[-1])}
    for name, count in counts.items():
        words = name.split(" ")
        if len(words) == 2 and words[0].lower() in EPITHETS and words[1] in known:
            shorter[name] = 1, words[1]
        for cut in range(1, len(words) - 1):
            short = " ".join(words[cut:])
            if counts[short] >= count and (place[short] < place[name] or name not in bare):
                shorter[name] = cut, short
                break
    found = []
    for span, kind, how, name in rows:
        if kind == "person" and name in shorter:
            cut, name = shorter[name]
            at = span.text.rfind(name)
            whole = doc.char_span(span.start_char + at, span.end_char) if at >= 0 else None
            span, how = (whole, "name") if whole is not None else (span, how)
        found.append((span, kind, how, name))
    return found
