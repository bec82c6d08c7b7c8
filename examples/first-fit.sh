#!/bin/sh
# Trains on iris and shows every tenth epoch, then what gdtrain says to people.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit datasets/iris.csv --epochs 30 --log-every 10
