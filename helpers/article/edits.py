"""Edits: the log of what cleaning did, precise enough to do it again.

An edit is (start, end, replacement, reason) on some text; a list of them is sorted and does
not overlap. Cleaning runs in two steps, each with offsets into what it was given; `compose`
turns both into one list on the first text.
"""


def apply(text, edits):
    """The text with the edits made.

    >>> apply("one  two", [(4, 5, "", "double space")])
    'one two'
    """
    pieces, position = [], 0
    for start, end, replacement, *_ in edits:
        pieces += [text[position:start], replacement]
        position = end
    return "".join([*pieces, text[position:]])


def compose(text, first, second):
    """One list of edits on `text` that does what `first` and then `second` do.

    >>> compose("a\\u00a0 b", [(1, 2, " ", "no-break space")], [(2, 3, "", "double space")])
    [(1, 2, ' ', 'no-break space'), (2, 3, '', 'double space')]
    >>> compose("a\\u00a0.", [(1, 2, " ", "no-break space")], [(1, 2, "", "space before stop")])
    [(1, 2, '', 'no-break space; space before stop')]
    """
    second = _not_within_one(first, second, apply(text, first))
    result, number, shift = [], 0, 0  # shift: offset in text minus offset after `first`

    def take():
        nonlocal number, shift
        edit = first[number]
        number += 1
        shift += edit[1] - edit[0] - len(edit[2])
        return edit

    for start, end, replacement, reason in second:
        while number < len(first) and _end(first[number], shift) <= start:
            result.append(take())
        source_start, before, reasons, last = start + shift, "", [], None
        while number < len(first) and first[number][0] - shift < end:
            clean = first[number][0] - shift
            if clean < start:
                source_start, before = first[number][0], first[number][2][: start - clean]
            last_end = _end(first[number], shift)
            last = take()
            if last[3] not in reasons:
                reasons.append(last[3])
        after, source_end = "", end + shift
        if last is not None and last_end > end:
            after, source_end = last[2][len(last[2]) - (last_end - end) :], last[1]
        if reason not in reasons:
            reasons.append(reason)
        result.append((source_start, source_end, before + replacement + after, "; ".join(reasons)))
    result += first[number:]
    return [edit for edit in result if text[edit[0] : edit[1]] != edit[2]]


def _end(edit, shift):
    return edit[0] - shift + len(edit[2])


def _not_within_one(first, second, between):
    """Join edits of `second` that begin or end inside one replacement of `first`."""
    joined, number, shift = [], 0, 0
    for edit in second:
        if joined:
            last = joined[-1]
            while number < len(first) and _end(first[number], shift) <= last[1]:
                shift += first[number][1] - first[number][0] - len(first[number][2])
                number += 1
            split = number < len(first) and first[number][0] - shift < last[1]
            if split and edit[0] < _end(first[number], shift):
                kept = between[last[1] : edit[0]]
                reason = last[3] if last[3] == edit[3] else f"{last[3]}; {edit[3]}"
                joined[-1] = (last[0], edit[1], last[2] + kept + edit[2], reason)
                continue
        joined.append(edit)
    return joined
