"""The same network by PyTorch: 32 tanh units, batches of 32 rows, adam at 0.001, no penalty, double precision.

Prints the number of epochs that was asked for, and the mean loss over all rows after them. Rows are picked
by a permutation; a DataLoader would take most of the time.
"""

import sys

import numpy
import torch

epochs = int(sys.argv[2])
table = numpy.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
features, target = table[:, :-1], torch.tensor(table[:, -1], dtype=torch.long)
spread = features.std(axis=0)
spread[spread == 0] = 1  # a column without spread stays 0
features = torch.tensor((features - features.mean(axis=0)) / spread)
torch.set_num_threads(1)
torch.manual_seed(42)
torch.set_default_dtype(torch.float64)
network = torch.nn.Sequential(
    torch.nn.Linear(features.shape[1], 32), torch.nn.Tanh(), torch.nn.Linear(32, int(target.max()) + 1)
)
loss = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(network.parameters(), lr=0.001)

for _ in range(epochs):
    for batch in torch.randperm(len(target)).split(32):
        optimizer.zero_grad()
        loss(network(features[batch]), target[batch]).backward()
        optimizer.step()
with torch.no_grad():
    print(epochs, loss(network(features), target).item(), sep=",")
