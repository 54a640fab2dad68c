"""The app: screens wire, widgets draw, services decide. The only room that knows Textual."""

from __future__ import annotations

from reflect.tui.start import Opening, run

__all__ = ["Opening", "run"]
