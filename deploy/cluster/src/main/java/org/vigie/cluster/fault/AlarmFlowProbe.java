package org.vigie.cluster.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Measures how long a fault interrupts the way of alarms. It reads the answers that alert-streams gives to the canary of each partition, so
 * that neither the page nor the store nor Flink counts.
 */
final class AlarmFlowProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MS = 250;

    private final PartitionReader reader;
    private final Deserializer<TriageAssessmentRecord> deserializer;
    private final CanaryAnswers answers;

    AlarmFlowProbe(KafkaConnectionConfig kafka) {
        var topic = kafka.topics().triageCurrent();
        this.deserializer = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        this.reader = PartitionReader.fromBeginning(kafka, List.of(topic));
        this.answers = new CanaryAnswers(kafka.partitions());
    }

    /**
     * Waits until a canary of each partition that was sent after a fault is answered.
     *
     * @throws IllegalStateException when one is not answered within a minute
     */
    AlarmInterruption interruption(Instant begun, Instant ended) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<AlarmInterruption> found = look(begun, ended);
        while (found.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "The cluster has not recovered: alert-streams has not answered the canary"
                                + " of each partition within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            found = look(begun, ended);
        }
        return found.get();
    }

    private Optional<AlarmInterruption> look(Instant begun, Instant ended) {
        reader.readToEnd(this::take);
        return answers.interruption(begun, ended);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            TriageAssessmentRecord triage = deserializer.deserialize(record.topic(), record.value());
            if (BedName.isCanary(triage.getBed())) {
                answers.add(record.partition(), triage.getAt(), Instant.ofEpochMilli(record.timestamp()));
            }
        } catch (UnreadableRecordException e) {
            // A record of the harness itself.
            return;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
