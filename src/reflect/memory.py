"""How often Python looks through all that it holds for what could be let go."""

from __future__ import annotations

import gc

# While a program starts it makes many things and lets go of hardly any: looking for them is a twelfth of a command's
# time.
_SELDOM = 200_000
_USUAL = (700, 10, 10)


def seldom_looked_through() -> None:
    """From the start of the program on, for everything that ends soon."""
    gc.set_threshold(_SELDOM)


def looked_through_as_usual() -> None:
    """For what stays open: what is there by now is not looked at again, so that keys are answered at once."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_USUAL)


def never_looked_through_again() -> None:
    """The program ends now, and all of it goes."""
    gc.freeze()
