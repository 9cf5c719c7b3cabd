#!/bin/sh
# Does what README.md tells its readers to do, word for word, with an installed pith.
#   sh recipes.sh NAME README PREFIX   from the environment: SOURCE (pith), SCRATCH (a folder to work in)
#   sh recipes.sh --show README MARK   prints the block with that mark
#   sh recipes.sh --single README FOLDER   does the recipe `single` with what the target pith_single wrote to FOLDER
# README marks its blocks: <!-- file: NAME --> the block is that file, <!-- run: FOLDER --> it is run in that folder.
set -eu
readme=$2

block() { # MARK: the fenced block that follows <!-- MARK -->
  awk -v mark="<!-- $1 -->" '
    $0 == mark { found = 1; next }
    found && /^```/ { if (inside) exit; inside = 1; next }
    inside { print }' "$readme"
}

if [ "$1" = --show ]; then
  block "$3"
  exit
fi
folder=$SCRATCH/${1#--}
prefix=$3

marked() { # KIND: the names after it
  sed -n "s/^<!-- $1: \(.*\) -->\$/\1/p" "$readme"
}

write_files() {
  for file in $(marked file); do
    mkdir -p "$folder/$(dirname "$file")"
    block "file: $file" >"$folder/$file"
  done
}

run() { # NAME: it has to print the article, heading and all
  echo "== $1"
  cp "$SOURCE/examples/pages/river.html" "$folder/$1/page.html"
  block "run: $1" >"$folder/$1/run.sh"
  (cd "$folder/$1" && sh -eux run.sh >output)
  grep -q "The river\|River floods the old town" "$folder/$1/output"
  grep -q "river rose by two metres" "$folder/$1/output"
}

configure() { # NAME: its target links, as far as CMake can tell; package/add_subdirectory and fetch_content build
  echo "== $1"
  cp "$folder/crawler/main.cpp" "$folder/$1"
  cmake -S "$folder/$1" -B "$folder/$1/build" >/dev/null
}

rm -rf "$folder"
write_files
if [ "$1" = --single ]; then
  cp "$3/pith.hpp" "$3/pith.cpp" "$folder/single"
  # The words of the recipe, by a compiler that does not take minutes to optimize the whole library in one file.
  mkdir "$folder/bin"
  printf '#!/bin/sh\nexec "%s" "$@" -O0\n' "$(command -v c++)" >"$folder/bin/c++"
  chmod +x "$folder/bin/c++"
  PATH=$folder/bin:$PATH
  run single
  exit
fi
export CMAKE_PREFIX_PATH="$prefix" PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
for recipe in $(marked run); do
  case $recipe in
  python) ;; # is run with the wheel, by tests/package/wheel.sh
  single) ;; # needs no installed pith
  *) run "$recipe" ;;
  esac
done
mkdir -p "$folder/subdirectory/third_party"
ln -s "$SOURCE" "$folder/subdirectory/third_party/pith"
(cd "$SOURCE" && tar czf "$folder/fetched/pith-0.1.0.tar.gz" CMakeLists.txt LICENSE README.md cmake include src)
configure subdirectory
configure fetched
