"""Folds, grids and paths by scikit-learn, as a script would have them: read, encode, train, choose, print.

selection_scikit_learn.py cv|sweep|path FILE; the last line is a word, a comma and the mean loss of rows held out.
Without n_jobs, since processes for so little work take longer to start than they save.
"""

import sys

import numpy
import pandas
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV, Ridge
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

task, file = sys.argv[1:]
table = pandas.read_csv(file)
features, target = table.iloc[:, :-1], table.iloc[:, -1]
if task == "cv":
    encoder = make_column_transformer(
        (make_pipeline(SimpleImputer(), StandardScaler()), make_column_selector(dtype_include="number")),
        (OneHotEncoder(drop="first"), make_column_selector(dtype_exclude="number")),
    )
    model = make_pipeline(encoder, LogisticRegression(C=1e6, max_iter=1000))
    folds = StratifiedKFold(5, shuffle=True, random_state=42)
    scores = cross_val_score(model, features.drop(columns="name"), target, cv=folds, scoring="neg_log_loss")
    print("mean", -scores.mean(), sep=",")
elif task == "sweep":
    grid = {"ridge__alpha": numpy.geomspace(1e-4, 1e2, 20) * len(table) / 2}
    folds = KFold(5, shuffle=True, random_state=42)
    model = make_pipeline(StandardScaler(), Ridge())
    search = GridSearchCV(model, grid, cv=folds, scoring="neg_mean_squared_error").fit(features, target)
    print("best", -search.best_score_, sep=",")
else:
    folds = StratifiedKFold(5, shuffle=True, random_state=42)
    inputs = StandardScaler().fit_transform(features)
    strengths = numpy.geomspace(1e-2, 1e1, 100)
    path = LogisticRegressionCV(
        Cs=strengths, cv=folds, penalty="l1", solver="liblinear", scoring="neg_log_loss", max_iter=1000
    )
    path.fit(inputs, target)
    print("best", -path.scores_["malignant"].mean(axis=0).max(), sep=",")
