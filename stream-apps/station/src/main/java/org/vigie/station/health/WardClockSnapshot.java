package org.vigie.station.health;

/**
 * Shows the ward's time and whether readings arrive and alarms are computed.
 *
 * @param now epoch ms on the ward's clock; absent before the first record
 * @param wall epoch ms on the station's clock
 * @param speed seconds of the ward per second of the wall, at present
 * @param replay true when the two clocks differ by more than a minute: this is not the present
 * @param watched false when no readings arrive; {@code reason} holds why
 * @param reason {@code NO_INPUT} or {@code READER_FAILED}; absent when watched
 * @param lastInputAt epoch ms (wall) at which the newest reading was published; absent before the first
 * @param noAlarmsSince epoch ms (wall) since which no alarm is computed although readings flow; absent while they are
 */
public record WardClockSnapshot(
        Long now,
        long wall,
        double speed,
        boolean replay,
        boolean watched,
        String reason,
        Long lastInputAt,
        Long noAlarmsSince) {}
