"""The envelope and the schemas of docs/reference, to hold answers against."""

import json
import os

from jsonschema import Draft202012Validator

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docs", "reference", "schema")
KEYS = ["schema", "command", "status", "exit_code", "data", "warnings", "errors", "snapshot"]


def schema(name):
    """Return a schema by its name."""
    with open(os.path.join(FOLDER, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


ENVELOPE = Draft202012Validator(schema("envelope"))


def check(run, name=""):
    """Assert that a run printed a whole envelope, and that its data are what the schema says; return the data."""
    envelope = run.json()
    assert list(envelope) == KEYS
    problems = [f"{error.json_path}: {error.message[:200]}" for error in ENVELOPE.iter_errors(envelope)]
    assert not problems, problems
    assert envelope["exit_code"] == run.code
    if envelope["status"] == "error":
        assert envelope["data"] == {}
    elif name:
        problems = [describe(error) for error in Draft202012Validator(schema(name)).iter_errors(envelope["data"])]
        assert not problems, problems[:5]
    return envelope["data"]


def describe(error):
    """Return where data break their schema, by the branch that came nearest."""
    from jsonschema.exceptions import best_match

    nearest = best_match([error])
    return f"{nearest.json_path}: {nearest.message[:300]}"
