#!/bin/sh
# Does what README.md tells its readers to do, word for word, with an installed pith.
#   sh recipes.sh README PREFIX SINGLE (what pith_single wrote)        from the environment: SOURCE (pith), SCRATCH (a folder to work in)
# README marks its blocks: <!-- file: NAME --> the block is that file, <!-- run: FOLDER --> it is run in that folder.
set -eu
readme=$1
prefix=$2
single=$3
folder=$SCRATCH/recipes

block() { # MARK: the fenced block that follows <!-- MARK -->
  awk -v mark="<!-- $1 -->" '
    $0 == mark { found = 1; next }
    found && /^```/ { if (inside) exit; inside = 1; next }
    inside { print }' "$readme"
}

marked() { # KIND: the names behind it
  sed -n "s/^<!-- $1: \(.*\) -->\$/\1/p" "$readme"
}

write_files() {
  for file in $(marked file); do
    mkdir -p "$folder/$(dirname "$file")"
    block "file: $file" >"$folder/$file"
  done
}

run() { # NAME: it has to print the article
  echo "== $1"
  cp "$SOURCE/examples/pages/river.html" "$folder/$1/page.html"
  if [ "$1" = single ]; then cp "$single/pith.hpp" "$single/pith.cpp" "$folder/$1"; fi
  block "run: $1" >"$folder/$1/run.sh"
  (cd "$folder/$1" && sh -eux run.sh >output)
  grep -q "river rose by two metres" "$folder/$1/output"
}

configure() { # NAME: its target links, as far as CMake can tell; package/add_subdirectory and fetch_content build
  echo "== $1"
  cp "$folder/crawler/main.cpp" "$folder/$1"
  cmake -S "$folder/$1" -B "$folder/$1/build" >/dev/null
}

rm -rf "$folder"
write_files
export CMAKE_PREFIX_PATH="$prefix" PKG_CONFIG_PATH="$prefix/lib/pkgconfig" PYTHONPATH="$SOURCE/examples/python"
export PITH_LIBRARY="$prefix/lib/libpith.so" PYTHONDONTWRITEBYTECODE=1
for recipe in $(marked run); do
  if [ "$recipe" = python ] && ! command -v python3 >/dev/null; then
    echo "no python3: the recipe for it was left out"
    continue
  fi
  run "$recipe"
done
mkdir -p "$folder/subdirectory/third_party"
ln -s "$SOURCE" "$folder/subdirectory/third_party/pith"
(cd "$SOURCE" && tar czf "$folder/fetched/pith-0.1.0.tar.gz" CMakeLists.txt LICENSE README.md cmake include src)
configure subdirectory
configure fetched
