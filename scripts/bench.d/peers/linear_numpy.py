"""Full-batch gradient descent on a linear model: TABLE READER EPOCHS. Scales the columns, prints each epoch's loss."""

import sys

import numpy
from tables import read, standardise

features, target = read(sys.argv[1], "F")
epochs = int(sys.argv[3])
rows, columns = features.shape
standardise(features)
weights, intercept = numpy.zeros(columns), 0.0

for epoch in range(epochs + 1):
    errors = features @ weights
    errors += intercept
    errors -= target
    print(epoch, errors @ errors / rows, sep=",")
    if epoch < epochs:
        weights -= 0.3 * 2 / rows * (errors @ features)
        intercept -= 0.3 * 2 * errors.mean()

print(weights, intercept, file=sys.stderr)
