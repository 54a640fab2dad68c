"""`reflect` and `python -m reflect`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Carry out what was typed, and give the exit code."""
    from reflect.cli.head_start import begin

    begin(sys.argv[1:])
    from reflect.cli.run import run

    code = run()
    # The program ends now: Python need not look once more through all that it has read for what could be let go.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
