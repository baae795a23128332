"""Words around numbers and names: counting, joining, shortening, signs; the same in sentences and in figures."""


def count(number, one, many=None):
    """A number with its noun.

    Parameters
    ----------
    number : int
    one, many : str
        The noun; without `many`, its plural has an s.

    >>> count(1, "quotation"), count(2, "quotation")
    ('1 quotation', '2 quotations')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join(names):
    """Names as a sentence has them.

    >>> join(["a", "b", "c"])
    'a, b and c'
    """
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def joined(speaker, link=None):
    """Those whom one cell names together, as a sentence has them.

    Parameters
    ----------
    speaker : str
        Canonical names joined by "; ", as the tables have them.
    link : str, optional
        The word between each two, where "and" would be read as the end of a list.

    >>> joined("Ann Lee; Tom Roe"), joined("Ann Lee; Tom Roe", "with")
    ('Ann Lee and Tom Roe', 'Ann Lee with Tom Roe')
    """
    names = speaker.split("; ")
    return f" {link} ".join(names) if link else join(names)


def short(text, width=28):
    """Text for a label: one line of at most `width` characters.

    >>> short("A heading that is far too long for any label in a figure", 20)
    'A heading that is…'
    """
    text = " ".join(str(text).split())
    if len(text) <= width:
        return text
    cut = text[: width - 1].rsplit(" ", 1)[0] if " " in text[: width - 1] else text[: width - 1]
    return cut + "…"


def times_over(number):
    """How often, as an adverb.

    >>> times_over(1), times_over(3)
    ('once', '3 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def day_in_full(day):
    """A day as prose has it.

    >>> from datetime import date
    >>> day_in_full(date(2025, 5, 8))
    '8 May 2025'
    """
    return f"{day.day} {day:%B} {day.year}"


def decimal(number, digits=2):
    """A number with a minus sign where it is below 0, and none where it rounds to 0.

    >>> decimal(-0.123), decimal(-0.001), decimal(0.5)
    ('−0.12', '0.00', '0.50')
    """
    return _with_minus(f"{number:z.{digits}f}")


def signed(number, digits=2):
    """A number with its sign; what rounds to 0 has none.

    >>> signed(-0.123), signed(0.5), signed(-0.001)
    ('−0.12', '+0.50', '0.00')
    """
    told = f"{number:+z.{digits}f}"
    return told.removeprefix("+") if float(told) == 0 else _with_minus(told)


def _with_minus(told):
    return told.replace("-", "−", 1)
