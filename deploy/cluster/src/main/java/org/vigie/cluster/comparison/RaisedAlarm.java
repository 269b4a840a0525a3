package org.vigie.cluster.comparison;

/**
 * Identifies an alarm of a simulated ward across runs: two runs of one seed differ in the time of their start only.
 *
 * @param onsetS whole seconds from the instant at which the ward went live to the onset; negative in its past
 */
public record RaisedAlarm(String bed, String rule, long onsetS) {
    @Override
    public String toString() {
        return bed + " " + rule + " at " + onsetS + " s";
    }
}
