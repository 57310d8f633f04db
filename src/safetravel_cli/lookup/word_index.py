"""The inverted index of the facts: a folded word -> the numbers of the facts that have it, in the table `search_word`.

A number is the place of the kind of the fact in PARTS, shifted, with the rowid in its table; the numbers of a word stand in
ascending order, each as its distance from the one before, in groups of seven bits (LEB128), as they compress best.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetravel_cli.store.snapshot import Snapshot

SHIFT = 14
MOST = (1 << SHIFT) - 1
LAST = "\U0010ffff"


def pack(numbers: "Iterable[int]") -> bytes:
    """Return ascending whole numbers from 0 as bytes."""
    out = bytearray()
    before = 0
    for number in numbers:
        step = number - before
        before = number
        while step > 127:
            out.append(step & 127 | 128)
            step >>= 7
        out.append(step)
    return bytes(out)


def unpack(octets: bytes) -> "list[int]":
    """Return the numbers that `pack` was given."""
    found = []
    number = step = shift = 0
    for octet in octets:
        step |= (octet & 127) << shift
        if octet > 127:
            shift += 7
            continue
        number += step
        found.append(number)
        step = shift = 0
    return found


def beginning(snapshot: "Snapshot", word: str) -> "set[int]":
    """Return the numbers of the facts that have a word which begins with this one."""
    found: set[int] = set()
    for (octets,) in snapshot.db.execute("SELECT facts FROM search_word WHERE word >= ? AND word < ?", (word, word + LAST)):
        found.update(unpack(octets))
    return found
