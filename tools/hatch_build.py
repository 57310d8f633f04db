"""The build hook: wheels carry the compiled facts, an editable install compiles them into the checkout."""

import os
import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compile data/ when a wheel is built. A source distribution carries data/ and tools/ and compiles when it is built."""

    _folder = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and hand the files to the wheel. `version` is `standard` or `editable`."""
        tools = os.path.join(self.root, "tools")
        if tools not in sys.path:
            sys.path.insert(0, tools)
        import build_snapshot

        if version == "editable":
            build_snapshot.build_in_place()
            return
        self._folder = tempfile.mkdtemp(prefix="safetravel-")
        for path in build_snapshot.build(self._folder):
            build_data["force_include"][path] = f"safetravel_cli/_data/{os.path.basename(path)}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder that the facts were compiled in."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
