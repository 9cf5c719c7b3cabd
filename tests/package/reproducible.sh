#!/bin/sh
# Compiles parts of the library in two folders of different names, from copies of the sources, and compares the bytes.
#   sh tests/package/reproducible.sh FOLDER          sources that could name their folder: data, debug information, assert
#   sh tests/package/reproducible.sh FOLDER all      the whole library, as an archive: some minutes
# FLAGS are the compiler's: -O0 with debug information and assertions by default, for it is quick and names folders where
# any build does.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
what=${2:-parts}
parts="embedded_files.cpp.o charset_labels.cpp.o word_rows.cpp.o c_api.cpp.o extractor.cpp.o html/read_html.cpp.o
  text/icu.cpp.o model/on_demand.cpp.o"
command -v make >/dev/null || { echo "skipped: needs make"; exit 0; }

build() { # NAME
  rm -rf "${folder:?}/$1"
  mkdir -p "$folder/$1/source"
  (cd "$source" && tar -cf - --exclude=./build --exclude=./.git .) | tar -C "$folder/$1/source" -xf -
  CCACHE_DISABLE=1 cmake -G "Unix Makefiles" -S "$folder/$1/source" -B "$folder/$1/build" \
    -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="${FLAGS:--O0 -g}" -DPITH_BUILD_EXAMPLES=OFF \
    -DPITH_BUILD_TESTS=OFF -DPITH_BUILD_TOOLS=OFF >"$folder/$1/log"
  if [ "$what" = all ]; then
    CCACHE_DISABLE=1 make -C "$folder/$1/build" -j "${JOBS:-1}" pith >>"$folder/$1/log"
  else
    # shellcheck disable=SC2086 # a list
    CCACHE_DISABLE=1 make -C "$folder/$1/build/src" -j "${JOBS:-1}" $parts >>"$folder/$1/log"
  fi
}

built_files() { # the files to compare, by their names in the folder of a build
  if [ "$what" = all ]; then
    echo libpith.a
  else
    for part in $parts; do (cd "$folder/one/build" && ls src/CMakeFiles/*.dir/"$part"); done
  fi
}

other=another-with-a-longer-name
build one
build $other
for file in $(built_files); do
  cmp "$folder/one/build/$file" "$folder/$other/build/$file"
  if strings -a "$folder/one/build/$file" | grep -F "$folder"; then
    echo "$file names its folder"
    exit 1
  fi
done
echo "equal: $(built_files | wc -l) files, $(cd "$folder/one/build" && cat $(built_files) | sha256sum)"
rm -rf "$folder/one" "${folder:?}/$other"
