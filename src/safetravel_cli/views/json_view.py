"""The answer as JSON: one envelope for every command (docs/reference/json-output.md)."""

import json

SCHEMA = "safetravel/1"


def render(command: str, status: str, exit_code: int, data: object, warnings: object, errors: object, snapshot: object) -> str:
    """Return the envelope as indented JSON that ends with a line end; lone surrogates are replaced."""
    envelope = {
        "schema": SCHEMA,
        "command": command,
        "status": status,
        "exit_code": exit_code,
        "data": data,
        "warnings": warnings,
        "errors": errors,
        "snapshot": snapshot,
    }
    text = json.dumps(envelope, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
