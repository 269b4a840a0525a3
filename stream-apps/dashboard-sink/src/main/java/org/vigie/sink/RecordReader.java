package org.vigie.sink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.Origin;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryUnavailable;
import org.vigie.schemas.serde.UnreadableRecord;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.Topics;

/** From a record's bytes to its rows, by topic. What cannot be read goes to {@link Letters}. */
final class RecordReader {
    private final Map<String, Route<?>> routes = new HashMap<>();
    private final AvroSerdes serdes;
    private final Letters letters;
    private final Counters counters;

    RecordReader(Topics topics, Tables tables, AvroSerdes serdes, Letters letters, Counters counters) {
        this.serdes = serdes;
        this.letters = letters;
        this.counters = counters;
        var readings = new ReadingRows(tables);
        var events = new EventRows(tables);
        route(topics.observationsClean(), (observation, at) -> readings.of(observation));
        route(topics.observationsRejected(), (rejected, at) -> readings.of(rejected));
        route(topics.windowsHourly(), new CellRows(tables)::of);
        route(topics.scoresSurvival(), new ScoreRows(tables)::of);
        route(topics.alertsLedger(), events::of);
        var alarms = new AlarmRows(tables);
        route(topics.alarmsEpisodes(), alarms::of);
        route(topics.alarmsLoad(), alarms::of);
        route(topics.triageCurrent(), events::of);
        route(topics.recordsQuarantined(), events::of);
        route(topics.rowsRejected(), events::of);
    }

    private record Route<V extends SpecificRecord>(
            Deserializer<V> deserializer, BiFunction<V, Origin, List<Row>> rows) {}

    Set<String> topics() {
        return routes.keySet();
    }

    /**
     * The rows of one record; none when it cannot be read, or deletes a key.
     *
     * @throws UnavailableException when the registry does not answer: the record itself may be good
     */
    List<Row> rows(ConsumerRecord<byte[], byte[]> record) {
        return rows(routes.get(record.topic()), record);
    }

    private <V extends SpecificRecord> List<Row> rows(Route<V> route, ConsumerRecord<byte[], byte[]> record) {
        try {
            V value = route.deserializer.deserialize(record.topic(), record.value());
            return value == null ? List.of() : rows(route, value, record);
        } catch (UnreadableRecord e) {
            letters.unreadable(record, e);
            counters.quarantine();
            return List.of();
        } catch (RegistryUnavailable e) {
            throw new UnavailableException("The schema registry does not answer", e);
        }
    }

    private <V extends SpecificRecord> List<Row> rows(Route<V> route, V value, ConsumerRecord<?, ?> record) {
        var at = new Origin(record.topic(), record.partition(), record.offset(), -1);
        try {
            return route.rows.apply(value, at);
        } catch (RuntimeException e) {
            letters.senseless(value, at, e);
            counters.refuse();
            return List.of();
        }
    }

    private <V extends SpecificRecord> void route(Topic<V> topic, BiFunction<V, Origin, List<Row>> rows) {
        routes.put(topic.name(), new Route<>(serdes.of(topic).deserializer(), rows));
    }
}
