"""Full-batch gradient descent on a logistic model of two classes: DOUBLES COLUMNS EPOCHS."""

import sys

import numpy
from tables import doubles, standardise

features, target = doubles(sys.argv[1], int(sys.argv[2]), "F")
epochs = int(sys.argv[3])
rows, columns = features.shape
standardise(features)
weights, intercept = numpy.zeros(columns), 0.0
signs = 1 - 2 * target  # -1 for the class 1

for epoch in range(epochs + 1):
    scores = features @ weights
    scores += intercept
    scores *= signs
    # The loss is log(1 + e^score), its slope 1 / (1 + e^-score): one exponential serves both.
    exponentials = numpy.exp(-numpy.abs(scores))
    loss = numpy.log1p(exponentials).mean() + numpy.maximum(scores, 0).mean()
    print(epoch, loss, sep=",")
    if epoch < epochs:
        slopes = numpy.where(scores >= 0, 1, exponentials)
        slopes /= 1 + exponentials
        slopes *= signs
        weights -= 0.5 / rows * (slopes @ features)
        intercept -= 0.5 * slopes.mean()
