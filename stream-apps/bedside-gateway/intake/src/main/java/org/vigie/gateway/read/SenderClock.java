package org.vigie.gateway.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.terminology.DropReason;

/**
 * Represents the clock of a sender that writes local times without an offset.
 *
 * @param zone time zone of the sender
 * @param shown offset that the message itself shows; it decides when a local time occurs twice
 * @param received when the message arrived; empty when it is read from a file
 * @param measures true for times of measurement, which do not lie after the arrival. The time of a movement may be a planned one
 * @param missed the change of the clock that the sender has not made yet, as the time of its message shows
 */
public record SenderClock(
        ZoneId zone,
        Optional<ZoneOffset> shown,
        Optional<Instant> received,
        boolean measures,
        Optional<ZoneOffsetTransition> missed) {
    /** The zone of times without one, when neither the configuration nor the message names a zone. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    /** The largest accepted difference between a monitor's clock and ours. Cleaning uses the same. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    public SenderClock {
        Objects.requireNonNull(zone, "zone");
    }

    /** Creates the clock for times of any kind. */
    public SenderClock(ZoneId zone, Optional<ZoneOffset> shown, Optional<Instant> received) {
        this(zone, shown, received, false, Optional.empty());
    }

    /** Returns the clock of a sender whose zone alone is known. */
    public static SenderClock in(ZoneId zone) {
        return new SenderClock(zone, Optional.empty(), Optional.empty());
    }

    /** Returns the same clock for times of measurement. */
    public SenderClock ofMeasurements() {
        return new SenderClock(zone, shown, received, true, missed);
    }

    /**
     * Returns the same clock for a message that was sent at a local time. When that time shows that the clock was not set back yet, times of
     * measurement that came late are read with the offset of before the change too.
     */
    public SenderClock sentAt(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        Optional<Instant> sent = offsets.size() == 1
                ? ofMeasurements().notSetBack(local, local.toInstant(offsets.get(0)))
                : Optional.empty();
        return sent.isPresent() ? new SenderClock(zone, shown, received, measures, changeBefore(local)) : this;
    }

    private Optional<ZoneOffsetTransition> changeBefore(LocalDateTime local) {
        return Optional.ofNullable(
                zone.getRules().previousTransition(local.atZone(zone).toInstant()));
    }

    /**
     * Converts a local time to an instant. When summer time ends, an hour occurs twice: the time is ambiguous unless the message shows its
     * offset, or only one of the two instants fits the time of arrival. When summer time begins, an hour is skipped: a time in it is
     * unreadable unless one of the two offsets fits the time of arrival. A time of measurement in the future is read with the offset before
     * the last change, if that fits the time of arrival: the clock was not set back yet. So is every time of measurement of such a sender, unless
     * it fits the time of arrival as it is.
     */
    public SentTime at(LocalDateTime local) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        Optional<Instant> late = byMissedChange(local, offsets);
        if (late.isPresent()) {
            return new SentTime.SentInstant(late.get());
        }
        if (offsets.size() == 1) {
            Instant at = local.toInstant(offsets.get(0));
            return new SentTime.SentInstant(notSetBack(local, at).orElse(at));
        }
        return offsets.isEmpty() ? skipped(local, rules.getTransition(local)) : twice(local, offsets);
    }

    private Optional<Instant> byMissedChange(LocalDateTime local, List<ZoneOffset> offsets) {
        return missed.filter(change -> measures && !local.isBefore(change.getDateTimeAfter()))
                .filter(change -> only(local, offsets, true).isEmpty())
                .map(change -> local.toInstant(change.getOffsetBefore()));
    }

    private Optional<Instant> notSetBack(LocalDateTime local, Instant at) {
        boolean isAhead = measures
                && received.filter(arrival -> at.isAfter(arrival.plus(TOLERANCE)))
                        .isPresent();
        return isAhead
                ? Optional.ofNullable(zone.getRules().previousTransition(at))
                        .flatMap(change -> only(local, List.of(change.getOffsetBefore()), true))
                : Optional.empty();
    }

    private SentTime twice(LocalDateTime local, List<ZoneOffset> offsets) {
        Optional<ZoneOffset> valid = shown.filter(offsets::contains);
        return valid.map(offset -> Optional.of(local.toInstant(offset)))
                .orElseGet(() -> only(local, offsets, false))
                .or(() -> only(local, offsets, true))
                .<SentTime>map(SentTime.SentInstant::new)
                .orElse(new SentTime.UnreadableTime(DropReason.AMBIGUOUS_TIME));
    }

    private SentTime skipped(LocalDateTime local, ZoneOffsetTransition gap) {
        return only(local, List.of(gap.getOffsetBefore(), gap.getOffsetAfter()), true)
                .<SentTime>map(SentTime.SentInstant::new)
                .orElse(new SentTime.UnreadableTime(DropReason.NO_TIME));
    }

    /** Returns the only instant that is not in the future. When {@code near} is set, it must also be close to the time of arrival. */
    private Optional<Instant> only(LocalDateTime local, List<ZoneOffset> offsets, boolean near) {
        if (received.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = received.get().plus(TOLERANCE);
        Instant earliest = near ? received.get().minus(TOLERANCE) : Instant.MIN;
        List<Instant> possible = offsets.stream()
                .map(local::toInstant)
                .filter(at -> !at.isAfter(latest) && !at.isBefore(earliest))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }
}
