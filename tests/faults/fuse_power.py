"""A file system that keeps in RAM what was not synced, and a power cut: `python fuse_power.py MOUNT FROM TO SEED`.

It begins with the files of FROM. A line "cut" on standard input is the power cut: what is durable at that moment is written to
TO, "done" to standard output, and the process ends. Durable is:

* of a file, its bytes at the last fsync, and of what was written since then any part, write by write, as chance has it;
* of a folder, its names at the last fsync of the folder, and of what was done since then a first part (a journal is in order).

With SEED 0 nothing is kept that was not synced. Locks are those of the kernel.
"""

import errno
import functools
import json
import os
import random
import stat
import sys
import threading
import time

import mfusepy


class Node:
    """A file or folder: what programs see, what is durable, and what happened in between."""

    def __init__(self, mode):
        now = time.time_ns()
        self.mode, self.times, self.links = mode, (now, now), 1
        self.data, self.durable, self.pending = bytearray(), b"", []
        self.names, self.kept, self.changes = {}, {}, []

    def put(self, data, offset):
        self._write(self.data, data, offset)
        self.pending.append((offset, bytes(data)))

    @staticmethod
    def _write(buffer, data, offset):
        if len(buffer) < offset:
            buffer.extend(bytes(offset - len(buffer)))
        buffer[offset : offset + len(data)] = data

    def cut(self, length):
        self.pending.append((length, None))
        self._cut(self.data, length)

    @staticmethod
    def _cut(buffer, length):
        del buffer[length:]
        buffer.extend(bytes(length - len(buffer)))

    def sync(self):
        self.durable, self.pending = bytes(self.data), []

    def change(self, *steps):
        """Change names, each step (name, node or None), all or nothing."""
        for name, node in steps:
            self._apply(self.names, name, node)
        self.changes.append(steps)

    @staticmethod
    def _apply(names, name, node):
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node

    def sync_names(self):
        self.kept, self.changes = dict(self.names), []

    def after_cut(self, draw):
        """Return the bytes, or the names, that are there after the cut."""
        if stat.S_ISDIR(self.mode):
            names = dict(self.kept)
            for steps in self.changes[: draw.randint(0, len(self.changes)) if draw else 0]:
                for name, node in steps:
                    self._apply(names, name, node)
            return names
        data = bytearray(self.durable)
        for offset, written in self.pending if draw else ():
            if draw.random() < 0.5:
                if written is None:
                    self._cut(data, offset)
                else:
                    self._write(data, written, offset)
        return bytes(data)


def powered(operation):
    """Let one operation at a time happen, and none after the power is gone."""

    @functools.wraps(operation)
    def wrapped(self, *given):
        with self.guard:
            if self.off:
                raise mfusepy.FuseOSError(errno.EIO)
            return operation(self, *given)

    return wrapped


