"""Permutation importance and partial dependence as scikit-learn has them; run from the top folder:
python src/test/resources/oracles/columns.py > src/test/resources/oracles/columns.json
The orders in which cells are dealt are those of java.util.Random, written out here, so that no chance is left.
scikit-learn's permutation_importance asks numpy's generator for them, which is replaced for that."""

import json

import numpy as np
import pandas as pd
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import get_scorer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

REPEATS, SEED, L2 = 4, 7, 0.01


class JavaRandom:
    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def bits(self, count):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        drawn = self.state >> (48 - count)
        return drawn - (1 << count) if drawn >> (count - 1) and count == 32 else drawn

    def below(self, bound):
        if bound & (bound - 1) == 0:
            return (bound * self.bits(31)) >> 31
        while True:
            drawn = self.bits(31)
            if drawn - drawn % bound + bound - 1 < 1 << 31:
                return drawn % bound


def order(rows, random):
    places = np.zeros(rows, dtype=int)
    for i in range(rows):
        j = random.below(i + 1)
        places[i] = places[j]
        places[j] = i
    return places


class Dealer(np.random.RandomState):
    """Gives the orders one after the other, the same for every column. A column that is dealt again has
    the order of before, which is undone."""

    def __init__(self, rows):
        super().__init__(0)
        random = JavaRandom(SEED)
        self.orders = [order(rows, random) for _ in range(REPEATS)]
        self.next = 0

    def randint(self, *args, **kwargs):
        return self

    def shuffle(self, places):
        repeat = self.next % REPEATS
        before = self.orders[repeat - 1] if repeat else np.arange(len(places))
        places[:] = np.argsort(before)[self.orders[repeat]]
        self.next += 1


def importances(model, x, y, scoring):
    import sklearn.inspection._permutation_importance as inside

    inside.check_random_state = lambda seed: Dealer(len(x)) if not isinstance(seed, Dealer) else seed
    return permutation_importance(model, x, y, scoring=scoring, n_repeats=REPEATS, random_state=0)


def case(data, target, classes, metric, scoring, column, exclude=()):
    rows = pd.read_csv(f"datasets/{data}.csv").drop(columns=list(exclude)).dropna()
    y = rows[target]
    x = rows.drop(columns=target).astype(float)
    learner = (
        LogisticRegression(C=1 / (len(x) * L2), tol=1e-12, max_iter=10000, solver="newton-cholesky" if y.nunique() == 2 else "lbfgs")
        if classes
        else LinearRegression()
    )
    model = make_pipeline(StandardScaler(), learner).fit(x, y)
    found = importances(model, x, y, scoring)
    method = {"response_method": "predict_proba"} if classes else {}
    effect = partial_dependence(model, x, [column], kind="both", grid_resolution=10000, **method)
    grid = effect["grid_values"][0]
    few = np.unique(np.linspace(0, len(grid) - 1, 8).astype(int))
    return {
        "data": data,
        "arguments": f"--target {target}" + (f" --exclude {','.join(exclude)}" if exclude else "") + (f" --l2 {L2}" if classes else ""),
        "metric": metric,
        "base": float(get_scorer(scoring)(model, x, y)) * (-1 if scoring.startswith("neg") else 1),
        "importance": {n: float(m) for n, m in zip(x.columns, found.importances_mean)},
        "sd": {n: float(np.std(v, ddof=1)) for n, v in zip(x.columns, found.importances)},
        "column": column,
        "places": [int(i) for i in few],
        "values": [float(v) for v in grid[few]],
        "means": [[float(v) for v in m[few]] for m in effect["average"]],
        "first_row": [[float(v) for v in m[0][few]] for m in effect["individual"]],
    }


if __name__ == "__main__":
    cases = [
        case("mtcars", "mpg", False, "r2", "r2", "cyl", ["model"]),
        case("diabetes", "progression", False, "mse", "neg_mean_squared_error", "bmi"),
        case("iris", "species", True, "accuracy", "accuracy", "petal_length"),
        case("iris", "species", True, "log_loss", "neg_log_loss", "sepal_width"),
        case("breast_cancer", "diagnosis", True, "auc", "roc_auc", "mean_radius"),
        case("randhie", "mdvis", False, "mae", "neg_mean_absolute_error", "physlm", ["lncoins"]),
    ]
    print(json.dumps({"repeats": REPEATS, "seed": SEED, "cases": cases}, indent=1))
