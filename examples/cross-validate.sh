#!/bin/sh
# Holds out a fifth of the rows in turn: figures of every fold, their mean and standard deviation; a bound for the mean.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain cv datasets/breast_cancer.csv --l2 0.01 --require 'accuracy>=0.95'
