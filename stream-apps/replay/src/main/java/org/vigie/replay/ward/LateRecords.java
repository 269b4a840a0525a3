package org.vigie.replay.ward;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Selects records about a period that arrived after its end: late values, corrections, later windows of the same hours. They are moved to
 * the end of the period, so that no clock ticks beyond it. Records about a later time are left out.
 *
 * <p>A value was measured when its device says so. The clock of a device may be wrong.
 */
final class LateRecords {
    private final Instant end;
    private final Map<String, Function<WardRecord, Optional<Instant>>> measured;

    /**
     * Selects the late records of a period.
     *
     * @param ward topics of the recorded ward
     * @param codec decodes records that arrived after the end
     */
    LateRecords(TopicCatalogue ward, RecordCodec codec, Instant end) {
        this.end = end;
        this.measured = Map.of(
                ward.observationsRaw().name(), timeBy(ward.observationsRaw(), codec, LateRecords::measuredAt),
                ward.windowsHourly().name(), timeBy(ward.windowsHourly(), codec, Window::getEnd),
                ward.scoresSurvival().name(), timeBy(ward.scoresSurvival(), codec, RiskScore::getWindowEnd),
                ward.commandsAlerts().name(), timeBy(ward.commandsAlerts(), codec, AlarmCommandRecord::getAt),
                ward.alarmsBedside().name(), timeBy(ward.alarmsBedside(), codec, LateRecords::raisedAt));
    }

    private static <V extends SpecificRecord> Function<WardRecord, Optional<Instant>> timeBy(
            Topic<V> topic, RecordCodec codec, Function<V, Instant> time) {
        return record -> codec.value(topic, record.value()).map(time);
    }

    private static Instant measuredAt(Observation observation) {
        return observation.getReadings().stream()
                .map(ReadingRecord::getMeasuredAt)
                .min(Comparator.naturalOrder())
                .orElse(observation.getDeviceTime());
    }

    private static Instant raisedAt(BedsideAlarm alarm) {
        return alarm.getRaisedAt() == null ? alarm.getReceivedTime() : alarm.getRaisedAt();
    }

    /** Returns the record as a replay of the period takes it; empty when it is about a later time. */
    Optional<WardRecord> known(WardRecord record) {
        if (record.at().isBefore(end)) {
            return Optional.of(record);
        }
        return isAboutThePeriod(record) ? Optional.of(record.movedTo(end)) : Optional.empty();
    }

    /** A list of the stays on a bed holds earlier stays too, so each one concerns the period. */
    private boolean isAboutThePeriod(WardRecord record) {
        var time = measured.get(record.topic());
        return time == null || time.apply(record).filter(end::isAfter).isPresent();
    }
}
