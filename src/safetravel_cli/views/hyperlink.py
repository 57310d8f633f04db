"""Whether this terminal shows links (OSC 8): on a terminal only, and only where it is known to.

Others show a word that leads nowhere, so for them the address is printed.
"""

from safetravel_cli.env import is_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

PROGRAMS = frozenset(("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"))
TERMS = ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "contour")
# Each of these is set by one terminal alone.
MARKS = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID")
# The first release of the library behind GNOME's terminals that has links: 0.50.
VTE_FROM = 5000


def supported(env: "Env") -> bool:
    """Tell whether links may be written; FORCE_HYPERLINK=0 says no, anything else in it says yes to a terminal."""
    environ = env.environ
    if not is_terminal(env.stdout):
        return False
    if environ.get("FORCE_HYPERLINK"):
        return environ["FORCE_HYPERLINK"] != "0"
    # Both swallow links unless told otherwise, whatever terminal they run in.
    if environ.get("TMUX") or environ.get("TERM", "").startswith(("screen", "tmux")):
        return False
    vte = environ.get("VTE_VERSION", "")
    return (
        environ.get("TERM_PROGRAM") in PROGRAMS
        or environ.get("TERM", "").startswith(TERMS)
        or any(environ.get(name) for name in MARKS)
        or (vte.isdecimal() and int(vte) >= VTE_FROM)
    )
