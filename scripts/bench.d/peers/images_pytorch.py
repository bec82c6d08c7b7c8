"""A network of 128 tanh units on the images, batches of 128, adam at 0.001, double precision: DOUBLES COLUMNS EPOCHS.

Rows are picked by a permutation; a DataLoader would take most of the time.
"""

import sys

import torch
from tables import doubles, standardise

features, target = doubles(sys.argv[1], int(sys.argv[2]), "C")
epochs = int(sys.argv[3])
features, target = torch.from_numpy(standardise(features)), torch.from_numpy(target).long()
torch.manual_seed(42)
torch.set_default_dtype(torch.float64)
network = torch.nn.Sequential(torch.nn.Linear(features.shape[1], 128), torch.nn.Tanh(), torch.nn.Linear(128, 10))
loss = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(network.parameters(), lr=0.001)

for _ in range(epochs):
    for batch in torch.randperm(len(target)).split(128):
        optimizer.zero_grad()
        loss(network(features[batch]), target[batch]).backward()
        optimizer.step()
with torch.no_grad():
    print(epochs, loss(network(features), target).item(), sep=",")
