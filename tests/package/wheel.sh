#!/bin/sh
# Makes the Python wheel, installs it where there is nothing else, runs its tests and README's recipe.
#   sh wheel.sh PYTHON      from the environment: SOURCE (pith), SCRATCH (a folder to work in), REUSE_BUILD (see reuse.sh)
# Takes scikit-build-core of that Python; where CI is set, installs it by pip into SCRATCH. Says so when it was skipped.
set -eu
python=$1
folder=$SCRATCH/wheel
rm -rf "$folder/build" "$folder/wheels" "$folder/clean" "$folder/try"
mkdir -p "$folder/try/python"

if ! "$python" -c "import scikit_build_core, venv" 2>/dev/null; then
  [ -n "${CI:-}" ] || { echo "skipped: no scikit-build-core here; with CI=true it is installed for the test"; exit 0; }
  if [ ! -e "$folder/tools/installed" ]; then
    { "$python" -m venv "$folder/tools" && timeout 120 "$folder/tools/bin/pip" install -q scikit-build-core ninja &&
      touch "$folder/tools/installed"; } >"$folder/pip.log" 2>&1 ||
      { echo "skipped: no scikit-build-core here, and none to be installed"; exit 0; }
  fi
  python=$folder/tools/bin/python
fi

CMAKE_CXX_COMPILER_LAUNCHER=$SOURCE/tests/package/reuse.sh "$python" -m pip wheel --no-build-isolation --no-deps \
  --no-index --config-settings=build-dir="$folder/build" -w "$folder/wheels" "$SOURCE/examples/python" \
  >"$folder/wheel.log" 2>&1 || { tail -n 60 "$folder/wheel.log"; exit 1; }
wheel=$(ls "$folder"/wheels/pith-*-py3-none-linux_*.whl)
echo "$(wc -c <"$wheel") bytes: $wheel"

"$python" -m venv "$folder/clean"
"$folder/clean/bin/pip" install -q --no-index "$wheel"
unset PITH_LIBRARY PYTHONPATH LD_LIBRARY_PATH
cp -R "$SOURCE/examples/pages" "$folder/try"
cp "$SOURCE/examples/python/test_pith.py" "$folder/try/python"
cd "$folder/try/python"
"$folder/clean/bin/python" test_pith.py
library=$("$folder/clean/bin/python" -c "import pith, os; print(os.path.dirname(pith.__file__))")
for file in libpith.so py.typed licenses/pith.txt; do
  [ -e "$library/$file" ] || { echo "the wheel has no $file"; exit 1; }
done
# Where the archives of Gumbo and ICU are there, the library needs neither.
if grep -q "will need the system's Gumbo and ICU" "$folder/wheel.log"; then
  grep "will need the system's" "$folder/wheel.log"
elif ldd "$library/libpith.so" | grep "gumbo\|icu"; then
  echo "the wheel needs libraries beside it"
  exit 1
fi

cp "$SOURCE/examples/pages/river.html" page.html
sh "$SOURCE/tests/package/recipes.sh" --show "$SOURCE/README.md" "file: python/articles.py" >articles.py
sh "$SOURCE/tests/package/recipes.sh" --show "$SOURCE/README.md" "run: python" >run.sh
PATH=$folder/clean/bin:$PATH sh -eux run.sh >output
grep "River floods the old town" output
grep -q "river rose by two metres" output
