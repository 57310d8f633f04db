"""What a parameter of a Typer command is, asked in a way that each typer answers.

Up to 0.28 a parameter has a `type` with `choices` and `name`; from 0.29 on a `type_descriptor` with the annotation.
"""

from enum import Enum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def choices(parameter: "Any") -> list[str]:
    """Return the values that a parameter takes; none where it takes any."""
    held = getattr(getattr(parameter, "type", None), "choices", None)
    if held is None:
        kinds = [kind for kind in _annotations(parameter) if isinstance(kind, type) and issubclass(kind, Enum)]
        held = list(kinds[0]) if kinds else []
    return [str(choice.value if isinstance(choice, Enum) else choice) for choice in held]


def is_whole_number(parameter: "Any") -> bool:
    """Tell whether a parameter takes whole numbers."""
    return "int" in getattr(getattr(parameter, "type", None), "name", "") or int in _annotations(parameter)


def metavar(parameter: "Any") -> str:
    """Return the word that stands for the value in help."""
    return str(parameter.metavar or str(parameter.name).upper())


def _annotations(parameter: "Any") -> "list[object]":
    annotation = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    return [annotation, *getattr(annotation, "__args__", ())]
