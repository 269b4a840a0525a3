package org.vigie.signal.feature;

/**
 * Lists the spectral features of a series with irregular times. p is the share of each frequency f (cycles per hour) in the power of a {@link
 * LombScarglePeriodogram}. Names and formulas follow TSFEL (Barandas 2020), with power in place of the amplitude of a Fourier transform,
 * which needs regular times. A feature that the series cannot show is NaN.
 */
public enum SpectralFeature {
    /** Frequency with the largest power. */
    FUNDAMENTAL_FREQUENCY,
    /** Largest power, in squared units of the series. */
    MAXIMUM_POWER,
    /** Lowest f up to which half of the power lies. */
    MEDIAN_FREQUENCY,
    /** Lowest f up to which 5 % of the power lie. */
    ROLL_ON,
    /** Lowest f up to which 95 % of the power lie. */
    ROLL_OFF,
    /** Sum of f p. */
    SPECTRAL_CENTROID,
    /** Square root of the sum of (f - centroid)^2 p. */
    SPECTRAL_SPREAD,
    /** Sum of (f - centroid)^3 p / spread^3. */
    SPECTRAL_SKEWNESS,
    /** Sum of (f - centroid)^4 p / spread^4. */
    SPECTRAL_KURTOSIS,
    /** Sum of -p log p / log of the number of frequencies: 0 for one frequency, 1 for noise. */
    SPECTRAL_ENTROPY,
    /** Share of the power in periods longer than 12 hours. */
    POWER_OVER_12_HOURS,
    /** Share of the power in periods of more than 4 up to 12 hours. */
    POWER_4_TO_12_HOURS,
    /** Share of the power in periods of more than 1 up to 4 hours. */
    POWER_1_TO_4_HOURS,
    /** Share of the power in periods of more than 10 up to 60 minutes. */
    POWER_10_TO_60_MINUTES,
    /** Share of the power in periods of more than 1 up to 10 minutes. */
    POWER_1_TO_10_MINUTES
}
