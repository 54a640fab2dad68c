"""Recovery words: twelve English words that open a person's keys if the passphrase is forgotten.

They hold 128 random bits (less a fifth of one, as painful words are left out) and a check in the last word:
the word list and form of BIP 39. They are shown once and never kept; what is kept is a box that they open.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache

from mnemonic import Mnemonic

from reflect.errors import DamagedFile, WrongPassphrase
from reflect.vault.boxes import bound, derived, shut, unshut

WORDS = 12
_BITS = 128
_PAINFUL = """
abandon abuse addict alcohol assault baby child crime cruel cry drama emotion father hurt injury kid misery
mother orphan poverty
"""
_NOT_ON_PAPER = frozenset(_PAINFUL.split())  # nobody whose work this is needs these on a card
_LETTERS_THAT_TELL = 4  # no two words of the list share their first four letters


def new_words() -> tuple[str, ...]:
    """Twelve new random words."""
    while True:
        words = tuple(_list().to_mnemonic(secrets.token_bytes(_BITS // 8)).split())
        if _NOT_ON_PAPER.isdisjoint(words):
            return words


def secret_of(written: str) -> bytes:
    """The 128 bits that written-down words hold, whatever their case, spacing, numbering or line ends; the
    first four letters of a word will do. Raises WrongPassphrase naming the place of what cannot be right,
    never the words."""
    folded = unicodedata.normalize("NFKC", written).casefold()
    words = re.findall(r"[^\W\d_]+", folded)
    if len(words) != WORDS:
        raise WrongPassphrase(
            f"There should be {WORDS} recovery words; these are {len(words)}.",
            "Nothing was changed. Please type all of them, in the order in which they were printed.",
        )
    known = set(_list().wordlist)
    full = [word if len(word) < _LETTERS_THAT_TELL else _list().expand_word(word) for word in words]
    unknown = [str(number) for number, word in enumerate(full, start=1) if word not in known]
    if unknown:
        which = f"Word {unknown[0]} is" if len(unknown) == 1 else f"Words {', '.join(unknown)} are"
        raise WrongPassphrase(
            f"{which} not in the list of recovery words.",
            "Nothing was changed. Please compare with what was printed.",
        )
    try:
        return bytes(_list().to_entropy(full))
    except ValueError:
        raise WrongPassphrase(
            "All of these are recovery words, but together they do not fit: one is wrong or out of order.",
            "Nothing was changed. Please compare with what was printed.",
        ) from None


def lock_with_words(words: tuple[str, ...], secret: bytes, *, purpose: str) -> bytes:
    """`secret` closed by recovery words for one named purpose."""
    place = bound("reflect recovery 1", purpose)
    return shut(derived(secret_of(" ".join(words)), salt=b"", purpose=place), secret, place=place)


def open_with_words(written: str, box: bytes, *, purpose: str) -> bytes:
    """What `lock_with_words` closed. Raises WrongPassphrase if these are not the words that closed it."""
    place = bound("reflect recovery 1", purpose)
    try:
        return unshut(derived(secret_of(written), salt=b"", purpose=place), box, place=place)
    except DamagedFile:
        raise WrongPassphrase(
            "These recovery words are not the ones that belong to this person.",
            "Nothing was changed. Each print-out belongs to one person, and newer words replace older ones.",
        ) from None


@cache
def _list() -> Mnemonic:
    return Mnemonic("english")
