"""Build the wheel and the source archive, install the wheel in a clean environment, and use it with the network cut off.

Shown: the wheel's size; that the wheel made from the source archive holds the same facts, byte for byte; and the four
uses in both languages with a home that cannot be written. The wheel stays in dist/.
"""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DIST = os.path.join(ROOT, "dist")
MOST_BYTES = 15_000_000
FACTS = "safetravel_cli/_data/snapshot.sqlite"
MANUAL = "share/man/man1/safetravel.1"
# Enough of a JPEG to be stored: the alert keeps a photo as it is.
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(3000) + b"\xff\xd9"
# Where no namespace can be had, the interpreter itself refuses every connection.
NO_SOCKETS = """
import socket
def refuse(*_, **__):
    raise OSError(101, "Network is unreachable")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse
"""


def main() -> int:
    """Build, install, use; raise AssertionError where something does not hold."""
    work = tempfile.mkdtemp(prefix="safetravel-wheel-")
    try:
        wheel = build(work)
        program = install(work, wheel)
        use(work, program)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


def build(work: str) -> str:
    """Build both archives of the checkout, and a wheel of the source archive; return the path of the wheel."""
    shutil.rmtree(DIST, ignore_errors=True)
    hatch(ROOT, DIST, "sdist", "wheel")
    (wheel,) = glob.glob(os.path.join(DIST, "*.whl"))
    (source,) = glob.glob(os.path.join(DIST, "*.tar.gz"))
    size = os.path.getsize(wheel)
    print(f"wheel {size / 1e6:.2f} MB, source archive {os.path.getsize(source) / 1e6:.2f} MB")
    assert size <= MOST_BYTES, f"the wheel is larger than {MOST_BYTES / 1e6:.0f} MB"
    # Our own archive; the filter of tarfile came only with 3.11.4.
    shutil.unpack_archive(source, work)
    (unpacked,) = glob.glob(os.path.join(work, "safetravel_cli-*"))
    hatch(unpacked, os.path.join(work, "again"), "wheel")
    (again,) = glob.glob(os.path.join(work, "again", "*.whl"))
    compare(wheel, again)
    return wheel


