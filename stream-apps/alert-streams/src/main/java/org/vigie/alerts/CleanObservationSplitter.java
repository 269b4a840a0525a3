package org.vigie.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * A clean observation, instant by instant. A late reading is good for windows, not for alarms, and is left out; what it withdraws is
 * not. A channel that is not followed shows that its device is there, and no more.
 */
record CleanObservationSplitter(CleanObservation observation) {
    /**
     * Whether a message tells of now, be it doubted, and not only of the past.
     *
     * @param before the stay's clock before the message
     * @param after the stay's clock with it
     */
    boolean isLive(Instant before, Instant after) {
        Instant ofLate = observation.getPublishedAt().minus(NewestReadingRule.OF_LATE);
        return observation.getAttributedFrom() == null
                && (after.isAfter(before)
                        || observation.getReadings().stream()
                                .filter(CleanObservationSplitter::isNews)
                                .anyMatch(reading -> !ReadingInstant.of(observation, reading)
                                        .asOf()
                                        .isBefore(ofLate)));
    }

    List<InstantReadings> instants() {
        Map<ReadingInstant, List<JudgedReading>> byInstant = new TreeMap<>();
        for (JudgedReading reading : observation.getReadings()) {
            if (isNews(reading) || !reading.getWithdraws().isEmpty()) {
                byInstant
                        .computeIfAbsent(ReadingInstant.of(observation, reading), at -> new ArrayList<>())
                        .add(reading);
            }
        }
        return byInstant.entrySet().stream()
                .map(entry -> frame(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** An instant by the ward's clock, and what the device calls it. */
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

    private InstantReadings frame(ReadingInstant readingInstant, List<JudgedReading> readings) {
        return new InstantReadings(
                observation.getBed(),
                MeasurementTime.of(readingInstant.onDevice(), readingInstant.asOf(), observation.getReceivedTime()),
                readings.stream()
                        .filter(reading -> reading.getVerdict() == CleaningOutcomeRecord.KEPT
                                && isNews(reading)
                                && reading.getFollowed())
                        .map(this::kept)
                        .toList(),
                readings.stream()
                        .filter(CleanObservationSplitter::isOnlyHeard)
                        .map(JudgedReading::getVariable)
                        .toList(),
                readings.stream()
                        .flatMap(reading -> reading.getWithdraws().stream()
                                .map(value -> new InstantReadings.WithdrawnReading(reading.getVariable(), value)))
                        .toList());
    }

    private static boolean isOnlyHeard(JudgedReading reading) {
        return reading.getVerdict() == CleaningOutcomeRecord.SUSPECT
                || (reading.getVerdict() == CleaningOutcomeRecord.KEPT && isNews(reading) && !reading.getFollowed());
    }

    private static boolean isNews(JudgedReading reading) {
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
