#!/bin/sh
# Draws the loss under three learning rates in the terminal, or into the file that is named: .svg, .html or .png.
set -eu
picture=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
gdtrain=$(realpath "${GDTRAIN:-scripts/gdtrain}")

logs=$(mktemp -d)
trap 'rm -r "$logs"' EXIT
for rate in 0.1 1 auto; do
  "$gdtrain" fit datasets/breast_cancer.csv --lr "$rate" --epochs 100 --quiet >"$logs/lr-$rate.csv"
done
set -- --characters ascii
[ -z "$picture" ] || set -- -o "$picture" --force
cd "$logs"
"$gdtrain" plot lr-*.csv --log-axes y --title 'breast_cancer: the loss by epoch' "$@"
