"""A workspace with as many made-up answers as a measurement asks for, written the way the program writes them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from reflect.domain.banks import Bank, Question
from reflect.domain.reflection import Asked
from reflect.domain.versions import begun
from reflect.services import sittings
from reflect.services.drawer import OpenDrawer, new_id
from reflect.services.practice import Practice
from reflect.services.saving import Said, said_anew
from reflect.workspace import Workspace

PASSPHRASE = "a lantern by the canal"
BANK = "child-s"
AT_ONCE = 50
SENTENCE = (
    "the mother said that father child school nursery rang visit home worry plan meeting asked listened next time I "
    "will know whether anybody had seen him alone or written down what he told us about an ordinary day"
)


class MadeUpClock:
    """Goes on only when it is told to."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 1, 1, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@contextmanager
def workspace_with(sittings_: int, each: int, *, letters: int = 2000) -> Iterator[Workspace]:
    """A workspace of one person with so many finished sittings of `each` answers of `letters` characters. The first
    question of the bank `BANK` is answered in every sitting with that bank."""
    with TemporaryDirectory() as folder:
        clock = MadeUpClock()
        workspace = Workspace(Path(folder) / "workspace", clock)
        practice, _ = workspace.create(
            name="Robin Example", profession="Nurse", passphrase=PASSPHRASE, demo=True
        )
        _write(practice, clock, sittings_, each, letters)
        practice.close()
        yield workspace


def first_question(practice: Practice) -> Question:
    """The question that is answered in every sitting with its bank."""
    return practice.banks.bank(BANK).questions[0]


def _write(practice: Practice, clock: MadeUpClock, number: int, each: int, letters: int) -> None:
    luck = random.Random(1)
    banks = [bank for bank in practice.banks.banks() if len(bank.questions) >= 10]
    drawer = practice.reflecting._drawer
    step = timedelta(days=700) / number
    for start in range(0, number, AT_ONCE):
        with drawer.writing() as opened:
            for place in range(start, min(start + AT_ONCE, number)):
                bank = practice.banks.bank(BANK) if place % 5 == 0 else luck.choice(banks)
                asked = [bank.questions[0], *luck.sample(bank.questions[1:], each - 1)]
                _one_sitting(opened, clock, bank, asked, luck, letters)
                clock.moment += step


def _one_sitting(
    opened: OpenDrawer,
    clock: MadeUpClock,
    bank: Bank,
    asked: list[Question],
    luck: random.Random,
    letters: int,
) -> None:
    now = clock.now()
    sitting = sittings.begun(new_id(), bank, [question.id for question in asked], now)
    ids: dict[str, str] = {}
    for question in asked:
        said = Said(" ".join(luck.choices(SENTENCE.split(), k=letters // 5))[:letters], None, None, None)
        answer = said_anew(new_id(), sitting.id, Asked.of(bank, question), said, now)
        opened.put_answer(answer, begun(now))
        opened.saw(answer)
        ids[question.id] = answer.id
        sitting = sittings.with_answer(sitting, answer)
    opened.put_head(replace(sitting, finished=now, position=len(asked), take_away="Ask sooner."), ids)
