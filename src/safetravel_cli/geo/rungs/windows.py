"""Windows through PowerShell and .NET's System.Device.Location.GeoCoordinateWatcher, which is part of the system."""

from safetravel_cli.geo import rungs
from safetravel_cli.geo.rungs import Fix, Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetravel_cli.env import Env

SECONDS = 15.0
# Numbers in the invariant culture: a comma for a decimal point would be another number.
SCRIPT = """
Add-Type -AssemblyName System.Device
$watcher = New-Object System.Device.Location.GeoCoordinateWatcher([System.Device.Location.GeoPositionAccuracy]::High)
$watcher.Start()
$end = (Get-Date).AddSeconds(14)
while ($watcher.Status -ne 'Ready' -and $watcher.Permission -ne 'Denied' -and (Get-Date) -lt $end) {
    Start-Sleep -Milliseconds 200
}
if ($watcher.Permission -eq 'Denied') { 'denied'; exit }
$position = $watcher.Position
$place = $position.Location
[string]::Format([Globalization.CultureInfo]::InvariantCulture, '{0} {1} {2} {3:o}', $place.Latitude, $place.Longitude,
    $place.HorizontalAccuracy, $position.Timestamp.UtcDateTime)
"""


def ask(env: "Env", detail: str) -> "Iterator[Fix]":
    """Yield the fix that Windows has.

    Raises:
        Refused: the location of this device is switched off or denied, or PowerShell fails.
    """
    import subprocess

    command = [rungs.program("powershell.exe", env), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", SCRIPT]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return
    yield read(done.stdout.decode("utf-8", "replace"))


def read(text: str) -> Fix:
    """Return the fix of the line that SCRIPT prints: latitude, longitude, radius, time; NaN for what is not known.

    Raises:
        Refused: it is not such a line.
    """
    words = text.split()
    if words == ["denied"]:
        raise Refused("denied")
    if len(words) != 4:
        raise Refused("failed", " ".join(words))
    # .NET writes seven decimals of a second.
    return rungs.fix(words[0], words[1], words[2], rungs.moment(words[3][:19] + "Z"))
