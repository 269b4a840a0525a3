package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;

/**
 * When a value was measured. A monitor whose clock was set back goes on in its own past; what it says is placed where it was received,
 * and from there on by the monitor's own spacing, until its clock is right again.
 *
 * @param at event time: what the device's clock said, plus {@code shift}
 * @param received on the ward's clock
 * @param shift zero for a device whose clock was never set back
 */
public record Moment(Instant at, Instant received, Duration shift) {
    private static final Duration AHEAD = Duration.ofSeconds(5);
    /** As long as the cleaner holds a reading of an older instant for late. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    /** Of a device whose clock is believed. */
    public static Moment plain(Instant at, Instant received) {
        return new Moment(at, received, Duration.ZERO);
    }

    /**
     * Whether a reading of the same variable is news. One of an older instant is, when this moment lies ahead of the ward's clock or,
     * for what is {@code monitored}, when nothing newer came for a minute.
     */
    boolean precedes(Instant onDevice, Instant now, boolean monitored) {
        if (onDevice.isAfter(onDevice())) {
            return true;
        }
        boolean ahead = at.isAfter(now.plus(AHEAD));
        boolean aMinuteAgo = monitored && now.isAfter(received.plus(SET_BACK));
        return onDevice.isBefore(onDevice()) && (ahead || aMinuteAgo);
    }

    /** The moment of a later reading of the same device; its clock may just have been set. */
    Moment then(Instant onDevice, Instant now) {
        boolean setBack = onDevice.isBefore(onDevice());
        boolean setRight = !shift.isZero() && onDevice.plus(shift).isAfter(now.plus(SET_BACK));
        Duration right = setBack || setRight ? lag(onDevice, now) : shift;
        return new Moment(onDevice.plus(right), now, right);
    }

    /** What a clock is behind; less than a minute may be the way that the message took. */
    private static Duration lag(Instant onDevice, Instant now) {
        Duration lag = Duration.between(onDevice, now);
        return lag.compareTo(SET_BACK) < 0 ? Duration.ZERO : lag;
    }

    /** By the device's own clock. */
    Instant onDevice() {
        return at.minus(shift);
    }
}
