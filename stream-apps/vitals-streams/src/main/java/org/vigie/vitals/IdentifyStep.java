package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.identify.StayResolver;

/**
 * Implements the step identify: it finds the stay on the observation's bed at its device time. If the device's clock is days off, the time
 * of arrival is used.
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

    @Override
    public void init(ProcessorContext<String, IdentifiedObservation> context) {
        this.context = context;
        this.stays = context.getStateStore(STAYS);
    }

    @Override
    public void process(Record<String, Observation> record) {
        var raw = new RawObservation(
                record.value(),
                origin(),
                Instant.ofEpochMilli(record.timestamp()),
                hasHeader(record, TopicCatalogue.BACKFILLED));
        context.forward(record.withValue(
                new IdentifiedObservation(raw, identity(raw, hasHeader(record, TopicCatalogue.BED_KNOWN)))));
    }

    private static boolean hasHeader(Record<String, Observation> record, String name) {
        return record.headers().lastHeader(name) != null;
    }

    private StayAssignment identity(RawObservation raw, boolean bedKnown) {
        Observation observation = raw.observation();
        BedStays bed = ValueAndTimestamp.getValueOrNull(stays.get(observation.getBed()));
        if (bed == null && bedKnown) {
            bed = new BedStays(observation.getBed(), List.of());
        }
        if (bed == null) {
            return IdentifiedObservation.UNKNOWN_BED;
        }
        if (RawObservationMapper.isChange(observation)) {
            StayAssignment then = identity(bed, observation.getDeviceTime());
            if (!then.provisional()) {
                return then;
            }
        }
        return identity(bed, raw.arrival().plausibleTime(observation.getDeviceTime()));
    }

    private static StayAssignment identity(BedStays bed, Instant at) {
        return StayResolver.identify(bed.getBed(), RawObservationMapper.occupancies(bed), at);
    }

    private Origin origin() {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset(), RawObservation.WHOLE_RECORD);
    }
}
