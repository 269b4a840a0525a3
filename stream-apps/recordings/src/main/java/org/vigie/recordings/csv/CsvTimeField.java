package org.vigie.recordings.csv;

/**
 * Holds the time of a row.
 *
 * @param millis since 1970, or since the start
 * @param fault why there is none; empty when there is
 */
record CsvTimeField(long millis, String fault) {
    static CsvTimeField none(String fault) {
        return new CsvTimeField(0, fault);
    }

    boolean isKnown() {
        return fault.isEmpty();
    }
}
