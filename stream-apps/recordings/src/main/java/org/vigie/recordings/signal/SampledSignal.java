package org.vigie.recordings.signal;

/**
 * Holds one signal, or one piece of it without a gap, in its physical unit.
 *
 * @param name as the file calls it
 * @param unit as the file calls it
 * @param hertz samples a second
 * @param start seconds from the recording's first instant to the first sample
 * @param samples NaN where the file says that there is none
 */
public record SampledSignal(String name, String unit, double hertz, double start, double[] samples) {
    /** More often than this is a waveform, not a series of measurements. */
    private static final double FASTEST_NUMERIC = 2;

    /** What one recording may hold: six weeks of eight channels a second. A few bytes that promise more do not fill the memory. */
    public static final long MOST_SAMPLES = 30_000_000;

    public SampledSignal(String name, String unit, double hertz, double[] samples) {
        this(name, unit, hertz, 0, samples);
    }

    public boolean isWaveform() {
        return isWaveform(hertz);
    }

    public static boolean isWaveform(double hertz) {
        return hertz > FASTEST_NUMERIC;
    }

    /** Seconds from the recording's first instant to the end of the last sample. */
    double end() {
        return start + samples.length / hertz;
    }

    /** Milliseconds from the recording's first instant to a sample. */
    long millis(int sample) {
        return Math.round((start + sample / hertz) * 1000);
    }
}
