package org.vigie.replay.export;

/**
 * Describes one variable of a WFDB record.
 *
 * @param largest largest absolute value of the record
 */
record WfdbSignal(String variable, String unit, double largest) {
    /** Value that says that there is no sample. */
    static final short ABSENT = Short.MIN_VALUE;

    private static final double MOST_STEPS = 1_000;

    /** Returns the steps of one unit: the largest power of ten with which all values fit into 16 bits, so that decimals stay exact. */
    double gain() {
        double gain = MOST_STEPS;
        while (largest * gain > Short.MAX_VALUE) {
            gain /= 10;
        }
        return gain;
    }

    short sample(double value) {
        return (short) Math.round(value * gain());
    }

    /** Returns the line of the header, as PhysioNet's header(5) describes it: format 16, baseline 0. */
    String headerLine(String file, short first, short checksum) {
        String written = unit.isBlank() ? "NU" : unit.replace(' ', '_');
        return "%s 16 %s(0)/%s 16 0 %d %d 0 %s".formatted(file, number(gain()), written, first, checksum, variable);
    }

    private static String number(double gain) {
        return gain >= 1 ? Long.toString(Math.round(gain)) : Double.toString(gain);
    }
}
