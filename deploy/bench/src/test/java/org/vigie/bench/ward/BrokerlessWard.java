package org.vigie.bench.ward;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.vigie.alerts.AlertTopology;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.analytics.AnalyticsTopology;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.engine.TopologyDriver;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.sink.StoreRows;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsTopology;

/**
 * Runs all apps of the ward in one thread, without a broker. Each app reads at once, in a fixed order, what another
 * writes. The test sets the clock, so two runs with the same records are equal byte for byte.
 */
final class BrokerlessWard implements AutoCloseable {
    static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    /** As the station writes it: what is absent is left out. */
    private static final ObjectMapper STATION_JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private static final Set<String> NOT_FOR_THE_STATION =
            names(TOPICS.observationsRaw(), TOPICS.commandsAlerts(), TOPICS.alarmsEpisodes());

    private static final Duration STATION_GAP = Duration.ofSeconds(1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final Map<String, Serde<? extends SpecificRecord>> serdeOf = new HashMap<>();
    private final List<StreamsEngine> engines;
    private final FlinkSteps flink;
    private final StoreRows rows = new StoreRows(TOPICS, serdes);
    private final WardView view;
    private final RecordDispatcher station;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Deque<Written> unread = new ArrayDeque<>();
    private final List<Alert> ledger = new ArrayList<>();
    private final Map<String, BedStays> beds = new TreeMap<>();
    private final List<String> changes = new ArrayList<>();
    private final List<RecordedRecord> recorded = new ArrayList<>();
    private Instant now;

    /** Holds a record until the readers of its topic receive it. */
    private record Written(String topic, String key, byte[] value) {}

    /** Runs a topology and holds the topics that it reads and writes. */
    private record StreamsEngine(TopologyDriver driver, Set<String> reads, List<String> writes) {}

    BrokerlessWard(Instant start) throws Exception {
        now = start;
        engines = List.of(
                new StreamsEngine(
                        new TopologyDriver(
                                "vitals",
                                new VitalsTopology(TOPICS, serdes, CleaningMemoryConfig.defaults()).build(),
                                start),
                        names(TOPICS.staysCurrent(), TOPICS.observationsRaw()),
                        List.of(
                                TOPICS.observationsClean().name(),
                                TOPICS.observationsRejected().name())),
                new StreamsEngine(
                        new TopologyDriver(
                                "alerts", new AlertTopology(TOPICS, serdes, StayWatchConfig.defaults()).build(), start),
                        names(
                                TOPICS.staysCurrent(),
                                TOPICS.observationsClean(),
                                TOPICS.observationsRejected(),
                                TOPICS.scoresSurvival(),
                                TOPICS.commandsAlerts()),
                        List.of(
                                TOPICS.alertsLedger().name(),
                                TOPICS.alertsCurrent().name(),
                                TOPICS.triageCurrent().name())),
                new StreamsEngine(
                        new TopologyDriver(
                                "analytics",
                                new AnalyticsTopology(TOPICS, serdes, AnalyticsConfig.defaults()).build(),
                                start),
                        names(TOPICS.alertsLedger()),
                        List.of(
                                TOPICS.alarmsEpisodes().name(),
                                TOPICS.alarmsLoad().name())));
        flink = new FlinkSteps(start);
        view = new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, start);
        station = new RecordDispatcher(view, BedWatchdog.ofReadPartitions(start), entry -> {}, TOPICS, serdes);
    }

    private static Set<String> names(Topic<?>... topics) {
        return Set.of(List.of(topics).stream().map(Topic::name).toArray(String[]::new));
    }

    /** Writes a record and lets every app read it and whatever follows from it. */
    <V extends SpecificRecord> void write(Topic<V> topic, String key, V value, Instant at) throws Exception {
        now = at;
        enqueue(topic, key, value);
        readAll();
    }

    /** Sets the clock of every app. */
    void pass(Instant to) throws Exception {
        now = to;
        for (StreamsEngine engine : engines) {
            engine.driver().advanceTo(to);
            collect(engine);
        }
        flink.pass(to);
        score();
        readAll();
    }

