"""What scikit-learn's MLPClassifier((32,)) gets on the digits, fold by fold.

mlp_folds.py digits.csv > mlp_folds.json

Inputs are standardised by the training rows of each fold; everything else is the default.
"""

import json
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.model_selection import StratifiedKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

table = pd.read_csv(sys.argv[1])
x, y = table.drop(columns="digit").to_numpy(float), table["digit"].to_numpy()
folds = np.zeros(len(y), dtype=int)
accuracies = []
for fold, (train, test) in enumerate(StratifiedKFold(5, shuffle=True, random_state=0).split(x, y)):
    folds[test] = fold + 1
    model = make_pipeline(StandardScaler(), MLPClassifier((32,), random_state=0))
    accuracies.append(model.fit(x[train], y[train]).score(x[test], y[test]))
print(
    json.dumps(
        {
            "scikit-learn": sklearn.__version__,
            "accuracy": accuracies,
            "mean": float(np.mean(accuracies)),
            "fold_of_row": "".join(map(str, folds)),
        },
        indent=1,
    )
)
