#!/bin/sh
# Cross-compiles the library and its tests for another processor and runs them under qemu: unit tests, goldens, the C ABI
# and properties, which have to pass as they do here.
#   sh tests/package/portability.sh FOLDER [arm64|riscv64|s390x]...   all three; as root, on Debian; 1 GB below FOLDER
# Installs g++-TRIPLET and qemu-user-static if they are missing; takes Gumbo, ICU and the test libraries for these
# processors from Debian's archive into FOLDER. Programs are static, so qemu needs no system of that processor.
# Debian 12 has no riscv64: its packages are those of Debian 13, with their C library.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
folder=$1
shift
[ $# -gt 0 ] || set -- arm64 s390x riscv64
targets="test_core test_text test_page test_html test_blocks test_rules test_model test_measure test_select test_metadata
  test_render test_api test_golden test_c_api pith_cli"

describe() { # ARCHITECTURE: sets triplet, processor, suite, packages
  packages="libgumbo-dev libicu-dev libcli11-dev nlohmann-json3-dev doctest-dev"
  suite=bookworm
  case $1 in
    arm64) triplet=aarch64-linux-gnu processor=aarch64 ;;
    s390x) triplet=s390x-linux-gnu processor=s390x ;;
    riscv64) triplet=riscv64-linux-gnu processor=riscv64 suite=trixie packages="$packages libc6-dev" ;;
    *) echo "unknown architecture: $1" >&2 && exit 2 ;;
  esac
}

# An apt of its own: nothing of this system's packages changes.
apt_for() { # ARCHITECTURE ARGUMENT...
  architecture=$1
  shift
  apt-get -qq -o "APT::Architecture=$architecture" -o "APT::Architectures=$architecture" -o "Dir::State=$root/state" \
    -o "Dir::State::status=$root/status" -o "Dir::Cache=$root/cache" -o "Dir::Etc::sourcelist=$root/sources.list" \
    -o "Dir::Etc::sourceparts=/dev/null" -o "APT::Sandbox::User=root" "$@"
}

fetch() { # ARCHITECTURE
  mkdir -p "$root/state/lists/partial" "$root/cache/archives/partial" "$root/debs" "$root/system"
  : >"$root/status"
  mirror=$(sed -n 's/^URIs: *//p; s/^deb \([^ ]*\) .*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    grep '/debian$' | head -n 1)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror:-http://deb.debian.org/debian} $suite main" \
    >"$root/sources.list"
  apt_for "$1" update
  # shellcheck disable=SC2086 # a list of names
  (cd "$root/debs" && apt_for "$1" download $packages)
  for package in "$root"/debs/*.deb; do dpkg-deb -x "$package" "$root/system"; done
}

write_toolchain() {
  cat >"$root/toolchain.cmake" <<END
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR $processor)
set(CMAKE_C_COMPILER $triplet-gcc)
set(CMAKE_CXX_COMPILER $triplet-g++)
set(CMAKE_FIND_ROOT_PATH "$root/system")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_LIBRARY_ARCHITECTURE $triplet)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -L$root/system/usr/lib/$triplet")
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-$processor-static)
set(CMAKE_DISABLE_FIND_PACKAGE_PkgConfig ON)
END
}

try() { # ARCHITECTURE
  describe "$1"
  root=$folder/$1
  for tool in "$triplet-g++" "qemu-$processor-static"; do
    command -v "$tool" >/dev/null && continue
    apt-get install -y -qq --no-install-recommends "g++-$triplet" qemu-user-static
  done
  [ -e "$root/system/usr/include/gumbo.h" ] || fetch "$1"
  write_toolchain
  cmake -S "$source" -B "$root/build" -DCMAKE_TOOLCHAIN_FILE="$root/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS_RELEASE="${FLAGS:--O2}" -DPITH_BUILD_TESTS=ON -DPITH_BUILD_EXAMPLES=ON -DPITH_BUILD_TOOLS=OFF \
    ${LAUNCHER:+-DCMAKE_CXX_COMPILER_LAUNCHER=$LAUNCHER} >"$root/configure.log" 2>&1
  # shellcheck disable=SC2086 # a list of names
  cmake --build "$root/build" --parallel "${JOBS:-2}" --target $targets >"$root/build.log" 2>&1
  file -b "$root/build/pith" 2>/dev/null || true
  ctest --test-dir "$root/build" --output-on-failure -R "^(unit|golden)/|package/c_api|example/cli"
  "qemu-$processor-static" "$root/build/pith" --to json --keep-dropped "$source/examples/pages/river.html" >"$root/river.json"
  echo "$1: $(md5sum <"$root/river.json") of the JSON of examples/pages/river.html"
}

for architecture in "$@"; do
  echo "== $architecture"
  try "$architecture"
done
