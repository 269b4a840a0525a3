package org.vigie.replay.export;

/**
 * Says how much the facts of stays must be generalised before they are exported.
 *
 * @param k least number of stays that share unit, age band, sex and kind of unit
 * @param ageBandYears width of an age band
 */
record AnonymityLevel(int k, int ageBandYears) {
    private static final int OLDEST_BAND = 90;

    AnonymityLevel {
        if (k < 1) {
            throw new IllegalArgumentException("--k: must be at least 1, was " + k);
        }
        if (ageBandYears < 1 || ageBandYears > OLDEST_BAND) {
            throw new IllegalArgumentException(
                    "--age-band: must be 1 to " + OLDEST_BAND + " years, was " + ageBandYears);
        }
    }

    static AnonymityLevel defaults() {
        return new AnonymityLevel(5, 10);
    }

    /** Returns the band of an age: {@code 60-69}. Ages of 90 years and more share one band. */
    String band(double age) {
        if (age >= OLDEST_BAND) {
            return OLDEST_BAND + "+";
        }
        int from = (int) Math.floor(age / ageBandYears) * ageBandYears;
        return from + "-" + (Math.min(from + ageBandYears, OLDEST_BAND) - 1);
    }
}
