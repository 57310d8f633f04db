"""Print the newest Python of 3.11 to 3.13 on the PATH, or fail with a sentence."""

import shutil
import subprocess
import sys

if sys.version_info[:2] >= (3, 11):
    print(sys.executable)
    sys.exit(0)
for name in ("python3.13", "python3.12", "python3.11"):
    found = shutil.which(name)
    if found and subprocess.run([found, "-c", "import venv"], capture_output=True, check=False).returncode == 0:
        print(found)
        sys.exit(0)
sys.exit("safetravel needs Python 3.11 or newer")
