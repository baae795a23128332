"""The recipes of what is learned. They print what they measure and write only where told to."""

from .quotes import learn_quotes

__all__ = ["learn_quotes"]
