"""Prints the features of one series, computed with numpy and scipy: the numbers in FeatureAccumulatorTest."""
import numpy as np
from scipy import stats

t = np.array([0.0, 0.5, 1.25, 2.0, 4.0, 4.5, 7.0, 9.75])
x = np.array([82.0, 85.0, 81.0, 120.0, 118.0, 96.0, 101.0, 64.0])
change = np.diff(x)
features = {
    "COUNT": len(x),
    "MINIMUM": x.min(),
    "MAXIMUM": x.max(),
    "MEAN": x.mean(),
    "STANDARD_DEVIATION": x.std(),
    "SKEWNESS": stats.skew(x),
    "KURTOSIS": stats.kurtosis(x),
    "ROOT_MEAN_SQUARE": np.sqrt(np.mean(x**2)),
    "ABSOLUTE_ENERGY": np.sum(x**2),
    "MEAN_CHANGE": change.mean(),
    "MEAN_ABSOLUTE_CHANGE": np.abs(change).mean(),
    "SUM_ABSOLUTE_CHANGE": np.abs(change).sum(),
    "STEEPEST_CHANGE": np.max(np.abs(change) / np.diff(t)),
    "SLOPE": np.polyfit(t, x, 1)[0],
    "AREA": np.trapezoid(x, t),
    "CENTROID": np.sum(t * x**2) / np.sum(x**2),
    "POSITIVE_TURNING_POINTS": int(np.sum((change[:-1] < 0) & (change[1:] > 0))),
    "NEGATIVE_TURNING_POINTS": int(np.sum((change[:-1] > 0) & (change[1:] < 0))),
}
for name, value in features.items():
    print(f"{name}, {float(value)!r}")
