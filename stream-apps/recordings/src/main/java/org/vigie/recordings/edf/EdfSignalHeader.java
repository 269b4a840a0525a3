package org.vigie.recordings.edf;

/**
 * Holds the header of one signal.
 *
 * @param perRecord samples in one data record
 * @param before samples of other signals that stand before its own in a data record
 */
record EdfSignalHeader(String name, String unit, EdfCalibration calibration, int perRecord, int before) {
    boolean isAnnotations() {
        return name.equals("EDF Annotations") || name.equals("BDF Annotations");
    }

    /** Returns why the signal has no values. Empty when it has. */
    String fault() {
        return perRecord == 0 ? "no samples" : calibration.fault();
    }
}
