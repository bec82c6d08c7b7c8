"""One epoch of mini-batch descent on a linear model: TABLE READER RATE ROWS_OF_A_BATCH. The rows are shuffled first."""

import sys

import numpy
from tables import read, standardise

features, target = read(sys.argv[1], "C")
rate, size = float(sys.argv[3]), int(sys.argv[4])
rows, columns = features.shape
standardise(features)
order = numpy.random.default_rng(42).permutation(rows)
weights, intercept = numpy.zeros(columns), 0.0

for begin in range(0, rows, size):
    picked = order[begin : begin + size]
    batch = features[picked]
    errors = batch @ weights
    errors += intercept
    errors -= target[picked]
    weights -= rate * 2 / len(picked) * (errors @ batch)
    intercept -= rate * 2 * errors.mean()

errors = features @ weights + intercept - target
print(1, errors @ errors / rows, sep=",")
