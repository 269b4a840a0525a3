package org.vigie.simulator.patient;

/**
 * Generates pseudo-random numbers that are a function of the seed alone.
 *
 * <p>Any instant of any patient can be computed directly and in any order. A restart gives the same numbers.
 */
public record RandomSeed(long value) {

    /** Returns an independent seed for the part called {@code name}. */
    public RandomSeed derive(String name) {
        return derive(name.hashCode());
    }

    /** Returns an independent seed for part {@code number}. */
    public RandomSeed derive(long number) {
        return new RandomSeed(mix(value, number));
    }

    /** Returns a uniform number from 0 (inclusive) to 1 (exclusive). */
    public double uniform() {
        return (mix(value, 0) >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Returns a uniform integer from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return (int) (bound * uniform());
    }

    /**
     * Returns smooth noise over time that stays between -1 and 1. It joins one random height per period by smooth steps.
     *
     * @param seconds seconds since any fixed instant
     * @param period seconds from one height to the next
     */
    public double wave(double seconds, double period) {
        double place = seconds / period;
        long left = (long) Math.floor(place);
        double step = smooth(place - left);
        return height(left) * (1 - step) + height(left + 1) * step;
    }

    /** Returns a smooth step from 0 to 1 as {@code share} goes from 0 to 1; its slope is zero at both ends. */
    public static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    /** Returns number {@code number} of a series of nearly normal numbers: mean 0, variance 1, between -3.5 and 3.5. */
    public double bell(long number) {
        long bits = mix(value, number);
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum / 65_536.0 - 2) * Math.sqrt(3);
    }

    private double height(long at) {
        return (mix(value, at) >> 11) * 0x1.0p-52;
    }

    /** Mixes two numbers with SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long seed, long number) {
        long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
