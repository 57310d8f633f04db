"""Questions to a person at a terminal. They go to standard error; what is typed in secret is not echoed."""

import os

from safetravel_cli.env import is_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


class Stopped(Exception):
    """Say that the person went away: the end of standard input."""


def possible(env: "Env") -> bool:
    """Tell whether there is somebody to ask: a person at the keyboard who sees the questions."""
    return env.view != "json" and not env.silent and is_terminal(env.stdin) and is_terminal(env.stderr)


def tell(env: "Env", text: str) -> None:
    """Write a line to the person."""
    env.stderr.write(text + "\n")
    env.stderr.flush()


def line(env: "Env", question: str) -> str:
    """Ask for one line and return it without the blanks around it.

    Raises:
        Stopped: there is no line any more.
    """
    env.stderr.write(question + " ")
    env.stderr.flush()
    typed = env.stdin.readline()
    if not typed:
        raise Stopped
    return "".join(char for char in typed if char.isprintable()).strip()


def hidden(env: "Env", question: str) -> str:
    """Ask for one line that nobody sees, and return it as it was typed.

    Raises:
        Stopped: there is no line any more.
    """
    if os.name != "posix":
        import getpass

        return getpass.getpass(question + " ")
    import termios

    handle = env.stdin.fileno()
    before = termios.tcgetattr(handle)
    quiet = [*before]
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(handle, termios.TCSAFLUSH, quiet)
    try:
        # Asked only now: what is typed before would be seen.
        env.stderr.write(question + " ")
        env.stderr.flush()
        typed = env.stdin.readline()
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
        env.stderr.write("\n")
        env.stderr.flush()
    if not typed:
        raise Stopped
    return typed.rstrip("\r\n")
