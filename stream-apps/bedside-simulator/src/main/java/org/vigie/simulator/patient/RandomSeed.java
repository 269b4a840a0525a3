package org.vigie.simulator.patient;

/**
 * Chance that can be asked again: every number is a function of the seed alone, so that any instant of any patient can be computed at
 * once, in any order, and comes out the same after a restart.
 */
public record RandomSeed(long value) {

    /** An independent seed for the part called {@code name}. */
    public RandomSeed derive(String name) {
        return derive(name.hashCode());
    }

    /** An independent seed for part {@code number}. */
    public RandomSeed derive(long number) {
        return new RandomSeed(mix(value, number));
    }

    /** 0 (inclusive) to 1 (exclusive). */
    public double uniform() {
        return (mix(value, 0) >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return (int) (bound * uniform());
    }

    /**
     * Smooth noise over time, never outside -1..1: random heights, one per period, joined by smooth steps.
     *
     * @param seconds since any fixed instant
     * @param period seconds from one height to the next
     */
    public double wave(double seconds, double period) {
        double place = seconds / period;
        long left = (long) Math.floor(place);
        double step = smooth(place - left);
        return height(left) * (1 - step) + height(left + 1) * step;
    }

    /** 0 to 1 as {@code share} goes from 0 to 1, without a corner at either end. */
    public static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    private double height(long at) {
        return (mix(value, at) >> 11) * 0x1.0p-52;
    }

    /** SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long seed, long number) {
        long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
