"""How long a search through 10,000 answers of 2 KB takes, against a bare scan of the same decrypted, folded strings
in Python; and how long the first one takes, which reads and opens everything, and one after a single change.

    python bench/search.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from made_up_answers import BANK, PASSPHRASE, first_question, workspace_with

from reflect.domain.finding_words import Wanted

ROUNDS = 25
LIMIT = 1.2
LOOKED_FOR = ("worry", "nursery alone plan", '"asked listened next"', "wor", "submarine")


def _seconds(do: Callable[[], object]) -> float:
    """The processor's time in this thread: what else the machine does meanwhile does not count."""
    began = time.thread_time()
    do()
    return time.thread_time() - began


def _bare_scan(texts: tuple[str, ...], terms: tuple[str, ...]) -> Callable[[], list[str]]:
    if len(terms) == 1:
        return lambda: [text for text in texts if terms[0] in text]
    return lambda: [text for text in texts if all(term in text for term in terms)]


def main() -> int:
    """Prints a line for each search; 1 if one is slower than the limit."""
    slow = False
    with workspace_with(1000, 10) as workspace:
        practice = workspace.sign_in(None, PASSPHRASE)
        search = practice.remembering.search
        first = _seconds(lambda: search("worry"))
        texts = practice.remembering._read_shelf().compared
        print(f"{'':<24}{'found':>8}{'bare scan':>12}{'search':>12}{'ratio':>8}")
        for words in LOOKED_FOR:
            terms = Wanted.read(words).terms

            scan = _bare_scan(texts, terms)
            bares, ours = [], []
            for _ in range(ROUNDS):
                bares.append(_seconds(scan))
                ours.append(_seconds(lambda words=words: search(words)))
            one, other = statistics.median(bares) * 1000, statistics.median(ours) * 1000
            slow = slow or other / one > LIMIT
            print(f"{words:<24}{len(search(words)):>8}{one:>9.2f} ms{other:>9.2f} ms{other / one:>8.2f}")
        question = first_question(practice)
        practice.reflecting.add_answer(BANK, question.id, text="A submarine.", scale=None)
        after = _seconds(lambda: search("submarine"))
        print(
            f"The first search, which opens everything: {first * 1000:.0f} ms; after one change: {after * 1000:.0f} ms"
        )
        practice.close()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
