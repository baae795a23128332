"""A page's tree made ready for reading: every break a break, boxes and cards out of the running text.

Each step is one pass over the tree. What is taken out is given back with its kind.
"""

from lxml import etree

from .boxes import LINKED, without_cards, without_forms_and_boxes, without_link_lines
from .elements import BREAK, remove, shown, words_below
from .paragraphs import breaks, leaves, paragraphs
from .spaces import space_around_blocks, space_between_inline

__all__ = ["BREAK", "links", "prepare", "remove", "shown", "words_below"]


def prepare(tree):
    """Change a page's tree for reading; gives [(kind, text)] of what was taken out.

    >>> from lxml import html
    >>> page = html.fromstring("<body><div>The harbour is shut.<br><br>Ships wait.<h3>Why</h3></div></body>")
    >>> prepare(page)
    []
    >>> [(e.tag, e.text.strip()) for e in page.iter("p", "h3")]
    [('p', 'The harbour is shut.'), ('p', 'Ships wait.'), ('h3', 'Why')]
    """
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)  # a comment within a sentence can cut it
    out = without_forms_and_boxes(tree)
    out += without_cards(tree)
    out += without_link_lines(tree)
    space_between_inline(tree)
    space_around_blocks(tree)
    paragraphs(tree)
    leaves(tree)
    breaks(tree)
    return out


def links(tree):
    """The words of each line that is a link and nothing else.

    >>> from lxml import html
    >>> links(html.fromstring("<div><p><a>Ten ferries to see</a></p><p>Or <a>take the train</a></p></div>"))
    {'Ten ferries to see'}
    """
    counts = words_below(tree)
    lines = (line for line in tree.iter("p", "div", "h2", "h3", "h4") if counts[line][0] == counts[line][1] >= LINKED)
    return {shown(line) for line in lines}
