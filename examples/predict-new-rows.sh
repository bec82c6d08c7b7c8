#!/bin/sh
# Saves a model, then predicts rows it has not seen: other columns, another order, no target, a missing age.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

scripts/gdtrain fit datasets/titanic.csv --quiet --log-format none --epochs 20 -o "$folder/titanic.json"

scripts/gdtrain predict "$folder/titanic.json" - --append <<'ROWS'
ticket,sex,age,passenger_class
A1,female,29,1st
B2,male,,3rd
C3,male,4,2nd
ROWS
