"""How full the battery is: how long the sender can be reached. Unknown is an answer, and nothing waits for it."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

SUPPLY = "/sys/class/power_supply"
ANSWER_LIMIT = 65536


def quick(folder: str = SUPPLY) -> "dict[str, object] | None":
    """Return {percent (0 to 100), charging (None where not told)} of files or a call of the system, without any wait.

    None where this device has no battery, or does not tell.
    """
    try:
        return _windows() if os.name == "nt" else _linux(folder)
    except Exception:
        return None


def read(env: "Env", seconds: float = 2.0) -> "dict[str, object] | None":
    """Return the same, asking a program of the system (Termux:API, macOS) for at most `seconds` where files do not tell."""
    found = quick()
    if found:
        return found
    from safetravel_cli.geo import rungs

    for name, arguments, understand in (("termux-battery-status", (), termux), ("pmset", ("-g", "batt"), pmset)):
        program = rungs.program(name, env)
        if program:
            try:
                return understand(_output([program, *arguments], seconds))
            except Exception:
                return None
    return None


def _output(command: "list[str]", seconds: float) -> bytes:
    """Return what a program writes, killed with all that it started after `seconds`."""
    import subprocess
    import tempfile

    # Into a file: a child that outlives the program cannot hold a pipe open.
    with tempfile.TemporaryFile() as file:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            import signal

            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        file.seek(0)
        return file.read(ANSWER_LIMIT)


def _made(percent: object, charging: "bool | None") -> "dict[str, object] | None":
    if isinstance(percent, bool) or not isinstance(percent, (int, float)) or not 0 <= percent <= 100:
        return None
    return {"percent": round(percent), "charging": charging}


def _linux(folder: str) -> "dict[str, object] | None":
    """Read what the kernel tells; a mouse or a headset has a battery too, but its scope is Device."""
    for name in sorted(os.listdir(folder)):
        supply = os.path.join(folder, name)
        if _word(supply, "type") != "Battery" or _word(supply, "scope") == "Device":
            continue
        percent = _word(supply, "capacity")
        status = {"Charging": True, "Full": True, "Discharging": False, "Not charging": False}.get(_word(supply, "status"))
        found = _made(int(percent), status) if percent.isascii() and percent.isdigit() and len(percent) < 4 else None
        if found:
            return found
    return None


def _word(supply: str, name: str) -> str:
    try:
        with open(os.path.join(supply, name), "rb") as file:
            return file.read(64).decode("ascii", "replace").strip()
    except OSError:
        return ""


def termux(answer: bytes) -> "dict[str, object] | None":
    """Return the battery of what `termux-battery-status` writes, as JSON."""
    import json

    held = json.loads(answer)
    status = {"CHARGING": True, "FULL": True, "DISCHARGING": False, "NOT_CHARGING": False}.get(str(held.get("status")))
    return _made(held.get("percentage"), status)


def pmset(answer: bytes) -> "dict[str, object] | None":
    """Return the battery of what `pmset -g batt` writes: ` -InternalBattery-0 (id=1)	87%; discharging; 4:10 remaining`."""
    for line in answer.decode("utf-8", "replace").splitlines():
        before, percent, after = line.partition("%")
        digits = before.rpartition("\t")[2].strip()
        if percent and "InternalBattery" in before and digits.isascii() and digits.isdigit() and len(digits) < 4:
            state = after.strip("; ").partition(";")[0].strip()
            charging = {"charging": True, "finishing charge": True, "charged": True, "discharging": False}.get(state)
            return _made(int(digits), charging)
    return None


def _windows() -> "dict[str, object] | None":
    """Ask GetSystemPowerStatus: AC line, battery flag, percent (255: unknown), five more bytes and numbers."""
    import ctypes

    held = (ctypes.c_ubyte * 12)()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(held):  # type: ignore[attr-defined,unused-ignore]
        return None
    # 128: no battery, 255: unknown.
    return None if held[1] >= 128 else _made(held[2], bool(held[1] & 8) or held[0] == 1)
