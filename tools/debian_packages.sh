#!/bin/sh
# Install the Debian packages that the tests of real parts need.
set -eu
missing=""
for package in cron dbus faketime ffmpeg fish fuse3 gammu gpsd gpsd-tools iproute2 libfuse2 libglib2.0-bin libimage-exiftool-perl mandoc modemmanager msmtp postfix python3-dbus python3-dbusmock python3-gi strace systemd tmux zsh; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
# A mail server without a configuration does not start by itself: the tests run their own, on loopback.
printf 'postfix postfix/main_mailer_type select No configuration\n' | $sudo debconf-set-selections
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing
