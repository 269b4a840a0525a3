package org.vigie.replay.passport;

/** Takes each stay whose records are read for a verification, before they are computed again. */
@FunctionalInterface
public interface PassportReads {
    /**
     * Takes one stay.
     *
     * @param bed of its record
     * @throws IllegalStateException when it may not be read
     */
    void read(String stay, String bed);
}
