"""Titles of the sources that facts name by id."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.store.snapshot import Snapshot


class Sources:
    """Turn the source ids of a row into short names in one language, with one query a run."""

    __slots__ = ("titles",)

    def __init__(self, snapshot: "Snapshot", language: str = "en") -> None:
        label = "label_id" if language == "id" else "label_en"
        # Hundreds of rows that every answer needs: not made into dicts.
        self.titles = dict(snapshot.db.execute(f"SELECT source_id, coalesce({label}, title) FROM source"))  # noqa: S608

    def __call__(self, ids: object) -> str:
        """Return the names of `id;id`, each once, joined by `; `."""
        names = dict.fromkeys(self.titles.get(one, one) for one in str(ids or "").split(";") if one)
        return "; ".join(names)

    def fact(self, row: "dict[str, object]", *columns: str) -> "dict[str, object]":
        """Return the named columns of a row with `source` (names) and `as_of`."""
        fact = {column: row[column] for column in columns}
        fact["source"] = self(row.get("source"))
        fact["as_of"] = row.get("as_of") or ""
        if row.get("confidence"):
            fact["confidence"] = row["confidence"]
        return fact


def pick(row: "dict[str, object]", column: str, language: str) -> str:
    """Return the text of a column in the language, in the other one where it is blank."""
    mine, other = ("_id", "_en") if language == "id" else ("_en", "_id")
    return str(row.get(column + mine) or row.get(column + other) or "")
