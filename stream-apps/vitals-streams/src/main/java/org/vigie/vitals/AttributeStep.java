package org.vigie.vitals;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.topic.Topic;

/**
 * Step attribute: what is said under a provisional stay is held, and said once more under the real one when it becomes known who lay on
 * the bed then. The second saying has the same origin and the same verdicts, and names the stay that it had.
 */
final class AttributeStep implements Processor<String, SpecificRecord, String, CleanObservation> {
    static final String UNATTRIBUTED = "unattributed";

    private final Topic<CleanObservation> topic;
    private final Serde<CleanObservation> serde;
    private ProcessorContext<String, CleanObservation> context;
    private UnattributedStore unattributedStore;
    private TimestampedKeyValueStore<String, BedStays> stays;

    AttributeStep(Topic<CleanObservation> topic, Serde<CleanObservation> serde) {
        this.topic = topic;
        this.serde = serde;
    }

    @Override
    public void init(ProcessorContext<String, CleanObservation> context) {
        this.context = context;
        unattributedStore = new UnattributedStore(context.getStateStore(UNATTRIBUTED), topic, serde);
        stays = context.getStateStore(IdentifyStep.STAYS);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        if (record.value() instanceof CleanObservation told) {
            forward(told, record.timestamp());
            hold(told, record.timestamp());
        } else if (record.value() instanceof BedStays bed) {
            unattributedStore.attributed(bed).forEach(attributed -> forward(attributed, record.timestamp()));
        }
    }

    /**
     * After a crash a record may come again, under the provisional stay that it had, when its patient is known already. A record that was
     * read before its bed is held too.
     */
    private void hold(CleanObservation told, long timestamp) {
        if (told.getProvisional()) {
            BedStays read = ValueAndTimestamp.getValueOrNull(stays.get(told.getBed()));
            BedStays bed = read == null ? new BedStays(told.getBed(), List.of()) : read;
            unattributedStore.hold(told, bed).ifPresent(attributed -> forward(attributed, timestamp));
        }
    }

    private void forward(CleanObservation observation, long timestamp) {
        context.forward(new Record<>(observation.getStay(), observation, timestamp));
    }
}
