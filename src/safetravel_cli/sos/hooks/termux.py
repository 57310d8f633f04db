"""The job scheduler of Android through Termux:API, where a network is there, and a script for Termux:Boot.

Android decides when a job runs and may end it; an SMS by hand remains the sure way.
"""

import os

from safetravel_cli.sos import hooks

NAME = "termux"
JOB = "48762"


def usable(plan: hooks.Plan) -> bool:
    """Tell whether this is Termux with its API."""
    return bool(plan.environ.get("TERMUX_VERSION")) and plan.has("termux-job-scheduler")


def _paths(plan: hooks.Plan) -> "tuple[str, str]":
    return os.path.join(os.path.dirname(plan.folder), hooks.NAME + ".sh"), plan.home(".termux", "boot", hooks.NAME)


def _text(plan: hooks.Plan) -> str:
    return "#!/usr/bin/env sh\n" + hooks.script(plan) + "\n"


def install(plan: hooks.Plan) -> None:
    """Write both scripts and schedule the job; it is kept through a restart, and runs where there is a network."""
    for path in _paths(plan):
        hooks.write(path, _text(plan), 0o700)
    options = ["--job-id", JOB, "--period-ms", "900000", "--network", "any", "--persisted", "true"]
    plan.must("termux-job-scheduler", "--script", _paths(plan)[0], *options)


def status(plan: hooks.Plan) -> "dict[str, object]":
    """Ask for the jobs that are pending; whether Termux:Boot is installed cannot be asked."""
    lies = [hooks.read(path) for path in _paths(plan)]
    code, said = plan.ask("termux-job-scheduler", "--pending")
    active = not code and JOB in said
    return hooks.report(any(lies), active, lies == [_text(plan)] * 2, _paths(plan)[0], boot_script=bool(lies[1]))


def remove(plan: hooks.Plan) -> bool:
    """Cancel the job and remove both scripts."""
    plan.ask("termux-job-scheduler", "--cancel", "--job-id", JOB)
    return hooks.unlink(*_paths(plan))
