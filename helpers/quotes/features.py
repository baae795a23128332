"""What the weights look at: the cue, its subject, and the words that a candidate covers."""

from ..language.grammar import NOUN_SUBJECTS, SUBJECTS
from .acts import act
from .cues import MARKS
from .templates import NO, Templates


def subject_of(parsed, cue):
    """The head of the cue's subject, or -1: its own, or that of the verb it leans on."""
    verb, steps = cue, 0
    while steps < 4:
        for kid in parsed.kids[verb]:
            if parsed.dep[kid] in SUBJECTS:
                return kid
        if parsed.dep[verb] in ("relcl", "acl"):
            return parsed.head[verb]
        if parsed.dep[verb] not in (
            "conj",
            "xcomp",
            "advcl",
            "ccomp",
            "pcomp",
            "prep",
            "dobj",
            "acomp",
            "attr",
            "pobj",
        ):
            return -1
        if parsed.dep[verb] in ("ccomp",):
            return -1
        verb, steps = parsed.head[verb], steps + 1
    return -1


def stands_for(parsed, token):
    """The noun that a relative pronoun stands for as a subject, or the token itself: **Ann Lee**, who said so."""
    if parsed.tag[token] not in ("WP", "WDT") or parsed.dep[token] not in NOUN_SUBJECTS:
        return token
    verb = parsed.head[token]
    return parsed.head[verb] if parsed.dep[verb] == "relcl" else token


def kind_of(parsed, token):
    """What a noun looks like: its entity type, its pronoun, or its lemma."""
    if token < 0:
        return "none"
    if parsed.what[token]:
        return parsed.what[token]
    if parsed.pos[token] == "PRON":
        return parsed.form[token]
    return parsed.pos[token] + parsed.tag[token][-1:]


def _mark_features(parsed, cue):
    """Features of a colon or a dash that stands for a cue: Mayor: “No.”; “No.” — Anna Berg"""
    mark, number = parsed.lower[cue], parsed.sentence[cue]
    first, last = parsed.first[number], parsed.last[number]
    before, after = cue - 1, cue + 1
    verb = next((i for i in range(cue - 1, max(first, cue - 25) - 1, -1) if parsed.pos[i] == "VERB"), -1)
    opens = after < parsed.size and parsed.quote[after] >= 0 and parsed.passages[parsed.quote[after]][0] == after
    closes = parsed.quote[before] >= 0 and parsed.passages[parsed.quote[before]][1] == cue
    name = parsed.what[before] or parsed.tag[before]
    word = parsed.base[before]
    place = "block" if first == 0 or parsed.block[number] != parsed.block[number - 1] else "sentence"
    length = "ends" if last - cue <= 2 else _bucket(last - cue)
    follows = parsed.what[after] or parsed.tag[after] if after < parsed.size else ""
    return [
        "bias",
        f"mark={mark}",
        f"mark={mark}/opens={opens}/closes={closes}",
        f"mark={mark}/before={_bucket(cue - first)}/{place}",
        f"mark={mark}/name={name}",
        f"mark={mark}/name={name}/before={_bucket(cue - first)}/{place}/opens={opens}",
        f"mark={mark}/word={word}",
        f"mark={mark}/verb={parsed.base[verb] if verb >= 0 else ''}",
        f"mark={mark}/verb={parsed.base[verb] if verb >= 0 else ''}/opens={opens}",
        f"mark={mark}/inside={parsed.quote[cue] >= 0}",
        f"mark={mark}/heading={parsed.heading[number]}/name={name}",
        f"mark={mark}/length={length}",
        f"mark={mark}/length={length}/opens={opens}/{place}",
        f"mark={mark}/closes={closes}/follows={follows}",
        f"mark={mark}/upper={parsed.upper[before]}/opens={opens}",
        f"mark={mark}/upper={parsed.upper[before]}/before={_bucket(cue - first)}/{place}",
    ]


