#!/bin/sh
# Instructions per input byte of a whole extraction, by callgrind: stable where timings are noisy.
# usage: instructions.sh BUILD_DIR PAGE.html...   (needs valgrind)
# The cost of loading rules and models is measured on an empty page and taken off.
set -eu
build=$1
shift
command -v valgrind >/dev/null || { echo "instructions.sh: valgrind is not installed" >&2; exit 2; }

instructions() { # file: instructions of `pith file`
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$build/pith" --from html "$1" 2>&1 >/dev/null |
    sed -n 's/.*Collected : *//p'
}

empty=$(mktemp)
trap 'rm -f "$empty"' EXIT
base=$(instructions "$empty")
total=0
bytes=0
for page in "$@"; do
  count=$(($(instructions "$page") - base))
  size=$(wc -c <"$page")
  total=$((total + count))
  bytes=$((bytes + size))
  echo "$page $size bytes, $((count / size)) instructions per byte"
done
echo "all: $bytes bytes, $((total / bytes)) instructions per byte"
