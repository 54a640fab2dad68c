"""A day with the real program, on the command line and in a terminal: no file anywhere holds a word of it.

Home, configuration, cache, state and temporary folders are the test's own, so that whatever is written is found.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from open_file import in_files

from terminal import Terminal

PASSPHRASE = "brindlewhistle farrowmint"
ON_THE_COMMAND_LINE, AT_A_PROMPT, IN_THE_APP = "quillomarsh", "tanderwick", "gannetloft"
LOOKED_FOR, NOT_FINISHED = "ospreyvane", "skerryplume"
SECRETS = (ON_THE_COMMAND_LINE, AT_A_PROMPT, IN_THE_APP, LOOKED_FOR, NOT_FINISHED, *PASSPHRASE.split())
PLACES = {
    "HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "configuration", "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run", "TMPDIR": "temporary",
}  # fmt: skip
QUESTION, ANOTHER = "both-parents-co-sleeping", "capacity-to-keep-changes"


class Computer:
    """Somebody's computer: what the program may write on is all below one folder, but for what they hand to it."""

    def __init__(self, folder: Path) -> None:
        self.disk, self.handed = folder / "disk", folder / "handed"
        self.handed.mkdir()
        self.places = {name: str(self.disk / place) for name, place in PLACES.items()}
        for place in self.places.values():
            Path(place).mkdir(parents=True, mode=0o700)
        (self.handed / "passphrase").write_text(PASSPHRASE)
        self.options = (
            "--workspace",
            str(self.disk / "w"),
            "--passphrase-file",
            str(self.handed / "passphrase"),
        )

    def says(self, *words: str, stdin: str = "", app: tuple[str, ...] = ("-m", "reflect")) -> str:
        """Carries out a command."""
        ran = subprocess.run(
            [sys.executable, "-B", *app, *self.options, *words], input=stdin, capture_output=True, text=True,
            env={**os.environ, **self.places}, timeout=120, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def set_up(self) -> str:
        """Makes the workspace; the recovery words."""
        file = self.handed / "recovery"
        passphrase = ("--passphrase-file", str(self.handed / "passphrase"), "--recovery-file", str(file))
        self.says("init", "--name", "Ann", "--profession", "Nurse", *passphrase)
        return file.read_text()

    def told_apart(self, secrets: tuple[str, ...]) -> list[str]:
        """A line for each file on the disk that holds a secret."""
        return in_files([self.disk], secrets)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_a_day_at_the_command_line_and_in_the_app_leaves_no_word_behind(computer: Computer) -> None:
    recovery = [word for word in computer.set_up().split() if word.isalpha()]
    computer.says("answer", "add", "child-s", QUESTION, stdin=f"the {ON_THE_COMMAND_LINE} day")
    computer.says("ask", "child-d", stdin=f"an {AT_A_PROMPT} day\n\n.stop\n")
    computer.says("answer", "search", LOOKED_FOR)
    for how, word in ((signal.SIGTERM, IN_THE_APP), (signal.SIGKILL, NOT_FINISHED)):
        terminal = Terminal(
            "-B", "-m", "reflect", *computer.options, "on", "child-s", ANOTHER, **computer.places
        )
        try:
            terminal.wait_for_words("This is no referral")
            terminal.press(f"{word} ")
            terminal.wait_for_words(word)
            os.kill(terminal.child.pid, how)
            terminal.wait_for_end()
        finally:
            terminal.close()
    exported = computer.says("answer", "export")
    assert ON_THE_COMMAND_LINE in exported
    assert IN_THE_APP in exported
    assert (computer.disk / "w" / "reflect.db").is_file()
    triples = tuple(" ".join(recovery[start : start + 3]) for start in range(len(recovery) - 2))
    assert len(triples) >= 10
    assert computer.told_apart((*SECRETS, *triples)) == []


def test_the_trial_notices_a_draft_in_the_temporary_folder(computer: Computer) -> None:
    computer.set_up()
    leaky = (str(Path(__file__).with_name("leaky_app.py")),)
    words = f"the {ON_THE_COMMAND_LINE} day"
    computer.says("answer", "add", "child-s", QUESTION, stdin=words, app=leaky)
    assert "draft: UTF-8" in computer.told_apart(SECRETS)