class Disk(mfusepy.Operations):
    """The file system."""

    use_ns = True

    def __init__(self, source):
        self.root = self._load(source)
        self.guard = threading.RLock()
        self.off = False
        self.files, self.count = {}, 0

    def _load(self, path):
        node = Node(stat.S_IFDIR | 0o755)
        for entry in os.scandir(path) if os.path.isdir(path) else ():
            if entry.is_dir(follow_symlinks=False):
                node.names[entry.name] = self._load(entry.path)
            elif entry.is_file(follow_symlinks=False):
                child = Node(entry.stat().st_mode)
                with open(entry.path, "rb") as file:
                    child.data = bytearray(file.read())
                child.sync()
                node.names[entry.name] = child
        node.sync_names()
        return node

    def find(self, path):
        node = self.root
        for name in filter(None, path.split("/")):
            node = node.names.get(name)
            if node is None:
                raise mfusepy.FuseOSError(errno.ENOENT)
        return node

    def above(self, path):
        folder, _, name = path.rpartition("/")
        return self.find(folder), name

    @powered
    def getattr(self, path, handle=None):
        node = self.files[handle] if handle in self.files else self.find(path)
        size = len(node.data)
        facts = {"st_mode": node.mode, "st_nlink": node.links, "st_size": size, "st_uid": os.getuid(), "st_gid": os.getgid()}
        return {
            **facts,
            "st_atime": node.times[0],
            "st_mtime": node.times[1],
            "st_ctime": node.times[1],
            "st_blocks": size // 512 + 1,
        }

    @powered
    def readdir(self, path, handle):
        return [".", "..", *self.find(path).names]

    def _open(self, node):
        self.count += 1
        self.files[self.count] = node
        return self.count

    @powered
    def open(self, path, flags):
        node = self.find(path)
        if flags & os.O_TRUNC:
            node.cut(0)
        return self._open(node)

    @powered
    def create(self, path, mode, handle=None):
        folder, name = self.above(path)
        node = Node(stat.S_IFREG | (mode & 0o7777))
        folder.change((name, node))
        return self._open(node)

    @powered
    def mknod(self, path, mode, device):
        folder, name = self.above(path)
        folder.change((name, Node(mode)))
        return 0

    @powered
    def mkdir(self, path, mode):
        folder, name = self.above(path)
        folder.change((name, Node(stat.S_IFDIR | (mode & 0o7777))))
        return 0

    @powered
    def opendir(self, path):
        return self._open(self.find(path))

    @powered
    def read(self, path, size, offset, handle):
        return bytes(self.files[handle].data[offset : offset + size])

    @powered
    def write(self, path, data, offset, handle):
        node = self.files[handle]
        node.put(data, offset)
        node.times = (node.times[0], time.time_ns())
        return len(data)

    @powered
    def truncate(self, path, length, handle=None):
        (self.files[handle] if handle in self.files else self.find(path)).cut(length)
        return 0

    @powered
    def fsync(self, path, only_data, handle):
        node = self.files[handle]
        if stat.S_ISDIR(node.mode):
            node.sync_names()
        else:
            node.sync()
        return 0

    @powered
    def fsyncdir(self, path, only_data, handle):
        self.files[handle].sync_names()
        return 0

    @powered
    def release(self, path, handle):
        self.files.pop(handle, None)
        return 0

    releasedir = release

    @powered
    def flush(self, path, handle):
        return 0

    @powered
    def unlink(self, path):
        folder, name = self.above(path)
        self.find(path).links = 0
        folder.change((name, None))
        return 0

    @powered
    def rmdir(self, path):
        if self.find(path).names:
            raise mfusepy.FuseOSError(errno.ENOTEMPTY)
        folder, name = self.above(path)
        folder.change((name, None))
        return 0

    @powered
    def rename(self, old, new, flags=0):
        node = self.find(old)
        (source, name), (target, other) = self.above(old), self.above(new)
        if source is target:
            source.change((other, node), (name, None))
        else:
            target.change((other, node))
            source.change((name, None))
        return 0

    @powered
    def chmod(self, path, mode):
        node = self.find(path)
        node.mode = stat.S_IFMT(node.mode) | (mode & 0o7777)
        return 0

    @powered
    def chown(self, path, uid, gid):
        return 0

    @powered
    def utimens(self, path, times=None):
        self.find(path).times = times or (time.time_ns(), time.time_ns())
        return 0

    @powered
    def statfs(self, path):
        return {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": 1 << 18, "f_bfree": 1 << 17, "f_bavail": 1 << 17, "f_namemax": 255}

    def dump(self, node, target, draw):
        os.makedirs(target, exist_ok=True)
        for name, child in node.after_cut(draw).items():
            path = os.path.join(target, name)
            if stat.S_ISDIR(child.mode):
                self.dump(child, path, draw)
            elif stat.S_ISREG(child.mode):
                with open(path, "wb") as file:
                    file.write(child.after_cut(draw))
                os.chmod(path, stat.S_IMODE(child.mode))


def main(mount, source, target, seed):
    disk = Disk(source)
    draw = random.Random(int(seed)) if int(seed) else None

    def commands():
        for line in sys.stdin:
            if line.strip() == "cut":
                # From here on nothing is written any more, and whoever is waiting for the disk waits for ever.
                disk.off = True
                with disk.guard:
                    disk.dump(disk.root, target, draw)
                print(json.dumps({"event": "done"}), flush=True)
                os._exit(0)

    threading.Thread(target=commands, daemon=True).start()
    disk.init = lambda path: print(json.dumps({"event": "ready"}), flush=True)
    mfusepy.FUSE(disk, mount, foreground=True, nothreads=False, fsname="power", attr_timeout=0, entry_timeout=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
