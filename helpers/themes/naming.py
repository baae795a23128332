"""What a theme is called: the label that says it best, or a fuller phrase; for the main one, who or what else, too."""

import numpy as np

from ..language.grammar import NOUN_SUBJECTS
from ..language.spelling import porter_stem
from ..quotes.cues import CLASS_OF
from .nominals import had_by, whose
from .weighing import NAMES, ties
from .words import GROUPS

BARE = 0.8  # what the name of somebody or of a place, or a mere group, is worth beside what happens
TIED = 0.3  # what it adds to a main theme that title and opening have its words, and that they come back
ALONE, BESIDE = 0.6, 0.15  # shares of the title: what needs no other beside it, and that other one's
ACTS = 0.3  # what it adds to that other one that it is a subject of the title
PLAIN = 0.3  # what a main theme of one word loses
LONGER, WIDEST = 3, 6  # words that a fuller phrase may have more; words of it
HAPPENS = 0.2  # what is added to a fuller phrase of a main theme that tells what happens
FEW = 3  # sentences in which a noun stands at least that is the main theme alone
SOON = 5  # words among which a title names who says the rest of it
COVER = 0.3  # what it adds to a main theme that it has all of the title
EVENT = 0.8  # what it adds that it is what the title tells with a verb
ONCE = 0.15  # what it loses if its noun stands in one sentence alone
STEADY = 0.25  # share of the sentences from which on a word of the first one is as good as one of the title
TITLE, LEAD, SPREAD = map(
    NAMES.index, ("share of the title in it", "share of the first sentence in it", "share of passages")
)
# how a main theme is called -> (a text, the name)
EXAMPLES = {
    "with who acts": (
        "# Berg sees no end of ferry strike at the islands\n\nThe ferry strike began on Monday on the islands. Sailors "
        "wait.\n\nAnna Berg owns a railway to the islands. Berg likes the ferry strike.\n\n"
        "The strike goes on, said Berg.",
        "Anna Berg and ferry strike",
    ),
    "whose it is": (
        "# Berg rejects harbour plan\n\nAnna Berg rejects the harbour plan. The harbour plan is old.\n\n"
        "Berg said that the harbour plan is bad.",
        "Anna Berg's rejection of harbour plan",
    ),
    "whose it is, who is no other theme": (
        "# Sailors vow to boycott harbour\n\nThe harbour is old. The harbour was shut.\n\nThey hate the harbour.",
        "sailors' vow to boycott harbour",
    ),
    "whose it is, by a pronoun": (
        "# Berg repeats her attacks on the ferry\n\nAnna Berg dislikes the ferry. The attacks on the ferry are old.\n\n"
        "Berg said that the ferry is bad.",
        "Anna Berg's attacks on the ferry",
    ),
    "whose it is, by a verb": (
        "# Berg faces harbour strike\n\nAnna Berg owns the harbour. The harbour strike is long.\n\n"
        "Berg dislikes the harbour strike.",
        "Anna Berg's harbour strike",
    ),
    "not whose it may be": (
        "# Berg may face harbour strike\n\nAnna Berg owns the harbour. The harbour strike is long.\n\n"
        "Berg dislikes the harbour strike.",
        "Anna Berg and harbour strike",
    ),
    "what somebody speaks on": (
        "# Berg: Harbour strike is over\n\nAnna Berg owns the harbour. The harbour strike is long.\n\n"
        "Berg dislikes the harbour strike.",
        "Anna Berg on harbour strike",
    ),
}


def main_label(found, right, main):
    """The label of the main theme: what happens, before where and who, unless the text is about one person."""
    every, title = found.labels.every, found.labels.in_title
    bare = np.array([one.who_or_where or (one.kind == "ORG" and title.isdisjoint(one.words)) for one in every])
    tied = ties(found.labels)
    tied = np.minimum(tied / max(tied[~bare].max(initial=0), 1e-9), 1)
    value = main + right / 2 + TIED * tied - PLAIN * np.array([len(one.words) == 1 for one in every])
    value += COVER * found.of_labels[:, TITLE]
    value += EVENT * np.array([of_title(found.labels, one) for one in every])
    value -= ONCE * np.array([len(found.labels.said[one.head]) < 2 and not one.told for one in every])
    value = value * np.where(
        [one.of_people or one.head in GROUPS or found.labels.somebody(one) for one in every], BARE, 1
    )
    many = STEADY * max(found.labels.sentence, default=0)
    steady = {word for word in found.labels.lead if len(found.labels.said[word]) > many}
    opening = title | steady or found.labels.lead
    # "view of trade talks" is worse than "trade talks" if "view" is not said again
    apart = np.array(
        [
            opening.isdisjoint(one.words)
            or (one.joined and one.head not in opening and not found.labels.comes_back(one, head=True))
            or (one.plain and len(found.labels.said[one.head]) < FEW)
            for one in every
        ]
    )
    for number, one in enumerate(every):
        if one.kind == "PERSON" and one.who and one.who == found.labels.profiled:
            own = [other for other, of in enumerate(every) if _is_of(of, one) and of.head in opening]
            return max(own, key=lambda other: (value[other].round(9), -other)) if own else number
    return int(np.argmax((value - 2 * bare * (not bare.all()) - apart).round(9)))


def of_title(labels, label):
    """Whether a label is what the title tells with a verb, of somebody or something that the text comes back to."""
    first, last = label.spans[0]
    if not label.told or not labels.titles[first] or first <= label.doer < last:
        return False
    return any(len(labels.said[word]) >= FEW for word in label.words[1:])


def fuller(found, number, right, main=False):
    """The longer phrase that says the same and more, of words that open the text, or that comes back; else itfound.

    "Manipulation of voting machines" for "voting machines", if the first sentence or the title has its words.
    """
    every, labels = found.labels.every, found.labels
    own, best = set(every[number].words), (right[number], number)
    grounded = labels.in_title | labels.lead
    for other, one in enumerate(every):
        words = set(one.words)
        if own < words and not one.who_or_where and len(words) <= len(own) + LONGER and len(words) <= WIDEST:
            repeated = len(one.spans) > 1
            if repeated or (main and (one.told or words - own <= grounded)):
                best = max(best, (right[other] + HAPPENS * (main and one.told), other))
    return best[1]


def name(found, numbers):
    """What a theme is called: a label, or two: whose an event is, or in the order in which the text has them."""
    every = [found.labels.every[number] for number in numbers]
    every.sort(key=lambda one: (one.told, " and " in one.form, one.spans[0]))
    if every[-1].told and every[-1].by and not _shares(every[-1]):
        return f"{whose(every[-1].by)} {every[-1].form}"
    if len(every) > 1:
        speaking = speaker(found.labels)
        if speaking in numbers:
            who, what = sorted(numbers, key=lambda number: number != speaking)
            return f"{found.labels.every[who].form} on {found.labels.every[what].form}"
        for owner, owned in (every, every[::-1]):
            if owns(found.labels, owner, owned):
                return f"{whose(owner.form)} {owned.form}"
    return " and ".join(one.form for one in every)


def partner(found, number):
    """Who or what else the title, or the first sentence, is about; None if the label says it alone."""
    labels, main, best = found.labels, found.labels.every[number], None
    cover = found.of_labels[:, TITLE]
    if main.told:
        whose_it_is = "" if _shares(main) else main.by
        return next((other for other, one in enumerate(labels.every) if one.form == whose_it_is), None)
    speaking = speaker(labels)
    if speaking is not None and set(stems(main)).isdisjoint(stems(labels.every[speaking])):
        return speaking
    alone = cover[number] > ALONE
    if main.who_or_where:
        cover = np.maximum(cover, found.of_labels[:, LEAD])
    used, who = set(stems(main)), labels.somebody(main)
    for other, one in enumerate(labels.every):
        whole = one.who_or_where or (one.name and not one.joined)
        if whole == main.who_or_where or cover[other] < BESIDE or not used.isdisjoint(stems(one)):
            continue
        heads = {labels.head(span) for span in one.spans}
        if one.kind == "PERSON" and who:
            continue
        if one.of_people and one.kind != "PERSON":
            continue
        if one.kind == "PERSON" and not opens(labels, one):
            continue
        if len({labels.sentence[head] for head in heads}) > 1 or len(labels.said[one.head]) > 2:
            own = owns(labels, one, main)
            if alone and not own:
                continue
            acts = own or any(labels.titles[head] and labels.columns.dep[head] in NOUN_SUBJECTS for head in heads)
            value = cover[other] + found.of_labels[other, SPREAD] + ACTS * acts
            best = max(best or (0, 0), (round(value, 9), -other))
    return -best[1] if best else None


def speaker(labels):
    """The person whose words the title reports, as the number of a label, or None: "Berg: Ferry strike is over"."""
    for number, one in enumerate(labels.every):
        if one.kind == "PERSON" and any(_speaks(labels, last - 1) for _, last in one.spans):
            return number
    return None


def _speaks(labels, token):
    """Whether the title reports what somebody says: "Berg: …", "Berg says …"."""
    if not labels.titles[token] or token + 1 >= len(labels.doc):
        return False
    opens = token < SOON and labels.doc[token + 1].text == ":" and labels.doc[token].dep_ != "pobj"
    verb = labels.doc[token].head
    says = labels.doc[token].dep_ == "nsubj" and verb.dep_ == "ROOT" and verb.lemma_.lower() in CLASS_OF
    return opens or (says and any(one.dep_ == "ccomp" for one in verb.rights))


def owns(labels, owner, owned):
    """Whether what a label says is somebody's: "her attacks on the plan", "Berg faces a deep image problem"."""
    if owned.who_or_where or owned.of_people or not (owner.who_or_where or owner.name):
        return False
    heads = {labels.head(span) for span in owner.spans}
    for noun in map(labels.head, owned.spans):
        for one in labels.doc[noun].lefts:
            if one.dep_ == "poss" and one.tag_ == "PRP$" and owner.who and labels.means.get(one.i) == owner.who:
                return True
        if labels.opens_text(noun) and had_by(labels.doc[noun]) in heads:
            return True
    return False


def _shares(told):
    """Whether whoever does something is in the words for it, too."""
    return not set(told.by.lower().split()).isdisjoint(told.form.lower().split())


def opens(labels, person):
    """Whether the title or the first sentence names a person: "a landslide win" does not name Tom Win."""
    there = any(labels.opens_text(token) for span in person.spans for token in range(*span))
    return there or labels.headlined(person)


def stems(label):
    """The stems of a label's words, its noun first."""
    return [porter_stem(word) for word in (label.head, *label.words)]


def _is_of(label, person):
    """Whether a label tells what somebody has, does or suffers: "Anna Berg's plan", "books about Berg"."""
    owned = label.joined and person.head in label.words and person.head != label.head
    return owned and not label.of_people and label.head not in GROUPS and " by " not in label.form
