package org.vigie.station.health;

import org.vigie.station.replay.ReplaySnapshot;

/**
 * Shows the ward's time and whether readings arrive and alarms are computed.
 *
 * @param now epoch ms on the ward's clock; absent before the first record
 * @param wall epoch ms on the station's clock
 * @param speed seconds of the ward per second of the wall, at present
 * @param replay true when this is not the present: the two clocks differ by more than a minute, or there is a {@code study}
 * @param watched false when no readings arrive; {@code reason} holds why
 * @param reason {@code NO_INPUT}, {@code READER_FAILED} or {@code STARTING}; absent when watched
 * @param lastInputAt epoch ms (wall) at which the newest reading was published; absent before the first
 * @param noAlarmsSince epoch ms (wall) since which no alarm is computed although readings flow; absent while they are
 * @param study replay in a namespace of its own whose records these are; absent in a ward
 */
public record WardClockSnapshot(
        Long now,
        long wall,
        double speed,
        boolean replay,
        boolean watched,
        String reason,
        Long lastInputAt,
        Long noAlarmsSince,
        ReplaySnapshot study) {
    /** Reason while the station reads the records of before its start: open alarms may be missing. */
    public static final String STARTING = "STARTING";
}
