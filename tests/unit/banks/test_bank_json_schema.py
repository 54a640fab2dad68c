"""The JSON Schema is for editors: it is made from the format, and agrees with the loader."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from reflect.banks.json_schema import json_schema, schema_text
from reflect.domain.themes import Vocabulary
from reflect.paths import shipped_banks


class AsAnEditorReads(yaml.SafeLoader):
    """YAML 1.2's core schema: true and false, numbers and null are guessed; dates are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


AsAnEditorReads.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
AsAnEditorReads.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[0-9]+$"), list("0123456789"))
AsAnEditorReads.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])


@pytest.fixture(scope="module")
def validator(vocabulary: Vocabulary) -> jsonschema.Draft202012Validator:
    schema = json_schema(vocabulary)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def banks() -> list[Path]:
    return sorted(
        path for path in shipped_banks().glob("*.yaml") if "\nquestions:" in path.read_text(encoding="utf-8")
    )


def test_the_file_is_what_the_code_makes(vocabulary: Vocabulary) -> None:
    committed = (shipped_banks() / "bank.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(vocabulary)


def test_it_can_be_printed() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "reflect.banks.json_schema"], capture_output=True, check=True, timeout=60
    )
    assert json.loads(printed.stdout)["title"] == "A question bank of reflect, format 1"


@pytest.mark.parametrize("path", banks(), ids=lambda path: path.stem)
def test_an_editor_accepts_the_shipped_banks(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    content = yaml.load(path.read_text(encoding="utf-8"), AsAnEditorReads)
    assert [error.message for error in validator.iter_errors(content)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("locator: Page 2", "localtor: Page 2"),
        ("format: 1", "format: 2"),
        ("version: 3", "version: three"),
        ("id: small", "id: Small"),
        ("published: false", "published: perhaps"),
        ("[fathers-and-partners, infant-unborn]", "[father-and-partners]"),
        ("[fathers-and-partners, infant-unborn]", "[neglect, neglect]"),
        ("context: [infant-unborn]", "context: [good-practice]"),
        ("audience: all", "audience: everyone"),
        ("shape: self-audit", "shape: audit"),
        ("findings: [visits-kept-up]", "findings: []"),
        ("address: https", "address: ftp"),
    ],
)
def test_an_editor_marks_what_the_loader_refuses(
    small_bank: str, validator: jsonschema.Draft202012Validator, before: str, after: str
) -> None:
    assert validator.is_valid(yaml.load(small_bank, AsAnEditorReads))
    assert not validator.is_valid(yaml.load(small_bank.replace(before, after), AsAnEditorReads))
