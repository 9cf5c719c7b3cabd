#!/bin/sh
# A compiler launcher (CMAKE_CXX_COMPILER_LAUNCHER) for tests that build pith in their own way. What they try is how pith
# is taken in, so its sources need not be compiled again: each gets the object that the build under test made of it.
#   reuse.sh COMPILER ARGUMENT...   from the environment: SOURCE (pith), REUSE_BUILD (the build under test)
# Sources of others are compiled. A source of pith that is not the one that was built, or was not built, is an error.
set -eu

value_of() { # OPTION ARGUMENT...: the argument after the option
  option=$1
  shift
  while [ $# -gt 1 ]; do
    [ "$1" != "$option" ] || { echo "$2"; return; }
    shift
  done
}

object=$(value_of -o "$@")
case $object in
  *CMakeFiles/pith_objects.dir/*.cpp.o) ;;
  *) exec "$@" ;;
esac
name=${object##*CMakeFiles/pith_objects.dir/}
built=$REUSE_BUILD/src/CMakeFiles/pith_objects.dir/$name
source=$(value_of -c "$@")
original=$SOURCE/src/${name%.o}
[ -e "$original" ] || original=$REUSE_BUILD/src/${name%.o} # made by the build
if ! cmp -s "$source" "$original" || [ ! -e "$built" ] || [ "$original" -nt "$built" ]; then
  echo "reuse.sh: $source was not built in $REUSE_BUILD as it is; build pith first" >&2
  exit 1
fi
cp "$built" "$object"
dependencies=$(value_of -MF "$@")
[ -z "$dependencies" ] || echo "$object: $source $built" >"$dependencies"
