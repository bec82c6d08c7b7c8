#!/bin/sh
# Keeps back a fifth of the rows and stops when their loss has not fallen for 5 epochs; the best epoch is kept.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit datasets/titanic.csv --validation 0.2 --seed 7 --patience 5
