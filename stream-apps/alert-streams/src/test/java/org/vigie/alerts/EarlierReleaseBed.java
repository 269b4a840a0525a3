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

/** Builds the records of one bed in the {@link EarlierAlertStory}. They must stay as they are, since stored state refers to them. */
final class EarlierReleaseBed {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final String stay;
    private final String bed;
    private final List<CleanObservation> observations = new ArrayList<>();
    private Duration clockOffset = Duration.ZERO;

    EarlierReleaseBed(String stay, String bed) {
        this.stay = stay;
        this.bed = bed;
    }

    EarlierReleaseBed clock(Duration offset) {
        clockOffset = offset;
        return this;
    }

    EarlierReleaseBed tell(int seconds, Map<String, Double> values) {
        for (int i = 0; i < seconds; i++) {
            add(values);
        }
        return this;
    }

    private void add(Map<String, Double> values) {
        Instant received = START.plusSeconds(observations.size());
        Instant at = received.plus(clockOffset);
        Instant asOf = clockOffset.isZero() ? null : received;
        List<JudgedReading> readings = new ArrayList<>();
        values.forEach((variable, value) -> readings.add(new JudgedReading(
                readings.size(),
                variable,
                value,
                at,
                CleaningOutcomeRecord.KEPT,
                CleaningReasonRecord.NONE,
                List.of(),
                "",
                true,
                asOf)));
        observations.add(observation(at, received, readings));
    }

    private CleanObservation observation(Instant at, Instant received, List<JudgedReading> readings) {
        int offset = observations.size();
        return CleanObservation.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setSource("test")
                .setDevice("monitor")
                .setMessageId(stay + "-" + offset)
                .setDeviceTime(at)
                .setReceivedTime(received)
                .setPublishedAt(received.plusMillis(7))
                .setOrigin(
                        new Origin(AlertTopologyDriver.TOPICS.observationsRaw().name(), 0, (long) offset, -1))
                .setReadings(readings)
                .build();
    }

    List<CleanObservation> told() {
        return List.copyOf(observations);
    }

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

    static RiskScore risk(String stay, double probability, Instant windowEnd) {
        return RiskScore.newBuilder()
                .setStay(stay)
                .setBed("REA/1")
                .setWindowEnd(windowEnd)
                .setScoredAt(windowEnd)
                .setStatus(ScoreStatus.SCORED)
                .setProbability(probability)
                .setModel("m")
                .setModelVersion("1")
                .setModelDigest("d")
                .setWindowDigest("w")
                .setWindowRevision(1)
                .setHoursSeen(1)
                .setImputedShare(0.5)
                .setLatencyMs(1)
                .build();
    }
}
