"""A supervisor's own notes, and what the supervisee sees of them, as JSON for other programs."""

from __future__ import annotations

from typing import Any

from reflect.clock import iso
from reflect.domain.supervision.working_note import NotesAboutMe, WorkingNote
from reflect.reports.one_to_ones_json import moment_json


def working_note_json(note: WorkingNote) -> dict[str, Any]:
    """One note as plain data, with the label that stands above it wherever it is shown."""
    return {
        "id": note.id,
        "about": note.about,
        "label": note.label,
        "text": note.text,
        "made": iso(note.made),
        "meeting": note.meeting,
        "kept_because": note.kept_because or None,
        "asked": moment_json(note.asked),
        "handed_over": moment_json(note.handed_over),
    }


def notes_about_me_json(notes: NotesAboutMe) -> dict[str, Any]:
    """What one supervisor keeps about the reader: how many, and the texts that were handed over."""
    return {
        "supervisor": notes.supervisor,
        "number": notes.number,
        "asked": moment_json(notes.asked),
        "handed_over": [{"at": iso(moment), "text": text} for moment, text in notes.handed_over],
    }
