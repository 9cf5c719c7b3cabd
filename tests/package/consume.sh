#!/bin/sh
# Takes pith in as its users do, and runs what they built. One call is one test; tests/package/CMakeLists.txt lists them.
#   sh consume.sh install BUILD PREFIX             installs a build, then moves the prefix: packages are relocatable
#   sh consume.sh cmake NAME CMAKE_OPTION...       builds and runs the crawler in consumer/
#   sh consume.sh fetch NAME CMAKE_OPTION...       the same, with pith fetched from an archive of its sources
#   sh consume.sh pkg_config NAME PREFIX FLAG...   the same, without CMake
#   sh consume.sh pkg_config_c NAME PREFIX FLAG... the program in c/
#   sh consume.sh rust|go NAME PREFIX              the program in examples/rust, examples/go
# From the environment: SOURCE (pith), SCRATCH (a folder to work in), CXX, CC, and LD_LIBRARY_PATH for a shared pith.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kind=$1
name=$2
shift 2

run_crawler() { # PROGRAM: it has to print its article
  "$1" >"$SCRATCH/$name.out"
  grep -q "market hall" "$SCRATCH/$name.out"
}

pith_flags() { # PREFIX: the same words for a static and a shared pith
  PKG_CONFIG_PATH="$1/lib/pkgconfig" pkg-config --cflags --libs pith
}

build_crawler() { # CMAKE_OPTION...
  rm -rf "${SCRATCH:?}/$name"
  cmake -S "$here/consumer" -B "$SCRATCH/$name" -DCMAKE_CXX_COMPILER="$CXX" "$@"
  cmake --build "$SCRATCH/$name" --parallel 2
  run_crawler "$SCRATCH/$name/crawler"
}

fetch() { # CMAKE_OPTION...
  archive=$SCRATCH/pith.tar.gz
  (cd "$SOURCE" && tar czf "$archive" CMakeLists.txt LICENSE README.md cmake include src)
  build_crawler "-DPITH_URL=file://$archive" "$@"
}

install_moved() { # PREFIX
  rm -rf "$1" "$1-first"
  cmake --install "$name" --prefix "$1-first"
  mv "$1-first" "$1"
}

pkg_config() { # PREFIX FLAG...
  flags=$(pith_flags "$1")
  shift
  # shellcheck disable=SC2086 # a list of flags
  "$CXX" "$@" -Wall -Wextra -Wpedantic -Werror "$here/consumer/main.cpp" -o "$SCRATCH/$name" $flags
  run_crawler "$SCRATCH/$name"
}

pkg_config_c() { # PREFIX FLAG...
  flags=$(pith_flags "$1")
  shift
  # shellcheck disable=SC2086 # a list of flags
  "$CC" "$@" -Wall -Wextra -pedantic -Werror "$here/c/main.c" "$here/c/layout.c" -o "$SCRATCH/$name" $flags
  "$SCRATCH/$name"
}

# run_example FOLDER NAME PREFIX COMMAND...: copied, because tools write beside the sources
run_example() {
  example=$SOURCE/examples/$1
  copy=$SCRATCH/$2
  export PKG_CONFIG_PATH="$3/lib/pkgconfig"
  shift 3
  rm -rf "$copy"
  cp -R "$example" "$copy"
  (cd "$copy" && "$@" "$SOURCE/examples/pages/river.html" >output)
  grep "River floods the old town" "$copy/output"
  grep -q "river rose by two metres" "$copy/output"
}

rust() { # PREFIX
  run_example rust "$name" "$1" cargo run --quiet --offline
}

go_program() { # PREFIX
  export GOCACHE="$SCRATCH/go-cache" GOFLAGS=-mod=mod GOTOOLCHAIN=local
  # The stamp makes it link anew: Go's cache does not see that a static pith changed.
  run_example go "$name" "$1" go run -ldflags "-X main.stamp=$(date +%s)" .
}

mkdir -p "$SCRATCH"
case $kind in
  rust) rust "$@" ;;
  go) go_program "$@" ;;
  install) install_moved "$@" ;;
  cmake) build_crawler "$@" ;;
  fetch) fetch "$@" ;;
  pkg_config) pkg_config "$@" ;;
  pkg_config_c) pkg_config_c "$@" ;;
  *) sed -n '2,9p' "$0" >&2 && exit 2 ;;
esac
