#!/bin/sh
# Install the Debian packages that the tests of real parts need.
set -eu
missing=""
for package in strace tmux gpsd gpsd-tools dbus python3-dbus python3-gi; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing
