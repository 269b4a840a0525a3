"""Prints the spectral features of one series, computed with numpy and scipy: the numbers in LombScarglePeriodogramTest."""
import numpy as np
from scipy.signal import lombscargle

i = np.arange(24)
t = 0.5 * i + 0.1 * (i * 7 % 5)
x = 80 + 10 * np.sin(2 * np.pi * t / 4) + 3 * (i * 3 % 4)
f = np.arange(1, (len(t) - 2) // 2 + 1) / (t[-1] - t[0])
power = lombscargle(t - t[0], x - x.mean(), 2 * np.pi * f)
p = power / power.sum()
cumulated = np.cumsum(p)
centroid = np.sum(f * p)
spread = np.sqrt(np.sum((f - centroid) ** 2 * p))
bands = [(0, 1 / 12), (1 / 12, 1 / 4), (1 / 4, 1), (1, 6), (6, 60)]
names = ["OVER_12_HOURS", "4_TO_12_HOURS", "1_TO_4_HOURS", "10_TO_60_MINUTES", "1_TO_10_MINUTES"]
features = {
    "FUNDAMENTAL_FREQUENCY": f[np.argmax(power)],
    "MAXIMUM_POWER": power.max(),
    "MEDIAN_FREQUENCY": f[np.argmax(cumulated >= 0.5)],
    "ROLL_ON": f[np.argmax(cumulated >= 0.05)],
    "ROLL_OFF": f[np.argmax(cumulated >= 0.95)],
    "SPECTRAL_CENTROID": centroid,
    "SPECTRAL_SPREAD": spread,
    "SPECTRAL_SKEWNESS": np.sum((f - centroid) ** 3 * p) / spread**3,
    "SPECTRAL_KURTOSIS": np.sum((f - centroid) ** 4 * p) / spread**4,
    "SPECTRAL_ENTROPY": -np.sum(p * np.log2(p)) / np.log2(len(p)),
}
for name, (low, high) in zip(names, bands):
    inside = (f >= low) & (f < high)
    features["POWER_" + name] = p[inside].sum() if inside.any() else np.nan
for name, value in features.items():
    print(f"{name}, {float(value)!r}")
print("powers", [float(each) for each in power])
