"""What can be done around one-to-ones: agree how they are held, keep working notes, look at what is on file."""

from __future__ import annotations

from reflect.tui.commands import Command


class OpenOneToOne(Command):
    """From the list to a person, or to a record."""

    key = "enter"
    label = "Open"
    help = "Open the one-to-one with whoever is marked, or the record that is marked"


class ShowAgreement(Command):
    """What the two have agreed."""

    key = "g"
    label = "Agreement"
    help = "Show the supervision agreement with whoever is marked: read it, draw it up, sign it"


class ShowWorkingNotes(Command):
    """The supervisor's own notes."""

    key = "w"
    label = "Working notes"
    help = "Show working notes: your own about whoever is marked, or what you may know of those about you"


class ShowAudit(Command):
    """What a file audit would ask."""

    key = "u"
    label = "Self-audit"
    help = "Answer what a file audit asks, from what is on file with whoever is marked"


class ShowTeamDates(Command):
    """For who leads a team."""

    key = "d"
    label = "My team's dates"
    help = (
        "Show when the one-to-ones of your team were planned and held, and whether both have signed; no words"
    )


class DrawUp(Command):
    """A first agreement, or a new one at a review."""

    key = "d"
    label = "Draw up"
    help = "Draw up an agreement: how often, how long, and how the two of you want to work"


class ChangeTerms(Command):
    """While not both have signed."""

    key = "c"
    label = "Change"
    help = "Change what the agreement says, as long as not both of you have signed it"


class WriteWants(Command):
    """One's own words."""

    key = "w"
    label = "What I want"
    help = "Write what you want from supervision; the other one reads it and cannot change it"


class WriteOffers(Command):
    """One's own words."""

    key = "o"
    label = "What I bring"
    help = "Write what you bring to supervision; the other one reads it and cannot change it"


class SignAgreement(Command):
    """As it stands."""

    key = "s"
    label = "Sign"
    help = "Sign the agreement as it stands, with your passphrase"


class EarlierAgreement(Command):
    """Those of former years."""

    key = "p"
    label = "Earlier ones"
    help = "Show the agreement before this one; after the first, the newest again"


class AddWorkingNote(Command):
    """A memory aid."""

    key = "n"
    label = "New note"
    help = "Write a working note; whom it is about can ask to see it"


class ChangeWorkingNote(Command):
    """Its words."""

    key = "enter,c"
    label = "Change"
    help = "Change the marked note; c does the same"


class KeepWorkingNote(Command):
    """Against its deletion."""

    key = "k"
    label = "Keep"
    help = "Keep the marked note beyond 14 days after its record is agreed, and say why"


class GiveWorkingNote(Command):
    """To whom it is about."""

    key = "h"
    label = "Hand over"
    help = "Give the text of the marked note to whom it is about; that is recorded"


class DeleteWorkingNote(Command):
    """Away with it."""

    key = "d"
    label = "Delete"
    help = "Delete the marked note for good"


class AskForNotes(Command):
    """The supervisee's right."""

    key = "s"
    label = "Ask to see them"
    help = "Ask your supervisor for the working notes about you; the day on which you asked is kept"


class ChangePeriod(Command):
    """From another day on."""

    key = "f"
    label = "Since when"
    help = "Choose the day from which the file is looked at"


class ExportThis(Command):
    """To a file that can be printed."""

    key = "x"
    label = "Export, print"
    help = "Write this to a file: a document to sign on paper, a web page that prints well, Markdown or JSON"
