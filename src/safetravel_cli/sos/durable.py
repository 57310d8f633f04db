"""Files that must be there after the power went: folders for their owner alone, names and bytes synced."""

import errno
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

F_FULLFSYNC = 51  # macOS: a plain fsync leaves the bytes in the cache of the drive.


def make_folder(path: str) -> None:
    """Make a folder (mode 0700) with the parents that lack, and sync the name of each.

    Raises:
        OSError: it cannot be made, or something else has its name.
    """
    missing = []
    path = probe = os.path.abspath(path)
    while not os.path.isdir(probe) and os.path.dirname(probe) != probe:
        missing.append(probe)
        probe = os.path.dirname(probe)
    for folder in reversed(missing):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            # Another run may have made it meanwhile.
            if not os.path.isdir(folder):
                raise
        sync_folder(os.path.dirname(folder))
    if missing:
        _sync_above(os.path.dirname(missing[-1]))
    restrict(path, 0o700)


def _sync_above(path: str) -> None:
    """Sync the names of folders that were there before: whoever made them (a setting, say) may not have done so."""
    device = os.stat(path).st_dev
    while os.path.dirname(path) != path:
        path = os.path.dirname(path)
        try:
            if os.stat(path).st_dev != device:
                return
            sync_folder(path)
        except OSError:
            return


def restrict(path: str, mode: int) -> None:
    """Take the rights of group and others away from what is there already; what cannot be changed is left."""
    if os.name != "posix":
        return
    try:
        if os.stat(path).st_mode & 0o777 != mode:
            os.chmod(path, mode)
    except OSError:
        pass


def sync_file(handle: int) -> None:
    """Bring the bytes of an open file to the medium.

    Raises:
        OSError: the medium did not take them.
    """
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY):
                raise
    os.fsync(handle)


def sync_folder(path: str) -> None:
    """Bring the names in a folder to the medium; where folders cannot be synced (Windows, some mounts) that is all there is.

    Raises:
        OSError: the medium did not take them.
    """
    if os.name == "nt":
        return
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:
        # A parent that may be written but not listed; its names are synced with the files in it.
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):
            raise
    finally:
        os.close(handle)


def write_new(folder: str, fill: "Callable[[int], str]") -> str:
    """Write a file under a passing name, sync it, give it the name that `fill(handle)` returns, sync that; return its path.

    Nothing of it stays when `fill` raises.
    """
    passing = os.path.join(folder, ".tmp-" + os.urandom(8).hex())
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(passing, flags, 0o600)
    try:
        try:
            name = fill(handle)
            sync_file(handle)
        finally:
            os.close(handle)
        path = os.path.join(folder, name)
        os.replace(passing, path)
    except BaseException:
        _remove(passing)
        raise
    sync_folder(folder)
    return path


def write_all(handle: int, data: "bytes | memoryview") -> None:
    """Write all bytes: a single call may take fewer (a nearly full disk, a signal)."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass
