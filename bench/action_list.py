"""How long `reflect action list --overdue --limit 50` takes, sign-in included, with 100,000 open actions: against
taskwarrior (`task overdue limit:50`) with the same 100,000, as a ratio of medians of one run.

    python bench/action_list.py
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from made_up_actions import PASSPHRASE, make_tasks, make_workspace

ACTIONS, ROUNDS = 100_000, 15
LIMIT = 0.15


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    took = time.perf_counter() - began
    lines = done.stdout.decode().splitlines()
    if done.returncode or len(lines) < 50:
        raise SystemExit(
            f"{command[0]} gave {len(lines)} lines and {done.returncode}: {done.stderr.decode()[:300]}"
        )
    return took


def main() -> int:
    """Prints the medians and their ratio, with an ordinary passphrase and with a demo's; 1 if the first is slower than
    the limit."""
    task = shutil.which("task")
    if task is None:
        print("taskwarrior is not installed: apt install taskwarrior")
        return 2
    with TemporaryDirectory() as made:
        folder = Path(made)
        secret = folder / "passphrase"
        secret.write_text(PASSPHRASE, encoding="utf-8")
        make_workspace(folder / "ordinary", ACTIONS)
        make_workspace(folder / "demo", ACTIONS, demo=True)
        environment = {**os.environ, "TASKRC": str(make_tasks(folder / "tasks", ACTIONS))}
        # An installed program finds its modules compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        reflect = [
            str(Path(sys.executable).with_name("reflect")),
            "--passphrase-file",
            str(secret),
            "--no-input",
        ]
        listing = ["action", "list", "--overdue", "--limit", "50"]
        commands = {
            "taskwarrior": [task, "overdue", "limit:50"],
            "reflect": [*reflect, "--workspace", str(folder / "ordinary"), *listing],
            "reflect, demo": [*reflect, "--workspace", str(folder / "demo"), *listing],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for command in commands.values():
            _seconds(command, environment)  # compiles, and is not counted
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(_seconds(command, environment))
    medians = {name: statistics.median(several) for name, several in times.items()}
    for name, median in medians.items():
        spread = f"{min(times[name]) * 1000:.0f} to {max(times[name]) * 1000:.0f}"
        print(f"{name:<15}{median * 1000:>8.0f} ms  ({spread}){median / medians['taskwarrior']:>8.3f}")
    return int(medians["reflect"] / medians["taskwarrior"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
