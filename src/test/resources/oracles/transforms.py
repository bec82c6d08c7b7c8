"""Transformed targets, logarithms of inputs and scaling by quartiles, as scikit-learn has them; run from the top
folder: python src/test/resources/oracles/transforms.py > src/test/resources/oracles/transforms.json
Rows with a missing cell are left out. loss: mean squared error of the transformed target; mse: of the target itself."""

import json

import numpy as np
import pandas as pd
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.preprocessing import RobustScaler

FORWARD = {"log": np.log, "sqrt": np.sqrt, "none": lambda y: y}
BACK = {"log": np.exp, "sqrt": lambda r: np.maximum(r, 0) ** 2, "none": lambda r: r}


def case(data, target, transform, logarithms, exclude):
    rows = pd.read_csv(f"datasets/{data}.csv", na_values=[]).drop(columns=exclude).dropna()
    y = rows[target].to_numpy(float)
    x = rows.drop(columns=target).astype(float)
    for name in logarithms:
        x[name] = np.log(x[name])
    scaler = RobustScaler().fit(x)
    model = TransformedTargetRegressor(
        LinearRegression(), func=FORWARD[transform], inverse_func=BACK[transform]
    ).fit(scaler.transform(x), y)
    predicted = model.predict(scaler.transform(x)).ravel()
    raw = model.regressor_.predict(scaler.transform(x)).ravel()
    return {
        "data": data,
        "arguments": f"--target {target} --exclude {','.join(exclude)} --scale robust --missing drop"
        + (f" --log-inputs {','.join(logarithms)}" if logarithms else "")
        + (f" --target-transform {transform}" if transform != "none" else ""),
        "loss": float(np.mean((raw - FORWARD[transform](y)) ** 2)),
        "mse": float(np.mean((predicted - y) ** 2)),
        "r2": float(r2_score(y, predicted)),
        "fitted": [float(p) for p in predicted[:5]],
        "centers": [float(c) for c in scaler.center_],
        "scales": [float(s) for s in scaler.scale_],
    }


texts = ["species", "island", "sex"]
cases = [
    case("mtcars", "mpg", "log", ["hp", "wt"], ["model"]),
    case("diabetes", "progression", "sqrt", ["bmi", "s3"], ["sex"]),
    case("penguins", "body_mass_g", "log", ["flipper_length_mm"], texts),
    case("longley", "TOTEMP", "sqrt", [], ["Obs"]),
    case("randhie", "disea", "none", [], ["mdvis"]),
]
print(json.dumps({"cases": cases}, indent=1))
