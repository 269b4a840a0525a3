package org.vigie.platform.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the store in a topology: when its changelog is written, and under which keys. */
class StatePartStoreTopologyTest {
    private final TextFormat format = new TextFormat();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(format), properties());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aPartReachesTheChangelogBeforeTheCommitThatCoversIt() {
        // given
        var input = driver.createInputTopic(
                TextCollector.INPUT,
                Serdes.String().serializer(),
                Serdes.String().serializer());

        // when: the driver commits after each record
        input.pipeInput("a", "82");
        input.pipeInput("a", "84");

        // then
        assertThat(changelog())
                .containsExactly("a=\u000082", "\u0000flush=\u0001", "a=\u000082 84", "\u0000flush=\u0001");
        assertThat(format.written()).isEqualTo(2);
    }

    @Test
    void theNumberOfPartsIsAMetricOfTheTopologyWhileTheStoreIsOpen() {
        // given
        var other = new TopologyTestDriver(topology(format), properties());
        var input = other.createInputTopic(
                TextCollector.INPUT,
                Serdes.String().serializer(),
                Serdes.String().serializer());

        // when
        input.pipeInput("a", "82");
        input.pipeInput("b", "84");

        // then
        assertThat(sizes(other)).containsExactly(TextCollector.STORE + "=2.0");

        // when
        other.close();

        // then
        assertThat(sizes(other)).isEmpty();
    }

    private static List<String> sizes(TopologyTestDriver driver) {
        return driver.metrics().values().stream()
                .filter(metric -> StoreSizeMetric.store(metric) != null)
                .map(metric -> StoreSizeMetric.store(metric) + "=" + metric.metricValue())
                .toList();
    }

    private List<String> changelog() {
        Deserializer<String> text = (topic, bytes) -> bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        var records = driver.createOutputTopic("test-" + TextCollector.STORE + "-changelog", text, text);
        List<String> all = new ArrayList<>();
        records.readKeyValuesToList().forEach(record -> all.add(record.key + "=" + record.value));
        return all;
    }

    private static Topology topology(TextFormat format) {
        return TextCollector.topology(new StatePartStoreBuilder<>(TextCollector.STORE, format));
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        return properties;
    }
}
