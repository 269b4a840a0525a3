package org.vigie.replay.export;

/**
 * Holds the stays that share all facts by which somebody could recognise a patient.
 *
 * @param facts unit, age band, sex and kind of unit
 * @param patients how many share them; one of them may have several stays
 * @param lengths how many different lengths these stays have
 */
record StayGroup(String facts, long patients, long lengths) {
    @Override
    public String toString() {
        return facts + " (" + patients + ")";
    }
}
