"""`reflect` and `python -m reflect`."""

from __future__ import annotations

import sys


def main() -> int:
    """Carry out what was typed, and give the exit code."""
    from reflect.cli.head_start import begin

    begin(sys.argv[1:])
    from reflect.cli.run import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
