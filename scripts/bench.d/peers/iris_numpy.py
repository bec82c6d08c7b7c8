"""1,000 epochs of full-batch gradient descent on softmax regression, with NumPy and the csv module."""

import csv
import sys

import numpy

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
labels, classes = numpy.unique([row[-1] for row in rows], return_inverse=True)
features = numpy.array([row[:-1] for row in rows], dtype=float)
features = (features - features.mean(axis=0)) / features.std(axis=0)
features = numpy.column_stack([features, numpy.ones(len(rows))])
targets = numpy.eye(len(labels))[classes]
weights = numpy.zeros((features.shape[1], len(labels)))

for epoch in range(1001):
    scores = features @ weights
    scores -= scores.max(axis=1, keepdims=True)
    exponentials = numpy.exp(scores)
    predictions = exponentials / exponentials.sum(axis=1, keepdims=True)
    loss = -numpy.mean(numpy.log((predictions * targets).sum(axis=1)))
    print(epoch, loss, sep=",")
    if epoch < 1000:
        weights -= 0.5 * features.T @ (predictions - targets) / len(rows)

print(weights, file=sys.stderr)
