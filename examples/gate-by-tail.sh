#!/bin/sh
# A step of continuous integration: fails when the loss gets worse. The loss is column 2 of every log.
set -eu
cd "$(dirname "$0")/.."

# As an assignment, not a pipe, so that the script also stops where gdtrain itself fails.
log=$(scripts/gdtrain fit datasets/breast_cancer.csv --epochs 30 --quiet)
loss=$(echo "$log" | tail -n 1 | cut -d , -f 2)

if awk -v loss="$loss" 'BEGIN { exit !(loss < 0.05) }'; then
  echo "passed: loss $loss is below 0.05"
else
  echo "failed: loss $loss is not below 0.05" >&2
  exit 1
fi
