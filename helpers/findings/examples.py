"""Articles around an example sentence, in which other sentences stand In short."""


def story(sentence):
    """An article of which other sentences stand In short than the one that is to be looked at."""
    return f"{_OPENING}{sentence}\n\n{_END}"


_OPENING = (
    "Holm bridge closed\n\n"
    "Holm closed its old bridge on Monday after 4,200 drivers, about half of the 8,000 who use the bridge each day, "
    "had signed a letter of 12 pages to the council.\n\n"
    "Critics of the closed bridge in Holm reject the letter and fear that 3,100 jobs in 14 mills, some 40 per cent of "
    "all, could be lost by the autumn of the year.\n\n"
    "Opponents of the closed Holm bridge found in a survey that 1,900 of 2,600 shoppers oppose higher prices for 24 "
    "kinds of bread and milk, and that nearly 700 will not walk.\n\n"
    "Teachers of 3 schools protest at the closed bridge of Holm, for a study counts 640 pupils, about 35 per cent of "
    "all, whose bus takes 50 minutes more through 9 villages.\n\n"
    "Farmers oppose the closed bridge of Holm, according to a study of 260 fields, 75 per cent of which lie beyond the "
    "river, where 5,400 sheep and 820 cows wait for 11 lorries.\n\n"
)
_END = "It rained. She slept. They left. He ate. It snowed. She sang. They wept. He stayed."
