package org.vigie.vitals;

import org.vigie.records.EnumMappings;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.signal.clean.CatalogueUnitConverter;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.RejectionExplanation;

/** From the words of the rules to those of the topics. Together both outputs hold every reading of the raw record exactly once. */
final class VerdictMapper {
    private VerdictMapper() {}

    /** The kept, suspect and retracted readings as one record by stay; none when all were rejected. */
    static List<KeyValue<String, CleanObservation>> kept(JudgedObservation judged) {
        List<JudgedReading> readings = IntStream.range(0, judged.verdicts().size())
                .filter(index -> !isRejected(judged, index))
                .mapToObj(index -> judgedReading(judged, index))
                .toList();
        return readings.isEmpty() ? List.of() : List.of(KeyValue.pair(key(judged), clean(judged, readings)));
    }

    /** Each rejected reading as a record by stay, or by bed when there is no stay. */
    static List<KeyValue<String, RejectedReading>> rejected(JudgedObservation judged) {
        return IntStream.range(0, judged.verdicts().size())
                .filter(index -> isRejected(judged, index))
                .mapToObj(index -> KeyValue.pair(key(judged), rejectedReading(judged, index)))
                .toList();
    }

    private static CleanObservation clean(JudgedObservation judged, List<JudgedReading> readings) {
        Observation said = judged.raw().observation();
        return CleanObservation.newBuilder()
                .setStay(judged.identity().stay())
                .setProvisional(judged.identity().provisional())
                .setBed(said.getBed())
                .setSource(said.getSource())
                .setDevice(said.getDevice())
                .setMessageId(said.getMessageId())
                .setDeviceTime(said.getDeviceTime())
                .setReceivedTime(said.getReceivedTime())
                .setPublishedAt(judged.raw().publishedAt())
                .setOrigin(judged.raw().origin())
                .setReadings(readings)
                .build();
    }

    private static JudgedReading judgedReading(JudgedObservation judged, int index) {
        ReadingRecord said = reading(judged, index);
        StoredVerdict verdict = judged.verdicts().get(index);
        return new JudgedReading(
                index,
                said.getVariable(),
                CatalogueUnitConverter.catalogueValue(RawObservationMapper.reading(said)),
                said.getMeasuredAt(),
                EnumMappings.CLEANING_OUTCOME.toRecord(verdict.outcome()),
                EnumMappings.CLEANING_REASON.toRecord(verdict.reason()),
                verdict.withdrawn(),
                said.getChannel(),
                verdict.followed(),
                said.getMeasuredAt().equals(verdict.asOf()) ? null : verdict.asOf());
    }

    private static RejectedReading rejectedReading(JudgedObservation judged, int index) {
        Observation said = judged.raw().observation();
        ReadingRecord reading = reading(judged, index);
        CleaningReason reason = judged.verdicts().get(index).reason();
        return RejectedReading.newBuilder()
                .setStay(isWithoutStay(judged) ? null : judged.identity().stay())
                .setBed(said.getBed())
                .setSource(said.getSource())
                .setDevice(said.getDevice())
                .setMessageId(said.getMessageId())
                .setReceivedTime(said.getReceivedTime())
                .setPublishedAt(judged.raw().publishedAt())
                .setOrigin(origin(judged, index))
                .setReading(reading)
                .setReason(EnumMappings.CLEANING_REASON.toRecord(reason))
                .setDetail(RejectionExplanation.of(
                        reason,
                        RawObservationMapper.reading(reading),
                        judged.raw().arrival()))
                .build();
    }

    private static Origin origin(JudgedObservation judged, int index) {
        return Origin.newBuilder(judged.raw().origin()).setIndex(index).build();
    }

    private static String key(JudgedObservation judged) {
        return isWithoutStay(judged)
                ? judged.raw().observation().getBed()
                : judged.identity().stay();
    }

    private static boolean isWithoutStay(JudgedObservation judged) {
        return judged.identity().equals(IdentifiedObservation.UNKNOWN_BED);
    }

    private static boolean isRejected(JudgedObservation judged, int index) {
        return judged.verdicts().get(index).outcome() == CleaningOutcome.REJECTED;
    }

    private static ReadingRecord reading(JudgedObservation judged, int index) {
        return judged.raw().observation().getReadings().get(index);
    }
}
