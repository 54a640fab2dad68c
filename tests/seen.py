"""Everything that somebody can be told: every question that a person can ask, also about what is not theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.figures.listed_log import ListedLog, LogBy
from reflect.errors import ReflectError
from reflect.services.practice import Practice

Question = Callable[[], object]
FAULT = "a fault of the program: "
ANY_LOG = ListedLog(("North",), date.max, LogBy.DAY, (), 0)


def seen_by(practice: Practice, ids: Iterable[str], names: Iterable[str], words: Iterable[str]) -> list[str]:
    """What comes back to each question, or the refusal word for word; a change is never asked for."""
    asked: list[Question] = _unasked(practice)
    for word in words:
        asked += _of_words(practice, word)
    for name in names:
        asked += _of_people(practice, name)
    for id_ in ids:
        asked += _of_ids(practice, id_)
    return [_said(question) for question in asked]


def counts(practice: Practice) -> dict[str, int]:
    """How many there are of everything that can be counted."""
    return {
        "answers": len(practice.reflecting.answers()),
        "sittings": len(practice.reflecting.reflections()),
        "prepared": len(practice.sharing.prepared()),
        "shares": len(practice.sharing.mine()),
        "received": len(practice.sharing.received()),
        "actions": len(practice.actions.listed(Wanted())),
        "supervisees": len(practice.actions.listed(Wanted(whose=Whose.SUPERVISEES))),
        "listed": len(practice.actions.listed(Wanted(whose=Whose.LISTED))),
        "open": practice.actions.arranged().open,
        "one-to-ones": len(practice.one_to_ones.all()),
        "dates": len(practice.one_to_ones.dates()),
        "due": len(practice.one_to_ones.due()),
        "agreements": len(practice.agreements.all()),
        "notes": len(practice.working_notes.mine()),
        "notes about me": sum(one.number for one in practice.working_notes.about_me()),
        "links": len(practice.links.all()),
        "notices": len(practice.telling.waiting()),
    }


def _said(question: Question) -> str:
    try:
        return repr(question())
    except ReflectError as error:
        return f"{type(error).__name__}: {error}"
    except Exception as fault:
        return f"{FAULT}{type(fault).__name__}: {fault}"


def _unasked(practice: Practice) -> list[Question]:
    actions, reflecting = practice.actions, practice.reflecting
    return [
        reflecting.answers, reflecting.whole_answers, reflecting.reflections, reflecting.reflection_cards,
        reflecting.unfinished, practice.coming_back.questions, practice.coming_back.preferences,
        practice.sharing.prepared, practice.sharing.mine, practice.sharing.received,
        practice.links.all, practice.links.current, practice.links.my_supervisors, practice.links.my_supervisees,
        practice.teams.all, practice.people.everyone, practice.telling.waiting, practice.examine,
        lambda: practice.settings, lambda: practice.notice, lambda: practice.read_only,
        lambda: practice.banks.banks(), lambda: practice.taking_out.prepare(),
        lambda: actions.listed(Wanted()), lambda: actions.listed(Wanted(whose=Whose.MINE)),
        lambda: actions.listed(Wanted(whose=Whose.SUPERVISEES)), lambda: actions.listed(Wanted(whose=Whose.LISTED)),
        lambda: actions.listed(Wanted(as_at=date(2026, 1, 5))), lambda: actions.due(99), lambda: actions.over_time(),
        lambda: actions.names(), lambda: practice.taking_actions_out.prepare(Wanted()),
        practice.one_to_ones.all, practice.one_to_ones.due, practice.one_to_ones.dates, practice.agreements.all,
        practice.working_notes.mine, practice.working_notes.about_me, lambda: counts(practice),
        *_overseen(practice),
    ]  # fmt: skip


def _overseen(practice: Practice) -> list[Question]:
    overseeing = practice.overseeing
    return [
        overseeing.led, overseeing.names, overseeing.figures, overseeing.learning, overseeing.log, overseeing.report,
        lambda: overseeing.figures("North"), lambda: overseeing.learning("North"), lambda: overseeing.log("North"),
        lambda: overseeing.report("North"), lambda: overseeing.log(as_at=date(2026, 1, 20)),
    ]  # fmt: skip


def _of_words(practice: Practice, word: str) -> list[Question]:
    return [
        lambda: list(practice.remembering.search(word)),
        lambda: practice.actions.listed(Wanted(search=word)),
        lambda: practice.actions.listed(Wanted(search=word, whose=Whose.LISTED)),
        lambda: practice.actions.found(Wanted(search=word)),
    ]


def _of_people(practice: Practice, name: str) -> list[Question]:
    return [
        lambda: practice.people.person(name),
        lambda: practice.one_to_ones.all(name),
        lambda: practice.one_to_ones.prepare(name),
        lambda: practice.one_to_ones.next_day(name),
        lambda: practice.agreements.all(name),
        lambda: practice.agreements.current(name),
        lambda: practice.working_notes.mine(name),
        lambda: practice.auditing.audit(name),
        lambda: practice.taking_records_out.agenda(name),
    ]


def _of_ids(practice: Practice, id_: str) -> list[Question]:
    reflecting, remembering, actions = practice.reflecting, practice.remembering, practice.actions
    asked: list[Question] = [
        lambda: reflecting.answer(id_), lambda: reflecting.answer(id_[:6]), lambda: reflecting.resume(id_),
        lambda: remembering.history(id_), lambda: remembering.versions(id_),
        lambda: practice.sharing.one(id_), lambda: practice.sharing.open(id_), lambda: practice.sharing.comments(id_),
        lambda: practice.sharing.of_answers(id_), lambda: practice.sharing.preview(id_),
        lambda: actions.action(id_), lambda: actions.history(id_), lambda: actions.trace(id_),
        lambda: practice.links.one(id_), lambda: practice.one_to_ones.one(id_),
        lambda: practice.one_to_ones.one(id_[:6]),
        lambda: practice.taking_records_out.record(id_), lambda: practice.taking_records_out.agreement(id_),
        lambda: practice.overseeing.shown(ANY_LOG, [id_]), lambda: practice.overseeing.histories(ANY_LOG, [id_]),
    ]  # fmt: skip
    return asked
