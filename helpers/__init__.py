"""Read one news article closely: helpers that turn an article into tables of evidence."""

__version__ = "0.1.0"
