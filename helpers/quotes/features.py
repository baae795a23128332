"""What the weights look at: the cue, its subject, and the words that a candidate covers."""

from ..language.grammar import SUBJECTS
from .cues import MARKS


def subject_of(flat, cue):
    """The head of the cue's subject, or -1: its own, or that of the verb it leans on."""
    verb, steps = cue, 0
    while steps < 4:
        for kid in flat.kids[verb]:
            if flat.dep[kid] in SUBJECTS:
                return kid
        if flat.dep[verb] in ("relcl", "acl"):
            return flat.head[verb]
        if flat.dep[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dobj", "acomp", "attr", "pobj"):
            return -1
        if flat.dep[verb] in ("ccomp",):
            return -1
        verb, steps = flat.head[verb], steps + 1
    return -1


def kind_of(flat, token):
    """What a noun looks like: its entity type, its pronoun, or its lemma."""
    if token < 0:
        return "none"
    if flat.what[token]:
        return flat.what[token]
    if flat.pos[token] == "PRON":
        return flat.form[token]
    return flat.pos[token] + flat.tag[token][-1:]


def _mark_features(flat, cue):
    """Features of a colon or a dash that stands for a cue: Mayor: “No.”; “No.” — Anna Berg"""
    mark, number = flat.lower[cue], flat.sentence[cue]
    first, last = flat.first[number], flat.last[number]
    before, after = cue - 1, cue + 1
    verb = next((i for i in range(cue - 1, max(first, cue - 25) - 1, -1) if flat.pos[i] == "VERB"), -1)
    opens = after < flat.size and flat.quote[after] >= 0 and flat.passages[flat.quote[after]][0] == after
    closes = flat.quote[before] >= 0 and flat.passages[flat.quote[before]][1] == cue
    name = flat.what[before] or flat.tag[before]
    word = flat.base[before]
    place = "block" if first == 0 or flat.block[number] != flat.block[number - 1] else "sentence"
    length = "ends" if last - cue <= 2 else _bucket(last - cue)
    follows = flat.what[after] or flat.tag[after] if after < flat.size else ""
    return [
        "bias",
        f"mark={mark}",
        f"mark={mark}/opens={opens}/closes={closes}",
        f"mark={mark}/before={_bucket(cue - first)}/{place}",
        f"mark={mark}/name={name}",
        f"mark={mark}/name={name}/before={_bucket(cue - first)}/{place}/opens={opens}",
        f"mark={mark}/word={word}",
        f"mark={mark}/verb={flat.base[verb] if verb >= 0 else ''}",
        f"mark={mark}/verb={flat.base[verb] if verb >= 0 else ''}/opens={opens}",
        f"mark={mark}/inside={flat.quote[cue] >= 0}",
        f"mark={mark}/heading={flat.heading[number]}/name={name}",
        f"mark={mark}/length={length}",
        f"mark={mark}/length={length}/opens={opens}/{place}",
        f"mark={mark}/closes={closes}/follows={follows}",
        f"mark={mark}/upper={flat.upper[before]}/opens={opens}",
        f"mark={mark}/upper={flat.upper[before]}/before={_bucket(cue - first)}/{place}",
    ]


def cue_features(flat, cue):
    """Features of a cue, the same for all its candidates.

    Returns
    -------
    list of str
    """
    if flat.pos[cue] == "PUNCT" or flat.lower[cue] in MARKS:
        return _mark_features(flat, cue)
    kids = flat.kids[cue]
    lemma, dep, head = flat.lemma[cue], flat.dep[cue], flat.head[cue]
    subject = subject_of(flat, cue)
    kind = kind_of(flat, subject)
    deps = [flat.dep[k] for k in kids]
    found = [
        "bias",
        f"pos={flat.pos[cue]}",
        f"tag={flat.tag[cue]}",
        f"dep={dep}",
        f"lemma={lemma}",
        f"lemma={lemma}/{flat.pos[cue]}",
        f"lemma={lemma}/{flat.tag[cue]}",
        f"lemma={lemma}/{dep}",
        f"head={flat.base[head]}" if head != cue else "head=ROOT",
        f"headpos={flat.pos[head]}/{dep}",
        f"subj={kind}",
        f"subj={kind}/{flat.pos[cue]}",
        f"subjword={flat.base[subject]}" if subject >= 0 and not flat.what[subject] else "subjword=",
        f"own={'nsubj' in deps}/{'nsubjpass' in deps}",
        f"lemma={lemma}/subj={kind}",
        f"quoted={flat.quote[cue] >= 0}",
        f"quoted={flat.quote[cue] >= 0}/{lemma}",
        f"heading={flat.heading[flat.sentence[cue]]}",
        f"next={flat.form[cue + 1] if cue + 1 < flat.size else ''}",
        f"last={flat.form[cue - 1] if cue else ''}",
    ]
    for kid, name in zip(kids, deps, strict=True):
        if name in ("aux", "neg", "prt", "auxpass", "mark", "advmod", "poss"):
            found.append(f"{name}={flat.form[kid]}")
            if name in ("prt", "auxpass", "neg"):
                found.append(f"lemma={lemma}/{name}={flat.form[kid]}")
        elif kid > cue and name in ("prep", "dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "acl", "agent", "advcl"):
            found.append(f"kid={name}")
            found.append(f"lemma={lemma}/kid={name}")
            if name == "prep":
                found.append(f"lemma={lemma}/prep={flat.form[kid]}")
            elif name in ("dobj", "attr", "acomp"):
                found.append(f"object={flat.what[kid] or flat.base[kid]}")
                found.append(f"lemma={lemma}/object={flat.what[kid] or flat.base[kid]}")
    if dep in ("dobj", "pobj", "xcomp", "attr", "acomp"):
        found.append(f"lemma={lemma}/head={flat.base[head]}")
    return found


def _bucket(number):
    return number if number < 6 else 6 + min(int(number / 6), 6)


def candidate_features(flat, cue, candidate, wanted):
    """Features of one candidate of a cue.

    Parameters
    ----------
    flat : Flat
    cue : int
    candidate : tuple
        As from `candidates.candidates`.
    wanted : int
        How many words in marks the cue's sentence has.

    Returns
    -------
    list of str
    """
    construction, begin, end, parts = candidate
    lemma, pos = flat.lemma[cue], flat.pos[cue]
    first, last = parts[0][0], parts[-1][1]
    length = sum(b - a for a, b in parts)
    quoted = sum(1 for a, b in parts for i in range(a, b) if flat.quote[i] >= 0)
    opens = flat.quote[first] >= 0 and flat.passages[flat.quote[first]][0] == first
    closes = flat.quote[last - 1] >= 0 and flat.passages[flat.quote[last - 1]][1] == last
    broken = any(
        (flat.quote[a] >= 0 and flat.passages[flat.quote[a]][0] != a and flat.quote[a] != flat.quote[cue])
        or (
            flat.quote[b - 1] >= 0 and flat.passages[flat.quote[b - 1]][1] != b and flat.quote[b - 1] != flat.quote[cue]
        )
        for a, b in parts
    )
    share = "no" if not quoted else "all" if quoted >= length else "most" if quoted > length / 2 else "some"
    left_out = "left out" if wanted > quoted else ""
    marks = f"{share}/{opens}/{closes}/{broken}/{left_out}"
    before = flat.form[first - 1] if first else ""
    after = flat.form[last] if last < flat.size else ""
    after_pos = flat.pos[last] if last < flat.size else ""
    shape = f"{construction}/{begin}"
    word = flat.form[first]
    root = _root(flat, parts[0])
    root_dep, root_pos = flat.dep[root], flat.pos[root]
    subject = any(flat.dep[k] in SUBJECTS for k in flat.kids[root])
    tail, cut = _edges(flat, root, parts[0][1])
    return [
        f"t={tail}/{construction}",
        f"t={tail}/{share}/{closes}",
        f"t={tail}/{end}",
        f"x={cut}/{construction}",
        f"x={cut}/{share}/{closes}",
        f"x={cut}/{lemma}",
        f"tx={tail}/{cut}",
        f"c={construction}",
        f"c={construction}/{pos}",
        f"s={shape}",
        f"s={shape}/{pos}",
        f"s={shape}/{lemma}",
        f"s={shape}/{flat.dep[cue]}",
        f"e={shape}/{end}",
        f"e={end}",
        f"e={end}/{after_pos}",
        f"c={construction}/{lemma}",
        f"q={marks}",
        f"q={construction}/{marks}",
        f"q={share}/{lemma}",
        f"q={share}/{shape}",
        f"n={_bucket(length)}",
        f"n={construction}/{_bucket(length)}",
        f"n={_bucket(length)}/{lemma}" if length < 6 else "",
        f"w={word}",
        f"w={construction}/{word}",
        f"w={lemma}/{word}",
        f"b={before}",
        f"b={construction}/{before}",
        f"a={construction}/{after}",
        f"a={after}/{share}",
        f"r={root_dep}/{root_pos}",
        f"r={shape}/{root_dep}/{root_pos}/{subject}",
        f"r={lemma}/{root_dep}/{root_pos}",
        f"o={lemma}/{flat.base[root]}" if root_pos in ("NOUN", "VERB") else "",
        f"o={flat.base[root]}/{begin}",
        f"o={flat.what[root]}/{begin}/{pos}",
        f"p={len(parts)}/{construction}/{begin}/{end}",
        f"k={flat.quote[cue] >= 0}/{construction}/{share}",
        f"h={flat.heading[flat.sentence[cue]]}/{construction}/{begin}",
    ]


def _edges(flat, root, last):
    """The last dependent of a content's root that is inside, and the first that is left out."""
    tail = cut = ""
    for kid in flat.kids[root]:
        if kid > root and flat.pos[kid] != "PUNCT":
            left = flat.left[kid]
            if left >= last:
                cut = f"{flat.dep[kid]}:{flat.form[left]}"
                break
            tail = f"{flat.dep[kid]}:{flat.form[left] if flat.right[kid] < last else 'through'}"
    return tail, cut


def _root(flat, part):
    a, b = part
    for i in range(a, b):
        head = flat.head[i]
        if (head < a or head >= b or head == i) and flat.pos[i] not in ("PUNCT", "SPACE"):
            return i
    return a