def cue_features(parsed, cue):
    """Features of a cue, the same for all its candidates.

    Returns
    -------
    list of str
    """
    if parsed.pos[cue] == "PUNCT" or parsed.lower[cue] in MARKS:
        return _mark_features(parsed, cue)
    kids = parsed.kids[cue]
    lemma, dep, head = parsed.lemma[cue], parsed.dep[cue], parsed.head[cue]
    subject = subject_of(parsed, cue)
    kind = kind_of(parsed, subject)
    deps = [parsed.dep[k] for k in kids]
    found = [
        "bias",
        f"pos={parsed.pos[cue]}",
        f"tag={parsed.tag[cue]}",
        f"dep={dep}",
        f"lemma={lemma}",
        f"lemma={lemma}/{parsed.pos[cue]}",
        f"lemma={lemma}/{parsed.tag[cue]}",
        f"lemma={lemma}/{dep}",
        f"head={parsed.base[head]}" if head != cue else "head=ROOT",
        f"headpos={parsed.pos[head]}/{dep}",
        f"subj={kind}",
        f"subj={kind}/{parsed.pos[cue]}",
        f"subjword={parsed.base[subject]}" if subject >= 0 and not parsed.what[subject] else "subjword=",
        f"own={'nsubj' in deps}/{'nsubjpass' in deps}",
        f"lemma={lemma}/subj={kind}",
        f"act={act(parsed, cue)}",
        f"act={act(parsed, cue)}/{parsed.pos[cue]}/{dep}",
        f"act={act(parsed, cue)}/subj={kind}",
        f"quoted={parsed.quote[cue] >= 0}",
        f"quoted={parsed.quote[cue] >= 0}/{lemma}",
        f"heading={parsed.heading[parsed.sentence[cue]]}",
        f"next={parsed.form[cue + 1] if cue + 1 < parsed.size else ''}",
        f"last={parsed.form[cue - 1] if cue else ''}",
    ]
    for kid, name in zip(kids, deps, strict=True):
        if name in ("aux", "neg", "prt", "auxpass", "mark", "advmod", "poss"):
            found.append(f"{name}={parsed.form[kid]}")
            if name in ("prt", "auxpass", "neg"):
                found.append(f"lemma={lemma}/{name}={parsed.form[kid]}")
        elif kid > cue and name in ("prep", "dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "acl", "agent", "advcl"):
            found.append(f"kid={name}")
            found.append(f"lemma={lemma}/kid={name}")
            if name == "prep":
                found.append(f"lemma={lemma}/prep={parsed.form[kid]}")
            elif name in ("dobj", "attr", "acomp"):
                found.append(f"object={parsed.what[kid] or parsed.base[kid]}")
                found.append(f"lemma={lemma}/object={parsed.what[kid] or parsed.base[kid]}")
    if dep in ("dobj", "pobj", "xcomp", "attr", "acomp"):
        found.append(f"lemma={lemma}/head={parsed.base[head]}")
    return found


def _bucket(number):
    return number if number < 6 else 6 + min(number // 6, 6)


# What is looked at of a candidate. What a letter stands for: t the last dependent inside and x the first left out (both
# of the content's root), c the construction, s its shape (construction and how it begins), e how it ends, q which of
# the words are in marks, n how many words, w the first word, b the word before, a the word after, r and o the root, p
# the parts, k a cue in marks, h a heading.
CANDIDATE = Templates(
    "lemma pos dep cue_quoted heading "  # of the cue
    "root_dep root_pos root_word root_lemma root_what subject tail cut "  # of the word that the others hang on
    "construction begin end parts length few word before after after_pos share opens closes broken left_out",
    "t={tail}/{construction} t={tail}/{share}/{closes} t={tail}/{end} x={cut}/{construction} x={cut}/{share}/{closes} "
    "x={cut}/{lemma} tx={tail}/{cut} c={construction} c={construction}/{pos} s={construction}/{begin} "
    "s={construction}/{begin}/{pos} s={construction}/{begin}/{lemma} s={construction}/{begin}/{dep} "
    "e={construction}/{begin}/{end} e={end} e={end}/{after_pos} c={construction}/{lemma} "
    "q={share}/{opens}/{closes}/{broken}/{left_out} q={construction}/{share}/{opens}/{closes}/{broken}/{left_out} "
    "q={share}/{lemma} q={share}/{construction}/{begin} n={length} n={construction}/{length} n={few} "
    "w={word} w={construction}/{word} w={lemma}/{word} b={before} b={construction}/{before} "
    "a={construction}/{after} a={after}/{share} r={root_dep}/{root_pos} "
    "r={construction}/{begin}/{root_dep}/{root_pos}/{subject} "
    "r={lemma}/{root_dep}/{root_pos} o={root_lemma} o={root_word}/{begin} o={root_what}/{begin}/{pos} "
    "p={parts}/{construction}/{begin}/{end} k={cue_quoted}/{construction}/{share} h={heading}/{construction}/{begin}",
)


def candidate_facts(parsed, cue, candidates):
    """The facts of `CANDIDATE` for each candidate of a cue.

    Parameters
    ----------
    parsed : Parsed
    cue : int
    candidates : list of tuple
        As from `candidates.candidates`.

    Yields
    ------
    tuple of str
    """
    number = parsed.sentence[cue]
    wanted = parsed.marked[number]
    lemma = parsed.lemma[cue]
    own = (lemma, parsed.pos[cue], parsed.dep[cue], NO[parsed.quote[cue] >= 0], NO[parsed.heading[number]])
    roots = {}
    for construction, begin, end, parts in candidates:
        part, last = parts[0], parts[-1][1]
        if part not in roots:
            roots[part] = _about_root(parsed, part, lemma)
        length = sum([b - a for a, b in parts])
        behind = last < parsed.size
        yield (
            *own,
            *roots[part],
            construction,
            begin,
            end,
            str(len(parts)),
            str(_bucket(length)),
            f"{length}/{lemma}" if length < 6 else "",
            parsed.form[part[0]],
            parsed.form[part[0] - 1] if part[0] else "",
            parsed.form[last] if behind else "",
            parsed.pos[last] if behind else "",
            *_about_marks(parsed, parsed.quote[cue], parts, length, wanted),
        )


def _about_root(parsed, part, lemma):
    """The word that the others of a content hang on."""
    root = _root(parsed, part)
    pos, word = parsed.pos[root], parsed.base[root]
    return (
        parsed.dep[root],
        pos,
        word,
        f"{lemma}/{word}" if pos in ("NOUN", "VERB") else "",
        parsed.what[root],
        NO[any(parsed.dep[kid] in SUBJECTS for kid in parsed.kids[root])],
        *_edges(parsed, root, part[1]),
    )


def _about_marks(parsed, own, parts, length, wanted):
    """Which of the words are in marks, and whether pairs of marks stay whole."""
    quote, passages, before = parsed.quote, parsed.passages, parsed.quoted_before
    quoted, broken = 0, False
    for a, b in parts:
        quoted += before[b] - before[a]
        first, last = quote[a], quote[b - 1]
        broken = (
            broken
            or (first >= 0 and first != own and passages[first][0] != a)
            or (last >= 0 and last != own and passages[last][1] != b)
        )
    first, last = quote[parts[0][0]], quote[parts[-1][1] - 1]
    return (
        "no" if not quoted else "all" if quoted >= length else "most" if quoted > length / 2 else "some",
        NO[first >= 0 and passages[first][0] == parts[0][0]],
        NO[last >= 0 and passages[last][1] == parts[-1][1]],
        NO[broken],
        "left out" if wanted > quoted else "",
    )


def _edges(parsed, root, last):
    """The last dependent of a content's root that is inside, and the first that is left out."""
    tail = cut = ""
    for kid in parsed.kids[root]:
        if kid > root and parsed.pos[kid] != "PUNCT":
            left = parsed.left[kid]
            if left >= last:
                cut = f"{parsed.dep[kid]}:{parsed.form[left]}"
                break
            tail = f"{parsed.dep[kid]}:{parsed.form[left] if parsed.right[kid] < last else 'through'}"
    return tail, cut


def _root(parsed, part):
    a, b = part
    for i in range(a, b):
        head = parsed.head[i]
        if (head < a or head >= b or head == i) and parsed.pos[i] not in ("PUNCT", "SPACE"):
            return i
    return a