    /** The station sends what changed since the last call. */
    void refreshPages() {
        changes.add(json(STATION_JSON, view.changes(now, STATION_GAP)));
    }

    /** Forgets the changelogs of the topologies. */
    void drain() {
        engines.forEach(engine -> engine.driver().drain());
    }

    List<Alert> ledger() {
        return List.copyOf(ledger);
    }

    /** Every record of every topic, in the order in which the apps read it. */
    List<RecordedRecord> recorded() {
        return List.copyOf(recorded);
    }

    /** Decodes the records. */
    AvroSerdes serdes() {
        return serdes;
    }

    /** The newest state of each bed. */
    List<BedStays> beds() {
        return List.copyOf(beds.values());
    }

    /** The store's rows by table, sorted. */
    Map<String, List<String>> rows() {
        return rows.sorted();
    }

    /** How many records each topic holds. */
    Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** What the station sent to its pages, one JSON text each. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    /** The station's whole picture of the ward, for a reader. */
    String picture() {
        return json(STATION_JSON.copy().enable(SerializationFeature.INDENT_OUTPUT), view.snapshot(now));
    }

    private void readAll() throws Exception {
        while (!unread.isEmpty()) {
            read(unread.removeFirst());
        }
    }

    private void read(Written record) throws Exception {
        long offset = counts.merge(record.topic(), 1L, Long::sum) - 1;
        recorded.add(new RecordedRecord(record.topic(), record.key(), record.value(), now));
        for (StreamsEngine engine : engines) {
            if (engine.reads().contains(record.topic())) {
                engine.driver().send(record.topic(), record.key(), record.value(), now);
                collect(engine);
            }
        }
        if (record.topic().equals(TOPICS.observationsClean().name())) {
            CleanObservation observation = value(TOPICS.observationsClean(), record);
            flink.take(observation);
            score();
        } else if (record.topic().equals(TOPICS.staysCurrent().name())) {
            BedStays bed = value(TOPICS.staysCurrent(), record);
            beds.put(bed.getBed(), bed);
            flink.take(bed);
            score();
        } else if (record.topic().equals(TOPICS.alertsLedger().name())) {
            ledger.add(value(TOPICS.alertsLedger(), record));
        }
        show(record, offset);
    }

    private void show(Written record, long offset) {
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        var consumed = new ConsumerRecord<>(
                record.topic(),
                0,
                offset,
                now.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key.length,
                record.value().length,
                key,
                record.value(),
                new RecordHeaders(),
                Optional.empty());
        rows.take(consumed);
        if (!NOT_FOR_THE_STATION.contains(record.topic())) {
            station.dispatch(consumed);
        }
    }

    private void collect(StreamsEngine engine) {
        for (String topic : engine.writes()) {
            engine.driver()
                    .take(topic)
                    .forEach(record -> unread.addLast(new Written(topic, record.key(), record.value())));
        }
    }

    private void score() throws Exception {
        var windows = flink.windows();
        for (var window : windows) {
            enqueue(TOPICS.windowsHourly(), window.getStay(), window);
        }
        for (var score : flink.score(windows)) {
            enqueue(TOPICS.scoresSurvival(), score.getStay(), score);
        }
    }

    private <V extends SpecificRecord> void enqueue(Topic<V> topic, String key, V value) {
        unread.addLast(new Written(topic.name(), key, serde(topic).serializer().serialize(topic.name(), value)));
    }

    private <V extends SpecificRecord> V value(Topic<V> topic, Written record) {
        return serde(topic).deserializer().deserialize(record.topic(), record.value());
    }

    @SuppressWarnings("unchecked") // each topic's own is put in
    private <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
        return (Serde<V>) serdeOf.computeIfAbsent(topic.name(), name -> serdes.of(topic));
    }

    private static String json(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a picture cannot be written as JSON", e);
        }
    }

    @Override
    public void close() {
        engines.forEach(engine -> engine.driver().close());
        flink.close();
    }
}
