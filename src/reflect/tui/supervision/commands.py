"""What can be done before, in and after a one-to-one."""

from __future__ import annotations

from reflect.tui.commands import Command


class AddTopic(Command):
    """Before the one-to-one."""

    key = "n"
    label = "Topic"
    help = "Put a topic on the agenda; both of you see whose it is"


class BeginOneToOne(Command):
    """From now on it is held."""

    key = "h"
    label = "Begin"
    help = "Begin the one-to-one now; one that was not planned is ad hoc"


class GoOnWithOneToOne(Command):
    """It has begun."""

    key = "h"
    label = "Go on"
    help = "Go on with the one-to-one that has begun"


class BeginAnother(Command):
    """Beside one that is over and waits for a signature."""

    key = "o"
    label = "Begin another"
    help = "Begin another one-to-one now, ad hoc; the last one still waits for a signature"


class PlanDay(Command):
    """Its day."""

    key = "d"
    label = "Day"
    help = "Plan the next one-to-one, or plan it for another day"


class CancelOneToOne(Command):
    """With a reason and a new day."""

    key = "c"
    label = "Cancel"
    help = "Cancel the planned one-to-one: why, and the new day"


class CloseMistaken(Command):
    """With a reason; nothing is in it."""

    key = "c"
    label = "Begun by mistake"
    help = (
        "Close this one-to-one with a reason: it came up, was begun by mistake, and nothing is in its record"
    )


class ShareSomething(Command):
    """For the practitioner."""

    key = "s"
    label = "Share"
    help = "Choose some of your answers, and which of their lines your supervisor is to read"


class NextPart(Command):
    """Forwards; from the last part to the whole record."""

    key = "ctrl+n"
    label = "Next"
    help = "Save and go on to the next part; after the last one, to the whole record"
    while_typing = True


class PartBefore(Command):
    """Backwards."""

    key = "ctrl+b"
    label = "Before"
    help = "Save and go back to the part before"
    while_typing = True


class NextInPart(Command):
    """Another topic, action or share of the same part."""

    key = "f8,ctrl+down"
    label = "Next of these"
    help = "Write about the next topic, action or shared answer of this part"
    in_footer = False
    while_typing = True


class BeforeInPart(Command):
    """The one before."""

    key = "f4,ctrl+up"
    label = "The one before"
    help = "Write about the topic, action or shared answer before this one"
    in_footer = False
    while_typing = True


class MarkDiscussed(Command):
    """What was shared belongs to the record, or does not."""

    key = "space"
    label = "Discussed"
    help = "Say that the marked answer was discussed, or that it was not; what was discussed stays with the record"


class AddTopicNow(Command):
    """In the one-to-one."""

    key = "ctrl+t"
    label = "Topic"
    help = "Put a topic on the agenda"
    in_footer = False
    while_typing = True


class AgreeActionNow(Command):
    """On the spot."""

    key = "alt+a,f11"
    label = "Action"
    help = "Agree an action on the spot: what, by when, who; f11 does the same"
    while_typing = True


class WhenAndWhere(Command):
    """Place, start, end and the next day."""

    key = "ctrl+r"
    label = "When and where"
    help = "Say where and how long it was held, and which day you agree for the next one"
    while_typing = True


class WholeRecord(Command):
    """To read it, and to sign."""

    key = "ctrl+f"
    label = "Read, sign"
    help = "Show the whole record as it stands, with what is still missing; from there, sign it"
    while_typing = True


class HandOver(Command):
    """Two people at one keyboard."""

    key = "ctrl+o"
    label = "Hand over"
    help = "Hand the keyboard over: the other one of you comes in with their own passphrase, writes and signs"
    while_typing = True


class HandBack(Command):
    """The second person goes out again."""

    key = "ctrl+o"
    label = "Hand back"
    help = "Save, sign the second person out again and give the keyboard back"
    while_typing = True


class SignRecord(Command):
    """With one's own passphrase."""

    key = "s"
    label = "Sign"
    help = "Sign the record as it stands, with your own passphrase"


class AddAddendum(Command):
    """After both have signed."""

    key = "n"
    label = "Addendum"
    help = "Add something to a record that is locked; it stands apart, with your name and the day"


class GoOnWriting(Command):
    """From the whole record back to its parts."""

    key = "e"
    label = "Go on writing"
    help = "Go back to the parts of the record, and write"
