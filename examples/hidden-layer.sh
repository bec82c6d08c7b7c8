#!/bin/sh
# Learns with four hidden units what no weighted sum of the inputs tells: whether exactly one of two is 1.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit datasets/xor.csv --hidden 4 --l2 0 --epochs 1000 --log-every 250
