package org.vigie.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;

/** Makes the records of one stay with ascending offsets: {@code bedside.at("PT1H").kept("hr", 80)}. */
public final class RiskJobStory {
    public static final Instant ADMITTED = Instant.parse("2026-03-01T07:40:00Z");

    private final String stay;
    private final List<JudgedReading> readings = new ArrayList<>();
    private Instant now = ADMITTED;
    private String bed = "REA/01";
    private boolean provisional;
    private int partition;
    private long offset;

    public RiskJobStory(String stay) {
        this.stay = stay;
    }

    /** Returns a stay that was admitted at {@link #ADMITTED} and has not ended. */
    public Stay admission() {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient("patient of " + stay)
                .setBed(bed)
                .setFrom(ADMITTED)
                .setAdmittedAt(ADMITTED)
                .setAge(64.0)
                .setSex(AdministrativeSexRecord.FEMALE)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .build();
    }

    /** @param sinceAdmission time since admission in ISO 8601 */
    public RiskJobStory at(String sinceAdmission) {
        now = ADMITTED.plus(Duration.parse(sinceAdmission));
        return this;
    }

    public RiskJobStory on(String newBed) {
        bed = newBed;
        return this;
    }

    public RiskJobStory fromRawPartition(int rawPartition) {
        partition = rawPartition;
        return this;
    }

    public RiskJobStory provisional() {
        provisional = true;
        return this;
    }

    public RiskJobStory with(
            String variable, double value, CleaningOutcomeRecord verdict, CleaningReasonRecord reason) {
        readings.add(
                new JudgedReading(readings.size(), variable, value, now, verdict, reason, List.of(), "", true, null));
        return this;
    }

    public CleanObservation kept(String variable, double value) {
        return with(variable, value, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE)
                .record();
    }

    public CleanObservation late(String variable, double value) {
        return with(variable, value, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER)
                .record();
    }

    public CleanObservation suspect(String variable, double value) {
        return with(variable, value, CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .record();
    }

    /** Withdraws what was kept at this instant. */
    public CleanObservation withdrawn(String variable, double value) {
        readings.add(new JudgedReading(
                0,
                variable,
                value,
                now,
                CleaningOutcomeRecord.RETRACTED,
                CleaningReasonRecord.RETRACTED,
                List.of(value),
                "",
                true,
                null));
        return record();
    }

    /** @param before values that were kept at this instant */
    public CleanObservation corrected(String variable, double before, double value) {
        readings.add(new JudgedReading(
                0,
                variable,
                value,
                now,
                CleaningOutcomeRecord.KEPT,
                CleaningReasonRecord.NONE,
                List.of(before),
                "",
                true,
                null));
        return record();
    }

    private CleanObservation record() {
        CleanObservation record = CleanObservation.newBuilder()
                .setStay(stay)
                .setProvisional(provisional)
                .setBed(bed)
                .setSource("test")
                .setDevice("monitor")
                .setMessageId(stay + "-" + offset)
                .setDeviceTime(now)
                .setReceivedTime(now)
                .setPublishedAt(now)
                .setOrigin(new Origin("vigie.ward.observations.raw", partition, offset++, -1))
                .setReadings(List.copyOf(readings))
                .build();
        readings.clear();
        return record;
    }
}
