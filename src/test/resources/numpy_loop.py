"""Softmax regression on the irises by the plain update rule: an independent path to compare with.

Standardised inputs (divisor n), an intercept, all parameters 0 at the start, mean cross-entropy, learning
rate 0.01, 50 epochs. Row 0 is the loss before the first step. Made with Python 3 and NumPy, from the root of
the repository:

    python3 src/test/resources/numpy_loop.py > src/test/resources/numpy_loop_iris.csv
"""
import csv

import numpy as np

with open("datasets/iris.csv", newline="") as file:
    records = list(csv.reader(file))[1:]
inputs = np.array([[float(cell) for cell in record[:-1]] for record in records])
labels = np.array([record[-1] for record in records])
x = np.column_stack([(inputs - inputs.mean(axis=0)) / inputs.std(axis=0), np.ones(len(inputs))])
y = (labels[:, None] == np.unique(labels)[None, :]).astype(float)
w = np.zeros((x.shape[1], y.shape[1]))

print("epoch,loss")
for epoch in range(51):
    raw = x @ w
    shifted = raw - raw.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    print(f"{epoch},{float(-(y * log_p).sum(axis=1).mean())!r}")
    w -= 0.01 * x.T @ (np.exp(log_p) - y) / len(x)
