"""The same network by scikit-learn's MLPClassifier: 32 tanh units, batches of 32 rows, adam at 0.001, no penalty.

Prints the number of epochs that was asked for, and the mean loss over all rows after them.
"""

import sys
import warnings

import pandas
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore", ConvergenceWarning)  # the number of epochs is what is measured
epochs = int(sys.argv[2])
table = pandas.read_csv(sys.argv[1])
features, target = table.iloc[:, :-1], table.iloc[:, -1]
network = MLPClassifier(
    (32,),
    activation="tanh",
    batch_size=32,
    learning_rate_init=0.001,
    alpha=0,
    max_iter=epochs,
    tol=0,
    n_iter_no_change=epochs,
    random_state=42,
)
model = make_pipeline(StandardScaler(), network)
model.fit(features, target)
print(epochs, log_loss(target, model.predict_proba(features)), sep=",")
