"""Every table of the file, so that a new one is made whole: each group is known once its module is loaded."""

from __future__ import annotations

from reflect.storage import figure_tables, past_tables, publication_tables, supervision_tables, tables

GROUPS = (tables, supervision_tables, figure_tables, publication_tables, past_tables)
METADATA = tables.METADATA
