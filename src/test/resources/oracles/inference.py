"""Robust and clustered standard errors of the fits of inference.json, and multinomial regressions:

    python src/test/resources/oracles/inference.py > src/test/resources/oracles/inference_numpy.json

Run from the top folder, after inference.R. All is linear algebra in NumPy: Newton's method to the
maximum, the information matrix summed up row by row, and the sandwich formulas of White (1980),
MacKinnon and White (1985) and Liang and Zeger (1986). A weight of w counts as w rows.
"""

import json
import sys

import numpy as np
import pandas as pd
import scipy.special
import scipy.stats

FOLDER = "src/test/resources/oracles/"
CLUSTERS = {"longley": "YEAR", "norris": "x", "mtcars": "carb", "diabetes": "age", "penguins": "year",
            "titanic": "passenger_class", "anes96": "educ", "iris": "petal_width"}


def table(fit):
    rows = pd.read_csv(f"datasets/{fit['data']}.csv")
    used = rows.drop(columns=[c for c in fit["exclude"].split(",") if c]).dropna()
    weight = used.pop(fit["weight"]).to_numpy(float) if fit["weight"] else np.ones(len(used))
    cluster = rows.loc[used.index, CLUSTERS[fit["data"]]].to_numpy()
    target = used.pop(fit["target"])
    columns = []
    for name in used:
        if used[name].dtype == object or str(used[name].dtype).startswith("str"):
            columns += [(used[name] == level) * 1.0 for level in sorted(used[name].unique())[1:]]
        else:
            columns.append(used[name])
    x = np.column_stack([np.asarray(c, float) for c in columns] + [np.ones(len(used))] * fit["intercept"])
    return x, target.to_numpy(), weight, cluster


def newton(x, weight, scores, information, beta):
    unit = np.sqrt((x ** 2).mean(0))
    for _ in range(200):
        step = np.linalg.solve(information(beta) / np.outer(unit, unit), (x * (weight * scores(beta))[:, None]).sum(0) / unit) / unit
        beta = beta + step
        if np.abs(step * unit).max() < 1e-13 * np.abs(beta * unit).max():
            break
    return beta


def single(kind, x, y, weight):
    mean = {"gaussian": lambda z: z, "binomial": scipy.special.expit}.get(kind, np.exp)
    slope = {"binomial": lambda z: mean(z) * (1 - mean(z)), "poisson": np.exp}.get(kind, np.ones_like)

    def score(z):
        return y / np.exp(z) - 1 if kind == "gamma" else y - mean(z)

    start = np.zeros(x.shape[1])
    if kind in ("poisson", "gamma"):
        start = np.linalg.lstsq(x, np.log(y + 0.1 * (kind == "poisson")), rcond=None)[0]
    beta = newton(x, weight, lambda b: score(x @ b), lambda b: (x.T * (weight * slope(x @ b))) @ x, start)
    z = x @ beta
    return score(z), slope(z)


def clustered(u, weight, cluster, inverse):
    sums = np.array([(u * weight[:, None])[cluster == g].sum(0) for g in pd.unique(cluster)])
    g, n, p = len(sums), weight.sum(), len(inverse)
    return np.sqrt(np.diag(inverse @ sums.T @ sums @ inverse) * g / (g - 1) * (n - 1) / (n - p))


def sandwich(fit):
    x, target, weight, cluster = table(fit)
    y = (target == max(pd.unique(target))) * 1.0 if fit["kind"] == "binomial" else target.astype(float)
    unit = np.sqrt((x ** 2).mean(0))
    score, slope = single(fit["kind"], x / unit, y, weight)
    q, r = np.linalg.qr((x / unit) * np.sqrt(weight * slope)[:, None])
    inverse = np.linalg.inv(r)
    inverse = inverse @ inverse.T
    u = (x / unit) * score[:, None]
    leverage = slope * np.einsum("ij,jk,ik->i", x / unit, inverse, x / unit)
    n, p = weight.sum(), x.shape[1]

    def errors(scores, factor):
        meat = (scores * weight[:, None]).T @ scores
        return list(np.sqrt(np.diag(inverse @ meat @ inverse) * factor) / unit)

    return {"hc1": errors(u, n / (n - p)), "hc3": errors(u / (1 - leverage)[:, None], 1),
            "cluster": CLUSTERS[fit["data"]], "clustered": list(clustered(u, weight, cluster, inverse) / unit)}


def multinomial(data, target, exclude):
    fit = {"kind": "multinomial", "data": data, "target": target, "exclude": exclude, "weight": "", "intercept": True}
    x, y, weight, cluster = table(fit)
    unit = np.sqrt((x ** 2).mean(0))
    x = x / unit
    classes = sorted(pd.unique(y))
    t = np.column_stack([(y == c) * 1.0 for c in classes[1:]])
    free, width = t.shape[1], x.shape[1]
    beta = np.zeros((free, width))

    def probabilities(b):
        z = np.column_stack([np.zeros(len(x)), x @ b.T])
        return scipy.special.softmax(z, axis=1)[:, 1:]

    def information(b):
        p = probabilities(b)
        blocks = [[(x.T * (p[:, k] * ((k == l) - p[:, l]))) @ x for l in range(free)] for k in range(free)]
        return np.block(blocks)

    for _ in range(100):
        p = probabilities(beta)
        step = np.linalg.solve(information(beta), ((t - p).T @ x).ravel())
        beta = beta + step.reshape(free, width)
        if np.abs(step).max() < 1e-13:
            break
    p = probabilities(beta)
    inverse = np.linalg.inv(information(beta))
    u = ((t - p)[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    units = np.tile(unit, free)
    error = np.sqrt(np.diag(inverse)) / units
    estimate = beta.ravel() / units
    reach = scipy.stats.norm.ppf(0.975) * error
    log = np.log(np.where(t.sum(1) > 0, (p * t).sum(1), 1 - p.sum(1))).sum()
    n, m = len(x), free * width
    figures = {"log_likelihood": log, "deviance": -2 * log, "aic": 2 * m - 2 * log,
               "bic": np.log(n) * m - 2 * log, "df_residual": n - m}
    fit.update(estimate=list(estimate), error=list(error), statistic=list(estimate / error),
               p=list(2 * scipy.stats.norm.sf(np.abs(estimate / error))), lower=list(estimate - reach),
               upper=list(estimate + reach), vif=[], figures=figures,
               hc1=list(np.sqrt(np.diag(inverse @ u.T @ u @ inverse) * n / (n - m)) / units),
               cluster=CLUSTERS[data], clustered=list(clustered(u, weight, cluster, inverse) / units))
    return fit


fits = json.load(open(FOLDER + "inference.json"))["fits"]
robust = [dict({k: fit[k] for k in ("data", "target", "kind")}, **sandwich(fit)) for fit in fits]
classes = [multinomial("anes96", "PID", "vote"), multinomial("anes96", "educ", "popul"),
           multinomial("titanic", "passenger_class", "name"),
           multinomial("penguins", "island", "species,sex"),
           multinomial("iris", "species", "sepal_length,petal_length,petal_width")]
json.dump({"numpy": np.__version__, "robust": robust, "multinomial": classes}, sys.stdout, indent=1)
