#!/bin/sh
# From a clean checkout to a result, in one command:
#   sh cmake/bootstrap.sh demo      installs what is missing, builds, and prints the article of a real page
#   sh cmake/bootstrap.sh test      installs what is missing, builds, and runs all tests
#   sh cmake/bootstrap.sh install   only installs what is missing, with apt-get (as root, or through sudo)
# Builds in build/bootstrap; BUILD_DIR names another folder, JOBS how many compilers run at once.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$root/build/bootstrap}
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}

# What each Debian package is needed for; the README has the reasons.
build_packages="cmake g++ make pkg-config libgumbo-dev libicu-dev libcli11-dev nlohmann-json3-dev"
test_packages="doctest-dev python3"

say() { echo "bootstrap: $*" >&2; }

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
  say "installing$missing"
  as_root apt-get update -qq >&2
  # shellcheck disable=SC2086 # a list of names
  as_root apt-get install -y -qq --no-install-recommends $missing >&2 </dev/null
}

build() { # CMAKE_OPTION...
  cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release "$@" >&2
  cmake --build "$build" --parallel "$jobs" >&2
}

demo() {
  install_packages $build_packages
  build -DPITH_BUILD_TESTS=OFF -DPITH_BUILD_TOOLS=OFF
  page=examples/pages/river.html
  say "the page $page has $(wc -c <"$root/$page") bytes; this is its article:"
  "$build/pith" "$root/$page"
}

run_tests() {
  install_packages $build_packages $test_packages
  build -DPITH_BUILD_TESTS=ON -DPITH_BUILD_TOOLS=ON
  ctest --test-dir "$build" --output-on-failure --parallel "$jobs" --no-tests=error
}

case "${1:-}" in
  demo) demo ;;
  test) run_tests ;;
  install) install_packages $build_packages $test_packages ;;
  *)
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
