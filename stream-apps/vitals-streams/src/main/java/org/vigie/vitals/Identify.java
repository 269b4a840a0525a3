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
import org.vigie.schemas.topic.Topics;
import org.vigie.signal.identify.Identifier;
import org.vigie.signal.identify.Identity;

/**
 * Step identify: finds the stay on the observation's bed at its device time, or at its arrival when the device's clock is days off. What
 * corrects or retracts may come days late: it belongs to the patient who lay there then.
 *
 * <p>Two topics have no order between them: a record marked {@link Topics#BED_KNOWN} may be read before its bed. It gets the provisional
 * stay that it gets on an empty bed, and step attribute gives it to the patient when the bed is read.
 */
final class Identify implements Processor<String, Observation, String, Identified> {
    static final String STAYS = "stays";

    private ProcessorContext<String, Identified> context;
    private TimestampedKeyValueStore<String, BedStays> stays;

    @Override
    public void init(ProcessorContext<String, Identified> context) {
        this.context = context;
        this.stays = context.getStateStore(STAYS);
    }

    @Override
    public void process(Record<String, Observation> record) {
        var raw = new Raw(
                record.value(),
                origin(),
                Instant.ofEpochMilli(record.timestamp()),
                hasHeader(record, Topics.BACKFILLED));
        context.forward(record.withValue(new Identified(raw, identity(raw, hasHeader(record, Topics.BED_KNOWN)))));
    }

    private static boolean hasHeader(Record<String, Observation> record, String name) {
        return record.headers().lastHeader(name) != null;
    }

    private Identity identity(Raw raw, boolean bedKnown) {
        Observation said = raw.observation();
        BedStays bed = ValueAndTimestamp.getValueOrNull(stays.get(said.getBed()));
        if (bed == null && bedKnown) {
            bed = new BedStays(said.getBed(), List.of());
        }
        if (bed == null) {
            return Identified.UNKNOWN_BED;
        }
        Identity then = identity(bed, said.getDeviceTime());
        boolean late = Signals.isChange(said) && !then.provisional();
        return late ? then : identity(bed, raw.arrival().believed(said.getDeviceTime()));
    }

    private static Identity identity(BedStays bed, Instant at) {
        return Identifier.identify(bed.getBed(), Signals.occupancies(bed), at);
    }

    private Origin origin() {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset(), Raw.WHOLE_RECORD);
    }
}
