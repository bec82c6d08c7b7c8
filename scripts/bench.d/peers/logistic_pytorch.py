"""Full-batch gradient descent on a logistic model of two classes: DOUBLES COLUMNS EPOCHS. In doubles."""

import sys

import torch
from tables import doubles, standardise

features, target = doubles(sys.argv[1], int(sys.argv[2]), "F")
epochs = int(sys.argv[3])
features, target = torch.from_numpy(standardise(features)), torch.from_numpy(target)
weights = torch.zeros(features.shape[1], dtype=torch.float64, requires_grad=True)
intercept = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([weights, intercept], lr=0.5)

for epoch in range(epochs + 1):
    loss = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights + intercept, target)
    print(epoch, loss.item(), sep=",")
    if epoch < epochs:
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
