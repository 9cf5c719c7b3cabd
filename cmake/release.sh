#!/bin/sh
# Makes a release: checks that all places state one version, packs the sources, fills the checksums into the recipes of
# vcpkg and Conan, and says what to upload where. Nothing in the source tree changes: the filled recipes are in FOLDER.
#   sh cmake/release.sh OWNER/NAME [FOLDER]               of the last commit; FOLDER: build/release
#   sh cmake/release.sh --from-files OWNER/NAME [FOLDER]  of the files as they are, to try it out
# OWNER/NAME is the repository on GitHub, whose archive of the tag has the bytes of `git archive`.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
from_files=
if [ "${1:-}" = --from-files ]; then
  from_files=yes
  shift
fi
case ${1:-} in
  */*) repository=$1 ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
folder=${2:-$root/build/release}
version=$(sed -n 's/.*char version\[\] = "\([0-9.]*\)".*/\1/p' "$root/include/pith.hpp")
name=${repository#*/}

mistakes=0
expect() { # FILE TEXT: the file has the text
  grep -qF -e "$2" "$root/$1" && return
  echo "release: $1 does not say: $2" >&2
  mistakes=1
}
expect CHANGELOG.md "## $version"
expect README.md "find_package(pith ${version%.*} CONFIG"
expect README.md "pith-$version.tar.gz"
expect vcpkg.json "\"version-semver\": \"$version\""
expect cmake/vcpkg/ports/pith/vcpkg.json "\"version-semver\": \"$version\""
expect cmake/vcpkg/versions/baseline.json "\"baseline\": \"$version\""
expect cmake/vcpkg/versions/p-/pith.json "\"version-semver\": \"$version\""
expect cmake/conan/config.yml "\"$version\":"
expect cmake/conan/all/conandata.yml "\"$version\":"
expect cmake/conan/all/conandata.yml "/v$version.tar.gz"
if [ -z "$from_files" ]; then
  if grep -q "^## $version (unreleased)" "$root/CHANGELOG.md"; then
    echo "release: CHANGELOG.md calls $version unreleased" >&2
    mistakes=1
  fi
  if [ -n "$(git -C "$root" status --porcelain)" ]; then
    echo "release: there are changes that are not committed" >&2
    mistakes=1
  fi
fi
[ "$mistakes" -eq 0 ] || exit 1

mkdir -p "$folder"
tarball=$folder/pith-$version.tar.gz
if [ -n "$from_files" ]; then
  tar -C "$root" --transform "s|^|$name-$version/|" -czf "$tarball" \
    CMakeLists.txt LICENSE README.md CHANGELOG.md cmake include src examples
else
  git -C "$root" archive --format=tar.gz --prefix="$name-$version/" -o "$tarball" HEAD
fi
sha256=$(sha256sum "$tarball" | cut -d ' ' -f 1)
sha512=$(sha512sum "$tarball" | cut -d ' ' -f 1)

rm -rf "$folder/vcpkg" "$folder/conan"
mkdir -p "$folder/vcpkg"
cp -R "$root/cmake/vcpkg/ports" "$root/cmake/vcpkg/versions" "$folder/vcpkg"
cp -R "$root/cmake/conan" "$folder/conan"
find "$folder/vcpkg" "$folder/conan" -type f -exec sed -i "s|OWNER/pith|$repository|" {} +
sed -i "s|SHA512 0\$|SHA512 $sha512|" "$folder/vcpkg/ports/pith/portfile.cmake"
sed -i "s|sha256: \"0\"|sha256: \"$sha256\"|" "$folder/conan/all/conandata.yml"
grep -q "SHA512 $sha512" "$folder/vcpkg/ports/pith/portfile.cmake"
grep -q "sha256: \"$sha256\"" "$folder/conan/all/conandata.yml"

cat <<END
pith $version is packed in $folder. To upload, in this order:
1. the tag:  git tag -a v$version && git push origin v$version
   then see that the archive of the tag is the one packed here:
     curl -sL https://github.com/$repository/archive/v$version.tar.gz | sha256sum
     $sha256  expected
2. a release on GitHub with pith-$version.tar.gz and the part of CHANGELOG.md
3. vcpkg: vcpkg/ports/pith into ports/ of a branch of microsoft/vcpkg, commit, \`vcpkg x-add-version pith\`, pull request;
   the folder vcpkg/ is a registry by itself ("kind": "filesystem") until it is merged
4. Conan: conan/ as recipes/pith of a branch of conan-io/conan-center-index, pull request
5. PyPI: the wheel of \`pip wheel --no-deps ./examples/python\`
END
