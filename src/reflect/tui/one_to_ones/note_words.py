"""Working notes in words: what each is for, how long it stays, and what the other one may know of them."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from reflect.domain.dates import day_of, said
from reflect.domain.supervision.working_note import DAYS_AFTER_AGREED, NotesAboutMe, WorkingNote
from reflect.tui.words import counted, lines, plain

NONE_YET = "There are no working notes about {name}."
RULE = (
    f"A working note helps you to remember. One that belongs to a one-to-one is deleted {DAYS_AFTER_AGREED} days after "
    "both have signed its record, unless you keep it and say why, or were asked for it."
)
NOT_ALLOWED = (
    "The supervision agreement that both of you have signed does not allow working notes, so none can be written here. "
    "It can be changed at the next review."
)
NONE_ABOUT_ME = "{supervisor} keeps no working notes about you."


def note_words(note: WorkingNote, meeting: str) -> Content:
    """One note as its author reads it: its label always stands above it. `meeting` says which one-to-one it belongs
    to; empty for none."""
    return lines(
        plain(note.label, "bold"),
        plain(note.text),
        plain(f"Written on {_day(note.made)}{meeting}. {_stays(note)}", "italic"),
    )


def _stays(note: WorkingNote) -> str:
    if note.handed_over is not None:
        return f"Handed over on {_day(note.handed_over)}."
    if note.asked is not None:
        return f"{note.about} asked to see it on {_day(note.asked)}, so it is not deleted by itself."
    if note.kept_because:
        return f"Kept because: {note.kept_because}"
    if note.meeting is None:
        return "It belongs to no one-to-one, so it stays until you delete it."
    return f"It is deleted {DAYS_AFTER_AGREED} days after both have signed that record."


def about_me_words(notes: NotesAboutMe) -> Content:
    """What somebody sees of the notes about them."""
    if not notes.number and not notes.handed_over:
        return plain(NONE_ABOUT_ME.format(supervisor=notes.supervisor))
    left = notes.number - len(notes.handed_over)
    number = f"{notes.supervisor} keeps {counted(left, 'working note')} about you"
    others = f", and handed {len(notes.handed_over)} over" if notes.handed_over else ""
    can_ask = f" You can ask to see {_which(notes.to_ask, left)}." if notes.to_ask else ""
    told = [plain(f"{number}{others}.{can_ask}")]
    if notes.asked is not None:
        told.append(plain(f"You asked on {_day(notes.asked)}; {notes.supervisor} sees that."))
    for at, words in notes.handed_over:
        told += [Content(""), plain(f"Handed over on {_day(at)}", "bold $primary"), plain(words)]
    return Content("\n").join(told)


def _which(to_ask: int, left: int) -> str:
    if to_ask < left:
        return f"{to_ask} more"
    return "it" if left == 1 else "them"


def _day(moment: datetime) -> str:
    return said(day_of(moment))
