#!/bin/sh
# Runs both commands of the README as a new user would: on a clean clone, in a Debian that has nothing but apt.
#   sh tests/package/bare_chroot.sh [FOLDER]      as root; needs debootstrap and git; 1.5 GB below FOLDER (a new one)
# Only committed files are tried. Prints the end of what each command printed. SUITE names another release of Debian than
# 12, such as trixie, whose Gumbo is 0.13.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$(mktemp -d)}
bare=$folder/bare
suite=${SUITE:-bookworm}

if [ ! -e "$bare/etc/debian_version" ]; then
  debootstrap --variant=minbase "$suite" "$bare" >"$folder/debootstrap.log"
fi
# The sources and settings by which apt works on this machine; debootstrap wrote those of another release.
mkdir -p "$bare/etc/apt/sources.list.d" "$bare/etc/apt/apt.conf.d"
if grep -qs "$suite" /etc/apt/sources.list.d/*.sources; then
  cp /etc/apt/sources.list.d/*.sources "$bare/etc/apt/sources.list.d/"
fi
for setting in /etc/apt/apt.conf.d/99*; do
  [ ! -e "$setting" ] || cp "$setting" "$bare/etc/apt/apt.conf.d/"
done
cp /etc/resolv.conf "$bare/etc/resolv.conf"

rm -rf "$bare/root/pith"
git clone -q "$here" "$bare/root/pith"
for command in demo test; do
  echo "== sh cmake/bootstrap.sh $command"
  status=0
  chroot "$bare" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    sh -c "cd /root/pith && sh cmake/bootstrap.sh $command" >"$folder/$command.log" 2>&1 </dev/null || status=$?
  tail -n 40 "$folder/$command.log"
  echo "== exit code $status; all of it: $folder/$command.log"
  [ "$status" -eq 0 ] || exit "$status"
done
