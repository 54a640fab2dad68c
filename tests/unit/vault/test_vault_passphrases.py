"""Which passphrases are taken, and what a try at one costs."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from reflect.errors import DamagedFile, WeakPassphrase, WrongUse
from reflect.vault.common_passphrases import COMMON
from reflect.vault.derivation import DEMO, STANDARD, Cost, normalised
from reflect.vault.passphrase_lock import lock_with
from reflect.vault.passphrases import check_passphrase

FEEBLE = """
safeguarding Safeguarding1 Supervision2026! password1 PASSWORD P@ssw0rd 12345678 1234567890 20262026 11111111
aaaaaaaa abcabcabc abcdefgh qwertyuiop Qwerty12345 qwertz123456 asdfghjkl poiuytrewq 1qaz2wsx 1q2w3e4r
1234qwer 12/03/1985 25121999 letmein! correcthorsebatterystaple child-protection SocialWorker99 !!!!!!!!
W3lcome1 5afeguard1ng
"""

SOUND = [
    "tulip radio harbour",
    "the kettle was cold again",
    "nine grey herons",
    "Teilchenbeschleuniger am Dienstag",
    "дождь над рекой",
    "🦊🐻🌳🚲🎻🥁🪁🧦",
    "xK9#mQ2v",
    "safeguarding needs a kettle",
]


@pytest.mark.parametrize("passphrase", FEEBLE.split())
def test_what_everybody_tries_first_is_refused(passphrase: str) -> None:
    with pytest.raises(WeakPassphrase) as refused:
        check_passphrase(passphrase)
    assert passphrase not in str(refused.value)
    assert refused.value.next_step


@pytest.mark.parametrize("passphrase", SOUND)
def test_no_rule_says_which_characters_to_use(passphrase: str) -> None:
    assert check_passphrase(passphrase, name="Priya Shah") is None


@pytest.mark.parametrize("passphrase", ["", "short", "1234567", "   a b   ", "x" * 1001])
def test_too_short_and_too_long_are_refused(passphrase: str) -> None:
    with pytest.raises(WeakPassphrase):
        check_passphrase(passphrase)


@pytest.mark.parametrize(
    "passphrase", ["priyashah", "Priya Shah", "shah.priya", "Priya-Shah-2026", "Featherstonehaugh1"]
)
def test_a_persons_own_name_is_refused(passphrase: str) -> None:
    name = "Jo Featherstonehaugh" if "Feather" in passphrase else "Priya Shah"
    with pytest.raises(WeakPassphrase):
        check_passphrase(passphrase, name=name)
    assert check_passphrase(passphrase, name="Sam Jones") is None


def test_the_list_of_common_ones_is_folded_and_long_enough_to_matter() -> None:
    assert len(COMMON) > 400
    assert all(word == word.casefold() and word.isalnum() for word in COMMON)


def test_a_weak_passphrase_is_wrong_use() -> None:
    assert issubclass(WeakPassphrase, WrongUse)
    assert WeakPassphrase.exit_code == 2


@pytest.mark.parametrize(
    ("typed", "typed_elsewhere"),
    [
        ("café au lait", unicodedata.normalize("NFD", "café au lait")),
        ("tulip radio", "tulip\u00a0radio\n"),
        ("ﬁne words", "fine words"),
        ("ｔｕｌｉｐ", "tulip"),
    ],
)
def test_the_same_passphrase_on_another_keyboard_opens(typed: str, typed_elsewhere: str) -> None:
    assert typed != typed_elsewhere
    assert normalised(typed) == normalised(typed_elsewhere)
    lock = lock_with(typed, b"secret", purpose="p", demo=True)
    assert lock.open(typed_elsewhere, purpose="p", demo=True) == b"secret"


def test_a_lock_opens_with_its_passphrase_for_its_purpose_only() -> None:
    lock = lock_with("tulip radio", b"secret", purpose="p", demo=True)
    for passphrase, purpose in (("tulip Radio", "p"), ("tulip radio", "q"), ("", "p")):
        with pytest.raises(DamagedFile):
            lock.open(passphrase, purpose=purpose, demo=True)


def test_outside_a_demo_the_full_cost_is_paid() -> None:
    lock = lock_with("tulip radio", b"secret", purpose="p", demo=False)
    assert lock.derivation.cost == STANDARD == Cost(memory=65536, iterations=3, lanes=4)
    assert lock.open("tulip radio", purpose="p", demo=False) == b"secret"
    with pytest.raises(DamagedFile):  # what was closed for a workspace cannot be passed off as a demo's
        lock.open("tulip radio", purpose="p", demo=True)


@pytest.mark.parametrize("part", ["memory", "iterations", "lanes"])
def test_a_cost_below_the_standard_is_refused_outside_a_demo(part: str) -> None:
    lock = lock_with("tulip radio", b"secret", purpose="p", demo=True)
    weaker = STANDARD._replace(**{part: getattr(STANDARD, part) - 1})
    with pytest.raises(DamagedFile):
        lock.derivation._replace(cost=weaker).require(demo=False)
    assert lock.derivation._replace(cost=STANDARD).require(demo=False) is None
    assert lock.derivation.cost == DEMO
    assert lock.derivation.require(demo=True) is None


@pytest.mark.parametrize(
    "absurd",
    [
        Cost(memory=1024 * 1024 + 1, iterations=3, lanes=4),
        Cost(memory=65536, iterations=10_000, lanes=4),
        Cost(memory=65536, iterations=3, lanes=100_000),
        Cost(memory=8, iterations=1, lanes=4),
        Cost(memory=0, iterations=0, lanes=0),
    ],
)
@pytest.mark.parametrize("demo", [True, False])
def test_a_cost_that_would_exhaust_the_computer_is_refused_everywhere(absurd: Cost, demo: bool) -> None:
    lock = lock_with("tulip radio", b"secret", purpose="p", demo=True)
    with pytest.raises(DamagedFile):
        replace(lock, derivation=lock.derivation._replace(cost=absurd)).open(
            "tulip radio", purpose="p", demo=demo
        )


@pytest.mark.parametrize("salt", [b"", b"seven b", bytes(1000)])
def test_a_salt_that_is_none_is_refused(salt: bytes) -> None:
    lock = lock_with("tulip radio", b"secret", purpose="p", demo=True)
    with pytest.raises(DamagedFile):
        lock.derivation._replace(salt=salt).require(demo=True)
