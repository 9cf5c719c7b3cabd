#!/bin/sh
# Which regions of src/ the fuzzers' cases reach. Prints a table by file, and what was never reached.
#   cmake --preset coverage && cmake --build build/coverage --target pith_fuzzers
#   sh tests/fuzz/coverage.sh build/coverage OUTPUT [MORE_CASES]   MORE_CASES: a folder with a folder for each subject
# OUTPUT gets table.txt, and missed.txt: file, lines that no case reaches.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
output=$(cd "$2" && pwd)
more=${3:-}
profdata=$(command -v llvm-profdata || command -v llvm-profdata-14)
cov=$(command -v llvm-cov || command -v llvm-cov-14)

objects=""
for program in "$build"/tests/fuzz/fuzz_*; do
  [ -x "$program" ] && [ -f "$program" ] || continue
  subject=${program##*/fuzz_}
  case $subject in
    reader) cases="$source/tests/fuzz/corpus $source/tests/golden" ;;
    extract) cases="$source/tests/fuzz/extract $source/tests/golden" ;;
    site) cases="" ;;
    *) cases="$source/tests/fuzz/$subject" ;;
  esac
  [ -z "$more" ] || [ ! -d "$more/$subject" ] || cases="$cases $more/$subject"
  # shellcheck disable=SC2086 # a list
  LLVM_PROFILE_FILE="$output/$subject.profraw" "$program" -runs=0 -close_fd_mask=3 $cases >/dev/null 2>&1 ||
    echo "fuzz_$subject failed" >&2
  objects="$objects -object $program"
done
"$profdata" merge -sparse "$output"/*.profraw -o "$output/all.profdata"
# shellcheck disable=SC2086
set -- $objects
shift
"$cov" report "$@" -instr-profile "$output/all.profdata" "$source/src" >"$output/table.txt"
"$cov" show "$@" -instr-profile "$output/all.profdata" "$source/src" 2>/dev/null |
  awk '/^\/.*:$/ { file = $0; sub(/^.*\/src\//, "", file); sub(/:$/, "", file) }
       /^ *[0-9]+\| *0\|/ { split($0, part, "|"); line = $0; sub(/^[^|]*\|[^|]*\|/, "", line)
                            gsub(/ /, "", part[1]); print file ":" part[1] ":" line }' >"$output/missed.txt"
tail -n 1 "$output/table.txt"
