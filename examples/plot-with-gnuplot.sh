#!/bin/sh
# Draws the loss in the terminal.
set -eu
cd "$(dirname "$0")/.."

scripts/gdtrain fit datasets/iris.csv --epochs 60 --quiet | gnuplot -e "
  set term dumb 79 20; set datafile separator ','; set key autotitle columnhead; set logscale y;
  plot '/dev/stdin' using 'epoch':'loss' with lines"
