#!/bin/sh
# Tries two optimizers, two learning rates and two penalties; the table on stderr has the best first.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain sweep datasets/iris.csv --optimizer gd,adam:beta1=0.8,beta2=0.99 --lr 0.01,0.1 --l2 0,1e-2 \
  --validation 0.3 --epochs 200 --log-every 100
