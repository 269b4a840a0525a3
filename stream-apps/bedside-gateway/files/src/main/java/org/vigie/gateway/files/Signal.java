package org.vigie.gateway.files;

/**
 * One signal of a recording in its physical unit.
 *
 * @param name as the file calls it
 * @param unit as the file calls it
 * @param hertz samples a second
 * @param samples from the recording's start; NaN where there is none
 */
public record Signal(String name, String unit, double hertz, double[] samples) {
    /** More often than this is a waveform, not a series of measurements. */
    private static final double FASTEST_NUMERIC = 2;

    public boolean isWaveform() {
        return hertz > FASTEST_NUMERIC;
    }
}
