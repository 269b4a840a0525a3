package org.vigie.analytics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.WardStory;

/** Runs the topology in the test driver. */
final class AnalyticsTopologyDriver implements AutoCloseable {
    static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);
    /** Id that the registry of release 0.1.0 gave the schema of an episode. */
    private static final int EPISODE_ID = 200;

    private final AvroSerdes serdes;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Alert> ledger;
    private final TestOutputTopic<String, AlarmEpisode> episodes;
    private final TestOutputTopic<String, AlarmLoad> loads;

    AnalyticsTopologyDriver() {
        this(new MockSchemaRegistryClient());
    }

    private AnalyticsTopologyDriver(MockSchemaRegistryClient registry) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        serdes = new AvroSerdes(registry);
        driver = new TopologyTestDriver(
                new AnalyticsTopology(TOPICS, serdes, AnalyticsConfig.defaults()).build(), properties, WardStory.START);
        ledger = driver.createInputTopic(
                TOPICS.alertsLedger().name(),
                new StringSerializer(),
                serdes.of(TOPICS.alertsLedger()).serializer());
        episodes = output(TOPICS.alarmsEpisodes());
        loads = output(TOPICS.alarmsLoad());
    }

    /** Returns a run whose registry knows the schema with which release 0.1.0 stored its episodes. */
    static AnalyticsTopologyDriver after010(Schema episode) {
        try {
            var registry = new MockSchemaRegistryClient();
            registry.register("episode", new AvroSchema(episode), 1, EPISODE_ID);
            return new AnalyticsTopologyDriver(registry);
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    AnalyticsTopologyDriver send(Alert entry) {
        ledger.pipeInput(entry.getStay(), entry, entry.getAt());
        return this;
    }

    AnalyticsTopologyDriver pass(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
        return this;
    }

    List<AlarmEpisode> episodes() {
        return episodes.readValuesToList();
    }

    List<KeyValue<String, AlarmLoad>> loads() {
        return loads.readKeyValuesToList();
    }

    /** Returns what was published since the last call, one line per episode and load. */
    List<String> published() {
        List<String> published = new ArrayList<>();
        episodes()
                .forEach(episode -> published.add(String.join(
                        " ",
                        episode.getAlert(),
                        episode.getUnit(),
                        episode.getPriority().name(),
                        "raised " + episode.getRaisedAt(),
                        "acknowledged " + episode.getAcknowledgedAt(),
                        "cleared " + episode.getClearedAt(),
                        "feedback " + episode.getFeedback())));
        loads().forEach(load -> published.add(String.join(
                " ",
                load.key,
                load.value.getAt().toString(),
                Integer.toString(load.value.getLast10Minutes()),
                Integer.toString(load.value.getLast120Minutes()),
                load.value.getFlood() ? "flood" : "calm")));
        return published;
    }

    /** Returns the driver, whose stores a test may fill. */
    TopologyTestDriver streams() {
        return driver;
    }

    /** Returns an episode from the bytes of the store. */
    AlarmEpisode episode(byte[] stored) {
        return serdes.of(TOPICS.alarmsEpisodes())
                .deserializer()
                .deserialize(TOPICS.alarmsEpisodes().name(), stored);
    }

    @Override
    public void close() {
        driver.close();
    }
}
