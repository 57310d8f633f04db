"""Typing errors: optimal string alignment (insert, delete, change, swap of neighbours), with a bound."""


def distance(one: str, two: str, bound: int) -> int:
    """Return the OSA distance of two texts, or bound + 1 as soon as it must exceed the bound.

    Source: Damerau 1964, Boytsov 2011 (restricted edit distance).
    """
    if abs(len(one) - len(two)) > bound:
        return bound + 1
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(two, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
        before, last = last, row
    return last[-1]


def bound_for(text: str) -> int:
    """Return how many errors a word of this length may have: none under 4 letters, 2 from 9 on."""
    return 0 if len(text) < 4 else 1 if len(text) < 9 else 2


def near(text: str, names: "list[str]", bound: int) -> "list[tuple[int, str]]":
    """Return (distance, name) of all names within the bound, nearest first.

    Two words whose sets of letters differ by more than twice the bound cannot be near, which spares most of the work.
    """
    letters = set(text)
    low, high, limit = len(text) - bound, len(text) + bound, 2 * bound
    found = []
    for name in names:
        if low <= len(name) <= high and len(letters.symmetric_difference(name)) <= limit:
            errors = distance(text, name, bound)
            if errors <= bound:
                found.append((errors, name))
    return sorted(found)
