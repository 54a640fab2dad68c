"""Which page stands for which place. Pages are imported when they are first gone to.

The pages of a sitting are `ReflectPage(bank=, question=, anew=)` or `ReflectPage(reflection=)` in
`screens/reflect.py`, `FinishPage(reflection)` in `screens/finish.py`, `MyReflectionsPage()` in
`screens/my_reflections.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.people import Standing
from reflect.domain.reflection import Answer
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screen import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.services.practice import Practice
    from reflect.tui.desk import Desk
    from reflect.tui.start import Opening
    from reflect.workspace import SignIn


def first_start() -> Page:
    """Nobody is here yet: name, passphrase, recovery words."""
    from reflect.tui.screens.first_start import FirstStartPage

    return FirstStartPage()


def lock(people: tuple[SignIn, ...], name: str | None) -> Page:
    """Who is it, and their passphrase."""
    from reflect.tui.screens.lock import LockPage

    return LockPage(tuple(person for person in people if person.standing is Standing.ACTIVE), name)


def recovery_words(practice: Practice, words: tuple[str, ...]) -> Page:
    """The words that open what is written if the passphrase is forgotten, shown once."""
    from reflect.tui.screens.recovery_words import RecoveryWordsPage

    return RecoveryWordsPage(practice, words)


def today() -> Page:
    """What is unfinished, and the banks."""
    from reflect.tui.screens.today import TodayPage

    return TodayPage()


def library() -> Page:
    """All banks."""
    from reflect.tui.screens.library import LibraryPage

    return LibraryPage()


def bank(bank_id: str, wanted: QuestionFilter | None = None) -> Page:
    """One bank, its questions filtered as wanted."""
    from reflect.tui.screens.bank import BankPage

    return BankPage(bank_id, wanted or QuestionFilter())


def reflect_on(bank_id: str, question: str | None = None, *, anew: bool = False) -> Page:
    """A sitting with a bank: the unfinished one if there is one, unless `anew`; at `question` if it is given."""
    from reflect.tui.screens.reflect import ReflectPage

    return ReflectPage(bank=bank_id, question=question, anew=anew)


def opening(wanted: Opening) -> Page:
    """What the program was started for: a question, a bank, or the one-to-one with somebody."""
    if wanted.person is not None:
        return with_person(wanted.person)
    return reflect_on(wanted.bank or "", wanted.question)


def seven_minutes(bank_id: str) -> Page:
    """A bank's seven panes, a minute each, then a few of its questions."""
    from reflect.tui.screens.seven_minutes import SevenMinutesPage

    return SevenMinutesPage(bank_id)


def resume(reflection: str) -> Page:
    """A sitting where it was left."""
    from reflect.tui.screens.reflect import ReflectPage

    return ReflectPage(reflection=reflection)


def search() -> Page:
    """The person's own words, found again."""
    from reflect.tui.screens.search import SearchPage

    return SearchPage()


def answer(answer_: Answer) -> Page:
    """One answer, to read and change."""
    from reflect.tui.screens.answer import AnswerPage

    return AnswerPage(answer_)


def then_and_now(bank_id: str, question: str) -> Page:
    """All answers to one question side by side in time."""
    from reflect.tui.screens.then_and_now import ThenAndNowPage

    return ThenAndNowPage(bank_id, question)


async def answer_again(desk: Desk, bank_id: str, question: str) -> Page:
    """A question once more: in a sitting that is open and has no answer to it yet, otherwise in a new one."""
    from reflect.tui.screens.reflect import ReflectPage

    for sitting in await desk.read(lambda practice: practice.reflecting.unfinished()):
        if sitting.bank == bank_id and question in sitting.questions and question not in sitting.answered:
            return ReflectPage(reflection=sitting.id, question=question)
    return reflect_on(bank_id, question, anew=True)


def actions() -> Page:
    """What the person means to do, and what became of it."""
    from reflect.tui.screens.actions import ActionsPage

    return ActionsPage()


def action(action_id: str, *, of_log: bool = False) -> Page:
    """One action, with its history and every step that it can take. Where it stands on the log of a team, the page of
    the log says why it opens no more."""
    from reflect.tui.screens.action import ActionPage

    return ActionPage(action_id, of_log=of_log)


def shared(share_id: str) -> Page:
    """One share, for the supervisor to whom it was made."""
    from reflect.tui.screens.shared import SharedPage

    return SharedPage(share_id)


def one_to_ones() -> Page:
    """Whom the person supervises and who supervises them, and all records."""
    from reflect.tui.screens.one_to_ones import OneToOnesPage

    return OneToOnesPage()


def agreement(name: str) -> Page:
    """The supervision agreement with somebody, by their name."""
    from reflect.tui.screens.agreement import AgreementPage

    return AgreementPage(name)


def working_notes(name: str) -> Page:
    """The supervisor's working notes: one's own about somebody, or what one may know of theirs."""
    from reflect.tui.screens.working_notes import WorkingNotesPage

    return WorkingNotesPage(name)


def audit(name: str) -> Page:
    """What a file audit asks, answered from what is on file with somebody."""
    from reflect.tui.screens.audit import AuditPage

    return AuditPage(name)


def with_person(name: str) -> Page:
    """The next one-to-one with somebody, by their name, and all that it is prepared from."""
    from reflect.tui.screens.with_person import WithPersonPage

    return WithPersonPage(name)


def record(id_: str) -> Page:
    """The whole record of a one-to-one: to be read and signed, where nothing that is typed changes it."""
    from reflect.tui.screens.record import RecordPage

    return RecordPage(id_)


def one_to_one(id_: str) -> Page:
    """One one-to-one: held, or to be read once it is locked."""
    from reflect.tui.screens.one_to_one import OneToOnePage

    return OneToOnePage(id_)


def log() -> Page:
    """The listed actions of the teams that the person leads."""
    from reflect.tui.log.log_page import LogPage

    return LogPage()


def learning() -> Page:
    """What became of each finding of each review."""
    from reflect.tui.log.learning_page import LearningPage

    return LearningPage()


def figures() -> Page:
    """Figures of a team, over everything agreed."""
    from reflect.tui.log.figures_page import FiguresPage

    return FiguresPage()


def people() -> Page:
    """Who is here, in which teams, and who supervises whom."""
    from reflect.tui.screens.people import PeoplePage

    return PeoplePage()


def shares() -> Page:
    """What the person prepared and shared, and what is shared with them."""
    from reflect.tui.screens.shares import SharesPage

    return SharesPage()


def share_several(
    answers: Sequence[str] | None = None, *, are_marked: bool = False, to: str | None = None
) -> Page:
    """Sharing several answers at once, of these or of all, those prepared first; `are_marked` says whether they are
    meant to go, `to` by which link (its id) if by a certain one."""
    from reflect.tui.screens.share_several import ShareSeveralPage

    return ShareSeveralPage(answers, are_marked=are_marked, to=to)


def looking_back() -> Page:
    """A season or a year in reflection."""
    from reflect.tui.screens.looking_back import LookingBackPage

    return LookingBackPage()


def my_reflections() -> Page:
    """What the person has written."""
    from reflect.tui.screens.my_reflections import MyReflectionsPage

    return MyReflectionsPage()
