package org.vigie.replay.control;

/**
 * Says how fast a replay goes.
 *
 * @param times multiple of the recorded speed; 0 for as fast as possible
 */
public record ReplaySpeed(double times) {
    private static final String FASTEST = "max";

    public ReplaySpeed {
        if (!(times >= 0 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("speed: must be a positive number, or 0 for max, was " + times);
        }
    }

    /** Returns the speed of a replay that never waits. */
    public static ReplaySpeed max() {
        return new ReplaySpeed(0);
    }

    /**
     * Reads a speed.
     *
     * @param name option or parameter, with which the message of a refusal begins
     * @param text positive number, or {@code max}
     * @throws IllegalArgumentException for any other text
     */
    public static ReplaySpeed parse(String name, String text) {
        if (text.equals(FASTEST)) {
            return max();
        }
        double times = number(text);
        if (!(times > 0 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": must be a positive number, or max, was '" + text + "'");
        }
        return new ReplaySpeed(times);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean isMax() {
        return times == 0;
    }

    /** Returns {@code max}, or the number. */
    @Override
    public String toString() {
        return isMax() ? FASTEST : Double.toString(times).replaceFirst("\\.0$", "");
    }
}
