"""`sos export` and `sos purge`: take an alert along as files, or remove what is over."""

import os

from safetravel_cli import errors, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import durable, hand, ledger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env

RECORD = "record.json"
# Something of it may still go, or it was never for anybody.
_OVER = """SELECT id, code, EXISTS (SELECT 1 FROM delivery WHERE delivery.alert = alert.id) AND NOT EXISTS
    (SELECT 1 FROM delivery WHERE delivery.alert = alert.id AND state IN ('queued', 'sending', 'needs_you')) AS over
    FROM alert ORDER BY seq"""


def answer_export(arguments: "dict[str, Any]", env: "Env") -> Answer:
    """Write one alert as files into a new folder, or into a new .zip file.

    Data: code, path, files[] (name, bytes), missing[] (name, state: missing or changed) and left_out[] (name, reason).
    `record.json` holds what `sos show --json` does, and each try that was made.

    Raises:
        NotFound, IntegrityError: no such alert, or the outbox cannot be read.
        UsageError: the target is there already, or cannot be written.
    """
    code = str(ledger.find(paths.outbox_dir(env.environ), arguments.get("code"))["code"])
    target = os.path.abspath(str(arguments.get("target") or ""))
    if os.path.lexists(target) and not (os.path.isdir(target) and not os.listdir(target)):
        raise errors.UsageError("sos.export_there", path=target)
    shown: dict[str, Any] = ledger.answer_show({"code": code}, env).data
    files, missing, left_out = _collect(shown, _attempts(env, shown["alert"]["id"]))
    try:
        written = _zip(target, files) if target.lower().endswith(".zip") else _folder(target, files)
    except (OSError, ValueError) as error:
        raise errors.UsageError("sos.export_failed", path=target, reason=_reason(error)) from None
    status = "partial" if missing or left_out else "success"
    return Answer({"status": status, "code": code, "path": target, "files": written, "missing": missing, "left_out": left_out})


def _attempts(env: "Env", alert: str) -> "list[dict[str, Any]]":
    with ledger.Reader(paths.outbox_dir(env.environ)) as reader:
        return reader.rows("SELECT * FROM attempt WHERE alert = ? ORDER BY seq", alert)


def _collect(
    shown: "dict[str, Any]", attempts: "list[dict[str, Any]]"
) -> "tuple[dict[str, bytes | str], list[dict[str, str]], list[dict[str, str]]]":
    """Return the files by name (octets, or the path of what is copied), what is not whole, and what could not be made."""
    media = [part for part in shown["parts"] if part["path"]]
    named = dict(zip(hand.names(media), media, strict=True))
    missing = [{"name": name, "state": part["state"]} for name, part in named.items() if part["state"] != "whole"]
    there = {name: part for name, part in named.items() if part["state"] != "missing"}
    files: dict[str, bytes | str] = {hand.TEXT: shown["text"].encode("utf-8", "replace")}
    left_out: list[dict[str, str]] = []
    for name, make in (("alert.eml", _mail), ("alert.cap.xml", _cap), ("alert.geojson", _geojson)):
        try:
            files[name] = make(shown, there)
        except Exception as error:
            left_out.append({"name": name, "reason": _reason(error)})
    files[RECORD] = _record(shown, attempts)
    for number, part in enumerate([part for part in shown["parts"] if part["text"]], 1):
        files[f"{number:02d}-{part['kind']}.txt"] = str(part["text"]).encode("utf-8", "replace")
    return {**files, **{name: str(part["path"]) for name, part in there.items()}}, missing, left_out


def _mail(shown: "dict[str, Any]", media: "dict[str, dict[str, Any]]") -> bytes:
    photos = [(name, str(part["path"]), str(part["mime"]), int(part["bytes"])) for name, part in media.items()]
    alert = {**shown["alert"], "created": shown["facts"]["created"]}
    return hand.mail(alert, shown["facts"], photos, shown["text"])


def _cap(shown: "dict[str, Any]", media: "dict[str, dict[str, Any]]") -> bytes:
    from safetravel_cli.sos import cap

    alert = shown["alert"]
    return cap.build(shown["facts"], alert["code"], alert["cap_status"], media=list(media.values()))


