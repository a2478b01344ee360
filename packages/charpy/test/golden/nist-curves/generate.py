"""Writes fits.ts: least-squares fits of NIST's data by SciPy, for comparison. Run: python3 generate.py > fits.ts (needs SciPy).

Every model is written out in its formula's own parameters and solved by SciPy's trust-region method from many starts: nothing is
shared with the TypeScript code but the formulas.
"""
import csv
import itertools
from pathlib import Path

import numpy as np
from scipy.optimize import least_squares

HERE = Path(__file__).parent


def read(path, column):
    rows = list(csv.DictReader(path.open(encoding="utf-8-sig")))
    return (np.array([float(next(iter(r.values()))) for r in rows]), np.array([float(r[column]) for r in rows]))


def tanh(t, t0, c):
    return 0.5 * (1 + np.tanh((t - t0) / c))


def arctangent(t, t0, c):
    return 0.5 + np.arctan(np.pi * (t - t0) / (2 * c)) / np.pi


def burr(t, t0, k, m):
    return np.exp(-m * np.logaddexp(0, -k * (t - t0)))


def kohout(t, t0, c, p):
    d = (t - t0) / (2 * c)
    cold = np.exp(np.minimum((1 + p) * d, 0)) / (1 + p)
    hot = 1 - p * np.exp(np.minimum(-(1 + p) * d / p, 0)) / (1 + p)
    return np.where(d <= 0, cold, hot)


MODELS = {
    "tanh": (tanh, ["T0", "C"], [(0, 0.25, 0.5, 0.75, 1), (10, 40, 150)]),
    "arctangent": (arctangent, ["T0", "C"], [(0, 0.25, 0.5, 0.75, 1), (10, 40, 150)]),
    "burr": (burr, ["T0", "k", "m"], [(0, 0.3, 0.5, 0.8), (0.01, 0.05, 0.2), (0.4, 1, 3)]),
    "kohout": (kohout, ["T0", "C", "p"], [(0, 0.3, 0.5, 0.8), (10, 40, 150), (0.4, 1, 3)]),
}


def fit(model, t, y, shelves, most):
    share, names, grid = MODELS[model]
    free = shelves is None

    def curve(x):
        lower, upper = x[-2:] if free else shelves
        return lower + (upper - lower) * share(t, *x[: len(names)])

    low = [-np.inf] + [1e-9] * (len(names) - 1) + ([0, 0] if free else [])
    high = [np.inf] * len(names) + ([most, most] if free else [])
    best = None
    for start in itertools.product(*grid):
        x0 = [t[0] + start[0] * (t[-1] - t[0]), *start[1:]]
        x0 += [max(1e-6, y.min()), min(most - 1e-6, y.max())] if free else []
        found = least_squares(
            lambda x: curve(x) - y, x0, bounds=(low, high), x_scale="jac", xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=20000
        )
        if best is None or found.cost < best.cost:
            best = found
    x = best.x
    lower, upper = x[-2:] if free else shelves
    sse = 2 * best.cost
    n, p = len(y), len(x)
    return dict(
        model=model,
        parameters={name: float(v) for name, v in zip(names, x)},
        lower=float(lower),
        upper=float(upper),
        rmse=float(np.sqrt(sse / (n - p))),
        aic=float(2 * (p + 1) + n * np.log(sse / n)),
        bic=float((p + 1) * np.log(n) + n * np.log(sse / n)),
    )


X52 = HERE.parent / "nist-x52" / "x52-kv-le-sfa.csv"
CASES = [
    ("energy", X52, "kv_j", (2, 72.6025), 1000, ["tanh", "arctangent", "burr", "kohout"]),
    ("shear", X52, "sfa_pct", (0, 100), 100, ["tanh", "arctangent", "burr", "kohout"]),
    ("lateral-expansion", X52, "le_mm", None, 10, ["tanh", "arctangent", "kohout"]),
    *[("energy", HERE / f"dat{i}.csv", "Y", None, 1000, ["tanh"]) for i in (1, 2, 3, 4)],
]

print("""/** Made by generate.py; see README.md. */
export interface ReferenceFit {
  readonly file: string;
  readonly quantity: 'energy' | 'lateral-expansion' | 'shear';
  readonly model: 'tanh' | 'arctangent' | 'burr' | 'kohout';
  /** Held at these values; null: found by the fit. */
  readonly shelves: readonly [number, number] | null;
  readonly parameters: Readonly<Record<string, number>>;
  readonly lower: number;
  readonly upper: number;
  readonly rmse: number;
  readonly aic: number;
  readonly bic: number;
}

export const referenceFits: readonly ReferenceFit[] = [""")
for quantity, path, column, shelves, most, models in CASES:
    t, y = read(path, column)
    for model in models:
        r = fit(model, t, y, shelves, most)
        print("  {")
        print(f"    file: '{path.name}',\n    quantity: '{quantity}',\n    model: '{model}',")
        print(f"    shelves: {'null' if shelves is None else list(shelves)},")
        print(f"    parameters: {{ {', '.join(f'{k}: {v:.9g}' for k, v in r['parameters'].items())} }},")
        for name in ("lower", "upper", "rmse", "aic", "bic"):
            print(f"    {name}: {r[name]:.9g},")
        print("  },")
print("];")
