package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.TopicCatalogue;

/** Builds the clean observations of one bed, second by second. */
final class AlertBedStory {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);

    private final String stay;
    private final String bed;
    private final List<CleanObservation> told = new ArrayList<>();

    private Duration off = Duration.ZERO;
    private Duration passed = Duration.ZERO;

    AlertBedStory(String stay, String bed) {
        this.stay = stay;
        this.bed = bed;
    }

    /** Sets the offset of the monitor's clock from now on. The cleaner knows it and gives the measurements their time of receipt. */
    AlertBedStory clock(Duration difference) {
        off = difference;
        return this;
    }

    AlertBedStory silentFor(Duration duration) {
        passed = passed.plus(duration);
        return this;
    }

    /** Adds {@code seconds} records with the same kept values. */
    AlertBedStory tell(int seconds, Map<String, Double> values) {
        return tell(seconds, values, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE);
    }

    AlertBedStory tell(
            int seconds, Map<String, Double> values, CleaningOutcomeRecord verdict, CleaningReasonRecord reason) {
        for (int i = 0; i < seconds; i++) {
            Instant received = START.plusSeconds(told.size()).plus(passed);
            Instant at = received.plus(off);
            List<JudgedReading> readings = new ArrayList<>();
            values.forEach((variable, value) -> readings.add(new JudgedReading(
                    readings.size(),
                    variable,
                    value,
                    at,
                    verdict,
                    reason,
                    List.of(),
                    "",
                    true,
                    off.isZero() ? null : received)));
            told.add(observation(told.size(), at, received, readings));
        }
        return this;
    }

    /** Withdraws the value of the newest record, a second later. */
    AlertBedStory withdraw(String variable, double value) {
        CleanObservation newest = told.get(told.size() - 1);
        Instant at = newest.getDeviceTime();
        var reading = new JudgedReading(
                0,
                variable,
                value,
                at,
                CleaningOutcomeRecord.RETRACTED,
                CleaningReasonRecord.RETRACTED,
                List.of(value),
                "",
                true,
                null);
        told.add(observation(told.size(), at, newest.getReceivedTime().plusSeconds(1), List.of(reading)));
        return this;
    }

    private CleanObservation observation(long offset, Instant at, Instant received, List<JudgedReading> readings) {
        return CleanObservation.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setSource("test")
                .setDevice("monitor")
                .setMessageId(stay + "-" + offset)
                .setDeviceTime(at)
                .setReceivedTime(received)
                .setPublishedAt(received.plusMillis(7))
                .setOrigin(new Origin(TOPICS.observationsRaw().name(), 0, offset, -1))
                .setReadings(readings)
                .build();
    }

    /** Returns the records again under the stay that was found for them later. */
    List<CleanObservation> attributedTo(String known) {
        return told.stream()
                .map(observation -> CleanObservation.newBuilder(observation)
                        .setStay(known)
                        .setAttributedFrom(stay)
                        .build())
                .toList();
    }

    List<CleanObservation> told() {
        return List.copyOf(told);
    }

    /** Returns a stay on its bed; {@code until} is null while the patient is there. */
    static BedStays stays(String stay, String bed, Instant until) {
        Instant from = START.minusSeconds(60);
        return new BedStays(
                bed,
                List.of(Stay.newBuilder()
                        .setStay(stay)
                        .setPatient("patient-of-" + stay)
                        .setBed(bed)
                        .setFrom(from)
                        .setUntil(until)
                        .setAdmittedAt(from)
                        .build()));
    }

    static RiskScore risk(String stay, Double probability, Instant windowEnd, long revision) {
        return RiskScore.newBuilder()
                .setStay(stay)
                .setBed("REA/1")
                .setWindowEnd(windowEnd)
                .setScoredAt(windowEnd)
                .setStatus(probability == null ? ScoreStatus.UNAVAILABLE : ScoreStatus.SCORED)
                .setProbability(probability)
                .setModel("m")
                .setModelVersion("1")
                .setModelDigest("d")
                .setWindowDigest("w")
                .setWindowRevision(revision)
                .setHoursSeen(1)
                .setImputedShare(0.5)
                .setLatencyMs(1)
                .build();
    }
}
