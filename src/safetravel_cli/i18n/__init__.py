"""Words: one module a topic, each a dict of key -> (English, Indonesian), side by side so that both are edited together.

`Say("id")("country.capital")` looks up "capital" in `i18n/country.py`. A missing word is a defect that a test finds,
and is shown as its key rather than hiding what stands beside it.
"""

from safetravel_cli.i18n import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "id")
_topics: "dict[str, dict[str, tuple[str, str]]]" = {}


def topic(name: str) -> "dict[str, tuple[str, str]]":
    """Return the words of a topic."""
    if name not in _topics:
        module = __import__("safetravel_cli.i18n." + name, None, None, ["WORDS"])
        _topics[name] = module.WORDS
    return _topics[name]


class Say:
    """Speak one language: words by key, and the forms of numbers, dates and telephone numbers in it."""

    __slots__ = ("index", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self.index = 1 if language == "id" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of `topic.name` with {values} filled in."""
        name, _, word = key.partition(".")
        pair = topic(name).get(word)
        if pair is None:
            return key
        return pair[self.index].format(**values) if values else pair[self.index]

    def has(self, key: str) -> bool:
        """Tell whether the catalogue has this key."""
        name, _, word = key.partition(".")
        return word in topic(name)

    def pick(self, row: "Mapping[str, object]", column: str) -> str:
        """Return `column_en` or `column_id` of a row; the other language where one is blank."""
        mine = row.get(column + "_" + self.language)
        other = row.get(column + ("_en" if self.index else "_id"))
        return str(mine or other or "")

    def number(self, value: float, digits: "int | None" = None) -> str:
        """Write a number: 1.234,5 in Indonesian, 1,234.5 in English."""
        return forms.number(value, self.language, digits)

    def date(self, text: "str | None") -> str:
        """Write an ISO date, month or year: `24 November 2026`."""
        return forms.date(text or "", self.language)

    def join(self, items: "list[str]") -> str:
        """Join a list with the language's word for and."""
        if len(items) < 2:
            return "".join(items)
        last = " dan " if self.index else " and "
        comma = "," if self.index and len(items) > 2 else ""
        return ", ".join(items[:-1]) + comma + last + items[-1]
