package org.vigie.replay.export;

/**
 * Says how much the facts of stays must be generalised before they are exported.
 *
 * @param k least number of patients whose stays share unit, age band, sex and kind of unit
 * @param ageBandYears width of an age band; a narrower last band would hold fewer patients
 */
record AnonymityLevel(int k, int ageBandYears) {
    private static final int OLDEST_BAND = 90;

    AnonymityLevel {
        if (k < 1) {
            throw new IllegalArgumentException("--k: must be at least 1, was " + k);
        }
        if (ageBandYears < 1 || OLDEST_BAND % ageBandYears != 0) {
            throw new IllegalArgumentException("--age-band: must divide " + OLDEST_BAND
                    + " years, so that no band is narrower (5, 10, 15, 18, 30, 45, 90), was " + ageBandYears);
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
        return from + "-" + (from + ageBandYears - 1);
    }
}
