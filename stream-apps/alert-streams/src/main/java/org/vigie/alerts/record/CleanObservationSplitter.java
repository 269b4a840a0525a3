package org.vigie.alerts.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Splits a clean observation into the readings of each instant.
 *
 * <p>A late reading is used for windows but not for alarms, and is left out here; its withdrawals are kept. A channel that is not followed
 * only shows that its device is present.
 */
public record CleanObservationSplitter(CleanObservation observation) {
    /**
     * Returns true when a message, suspect or not, describes the present and not only the past.
     *
     * @param before the stay's clock before the message
     * @param after the stay's clock after the message
     */
    public boolean isLive(Instant before, Instant after) {
        Instant ofLate = observation.getPublishedAt().minus(NewestReadingRule.OF_LATE);
        return observation.getAttributedFrom() == null
                && (after.isAfter(before)
                        || observation.getReadings().stream()
                                .filter(CleanObservationSplitter::isCurrent)
                                .anyMatch(reading -> !ReadingInstant.of(observation, reading)
                                        .asOf()
                                        .isBefore(ofLate)));
    }

    /**
     * Returns true when a reading, suspect or not, was measured at the stay's newest instant or later and corrects nothing.
     *
     * @param clock the stay's clock before the message
     */
    public boolean isNewest(Instant clock) {
        return observation.getReadings().stream()
                .filter(reading -> isCurrent(reading) && reading.getWithdraws().isEmpty())
                .anyMatch(reading ->
                        !ReadingInstant.of(observation, reading).asOf().isBefore(clock));
    }

    /** Returns the readings of each instant, in the order of time. Most observations have one instant. */
    public List<InstantReadings> instants() {
        List<JudgedReading> used = used();
        if (used.isEmpty()) {
            return List.of();
        }
        ReadingInstant first = ReadingInstant.of(observation, used.get(0));
        return isOneInstant(used) ? List.of(instantReadings(first, used)) : byInstant(used);
    }

    private List<JudgedReading> used() {
        List<JudgedReading> used = new ArrayList<>(observation.getReadings().size());
        for (JudgedReading reading : observation.getReadings()) {
            if (isCurrent(reading) || !reading.getWithdraws().isEmpty()) {
                used.add(reading);
            }
        }
        return used;
    }

    private static boolean isOneInstant(List<JudgedReading> readings) {
        JudgedReading first = readings.get(0);
        for (JudgedReading reading : readings) {
            if (!reading.getMeasuredAt().equals(first.getMeasuredAt())
                    || !Objects.equals(reading.getAsOf(), first.getAsOf())) {
                return false;
            }
        }
        return true;
    }

    private List<InstantReadings> byInstant(List<JudgedReading> used) {
        Map<ReadingInstant, List<JudgedReading>> byInstant = new TreeMap<>();
        for (JudgedReading reading : used) {
            byInstant
                    .computeIfAbsent(ReadingInstant.of(observation, reading), at -> new ArrayList<>())
                    .add(reading);
        }
        return byInstant.entrySet().stream()
                .map(entry -> instantReadings(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Holds an instant by the ward's clock and by the device's clock. */
    private record ReadingInstant(Instant asOf, Instant onDevice) implements Comparable<ReadingInstant> {
        private static final Comparator<ReadingInstant> ORDER =
                Comparator.comparing(ReadingInstant::asOf).thenComparing(ReadingInstant::onDevice);

        static ReadingInstant of(CleanObservation observation, JudgedReading reading) {
            Instant asOf = reading.getAsOf() == null
                    ? NewestReadingRule.notAfterReceived(reading.getMeasuredAt(), observation.getReceivedTime())
                    : reading.getAsOf();
            return new ReadingInstant(asOf, reading.getMeasuredAt());
        }

        @Override
        public int compareTo(ReadingInstant other) {
            return ORDER.compare(this, other);
        }
    }

    private InstantReadings instantReadings(ReadingInstant readingInstant, List<JudgedReading> readings) {
        List<InstantReadings.KeptReading> kept = new ArrayList<>(readings.size());
        List<String> signals = new ArrayList<>(0);
        List<InstantReadings.WithdrawnReading> withdrawn = new ArrayList<>(0);
        for (JudgedReading reading : readings) {
            if (isKept(reading)) {
                kept.add(kept(reading));
            } else if (isSignalOnly(reading)) {
                signals.add(reading.getVariable());
            }
            for (double value : reading.getWithdraws()) {
                withdrawn.add(new InstantReadings.WithdrawnReading(reading.getVariable(), value));
            }
        }
        var moment =
                MeasurementTime.of(readingInstant.onDevice(), readingInstant.asOf(), observation.getReceivedTime());
        return new InstantReadings(observation.getBed(), moment, kept, signals, withdrawn);
    }

    private static boolean isKept(JudgedReading reading) {
        return reading.getVerdict() == CleaningOutcomeRecord.KEPT && isCurrent(reading) && reading.getFollowed();
    }

    private static boolean isSignalOnly(JudgedReading reading) {
        return reading.getVerdict() == CleaningOutcomeRecord.SUSPECT
                || (reading.getVerdict() == CleaningOutcomeRecord.KEPT && isCurrent(reading) && !reading.getFollowed());
    }

    private static boolean isCurrent(JudgedReading reading) {
        return reading.getReason() != CleaningReasonRecord.OUT_OF_ORDER
                && reading.getVerdict() != CleaningOutcomeRecord.RETRACTED;
    }

    private InstantReadings.KeptReading kept(JudgedReading reading) {
        var origin = observation.getOrigin();
        return new InstantReadings.KeptReading(
                reading.getVariable(),
                reading.getValue(),
                new ReadingPosition(origin.getPartition(), origin.getOffset(), reading.getIndex()));
    }
}
