"""macOS through CoreLocationCLI (Homebrew cask corelocationcli).

`--json` would have Apple's geocoder look the position up, on the network; a format of positions alone does not. Versions
before 4 call the accuracy `h_accuracy` and the time `time`, and leave names that they do not know as they are.
"""

from safetravel_cli.geo import rungs
from safetravel_cli.geo.rungs import Fix, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env

FORMAT = "%latitude %longitude %horizontalAccuracy %h_accuracy %timestamp"
SECONDS = 10.0


def ask(env: "Env", detail: str) -> "Iterator[Fix]":
    """Yield the fix that the program prints.

    Raises:
        Refused: location services are off or denied, or none came in time.
    """
    import subprocess

    command = [rungs.program("CoreLocationCLI", env), "--format", FORMAT]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return
    yield read(done.stdout.decode("utf-8", "replace"))


def read(text: str) -> Fix:
    """Return the fix of a line made by FORMAT; an accuracy below 0 stands for an invalid position.

    Raises:
        Refused: it is a sentence that says why there is none.
    """
    words = text.split()
    if len(words) < 2 or rungs.number(words[0]) is None:
        raise Refused("denied" if "denied" in text else "failed", " ".join(words))
    accuracy = next((word for word in words[2:4] if rungs.number(word) is not None), None)
    at = next((at for at, word in enumerate(words) if word.count("-") == 2 and word[:4].isdigit()), len(words))
    taken = rungs.moment(" ".join(words[at : at + 3]).removesuffix("stamp"))
    return rungs.fix(words[0], words[1], accuracy, taken)
