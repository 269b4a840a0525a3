package org.vigie.vitals;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.RejectionExplanation;

/**
 * Maps verdicts to the records of the output topics. Together both topics contain every reading of the raw record exactly once.
 *
 * <p>A derived reading ({@link DerivedPerfusion}, {@link DerivedUrineRate}) stands after them and has no place in the raw record.
 */
record VerdictMapper(JudgedObservation judged) {
    /** Returns the kept, suspect and retracted readings as one record keyed by stay; empty when all readings were rejected. */
    List<KeyValue<String, CleanObservation>> kept() {
        List<JudgedReading> readings = new ArrayList<>(judged.verdicts().size() + 1);
        for (int index = 0; index < judged.verdicts().size(); index++) {
            if (!isRejected(index)) {
                readings.add(judgedReading(index));
            }
        }
        new DerivedPerfusion(readings, judged.earlier()).reading().ifPresent(readings::add);
        readings.addAll(new DerivedUrineRate(readings, judged.urine()).readings());
        return readings.isEmpty() ? List.of() : List.of(KeyValue.pair(key(), clean(readings)));
    }

    /** Returns each rejected reading as a record, keyed by stay, or by bed when there is no stay. */
    List<KeyValue<String, RejectedReading>> rejected() {
        List<KeyValue<String, RejectedReading>> rejected = new ArrayList<>(0);
        for (int index = 0; index < judged.verdicts().size(); index++) {
            if (isRejected(index)) {
                rejected.add(KeyValue.pair(key(), rejectedReading(index)));
            }
        }
        return rejected;
    }

    private CleanObservation clean(List<JudgedReading> readings) {
        Observation sent = judged.raw().observation();
        return CleanObservation.newBuilder()
                .setStay(judged.identity().stay())
                .setProvisional(judged.identity().provisional())
                .setBed(sent.getBed())
                .setSource(sent.getSource())
                .setDevice(sent.getDevice())
                .setMessageId(sent.getMessageId())
                .setDeviceTime(sent.getDeviceTime())
                .setReceivedTime(sent.getReceivedTime())
                .setPublishedAt(judged.raw().publishedAt())
                .setOrigin(judged.raw().origin())
                .setReadings(readings)
                .build();
    }

    private JudgedReading judgedReading(int index) {
        ReadingRecord sent = reading(index);
        StoredVerdict verdict = judged.verdicts().get(index);
        return new JudgedReading(
                index,
                sent.getVariable(),
                RawObservationMapper.catalogueValue(sent),
                sent.getMeasuredAt(),
                EnumMappings.CLEANING_OUTCOME.toRecord(verdict.outcome()),
                EnumMappings.CLEANING_REASON.toRecord(verdict.reason()),
                verdict.withdrawn(),
                sent.getChannel(),
                verdict.followed(),
                sent.getMeasuredAt().equals(verdict.asOf()) ? null : verdict.asOf());
    }

    private RejectedReading rejectedReading(int index) {
        Observation sent = judged.raw().observation();
        ReadingRecord reading = reading(index);
        CleaningReason reason = judged.verdicts().get(index).reason();
        return RejectedReading.newBuilder()
                .setStay(isWithoutStay() ? null : judged.identity().stay())
                .setBed(sent.getBed())
                .setSource(sent.getSource())
                .setDevice(sent.getDevice())
                .setMessageId(sent.getMessageId())
                .setReceivedTime(sent.getReceivedTime())
                .setPublishedAt(judged.raw().publishedAt())
                .setOrigin(origin(index))
                .setReading(reading)
                .setReason(EnumMappings.CLEANING_REASON.toRecord(reason))
                .setDetail(new RejectionExplanation(
                                reason,
                                RawObservationMapper.reading(reading),
                                judged.raw().arrival())
                        .text())
                .build();
    }

    private Origin origin(int index) {
        return Origin.newBuilder(judged.raw().origin()).setIndex(index).build();
    }

    private String key() {
        return isWithoutStay()
                ? judged.raw().observation().getBed()
                : judged.identity().stay();
    }

    private boolean isWithoutStay() {
        return judged.identity().equals(IdentifiedObservation.UNKNOWN_BED);
    }

    private boolean isRejected(int index) {
        return judged.verdicts().get(index).outcome() == CleaningOutcome.REJECTED;
    }

    private ReadingRecord reading(int index) {
        return judged.raw().observation().getReadings().get(index);
    }
}
