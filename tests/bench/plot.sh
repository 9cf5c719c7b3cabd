#!/bin/sh
# Measures, and draws the stages and the scaling into an SVG.
# usage: plot.sh BUILD_DIR CORPUS OUT.svg   (needs gnuplot)
set -eu
build=$1
corpus=$2
out=$3
here=$(dirname "$0")
command -v gnuplot >/dev/null || { echo "plot.sh: gnuplot is not installed" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$build/tests/bench/pith_bench" "$corpus" --output plot >"$folder/stages.dat"
"$build/tests/bench/pith_scaling" --output plot >"$folder/sizes.dat"
gnuplot -e "folder='$folder'; out='$out'" "$here/plot.gp"
