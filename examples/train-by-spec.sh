#!/bin/sh
# Takes the options from a file; one on the command line beats its key. Then prints them all, as --spec reads them.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit --spec examples/titanic.yaml datasets/titanic.csv --log-every 50
scripts/gdtrain fit --spec examples/titanic.yaml datasets/titanic.csv --log-every 50 --print-spec
