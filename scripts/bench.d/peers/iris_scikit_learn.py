"""The same model by scikit-learn's solver, as a script would have it: read, scale, fit, print.

C=1e6 leaves next to no penalty, as gdtrain has none by default.
"""

import sys

import pandas
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

table = pandas.read_csv(sys.argv[1])
features, target = table.iloc[:, :-1], table.iloc[:, -1]
model = make_pipeline(StandardScaler(), LogisticRegression(C=1e6, max_iter=1000))
model.fit(features, target)
print(model[-1].coef_, model[-1].intercept_)
print(model[-1].n_iter_[0], log_loss(target, model.predict_proba(features)), sep=",")
