"""What the peers read and scale, each in the fastest way it has."""

import sys

import numpy


def read(path, order):
    """Inputs and target by pandas or polars, by the program's second argument; "-" is what polars.js writes to a pipe.

    Order "F" keeps columns together, with which products over all rows are fastest; "C" rows, for batches of them.
    """
    if path == "-":
        rows, columns = numpy.frombuffer(sys.stdin.buffer.read(16), dtype=numpy.int64)
        table = numpy.frombuffer(sys.stdin.buffer.read(), dtype=float).reshape(columns, rows).T
    elif "polars" in sys.argv[2:]:
        import polars

        table = polars.read_csv(path).to_numpy()
    else:
        import pandas

        table = pandas.read_csv(path).to_numpy()
    return numpy.array(table[:, :-1], order=order), numpy.ascontiguousarray(table[:, -1])


def doubles(path, columns, order):
    """Inputs and target of a table that is nothing but doubles: for epochs, whose time has no reading in it."""
    table = numpy.fromfile(path).reshape(-1, columns)
    return numpy.array(table[:, :-1], order=order), numpy.ascontiguousarray(table[:, -1])


def standardise(features):
    """In place: mean 0, standard deviation 1; a column without spread becomes 0."""
    features -= features.mean(axis=0)
    spread = features.std(axis=0)
    spread[spread == 0] = 1
    features /= spread
    return features
