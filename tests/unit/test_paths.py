"""Where files live: the few lines of ours say what platformdirs says."""

import os

import pytest
from platformdirs import macos, unix, windows

from safetravel_cli import paths

CASES = [
    ("linux", unix.Unix, {}),
    ("linux", unix.Unix, {"XDG_DATA_HOME": "/srv/data"}),
    ("linux", unix.Unix, {"XDG_DATA_HOME": ""}),
    ("linux", unix.Unix, {"XDG_DATA_HOME": "relative/data"}),
    ("darwin", macos.MacOS, {}),
    ("darwin", macos.MacOS, {"XDG_DATA_HOME": "/srv/data"}),
    ("win32", windows.Windows, {"LOCALAPPDATA": "/users/siti/AppData/Local"}),
]


@pytest.mark.parametrize(("platform", "kind", "environ"), CASES)
def test_the_data_folder_is_that_of_platformdirs(monkeypatch, platform, kind, environ):
    monkeypatch.delenv("SAFETRAVEL_HOME")
    monkeypatch.setenv("HOME", "/home/siti")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    assert paths.data_dir(os.environ, platform) == kind(paths.APP, appauthor=False).user_data_dir


def test_windows_without_its_variable_falls_back_below_the_home():
    found = paths.data_dir({"HOME": "/users/siti"}, "win32")
    assert found == os.path.join("/users/siti", "AppData", "Local", "safetravel")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_one_variable_moves_everything(platform):
    assert (
        paths.data_dir({"SAFETRAVEL_HOME": "/elsewhere", "HOME": "/home/siti", "XDG_DATA_HOME": "/srv"}, platform) == "/elsewhere"
    )
    environ = {"SAFETRAVEL_HOME": "/elsewhere"}
    for path in (paths.state_file(environ), paths.overlay_file(environ), paths.outbox_dir(environ)):
        assert os.path.dirname(path) == "/elsewhere"


def test_the_snapshot_is_that_of_the_package_unless_another_is_named():
    assert paths.snapshot_file({}) == paths.SNAPSHOT
    assert os.path.dirname(os.path.dirname(paths.SNAPSHOT)) == paths.PACKAGE
    assert paths.snapshot_file({"SAFETRAVEL_SNAPSHOT": "/other.sqlite"}) == "/other.sqlite"


def test_nothing_is_made_by_asking(tmp_path):
    paths.data_dir({"SAFETRAVEL_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()
