"""The recipes of what is learned: a module an analysis. They write only where told to, and give figures as tables.

They need scikit-learn, which comes with the packages of the tests; running does not. The teacher of tone and stance
(`encoder`) needs two packages more, which it names.
"""
