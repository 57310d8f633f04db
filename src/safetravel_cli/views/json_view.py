"""The answer as JSON: one envelope for every command (docs/reference/json-output.md).

Written by hand rather than by the json module, whose import (with re and the decoder) costs as much as the whole answer.
"""

try:
    from _json import encode_basestring as _quote
except ImportError:  # an interpreter without the C half of json
    from json.encoder import encode_basestring as _quote

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
    return dumps(envelope).encode("utf-8", "replace").decode("utf-8") + "\n"


def dumps(value: object, margin: str = "\n") -> str:
    """Return what `json.dumps(value, ensure_ascii=False, indent=2)` returns, for dict, list, str, int, float, bool and None.

    `margin` is the line end with the blanks that stand before the value's closing bracket.

    Raises:
        TypeError: another type, or a float that JSON has no words for.
    """
    if isinstance(value, str):
        return str(_quote(value))
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float) and value - value == 0:
        return float.__repr__(value)
    inner = margin + "  "
    if isinstance(value, dict):
        rows = [f"{_quote(name)}: {dumps(held, inner)}" for name, held in value.items()]
        return "{" + inner + ("," + inner).join(rows) + margin + "}" if rows else "{}"
    if isinstance(value, (list, tuple)):
        items = [dumps(held, inner) for held in value]
        return "[" + inner + ("," + inner).join(items) + margin + "]" if items else "[]"
    raise TypeError(f"{type(value).__name__} has no form in JSON")
