"""`sync --from`: answers that were saved elsewhere and carried here, checked and stored like those that come over a network."""

import os
import stat

from safetravel_cli import errors
from safetravel_cli.net import http

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from safetravel_cli.sync.feeds.feed import Feed
    from safetravel_cli.sync.rounds import Outcome
    from safetravel_cli.sync.session import Session


def find(path: str, feeds: "list[Feed]") -> "dict[str, str]":
    """Return source -> file: those of a folder that bear the name of a source or of the last part of its address, or one file.

    A file of any name is taken where one source alone was asked for.

    Raises:
        UsageError: nothing there that a source would have sent.
    """
    if os.path.isdir(path):
        files = [os.path.join(path, name) for name in sorted(os.listdir(path))]
        files = [file for file in files if os.path.isfile(file)]
    else:
        files = [path] if os.path.isfile(path) else []
        if files and len(feeds) == 1:
            return {feeds[0].name: path}
    found = {feed.name: [file for file in files if stem(file) in names(feed)] for feed in feeds}
    chosen = {name: max(some, key=os.path.getmtime) for name, some in found.items() if some}
    if not chosen:
        raise errors.UsageError("sync.nothing_saved", choices=[next(iter(names(feed))) for feed in feeds], path=path)
    return chosen


def stem(path: str) -> str:
    """Return the name of a file without its folder, its endings and what follows a question mark, in lower case."""
    return os.path.basename(path).partition("?")[0].partition(".")[0].lower()


def names(feed: "Feed") -> "list[str]":
    """Return the names, in lower case and without ending, under which the answer of a source may be saved."""
    return list(dict.fromkeys([feed.name, *[stem(url) for url in feed.urls]]))


def pages(path: str) -> "Callable[[http.Request], http.Response | errors.NetworkNeeded]":
    """Return what finds the saved page of a country: a file in a folder beside the index that bears the name of the source."""

    def page(request: http.Request) -> "http.Response | errors.NetworkNeeded":
        source, _, slug = request.url.rpartition("/")
        for folder in ("uk_advice", stem(source)):
            for ending in (".json", ""):
                file = os.path.join(path, folder, slug + ending)
                if os.path.isfile(file):
                    return read(file, request.limit, None)
        return errors.NetworkNeeded("sync.not_saved")

    return page


def take(outcome: "Outcome", files: "dict[str, str]", feeds: "list[Feed]", session: "Session") -> None:
    """Check and store the saved answers."""
    for feed in feeds:
        if feed.name in files:
            outcome.take(feed, feed.urls[0], read(files[feed.name], feed.limit, session), session)


def read(file: str, limit: int, session: "Session | None") -> "http.Response | errors.NetworkNeeded":
    """Return a file as if it had just come; its date is that of the file, as long as it has come."""
    try:
        facts = os.stat(file)
        if not stat.S_ISREG(facts.st_mode):
            return errors.NetworkNeeded("sync.not_saved")
        with open(file, "rb") as opened:
            body = opened.read(limit + 1)
    except OSError as error:
        return errors.NetworkNeeded("sync.saved_unreadable", reason=error.strerror or str(error))
    if len(body) > limit:
        return errors.NetworkNeeded("sync.net_too_big", host=os.path.basename(file))
    date = min(facts.st_mtime, session.env.now()) if session else facts.st_mtime
    return http.Response(200, body, "", "", max(date, 0.0), len(body))
