"""A whole record in words, part by part: the same for both, whoever reads it."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.dates import day_of, said
from reflect.domain.supervision.entry import RECORD_SECTIONS, Entry, Section
from reflect.domain.supervision.hours import said_time
from reflect.domain.supervision.one_to_one import ActionInRecord, MeetingStatus, OneToOne
from reflect.tui.supervision import words
from reflect.tui.words import lines, plain

_NOTHING = "Nothing was written here."


def record_words(record: OneToOne) -> Content:
    """Facts, every part with both voices, the actions agreed, signatures and addenda."""
    parts = [_facts(record)]
    if record.status is MeetingStatus.CANCELLED:
        return Content("\n\n").join(parts)
    parts += [_part(record, section) for section in RECORD_SECTIONS]
    parts.append(_agreed(record))
    parts.append(_signed(record))
    if record.addenda:
        parts.append(
            lines(_heading(Section.ADDENDUM.words), *(_addendum(record, one) for one in record.addenda))
        )
    return Content("\n\n").join(parts)


def _facts(record: OneToOne) -> Content:
    told = [
        ("Between", f"{record.name(record.supervisor)} (supervisor) and {record.name(record.supervisee)}"),
        ("Kind", record.kind.words),
        ("When and where", words.day_words(record)),
        ("Next", said(record.facts.next) if record.facts.next else "not said yet"),
    ]
    if record.status is MeetingStatus.CANCELLED:
        told.append(("Cancelled", record.cancelled_reason))
    return lines(*(Content.assemble((f"{name}: ", "bold"), plain(said_)) for name, said_ in told))


def _part(record: OneToOne, section: Section) -> Content:
    said_: list[Content] = []
    if section is Section.PREVIOUS_ACTIONS:
        for action in record.previous:
            said_.append(_action(record, action))
            said_ += _voices(record, section, action.id)
    elif section is Section.AGENDA:
        for topic in record.topics:
            said_.append(plain(f"{topic.text} ({record.name(topic.author)})", "bold"))
            said_ += _voices(record, section, topic.id)
    elif section is Section.SHARED:
        for share in record.shared:
            said_.append(plain(share.question, "bold"))
            said_.append(plain(share.text))
            said_ += _voices(record, section, share.id)
    if section is not Section.AGENDA:
        said_ += _voices(record, section, None)
    return lines(_heading(section.words), *(said_ or [plain(_NOTHING, "$text-muted")]))


def _voices(record: OneToOne, section: Section, about: str | None) -> list[Content]:
    return [
        Content.assemble((f"{plain(record.name(person)).plain}: ", "$primary"), plain(entry.text))
        for person in (record.supervisor, record.supervisee)
        for entry in record.by(person, section, about)
    ]


def _action(record: OneToOne, action: ActionInRecord) -> Content:
    happened = " ".join(action.happened) or "Nobody has spoken of it yet."
    who = f"{record.name(action.owner)}, {words.due_words(action.due)}, {action.status.words}"
    return lines(plain(action.what, "bold"), plain(f"{who}. {happened}", "$text-muted"))


def _agreed(record: OneToOne) -> Content:
    agreed = [
        lines(
            plain(action.what, "bold"),
            plain(f"{record.name(action.owner)}, {words.due_words(action.due)}", "$text-muted"),
        )
        for action in record.agreed_actions
    ]
    return lines(
        _heading("Actions agreed in it"), *(agreed or [plain("No action was agreed.", "$text-muted")])
    )


def _signed(record: OneToOne) -> Content:
    supervisor_first = sorted(record.signatures, key=lambda one: one.by != record.supervisor)
    signed = [
        plain(f"{record.name(one.by)}, {said(day_of(one.at))}, {said_time(one.at)}")
        for one in supervisor_first
    ]
    return lines(_heading("Signed by"), *(signed or [plain("Nobody yet.", "$text-muted")]))


def _addendum(record: OneToOne, entry: Entry) -> Content:
    by = f"{record.name(entry.author)}, {said(day_of(entry.made))}"
    return lines(plain(by, "$primary"), plain(entry.text))


def _heading(words_: str) -> Content:
    return Content.styled(words_, "bold $primary")
