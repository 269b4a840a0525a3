package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Reason;
import org.vigie.schemas.Verdict;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.Place;
import org.vigie.signal.newest.Newness;

/**
 * A clean observation, instant by instant. A late reading is good for windows, not for alarms, and is left out; what it withdraws is
 * not. A channel that is not followed shows that its device is there, and no more.
 */
final class Frames {
    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private Frames() {}

    /**
     * Whether a message tells of now, be it doubted, and not only of the past.
     *
     * @param before the stay's clock before the message
     * @param after the stay's clock with it
     */
    static boolean areLive(CleanObservation observation, Instant before, Instant after) {
        Instant ofLate = observation.getPublishedAt().minus(OF_LATE);
        return observation.getAttributedFrom() == null
                && (after.isAfter(before)
                        || observation.getReadings().stream()
                                .filter(Frames::isNews)
                                .anyMatch(reading ->
                                        !When.of(observation, reading).asOf().isBefore(ofLate)));
    }

    static List<Frame> of(CleanObservation observation) {
        Map<When, List<JudgedReading>> byInstant = new TreeMap<>();
        for (JudgedReading reading : observation.getReadings()) {
            if (isNews(reading) || !reading.getWithdraws().isEmpty()) {
                byInstant
                        .computeIfAbsent(When.of(observation, reading), at -> new ArrayList<>())
                        .add(reading);
            }
        }
        return byInstant.entrySet().stream()
                .map(entry -> frame(observation, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** An instant by the ward's clock, and what the device calls it. */
    private record When(Instant asOf, Instant onDevice) implements Comparable<When> {
        private static final Comparator<When> ORDER =
                Comparator.comparing(When::asOf).thenComparing(When::onDevice);

        static When of(CleanObservation observation, JudgedReading reading) {
            Instant asOf = reading.getAsOf() == null
                    ? Newness.believed(reading.getMeasuredAt(), observation.getReceivedTime())
                    : reading.getAsOf();
            return new When(asOf, reading.getMeasuredAt());
        }

        @Override
        public int compareTo(When other) {
            return ORDER.compare(this, other);
        }
    }

    private static Frame frame(CleanObservation observation, When when, List<JudgedReading> readings) {
        return new Frame(
                observation.getBed(),
                Moment.of(when.onDevice(), when.asOf(), observation.getReceivedTime()),
                readings.stream()
                        .filter(reading ->
                                reading.getVerdict() == Verdict.KEPT && isNews(reading) && reading.getFollowed())
                        .map(reading -> kept(observation, reading))
                        .toList(),
                readings.stream()
                        .filter(Frames::isOnlyHeard)
                        .map(JudgedReading::getVariable)
                        .toList(),
                readings.stream()
                        .flatMap(reading -> reading.getWithdraws().stream()
                                .map(value -> new Frame.Withdrawn(reading.getVariable(), value)))
                        .toList());
    }

    private static boolean isOnlyHeard(JudgedReading reading) {
        return reading.getVerdict() == Verdict.SUSPECT
                || (reading.getVerdict() == Verdict.KEPT && isNews(reading) && !reading.getFollowed());
    }

    private static boolean isNews(JudgedReading reading) {
        return reading.getReason() != Reason.OUT_OF_ORDER && reading.getVerdict() != Verdict.RETRACTED;
    }

    private static Frame.Kept kept(CleanObservation observation, JudgedReading reading) {
        var origin = observation.getOrigin();
        return new Frame.Kept(
                reading.getVariable(),
                reading.getValue(),
                new Place(origin.getPartition(), origin.getOffset(), reading.getIndex()));
    }
}
