"""The program with a draft that it leaves in the temporary folder, so that the trial can show that it would notice."""

import sys
import tempfile
from pathlib import Path

from reflect.__main__ import main
from reflect.services.reflecting import Reflecting

kept = Reflecting.add_answer


def leave_a_draft(self: Reflecting, bank: str, question: str, **said: object) -> object:
    """Keeps what was typed where others may look."""
    (Path(tempfile.gettempdir()) / "draft").write_text(str(said["text"]), encoding="utf-8")
    return kept(self, bank, question, **said)


if __name__ == "__main__":
    Reflecting.add_answer = leave_a_draft
    sys.exit(main())
