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

    /** 80 MB: two hours of silence of five channels. */
    private static final long MOST_SILENCE = 10_000_000;

    /** How many samples files of so many bytes may become: a few bytes that promise hours of silence do not fill the memory. */
    static long most(long bytes) {
        return Math.min(Integer.MAX_VALUE - 8L, MOST_SILENCE + 4 * bytes);
    }

    public boolean isWaveform() {
        return hertz > FASTEST_NUMERIC;
    }
}
