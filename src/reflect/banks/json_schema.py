"""The JSON Schema (draft 2020-12) of a bank, for editors: made from the same description as the loader.

`python -m reflect.banks.json_schema` prints it; the file `bank.schema.json` beside the banks is its output.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from reflect.banks.schema import (
    BANK,
    LOCAL_CODE,
    Choice,
    Exactly,
    Key,
    Kind,
    ListOf,
    Number,
    Pattern,
    Record,
    ThemeCode,
    Words,
    YesNo,
)
from reflect.domain.themes import Axis, Vocabulary


def json_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema as plain data, with the theme codes of this vocabulary."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A question bank of reflect, format 1",
        **_of(BANK, vocabulary),
    }


def schema_text(vocabulary: Vocabulary) -> str:
    """The schema as it stands in its file."""
    return json.dumps(json_schema(vocabulary), indent=2, ensure_ascii=False) + "\n"


def _of(kind: Kind, vocabulary: Vocabulary) -> dict[str, Any]:
    match kind:
        case Words(limit, paragraphs):
            one_line = {} if paragraphs else {"pattern": r"^[^\n\t]*\n?$"}
            return {"type": "string", "minLength": 1, "maxLength": limit + 1, **one_line}
        case Pattern(pattern, _, limit):
            return {"type": "string", "maxLength": limit, "pattern": pattern}
        case Choice(codes):
            return {"enum": list(codes)}
        case Number(most):
            return {"type": "integer", "minimum": 1, "maximum": most}
        case Exactly(value):
            return {"const": int(value)}
        case YesNo():
            return {"type": "boolean"}
        case ThemeCode(axis):
            return _theme(axis, vocabulary)
        case ListOf():
            return _list(kind, vocabulary)
        case Record():
            return _record(kind, vocabulary)


def _theme(axis: Axis | None, vocabulary: Vocabulary) -> dict[str, Any]:
    known = [
        {"const": theme.code, "title": theme.label, "description": theme.definition}
        for theme in vocabulary
        if axis in (None, theme.axis)
    ]
    local = {
        "type": "string",
        "pattern": f"^{LOCAL_CODE}$",
        "maxLength": 60,
        "title": "A code of your own",
        "description": "Begins with local:",
    }
    return {"anyOf": [*known, local]}


def _list(kind: ListOf, vocabulary: Vocabulary) -> dict[str, Any]:
    items: dict[str, Any] = {"type": "array", "items": _of(kind.of, vocabulary), "maxItems": kind.most}
    if kind.least:
        items["minItems"] = kind.least
    if kind.distinct:
        items["uniqueItems"] = True
    return {"anyOf": [{"const": kind.all_word}, items]} if kind.all_word else items


def _record(record: Record, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _key(key, vocabulary) for name, key in record.keys.items()},
        "required": [name for name, key in record.keys.items() if key.required],
        "additionalProperties": False,
    }


def _key(key: Key, vocabulary: Vocabulary) -> dict[str, Any]:
    return {"description": key.note, **_of(key.kind, vocabulary)}


def main() -> None:
    """Print the schema with the themes that come with reflect."""
    from reflect.banks.themes import load_vocabulary
    from reflect.paths import shipped_banks

    sys.stdout.write(schema_text(load_vocabulary(shipped_banks() / "themes.yaml")))


if __name__ == "__main__":
    main()
