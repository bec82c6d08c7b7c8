#!/bin/sh
# A step of continuous integration: trains on TRAIN.csv, then measures the saved model on TEST.csv, and fails with
# status 5 as soon as one of them is worse than agreed. What was made is left in FOLDER either way.
set -eu
if [ $# -ne 3 ]; then
  echo "usage: gate.sh TRAIN.csv TEST.csv FOLDER" >&2
  exit 2
fi
train=$1 test=$2 folder=$3
gdtrain=${GDTRAIN:-gdtrain}
mkdir -p "$folder"

"$gdtrain" fit "$train" --quiet --force --validation 0.3 \
  -o "$folder/model.json" --metrics "$folder/fit.json" \
  --require 'val_accuracy>=0.9' >"$folder/loss.csv"

"$gdtrain" evaluate "$folder/model.json" "$test" --quiet --force \
  --metrics "$folder/evaluation.json" \
  --require 'rows>=50' --require 'accuracy>=0.9'
