#!/bin/sh
# From a clean checkout to a result, in one command:
#   sh cmake/bootstrap.sh demo      installs what is missing, builds, and prints the article of a real page
#   sh cmake/bootstrap.sh test      installs what is missing, builds, and runs all tests
#   sh cmake/bootstrap.sh install   only installs what is missing, with apt-get (as root, or through sudo)
# Builds in build/bootstrap; BUILD_DIR names another folder, JOBS how many compilers run at once. Prints a line a step;
# what the commands print is in the folder's log/, and is shown where a step fails.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$root/build/bootstrap}
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}

# What each Debian package is needed for; the README has the reasons.
build_packages="cmake g++ make pkg-config libgumbo-dev libicu-dev libcli11-dev nlohmann-json3-dev"
test_packages="doctest-dev python3 libsimdjson-dev zlib1g-dev libzstd-dev libbrotli-dev libisal-dev"

say() { echo "bootstrap: $*" >&2; }

# step NAME COMMAND...
step() {
  name=$1
  shift
  mkdir -p "$build/log"
  log=$build/log/$(echo "$name" | tr ' ' - | cut -c 1-60).log
  printf 'bootstrap: %s ...' "$name" >&2
  began=$(date +%s)
  status=0
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 0 ]; then
    echo " $(($(date +%s) - began)) s" >&2
    return
  fi
  echo " failed with exit code $status. The end of $log:" >&2
  tail -n 60 "$log" >&2
  exit "$status"
}

is_installed() {
  dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    say "need root or sudo for: $*"
    exit 2
  fi
}

install_packages() { # PACKAGE...
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "this system has no apt-get. Needed, under the names your system gives them: a C++20 compiler, CMake 3.24,"
    say "pkg-config, Gumbo, ICU, CLI11, nlohmann-json, and for the tests doctest and Python 3. Trying with what is there."
    return
  fi
  missing=
  for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  step "read the lists of packages" as_root apt-get update
  # shellcheck disable=SC2086 # a list of names
  step "install$missing" as_root apt-get install -y --no-install-recommends $missing
}

configure() { # CMAKE_OPTION...
  step "configure" cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release "$@"
}

demo() {
  # shellcheck disable=SC2086 # a list of names
  install_packages $build_packages
  configure -DPITH_BUILD_EXAMPLES=ON -DPITH_BUILD_TESTS=OFF -DPITH_BUILD_TOOLS=OFF
  step "build the library and the command" cmake --build "$build" --parallel "$jobs" --target pith_cli
  page=examples/pages/river.html
  say "the page $page has $(wc -c <"$root/$page") bytes; this is its article:"
  "$build/pith" "$root/$page"
}

run_tests() {
  # shellcheck disable=SC2086 # lists of names
  install_packages $build_packages $test_packages
  configure -DPITH_BUILD_EXAMPLES=ON -DPITH_BUILD_TESTS=ON -DPITH_BUILD_TOOLS=ON
  step "build all" cmake --build "$build" --parallel "$jobs"
  ctest --test-dir "$build" --output-on-failure --parallel "$jobs" --no-tests=error
}

case "${1:-}" in
  demo) demo ;;
  test) run_tests ;;
  install) install_packages $build_packages $test_packages ;;
  *)
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