def hatch(root: str, folder: str, *targets: str) -> None:
    """Build targets of a checkout into a folder with the hatchling of this environment."""
    options = [word for target in targets for word in ("-t", target)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", folder, *options]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def compare(wheel: str, again: str) -> None:
    """Assert that two wheels hold the same files, and what a wheel must and must not hold."""
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        names = set(one.namelist())
        assert names == set(other.namelist()), names ^ set(other.namelist())
        different = [name for name in names if one.read(name) != other.read(name)]
        assert not different, f"the source archive builds other files: {different}"
    assert FACTS in names
    assert not [name for name in names if name.endswith(("checkout.txt", ".pyc")) or name.startswith(("tests", "tools", "data"))]
    assert any(name.endswith(".data/data/" + MANUAL) for name in names), "the man page is not in the wheel"
    for licence in ("LICENSE", "DATA_LICENSE.md"):
        assert any(name.endswith("/licenses/" + licence) for name in names), f"{licence} is not in the wheel"
    print(f"the source archive builds the same {len(names)} files, facts included")


def install(work: str, wheel: str) -> str:
    """Install the wheel with its dependencies into a clean environment; return the path of its program."""
    folder = os.path.join(work, "venv")
    venv.create(folder, with_pip=True)
    scripts = os.path.join(folder, "Scripts" if os.name == "nt" else "bin")
    python = os.path.join(scripts, "python")
    for words in (["install", "-q", wheel], ["check"]):
        command = [python, "-m", "pip", "--disable-pip-version-check", *words]
        done = subprocess.run(command, cwd=work, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert os.path.isfile(os.path.join(folder, *MANUAL.split("/"))), "the man page was not installed"
    return os.path.join(scripts, "safetravel")


class Cut:
    """A way to start programs without network and with a home that cannot be written."""

    def __init__(self, work: str) -> None:
        self.home = os.path.join(work, "home")
        os.makedirs(self.home)
        self.environ = {"PATH": os.environ.get("PATH", ""), "HOME": self.home, "LANG": "C.UTF-8", "TZ": "Etc/UTC"}
        mount = f'mount -t tmpfs -o ro tmpfs {self.home} && exec "$@"'
        for options in (["-n", "-m"], ["-r", "-n", "-m"]):
            self.prefix = ["unshare", *options, "sh", "-c", mount, "sh"]
            if (
                shutil.which("unshare")
                and subprocess.run([*self.prefix, "true"], capture_output=True, check=False).returncode == 0
            ):
                print("network cut off by a namespace of its own; the home is a read-only file system")
                return
        self.prefix = []
        guard = os.path.join(work, "guard")
        os.makedirs(guard)
        with open(os.path.join(guard, "sitecustomize.py"), "w", encoding="utf-8") as file:
            file.write(NO_SOCKETS)
        self.environ["PYTHONPATH"] = guard
        # Permissions do not bind root; a file in the place of the folder binds everybody.
        self.environ["HOME"] = os.path.join(guard, "sitecustomize.py")
        print("network refused by the interpreter; the home cannot be made")

    def run(self, *argv: str, code: int = 0, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        """Run a program and assert its exit code."""
        environ = {**self.environ, **(env or {})}
        done = subprocess.run([*self.prefix, *argv], env=environ, capture_output=True, encoding="utf-8", timeout=120, check=False)
        said = done.stdout + done.stderr
        assert done.returncode == code, f"{argv[1:]} gave {done.returncode}, not {code}:\n{said}"
        assert "Traceback" not in said, said
        return done


def use(work: str, program: str) -> None:
    """Put the program to its four uses, in both languages, at two widths and as JSON."""
    cut = Cut(work)
    photo = os.path.join(work, "img.jpg")
    with open(photo, "wb") as file:
        file.write(PHOTO)
    for lang, name, title in (("en", "japan", "Japan"), ("id", "jepang", "Jepang")):
        for columns in ("40", "80"):
            env = {"COLUMNS": columns, "SAFETRAVEL_LANG": lang}
            card = cut.run(program, "country", name, env=env).stdout
            assert title in card and "KBRI Tokyo" in card, card
            near = cut.run(program, "embassy", "--near", "35.66,139.70", env=env).stdout
            assert "KBRI Tokyo" in near and "+81" in near, near
            assert "110" in cut.run(program, "emergency", name, env=env).stdout
            lost = cut.run(program, "sos", "--photo", photo, "--at", "35.66,139.70", code=8, env=env)
            assert "+81" in lost.stdout, "the numbers were not shown before the alert failed"
            env["SAFETRAVEL_HOME"] = os.path.join(work, f"state-{lang}-{columns}")
            stored = cut.run(program, "sos", "--photo", photo, "--message", "test", "--at", "35.66,139.70", code=78, env=env)
            assert "+81" in stored.stdout
            assert cut.run(program, "sos", "list", env=env).stdout.strip()
            cut.run(program, "sync", code=6, env=env)
        answers_in_json(cut, program, lang, name)
    assert cut.run(program, "--help").stdout
    assert "safetravel 0." in cut.run(program, "--version").stdout
    assert "did you mean" in cut.run(program, "embassy", "--naer", code=2).stderr.lower()
    print("the four uses answer offline, in English and Indonesian, at 40 and 80 columns and as JSON")


def answers_in_json(cut: Cut, program: str, lang: str, name: str) -> None:
    """Assert that the envelope comes out whole."""
    for argv in (
        ["country", name],
        ["embassy", "--near", "35.66,139.70"],
        ["emergency", name],
        ["countries"],
        ["data"],
        ["config"],
        ["here"],
    ):
        envelope = json.loads(cut.run(program, *argv, "--json", "--lang", lang).stdout)
        assert envelope["status"] == "success" and envelope["snapshot"]["date"], envelope


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as error:
        sys.exit(f"try_wheel: {error}")
