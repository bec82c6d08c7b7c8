"""The principal directions of a path of descent over the irises: an independent path to compare with.

Softmax regression by the plain update rule: standardised inputs (divisor n), an intercept, all parameters 0 at
the start, learning rate 0.1, 30 epochs. M has a row for every epoch: where it ended, minus where the last did.
Printed are the shares of the two largest singular values in M's squares, and the lengths of the start's row along
their directions. Made with Python 3 and NumPy, from the root of the repository:

    python3 src/test/resources/principal_directions.py > src/test/resources/principal_directions.json
"""
import csv
import json

import numpy as np

with open("datasets/iris.csv", newline="") as file:
    records = list(csv.reader(file))[1:]
inputs = np.array([[float(cell) for cell in record[:-1]] for record in records])
labels = np.array([record[-1] for record in records])
x = np.column_stack([(inputs - inputs.mean(axis=0)) / inputs.std(axis=0), np.ones(len(inputs))])
y = (labels[:, None] == np.unique(labels)[None, :]).astype(float)
w = np.zeros((x.shape[1], y.shape[1]))

path = [w.ravel()]
for epoch in range(30):
    raw = x @ w
    p = np.exp(raw - raw.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    w = w - 0.1 * x.T @ (p - y) / len(x)
    path.append(w.ravel())
m = np.array(path) - path[-1]
_, values, directions = np.linalg.svd(m, full_matrices=False)
shares = values**2 / (values**2).sum()
start = np.abs(directions[:2] @ m[0])
print(json.dumps({"shares": shares[:2].tolist(), "start": start.tolist()}))