def _geojson(shown: "dict[str, Any]", media: "dict[str, dict[str, Any]]") -> bytes:
    from safetravel_cli.sos import geojson

    return geojson.build(shown["facts"], shown["alert"]["code"], list(media.values()))


def _record(shown: "dict[str, Any]", attempts: "list[dict[str, Any]]") -> bytes:
    import json

    text = json.dumps({**shown, "attempts": attempts}, ensure_ascii=False, indent=2, default=str)
    return (text + "\n").encode("utf-8", "replace")


def _folder(target: str, files: "dict[str, bytes | str]") -> "list[dict[str, object]]":
    durable.make_folder(target)
    for name, source in files.items():

        def fill(handle: int, name: str = name, source: "bytes | str" = source) -> str:
            for chunk in _chunks(source):
                durable.write_all(handle, chunk)
            return name

        durable.write_new(target, fill)
    return [{"name": name, "bytes": os.path.getsize(os.path.join(target, name))} for name in files]


def _zip(target: str, files: "dict[str, bytes | str]") -> "list[dict[str, object]]":
    import zipfile

    written: list[dict[str, object]] = []

    def fill(handle: int) -> str:
        with os.fdopen(os.dup(handle), "wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, source in files.items():
                size = 0
                # Dates of 1980 and before cannot be written; the record has the true ones.
                with archive.open(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True) as entry:
                    for chunk in _chunks(source):
                        size += len(chunk)
                        entry.write(chunk)
                written.append({"name": name, "bytes": size})
        return os.path.basename(target)

    durable.make_folder(os.path.dirname(target))
    durable.write_new(os.path.dirname(target), fill)
    return written


def _chunks(source: "bytes | str") -> "Iterator[bytes]":
    if isinstance(source, bytes):
        yield source
        return
    with open(source, "rb") as file:
        while chunk := file.read(1024 * 1024):
            yield chunk


def answer_purge(arguments: "dict[str, Any]", env: "Env") -> "Iterator[Answer]":
    """Remove the alerts that are over, with their files, in stages: ask (on a terminal), done.

    An alert is over when nothing of it is to be sent any more; one that was for nobody stays. With --all every alert goes,
    and so do damaged files that were set aside. Data: stage, candidates[] and kept[] (codes), aside (how many damaged
    files), removed[] (codes), files, bytes.

    Raises:
        UsageError: there is nobody to ask, and no --yes.
        IntegrityError, NotStored: the outbox cannot be read, or not written.
    """
    from safetravel_cli.sos import follow, queue

    folder, everything = paths.outbox_dir(env.environ), bool(arguments.get("everything"))
    with ledger.Reader(folder) as reader:
        rows = reader.rows(_OVER)
    candidates = [row["code"] for row in rows if everything or row["over"]]
    kept = [row["code"] for row in rows if row["code"] not in candidates]
    aside = ledger.set_aside(folder) if everything else []
    data: dict[str, Any] = {"candidates": candidates, "kept": kept, "aside": len(aside), "removed": [], "files": 0, "bytes": 0}
    if (candidates or aside) and not arguments.get("yes"):
        if not env.interactive() or env.view == "json":
            raise errors.UsageError("sos.purge_needs_yes")
        yield Answer({"stage": "ask", **data})
        if env.stdin.readline().strip().casefold() not in ("yes", "y", "ya"):
            yield Answer({"stage": "done", **data})
            return
    if candidates:
        # No clock may keep one back: what was asked for is named by its id.
        wanted = {row["code"]: row["id"] for row in rows}
        for code in candidates:
            done = follow.change(lambda code=code: queue.purge(folder, env.now(), alert=wanted[code], unsent=everything))
            data["removed"] += done["alerts"]
            data["files"] += done["files"]
            data["bytes"] += done["bytes"]
    for path in aside:
        _remove(path, data)
    yield Answer({"stage": "done", **data})


def _remove(path: str, data: "dict[str, Any]") -> None:
    try:
        size = os.path.getsize(path)
        os.unlink(path)
    except OSError:
        return
    data["files"] += 1
    data["bytes"] += size


def _reason(error: Exception) -> str:
    from safetravel_cli.sos.alert import reason

    return reason(error)
