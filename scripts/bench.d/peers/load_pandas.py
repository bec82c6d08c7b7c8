"""Loads a table of numbers and holds it as one matrix."""

import sys

import pandas

table = pandas.read_csv(sys.argv[1]).to_numpy()
print(0, table.shape, sep=",")
