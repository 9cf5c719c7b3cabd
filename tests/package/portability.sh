#!/bin/sh
# Cross-compiles the library for other processors, runs it under qemu on the pages of tests/golden and examples/pages, and
# compares what it says of them, every score and feature, with what it says on this machine.
#   sh tests/package/portability.sh FOLDER [arm64|riscv64|s390x]...   all three; as root, on Debian; 500 MB below FOLDER
# Takes pith as one file (the target pith_single). Installs g++-TRIPLET and qemu-user-static if they are missing; Gumbo and
# ICU for these processors come from Debian's archive into FOLDER, and are linked statically, so qemu needs no system of
# that processor. Debian 12 has no riscv64: its packages are those of Debian 13, with their C and C++ libraries, and they
# are linked dynamically, because the linker of Debian 12 crashes on their archives.
# FLAGS are the compiler's (-O2), LAUNCHER may be ccache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
single=$folder/native/single
shift
[ $# -gt 0 ] || set -- arm64 s390x riscv64
flags="-std=c++20 ${FLAGS:--O2} -ffp-contract=off"

describe() { # ARCHITECTURE: sets triplet, processor, suite, packages
  packages="libgumbo-dev libicu-dev"
  suite=bookworm
  case $1 in
    arm64) triplet=aarch64-linux-gnu processor=aarch64 ;;
    s390x) triplet=s390x-linux-gnu processor=s390x ;;
    riscv64) triplet=riscv64-linux-gnu processor=riscv64 suite=trixie
      packages="$packages libgumbo3 libicu76 libc6-dev libc6 libstdc++-14-dev libstdc++6 libgcc-14-dev libgcc-s1" ;;
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

compile() { # PROGRAM COMPILER FLAG...: portability.cpp with pith.cpp
  program=$1
  shift
  # shellcheck disable=SC2086 # lists of flags
  for unit in "$here/portability.cpp" "$single/pith.cpp"; do
    ${LAUNCHER:-} "$@" $flags -I"$single" -c "$unit" -o "$program-$(basename "$unit" .cpp).o"
  done
  # shellcheck disable=SC2086 # lists of flags
  "$@" $flags "$program-portability.o" "$program-pith.o" -o "$program" $libraries
}

try() { # ARCHITECTURE
  describe "$1"
  root=$folder/$1
  for tool in "$triplet-g++" "qemu-$processor-static"; do
    command -v "$tool" >/dev/null && continue
    apt-get install -y -qq --no-install-recommends "g++-$triplet" qemu-user-static
  done
  [ -e "$root/system/usr/include/gumbo.h" ] || fetch "$1"
  libraries="-static -L$root/system/usr/lib/$triplet -lgumbo -licui18n -licuuc -licudata"
  set -- -isystem "$root/system/usr/include"
  if [ "$suite" != bookworm ]; then
    [ -e "$root/system/lib" ] || ln -s usr/lib "$root/system/lib"
    found="$root/system/usr/lib/$triplet"
    libraries="--sysroot=$root/system -B$found -L$found -L$root/system/usr/lib/gcc/$triplet/14 -lgumbo -licui18n -licuuc"
    set -- -isystem "$root/system/usr/include/$triplet" "$@"
  fi
  compile "$root/portability" "$triplet-g++" "$@"
  # shellcheck disable=SC2086 # a list of names
  "qemu-$processor-static" -L "$root/system" "$root/portability" $pages >"$root/said"
  cmp "$folder/said" "$root/said"
  "$triplet-readelf" -h "$root/portability" | grep "Data:\|Machine:"
  echo "$architecture: the same as here, $(wc -c <"$root/said") bytes on $(echo "$pages" | wc -l) pages"
}

cmake -S "$source" -B "$folder/native" -DPITH_BUILD_EXAMPLES=OFF -DPITH_BUILD_TESTS=OFF -DPITH_BUILD_TOOLS=OFF \
  >"$folder/configure.log"
cmake --build "$folder/native" --target pith_single >"$folder/single.log"
pages=$(ls "$source"/tests/golden/*.html "$source"/tests/golden/*.txt "$source"/examples/pages/*.html)
libraries="-lgumbo -licui18n -licuuc"
compile "$folder/native/portability" "${CXX:-c++}"
# shellcheck disable=SC2086 # a list of names
"$folder/native/portability" $pages >"$folder/said"
for architecture in "$@"; do
  try "$architecture"
done
