package org.vigie.sink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.sink.row.AlarmRowMapper;
import org.vigie.sink.row.BedMovementRowMapper;
import org.vigie.sink.row.CellRowMapper;
import org.vigie.sink.row.EventRowMapper;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.ScoreRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.DependencyUnavailableException;

/** Reads the bytes of a record and maps them to rows, by topic. It sends a record that cannot be read to {@link DeadLetterPublisher}. */
final class SinkRecordReader {
    private final Map<String, RowMapping<?>> routes = new HashMap<>();
    private final AvroSerdes serdes;
    private final DeadLetterPublisher deadLetters;
    private final SinkCounters counters;

    SinkRecordReader(
            TopicCatalogue topics,
            StoreTables tables,
            AvroSerdes serdes,
            DeadLetterPublisher deadLetters,
            SinkCounters counters) {
        this.serdes = serdes;
        this.deadLetters = deadLetters;
        this.counters = counters;
        routeReadings(topics, new ReadingRowMapper(tables));
        route(topics.windowsHourly(), new CellRowMapper(tables)::of);
        route(topics.scoresSurvival(), new ScoreRowMapper(tables)::of);
        routeEvents(topics, new EventRowMapper(tables));
        routeAlarms(topics, new AlarmRowMapper(tables));
        route(topics.staysCurrent(), ofPatients(BedStays::getBed, new BedMovementRowMapper(tables)::of));
    }

    private void routeReadings(TopicCatalogue topics, ReadingRowMapper readings) {
        route(
                topics.observationsClean(),
                ofPatients(CleanObservation::getBed, (observation, at) -> readings.of(observation)));
        route(
                topics.observationsRejected(),
                ofPatients(RejectedReading::getBed, (rejected, at) -> readings.of(rejected)));
    }

    /** Maps the records of patients. A canary has no rows. */
    private static <V> BiFunction<V, Origin, List<StoreRow>> ofPatients(
            Function<V, String> bed, BiFunction<V, Origin, List<StoreRow>> rows) {
        return (value, at) -> BedName.isCanary(bed.apply(value)) ? List.of() : rows.apply(value, at);
    }

    private void routeEvents(TopicCatalogue topics, EventRowMapper events) {
        route(topics.alertsLedger(), events::of);
        route(topics.triageCurrent(), ofPatients(TriageAssessmentRecord::getBed, events::of));
        route(topics.recordsQuarantined(), events::of);
        route(topics.rowsRejected(), events::of);
    }

    private void routeAlarms(TopicCatalogue topics, AlarmRowMapper alarms) {
        route(topics.alarmsEpisodes(), alarms::of);
        route(topics.alarmsLoad(), alarms::of);
    }

    /** Decodes the records of one topic and maps each to its rows. */
    private record RowMapping<V extends SpecificRecord>(
            Deserializer<V> deserializer, BiFunction<V, Origin, List<StoreRow>> rows) {}

    Set<String> topics() {
        return routes.keySet();
    }

    /**
     * Returns the rows of one record; none when it cannot be read, or deletes a key.
     *
     * @throws DependencyUnavailableException when the registry does not answer: the record itself may be good
     */
    List<StoreRow> rows(ConsumerRecord<byte[], byte[]> record) {
        return rows(routes.get(record.topic()), record);
    }

    private <V extends SpecificRecord> List<StoreRow> rows(
            RowMapping<V> mapping, ConsumerRecord<byte[], byte[]> record) {
        try {
            V value = mapping.deserializer.deserialize(record.topic(), record.value());
            return value == null ? List.of() : rows(mapping, value, record);
        } catch (UnreadableRecordException e) {
            deadLetters.unreadable(record, e);
            counters.quarantine();
            return List.of();
        } catch (RegistryUnavailableException e) {
            throw new DependencyUnavailableException("The schema registry does not answer", e);
        }
    }

    private <V extends SpecificRecord> List<StoreRow> rows(
            RowMapping<V> mapping, V value, ConsumerRecord<?, ?> record) {
        var at = new Origin(record.topic(), record.partition(), record.offset(), -1);
        try {
            return mapping.rows.apply(value, at);
        } catch (RuntimeException e) {
            deadLetters.unmappable(value, at, e);
            counters.refuse();
            return List.of();
        }
    }

    private <V extends SpecificRecord> void route(Topic<V> topic, BiFunction<V, Origin, List<StoreRow>> rows) {
        routes.put(topic.name(), new RowMapping<>(serdes.of(topic).deserializer(), rows));
    }
}
