package org.vigie.vitals;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.platform.tracing.TraceHeaders;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.Topic;
import org.vigie.signal.identify.StayAssignment;

/**
 * Implements the step attribute: it holds records of a provisional stay or of a conflict of two patients, and forwards them again under the
 * real stay when it becomes known who was on the bed.
 *
 * <p>The second record has the same origin and the same verdicts. It also names the first stay.
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
        if (record.value() instanceof CleanObservation observation) {
            context.forward(new Record<>(
                    observation.getStay(),
                    observation,
                    record.timestamp(),
                    new TraceHeaders(record.headers()).passedOn(record.timestamp())));
            hold(observation, record.timestamp());
        } else if (record.value() instanceof BedStays bed) {
            unattributedStore.attributed(bed).forEach(attributed -> forward(attributed, record.timestamp()));
        }
    }

    /**
     * Holds a record of no patient's stay, unless it is a canary's: no patient is ever admitted there. After a crash such a record may come
     * again when its patient is already known. A record that was read before its bed is held too.
     */
    private void hold(CleanObservation observation, long timestamp) {
        var assignment = new StayAssignment(observation.getStay(), observation.getProvisional());
        if (!assignment.isOfPatient() && !BedName.isCanary(observation.getBed())) {
            BedStays read = ValueAndTimestamp.getValueOrNull(stays.get(observation.getBed()));
            BedStays bed = read == null ? new BedStays(observation.getBed(), List.of()) : read;
            unattributedStore.hold(observation, bed).ifPresent(attributed -> forward(attributed, timestamp));
        }
    }

    private void forward(CleanObservation observation, long timestamp) {
        context.forward(new Record<>(observation.getStay(), observation, timestamp));
    }
}
