package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.DeviceLimit;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.ValueRange;

/**
 * Assembles measured values into records of {@code observations.raw}: one record for each bed and device of a message, and one for each
 * corrected instant. A record has at most one reading for each variable, channel and instant.
 */
public final class ObservationAssembler {
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

    /**
     * Holds the key of a record.
     *
     * @param changed the instant that a correction changes; empty for new values
     */
    private record ObservationGroup(String bed, String device, String changed) {}

    /**
     * Returns the records of a message.
     *
     * @param measured the values, each with its bed
     * @param messageId the same when the same message is sent again
     */
    public List<Observation> of(String source, String messageId, List<MeasuredValue> measured, Instant received) {
        Map<ObservationGroup, List<MeasuredValue>> groups = new LinkedHashMap<>();
        for (MeasuredValue one : RepeatedMetrics.in(measured).taken()) {
            var key = new ObservationGroup(one.bed(), device(source, one), changed(one));
            groups.computeIfAbsent(key, created -> new ArrayList<>()).add(one);
        }
        List<Observation> records = new ArrayList<>();
        for (List<MeasuredValue> group : groups.values()) {
            String id = records.isEmpty() ? messageId : messageId + "-" + records.size();
            records.add(record(source, id, group, received));
        }
        return records;
    }

    /**
     * Returns the instant of a correction or a retraction. It belongs to the patient of that time, so that each such instant is a record of
     * its own.
     */
    private static String changed(MeasuredValue one) {
        return switch (one.status()) {
            case CORRECTED, RETRACTED -> one.time().toString();
            default -> "";
        };
    }

    private Observation record(String source, String id, List<MeasuredValue> group, Instant received) {
        MeasuredValue first = group.get(0);
        String device = device(source, first);
        return Observation.newBuilder()
                .setSource(source)
                .setDevice(device)
                .setBed(first.bed())
                .setMessageId(id)
                .setSequence(nextSequence(source + "|" + device))
                .setDeviceTime(newest(group).orElse(received))
                .setReceivedTime(received)
                .setReadings(readings(group))
                .setLimits(limits(group))
                .build();
    }

    private long nextSequence(String device) {
        return sequences.computeIfAbsent(device, key -> new AtomicLong()).getAndIncrement();
    }

    private static Optional<Instant> newest(List<MeasuredValue> group) {
        return group.stream().map(MeasuredValue::time).max(Comparator.naturalOrder());
    }

    private static List<ReadingRecord> readings(List<MeasuredValue> group) {
        return group.stream()
                .map(one -> new ReadingRecord(
                        one.variable(), number(one.value()), null, one.unit(), one.status(), one.time(), one.channel()))
                .toList();
    }

    /** Returns the last limits of each variable. */
    private static List<DeviceLimit> limits(List<MeasuredValue> group) {
        Map<String, ValueRange> limits = new LinkedHashMap<>();
        for (MeasuredValue one : group) {
            if (!one.limits().equals(ValueRange.UNBOUNDED)) {
                limits.put(one.variable(), one.limits());
            }
        }
        return limits.entrySet().stream()
                .map(of -> limit(of.getKey(), of.getValue()))
                .toList();
    }

    private static DeviceLimit limit(String variable, ValueRange range) {
        return new DeviceLimit(variable, finite(range.low()), finite(range.high()));
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Double finite(double bound) {
        return Double.isInfinite(bound) ? null : bound;
    }

    /** Returns the device. A sender that does not name its devices counts as one device. */
    private static String device(String source, MeasuredValue one) {
        return one.device().isEmpty() ? source : one.device();
    }
}
