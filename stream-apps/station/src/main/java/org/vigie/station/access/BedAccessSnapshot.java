package org.vigie.station.access;

/**
 * Shows that somebody looked at a bed. Reads of one user with pauses of at most ten minutes are one look: an open page reads every few
 * seconds.
 *
 * @param user subject of the log-in
 * @param role of the user
 * @param source server that was asked
 * @param emergency true when the user had opened the unit in an emergency
 * @param from epoch ms of the first read
 * @param until epoch ms of the last read
 */
public record BedAccessSnapshot(String user, String role, String source, boolean emergency, long from, long until) {
    BedAccessSnapshot extendedTo(long last) {
        return new BedAccessSnapshot(user, role, source, emergency, from, Math.max(until, last));
    }
}
