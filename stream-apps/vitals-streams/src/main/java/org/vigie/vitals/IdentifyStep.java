package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.clean.DeviceTimestamps;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayResolver;
import org.vigie.signal.newest.DeviceClock;

/**
 * Implements the step identify: it finds the stay on the observation's bed at its device time. If the device's clock is days off, the time
 * of arrival is used.
 *
 * <p>The clock of a monitor may be an hour slow. When its time gives another stay than the time of arrival, live readings get the stay at
 * their time by the ward's clock, as the step clean places them. Data that was delivered late keeps the stay of its own time.
 *
 * <p>A correction or a retraction may come days late and belongs to the patient of that time.
 *
 * <p>Two topics have no common order. A record marked {@link TopicCatalogue#BED_KNOWN} may be read before its bed. It then gets the
 * provisional stay of an empty bed, and the step attribute assigns it to the patient when the bed is read.
 */
final class IdentifyStep implements Processor<String, Observation, String, IdentifiedObservation> {
    static final String STAYS = "stays";

    private ProcessorContext<String, IdentifiedObservation> context;
    private TimestampedKeyValueStore<String, BedStays> stays;
    private StatePartStore<CleaningPart> devices;

    @Override
    public void init(ProcessorContext<String, IdentifiedObservation> context) {
        this.context = context;
        this.stays = context.getStateStore(STAYS);
        this.devices = context.getStateStore(CleanStep.MEMORY);
    }

    @Override
    public void process(Record<String, Observation> record) {
        var raw = new RawObservation(
                record.value(),
                origin(),
                Instant.ofEpochMilli(record.timestamp()),
                hasHeader(record, TopicCatalogue.BACKFILLED));
        context.forward(record.withValue(identified(raw, hasHeader(record, TopicCatalogue.BED_KNOWN))));
    }

    private static boolean hasHeader(Record<String, Observation> record, String name) {
        return record.headers().lastHeader(name) != null;
    }

    private IdentifiedObservation identified(RawObservation raw, boolean bedKnown) {
        BedStays stored =
                ValueAndTimestamp.getValueOrNull(stays.get(raw.observation().getBed()));
        if (stored == null && !bedKnown) {
            var unknown = BedOccupancy.always(IdentifiedObservation.UNKNOWN_BED.stay());
            return new IdentifiedObservation(raw, unknown, List.of());
        }
        List<BedOccupancy> bed = stored == null ? List.of() : RawObservationMapper.occupancies(stored);
        return new IdentifiedObservation(raw, occupancy(raw, bed), bed);
    }

    private BedOccupancy occupancy(RawObservation raw, List<BedOccupancy> bed) {
        Observation observation = raw.observation();
        if (RawObservationMapper.isChange(observation)) {
            BedOccupancy then = occupancy(raw, bed, observation.getDeviceTime());
            if (!then.assignment().provisional()) {
                return then;
            }
        }
        return liveOccupancy(raw, bed);
    }

    private BedOccupancy liveOccupancy(RawObservation raw, List<BedOccupancy> bed) {
        Observation observation = raw.observation();
        BedOccupancy byDevice = occupancy(raw, bed, raw.arrival().plausibleTime(observation.getDeviceTime()));
        return raw.backfilled() || byDevice.contains(observation.getReceivedTime())
                ? byDevice
                : measuredAt(raw).map(at -> occupancy(raw, bed, at)).orElse(byDevice);
    }

    /** Returns when a message was measured, by the ward's clock; empty when its device measured none of its values itself. */
    private Optional<Instant> measuredAt(RawObservation raw) {
        var device = (StoredDevice) devices.get(new CleaningPartKey(raw.observation()).device());
        DeviceClock clock =
                device == null ? DeviceClock.UNKNOWN : device.channels().clock();
        return new DeviceTimestamps(RawObservationMapper.readings(raw.observation()), raw.arrival()).asOf(clock);
    }

    private static BedOccupancy occupancy(RawObservation raw, List<BedOccupancy> bed, Instant at) {
        return StayResolver.occupancy(raw.observation().getBed(), bed, at);
    }

    private Origin origin() {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset(), RawObservation.WHOLE_RECORD);
    }
}
