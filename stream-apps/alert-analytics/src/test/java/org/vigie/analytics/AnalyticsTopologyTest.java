package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the episodes and the load that the topology publishes. */
class AnalyticsTopologyTest {
    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final TopologyTestDriver driver = new TopologyTestDriver(
            new AnalyticsTopology(TOPICS, serdes, AnalyticsConfig.defaults()).build(), properties());
    private final TestInputTopic<String, Alert> ledger = driver.createInputTopic(
            TOPICS.alertsLedger().name(),
            new StringSerializer(),
            serdes.of(TOPICS.alertsLedger()).serializer());
    private final TestOutputTopic<String, AlarmEpisode> episodes = output(TOPICS.alarmsEpisodes());
    private final TestOutputTopic<String, AlarmLoad> loads = output(TOPICS.alarmsLoad());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anAlarmIsOneEpisodeThatGrowsAndOneCall() {
        send(BED.alert("a").entry(AlertStateRecord.RAISED, WardStory.at(15)));
        send(BED.alert("a").entry(AlertStateRecord.ACKNOWLEDGED, WardStory.at(40)));
        send(BED.alert("a").entry(AlertStateRecord.CLEARED, WardStory.at(60)));

        List<AlarmEpisode> published = episodes.readValuesToList();
        assertThat(published).hasSize(3);
        assertThat(published.get(2).getAcknowledgedAt()).isEqualTo(WardStory.at(40));
        assertThat(published.get(2).getClearedAt()).isEqualTo(WardStory.at(60));
        assertThat(loads.readKeyValuesToList()).singleElement().satisfies(load -> {
            assertThat(load.key).isEqualTo("REA");
            assertThat(load.value.getLast10Minutes()).isEqualTo(1);
            assertThat(load.value.getPerNurse()).isEqualTo(10.0 / 120 / 2);
        });
    }

    @Test
    void theLoadFallsAsTimeGoesOn() {
        send(BED.alert("a").entry(AlertStateRecord.RAISED, WardStory.at(15)));

        driver.advanceWallClockTime(Duration.ofMinutes(11));
        driver.advanceWallClockTime(Duration.ofMinutes(111));

        assertThat(loads.readValuesToList())
                .extracting(AlarmLoad::getLast10Minutes, AlarmLoad::getLast120Minutes)
                .startsWith(tuple(1, 1))
                .endsWith(tuple(0, 0));
    }

    @Test
    void theDrawingIsTheTopology() {
        assertThat(new AnalyticsTopology(TOPICS, serdes, AnalyticsConfig.defaults())
                        .build()
                        .describe()
                        .toString())
                .contains("test.alerts.ledger", "episode", "by-unit", "load", "to-alarms.episodes", "to-alarms.load");
    }

    private void send(Alert entry) {
        ledger.pipeInput(entry.getStay(), entry);
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        return properties;
    }
}
