#!/bin/sh
# A real `conan create` with Gumbo and ICU of the system, and the test package, in a Conan home of its own: of the source
# tree, and of the recipe for Conan's index, as cmake/release.sh fills it in. What the recipe refuses is tried as well.
#   sh create.sh SOURCE SCRATCH [CONAN_OPTION...]
# Takes the conan of the PATH; where CI is set, installs one by pip into SCRATCH. Says so when it was skipped.
set -eu
source=$1
scratch=$2
shift 2
mkdir -p "$scratch"

conan=$(command -v conan || true)
if [ -z "$conan" ]; then
  [ -n "${CI:-}" ] || { echo "skipped: no conan here; with CI=true one is installed for the test"; exit 0; }
  conan=$scratch/venv/bin/conan
  if [ ! -x "$conan" ]; then
    { python3 -m venv "$scratch/venv" && timeout 120 "$scratch/venv/bin/pip" install -q "conan>=2.1,<3"; } \
      >"$scratch/pip.log" 2>&1 || { echo "skipped: no conan here, and none to be installed"; exit 0; }
  fi
fi

export CONAN_HOME="$scratch/home"
# From the environment: REUSE_BUILD, see reuse.sh.
export CMAKE_CXX_COMPILER_LAUNCHER="$source/tests/package/reuse.sh"
"$conan" profile detect --force >/dev/null
# The test package is built where it stands: not in the source tree.
rm -rf "$scratch/test" "$scratch/release"
cp -R "$source/cmake/conan/all/test_package" "$scratch/test"
profile=$source/tests/package/conan/profile
"$conan" create "$source" --profile:all="$profile" --no-remote --test-folder="$scratch/test" "$@"

sh "$source/cmake/release.sh" --from-files OWNER/pith "$scratch/release"
index=$scratch/release/conan
tarball=$(ls "$scratch"/release/pith-*.tar.gz)
version=${tarball##*/pith-}
version=${version%.tar.gz}
sed -i "s|https://github.com/.*\.tar\.gz|file://$tarball|" "$index/all/conandata.yml"
"$conan" create "$index/all" --version="$version" --profile:all="$profile" --no-remote "$@"

refused() { # WORDS OPTION...
  words=$1
  shift
  if "$conan" create "$index/all" --version="$version" --profile:all="$profile" --no-remote "$@" >"$scratch/refused.log" 2>&1
  then
    echo "not refused: $*"
    exit 1
  fi
  grep "$words" "$scratch/refused.log"
}
refused "needs C++20: -s compiler.cppstd=20" -s compiler.cppstd=17
refused "is not for Windows: it uses the vector types" -s:h os=Windows
