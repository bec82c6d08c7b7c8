#!/bin/sh
# Draws the loss around the path of descent, then along the first gradient; shows the path and the steps that stand out.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

scripts/gdtrain terrain datasets/iris.csv --lr 1 --epochs 8 > "$folder/terrain.csv"
gnuplot -e "data='$folder/terrain.csv'; picture='$folder/terrain.png'" examples/terrain.gp
grep -v '^surface' "$folder/terrain.csv"

scripts/gdtrain terrain datasets/iris.csv --lr 1 --slice > "$folder/slice.csv"
gnuplot -e "data='$folder/slice.csv'; picture='$folder/slice.png'" examples/slice.gp
grep -v '^slice' "$folder/slice.csv"
