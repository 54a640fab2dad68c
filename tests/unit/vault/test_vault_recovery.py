"""Recovery words: read back however they were written down, and refused without repeating them."""

from __future__ import annotations

import pytest
from mnemonic import Mnemonic

from reflect.errors import WrongPassphrase
from reflect.vault.recovery import lock_with_words, new_words, open_with_words, secret_of

VECTOR = "legal winner thank year wave sausage worth useful legal winner thank yellow"
WORDS = VECTOR.split()
SECRET_OF_WORDS = bytes.fromhex("7f" * 16)  # from the published test vectors of BIP 39


def test_new_words_are_twelve_from_the_list_and_never_the_same() -> None:
    made = {new_words() for _ in range(100)}
    assert len(made) == 100
    for words in made:
        assert len(words) == 12
        assert Mnemonic("english").check(" ".join(words))
        assert len(secret_of(" ".join(words))) == 16


def test_nobody_is_given_painful_words_to_keep_on_paper() -> None:
    met = {word for _ in range(300) for word in new_words()}
    assert len(met) > 1000
    assert met.isdisjoint({"abuse", "assault", "baby", "child", "hurt", "kid", "orphan"})


def test_the_words_mean_what_the_published_vectors_say() -> None:
    assert secret_of(VECTOR) == SECRET_OF_WORDS


@pytest.mark.parametrize(
    "written",
    [
        VECTOR.upper(),
        "\n".join(WORDS) + "\n\n",
        "  " + " , ".join(WORDS) + ".",
        "\r\n".join(f"{number}. {word.title()}" for number, word in enumerate(WORDS, start=1)),
        " ".join(f"{number}){word}" for number, word in enumerate(WORDS, start=1)),
        "\t".join(f"{number}: {word}" for number, word in enumerate(WORDS, start=1)),
        " ".join(word[:4] for word in WORDS),
    ],
)
def test_case_spaces_numbers_and_lines_are_forgiven(written: str) -> None:
    assert secret_of(written) == SECRET_OF_WORDS


def refused(written: str) -> str:
    with pytest.raises(WrongPassphrase) as wrong:
        secret_of(written)
    said = str(wrong.value)
    assert not any(word in said.split() for word in WORDS)
    assert wrong.value.wait_seconds == 0
    return said


def test_an_unknown_word_is_named_by_its_place() -> None:
    said = refused(" ".join([*WORDS[:4], "wavve", *WORDS[5:]]))
    assert said.startswith("Word 5 is not in the list of recovery words.")
    assert "wavve" not in said
    assert refused(" ".join(["xx", *WORDS[1:11], "zz"])).startswith("Words 1, 12 are not in the list")


def test_missing_and_swapped_words_are_noticed() -> None:
    assert refused(" ".join(WORDS[:11])).startswith("There should be 12 recovery words; these are 11.")
    assert refused("").startswith("There should be 12 recovery words; these are 0.")
    assert "do not fit" in refused(" ".join([WORDS[-1], *WORDS[1:11], WORDS[0]]))


def test_words_open_what_they_closed_for_its_purpose_only() -> None:
    words, others = new_words(), new_words()
    box = lock_with_words(words, b"keys", purpose="p")
    assert open_with_words(" ".join(words), box, purpose="p") == b"keys"
    for written, purpose in ((others, "p"), (words, "q")):
        with pytest.raises(WrongPassphrase):
            open_with_words(" ".join(written), box, purpose=purpose)
