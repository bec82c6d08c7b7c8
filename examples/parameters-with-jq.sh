#!/bin/sh
# One stream with everything: the result and the weights of an input, picked from the JSON log.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit datasets/iris.csv --epochs 20 --quiet --log-format jsonl | jq -r '
  if .event == "summary" then "accuracy \(.training.accuracy) after \(.epochs) epochs"
  elif .event == "params" then .parameters[] | select(.input == "petal_width") | "\(.output) \(.value)"
  else empty end'
