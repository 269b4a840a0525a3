package org.vigie.vitals;

import java.time.Instant;
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
        var raw = new Raw(record.value(), origin(), Instant.ofEpochMilli(record.timestamp()), isBackfilled(record));
        context.forward(record.withValue(new Identified(raw, identity(raw))));
    }

    private static boolean isBackfilled(Record<String, Observation> record) {
        return record.headers().lastHeader(Topics.BACKFILLED) != null;
    }

    private Identity identity(Raw raw) {
        Observation said = raw.observation();
        BedStays bed = ValueAndTimestamp.getValueOrNull(stays.get(said.getBed()));
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
