package org.vigie.replay.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Compares verdicts, windows, scores, alerts and triage of a ward with those of a replay, while both come. Thread-safe. */
public final class ReplayComparison {
    private final ComparisonTable table = new ComparisonTable();
    private final List<StreamComparison<?>> streams = new ArrayList<>();
    private final Map<String, StreamComparison<?>> byTopic = new HashMap<>();

    /** @param period times of the records that are compared */
    public ReplayComparison(ReplayNamespace namespace, AvroSerdes serdes, PartitionPeriod period) {
        List<ComparedStream<?>> ward = new ComparedStreams(namespace.topics()).all();
        List<ComparedStream<?>> replay = new ComparedStreams(namespace.topics()).all();
        for (int at = 0; at < ward.size(); at++) {
            StreamComparison<?> stream = comparison(ward.get(at), replay.get(at), serdes, period);
            String topic = ward.get(at).topic().name();
            streams.add(stream);
            byTopic.put(topic, stream);
            byTopic.put(namespace.wardTopic(topic), stream);
        }
    }

    @SuppressWarnings("unchecked") // both lists have the same streams
    private <V extends SpecificRecord> StreamComparison<V> comparison(
            ComparedStream<V> ward, ComparedStream<?> replay, AvroSerdes serdes, PartitionPeriod period) {
        return new StreamComparison<>(ward, (ComparedStream<V>) replay, serdes, period, table);
    }

    /** Returns the ward's topics that are compared beside those that a replay reads. */
    public static List<Topic<?>> read(TopicCatalogue ward) {
        return List.of(
                ward.observationsClean(), ward.observationsRejected(), ward.alertsLedger(), ward.triageCurrent());
    }

    /**
     * Takes a record of the ward.
     *
     * @param place topic, partition and offset
     */
    public synchronized void takeWard(String topic, byte @Nullable [] value, String place) {
        StreamComparison<?> stream = byTopic.get(topic);
        if (stream != null && value != null) {
            stream.takeWard(value, place);
        }
    }

    /** Takes a record that the replay wrote. */
    public synchronized void takeReplay(RecordedRecord record) {
        StreamComparison<?> stream = byTopic.get(record.topic());
        if (stream != null) {
            stream.takeReplay(record.value());
        }
    }

    /** Returns the answer. It is called once, at the end. */
    public synchronized ComparisonResult result() {
        streams.forEach(StreamComparison::finish);
        return table.result();
    }
}
