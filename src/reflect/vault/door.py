"""The door of a workspace: every way to come in, to let somebody in, and to change what opens it.

`entering` makes the door and goes in by it, `invitations` lets others in, `workspace_key` changes the lock
when somebody leaves. The rest of the program uses these names.
"""

from __future__ import annotations

from reflect.vault.entered import Entered
from reflect.vault.entering import (
    change_passphrase,
    enter,
    found,
    people_at,
    recover,
    renew_words,
    standings_at,
)
from reflect.vault.invitations import invite, join, withdraw_invitation
from reflect.vault.workspace_key import (
    begin_new_workspace_key,
    finish_new_workspace_key,
    settle_workspace_key,
)

__all__ = [
    "Entered",
    "begin_new_workspace_key",
    "change_passphrase",
    "enter",
    "finish_new_workspace_key",
    "found",
    "invite",
    "join",
    "people_at",
    "recover",
    "renew_words",
    "settle_workspace_key",
    "standings_at",
    "withdraw_invitation",
]
